//! Word lists of a language: the files of `data/`, and those of a user, which add to them.
//!
//! Both have the same keys, so that a list that has proved itself in a project can be given back unchanged. What is
//! built in is held to its form by tests; a user's file is read with every mistake at its place.

use std::collections::HashSet;

use serde::Deserialize;

use crate::diagnostic::Diagnostic;
use crate::text::{SourceFile, SourceId};
use crate::toml_reader::{Reader, Table, parse};

/// The languages that have a file of their own, with it.
pub(super) const LANGUAGES: &[(&str, &str)] = &[
    ("de", include_str!("data/de.toml")),
    ("en", include_str!("data/en.toml")),
    ("es", include_str!("data/es.toml")),
    ("fr", include_str!("data/fr.toml")),
    ("it", include_str!("data/it.toml")),
    ("pt", include_str!("data/pt.toml")),
];

/// For every other language.
pub(super) const DEFAULT: &str = include_str!("data/default.toml");

const KEYS: &[&str] = &[
    "never-end",
    "end-before-starter",
    "end-unless-number",
    "months",
    "starters",
    "reporting",
    "exclaimed",
    "suffixes",
    "ordinals",
    "not-abbreviations",
];

/// What one file says of a language; its keys are explained in `data/default.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Lists {
    pub(super) never_end: Vec<String>,
    pub(super) end_before_starter: Vec<String>,
    pub(super) end_unless_number: Vec<String>,
    pub(super) months: Vec<String>,
    pub(super) starters: Vec<String>,
    pub(super) reporting: Vec<String>,
    pub(super) exclaimed: Vec<String>,
    pub(super) suffixes: Vec<String>,
    pub(super) ordinals: Option<Ordinals>,
    /// Words that are built in as abbreviations and are none here.
    pub(super) not_abbreviations: Vec<String>,
}

/// The table `[ordinals]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct Ordinals {
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
}

impl Lists {
    /// Reads a user's file. What could not be understood is left out and reported.
    pub fn read(id: SourceId, file: &SourceFile) -> (Self, Vec<Diagnostic>) {
        let (mut reader, mut root) = parse(id, file);
        let r = &mut reader;
        let ordinals = root.table(r, "ordinals").map(|mut table| {
            let found = Ordinals {
                before: words(r, &mut table, "before"),
                after: words(r, &mut table, "after"),
            };
            table.finish(r, &["before", "after"]);
            found
        });
        let lists = Self {
            never_end: words(r, &mut root, "never-end"),
            end_before_starter: words(r, &mut root, "end-before-starter"),
            end_unless_number: words(r, &mut root, "end-unless-number"),
            months: words(r, &mut root, "months"),
            starters: words(r, &mut root, "starters"),
            reporting: words(r, &mut root, "reporting"),
            exclaimed: words(r, &mut root, "exclaimed"),
            suffixes: words(r, &mut root, "suffixes"),
            ordinals,
            not_abbreviations: words(r, &mut root, "not-abbreviations"),
        };
        root.finish(r, KEYS);
        (lists, reader.faults)
    }

    /// All that holds in a language, by its primary subtag, with what a user adds.
    pub(super) fn of(language: &str, more: Option<&Self>) -> Self {
        let mut default = built_in(DEFAULT);
        let own = LANGUAGES.iter().find(|(code, _)| *code == language);
        let mut lists = match own {
            Some((_, data)) => {
                let mut lists = built_in(data);
                // English names and the names of sites are written in every language.
                lists.suffixes = std::mem::take(&mut default.suffixes);
                let known: HashSet<&String> = lists.abbreviations().into_iter().flatten().collect();
                default.never_end.retain(|word| !known.contains(word));
                lists.never_end.append(&mut default.never_end);
                lists
            }
            None => default,
        };
        if let Some(more) = more {
            lists.add(more);
        }
        lists
    }

    /// Adds lists; what they say of an abbreviation holds over what was said before.
    fn add(&mut self, more: &Self) {
        let said = more.abbreviations().into_iter().chain([&more.not_abbreviations]).flatten();
        let said: HashSet<&String> = said.collect();
        for list in [
            &mut self.never_end,
            &mut self.end_before_starter,
            &mut self.end_unless_number,
            &mut self.months,
        ] {
            list.retain(|word| !said.contains(word));
        }
        for (list, more) in [
            (&mut self.never_end, &more.never_end),
            (&mut self.end_before_starter, &more.end_before_starter),
            (&mut self.end_unless_number, &more.end_unless_number),
            (&mut self.months, &more.months),
            (&mut self.starters, &more.starters),
            (&mut self.reporting, &more.reporting),
            (&mut self.exclaimed, &more.exclaimed),
            (&mut self.suffixes, &more.suffixes),
        ] {
            list.extend(more.iter().cloned());
        }
        if let Some(more) = &more.ordinals {
            let own = self.ordinals.get_or_insert_default();
            own.before.extend(more.before.iter().cloned());
            own.after.extend(more.after.iter().cloned());
        }
    }

    /// The four lists of words whose period may not end a sentence.
    fn abbreviations(&self) -> [&Vec<String>; 4] {
        [&self.never_end, &self.end_before_starter, &self.end_unless_number, &self.months]
    }
}

fn built_in(data: &str) -> Lists {
    // A test reads every file; a slip in one costs that language its abbreviations, never the run.
    toml::from_str(data).unwrap_or_default()
}

/// A list of words; people write abbreviations with their period, which the lists leave out.
fn words(reader: &mut Reader, table: &mut Table<'_>, key: &str) -> Vec<String> {
    let words = table.strings(reader, key).unwrap_or_default().into_iter();
    words
        .map(|(word, _)| word.trim().strip_suffix('.').unwrap_or(word.trim()).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
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
            let file: Result<Lists, _> = toml::from_str(data);
            assert!(file.is_ok(), "{code}.toml: {file:?}");
        }
    }

    #[test]
    fn a_built_in_file_is_a_users_file() {
        for (code, data) in all() {
            let file = SourceFile::decode("a.toml", data.as_bytes());
            let (read, faults) = Lists::read(SourceId::new(0), &file);
            assert_eq!(faults, [], "{code}.toml");
            assert_eq!(read, built_in(data), "{code}.toml");
        }
    }

    #[test]
    fn no_abbreviation_stands_in_two_lists() {
        for (code, data) in all() {
            let file = built_in(data);
            let mut seen = BTreeSet::new();
            for word in file.abbreviations().into_iter().flatten() {
                assert!(!word.ends_with('.'), "{code}.toml: {word} is written without its period");
                assert!(seen.insert(word), "{code}.toml: {word} stands twice");
            }
        }
    }

    #[test]
    fn no_suffix_of_a_name_begins_sentences() {
        // Portuguese "com" (with) is the exception: behind a period that touches, an address is likelier.
        let suffixes = built_in(DEFAULT).suffixes;
        for (code, data) in all() {
            let starters = built_in(data).starters;
            let both: Vec<_> =
                suffixes.iter().filter(|word| starters.contains(word) && *word != "com").collect();
            assert!(both.is_empty(), "{code}.toml: {both:?}");
        }
    }

    #[test]
    fn a_mistake_in_a_users_file_has_its_place_and_the_rest_is_read() {
        let text = "never-ends = ['x']\nmonths = ['brum.', ' ', 3]\n";
        let file = SourceFile::decode("a.toml", text.as_bytes());
        let (lists, faults) = Lists::read(SourceId::new(0), &file);
        let found: Vec<_> = faults
            .iter()
            .map(|fault| (fault.message.id, file.line_column(fault.primary.at.span.start()).line))
            .collect();
        assert_eq!(found, [("toml-wrong-type", 2), ("toml-unknown-key-nearest", 1)]);
        assert_eq!(lists.months, ["brum"]);
    }
}
