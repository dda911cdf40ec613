//! Building a readable text piece by piece while a file is read, each piece with its place.

use crate::text::{Passage, SourceId, Span, SpanMap, inert, join_spans};

/// A passage in the making.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    map: SpanMap,
    inert: Vec<Span>,
}

impl Builder {
    /// Appends text that stands in the file as it is, from byte `start` on.
    pub(super) fn verbatim(&mut self, raw: &str, start: u32) {
        let source = Span::at(start).cover(Span::at(start.saturating_add(length(raw))));
        self.push(raw, source, true);
    }

    /// Appends a character that the file spells otherwise (an entity, an escape), as one unit.
    pub(super) fn character(&mut self, c: char, source: Span) {
        self.push(c.encode_utf8(&mut [0; 4]), source, false);
    }

    /// Appends a space where markup that is left out breaks the line, unless one stands there already.
    pub(super) fn line_break(&mut self, source: Span) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.push(" ", source, false);
        }
    }

    /// Length of the text so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Marks all that was appended since `from` as no prose.
    pub(super) fn inert_since(&mut self, from: usize) {
        if from < self.text.len() {
            self.inert.push(Span::of(from, self.text.len()));
        }
    }

    /// Is there nothing to read?
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The text alone.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The passage; `None` where there is nothing to read.
    pub(super) fn finish(mut self, source: SourceId) -> Option<Passage> {
        if self.is_blank() {
            return None;
        }
        // Addresses, code and placeholders are no prose here either, whatever the format marks.
        self.inert.extend(inert(&self.text));
        let inert = join_spans(self.inert);
        Some(Passage { source, text: self.text, map: self.map, inert, foreign: Vec::new() })
    }

    fn push(&mut self, text: &str, source: Span, verbatim: bool) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.map.push(length(text), source, verbatim);
        }
    }
}

fn length(text: &str) -> u32 {
    Span::of(0, text.len()).len()
}

/// Follows the inline codes of a segment: elements whose content belongs to the original's markup.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// The code that is open: its depth, its place, and whether it breaks the line.
    open: Option<(u32, Span, bool)>,
    /// How the code's content begins, to tell a line break by.
    head: String,
}

impl Codes {
    /// Is what stands here part of a code?
    pub(super) fn is_hidden(&self) -> bool {
        self.open.is_some()
    }

    /// A code opens at this depth; `breaks` where its attributes say that it breaks the line.
    pub(super) fn enter(&mut self, depth: u32, at: Span, breaks: bool) {
        if self.open.is_none() {
            self.open = Some((depth, at, breaks));
            self.head.clear();
        }
    }

    /// Takes note of text inside a code.
    pub(super) fn text(&mut self, text: &str) {
        if self.head.len() < 4 {
            self.head.extend(text.chars().take(4));
        }
    }

    /// Takes note of a character inside a code.
    pub(super) fn character(&mut self, c: char) {
        self.text(c.encode_utf8(&mut [0; 4]));
    }

    /// An element ends and `depth` are still open: the place of the code that it was, and whether it breaks the line.
    pub(super) fn leave(&mut self, depth: u32, end: Span) -> Option<(Span, bool)> {
        let (opened, at, breaks) = self.open?;
        if depth >= opened {
            return None;
        }
        self.open = None;
        let breaks = breaks || self.head.to_ascii_lowercase().starts_with("<br");
        Some((at.cover(end), breaks))
    }
}

/// Does the `type` or `ctype` of a code name a line break (XLIFF 1.2, 2.4; TMX 1.4b, "type")?
pub(super) fn is_break(kind: Option<&str>) -> bool {
    matches!(kind, Some("lb" | "x-lb" | "br" | "x-br" | "linebreak" | "x-linebreak"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_placeholders_are_no_prose() {
        let mut builder = Builder::default();
        builder.verbatim("see https://army.example/ and {army}", 7);
        let passage = builder.finish(SourceId::new(0)).unwrap();
        let found: Vec<_> = passage.inert.iter().map(|span| span.slice(&passage.text)).collect();
        assert_eq!(found, ["https://army.example/", "{army}"]);
    }
}
