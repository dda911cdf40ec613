//! What a language knows of its terms: which words may stand in one, at its edges or nowhere, from the TOML files of
//! `data/`. A language without a file has no such words: then only names and acronyms are proposed, because runs of
//! words in small letters could not be told from terms.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unic_langid::LanguageIdentifier;

/// The languages that have a file, with it.
const LANGUAGES: &[(&str, &str)] =
    &[("en", include_str!("data/en.toml")), ("fr", include_str!("data/fr.toml"))];

/// A data file as it is written: lists of words.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    inside: String,
    inside_terms: String,
    inside_names: String,
    articles: String,
    capitals_throughout: bool,
    stop: String,
    not_first: String,
    not_last: String,
    weak: String,
}

/// Never part of a term.
pub(super) const STOP: u8 = 1;
/// May stand between the words of any term.
pub(super) const INSIDE: u8 = 2;
/// May stand between words in small letters.
pub(super) const INSIDE_TERMS: u8 = 4;
/// May stand between words with capitals.
pub(super) const INSIDE_NAMES: u8 = 8;
/// May follow a word that stands inside.
pub(super) const ARTICLE: u8 = 16;
/// Begins no term.
pub(super) const NOT_FIRST: u8 = 32;
/// Ends no term.
pub(super) const NOT_LAST: u8 = 64;
/// Makes no term with a function word.
pub(super) const WEAK: u8 = 128;

/// The marks of a language's words.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Does every word of a name have a capital?
    pub(super) capitals_throughout: bool,
    marks: HashMap<String, u8>,
}

static WORDS: LazyLock<Vec<(&'static str, Words)>> = LazyLock::new(|| {
    LANGUAGES.iter().map(|(lang, text)| (*lang, Words::read(text).unwrap_or_default())).collect()
});
static NONE: LazyLock<Words> = LazyLock::new(Words::default);

impl Words {
    /// The words of a language, whatever its region.
    pub(super) fn of(lang: &LanguageIdentifier) -> &'static Self {
        let code = lang.language.as_str();
        WORDS.iter().find(|(name, _)| *name == code).map_or(&NONE, |(_, words)| words)
    }

    /// Is anything known of the language?
    pub(super) fn is_known(&self) -> bool {
        !self.marks.is_empty()
    }

    /// The marks of a word in small letters.
    pub(super) fn marks(&self, word: &str) -> u8 {
        self.marks.get(word).copied().unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        let file: File = toml::from_str(text).ok()?;
        let mut marks: HashMap<String, u8> = HashMap::new();
        for (words, mark) in [
            (file.stop, STOP),
            (file.inside, INSIDE),
            (file.inside_terms, INSIDE_TERMS),
            (file.inside_names, INSIDE_NAMES),
            (file.articles, ARTICLE),
            (file.not_first, NOT_FIRST),
            (file.not_last, NOT_LAST),
            (file.weak, WEAK),
        ] {
            for word in words.split_whitespace() {
                *marks.entry(word.to_owned()).or_default() |= mark;
            }
        }
        Some(Self { capitals_throughout: file.capitals_throughout, marks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_can_be_read() {
        for (lang, text) in LANGUAGES {
            assert!(Words::read(text).is_some_and(|words| words.is_known()), "{lang}");
        }
    }

    #[test]
    fn a_word_may_have_several_marks() {
        let words = Words::of(&crate::lang::parse("fr-CA").unwrap());
        assert_eq!(words.marks("et"), STOP | INSIDE_NAMES);
        assert_eq!(words.marks("cessez-le-feu"), 0);
    }
}
