//! The words of a text with a way to find each of them, and of a concept with very many terms those that a text may
//! hold.
//!
//! Looking a form up by walking the text costs the product of the two where a text is long and much is missing in it:
//! one unit of ten million characters, or a concept with seventy thousand variants. Sorted tables answer in the
//! logarithm of it.

use std::collections::BTreeSet;

use super::tokens;
use crate::glossary::Term;
use crate::text;

/// The words of a text in order, and their places by word.
#[derive(Debug)]
pub(super) struct WordTable {
    words: Vec<String>,
    /// Places sorted by their word, those of one word in order.
    sorted: Vec<usize>,
}

impl WordTable {
    pub(super) fn new(words: Vec<String>) -> Self {
        let mut sorted: Vec<usize> = (0..words.len()).collect();
        sorted.sort_by(|a, b| words.get(*a).cmp(&words.get(*b)));
        Self { words, sorted }
    }

    /// Every place where a word stands, in order.
    pub(super) fn places_of(&self, word: &str) -> impl Iterator<Item = usize> {
        let from = self.lower_bound(word);
        let rest = self.sorted.get(from..).unwrap_or_default();
        let len = rest.partition_point(|at| self.word(*at) <= word);
        rest.get(..len).unwrap_or_default().iter().copied()
    }

    /// Does a word begin so?
    pub(super) fn has_beginning(&self, start: &str) -> bool {
        let first = self.sorted.get(self.lower_bound(start));
        first.is_some_and(|at| self.word(*at).starts_with(start))
    }

    /// So many words from a place on; `None` where the text ends before.
    pub(super) fn from(&self, at: usize, len: usize) -> Option<&[String]> {
        self.words.get(at..at.checked_add(len)?)
    }

    fn lower_bound(&self, word: &str) -> usize {
        self.sorted.partition_point(|at| self.word(*at) < word)
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }
}

/// Letters that every form of a word of some length has in common, nearly always.
pub(super) const COMMON: usize = 3;

/// The beginning by which a word without diacritics is looked for; `None` for a shorter word.
pub(super) fn beginning(plain: &str) -> Option<&str> {
    let (at, c) = plain.char_indices().nth(COMMON - 1)?;
    plain.get(..at + c.len_utf8())
}

/// The approved terms of a concept that has very many, by the beginning of their first word.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowd {
    /// (beginning, number of the term), sorted; a word without a beginning has an empty one.
    terms: Vec<(Box<str>, usize)>,
}

impl Crowd {
    /// Terms of a concept from which it pays to keep their beginnings.
    pub(super) const LEAST: usize = 64;

    pub(super) fn new<'t>(terms: impl Iterator<Item = (usize, &'t Term)>) -> Self {
        let mut terms: Vec<_> = terms.map(|(number, term)| (opening(&term.form), number)).collect();
        terms.sort_unstable();
        Self { terms }
    }

    /// The numbers of the terms whose first word begins like a word of the text, in order.
    pub(super) fn near(&self, plain: &WordTable) -> Vec<usize> {
        let mut starts: BTreeSet<&str> =
            plain.words.iter().filter_map(|word| beginning(word)).collect();
        starts.insert("");
        let mut near = Vec::new();
        for start in starts {
            let from = self.terms.partition_point(|(known, _)| &**known < start);
            let rest = self.terms.get(from..).unwrap_or_default().iter();
            near.extend(rest.take_while(|(known, _)| &**known == start).map(|(_, at)| *at));
        }
        near.sort_unstable();
        near
    }
}

fn opening(form: &str) -> Box<str> {
    let first = tokens::tokenize(form, &[], |_| 0).into_iter().next();
    let word = first.map(|token| tokens::surface(token.span.slice(form))).unwrap_or_default();
    beginning(&text::fold_diacritics(&word)).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> WordTable {
        WordTable::new(text.split(' ').map(str::to_owned).collect())
    }

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        let table = table("le chat et le chien");
        assert_eq!(table.places_of("le").collect::<Vec<_>>(), [0, 3]);
        assert_eq!(table.places_of("la").count(), 0);
        assert!(table.has_beginning("chi"));
        assert!(!table.has_beginning("cha\u{EE}"));
        assert_eq!(table.from(3, 3), None);
    }

    #[test]
    fn a_beginning_is_of_three_letters_and_not_of_bytes() {
        assert_eq!(beginning("\u{E9}t\u{E9}s"), Some("\u{E9}t\u{E9}"));
        assert_eq!(beginning("on"), None);
    }
}
