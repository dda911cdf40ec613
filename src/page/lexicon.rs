//! What is known of languages: word lists, scripts, distinctive letters, letter tables.
//!
//! Everything is read once from the files in `data`, on first use.
//! A language needs a word list to be told from others of its script: one file in `data/words`, one line here.
//! The maps are for look-ups only; nothing iterates over them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::ngrams::Table;

/// The word lists; the place in this list is the language's bit in a [`Mask`].
const WORDS: &[(&str, &str)] = &[
    ("en", include_str!("data/words/en.txt")),
    ("fr", include_str!("data/words/fr.txt")),
    ("de", include_str!("data/words/de.txt")),
    ("es", include_str!("data/words/es.txt")),
    ("it", include_str!("data/words/it.txt")),
    ("pt", include_str!("data/words/pt.txt")),
    ("nl", include_str!("data/words/nl.txt")),
    ("tr", include_str!("data/words/tr.txt")),
    ("pl", include_str!("data/words/pl.txt")),
    ("sv", include_str!("data/words/sv.txt")),
    ("ru", include_str!("data/words/ru.txt")),
    ("uk", include_str!("data/words/uk.txt")),
    ("ar", include_str!("data/words/ar.txt")),
    ("fa", include_str!("data/words/fa.txt")),
];
const NEUTRAL: &str = include_str!("data/words/neutral.txt");
const LANGUAGES: &str = include_str!("data/languages.tsv");

/// A set of languages with a word list, a bit for each.
pub(super) type Mask = u32;

static LEXICON: LazyLock<HashMap<&'static str, Mask>> = LazyLock::new(|| {
    let mut map: HashMap<&str, Mask> = HashMap::new();
    for (at, (_, list)) in WORDS.iter().enumerate() {
        for word in entries(list) {
            *map.entry(word).or_default() |= 1 << at;
        }
    }
    for word in entries(NEUTRAL) {
        map.insert(word, Mask::MAX);
    }
    map
});

static SCRIPTS: LazyLock<HashMap<&'static str, (&'static str, &'static str)>> =
    LazyLock::new(|| {
        let lines = LANGUAGES.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| {
                let mut fields = line.split('\t');
                Some((fields.next()?, (fields.next()?, fields.next().unwrap_or_default())))
            })
            .collect()
    });

static TABLES: [(&str, LazyLock<Table>); 6] = [
    ("en", LazyLock::new(|| Table::read(include_str!("data/ngrams/en.tsv")))),
    ("fr", LazyLock::new(|| Table::read(include_str!("data/ngrams/fr.tsv")))),
    ("de", LazyLock::new(|| Table::read(include_str!("data/ngrams/de.tsv")))),
    ("es", LazyLock::new(|| Table::read(include_str!("data/ngrams/es.tsv")))),
    ("it", LazyLock::new(|| Table::read(include_str!("data/ngrams/it.tsv")))),
    ("pt", LazyLock::new(|| Table::read(include_str!("data/ngrams/pt.tsv")))),
];

/// The words of a list, comments left out.
fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// The codes of the languages that can be told without being asked for: those with a word list, and the first of
/// `data/languages.tsv` for each other script.
pub(super) fn known() -> Vec<&'static str> {
    let mut codes: Vec<&str> = WORDS.iter().map(|(code, _)| *code).collect();
    let lines = LANGUAGES.lines().filter(|line| !line.starts_with('#'));
    for code in lines.filter_map(|line| line.split('\t').next()) {
        if codes.iter().all(|known| script(known) != script(code)) {
            codes.push(code);
        }
    }
    codes
}

/// The languages in whose lists a word (in lower case) stands; every bit for a word of no language.
pub(super) fn languages_of(word: &str) -> Mask {
    LEXICON.get(word).copied().unwrap_or_default()
}

/// The bit of a language; 0 where it has no word list.
pub(super) fn bit(code: &str) -> Mask {
    WORDS.iter().position(|(listed, _)| *listed == code).map_or(0, |at| 1 << at)
}

/// The script a language is written in, as [`script_of`] names it.
pub fn script(code: &str) -> &'static str {
    SCRIPTS.get(code).map_or("Latin", |(script, _)| script)
}

/// Letters that tell a language from others of its script.
pub(super) fn letters(code: &str) -> &'static str {
    SCRIPTS.get(code).map_or("", |(_, letters)| letters)
}

/// Does a word (in lower case) stand in a language's list of common words, or in that of words of no language?
pub fn is_listed(word: &str, code: &str) -> bool {
    let mask = languages_of(word);
    mask == Mask::MAX || mask & bit(code) != 0
}

/// The letter table of a language, read on first use.
pub(super) fn table(code: &str) -> Option<&'static Table> {
    TABLES.iter().find(|(known, _)| *known == code).map(|(_, table)| &**table)
}

/// The script of a letter; `None` for digits, punctuation and scripts that are not told apart here.
pub fn script_of(c: char) -> Option<&'static str> {
    Some(match u32::from(c) {
        0x41..=0x5A | 0x61..=0x7A | 0xAA | 0xBA | 0xC0..=0x24F | 0x1E00..=0x1EFF => "Latin",
        0x370..=0x3FF | 0x1F00..=0x1FFF => "Greek",
        0x400..=0x52F => "Cyrillic",
        0x530..=0x58F => "Armenian",
        0x590..=0x5FF => "Hebrew",
        0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => {
            "Arabic"
        }
        0x900..=0x97F => "Devanagari",
        0x980..=0x9FF => "Bengali",
        0xA00..=0xA7F => "Gurmukhi",
        0xA80..=0xAFF => "Gujarati",
        0xB80..=0xBFF => "Tamil",
        0xC00..=0xC7F => "Telugu",
        0xC80..=0xCFF => "Kannada",
        0xD00..=0xD7F => "Malayalam",
        0xD80..=0xDFF => "Sinhala",
        0xE00..=0xE7F => "Thai",
        0xE80..=0xEFF => "Lao",
        0xF00..=0xFFF => "Tibetan",
        0x1000..=0x109F => "Myanmar",
        0x10A0..=0x10FF | 0x1C90..=0x1CBF => "Georgian",
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => "Hangul",
        0x1200..=0x139F => "Ethiopic",
        0x1780..=0x17FF => "Khmer",
        0x3040..=0x30FF | 0x31F0..=0x31FF => "Kana",
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => "Han",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_lists_is_one_word_as_the_detector_sees_it() {
        for (code, list) in WORDS.iter().chain(&[("neutral", NEUTRAL)]) {
            for entry in entries(list) {
                let seen: Vec<_> = crate::text::words(entry).map(|word| word.text).collect();
                assert_eq!(seen, [entry], "{code}");
                assert_eq!(crate::text::fold_case(entry), entry, "{code}");
            }
        }
    }

    #[test]
    fn every_language_that_can_be_told_has_a_script() {
        for code in known() {
            assert!(SCRIPTS.contains_key(code), "{code}");
        }
        assert!(known().contains(&"zh") && known().contains(&"el"));
    }
}
