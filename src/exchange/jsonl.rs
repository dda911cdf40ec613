//! JSON Lines: one object a line with `source` and `target`, and if there `id`, `note`, `state`, `kind`, `role`,
//! `paragraph`; further keys are of no concern here.
//!
//! serde_json finds the values and checks the line; the strings are decoded here, since only so every letter keeps
//! its place through the escapes. A line that is not valid is a fault, and the next one is read.
//! A surrogate that stands alone (`\ud83d`) is read as U+FFFD.

use std::borrow::Cow;
use std::io;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::collect::{Collector, Draft};
use super::inline::Builder;
use super::{
    Exchange, ExchangeMeta, Languages, Read, Refusal, WriteContext, has_extension, messages, words,
};
use crate::bitext::{Bitext, Origin, Unit};
use crate::text::{SourceFile, SourceId, Span};

const META: ExchangeMeta = ExchangeMeta {
    name: "jsonl",
    extensions: &["jsonl", "ndjson"],
    media_type: "application/jsonl",
    keeps_line_breaks: true,
    keeps_controls: true,
    keeps_kinds: true,
};

/// JSON Lines.
#[derive(Debug)]
pub(super) struct JsonLines;

impl Exchange for JsonLines {
    fn meta(&self) -> &'static ExchangeMeta {
        &META
    }

    fn sniff(&self, file: &SourceFile) -> bool {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let looks = || {
            let first = file.text.trim_start().lines().next().unwrap_or_default();
            first.starts_with('{') && first.contains("\"source\"")
        };
        has_extension(file, &META) || (!name.contains('.') && looks())
    }

    fn read(
        &self,
        id: SourceId,
        file: &SourceFile,
        languages: Languages<'_>,
    ) -> Result<Read, Refusal> {
        let mut out = Collector::new(id, file);
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            if !line.trim().is_empty() {
                Line { id, file: &file.text, text: line, start }.read(&mut out)?;
            }
            start += line.len();
        }
        let source = languages.source.cloned().unwrap_or_default();
        Ok(out.finish(source, languages.target.cloned().unwrap_or_default()))
    }

    fn write(
        &self,
        bitext: &Bitext,
        _: &WriteContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        for unit in &bitext.units {
            serde_json::to_writer(&mut *out, &Written::new(unit))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn escape<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        if !text.contains(|c: char| matches!(c, '"' | '\\') || c.is_control()) {
            return Some(Cow::Borrowed(text));
        }
        let quoted = serde_json::to_string(text).ok()?;
        let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        inside.map(|inside| Cow::Owned(inside.to_owned()))
    }
}

/// A line as it is written.
#[derive(Serialize)]
struct Written<'u> {
    id: &'u str,
    source: Option<&'u str>,
    target: Option<&'u str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'u str>,
    state: &'static str,
    role: &'static str,
    kind: &'static str,
    paragraph: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'u str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
}

impl<'u> Written<'u> {
    fn new(unit: &'u Unit) -> Self {
        let (message, tier, confidence) = match &unit.origin {
            Origin::Aligned { confidence } => (None, None, Some(*confidence)),
            Origin::Catalogue { message, tier } => {
                (Some(message.as_str()), Some(tier.as_str()), None)
            }
            Origin::Given | Origin::Open => (None, None, None),
        };
        Self {
            id: &unit.id,
            source: unit.source.as_ref().map(crate::bitext::Side::text),
            target: unit.target.as_ref().map(crate::bitext::Side::text),
            note: unit.note.as_deref(),
            state: words::of_state(unit.state),
            role: unit.role.as_str(),
            kind: unit.kind.as_str(),
            paragraph: unit.paragraph,
            message,
            tier,
            confidence,
        }
    }
}

/// The values of a line as they are spelt.
#[derive(Deserialize)]
struct Row<'t> {
    #[serde(borrow, default)]
    id: Option<&'t RawValue>,
    #[serde(borrow, default)]
    source: Option<&'t RawValue>,
    #[serde(borrow, default)]
    target: Option<&'t RawValue>,
    #[serde(borrow, default)]
    note: Option<&'t RawValue>,
    #[serde(borrow, default)]
    state: Option<&'t RawValue>,
    #[serde(borrow, default)]
    role: Option<&'t RawValue>,
    #[serde(borrow, default)]
    kind: Option<&'t RawValue>,
    #[serde(borrow, default)]
    paragraph: Option<&'t RawValue>,
}

/// A line of the file.
struct Line<'t> {
    id: SourceId,
    file: &'t str,
    text: &'t str,
    start: usize,
}

impl<'t> Line<'t> {
    fn read(&self, out: &mut Collector) -> Result<(), Refusal> {
        // An array would be taken for the values in their order.
        let is_object = self.text.trim_start().starts_with('{');
        let row: Row<'t> = match serde_json::from_str(self.text) {
            Ok(row) if is_object => row,
            Ok(_) => {
                self.bad(1, out);
                return Ok(());
            }
            Err(error) => {
                self.bad(error.column(), out);
                return Ok(());
            }
        };
        if row.source.is_none() && row.target.is_none() {
            out.faults.add(self.span(), messages::json_no_text());
            out.skip_row();
            return Ok(());
        }
        let mut draft = Draft {
            id: row.id.map(word),
            source: self.side("source", row.source, out).and_then(|text| text.finish(self.id)),
            target: self.side("target", row.target, out).and_then(|text| text.finish(self.id)),
            state: row.state.and_then(|state| words::state(&word(state))),
            role: row.role.and_then(|role| words::role(&word(role))),
            kind: row.kind.and_then(|kind| words::kind(&word(kind))),
            paragraph: row.paragraph.and_then(|number| number.get().parse().ok()),
            span: self.span(),
            ..Draft::default()
        };
        if let Some(raw) = row.note
            && let Some(note) = self.side("note", Some(raw), out)
        {
            draft.note.add(&note.into_text(), self.place(raw));
        }
        out.row(draft)
    }

    /// A string with its places; `None`, and a fault, for another value.
    fn side(&self, key: &str, raw: Option<&'t RawValue>, out: &mut Collector) -> Option<Builder> {
        let raw = raw?;
        let at = self.place(raw);
        let inside = raw.get().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if inside.is_none() {
            out.faults.add(at, messages::json_not_text(key));
        }
        Some(decode(inside?, at.start() as usize + 1))
    }

    /// Where a value stands in the file: serde_json lends it out of the file's own text.
    fn place(&self, raw: &RawValue) -> Span {
        let offset = (raw.get().as_ptr() as usize).saturating_sub(self.file.as_ptr() as usize);
        Span::of(offset, offset + raw.get().len())
    }

    fn span(&self) -> Span {
        Span::of(self.start, self.start + self.text.trim_end().len())
    }

    /// Reports that the line is not valid from this column, in bytes from 1, on.
    fn bad(&self, column: usize, out: &mut Collector) {
        let end = self.text.trim_end().len();
        let mut at = column.saturating_sub(1).min(end);
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let len =
            self.text.get(at..end).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = Span::of(self.start + at, self.start + at + len);
        out.faults.add(span, messages::json_malformed());
        out.skip_row();
    }
}

/// A string's text; another value as it is spelt.
fn word(raw: &RawValue) -> String {
    let inside = raw.get().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inside.map_or_else(|| raw.get().to_owned(), |inside| decode(inside, 0).into_text())
}

/// The text of a JSON string, given without its quotes and known to be valid, that stands at `start`.
fn decode(raw: &str, start: usize) -> Builder {
    let mut out = Builder::default();
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find('\\').unwrap_or(rest.len());
        let here = Span::of(0, start + at).end();
        out.verbatim(rest.get(..plain).unwrap_or_default(), here);
        at += plain;
        let Some((c, len)) = raw.get(at..).and_then(unescape) else { break };
        out.character(c, Span::of(start + at, start + at + len));
        at += len;
    }
    out
}

/// The character of the escape at the start of a text, and the escape's length in bytes.
fn unescape(text: &str) -> Option<(char, usize)> {
    let c = match text.as_bytes().get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'u' => return Some(unescape_unit(text)),
        other => char::from(*other),
    };
    text.starts_with('\\').then_some((c, 2))
}

/// The character of `\uXXXX`, or of two of them that are a surrogate pair.
fn unescape_unit(text: &str) -> (char, usize) {
    let unit = |at: usize| {
        let escape = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(escape, 16).ok()
    };
    let high = unit(0).unwrap_or(0xFFFD);
    let pair = char::decode_utf16([high, unit(6).unwrap_or(0)]).next();
    match pair {
        Some(Ok(c)) => (c, 6 * c.len_utf16()),
        _ => ('\u{FFFD}', 6),
    }
}
