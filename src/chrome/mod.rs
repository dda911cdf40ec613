//! Site chrome against a catalogue of Fluent messages: navigation, comment forms, share buttons, notices.
//!
//! What surrounds an article is not translated sentence by sentence but known: the same few hundred strings, in
//! the wording of the platform that the site runs on. `locales/<language>/chrome/<platform>.ftl` hold them; the
//! same message in two languages is a pair. A line that no message is stays open, for nothing here guesses.
//!
//! Conventions of the files, beyond Fluent's own:
//! - a comment `# $count (Number)` (before a message) or `### $count (Number)` (for the file) says what may
//!   stand for a variable: `Number`, `Name`, `Date`, `Title` or `Terms`; without one it is a `Name`, and where
//!   a plural selector stands on it a `Number`;
//! - a raw placeholder (`%s`, `%1$s`, `%d`, `{0}`) in a line may stand for any variable and goes over as it is;
//! - attributes are further wordings: `.alt`, `.alt1`, … of one language, facing the other language's value; an
//!   attribute of any other name faces the attribute of the same name;
//! - a variant `[none]` of a selector is the wording for an empty value.

mod built_in;
mod fuzzy;
mod index;
mod model;
mod normal;
mod pair;
mod read;
mod spread;
mod template;
mod typography;
mod value;
mod write;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

use crate::bitext::Tier;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang;
use crate::text::{SourceFile, SourceId};

pub use read::CATALOGUE;
pub(crate) use read::MESSAGES;

static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut out = Catalogue::default();
    for (platform, lang, text) in built_in::FILES {
        if let Some(lang) = lang::parse(lang) {
            let read = read::read(text, None, 0);
            out.merge(&lang, platform, read.messages);
        }
    }
    out.reindex();
    out
});

/// The strings of known platforms, in several languages.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    entries: Vec<model::Entry>,
    places: BTreeMap<(String, String), usize>,
    indices: Vec<index::Index>,
    layers: u32,
}

/// What a line of chrome was found to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairing {
    /// The messages that it may be, best first; none for an open line, more than one for an ambiguous one.
    pub found: Vec<Candidate>,
}

/// A message that a line may be, in the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The platform whose file holds the message; of a composite line, the first part's.
    pub platform: String,
    /// The message's Fluent identifier; of a composite line, the parts' identifiers with spaces between them.
    pub message: String,
    /// How the line was recognised.
    pub tier: Tier,
    /// The other language's side, with the line's own values, placeholders and ornaments.
    pub text: String,
    /// How sure it is, in thousandths: 1000 exact, 950 normalised, 900 template, the trigram likeness for fuzzy.
    pub score: u32,
}

/// How much of a platform the catalogue knows in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The platform.
    pub platform: String,
    /// The language.
    pub lang: LanguageIdentifier,
    /// Messages.
    pub messages: usize,
    /// Wordings, the messages' values included.
    pub wordings: usize,
}

impl Pairing {
    /// The one message that the line is; `None` where it is open or ambiguous.
    pub fn only(&self) -> Option<&Candidate> {
        match self.found.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

impl Catalogue {
    /// The catalogue that comes with the program. It is read once; clone it to extend it.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Takes in a user's own file: the strings of platform `name` in `lang`.
    ///
    /// Its messages replace those of the same platform, identifier and language, and go before all others when
    /// a line could be several. Faults are returned with their place; what is sound is taken in all the same.
    pub fn extend(
        &mut self,
        lang: &LanguageIdentifier,
        name: &str,
        id: SourceId,
        file: &SourceFile,
    ) -> Vec<Diagnostic> {
        self.layers = self.layers.saturating_add(1);
        let read = read::read(&file.text, Some(id), self.layers);
        self.merge(lang, name, read.messages);
        self.reindex();
        read.faults
    }

    /// What a line of chrome in one language is in the other.
    ///
    /// Time is linear in the bytes of the line; lines of more than 8192 characters are open.
    pub fn pair(&self, line: &str, from: &LanguageIdentifier, to: &LanguageIdentifier) -> Pairing {
        let langs = tags(from, self.indices.iter().map(|index| &index.lang));
        langs
            .filter(|lang| *lang != to)
            .filter_map(|lang| self.indices.iter().find(|index| index.lang == *lang))
            .map(|index| pair::pair(self, index, line, to))
            .find(|pairing| !pairing.found.is_empty())
            .unwrap_or_default()
    }

    /// Messages of users' files that have no counterpart in the other language, or one with other variables.
    ///
    /// Call it when every file has been taken in.
    pub fn audit(&self, from: &LanguageIdentifier, to: &LanguageIdentifier) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        for entry in &self.entries {
            for (own, other) in [(from, to), (to, from)] {
                let Some((definition, at)) =
                    entry.side(own).and_then(|definition| Some((definition, definition.at?)))
                else {
                    continue;
                };
                let message = match entry.side(other) {
                    None => read::no_counterpart(&entry.id, other),
                    Some(facing) if facing.variables() != definition.variables() => {
                        let (own, facing) =
                            (definition.variables().join(", "), facing.variables().join(", "));
                        read::variables_differ(&entry.id, other, own, facing)
                    }
                    Some(_) => continue,
                };
                out.push(Diagnostic::new(CATALOGUE, Severity::Warning, at, message));
            }
        }
        out
    }

    /// How much the catalogue knows, by platform and language, in the order in which they were read.
    pub fn glance(&self) -> Vec<Glance> {
        let mut out: Vec<Glance> = Vec::new();
        for entry in &self.entries {
            for (lang, definition) in &entry.sides {
                let wordings = definition.wordings.len();
                match out.iter_mut().find(|row| row.platform == entry.platform && row.lang == *lang)
                {
                    Some(row) => {
                        row.messages += 1;
                        row.wordings += wordings;
                    }
                    None => out.push(Glance {
                        platform: entry.platform.clone(),
                        lang: lang.clone(),
                        messages: 1,
                        wordings,
                    }),
                }
            }
        }
        out
    }

    fn merge(
        &mut self,
        lang: &LanguageIdentifier,
        platform: &str,
        messages: Vec<(String, crate::text::Span, model::Definition)>,
    ) {
        for (id, _, definition) in messages {
            let next = self.entries.len();
            let at = *self.places.entry((platform.to_owned(), id.clone())).or_insert(next);
            if at == next {
                self.entries.push(model::Entry {
                    platform: platform.to_owned(),
                    id,
                    sides: Vec::new(),
                });
            }
            let Some(entry) = self.entries.get_mut(at) else { continue };
            match entry.sides.iter_mut().find(|(known, _)| known == lang) {
                Some((_, known)) => *known = definition,
                None => entry.sides.push((lang.clone(), definition)),
            }
        }
    }

    fn reindex(&mut self) {
        let mut langs: Vec<LanguageIdentifier> = Vec::new();
        for (lang, _) in self.entries.iter().flat_map(|entry| &entry.sides) {
            if !langs.contains(lang) {
                langs.push(lang.clone());
            }
        }
        self.indices = langs.iter().map(|lang| index::Index::of(lang, &self.entries)).collect();
    }
}

/// The tags that speak `wanted`'s language: itself, then the bare language, then its other regions.
fn tags<'a>(
    wanted: &LanguageIdentifier,
    known: impl Iterator<Item = &'a LanguageIdentifier>,
) -> impl Iterator<Item = &'a LanguageIdentifier> {
    let mut found: Vec<&LanguageIdentifier> = known.filter(|tag| lang::same(tag, wanted)).collect();
    found.sort_by_key(|tag| (*tag != wanted, tag.region.is_some(), tag.to_string()));
    found.dedup();
    found.into_iter()
}
