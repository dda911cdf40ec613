//! Reading on behind a syntax error.
//!
//! The parser stops building its tree at the first line without `=`, and one bracket that is never closed
//! swallows the rest of the file with an error for each line. Neither helps the writer of a glossary: here such
//! lines are reported once and blanked, in place, so that every offset stays that of the file, and what is left
//! is parsed. A line without `=` costs that line; an open bracket or `"""` costs its table (from `[header]` to
//! the next).

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::text::{SourceFile, SourceId, Span};

use super::{Reader, Table, too_deep, unclosed};

/// A file's text with what cannot be parsed blanked out.
#[derive(Debug)]
pub struct Mended<'f> {
    id: SourceId,
    text: Cow<'f, str>,
    faults: Vec<Diagnostic>,
    /// The tree of a file that needs no mending, and the errors in it that cost nothing else.
    parsed: Option<(DeTable<'f>, Vec<toml::de::Error>)>,
}

/// Parses a file, and blanks out what would keep the parser from reading on.
///
/// Takes time linear in the file's length: at most three parses.
pub fn mend(id: SourceId, file: &SourceFile) -> Mended<'_> {
    let mut mended =
        Mended { id, text: Cow::Borrowed(&file.text), faults: Vec::new(), parsed: None };
    if open_mark(&file.text).is_some() {
        let mut text = file.text.clone();
        mended.blank_open_tables(&mut text);
        mended.blank_lines(&mut text, file);
        mended.text = Cow::Owned(text);
        return mended;
    }
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    if errors.iter().any(has_no_value) {
        let mut text = file.text.clone();
        mended.blank_lines(&mut text, file);
        mended.text = Cow::Owned(text);
    } else {
        mended.parsed = Some((root.into_inner(), errors));
    }
    mended
}

impl Mended<'_> {
    /// The tree of what is left, with all faults of syntax, sorted by place.
    pub fn parse(&mut self) -> (Reader, Table<'_>) {
        let parsed = self.parsed.take();
        let (entries, errors) = parsed.unwrap_or_else(|| {
            let (root, errors) = DeTable::parse_recoverable(&self.text);
            (root.into_inner(), errors)
        });
        let mut reader = Reader { source: self.id, faults: self.faults.clone() };
        for error in errors {
            reader.syntax_error(&error, &self.text);
        }
        reader.faults.sort_by_key(|fault| fault.primary.at);
        let mut told = BTreeSet::new();
        reader.faults.retain(|fault| told.insert((fault.primary.at, fault.message.id)));
        let span = Span::of(0, self.text.len());
        (reader, Table { entries, span, path: String::new() })
    }

    /// Reports and blanks every table in which something stays open.
    fn blank_open_tables(&mut self, text: &mut String) {
        let mut reader = Reader::new(self.id);
        let mut lost = Vec::new();
        for part in tables(text) {
            let Some(open) = text.get(part.clone()).and_then(open_mark) else { continue };
            open.report(&mut reader, part.start);
            lost.push(part);
        }
        blank(text, &lost);
        // Brackets that only the parts together leave open, if there can be any: nothing is safe to parse.
        if let Some(open) = open_mark(text) {
            open.report(&mut reader, 0);
            let whole = 0..text.len();
            blank(text, &[whole]);
        }
        self.faults.append(&mut reader.faults);
    }

    /// Reports and blanks every line on which a key has no value.
    fn blank_lines(&mut self, text: &mut String, file: &SourceFile) {
        let (_, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader::new(self.id);
        let mut lines = Vec::new();
        for error in errors.iter().filter(|error| has_no_value(error)) {
            reader.syntax_error(error, text);
            let at = error.span().map_or(0, |span| span.start);
            lines.push(file.line_at(Span::of(at, at).start()).range());
        }
        blank(text, &lines);
        self.faults.append(&mut reader.faults);
    }
}

fn has_no_value(error: &toml::de::Error) -> bool {
    error.message().starts_with("key with no value")
}

pub(super) fn is_too_deep(message: &str) -> bool {
    message.contains("recursion")
}

/// Overwrites stretches, given in order, with spaces, line ends kept, so that offsets and line numbers stay.
fn blank(text: &mut String, parts: &[Range<usize>]) {
    let mut out = String::with_capacity(text.len());
    for part in parts {
        let (Some(before), Some(old)) = (text.get(out.len()..part.start), text.get(part.clone()))
        else {
            continue;
        };
        out.push_str(before);
        out.extend(old.bytes().map(|byte| match byte {
            b'\n' | b'\r' => char::from(byte),
            _ => ' ',
        }));
    }
    out.push_str(text.get(out.len()..).unwrap_or_default());
    *text = out;
}

/// The stretches from one `[header]` line to the next; the first may lack the header.
fn tables(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if is_header(line) && at > start {
            out.push(start..at);
            start = at;
        }
        at += line.len();
    }
    out.push(start..at);
    out
}

/// `[a.b]` or `[[a]]` at the start of a line, with nothing but a remark behind it; also where its end is missing.
fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let Some(rest) = line.strip_prefix('[') else { return false };
    let inner = rest.strip_prefix('[').unwrap_or(rest);
    let name = inner.trim_end_matches(']');
    let is_closed = name.len() < inner.len();
    !name.trim().is_empty()
        && !name.contains(['[', ']', '{', '}', ',', '='])
        && (is_closed || name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// What stays open, or is nested too deeply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Open {
    at: usize,
    /// The mark that is never closed; `None` where the nesting is too deep.
    mark: Option<&'static str>,
}

impl Open {
    /// Reports it; `start` is where the text begins that was looked at.
    pub(super) fn report(self, reader: &mut Reader, start: usize) {
        let at = start + self.at;
        match self.mark {
            Some(mark) => reader.fault(Span::of(at, at + mark.len()), unclosed(mark)),
            None => reader.fault(Span::of(at, at + 1), too_deep()),
        }
    }
}

/// Brackets within brackets that are read. The parser builds its tree by recursion, and its own limit of 80 does
/// not hold once brackets go unmatched (toml 1.2.1: a file of open `{` overflows the stack), so that no text is
/// given to it that leaves brackets open or nests them deeper than this.
const MOST_NESTED: usize = 64;

/// The first bracket or `"""` that is never closed or nested too deeply, strings and remarks left out.
pub(super) fn open_mark(text: &str) -> Option<Open> {
    let bytes = text.as_bytes();
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'#' => at += text.get(at..).and_then(|rest| rest.find('\n')).unwrap_or(text.len()),
            b'"' | b'\'' => match string_length(text.get(at..).unwrap_or_default()) {
                Ok(length) => at += length.max(1) - 1,
                Err(mark) => return Some(Open { at, mark: Some(mark) }),
            },
            b'[' | b'{' => {
                if open.len() >= MOST_NESTED {
                    return Some(Open { at, mark: None });
                }
                open.push((at, byte + 2));
            }
            // In ASCII the closing bracket comes two behind the opening one.
            b']' | b'}' if open.last().is_some_and(|(_, close)| close == byte) => {
                open.pop();
            }
            _ => {}
        }
        at += 1;
    }
    open.first()
        .map(|(at, close)| Open { at: *at, mark: Some(if *close == b']' { "[" } else { "{" }) })
}

/// Length of the string at the start of `text`; a multi-line one that is never closed gives its mark.
/// Any other is taken to end with its line.
fn string_length(text: &str) -> Result<usize, &'static str> {
    for mark in ["\"\"\"", "'''"] {
        if let Some(rest) = text.strip_prefix(mark) {
            return rest.find(mark).map(|end| end + 2 * mark.len()).ok_or(mark);
        }
    }
    let mut escaped = false;
    let quote = text.chars().next();
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return Ok(at),
            '\\' if quote == Some('"') => escaped = !escaped,
            _ if Some(c) == quote && !escaped => return Ok(at + 1),
            _ => escaped = false,
        }
    }
    Ok(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineColumn;

    /// Faults as `line:column id`, and the names of the keys that are left.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let file = SourceFile::decode("a.toml", text.as_bytes());
        let mut mended = mend(SourceId::new(0), &file);
        let (reader, table) = mended.parse();
        let faults = reader.faults.iter().map(|fault| {
            let LineColumn { line, column } = file.line_column(fault.primary.at.span.start());
            format!("{line}:{column} {}", fault.message.id)
        });
        (faults.collect(), table.keys().into_iter().map(|(key, _)| key).collect())
    }

    #[test]
    fn a_line_without_a_value_costs_that_line_only() {
        let (faults, keys) = read("a = 1\nb 2\nc = 3\nd\n[e]\nf = 5\n");
        assert_eq!(faults, ["2:3 toml-no-value", "4:2 toml-no-value"]);
        assert_eq!(keys, ["a", "c", "e"]);
    }

    #[test]
    fn an_open_bracket_costs_its_table_and_is_told_once() {
        let (faults, keys) = read("[a]\nx = { y = 'é', \nz = 1\n[b]\nx = [1, # ]\n[c]\nx = 1\n");
        assert_eq!(faults, ["2:5 toml-unclosed", "5:5 toml-unclosed"]);
        assert_eq!(keys, ["c"]);
    }

    #[test]
    fn an_open_header_costs_its_own_table_only() {
        let (faults, keys) = read("[a]\nx = 1\n[b\ny = 1\n[c]\nz = 1\n");
        assert_eq!(faults, ["3:1 toml-unclosed"]);
        assert_eq!(keys, ["a", "c"]);
    }

    #[test]
    fn an_open_text_of_several_lines_costs_its_table() {
        let (faults, keys) = read("[a]\nx = \"\"\"y\nz = 1\n[c]\nx = 1\n");
        assert_eq!(faults, ["2:5 toml-unclosed"]);
        assert_eq!(keys, ["c"]);
    }

    #[test]
    fn deep_nesting_is_one_fault_and_no_overflow() {
        for text in ["[".repeat(10_000), "{a=".repeat(10_000)] {
            let (faults, keys) = read(&format!("a = {text}\n[b]\nc = 1\n"));
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert_eq!(keys, ["b"]);
        }
    }

    #[test]
    fn brackets_open_in_table_after_table_are_no_overflow() {
        let (faults, keys) = read(&"[a]\nb = { c = 'x'\n".repeat(30_000));
        assert_eq!((faults.len(), keys.len()), (30_000, 0));
        let file = SourceFile::decode("a.toml", "x = [\n[".repeat(30_000).as_bytes());
        let (reader, _) = crate::toml_reader::parse(SourceId::new(0), &file);
        assert_eq!(reader.faults.len(), 1);
    }

    #[test]
    fn a_sound_file_is_left_alone() {
        let (faults, keys) = read("a = \"[\"\nb = ['''{\n''', 'x']\n");
        assert!(faults.is_empty());
        assert_eq!(keys, ["a", "b"]);
    }
}
