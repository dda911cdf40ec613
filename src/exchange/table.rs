//! Cells of TSV and CSV files with their places: RFC 4180 quoting, read with forbearance.
//!
//! A cell is quoted only where its closing quote is followed by the end of the cell; text such as
//! `"No," he said` is a plain cell that begins with a quotation mark. In TSV a quoted cell that would hold both a
//! tab and a line break is taken for such a plain cell too: otherwise one stray mark would swallow rows.
//! Looking for the closing quote takes linear time in all: a search that runs on over a line has met only doubled
//! quotes there, and a search that begins inside such a stretch ends at once.

use super::inline::Builder;
use crate::text::Span;

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// What stands in it, without the quotes round it.
    pub(super) span: Span,
    quoted: bool,
}

impl Cell {
    /// The readable text with its places: a doubled quote is one.
    pub(super) fn builder(self, text: &str) -> Builder {
        let mut out = Builder::default();
        let raw = self.span.slice(text);
        let start = self.span.start() as usize;
        if !self.quoted {
            out.verbatim(raw, self.span.start());
            return out;
        }
        let mut at = 0;
        for (index, _) in raw.match_indices("\"\"") {
            out.verbatim(raw.get(at..index).unwrap_or_default(), Span::of(0, start + at).end());
            out.character('"', Span::of(start + index, start + index + 2));
            at = index + 2;
        }
        out.verbatim(raw.get(at..).unwrap_or_default(), Span::of(0, start + at).end());
        out
    }

    /// The readable text.
    pub(super) fn text(self, text: &str) -> String {
        self.builder(text).into_text()
    }

    /// The cell without its first byte.
    pub(super) fn without_first(self) -> Self {
        let start = (self.span.start() + 1).min(self.span.end());
        Self { span: Span::at(start).cover(Span::at(self.span.end())), ..self }
    }
}

/// Goes through the records of a table.
#[derive(Debug)]
pub(super) struct Table<'t> {
    text: &'t str,
    delimiter: u8,
    at: usize,
}

impl<'t> Table<'t> {
    /// A table whose cells are set off by this byte.
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, delimiter, at: 0 }
    }

    /// The next record that is not blank.
    pub(super) fn record(&mut self) -> Option<Vec<Cell>> {
        while self.at < self.text.len() {
            let cells = self.cells();
            if cells.iter().any(|cell| !cell.span.slice(self.text).trim().is_empty()) {
                return Some(cells);
            }
        }
        None
    }

    fn cells(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        loop {
            let (cell, end) = self.cell(self.at);
            cells.push(cell);
            match self.byte(end) {
                Some(byte) if byte == self.delimiter => self.at = end + 1,
                Some(b'\r') if self.byte(end + 1) == Some(b'\n') => {
                    self.at = end + 2;
                    return cells;
                }
                _ => {
                    self.at = end + 1;
                    return cells;
                }
            }
        }
    }

    /// The cell that begins here, and where it ends.
    fn cell(&self, start: usize) -> (Cell, usize) {
        if self.byte(start) == Some(b'"')
            && let Some(close) = self.closing_quote(start + 1)
        {
            return (Cell { span: Span::of(start + 1, close), quoted: true }, close + 1);
        }
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let end = start + bytes.iter().position(ends).unwrap_or(bytes.len());
        (Cell { span: Span::of(start, end), quoted: false }, end)
    }

    /// Where the quote closes that was opened before `from`.
    fn closing_quote(&self, from: usize) -> Option<usize> {
        let (mut tab, mut line) = (false, false);
        let mut at = from;
        loop {
            match self.byte(at)? {
                b'"' if self.byte(at + 1) == Some(b'"') => at += 1,
                b'"' => {
                    let next = self.byte(at + 1);
                    let ends = next
                        .is_none_or(|byte| byte == self.delimiter || matches!(byte, b'\n' | b'\r'));
                    return ends.then_some(at);
                }
                b'\t' => tab = true,
                b'\n' | b'\r' => line = true,
                _ => {}
            }
            if self.delimiter == b'\t' && tab && line {
                return None;
            }
            at += 1;
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }
}

/// The delimiter of a CSV file: of comma, semicolon and tab the one that its first line has most of.
pub(super) fn sniff_delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                for (delimiter, count) in &mut counts {
                    *count += u32::from(*delimiter == byte);
                }
            }
            _ => {}
        }
    }
    // Of equals the first.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut table = Table::new(text, delimiter);
        std::iter::from_fn(|| table.record())
            .map(|cells| cells.into_iter().map(|cell| cell.text(text)).collect())
            .collect()
    }

    #[test]
    fn quoted_cells_hold_delimiters_quotes_and_line_breaks() {
        let text = "\"a,\"\"b\"\"\",\"c\r\nd\"\r\n\r\ne,f";
        assert_eq!(records(text, b','), [["a,\"b\"", "c\r\nd"], ["e", "f"]]);
    }

    #[test]
    fn a_stray_quotation_mark_swallows_nothing() {
        let text = "\"No,\" he said\t« Non »\n\"Yes\toui\n12\"\tdouze pouces\n\"Yes\t\"\n";
        let found = records(text, b'\t');
        assert_eq!(found.len(), 4);
        assert_eq!(found[0][0], "\"No,\" he said");
        assert_eq!(found[1], ["\"Yes", "oui"]);
        assert_eq!(found[2], ["12\"", "douze pouces"]);
    }

    #[test]
    fn many_opening_quotes_take_linear_time() {
        let text = "\"a\"\"b\t\"\"c\n".repeat(200_000);
        let started = std::time::Instant::now();
        assert_eq!(records(&text, b'\t').len(), 200_000);
        assert!(started.elapsed().as_secs() < 10);
    }

    #[test]
    fn the_delimiter_is_told_by_the_first_line() {
        assert_eq!(sniff_delimiter("id;en;fr\n1,2,3,4"), b';');
        assert_eq!(sniff_delimiter("\"a;b;c\",d"), b',');
        assert_eq!(sniff_delimiter(""), b',');
    }
}
