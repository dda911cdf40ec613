//! What to write in the place of wrong words: the right term, and the small word before it made to agree.
//!
//! « d’ECOWAS » becomes « de la CEDEAO », not « d’CEDEAO ». The tables are data files, one a language; where a
//! language has none, or the gender that an article calls for is not known, the rewording is not sure and is only
//! suggested.

use std::sync::LazyLock;

use serde::Deserialize;
use unic_langid::LanguageIdentifier;

use crate::glossary::{Gender, GrammaticalNumber, Term};
use crate::text::{Span, fold_case, fold_token};

/// What is replaced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrong<'a> {
    /// The form found there as the glossary lists it.
    pub(super) listed: Option<&'a str>,
    /// Is it a name, which keeps its gender whatever its spelling?
    pub(super) name: bool,
}

/// A replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reworded {
    /// What is replaced: the wrong words, with the small word before them where that must change.
    pub(super) span: Span,
    /// What stands there afterwards.
    pub(super) text: String,
    /// Is it right in every respect that the program knows of?
    pub(super) sure: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SmallWords {
    vowels: String,
    aspirated: Vec<String>,
    elide: Vec<Elide>,
    gendered: Vec<Gendered>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Elide {
    full: String,
    elided: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Gendered {
    masculine: String,
    feminine: String,
    vowel: Option<String>,
    vowel_masculine: Option<String>,
    vowel_feminine: Option<String>,
}

static FRENCH: LazyLock<Option<SmallWords>> =
    LazyLock::new(|| toml::from_str(include_str!("data/small-words.fr.toml")).ok());

/// Puts `new` in the place of `span`; `old` says what is known of the wrong words.
pub(super) fn reword(
    text: &str,
    span: Span,
    old: Wrong<'_>,
    new: &Term,
    lang: &LanguageIdentifier,
) -> Reworded {
    let found = span.slice(text);
    let listed = old.listed.is_some_and(|old| fold_case(old) == fold_case(found));
    let has_small = |form: &str| form.chars().any(char::is_lowercase);
    let written = if is_shouted(found) && old.listed.is_some_and(has_small) {
        new.form.to_uppercase()
    } else {
        let small = |form: &str| form.chars().next().is_some_and(char::is_lowercase);
        let raised = old.listed.is_some_and(small) || starts_sentence(text, span);
        with_case(&new.form, found, raised)
    };
    let plain = Reworded { span, text: written, sure: listed };
    if lang.language.as_str() != "fr" {
        return plain;
    }
    match FRENCH.as_ref() {
        Some(words) => agree(words, text, plain, new, old.name || same_head(found, &new.form)),
        None => Reworded { sure: false, ..plain },
    }
}

/// Makes the word before the replacement agree with it.
///
/// Where the gender may change and words further off would have to follow (an adjective, a participle), the rewording
/// is not sure; names, and terms that keep their first word, keep their gender.
fn agree(words: &SmallWords, text: &str, plain: Reworded, new: &Term, keeps: bool) -> Reworded {
    let before = Span::of(0, plain.span.start() as usize).slice(text);
    let explicit = words.gendered.iter().any(|set| {
        let own = match new.gender {
            Some(Gender::Masculine) => &set.masculine,
            Some(Gender::Feminine) => &set.feminine,
            _ => return false,
        };
        ends_with_word(before, &spaced(own)).is_some()
    });
    let sure = plain.sure && (keeps || explicit);
    adjust(words, text, Reworded { sure, ..plain }, new)
}

/// Elides, contracts, and gives the article its gender.
fn adjust(words: &SmallWords, text: &str, plain: Reworded, new: &Term) -> Reworded {
    let before = Span::of(0, plain.span.start() as usize).slice(text);
    let vowel = words.starts_with_vowel(&plain.text);
    let head_of = |small: &str| ends_with_word(before, small);
    for pair in &words.elide {
        let (full, elided) = (format!("{} ", pair.full), &pair.elided);
        if let Some(start) = head_of(elided).filter(|_| !vowel) {
            return plain.behind(text, start, &full);
        }
        if let Some(start) = head_of(&full).filter(|_| vowel) {
            return plain.behind(text, start, elided);
        }
    }
    let mut best: Option<(usize, &Gendered)> = None;
    for set in &words.gendered {
        for form in set.forms() {
            if let Some(start) =
                head_of(&spaced(form)).filter(|start| best.is_none_or(|(found, _)| *start < found))
            {
                best = Some((start, set));
            }
        }
    }
    let Some((start, set)) = best else { return plain };
    let plural = new.number == Some(GrammaticalNumber::Plural);
    match set.form(new.gender, vowel).filter(|_| !plural) {
        Some(form) => plain.behind(text, start, &spaced(form)),
        None => Reworded { sure: false, ..plain },
    }
}

/// Does the replacement begin with the word that it replaces?
fn same_head(old: &str, new: &str) -> bool {
    let first = |text: &str| text.split([' ', '\u{A0}', '-']).next().map(fold_case);
    first(old) == first(new)
}

/// Is every letter a capital, and more than one of them?
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
}

impl Reworded {
    /// The same with a small word before it, written as the one it replaces was.
    fn behind(self, text: &str, start: usize, small: &str) -> Self {
        let old = Span::of(start, self.span.start() as usize);
        let small = with_case(small, old.slice(text), false);
        if fold_token(old.slice(text)) == fold_token(&small) {
            return self;
        }
        let span = old.cover(self.span);
        let text = format!("{small}{}", self.text);
        Self { span, text, sure: self.sure }
    }
}

impl SmallWords {
    fn starts_with_vowel(&self, word: &str) -> bool {
        let word = fold_case(word);
        let first = word.chars().next();
        let aspirated = self.aspirated.iter().any(|beginning| word.starts_with(beginning.as_str()));
        first.is_some_and(|first| self.vowels.contains(first)) && !aspirated
    }
}

impl Gendered {
    fn forms(&self) -> impl Iterator<Item = &str> {
        let more = [&self.vowel, &self.vowel_masculine, &self.vowel_feminine];
        [self.masculine.as_str(), self.feminine.as_str()]
            .into_iter()
            .chain(more.into_iter().filter_map(|form| form.as_deref()))
    }

    /// The form for a gender before a vowel or a consonant; `None` where the gender would be needed and is not known.
    fn form(&self, gender: Option<Gender>, vowel: bool) -> Option<&str> {
        if vowel && let Some(form) = &self.vowel {
            return Some(form);
        }
        match gender? {
            Gender::Masculine => {
                self.vowel_masculine.as_deref().filter(|_| vowel).or(Some(&self.masculine))
            }
            Gender::Feminine => {
                self.vowel_feminine.as_deref().filter(|_| vowel).or(Some(&self.feminine))
            }
            Gender::Neuter => None,
        }
    }
}

/// A small word as it stands before another: with a space unless it ends in an apostrophe.
fn spaced(word: &str) -> String {
    if word.ends_with('’') { word.to_owned() } else { format!("{word} ") }
}

/// Where `small` starts, if the text ends with it as a word of its own, whatever its case and apostrophe.
fn ends_with_word(before: &str, small: &str) -> Option<usize> {
    let wanted = small.chars().count();
    let (start, _) = before.char_indices().rev().nth(wanted.checked_sub(1)?)?;
    let tail = before.get(start..)?;
    let free = before.get(..start)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    (free && fold_case(tail) == fold_case(small)).then_some(start)
}

/// `new` with the capitals that its place calls for.
fn with_case(new: &str, old: &str, sentence_start: bool) -> String {
    let old_is_capital = old.chars().next().is_some_and(char::is_uppercase);
    let new_is_small = new.chars().next().is_some_and(char::is_lowercase);
    let capital_wanted = sentence_start || (old_is_capital && is_small_word(old));
    if !(new_is_small && old_is_capital && capital_wanted) {
        return new.to_owned();
    }
    let mut chars = new.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Articles and prepositions: short, and followed by what they belong to.
fn is_small_word(word: &str) -> bool {
    word.ends_with([' ', '’', '\'']) && word.chars().count() <= 8
}

fn starts_sentence(text: &str, span: Span) -> bool {
    let before = Span::of(0, span.start() as usize)
        .slice(text)
        .trim_end_matches([' ', '\u{A0}', '«', '“', '"', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;
    use crate::text::{Location, SourceId};

    fn mend(text: &str, wrong: &str, right: &str, gender: Option<Gender>) -> (String, bool) {
        mend_as(true, text, wrong, right, gender)
    }

    fn mend_as(
        name: bool,
        text: &str,
        wrong: &str,
        right: &str,
        gender: Option<Gender>,
    ) -> (String, bool) {
        let fr = lang::parse("fr").unwrap();
        let at = Location { source: SourceId::new(0), span: Span::at(0) };
        let mut term = Term::new(right, fr.clone(), at);
        term.gender = gender;
        let start = text.find(wrong).unwrap();
        let done = reword(
            text,
            Span::of(start, start + wrong.len()),
            Wrong { listed: Some(wrong), name },
            &term,
            &fr,
        );
        let mut out = text.to_owned();
        out.replace_range(done.span.range(), &done.text);
        (out, done.sure)
    }

    #[test]
    fn elision_is_undone_before_a_consonant() {
        assert_eq!(
            mend("près d’Erdogan", "Erdogan", "Poutine", None),
            ("près de Poutine".into(), true)
        );
        assert_eq!(
            mend("l’envoi d'ECOWAS", "ECOWAS", "CEDEAO", Some(Gender::Feminine)).0,
            "l’envoi de CEDEAO"
        );
        assert_eq!(
            mend("dans l’ECOWAS", "ECOWAS", "CEDEAO", Some(Gender::Feminine)).0,
            "dans la CEDEAO"
        );
        assert_eq!(
            mend("chef de l’ECOWAS", "ECOWAS", "CEDEAO", Some(Gender::Feminine)).0,
            "chef de la CEDEAO"
        );
    }

    #[test]
    fn elision_is_made_before_a_vowel_and_not_before_an_aspirated_h() {
        assert_eq!(mend("près de Moscow", "Moscow", "Ankara", None).0, "près d’Ankara");
        assert_eq!(mend("près de Moscow", "Moscow", "Haftar", None).0, "près de Haftar");
        assert_eq!(mend("Que Moscow dise", "Moscow", "Ankara", None).0, "Qu’Ankara dise");
    }

    #[test]
    fn an_unknown_gender_behind_an_article_is_not_sure() {
        assert!(!mend("chef de l’ECOWAS", "ECOWAS", "CEDEAO", None).1);
        assert!(mend("chef de l’ECOWAS", "ECOWAS", "OTAN", None).1);
        assert_eq!(mend("le mémo", "mémo", "accord", Some(Gender::Masculine)).0, "l’accord");
        assert_eq!(mend("du mémo", "mémo", "charte", Some(Gender::Feminine)).0, "de la charte");
    }

    #[test]
    fn a_term_that_may_change_its_gender_is_not_sure() {
        let masculine = Some(Gender::Masculine);
        assert!(!mend_as(false, "La trêve signée", "trêve", "cessez-le-feu", masculine).1);
        assert!(!mend_as(false, "Une nouvelle trêve", "trêve", "cessez-le-feu", masculine).1);
        assert!(mend_as(false, "un armistice", "armistice", "cessez-le-feu", masculine).1);
        assert!(mend_as(false, "Accord verbal", "Accord verbal", "accord oral", masculine).1);
    }

    #[test]
    fn an_aspirated_h_keeps_the_article_whole() {
        let masculine = Some(Gender::Masculine);
        assert_eq!(mend_as(false, "le champion", "champion", "héros", masculine).0, "le héros");
        assert_eq!(mend_as(false, "du champion", "champion", "héros", masculine).0, "du héros");
        assert_eq!(mend_as(false, "le soldat", "soldat", "homme", masculine).0, "l’homme");
    }

    #[test]
    fn capitals_are_kept() {
        let fr = lang::parse("fr").unwrap();
        let at = Location { source: SourceId::new(0), span: Span::at(0) };
        let term = Term::new("cessez-le-feu", fr.clone(), at);
        let wrong = Wrong { listed: Some("trêve"), name: false };
        for (text, written) in [("une TRÊVE", "CESSEZ-LE-FEU"), ("« Trêve »", "Cessez-le-feu")]
        {
            let start = text.to_lowercase().find("trêve").unwrap();
            let span = Span::of(start, start + "trêve".len());
            assert_eq!(reword(text, span, wrong, &term, &fr).text, written);
        }
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_is_kept() {
        assert_eq!(mend("Envoyé parti.", "Envoyé", "représentant", None).0, "Représentant parti.");
        assert_eq!(mend("Un Moscow rieur.", "Moscow", "moscou", None).0, "Un moscou rieur.");
    }
}
