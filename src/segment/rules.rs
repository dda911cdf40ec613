//! What a language knows of its sentences, compiled from the TOML files of `data/`.
//!
//! A linguist can change those files without reading a rule. An entry in lower case is found in any case; an entry
//! with a capital only as it is written, so that `No.` can be an abbreviation where `no.` ends a sentence.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

/// The languages that have a file of their own, with it.
const LANGUAGES: &[(&str, &str)] = &[
    ("de", include_str!("data/de.toml")),
    ("en", include_str!("data/en.toml")),
    ("es", include_str!("data/es.toml")),
    ("fr", include_str!("data/fr.toml")),
    ("it", include_str!("data/it.toml")),
    ("pt", include_str!("data/pt.toml")),
];

/// For every other language.
const DEFAULT: &str = include_str!("data/default.toml");

/// When a word with a period behind it ends a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Never: a title, `e.g.`.
    Never,
    /// Only where a word follows that often begins a sentence: `etc.`, `Inc.`.
    BeforeStarter,
    /// Always, but not before a number: `No.`, `p.`.
    NotBeforeNumber,
}

/// The compiled rules of one language.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    abbreviations: HashMap<Box<str>, Abbreviation>,
    starters: HashSet<Box<str>>,
    reporting: HashSet<Box<str>>,
    exclaimed: HashSet<Box<str>>,
    suffixes: HashSet<Box<str>>,
    /// Does a number with a period stand for an ordinal (German `3. Oktober`)?
    pub(super) has_ordinals: bool,
    ordinal_before: HashSet<Box<str>>,
    ordinal_after: HashSet<Box<str>>,
}

/// A data file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct File {
    never_end: Vec<String>,
    end_before_starter: Vec<String>,
    end_unless_number: Vec<String>,
    months: Vec<String>,
    starters: Vec<String>,
    reporting: Vec<String>,
    exclaimed: Vec<String>,
    suffixes: Vec<String>,
    ordinals: Option<Ordinals>,
}

/// The table `[ordinals]`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Ordinals {
    before: Vec<String>,
    after: Vec<String>,
}

impl Rules {
    /// The rules of a language, by its primary subtag.
    pub(super) fn of(language: &str) -> Self {
        let own = LANGUAGES.iter().find(|(code, _)| *code == language).map(|(_, data)| *data);
        let default = read(DEFAULT);
        let Some(own) = own else { return Self::compile(&default) };
        let mut rules = Self::compile(&read(own));
        // English names and the names of sites are written in every language.
        rules.suffixes = set(&default.suffixes);
        for word in &default.never_end {
            rules.abbreviations.entry(word.as_str().into()).or_insert(Abbreviation::Never);
        }
        rules
    }

    fn compile(file: &File) -> Self {
        let mut abbreviations = HashMap::new();
        let kinds = [
            (&file.end_unless_number, Abbreviation::NotBeforeNumber),
            (&file.months, Abbreviation::BeforeStarter),
            (&file.end_before_starter, Abbreviation::BeforeStarter),
            (&file.never_end, Abbreviation::Never),
        ];
        for (words, kind) in kinds {
            for word in words {
                abbreviations.insert(word.as_str().into(), kind);
            }
        }
        let ordinals = file.ordinals.as_ref();
        Self {
            abbreviations,
            starters: set(&file.starters),
            reporting: set(&file.reporting),
            exclaimed: set(&file.exclaimed),
            suffixes: set(&file.suffixes),
            has_ordinals: ordinals.is_some(),
            ordinal_before: ordinals.map(|table| set(&table.before)).unwrap_or_default(),
            ordinal_after: ordinals.map(|table| set(&table.after)).unwrap_or_default(),
        }
    }

    /// What is known of a word as an abbreviation; the word stands without its last period.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).or_else(|| self.abbreviations.get(&*lower(word)?)).copied()
    }

    /// Does the word often begin a sentence?
    pub(super) fn is_starter(&self, word: &str) -> bool {
        holds(&self.starters, word)
    }

    /// Is it a verb that reports speech?
    pub(super) fn is_reporting(&self, word: &str) -> bool {
        holds(&self.reporting, word)
    }

    /// Is it a name written with an exclamation mark?
    pub(super) fn is_exclaimed(&self, word: &str) -> bool {
        self.exclaimed.contains(word)
    }

    /// Does the word end names of files, sites or products (`com`, `pdf`, `js`)?
    pub(super) fn is_suffix(&self, word: &str) -> bool {
        holds(&self.suffixes, word)
    }

    /// May what follows a number make it an ordinal (`3. Oktober`)?
    pub(super) fn makes_ordinal_after(&self, word: &str) -> bool {
        holds(&self.ordinal_after, word)
    }

    /// May what precedes a number make it an ordinal (`am 3.`)?
    pub(super) fn makes_ordinal_before(&self, word: &str) -> bool {
        holds(&self.ordinal_before, word)
    }
}

fn read(data: &str) -> File {
    // A test reads every file; a slip in one costs that language its abbreviations, never the run.
    toml::from_str(data).unwrap_or_default()
}

fn set(words: &[String]) -> HashSet<Box<str>> {
    words.iter().map(|word| word.as_str().into()).collect()
}

fn holds(set: &HashSet<Box<str>>, word: &str) -> bool {
    set.contains(word) || lower(word).is_some_and(|lower| set.contains(&*lower))
}

/// A word in lower case, on the stack; `None` for words too long to be in any list or in lower case already.
fn lower(word: &str) -> Option<Small> {
    let mut small = Small { bytes: [0; Small::ROOM], len: 0 };
    let mut changed = false;
    for c in word.chars() {
        changed |= c.is_uppercase();
        for c in c.to_lowercase() {
            small.push(c)?;
        }
    }
    changed.then_some(small)
}

/// A short string without an allocation: look-ups are made for every period of a text.
struct Small {
    bytes: [u8; Self::ROOM],
    len: usize,
}

impl Small {
    const ROOM: usize = 48;

    fn push(&mut self, c: char) -> Option<()> {
        let room = self.bytes.get_mut(self.len..self.len + c.len_utf8())?;
        self.len += c.encode_utf8(room).len();
        Some(())
    }
}

impl std::ops::Deref for Small {
    type Target = str;

    fn deref(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
        LANGUAGES.iter().copied().chain([("default", DEFAULT)])
    }

    #[test]
    fn every_data_file_is_read_without_a_mistake() {
        for (code, data) in all() {
            let file: Result<File, _> = toml::from_str(data);
            assert!(file.is_ok(), "{code}.toml: {file:?}");
        }
    }

    #[test]
    fn no_abbreviation_stands_in_two_lists() {
        for (code, data) in all() {
            let file: File = toml::from_str(data).unwrap();
            let mut seen = BTreeSet::new();
            let lists =
                [&file.never_end, &file.end_before_starter, &file.end_unless_number, &file.months];
            for word in lists.into_iter().flatten() {
                assert!(!word.ends_with('.'), "{code}.toml: {word} is written without its period");
                assert!(seen.insert(word), "{code}.toml: {word} stands twice");
            }
        }
    }

    #[test]
    fn no_suffix_of_a_name_begins_sentences() {
        // Portuguese "com" (with) is the exception: behind a period that touches, an address is likelier.
        let suffixes = read(DEFAULT).suffixes;
        for (code, data) in all() {
            let starters = read(data).starters;
            let both: Vec<_> =
                suffixes.iter().filter(|word| starters.contains(word) && *word != "com").collect();
            assert!(both.is_empty(), "{code}.toml: {both:?}");
        }
    }

    #[test]
    fn an_entry_in_lower_case_is_found_in_any_case_and_one_with_capitals_is_not() {
        let rules = Rules::of("en");
        assert_eq!(rules.abbreviation("Mr"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("MR"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("Gen"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("gen"), None);
        assert_eq!(Rules::of("fr").abbreviation("ÉD"), Some(Abbreviation::BeforeStarter));
        assert_eq!(rules.abbreviation(&"M".repeat(500)), None);
    }
}
