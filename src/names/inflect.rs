//! Inflected names: endings of languages that put them behind names, taken off.
//!
//! Only done where the caller names the language: in a French text, Putina would be another name.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::words;

/// Fewest letters that remain.
const STEM: usize = 3;

/// Endings by language.
#[derive(Debug, Default)]
pub(super) struct Endings(BTreeMap<String, Vec<String>>);

impl Endings {
    pub(super) fn new() -> Self {
        Self(words::endings())
    }

    pub(super) fn has(&self, lang: &LanguageIdentifier) -> bool {
        self.0.contains_key(lang.language.as_str())
    }

    /// The text with each ending taken off that its last word may have.
    pub(super) fn base_forms(&self, text: &str, lang: &LanguageIdentifier) -> Vec<String> {
        let Some(endings) = self.0.get(lang.language.as_str()) else { return Vec::new() };
        // A case ending behind an apostrophe: Erdoğan’ın.
        let whole = text.trim().replace(['’', '\''], "");
        let mut forms: Vec<String> = Vec::new();
        for ending in endings {
            let count = ending.chars().count();
            let mut tail: Vec<char> = whole.chars().rev().take(count).collect();
            tail.reverse();
            let plain: String = tail.iter().flat_map(|c| c.to_lowercase()).map(plain).collect();
            let stem: String =
                whole.chars().take(whole.chars().count().saturating_sub(count)).collect();
            let letters = stem.chars().rev().take_while(|c| c.is_alphabetic()).count();
            if plain == *ending && letters >= STEM && !forms.contains(&stem) {
                forms.push(stem);
            }
        }
        forms
    }
}

/// The letter without a mark that no ending in the list has.
fn plain(c: char) -> char {
    match c {
        'ů' | 'ú' | 'ü' => 'u',
        'á' | 'ă' | 'ą' => 'a',
        'é' | 'ě' | 'ę' => 'e',
        'í' | 'ı' => 'i',
        'ó' | 'ö' => 'o',
        'ý' => 'y',
        other => other,
    }
}
