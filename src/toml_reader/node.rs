//! A whole TOML table as a plain list of keys and values, in the order in which the file has them.
//!
//! [`Table`](super::Table) looks keys up one by one, which suits a small table whose keys are known. A table of
//! tens of thousands of keys that the file's writer chose is walked through once instead, and in file order,
//! so that what is found is reported and kept in the order in which people read.

use std::borrow::Cow;
use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::Span;

use super::{Reader, Table, Value, wrong_type, wrong_value};

/// A key with its value.
#[derive(Debug)]
pub struct Entry<'t> {
    /// The key.
    pub key: Cow<'t, str>,
    /// Where the key stands.
    pub at: Span,
    /// Its value.
    pub node: Node<'t>,
}

/// A value with everything in it.
#[derive(Debug)]
pub struct Node<'t> {
    /// Where the value stands; for a table with a header of its own, the header.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind<'t>,
}

/// What a value is.
#[derive(Debug)]
pub enum NodeKind<'t> {
    /// A string.
    Text(Cow<'t, str>),
    /// A table, its keys in file order.
    Table(Vec<Entry<'t>>),
    /// A list.
    List(Vec<Node<'t>>),
    /// True or false.
    Flag(bool),
    /// A whole number, with its digits as the file has them; `None` where it is below 0 or too large.
    Number(Option<u64>, String),
    /// A date or a fraction: nothing that our files use. Holds the type's name.
    Other(&'static str),
}

/// The name of a key with those of the tables round it; written out only where there is something to report.
#[derive(Debug, Clone, Copy)]
pub struct Name<'n> {
    /// The table round it.
    pub parent: Option<&'n Name<'n>>,
    /// The key.
    pub key: &'n str,
}

impl<'n> Name<'n> {
    /// The name of a key of the file's top level.
    pub fn root(key: &'n str) -> Self {
        Self { parent: None, key }
    }

    /// The name of a key of this table.
    pub fn child(&'n self, key: &'n str) -> Self {
        Self { parent: Some(self), key }
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            write!(f, "{parent}.")?;
        }
        f.write_str(self.key)
    }
}

impl<'t> Table<'t> {
    /// Everything that is still in the table, in file order.
    pub fn into_entries(self) -> Vec<Entry<'t>> {
        entries(self.entries, 0)
    }
}

impl<'t> Node<'t> {
    /// The type's name, as messages have it.
    pub fn type_name(&self) -> &'static str {
        match &self.kind {
            NodeKind::Text(_) => "string",
            NodeKind::Table(_) => "table",
            NodeKind::List(_) => "array",
            NodeKind::Flag(_) => "boolean",
            NodeKind::Number(..) => "integer",
            NodeKind::Other(name) => name,
        }
    }

    /// Reports that another type is wanted here.
    pub fn mistyped(&self, reader: &mut Reader, name: Name<'_>, expected: &str) {
        reader.fault(self.span, wrong_type(name.to_string(), expected, self.type_name()));
    }

    /// The value as a string with its place.
    pub fn string(self, reader: &mut Reader, name: Name<'_>) -> Option<(Cow<'t, str>, Span)> {
        if let NodeKind::Text(text) = self.kind {
            return Some((text, self.span));
        }
        self.mistyped(reader, name, "string");
        None
    }

    /// The values of a list, or the value itself where it is no list.
    pub fn items(self) -> Vec<Node<'t>> {
        match self.kind {
            NodeKind::List(items) => items,
            _ => vec![self],
        }
    }

    /// The value as a list of strings; a single string is a list of one.
    pub fn strings(self, reader: &mut Reader, name: Name<'_>) -> Vec<(Cow<'t, str>, Span)> {
        self.items().into_iter().filter_map(|item| item.string(reader, name)).collect()
    }

    /// The value as true or false.
    pub fn flag(self, reader: &mut Reader, name: Name<'_>) -> Option<bool> {
        if let NodeKind::Flag(flag) = self.kind {
            return Some(flag);
        }
        self.mistyped(reader, name, "boolean");
        None
    }

    /// The value as a whole number from 0 to `most`.
    pub fn number(self, reader: &mut Reader, name: Name<'_>, most: u64) -> Option<u64> {
        let NodeKind::Number(number, digits) = &self.kind else {
            self.mistyped(reader, name, "integer");
            return None;
        };
        let number = number.filter(|number| *number <= most);
        if number.is_none() {
            let expected = format!("0, 1, … {most}");
            reader.fault(self.span, wrong_value(name.to_string(), digits, expected));
        }
        number
    }

    /// The value as a table.
    pub fn table(self, reader: &mut Reader, name: Name<'_>) -> Option<Vec<Entry<'t>>> {
        if let NodeKind::Table(entries) = self.kind {
            return Some(entries);
        }
        self.mistyped(reader, name, "table");
        None
    }
}

/// The keys of a table in file order; `start` is where the text that was parsed begins in the file.
pub(super) fn entries(table: DeTable<'_>, start: usize) -> Vec<Entry<'_>> {
    let mut out: Vec<_> = table
        .into_iter()
        .map(|(key, value)| Entry {
            at: place(&key, start),
            key: key.into_inner(),
            node: node(value, start),
        })
        .collect();
    out.sort_unstable_by_key(|entry| entry.at);
    out
}

fn place<T>(value: &Spanned<T>, start: usize) -> Span {
    let range = value.span();
    Span::of(start + range.start, start + range.end)
}

/// The depth is bounded: the parser gives up at 80 levels.
fn node(value: Value<'_>, start: usize) -> Node<'_> {
    let span = place(&value, start);
    let kind = match value.into_inner() {
        DeValue::String(text) => NodeKind::Text(text),
        DeValue::Table(table) => NodeKind::Table(entries(table, start)),
        DeValue::Array(items) => {
            NodeKind::List(items.into_iter().map(|item| node(item, start)).collect())
        }
        DeValue::Boolean(flag) => NodeKind::Flag(flag),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            NodeKind::Number(u64::from_str_radix(&digits, number.radix()).ok(), digits)
        }
        other => NodeKind::Other(other.type_str()),
    };
    Node { span, kind }
}
