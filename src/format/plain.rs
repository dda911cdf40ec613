//! Plain text: a block a line, or, in hard-wrapped files, a block a paragraph.
//!
//! Pages saved as text put each paragraph on a line of its own; e-mails, RFCs and Project Gutenberg break
//! paragraphs at a column. Joining the lines of the first kind glues headlines together, and splitting those of the
//! second cuts sentences apart, so the file as a whole decides, by the mark that a program leaves when it wraps:
//! **a line was broken because the next word did not fit**. A file is hard-wrapped where
//!
//! 1. no more than one line in twenty is longer than 100 characters (such lines are left out of what follows),
//! 2. the longest line has at least 40 characters,
//! 3. there are at least [`MIN_ENDS`] line ends inside paragraphs (those before list items left out), and at four in five of them the line and the first
//!    word of the next would together be longer than nine tenths of the longest line,
//! 4. fewer than half of those lines end like a sentence, and fewer than half of the lines behind them begin with a
//!    capital (headlines of like length do; German, with its nouns, stays under half).
//!
//! The numbers are conventions of typewriters and mail programs (72 to 80 columns, seldom under 50), not fitted.
//! Even in a wrapped file a line that had room for the next word stays by itself (headings, verse, signatures), as
//! does what an indentation or a list sign begins.
//!
//! Plain text holds no comments, hence no suppressions, and nothing has to be escaped in it.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::document::{Block, Document, Outline};
use crate::format::{Format, FormatMeta, MAX_BLOCKS, report_cut, take};
use crate::text::{SourceFile, SourceId, Span};

use super::draft::{Draft, is_readable};

/// Lines of more characters than this are not wrapped ones.
const MAX_WIDTH: usize = 100;
/// A column nearer than this is a list or verse.
const MIN_WIDTH: usize = 40;
/// Fewer line ends inside paragraphs than this prove nothing.
const MIN_ENDS: usize = 3;

pub(super) const META: FormatMeta = FormatMeta { name: "text", extensions: &["txt", "text"] };

/// See the module.
#[derive(Debug)]
pub(super) struct Plain;

impl Format for Plain {
    fn meta(&self) -> &'static FormatMeta {
        &META
    }

    fn read(&self, id: SourceId, file: &SourceFile) -> (Document, Vec<Diagnostic>) {
        let lines = lines(&file.text);
        let column = column(&lines);
        let (mut blocks, mut cut) = (Vec::new(), None);
        let mut draft = Draft::new(&file.text);
        let mut section = 0;
        let mut last: Option<&Line<'_>> = None;
        for line in &lines {
            let joins = last.is_some_and(|last| runs_on(last, line, column));
            if !joins {
                finish(&mut draft, id, section, &mut blocks, &mut cut);
                section += u32::from(line.opens_section && !blocks.is_empty());
            } else if let Some(last) = last {
                draft.space(Span::of(last.span.end() as usize, line.span.start() as usize));
            }
            draft.push(line.span);
            last = Some(line);
        }
        finish(&mut draft, id, section, &mut blocks, &mut cut);
        let document = Document {
            source: id,
            lang: None,
            blocks,
            outline: Outline::default(),
            suppressions: Vec::new(),
            alternates: Vec::new(),
        };
        let mut found = Vec::new();
        report_cut(id, cut, &mut found);
        (document, found)
    }

    fn escape<'t>(&self, text: &'t str) -> Cow<'t, str> {
        Cow::Borrowed(text)
    }
}

fn finish(
    draft: &mut Draft<'_>,
    id: SourceId,
    section: u32,
    blocks: &mut Vec<Block>,
    cut: &mut Option<Span>,
) {
    if let Some(passage) = draft.finish(id) {
        take(Block { section, ..Block::plain(passage) }, blocks, cut);
    }
}

/// A line with something to read on it.
#[derive(Debug)]
struct Line<'t> {
    /// Its text, ordinary white space at both ends trimmed.
    text: &'t str,
    span: Span,
    /// Width of its indentation in bytes.
    indent: usize,
    /// Width in characters, indentation included.
    width: usize,
    /// Does it stand directly under the line before it?
    follows: bool,
    /// Do two blank lines or a form feed stand before it?
    opens_section: bool,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out: Vec<Line<'_>> = Vec::new();
    let (mut at, mut blanks, mut fed) = (0, 0, false);
    // An offset always stands at the start of a line; "\r\n" ends one line, not two. A wrapped paragraph has a few lines.
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty())
        && out.len() <= 4 * MAX_BLOCKS
    {
        let len = rest.find(['\n', '\r', '\x0C']).unwrap_or(rest.len());
        let (line, end) = rest.split_at_checked(len).unwrap_or((rest, ""));
        if is_readable(line) {
            out.push(Line {
                follows: blanks == 0 && !fed && !out.is_empty(),
                opens_section: blanks >= 2 || fed,
                ..measure(line, at)
            });
            (blanks, fed) = (0, false);
        } else if !end.starts_with('\x0C') {
            blanks += 1;
        }
        fed |= end.starts_with('\x0C');
        at += len + if end.starts_with("\r\n") { 2 } else { usize::from(!end.is_empty()) };
    }
    out
}

fn measure(line: &str, at: usize) -> Line<'_> {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\x0B');
    let tail = line.trim_start_matches(blank);
    let indent = line.len() - tail.len();
    let text = tail.trim_end_matches(blank);
    Line {
        text,
        span: Span::of(at + indent, at + indent + text.len()),
        indent,
        width: indent + text.chars().count(),
        follows: false,
        opens_section: false,
    }
}

/// The column at which the file's lines were broken, or `None` where its lines are paragraphs.
fn column(lines: &[Line<'_>]) -> Option<usize> {
    let long = lines.iter().filter(|line| line.width > MAX_WIDTH).count();
    let widest = lines.iter().map(|line| line.width).filter(|width| *width <= MAX_WIDTH).max()?;
    if long * 20 > lines.len() || widest < MIN_WIDTH {
        return None;
    }
    let (mut ends, mut full, mut stops, mut capitals) = (0, 0, 0, 0);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if next.follows && line.width <= MAX_WIDTH && !begins_item(next.text) {
            ends += 1;
            full += usize::from(is_full(line, next, widest));
            stops += usize::from(ends_sentence(line.text));
            capitals += usize::from(next.text.starts_with(char::is_uppercase));
        }
    }
    let prose = stops * 2 < ends && capitals * 2 < ends;
    (ends >= MIN_ENDS && full * 5 >= ends * 4 && prose).then_some(widest)
}

/// Had the line no room for the first word of the next?
fn is_full(line: &Line<'_>, next: &Line<'_>, column: usize) -> bool {
    let word = next.text.split([' ', '\t']).next().unwrap_or_default().chars().count();
    (line.width + 1 + word) * 10 > column * 9
}

fn runs_on(line: &Line<'_>, next: &Line<'_>, column: Option<usize>) -> bool {
    column.is_some_and(|column| {
        next.follows
            && next.indent <= line.indent.max(1)
            && !begins_item(next.text)
            && is_full(line, next, column)
    })
}

fn begins_item(text: &str) -> bool {
    let (sign, rest) = text.split_once([' ', '\t', '\u{A0}']).unwrap_or((text, ""));
    let number = sign.trim_end_matches(['.', ')']);
    !rest.is_empty()
        && (matches!(sign, "-" | "*" | "•" | "–" | "—" | "+" | "·")
            || (number.len() < sign.len()
                && number.len() <= 3
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && !number.is_empty()))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '\u{A0}', '\u{202F}'])
        .ends_with(['.', '!', '?', '…', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (SourceFile, Vec<Block>) {
        let file = SourceFile::decode("a.txt", text.as_bytes());
        let (document, _) = Plain.read(SourceId::new(0), &file);
        (file, document.blocks)
    }

    fn texts(text: &str) -> Vec<String> {
        read(text).1.into_iter().map(|block| block.passage.text).collect()
    }

    #[test]
    fn a_line_is_a_block_and_keeps_its_no_break_spaces() {
        let found = texts("\u{a0}\r\n  One\u{a0}: two\t\rThree\x0C Four\n\u{a0} \n\n\nFive");
        assert_eq!(found, ["One\u{a0}: two", "Three", "Four", "Five"]);
    }

    #[test]
    fn two_blank_lines_or_a_form_feed_open_a_section() {
        let (_, blocks) = read("\n\n\na\nb\n\nc\n\n\nd\x0Ce");
        let sections: Vec<_> = blocks.iter().map(|block| block.section).collect();
        assert_eq!(sections, [0, 0, 0, 1, 2]);
    }

    const WRAPPED: &str = "The harbour of the old town was closed for the whole of the winter,\n\
        and the boats lay on the quay under their covers until the ice broke\n\
        in March. Nobody had seen anything like it since the great frost of\n\
        the year 1879.\n\n\
        When the first ship came in, the mayor himself stood on the pier with\n\
        the band, and the children had the morning off.\n\
        - A list item\n\
        - Another\n";

    #[test]
    fn hard_wrapped_paragraphs_are_joined_and_lists_are_not() {
        let (file, blocks) = read(WRAPPED);
        assert_eq!(blocks.len(), 4, "{blocks:#?}");
        let passage = &blocks[0].passage;
        assert!(passage.text.contains("winter, and the boats"));
        let at = u32::try_from(passage.text.find(" and the boats").unwrap()).unwrap();
        let end = passage.locate(Span::at(at).cover(Span::at(at + 1))).span;
        assert_eq!(end.slice(&file.text), "\n");
        assert_eq!(blocks[3].passage.text, "- Another");
    }

    #[test]
    fn paragraphs_of_one_line_and_headlines_are_not_joined() {
        let lines = "A first headline of some fifty characters in the news\n\
            Another headline, this one about the weather at sea\n\
            Third headline that reports on football and on chess\n\
            Fourth\nFifth headline\nSixth headline about the parliament\n";
        assert_eq!(texts(lines).len(), 6);
        let page = "word ".repeat(60) + "\n" + &"again ".repeat(50) + "\nShort\nShort too\n";
        assert_eq!(texts(&page).len(), 4);
    }
}
