//! Proper names in running text: capitalised words that are no ordinary ones, each with its place.
//!
//! French elision (d’Erdogan) and English possessives (Haftar’s) are left out of a name, articles (al-Sarraj,
//! El Sarraj) and hyphens are kept in it. Where capitals say nothing (a headline, the first word of a sentence)
//! a word is marked, for the rules to ask for more.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use crate::morphology::Morphology;
use crate::page::is_listed;
use crate::text::{Span, Word, fold_case, words};

/// Words that are elided before a name, and the articles of Arabic.
const ELIDED: &[&str] = &[
    "d", "l", "qu", "s", "n", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "dell", "all",
    "nell", "sull", "dall",
];
const ARTICLES: &[&str] = &[
    "al", "el", "as", "ash", "ach", "ar", "an", "at", "ath", "ad", "adh", "az", "es", "esh", "ech",
    "er", "en", "et", "ed", "ez",
];

/// Letters of words of which one letter is a slip: in shorter ones it may make another name (Davis, Davies).
const SLIP: std::ops::RangeInclusive<usize> = 7..=48;

/// A capitalised word, with hyphens and articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Proper<'t> {
    /// Its place.
    pub(super) span: Span,
    /// Its text.
    pub(super) text: &'t str,
    /// Would any word have a capital here?
    pub(super) initial: bool,
    /// Number of the run of capitalised words that it belongs to.
    pub(super) run: usize,
}

/// The capitalised words of a text, in order; none in a text without small letters.
pub(super) fn propers<'t>(text: &'t str, lang: &LanguageIdentifier) -> Vec<Proper<'t>> {
    if !text.chars().any(char::is_lowercase) {
        return Vec::new();
    }
    let chains = chains(text, lang);
    // English alone writes headlines so; elsewhere such a sentence is merely full of names.
    let headline = lang.language.as_str() == "en" && is_headline(text);
    let mut out: Vec<Proper<'t>> = Vec::new();
    let mut run = 0;
    let mut previous: Option<Span> = None;
    for whole in chains {
        let span = trimmed(text, whole, lang);
        let gap = previous
            .map(|previous| Span::of(previous.end() as usize, whole.start() as usize).slice(text));
        if !is_proper(span.slice(text)) {
            previous = None;
            continue;
        }
        if previous.is_none()
            || span.start() != whole.start()
            || !gap.is_some_and(|gap| matches!(gap, " " | "\u{A0}"))
        {
            run += 1;
        }
        let initial = headline || begins(Span::of(0, whole.start() as usize).slice(text));
        out.push(Proper { span, text: span.slice(text), initial, run });
        previous = (span.end() == whole.end()).then_some(whole);
    }
    out
}

/// Words with what hangs on to them by hyphen, apostrophe, or as an article before them.
///
/// In Spanish or Italian, *el* and *al* are words of the language; only a hyphen makes them parts of a name there.
fn chains(text: &str, lang: &LanguageIdentifier) -> Vec<Span> {
    let code = lang.language.as_str();
    let own_word = |word: &str| {
        matches!(code, "es" | "ca" | "gl" | "it") && word.starts_with(char::is_lowercase)
    };
    let mut out: Vec<Span> = Vec::new();
    let mut article = false;
    for Word { span, text: word } in words(text) {
        let joins = out.last().is_some_and(|last| {
            match Span::of(last.end() as usize, span.start() as usize).slice(text) {
                "-" | "\u{2010}" | "\u{2011}" | "'" | "’" | "ʼ" | "‘" => true,
                " " | "\u{A0}" => article && word.starts_with(char::is_uppercase),
                _ => false,
            }
        });
        let first = !joins;
        match out.last_mut().filter(|_| joins) {
            Some(last) => *last = last.cover(span),
            None => out.push(span),
        }
        let folded = if word.len() <= 4 { fold_case(word) } else { String::new() };
        article = first && matches!(folded.as_str(), "al" | "el") && !own_word(word);
    }
    out
}

/// Without what is elided before it and the possessive behind it.
fn trimmed(text: &str, span: Span, lang: &LanguageIdentifier) -> Span {
    let own = span.slice(text);
    let (mut start, mut end) = (span.start() as usize, span.end() as usize);
    if lang.language.as_str() == "en" {
        let bare = ["'s", "’s"].iter().find_map(|ending| own.strip_suffix(ending));
        end -= bare.map_or(0, |bare| own.len() - bare.len());
    } else if let Some(at) = own.find(['\'', '’'])
        && let Some((elided, rest)) = own.split_at_checked(at)
        && ELIDED.contains(&fold_case(elided).as_str())
    {
        let mark = rest.chars().next().map_or(0, char::len_utf8);
        // N’Djamena keeps its N; « L’Iran » at the start of a sentence loses its article.
        if !matches!(elided, "N" | "M") {
            start += at + mark;
        }
    }
    Span::of(start, end.max(start))
}

/// Does a word begin with a capital, its Arabic article left aside?
fn is_proper(word: &str) -> bool {
    let bare = word.split_once(['-', ' ']).filter(|(article, _)| ARTICLES.contains(article));
    let bare = bare.map_or(word, |(_, rest)| rest);
    bare.starts_with(char::is_uppercase) && bare.chars().any(char::is_lowercase)
}

/// Does a sentence begin behind these words?
fn begins(before: &str) -> bool {
    before.trim_end().chars().next_back().is_none_or(|c| {
        !c.is_alphanumeric() && !matches!(c, ',' | '\'' | '’' | '-' | ')' | '&' | '/')
    })
}

/// Are most words capitalised, as in an English headline?
fn is_headline(text: &str) -> bool {
    let long = words(text).filter(|word| word.text.len() > 3);
    let (mut all, mut capital) = (0usize, 0usize);
    for word in long {
        all += 1;
        capital += usize::from(word.text.starts_with(char::is_uppercase));
    }
    all >= 4 && capital * 5 >= all * 4
}

/// Is one long word the other but for one letter, or for two that changed places? Both in lower case.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    // A letter more at the end makes a plural or another name: William, Williams.
    let longer = a.starts_with(b) || b.starts_with(a);
    let lengths = [a, b].map(|text| text.chars().count());
    !longer && lengths.iter().all(|length| SLIP.contains(length)) && strsim::osa_distance(a, b) == 1
}

/// Is one the other with another ending (Libya, Libyan; Russe, Russie)? Both in lower case.
pub(super) fn is_derived(a: &str, b: &str) -> bool {
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    // An ending replaces a last vowel or is put behind the whole.
    let stem = short.strip_suffix(['a', 'e', 'i', 'o', 'u', 'y']).unwrap_or(short);
    let ending = long.strip_prefix(short).or_else(|| long.strip_prefix(stem));
    stem.chars().count() >= 3
        && ending.is_some_and(|ending| ending != "h" && ending.chars().count() <= 4)
}

/// The words of texts that stand there in small letters, folded: none of them is a name.
#[derive(Debug, Default)]
pub(super) struct Ordinary {
    small: BTreeSet<String>,
    lang: String,
}

impl Ordinary {
    /// The small words of a document's texts.
    pub(super) fn new<'t>(texts: impl Iterator<Item = &'t str>, lang: &LanguageIdentifier) -> Self {
        let mut small = BTreeSet::new();
        for text in texts {
            for word in words(text).filter(|word| word.text.starts_with(char::is_lowercase)) {
                if !small.contains(word.text) {
                    small.insert(word.text.to_owned());
                }
            }
        }
        Self { small, lang: lang.language.as_str().to_owned() }
    }

    /// Is a word, or each part of a compound, an ordinary word of the language or of the document?
    pub(super) fn has(&self, word: &str, lang: &LanguageIdentifier) -> bool {
        words(word).all(|part| {
            let folded = fold_case(part.text);
            self.small.contains(&folded)
                || is_listed(&folded, &self.lang)
                || is_listed(&folded, "en")
                || Morphology::of(lang)
                    .singulars(&folded)
                    .iter()
                    .any(|base| is_listed(base, &self.lang))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, lang: &str) -> Vec<String> {
        let all = propers(text, &lang.parse().unwrap());
        all.into_iter()
            .map(|proper| {
                format!("{}{}{}", if proper.initial { "^" } else { "" }, proper.text, proper.run)
            })
            .collect()
    }

    #[test]
    fn names_are_found_without_what_hangs_on_to_them() {
        assert_eq!(
            found("L’offre d’Erdogan à Recep Tayyip Erdogan", "fr"),
            ["Erdogan1", "Recep2", "Tayyip2", "Erdogan2"]
        );
        assert_eq!(
            found("In town, Haftar’s men met Fayez al-Sarraj", "en"),
            ["^In1", "Haftar2", "Fayez3", "al-Sarraj3"]
        );
        assert_eq!(found("et El Sarraj, puis Abdel-Fattah", "fr"), ["El Sarraj1", "Abdel-Fattah2"]);
        assert_eq!(found("à N’Djamena", "fr"), ["N’Djamena1"]);
        assert_eq!(found("reciben al Rapid en casa", "es"), ["Rapid1"]);
    }

    #[test]
    fn where_every_word_would_have_a_capital_it_is_said() {
        assert_eq!(found("Avant. Après « Demain » rien", "fr"), ["^Avant1", "^Après2", "^Demain3"]);
        assert!(
            found("Haftar Leaves Tripoli Without Deal", "en")
                .iter()
                .all(|word| word.starts_with('^'))
        );
        assert!(found("HAFTAR QUITTE TRIPOLI", "fr").is_empty());
    }

    #[test]
    fn ordinary_words_are_those_of_the_language_and_of_the_document() {
        let lang = "fr".parse().unwrap();
        let ordinary = Ordinary::new(["les maîtres du rivage"].into_iter(), &lang);
        assert!(ordinary.has("Rivage", &lang) && ordinary.has("Lundi", &lang));
        assert!(!ordinary.has("Haftar", &lang));
    }

    #[test]
    fn other_endings_make_other_words_and_other_spellings_do_not() {
        for (a, b) in [("libya", "libyan"), ("russe", "russie"), ("niger", "nigeria")] {
            assert!(is_derived(a, b) && is_derived(b, a), "{a} {b}");
        }
        for (a, b) in [("tobrok", "tobrouk"), ("misrata", "misratah"), ("kosachev", "kossatchev")] {
            assert!(!is_derived(a, b), "{a} {b}");
        }
    }

    #[test]
    fn one_wrong_letter_is_a_slip_in_long_words_only() {
        assert!(is_slip("kavanaugh", "kavanagh") && is_slip("rosenstein", "rosenstien"));
        assert!(
            !is_slip("william", "williams")
                && !is_slip("davis", "davies")
                && !is_slip("kossatchev", "kosachev")
        );
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        for unit in ["Al ", "A-", "d’A", "X’s ", "Aa «"] {
            let _ = found(&unit.repeat(50_000), "en");
        }
    }
}
