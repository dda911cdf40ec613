//! Lines of a file made fit to be shown: long ones cut down around what is marked, hidden characters escaped.
//!
//! A frame is a copy, so that nothing of the file reaches a terminal as it is; where each marked byte went is written
//! down while the copy is made. Work and result are bounded by the marks, never by the length of a line: pages on one
//! line of a megabyte are normal input. Cuts are made between words where one ends nearby, and never before a
//! combining mark.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::text::{SourceFile, Span, visible};

/// Characters of a line that are shown before it is cut down.
const MAX_LINE: usize = 100;

/// Marked characters of one line that are shown before the middle is left out.
const MAX_MARKED: usize = 60;

/// Characters shown of both ends of a marked passage that is longer, and at least around a shorter one.
const INSIDE: usize = 40;

/// Characters shown before and after a long marked passage.
const OUTSIDE: usize = 16;

/// Lines of a marked passage that are shown.
const MAX_LINES: u32 = 4;

/// How far from a cut the end of a word is looked for, in characters.
const SNAP: usize = 12;

/// Combining marks that are shown behind a cut; more on one letter is no text.
const MAX_MARKS: usize = 8;

/// Some lines of a file, fit to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// The lines, `\n` between them.
    pub text: String,
    /// The number of the first, from 1.
    pub first_line: u32,
    /// Bytes of `text` for each span that was asked for, in its order.
    pub marks: Vec<Range<usize>>,
}

/// The part of a span that a frame shows: no line break at its end, and only its first lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// The part.
    pub span: Span,
    /// Its first line, from 1.
    pub first: u32,
    /// Its last line.
    pub last: u32,
    /// The last line of the whole span, where that lies further down.
    pub goes_on: Option<u32>,
}

/// The part of a span that is shown.
pub(super) fn shown(file: &SourceFile, span: Span) -> Shown {
    let text = span.slice(&file.text).trim_end_matches(['\n', '\r']);
    let start = span.start();
    let mut end = if text.is_empty() { start } else { start + Span::of(0, text.len()).len() };
    let (first, whole) = (line(file, start), line(file, end));
    let mut last = whole;
    if whole - first >= MAX_LINES {
        last = first + MAX_LINES - 1;
        let mut at = start;
        for _ in 1..MAX_LINES {
            at = next_line(file, at);
        }
        end = file.line_at(at).end();
    }
    let goes_on = (whole > last).then_some(whole);
    Shown { span: Span::of(start as usize, end as usize), first, last, goes_on }
}

/// The lines that hold the spans, and those between them. The spans are of a few lines, near to each other.
pub(super) fn frame(file: &SourceFile, spans: &[Span]) -> Frame {
    let first = spans.iter().map(|span| span.start()).min().unwrap_or(0);
    let last = spans.iter().map(|span| span.end()).max().unwrap_or(first);
    let mut copy = Copy { text: String::new(), went: Vec::new() };
    let mut at = first;
    loop {
        let line = file.line_at(at);
        let marked: Vec<Span> = spans.iter().filter_map(|span| within(*span, line)).collect();
        copy.line(&file.text, line, &marked);
        let next = next_line(file, at);
        if line.end() >= last || next > last || next <= at {
            break;
        }
        copy.text.push('\n');
        at = next;
    }
    let marks = spans
        .iter()
        .map(|span| {
            let start = copy.place(span.start());
            start..copy.place(span.end()).max(start)
        })
        .collect();
    Frame { text: copy.text, first_line: line(file, first), marks }
}

/// The number of the line that holds an offset.
fn line(file: &SourceFile, offset: u32) -> u32 {
    file.line_column(file.line_at(offset).start()).line
}

/// Where the line after the one that holds an offset begins; the end of the text where there is none.
fn next_line(file: &SourceFile, offset: u32) -> u32 {
    let end = file.line_at(offset).end();
    let rest = file.text.get(end as usize..).unwrap_or_default();
    let width = match rest.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    end.saturating_add(width)
}

/// The part of a span on a line; an empty span lies on the line that it touches.
fn within(span: Span, line: Span) -> Option<Span> {
    let (start, end) = (span.start().max(line.start()), span.end().min(line.end()));
    Span::new(start, end)
}

/// Lines as they are copied.
struct Copy {
    text: String,
    /// Byte of the file and byte of the copy, for each character that was copied and the end of each stretch.
    went: Vec<(u32, usize)>,
}

impl Copy {
    /// Copies one line, or what of it is near the marks.
    fn line(&mut self, text: &str, line: Span, marked: &[Span]) {
        let mut done = line.start();
        for kept in kept(text, line, marked) {
            if kept.start() > done {
                let gap = if done == line.start() { "… " } else { " … " };
                self.text.push_str(gap);
            }
            self.stretch(text, kept);
            done = kept.end();
        }
        if done < line.end() {
            self.text.push_str(" …");
        }
    }

    fn stretch(&mut self, text: &str, kept: Span) {
        let mut buffer = [0; 4];
        for (at, c) in kept.slice(text).char_indices() {
            self.went.push((kept.start() + Span::of(0, at).len(), self.text.len()));
            match c {
                // Shown as four columns by the frame's renderer.
                '\t' => self.text.push('\t'),
                _ => self.text.push_str(&visible(c.encode_utf8(&mut buffer))),
            }
        }
        self.went.push((kept.end(), self.text.len()));
    }

    /// Where a byte of the file went; one that was left out, to what follows it.
    fn place(&self, offset: u32) -> usize {
        let index = self.went.partition_point(|(from, _)| *from < offset);
        self.went.get(index).map_or(self.text.len(), |(_, to)| *to)
    }
}

/// The stretches of a line that are shown, in order and apart from each other.
fn kept(text: &str, line: Span, marked: &[Span]) -> Vec<Span> {
    if is_at_most(line.slice(text), MAX_LINE) {
        return vec![line];
    }
    if marked.is_empty() {
        return vec![Span::of(
            line.start() as usize,
            forward(text, line.start(), line.end(), MAX_LINE),
        )];
    }
    let mut all: Vec<Span> =
        marked.iter().flat_map(|mark| around(text, line, *mark, MAX_LINE / marked.len())).collect();
    all.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(all.len());
    for next in all {
        match apart.last_mut() {
            // A gap of a few bytes is shorter than the sign for it.
            Some(last) if next.start() <= last.end().saturating_add(4) => *last = last.cover(next),
            _ => apart.push(next),
        }
    }
    apart
}

/// What is shown of a line for the sake of one mark.
fn around(text: &str, line: Span, mark: Span, room: usize) -> Vec<Span> {
    if !is_at_most(mark.slice(text), MAX_MARKED) {
        let head = window(text, line, Span::at(mark.start()), OUTSIDE, INSIDE);
        return vec![head, window(text, line, Span::at(mark.end()), INSIDE, OUTSIDE)];
    }
    let spare = room.saturating_sub(mark.slice(text).chars().count()).max(INSIDE);
    // What the beginning or the end of the line leaves unused goes to the other side.
    let ahead = line.end().saturating_sub(mark.end()) as usize;
    let behind = mark.start().saturating_sub(line.start()) as usize;
    let after = spare - (spare / 2).min(behind);
    let before = spare - (spare / 2).min(ahead);
    vec![window(text, line, mark, before, after)]
}

/// A mark with so many characters before and after it.
fn window(text: &str, line: Span, mark: Span, before: usize, after: usize) -> Span {
    let start = backward(text, line.start(), mark.start(), before);
    Span::of(start, forward(text, mark.end(), line.end(), after))
}

/// The offset `count` characters before `from`, moved to the beginning of a word or at least of a letter.
fn backward(text: &str, floor: u32, from: u32, count: usize) -> usize {
    let before = Span::of(floor as usize, from as usize).slice(text);
    let Some((left_out, c)) = before.char_indices().rev().nth(count) else {
        return floor as usize;
    };
    let cut = left_out + c.len_utf8();
    let tail = before.get(cut..).unwrap_or_default();
    let word = tail.char_indices().take(SNAP).find(|(_, c)| c.is_whitespace());
    let into = match word {
        Some((at, c)) => at + c.len_utf8(),
        None => tail.find(|c| !is_combining_mark(c)).unwrap_or(tail.len()),
    };
    floor as usize + cut + into
}

/// The offset `count` characters after `from`, moved to the end of a word or at least of a letter.
fn forward(text: &str, from: u32, ceiling: u32, count: usize) -> usize {
    let after = Span::of(from as usize, ceiling as usize).slice(text);
    let Some((cut, _)) = after.char_indices().nth(count) else {
        return ceiling as usize;
    };
    let (head, tail) = after.split_at(cut);
    let word = head.char_indices().rev().take(SNAP).find(|(_, c)| c.is_whitespace());
    let end = if let Some((at, _)) = word {
        at
    } else {
        let marks = tail.chars().take(MAX_MARKS).take_while(|c| is_combining_mark(*c));
        cut + marks.map(char::len_utf8).sum::<usize>()
    };
    from as usize + end
}

fn is_at_most(text: &str, chars: usize) -> bool {
    text.len() <= chars || text.chars().nth(chars).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile::decode("a.md", text.as_bytes())
    }

    fn span(text: &str, part: &str) -> Span {
        let at = text.find(part).unwrap();
        Span::of(at, at + part.len())
    }

    fn marked(text: &str, part: &str) -> (String, String) {
        let framed = frame(&file(text), &[span(text, part)]);
        let mark = framed.text.get(framed.marks[0].clone()).unwrap().to_owned();
        (framed.text, mark)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (text, mark) = marked("un\r\ndeux mots\r\ntrois", "mots");
        assert_eq!((text.as_str(), mark.as_str()), ("deux mots", "mots"));
        assert_eq!(frame(&file("un\r\ndeux mots"), &[Span::of(4, 8)]).first_line, 2);
    }

    #[test]
    fn a_long_line_is_cut_down_between_words() {
        let text = "mot ".repeat(30_000) + "CIBLE " + &"mot ".repeat(30_000);
        let (text, mark) = marked(&text, "CIBLE");
        assert_eq!(mark, "CIBLE");
        assert!(text.chars().count() <= MAX_LINE + 6, "{text}");
        assert!(text.starts_with("… mot ") && text.ends_with(" mot …"), "{text}");
    }

    #[test]
    fn a_long_mark_loses_its_middle() {
        let long = "passage ".repeat(5000);
        let text = format!("Avant {long}fin. Après.");
        let framed = frame(&file(&text), &[span(&text, long.trim_end())]);
        assert!(framed.text.chars().count() <= 2 * (INSIDE + OUTSIDE) + 9, "{}", framed.text);
        let mark = framed.text.get(framed.marks[0].clone()).unwrap();
        assert!(mark.starts_with("passage") && mark.ends_with("passage") && mark.contains(" … "));
    }

    #[test]
    fn hidden_characters_are_escaped_and_the_marks_follow() {
        let (text, mark) = marked("a\u{202e}b \u{1b}[31mmot\u{200b}s fin", "mot\u{200b}s");
        assert_eq!(text, "a\\u{202e}b \\u{1b}[31mmot\\u{200b}s fin");
        assert_eq!(mark, "mot\\u{200b}s");
    }

    #[test]
    fn a_line_of_nothing_but_combining_marks_is_cut_too() {
        let text = format!("{0}x{0}", "\u{301}".repeat(50_000));
        let (text, mark) = marked(&text, "x");
        assert_eq!(mark, "x");
        assert!(text.chars().count() < 200, "{}", text.chars().count());
    }

    #[test]
    fn a_cut_never_parts_a_letter_from_its_accent() {
        let text = "e\u{301}".repeat(400) + "X" + &"e\u{301}".repeat(400);
        let (text, _) = marked(&text, "X");
        assert!(text.starts_with("… e\u{301}"), "{text}");
        assert!(text.ends_with("e\u{301} …"), "{text}");
    }

    #[test]
    fn empty_spans_at_the_end_of_a_file_have_a_place() {
        for text in ["", "abc", "abc\n", "abc\r\n\r\n"] {
            let framed = frame(&file(text), &[Span::of(text.len(), text.len())]);
            assert_eq!(framed.marks[0], framed.text.len()..framed.text.len(), "{text:?}");
        }
    }

    #[test]
    fn a_passage_of_many_lines_shows_the_first() {
        let text = "ligne\r\n".repeat(5000);
        let found = shown(&file(&text), Span::of(7, text.len()));
        assert_eq!((found.first, found.last, found.goes_on), (2, 5, Some(5000)));
        let framed = frame(&file(&text), &[found.span]);
        assert_eq!(framed.text, "ligne\nligne\nligne\nligne");
        assert_eq!(framed.marks[0], 0..framed.text.len());
    }

    #[test]
    fn a_line_break_at_the_end_of_a_passage_is_not_shown() {
        let text = "un\ndeux\n";
        let found = shown(&file(text), Span::of(3, 8));
        assert_eq!((found.span, found.last, found.goes_on), (Span::of(3, 7), 2, None));
    }

    #[test]
    fn two_marks_far_apart_on_one_line_are_both_shown() {
        let text = format!("UN {}DEUX", "mot ".repeat(1000));
        let framed = frame(&file(&text), &[span(&text, "UN"), span(&text, "DEUX")]);
        let marks: Vec<&str> =
            framed.marks.iter().map(|mark| framed.text.get(mark.clone()).unwrap()).collect();
        assert_eq!(marks, ["UN", "DEUX"]);
        assert!(framed.text.chars().count() < 2 * MAX_LINE);
    }
}
