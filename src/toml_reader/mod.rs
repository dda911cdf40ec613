//! TOML files that people write: values with their positions, every mistake collected, none fatal.
//!
//! `serde` stops at the first mistake and speaks English; a translator who edits a glossary by hand is helped
//! more by all mistakes at once, each with its line, its column and the nearest known key.

mod mend;
mod node;
mod parts;
mod syntax;

pub use mend::{Mended, mend};
pub use node::{Entry, Name, Node, NodeKind};
pub use parts::in_parts;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Severity};
use crate::message::Message;
use crate::text::{Location, SourceFile, SourceId, Span};

crate::messages! { MESSAGES;
    syntax = "toml-syntax" (detail);
    duplicate_key = "toml-duplicate-key" (key);
    unquoted = "toml-unquoted" (value);
    open_string = "toml-open-string" ();
    no_value = "toml-no-value" ();
    missing_comma = "toml-missing-comma" ();
    extra_comma = "toml-extra-comma" ();
    unclosed = "toml-unclosed" (mark);
    bad_key = "toml-bad-key" (key);
    bad_escape = "toml-bad-escape" ();
    too_deep = "toml-too-deep" ();
    unknown_key = "toml-unknown-key" (key);
    unknown_key_nearest = "toml-unknown-key-nearest" (key, nearest);
    wrong_type = "toml-wrong-type" (key, expected, found);
    wrong_value = "toml-wrong-value" (key, value, expected);
    missing_key = "toml-missing-key" (key);
}

/// The code under which faults of a TOML file are reported.
pub const SYNTAX: &str = "toml-syntax";

/// A value of a TOML file with its place.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// Collects what is wrong with one file.
#[derive(Debug)]
pub struct Reader {
    source: SourceId,
    /// What was found so far.
    pub faults: Vec<Diagnostic>,
}

/// Parses a file as far as it goes; syntax errors are the reader's first faults.
pub fn parse(id: SourceId, file: &SourceFile) -> (Reader, Table<'_>) {
    let mut reader = Reader::new(id);
    let span = Span::of(0, file.text.len());
    if let Some(open) = mend::open_mark(&file.text) {
        open.report(&mut reader, 0);
        return (reader, Table { entries: DeTable::new(), span, path: String::new() });
    }
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        reader.syntax_error(&error, &file.text);
    }
    (reader, Table { entries: root.into_inner(), span, path: String::new() })
}

impl Reader {
    /// A reader that has found nothing yet, for a file that is read by other means.
    pub fn new(source: SourceId) -> Self {
        Self { source, faults: Vec::new() }
    }

    /// Where a span of this file is.
    pub fn locate(&self, span: Span) -> Location {
        Location { source: self.source, span }
    }

    /// Reports a mistake.
    pub fn fault(&mut self, span: Span, message: Message) {
        self.fault_as(SYNTAX, span, message);
    }

    /// Reports a mistake under a code of its own.
    pub fn fault_as(&mut self, code: &'static str, span: Span, message: Message) {
        self.faults.push(Diagnostic::new(code, Severity::Error, self.locate(span), message));
    }

    /// Reports a key that is not known, with the nearest of those that are. `name` is the key with its tables.
    pub fn unknown_key(&mut self, span: Span, key: &str, name: String, known: &[&str]) {
        let message = match nearest(key, known) {
            Some(near) => unknown_key_nearest(name, near),
            None => unknown_key(name),
        };
        self.fault(span, message);
    }

    /// Reports that a table lacks a key. `name` is the key with its tables.
    pub fn missing_key(&mut self, span: Span, name: String) {
        self.fault(span, missing_key(name));
    }

    /// Reports a value that is not one of those expected.
    pub fn bad_value(&mut self, span: Span, key: &str, value: &str, expected: &str) {
        self.fault(span, wrong_value(key, value, expected));
    }
}

/// A table of the file; take the known keys out of it, then [`Table::finish`] reports the rest.
#[derive(Debug)]
pub struct Table<'t> {
    entries: DeTable<'t>,
    span: Span,
    path: String,
}

impl<'t> Table<'t> {
    /// The table's place.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The keys still in the table, each with its place, in alphabetical order.
    pub fn keys(&self) -> Vec<(String, Span)> {
        self.entries.keys().map(|key| (key.get_ref().to_string(), range(key))).collect()
    }

    /// Takes any value out.
    pub fn take(&mut self, key: &str) -> Option<(Span, Value<'t>)> {
        let found = self.entries.keys().find(|known| known.get_ref() == key)?.clone();
        let value = self.entries.remove(&found)?;
        Some((range(&found), value))
    }

    /// Takes a string out, with its place.
    pub fn string(&mut self, reader: &mut Reader, key: &str) -> Option<(String, Span)> {
        let (_, value) = self.take(key)?;
        let span = range(&value);
        match value.into_inner() {
            DeValue::String(text) => Some((text.into_owned(), span)),
            other => {
                reader.fault(span, wrong_type(self.name(key), "string", other.type_str()));
                None
            }
        }
    }

    /// Takes a string or a list of strings out; anything else in the list is reported.
    pub fn strings(&mut self, reader: &mut Reader, key: &str) -> Option<Vec<(String, Span)>> {
        let (_, value) = self.take(key)?;
        let span = range(&value);
        let name = self.name(key);
        match value.into_inner() {
            DeValue::String(text) => Some(vec![(text.into_owned(), span)]),
            DeValue::Array(items) => {
                let mut out = Vec::new();
                for item in items {
                    let span = range(&item);
                    match item.into_inner() {
                        DeValue::String(text) => out.push((text.into_owned(), span)),
                        other => reader
                            .fault(span, wrong_type(name.as_str(), "string", other.type_str())),
                    }
                }
                Some(out)
            }
            other => {
                reader.fault(span, wrong_type(name, "array", other.type_str()));
                None
            }
        }
    }

    /// Takes a boolean out.
    pub fn boolean(&mut self, reader: &mut Reader, key: &str) -> Option<bool> {
        let (_, value) = self.take(key)?;
        let span = range(&value);
        match value.into_inner() {
            DeValue::Boolean(flag) => Some(flag),
            other => {
                reader.fault(span, wrong_type(self.name(key), "boolean", other.type_str()));
                None
            }
        }
    }

    /// Takes a whole number from 0 up out.
    pub fn number(&mut self, reader: &mut Reader, key: &str) -> Option<u64> {
        let (_, value) = self.take(key)?;
        let span = range(&value);
        match value.into_inner() {
            DeValue::Integer(number) => {
                let digits = number.as_str().replace('_', "");
                let parsed = u64::from_str_radix(&digits, number.radix()).ok();
                if parsed.is_none() {
                    reader.fault(span, wrong_value(self.name(key), digits, "0, 1, 2, …"));
                }
                parsed
            }
            other => {
                reader.fault(span, wrong_type(self.name(key), "integer", other.type_str()));
                None
            }
        }
    }

    /// Takes a table out.
    pub fn table(&mut self, reader: &mut Reader, key: &str) -> Option<Self> {
        let (at, value) = self.take(key)?;
        self.as_table(reader, key, at, value)
    }

    /// Takes an array of tables out (`[[key]]`).
    pub fn tables(&mut self, reader: &mut Reader, key: &str) -> Vec<Self> {
        let Some((at, value)) = self.take(key) else { return Vec::new() };
        let span = range(&value);
        match value.into_inner() {
            DeValue::Array(items) => items
                .into_iter()
                .filter_map(|item| self.as_table(reader, key, range(&item), item))
                .collect(),
            table @ DeValue::Table(_) => self
                .as_table(reader, key, at, Spanned::new(span.range(), table))
                .into_iter()
                .collect(),
            other => {
                reader.fault(span, wrong_type(self.name(key), "array", other.type_str()));
                Vec::new()
            }
        }
    }

    /// Makes a table of a value that was taken out under `key`; reports any other type.
    pub fn as_table(
        &self,
        reader: &mut Reader,
        key: &str,
        at: Span,
        value: Value<'t>,
    ) -> Option<Self> {
        let span = range(&value);
        match value.into_inner() {
            DeValue::Table(entries) => {
                let span = if span.is_empty() { at } else { span };
                Some(Self { entries, span, path: self.name(key) })
            }
            other => {
                reader.fault(span, wrong_type(self.name(key), "table", other.type_str()));
                None
            }
        }
    }

    /// Reports every key that is still in the table, with the nearest of the known ones.
    pub fn finish(self, reader: &mut Reader, known: &[&str]) {
        for key in self.entries.keys() {
            reader.unknown_key(range(key), key.get_ref(), self.name(key.get_ref()), known);
        }
    }

    /// Reports that a key is missing.
    pub fn missing(&self, reader: &mut Reader, key: &str) {
        reader.missing_key(self.span, self.name(key));
    }

    /// The key with the tables round it: `concept.gna.fr`.
    pub fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

/// The known word that is nearest to a wrong one, if any is near (Jaro-Winkler at least 0.75).
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), *candidate))
        .filter(|(score, _)| *score >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

fn range<T>(value: &Spanned<T>) -> Span {
    let range = value.span();
    Span::of(range.start, range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Reader, SourceFile) {
        let file = SourceFile::decode("a.toml", text.as_bytes());
        let (reader, _) = parse(SourceId::new(0), &file);
        (reader, file)
    }

    #[test]
    fn unknown_keys_come_with_the_nearest_known_one() {
        let file = SourceFile::decode("a.toml", b"soruce = 'en'\n");
        let (mut reader, table) = parse(SourceId::new(0), &file);
        table.finish(&mut reader, &["source", "target"]);
        assert_eq!(reader.faults[0].message, unknown_key_nearest("soruce", "source"));
        assert_eq!(reader.faults[0].primary.at.span, Span::of(0, 6));
    }

    #[test]
    fn all_syntax_errors_are_reported() {
        let (reader, _) = read("a = \nb = 'x\nc = 1\nd = [1,,2]\n");
        assert!(reader.faults.len() >= 2, "{:?}", reader.faults);
    }

    #[test]
    fn wrong_types_are_reported_where_they_stand() {
        let file = SourceFile::decode("a.toml", b"[x]\nname = 3\n");
        let (mut reader, mut table) = parse(SourceId::new(0), &file);
        let mut inner = table.table(&mut reader, "x").unwrap();
        assert!(inner.string(&mut reader, "name").is_none());
        assert_eq!(reader.faults[0].primary.at.span.slice(&file.text), "3");
        assert_eq!(reader.faults[0].message, wrong_type("x.name", "string", "integer"));
    }
}
