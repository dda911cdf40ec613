//! What a locale wants between words and marks, from `data/typography.toml`.

use std::sync::LazyLock;

use serde::Deserialize;
use unic_langid::LanguageIdentifier;

/// Spaces that a text may hold, the ordinary one first: no-break, thin, narrow no-break, figure and punctuation space.
pub(super) const SPACES: [char; 6] =
    [' ', '\u{A0}', '\u{2009}', '\u{202F}', '\u{2007}', '\u{2008}'];

/// Marks, and the spaces that may stand beside them; the first is the usual one, none means that they touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) marks: Vec<char>,
    pub(super) spaces: Vec<char>,
}

/// What one locale wants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Spacing {
    /// Before a mark.
    pub(super) before: Vec<Beside>,
    /// Behind a mark.
    pub(super) after: Vec<Beside>,
    /// Between a digit and a mark; without marks, between groups of three digits.
    pub(super) digits: Vec<Beside>,
}

impl Spacing {
    /// What the locale of a language wants; `None` where nothing is known of it.
    pub(super) fn of(lang: &LanguageIdentifier) -> Option<&'static Self> {
        let tag = lang.to_string();
        let find = |wanted: &str| {
            TABLE.iter().find(|(tags, _)| tags.iter().any(|tag| tag == wanted)).map(|(_, own)| own)
        };
        find(&tag).or_else(|| find(lang.language.as_str()))
    }
}

/// What stands beside a mark according to a list; `None` where the list does not know the mark.
pub(super) fn beside(list: &[Beside], mark: char) -> Option<&[char]> {
    list.iter().find(|entry| entry.marks.contains(&mark)).map(|entry| entry.spaces.as_slice())
}

static TABLE: LazyLock<Vec<(Vec<String>, Spacing)>> = LazyLock::new(|| {
    // A test reads the file; a slip in it would cost the rule, never the run.
    let file: File = toml::from_str(include_str!("data/typography.toml")).unwrap_or_default();
    file.locale.into_iter().map(|own| (own.langs.clone(), own.compile())).collect()
});

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    locale: Vec<Locale>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Locale {
    langs: Vec<String>,
    #[serde(default)]
    before: Vec<Line>,
    #[serde(default)]
    after: Vec<Line>,
    #[serde(default)]
    digits: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    marks: String,
    spaces: Vec<String>,
}

impl Locale {
    fn compile(self) -> Spacing {
        let lines = |lines: Vec<Line>| lines.into_iter().map(Line::compile).collect();
        Spacing { before: lines(self.before), after: lines(self.after), digits: lines(self.digits) }
    }
}

impl Line {
    fn compile(self) -> Beside {
        let space = |code: &String| u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        Beside {
            marks: self.marks.chars().collect(),
            spaces: self.spaces.iter().filter_map(space).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    fn before(tag: &str, mark: char) -> Option<Vec<char>> {
        let spacing = Spacing::of(&lang::parse(tag).unwrap())?;
        beside(&spacing.before, mark).map(<[char]>::to_vec)
    }

    #[test]
    fn the_file_is_read_without_a_mistake_and_every_space_is_one() {
        let file: File = toml::from_str(include_str!("data/typography.toml")).unwrap();
        for locale in &file.locale {
            assert!(locale.langs.iter().all(|tag| lang::parse(tag).is_some()), "{locale:?}");
        }
        for (_, spacing) in TABLE.iter() {
            for entry in spacing.before.iter().chain(&spacing.after).chain(&spacing.digits) {
                assert!(entry.spaces.iter().all(|c| SPACES.contains(c)), "{entry:?}");
            }
        }
    }

    #[test]
    fn a_country_has_its_own_usage_and_a_language_one_of_no_country() {
        assert_eq!(before("fr-FR", ':'), Some(vec!['\u{A0}']));
        assert_eq!(before("fr-CA", '!'), Some(vec![]));
        assert_eq!(before("fr-CH", ':'), Some(vec!['\u{202F}']));
        assert_eq!(before("fr-BE", '!'), Some(vec!['\u{202F}', '\u{A0}']));
        assert_eq!(before("en-GB", '!'), Some(vec![]));
        assert_eq!(before("ja", '!'), None);
        assert_eq!(before("fr", ','), None);
    }
}
