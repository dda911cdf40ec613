//! Site chrome against a catalogue of Fluent messages: navigation, comment forms, share buttons, notices.
//!
//! What surrounds an article is not translated sentence by sentence but known: the same few hundred strings, in
//! the wording of the platform that the site runs on. `locales/<language>/chrome/<platform>.ftl` hold them; the
//! same message in two languages is a pair. A line that no message is stays open, for nothing here guesses.
//!
//! Conventions of the files, beyond Fluent's own:
//! - a comment `# $count (Number)` (before a message) or `### $count (Number)` (for the file) says what may
//!   stand for a variable: `Number`, `Name`, `Date`, `Title`, `Terms` or `Any`; without one it is a `Name`, and where
//!   a plural selector stands on it a `Number`;
//! - a raw placeholder (`%s`, `%1$s`, `%d`, `{0}`) in a line may stand for any variable and goes over as it is;
//! - attributes are further wordings: `.alt`, `.alt1`, … of one language, facing the other language's value; an
//!   attribute of any other name faces the attribute of the same name;
//! - a variant `[none]` of a selector is the wording for an empty value;
//! - a comment `# visavis: to translate` before a message says that it is open; `# visavis: from "…"` quotes the
//!   text that a translation was made from.
//!
//! A user's own catalogue may also be gettext's (PO, MO) or JSON: each kind of file has its reader, and all end in
//! the same definitions.

mod addition;
mod append;
mod audit;
mod built_in;
mod code;
mod escape;
mod fuzzy;
mod gettext;
mod icu;
mod index;
mod jed;
mod json;
mod json_shape;
mod json_tree;
mod mo;
mod model;
mod normal;
mod pair;
mod pipes;
mod placeholders;
mod plural;
mod po;
mod read;
mod references;
mod silence;
mod spread;
mod strings;
mod template;
mod typography;
mod value;
mod write;

#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

use code::CATALOGUE;

use crate::bitext::Tier;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Suppression;
use crate::lang;
use crate::message::{Message, MessageSpec};
use crate::text::{Location, SourceFile, SourceId, Span};

pub use crate::diagnostic::Code;
pub use addition::{Addition, Naming};
pub use append::{FileKind, Host, New};
pub use audit::{Facing, Said};
pub use code::CODES;
pub(crate) use code::{TERM, UNUSED};

/// Everything that this layer may say.
pub(crate) fn messages() -> Vec<&'static [MessageSpec]> {
    vec![
        MESSAGES,
        audit::MESSAGES,
        json::MESSAGES,
        json_tree::MESSAGES,
        mo::MESSAGES,
        po::MESSAGES,
        read::MESSAGES,
    ]
}

crate::messages! { MESSAGES;
    no_language = "chrome-no-language" ();
    twice = "chrome-message-twice" (id);
}

static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut out = Catalogue::default();
    for (platform, lang, text) in built_in::FILES {
        if let Some(lang) = lang::parse(lang) {
            let read = read::read(text, None, 0);
            for (id, _, definition) in read.messages {
                out.put(&lang, platform, id, definition);
            }
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
    silenced: Vec<(SourceId, Suppression)>,
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
    /// The numbers of the catalogue's entries that say this.
    pub(crate) entries: Vec<usize>,
}

/// What is known of a gettext file beside its header.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'h> {
    /// The language of the translations, as the file's name says.
    pub lang: Option<&'h LanguageIdentifier>,
    /// The language of the texts that are translated.
    pub source: &'h LanguageIdentifier,
    /// The platform.
    pub name: &'h str,
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
        for (message, _, definition) in read.messages {
            self.put(lang, name, message, definition);
        }
        self.silence(id, read.silenced);
        self.reindex();
        read.faults
    }

    /// Takes in a PO file, which holds two languages: that of the texts (as its header says, else `source`) and
    /// that of the translations (as its header says, else `lang`). Otherwise as [`Catalogue::extend`].
    pub fn extend_po(
        &mut self,
        hints: Hints<'_>,
        id: SourceId,
        file: &SourceFile,
    ) -> Vec<Diagnostic> {
        let po::Read { items, mut faults, silenced } = po::read(id, file);
        self.silence(id, silenced);
        faults.extend(self.take(hints, id, &items));
        faults
    }

    /// Takes in an MO file as [`Catalogue::extend_po`] does a PO file. Its faults have no line: they stand at the
    /// beginning and name the byte.
    pub fn extend_mo(&mut self, hints: Hints<'_>, id: SourceId, bytes: &[u8]) -> Vec<Diagnostic> {
        let (items, messages) = mo::read(bytes);
        let mut faults: Vec<_> =
            messages.into_iter().map(|message| fault(id, Span::default(), message)).collect();
        faults.extend(self.take(hints, id, &items));
        faults
    }

    /// Takes in a JSON file, as [`Catalogue::extend_po`] does a PO file: it may name its language, or hold several.
    pub fn extend_json(
        &mut self,
        hints: Hints<'_>,
        id: SourceId,
        file: &SourceFile,
    ) -> Vec<Diagnostic> {
        if let Some(items) = jed::read(&file.text) {
            return self.take(hints, id, &items);
        }
        self.layers = self.layers.saturating_add(1);
        let read = json::read(&file.text, id, self.layers, hints.lang);
        let mut nameless = None;
        for (lang, message, definition) in read.messages {
            match lang.as_ref().or(hints.lang) {
                Some(lang) => self.put(lang, hints.name, message, definition),
                None => nameless = Some(fault(id, Span::default(), no_language())),
            }
        }
        self.silence(id, read.silenced);
        self.reindex();
        let said = read.faults.into_iter().map(|(span, message)| fault(id, span, message));
        let doubles = read.twice.into_iter().map(|(span, key)| fault(id, span, twice(key)));
        said.chain(doubles).chain(nameless).collect()
    }

    /// Comments in users' files that silence findings about them.
    pub fn suppressions(&self) -> &[(SourceId, Suppression)] {
        &self.silenced
    }

    fn silence(&mut self, id: SourceId, silenced: Vec<Suppression>) {
        self.silenced.extend(silenced.into_iter().map(|own| (id, own)));
    }

    fn take(&mut self, hints: Hints<'_>, id: SourceId, items: &gettext::Items) -> Vec<Diagnostic> {
        self.layers = self.layers.saturating_add(1);
        let header = items.header();
        let source = header.source.as_ref().unwrap_or(hints.source);
        let named = header.language.as_ref().or(hints.lang);
        // A template has texts and no language of translations: it is a file of the source language.
        let template = items.is_template() && !header.keyed;
        let Some(lang) = named.or(template.then_some(source)) else {
            return vec![fault(id, Span::default(), no_language())];
        };
        let (sides, doubles) = items.sides(&header, lang, Some(id), self.layers);
        for (message, own, other) in sides {
            if header.keyed {
                if let Some(other) = other {
                    self.put(lang, hints.name, message, other);
                }
                continue;
            }
            // A file of the source language repeats its texts, or leaves the translations empty.
            if lang::same(source, lang) {
                let own = other.filter(model::Definition::is_ready).unwrap_or(own);
                self.put(lang, hints.name, message, own);
                continue;
            }
            self.put(source, hints.name, message.clone(), own);
            if let Some(other) = other {
                self.put(lang, hints.name, message, other);
            }
        }
        self.reindex();
        doubles
            .into_iter()
            .map(|(span, id_)| fault(id, span, twice(id_.replace(model::CONTEXT, "|"))))
            .collect()
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

    fn put(
        &mut self,
        lang: &LanguageIdentifier,
        platform: &str,
        id: String,
        definition: model::Definition,
    ) {
        let next = self.entries.len();
        let at = *self.places.entry((platform.to_owned(), id.clone())).or_insert(next);
        if at == next {
            let (platform, sides) = (platform.to_owned(), Vec::new());
            self.entries.push(model::Entry { platform, id, sides });
        }
        let Some(entry) = self.entries.get_mut(at) else { return };
        match entry.sides.iter_mut().find(|(known, _)| known == lang) {
            Some((_, known)) => *known = definition,
            None => entry.sides.push((lang.clone(), definition)),
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

fn fault(source: SourceId, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(CATALOGUE, Severity::Error, Location { source, span }, message)
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
