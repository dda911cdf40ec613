//! Text with positions: spans, source files, maps from derived text back to the file.
//!
//! Everything here is pure and knows nothing of languages or formats.
//! Offsets are `u32` bytes of UTF-8; files over 4 GiB are refused when they are read.

mod acronyms;
mod charset;
mod decode;
mod fold;
mod inert;
mod map;
mod offsets;
mod passage;
mod source;
mod words;

pub(crate) use acronyms::{SMALL_WORD, acronyms, is_acronym, is_numeral, spelled, window};
pub use charset::{charset_holds, charset_label, charset_of};
pub use fold::{fold_case, fold_diacritics, fold_token};
pub use inert::inert;
pub(crate) use inert::join_spans;
pub use map::{Piece, SpanMap};
pub use passage::{Foreign, Passage};
pub use source::{Declared, Encoding, Flaw, FlawKind, LineColumn, SourceFile, SourceId, Sources};
pub use words::{Word, is_word_char, visible, words};

/// A half-open range of bytes, `start..end`, in some UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span `start..end`, or `None` where `end` lies before `start`.
    pub fn new(start: u32, end: u32) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The span between two byte offsets in either order; offsets past 4 GiB saturate.
    pub fn of(a: usize, b: usize) -> Self {
        let (a, b) = (saturate(a), saturate(b));
        Self { start: a.min(b), end: a.max(b) }
    }

    /// The empty span at an offset.
    pub fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// First byte.
    pub fn start(self) -> u32 {
        self.start
    }

    /// The byte after the last.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Does the span hold no byte?
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty where the span does not fit the text or cuts a character.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Do the two share at least one byte?
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Does `self` hold every byte of `other`?
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span moved right by `by` bytes.
    pub fn shift(self, by: u32) -> Self {
        Self { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }
}

/// A place in a file that the user gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Which file.
    pub source: SourceId,
    /// Bytes of its decoded text.
    pub span: Span,
}

fn saturate(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_never_ends_before_it_starts() {
        assert_eq!(Span::new(3, 2), None);
        assert_eq!(Span::of(5, 2), Span::of(2, 5));
    }

    #[test]
    fn slicing_never_panics() {
        assert_eq!(Span::of(0, 1).slice("é"), "");
        assert_eq!(Span::of(0, 9).slice("é"), "");
        assert_eq!(Span::of(0, 2).slice("é"), "é");
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::of(0, 2).overlaps(Span::of(2, 4)));
        assert!(Span::of(0, 3).overlaps(Span::of(2, 4)));
    }
}
