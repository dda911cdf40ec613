//! Rows and cells of a CSV file (RFC 4180), with their places.
//!
//! Written here since the common readers give no byte positions of cells. A quotation mark that is never closed
//! must not swallow the rest of a glossary: such a cell ends with its line.

use std::borrow::Cow;

use crate::text::Span;

use super::code;
use super::faults::{Faults, behind_quote, open_quote};
use super::spelling;

/// One cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'t> {
    /// What stands in the file, without the quotation marks round it.
    raw: &'t str,
    /// Where `raw` begins.
    at: usize,
    /// Was the cell in quotation marks? Then two of them inside stand for one.
    quoted: bool,
    /// Does an apostrophe before the text keep spreadsheets from taking it for a formula?
    guarded: bool,
    /// What it is of a cell with alternatives.
    part: Part,
}

/// What a cell is of one with alternatives: `\|` is no separator in those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// An alternative with others behind it.
    Inner,
    /// The last alternative.
    Last,
}

impl<'t> Cell<'t> {
    /// A cell without quotation marks, of a format that knows neither them nor guards.
    pub(super) fn plain(raw: &'t str, at: usize) -> Self {
        Self { raw, at, quoted: false, guarded: false, part: Part::Whole }
    }

    /// A cell of a CSV file.
    fn of_table(raw: &'t str, at: usize, quoted: bool) -> Self {
        let guarded = raw.trim().strip_prefix('\'').is_some_and(spelling::is_formula);
        Self { raw, at, quoted, guarded, part: Part::Whole }
    }

    /// The text without the white space round it.
    pub(super) fn text(&self) -> Cow<'t, str> {
        let text = self.inside();
        let text = if self.quoted && text.contains("\"\"") {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        };
        if self.part == Part::Whole || !text.contains('\\') {
            return text;
        }
        // Before the white space goes: only what touches the separator is escaped.
        let is_inner = self.part == Part::Inner && self.raw.ends_with('\\');
        Cow::Owned(spelling::unescape(&text, is_inner))
    }

    /// Without white space and guard.
    fn inside(&self) -> &'t str {
        let text = self.raw.trim();
        if self.guarded { text.strip_prefix('\'').unwrap_or(text) } else { text }
    }

    /// The exact place of the text.
    pub(super) fn span(&self) -> Span {
        let start = self.at + (self.raw.len() - self.raw.trim_start().len());
        let start = start + (self.raw.trim().len() - self.inside().len());
        Span::of(start, start + self.inside().len())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.raw.trim().is_empty()
    }

    /// The parts between `|`.
    pub(super) fn alternatives(&self) -> Vec<Self> {
        let mut at = self.at;
        let mut parts: Vec<Self> = spelling::split(self.raw)
            .map(|raw| {
                let cell = Self { raw, at, guarded: false, part: Part::Inner, ..*self };
                at += raw.len() + 1;
                cell
            })
            .collect();
        if let Some(last) = parts.last_mut() {
            last.part = Part::Last;
        }
        if let Some(first) = parts.first_mut() {
            first.guarded = self.guarded;
        }
        parts
    }
}

/// Goes through the rows of a text.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    at: usize,
    separator: char,
    /// Set behind the first quotation mark that is never closed: from there on no cell spans lines, so that
    /// the text is not searched to its end again and again.
    single_lines: bool,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str, separator: char) -> Self {
        Self { text, at: 0, separator, single_lines: false }
    }

    /// The next row; blank lines are rows of one empty cell.
    pub(super) fn next(&mut self, faults: &mut Faults) -> Option<Vec<Cell<'t>>> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell(faults));
            let rest = self.rest();
            if rest.starts_with(self.separator) {
                self.at += self.separator.len_utf8();
                continue;
            }
            self.at += if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
            return Some(cells);
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads a cell up to its separator or line end.
    fn cell(&mut self, faults: &mut Faults) -> Cell<'t> {
        let start = self.at;
        if let Some(cell) = self.quoted(faults) {
            return cell;
        }
        self.at = start;
        let raw = self.rest().get(..self.plain_length()).unwrap_or_default();
        self.at += raw.len();
        Cell::of_table(raw, start, false)
    }

    fn plain_length(&self) -> usize {
        let rest = self.rest();
        rest.find([self.separator, '\n', '\r']).unwrap_or(rest.len())
    }

    /// A cell in quotation marks; `None` where it is not in any.
    fn quoted(&mut self, faults: &mut Faults) -> Option<Cell<'t>> {
        // Spaces round the quotation marks are no text: `a, "b, c" , d` is written by hand.
        let rest = self.rest();
        let body = rest.trim_start_matches(' ').strip_prefix('"')?;
        let start = self.at + (rest.len() - body.len());
        let limit = if self.single_lines { line_length(body) } else { body.len() };
        let closing = closing_quote(body.get(..limit).unwrap_or_default());
        let behind = closing.and_then(|end| body.get(end + 1..)).unwrap_or_default();
        let spaces = behind.len() - behind.trim_start_matches(' ').len();
        let end = behind.get(spaces..).unwrap_or_default();
        let is_closed = end.is_empty() || end.starts_with([self.separator, '\n', '\r']);
        let raw = body.get(..closing.unwrap_or(limit)).unwrap_or_default();
        if let Some(end) = closing.filter(|_| is_closed) {
            self.at = start + end + 1 + spaces;
            return Some(Cell::of_table(raw, start, true));
        }
        let mark = Span::of(start - 1, start);
        if closing.is_some() && !raw.contains(['\n', '\r']) {
            // `"a" b`: what stands behind the quotation mark is left out.
            self.at = start + raw.len() + 1;
            let rest = self.plain_length();
            faults.add(code::SYNTAX, Span::of(self.at, self.at + rest), behind_quote());
            self.at += rest;
            return Some(Cell::of_table(raw, start, true));
        }
        self.single_lines |= closing.is_none();
        faults.add(code::SYNTAX, mark, open_quote());
        self.at = start;
        let raw = self.rest().get(..self.plain_length()).unwrap_or_default();
        self.at += raw.len();
        Some(Cell::of_table(raw, start, true))
    }
}

fn line_length(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// The offset of the quotation mark that is not doubled.
fn closing_quote(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let quote = at + text.get(at..)?.find('"')?;
        if text.as_bytes().get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SourceId;

    fn read(text: &str) -> (Vec<Vec<String>>, usize) {
        let mut faults = Faults::new(SourceId::new(0));
        let mut rows = Rows::new(text, ';');
        let mut out = Vec::new();
        while let Some(row) = rows.next(&mut faults) {
            out.push(row.iter().map(|cell| cell.text().into_owned()).collect());
        }
        (out, faults.into_list().len())
    }

    #[test]
    fn quotation_marks_hold_separators_lines_and_themselves() {
        let (rows, faults) = read("a;\"b;\"\"c\"\"\nd\"\r\n\"\";e\r\rf");
        assert_eq!(rows, [vec!["a", "b;\"c\"\nd"], vec!["", "e"], vec![""], vec!["f"]]);
        assert_eq!(faults, 0);
    }

    #[test]
    fn an_open_quotation_mark_costs_its_line_only() {
        let (rows, faults) = read("a;\"b;c\nd;e\nf;\"g\"\n");
        assert_eq!(rows, [vec!["a", "b", "c"], vec!["d", "e"], vec!["f", "g"]]);
        assert_eq!(faults, 1);
        let (rows, faults) = read("a;\"b\nd;e\n");
        assert_eq!(rows, [vec!["a", "b"], vec!["d", "e"]]);
        assert_eq!(faults, 1);
    }

    #[test]
    fn text_behind_a_quotation_mark_is_a_fault() {
        let (rows, faults) = read("\"a\" b;c\n");
        assert_eq!(rows, [vec!["a", "c"]]);
        assert_eq!(faults, 1);
    }

    #[test]
    fn hostile_quotation_marks_take_linear_time() {
        for line in ["\"\"\"\n", "\"a;\"\"\n", "\"\n", "\"x\"y\n", "\"\"\"x\n", ";\"\"\"\"x\""] {
            read(&line.repeat(100_000));
        }
    }
}
