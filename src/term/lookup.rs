//! Looking a word up: the entries that have it in any of its forms, those that hold it, and those that are spelled
//! almost like it.
//!
//! Who looks something up types small letters and guesses at accents. So letter case says nothing here, in contrast
//! to the search for terms in texts; whatever differs in more than inflection comes last and is marked as near.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::Matcher;
use crate::glossary::{CaseRule, Glossary};
use crate::lang;
use crate::text::{fold_diacritics, words};

/// How an entry answers what was looked up; the order is that of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// A term is what was looked up, perhaps inflected.
    Whole,
    /// A term stands in what was looked up.
    Within,
    /// What was looked up stands in a term.
    Part,
    /// A term is spelled almost like it.
    Near,
}

impl How {
    /// The word used in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Within => "within",
            Self::Part => "part",
            Self::Near => "near",
        }
    }
}

/// An entry that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Index into the glossary's concepts.
    pub concept: usize,
    /// Index into the concept's terms: the one by which it answers.
    pub term: usize,
    /// How it answers.
    pub how: How,
    /// How alike the spellings are, in hundredths.
    pub likeness: u8,
}

/// Likeness of spelling from which a term is near, in hundredths of the longer one's letters (Levenshtein): one slip in four
/// letters.
const NEAR: u8 = 75;

/// Most entries that are only near.
const MOST_NEAR: usize = 5;

/// Longest phrase that is compared by spelling, in characters; beyond it the comparison would cost too much.
const LONGEST: usize = 80;

/// Looks words up in a glossary.
#[derive(Debug)]
pub struct Finder<'g> {
    glossary: &'g Glossary,
    matcher: Matcher,
    langs: Vec<LanguageIdentifier>,
    /// For every term its folded form, with concept and term.
    folded: Vec<(String, usize, usize)>,
}

impl<'g> Finder<'g> {
    /// Prepares a glossary, for terms of one language or of all.
    pub fn new(glossary: &'g Glossary, lang: Option<&LanguageIdentifier>) -> Self {
        let mut any_case = glossary.clone();
        let (mut langs, mut folded) = (Vec::new(), Vec::new());
        for (number, concept) in any_case.concepts.iter_mut().enumerate() {
            for (at, term) in concept.terms.iter_mut().enumerate() {
                term.case = CaseRule::Ignore;
                if lang.is_some_and(|lang| !lang::same(lang, &term.lang)) {
                    continue;
                }
                if !langs.iter().any(|known| lang::same(known, &term.lang)) {
                    langs.push(term.lang.clone());
                }
                folded.push((plain(&term.form), number, at));
            }
        }
        Self { glossary, matcher: Matcher::new(&any_case), langs, folded }
    }

    /// The entries that answer a word or phrase, each once, the best answers first.
    pub fn find(&self, phrase: &str) -> Vec<Answer> {
        let mut best: BTreeMap<usize, Answer> = BTreeMap::new();
        let mut add = |answer: Answer| {
            let known = best.entry(answer.concept).or_insert(answer);
            if (answer.how, Reverse(answer.likeness)) < (known.how, Reverse(known.likeness)) {
                *known = answer;
            }
        };
        for lang in &self.langs {
            for hit in self.matcher.scan(phrase, lang, &[]) {
                let whole = is_whole(phrase, hit.span.slice(phrase));
                let how = if whole { How::Whole } else { How::Within };
                add(Answer { concept: hit.concept, term: hit.term, how, likeness: 100 });
            }
        }
        self.spelled_alike(phrase, &mut add);
        let mut answers: Vec<Answer> = best.into_values().collect();
        answers.sort_by_key(|answer| (answer.how, Reverse(answer.likeness), answer.concept));
        let mut near = 0;
        answers.retain(|answer| {
            near += usize::from(answer.how == How::Near);
            near <= MOST_NEAR
        });
        answers
    }

    /// Is a form listed, in any of its inflected forms?
    pub fn is_listed(&self, form: &str) -> bool {
        let scan = |lang: &LanguageIdentifier| self.matcher.scan(form, lang, &[]);
        self.langs.iter().flat_map(scan).any(|hit| is_whole(form, hit.span.slice(form)))
    }

    fn spelled_alike(&self, phrase: &str, add: &mut dyn FnMut(Answer)) {
        let wanted = plain(phrase);
        let letters = wanted.chars().count();
        if wanted.is_empty() || letters > LONGEST {
            return;
        }
        let inside = format!(" {wanted} ");
        for (form, concept, term) in &self.folded {
            let (concept, term) = (*concept, *term);
            if form != &wanted && format!(" {form} ").contains(&inside) {
                add(Answer { concept, term, how: How::Part, likeness: 100 });
                continue;
            }
            // Forms whose lengths differ too much cannot be near.
            let longest = letters.max(form.chars().count());
            if longest.abs_diff(letters.min(form.chars().count())) * 4 > longest {
                continue;
            }
            let distance = strsim::levenshtein(&wanted, form);
            let share = 100 * longest.saturating_sub(distance) / longest.max(1);
            let likeness = u8::try_from(share).unwrap_or(100);
            if likeness >= NEAR {
                add(Answer { concept, term, how: How::Near, likeness });
            }
        }
    }

    /// The glossary that is looked in.
    pub fn glossary(&self) -> &'g Glossary {
        self.glossary
    }
}

/// Is a part of a phrase all of its words?
fn is_whole(phrase: &str, part: &str) -> bool {
    words(phrase).count() == words(part).count()
}

/// Folded words with a space between.
fn plain(text: &str) -> String {
    let folded = fold_diacritics(text);
    words(&folded).map(|word| word.text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;
    use crate::text::{SourceFile, SourceId};

    fn glossary() -> Glossary {
        let text = "[concept.army]\nen = \"armed force\"\nfr = \"force armée\"\n\
                    [concept.council]\nen = { term = \"State Council\", acronym = \"SC\" }\nfr = \"Conseil d’État\"\n\
                    [concept.sirte]\nkind = \"place\"\nen = \"Sirte\"\nfr = \"Syrte\"\n";
        let file = SourceFile::decode("g.toml", text.as_bytes());
        load(SourceId::new(0), &file, None).glossary
    }

    fn answers(phrase: &str) -> Vec<(String, How)> {
        let glossary = glossary();
        let finder = Finder::new(&glossary, None);
        let name = |answer: Answer| (glossary.concepts[answer.concept].id.clone(), answer.how);
        finder.find(phrase).into_iter().map(name).collect()
    }

    #[test]
    fn inflected_forms_of_any_language_are_found_in_any_case() {
        assert_eq!(answers("forces armées"), [("army".to_owned(), How::Whole)]);
        assert_eq!(answers("Armed forces"), [("army".to_owned(), How::Whole)]);
        assert_eq!(answers("sc"), [("council".to_owned(), How::Whole)]);
    }

    #[test]
    fn what_holds_a_term_or_stands_in_one_comes_after() {
        assert_eq!(answers("the armed forces of Sirte").len(), 2);
        assert_eq!(answers("council"), [("council".to_owned(), How::Part)]);
    }

    #[test]
    fn a_slip_of_the_pen_is_near_and_marked_so() {
        assert_eq!(answers("Sirthe"), [("sirte".to_owned(), How::Near)]);
        assert_eq!(answers("conseil d'etat"), [("council".to_owned(), How::Near)]);
        assert_eq!(answers("nothing of the kind"), []);
        assert_eq!(answers(""), []);
        assert_eq!(answers(&"x".repeat(100_000)), []);
    }
}
