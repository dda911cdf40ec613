//! What a language knows of its sentences, compiled from its word lists.
//!
//! A linguist can change the lists without reading a rule. An entry in lower case is found in any case; an entry
//! with a capital only as it is written, so that `No.` can be an abbreviation where `no.` ends a sentence.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::lists::{LANGUAGES, Lists};

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

/// The built-in rules of each language, compiled when a text first asks for them and kept: a run may look at ten
/// thousand files. The last are those of every other language.
static BUILT_IN: [OnceLock<Arc<Rules>>; LANGUAGES.len() + 1] =
    [const { OnceLock::new() }; LANGUAGES.len() + 1];

impl Rules {
    /// The built-in rules of a language, by its primary subtag.
    pub(super) fn built_in(language: &str) -> Arc<Self> {
        let compile = || Arc::new(Self::new(&Lists::of(language, None)));
        let known = LANGUAGES.iter().position(|(code, _)| *code == language);
        let rules = BUILT_IN.get(known.unwrap_or(LANGUAGES.len()));
        rules.map_or_else(compile, |rules| Arc::clone(rules.get_or_init(compile)))
    }

    /// Compiles the lists of a language.
    pub(super) fn new(lists: &Lists) -> Self {
        let kinds = [
            (&lists.end_unless_number, Abbreviation::NotBeforeNumber),
            (&lists.months, Abbreviation::BeforeStarter),
            (&lists.end_before_starter, Abbreviation::BeforeStarter),
            (&lists.never_end, Abbreviation::Never),
        ];
        let mut abbreviations = HashMap::new();
        for (words, kind) in kinds {
            for word in words {
                abbreviations.insert(word.as_str().into(), kind);
            }
        }
        let ordinals = lists.ordinals.as_ref();
        Self {
            abbreviations,
            starters: set(&lists.starters),
            reporting: set(&lists.reporting),
            exclaimed: set(&lists.exclaimed),
            suffixes: set(&lists.suffixes),
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
    use super::*;

    #[test]
    fn an_entry_in_lower_case_is_found_in_any_case_and_one_with_capitals_is_not() {
        let rules = Rules::new(&Lists::of("en", None));
        assert_eq!(rules.abbreviation("Mr"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("MR"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("Gen"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("gen"), None);
        let rules = Rules::new(&Lists::of("fr", None));
        assert_eq!(rules.abbreviation("ÉD"), Some(Abbreviation::BeforeStarter));
        assert_eq!(rules.abbreviation(&"M".repeat(500)), None);
    }

    #[test]
    fn what_a_user_says_holds_over_what_is_built_in() {
        let more = Lists {
            never_end: vec!["etc".to_owned(), "chbre".to_owned()],
            not_abbreviations: vec!["cf".to_owned()],
            ..Lists::default()
        };
        let rules = Rules::new(&Lists::of("fr", Some(&more)));
        assert_eq!(rules.abbreviation("etc"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("chbre"), Some(Abbreviation::Never));
        assert_eq!(rules.abbreviation("cf"), None);
        assert_eq!(rules.abbreviation("M"), Some(Abbreviation::Never));
    }
}
