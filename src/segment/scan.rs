//! The pass over a paragraph: from one run of sentence punctuation to the next, each judged where it stands.

use std::iter::Peekable;

use super::Glue;
use super::after;
use super::glue;
use super::judge;
use super::list;
use super::marks::{
    char_at, is_closing, is_closing_bracket, is_unspaced, may_close, next_terminator,
};
use super::rules::Rules;

/// The end of a sentence that is not the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The next sentence begins at or behind this byte.
    pub(super) at: usize,
    /// Where no space follows: what touches.
    pub(super) glue: Option<Glue>,
}

/// How a sentence may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One period.
    Period,
    /// `...` or `…`.
    Ellipsis,
    /// `. . .`: this many periods with a space between each two.
    Spaced(usize),
    /// With a question or exclamation mark, or another mark that does nothing but end sentences.
    Strong,
    /// A mark of a script that writes no spaces between sentences, or the like.
    Unspaced,
}

/// What closes behind a terminator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Closers {
    /// A quotation.
    pub(super) quote: bool,
    /// A bracket.
    pub(super) bracket: bool,
    /// The number of a note follows: `[1]`.
    pub(super) note: bool,
}

/// Sentence punctuation, and the closing marks behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// First byte of the first terminator.
    pub(super) start: usize,
    /// The byte behind the last terminator.
    pub(super) end: usize,
    /// The byte behind the last closing mark.
    pub(super) stop: usize,
    pub(super) kind: Kind,
    pub(super) closers: Closers,
}

/// Where a paragraph may be cut, in order.
pub(super) fn cuts(rules: &Rules, text: &str) -> Vec<Cut> {
    let mut scanner = Scanner::new(rules, text);
    let mut from = 0;
    while let Some((start, first)) = next_terminator(text, from) {
        let run = read_run(text, start, first);
        scanner.visit(&run);
        // Marks behind the terminators are read again: a closing mark is no terminator, so nothing is judged twice.
        from = run.end;
    }
    scanner.list_items_up_to(text.len());
    scanner.cuts
}

struct Scanner<'t> {
    rules: &'t Rules,
    text: &'t str,
    /// First byte of the sentence under way.
    start: usize,
    /// Up to here was looked for a word of the sentence under way; so the search stays linear.
    searched: usize,
    has_word: bool,
    items: Peekable<std::vec::IntoIter<list::Item>>,
    cuts: Vec<Cut>,
}

impl<'t> Scanner<'t> {
    fn new(rules: &'t Rules, text: &'t str) -> Self {
        let mut scanner = Self {
            rules,
            text,
            start: 0,
            searched: 0,
            has_word: false,
            items: list::items(text).into_iter().peekable(),
            cuts: Vec::new(),
        };
        scanner.begin(0);
        scanner
    }

    /// Begins a sentence at the first character that is not white space.
    fn begin(&mut self, at: usize) {
        let rest = self.text.get(at..).unwrap_or_default();
        self.start = at + (rest.len() - rest.trim_start().len());
        self.searched = self.start;
        self.has_word = false;
    }

    fn cut(&mut self, at: usize, glue: Option<Glue>) {
        self.cuts.push(Cut { at, glue });
        self.begin(at);
    }

    /// Cuts before the items of a list that begin at or before a byte; answers whether the byte lies in a marker.
    fn list_items_up_to(&mut self, at: usize) -> bool {
        while let Some(item) = self.items.next_if(|item| item.marker.end <= at) {
            if item.marker.start > self.start {
                self.cut(item.marker.start, None);
            }
        }
        self.items.peek().is_some_and(|item| item.marker.start <= at)
    }

    fn visit(&mut self, run: &Run) {
        // The numbers of a list end no sentence, and an item that just began needs a word of its own.
        if self.list_items_up_to(run.start) || !self.has_word_before(run.start) {
            return;
        }
        let behind = self.text.get(run.stop..).unwrap_or_default();
        let Some(first) = behind.chars().next() else { return };
        let sentence = self.text.get(self.start..run.start).unwrap_or_default();
        if first.is_whitespace() {
            let next = after::read(behind.trim_start());
            if let Some(at) = judge::end(self.rules, self.text, sentence, run, &next) {
                self.cut(at, None);
            }
        } else if judge::ends_unspaced(self.text, run, first) {
            self.cut(run.stop, None);
        } else if let Some(glue) = glue::find(self.rules, self.text, run) {
            self.cut(run.stop, Some(glue));
        }
    }

    fn has_word_before(&mut self, at: usize) -> bool {
        if !self.has_word {
            let unseen = self.text.get(self.searched..at).unwrap_or_default();
            self.has_word = unseen.chars().any(char::is_alphanumeric);
            self.searched = self.searched.max(at);
        }
        self.has_word
    }
}

fn read_run(text: &str, start: usize, first: char) -> Run {
    let (end, kind) = read_terminators(text, start, first);
    let (stop, closers) = read_closers(text, end);
    Run { start, end, stop, kind, closers }
}

fn read_terminators(text: &str, start: usize, first: char) -> (usize, Kind) {
    let (mut end, mut periods, mut strong, mut unspaced) = (start, 0, false, false);
    let mut next = Some(first);
    while let Some(c) = next.filter(|c| super::marks::is_terminator(*c)) {
        match c {
            '.' => periods += 1,
            '…' => periods += 3,
            c if is_unspaced(c) => unspaced = true,
            _ => strong = true,
        }
        end += c.len_utf8();
        next = char_at(text, end);
    }
    if unspaced {
        return (end, Kind::Unspaced);
    }
    if strong {
        return (end, Kind::Strong);
    }
    if periods > 1 {
        return (end, Kind::Ellipsis);
    }
    let groups = spaced_periods(text, end);
    if groups > 0 { (end + 2 * groups, Kind::Spaced(groups + 1)) } else { (end, Kind::Period) }
}

/// How often ` .` follows.
fn spaced_periods(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes().get(from..).unwrap_or_default();
    bytes.chunks_exact(2).take_while(|pair| *pair == b" .").count()
}

fn read_closers(text: &str, from: usize) -> (usize, Closers) {
    let mut at = from;
    let mut closers = Closers::default();
    while let Some(c) = char_at(text, at) {
        let behind = at + c.len_utf8();
        if let Some(end) = note_end(text, at, c) {
            closers.note = true;
            at = end;
        } else if may_close(c) && (is_closing(c) || !touches_word(text, behind)) {
            closers.bracket |= is_closing_bracket(c);
            closers.quote |= !is_closing_bracket(c);
            at = behind;
        } else if matches!(c, '*' | '_') && !touches_word(text, behind) {
            at = behind;
        } else if let Some(end) = spaced_closer_end(text, at, c) {
            closers.quote = true;
            at = end;
        } else if let Some(end) = emoticon_end(text, at) {
            at = end;
        } else {
            break;
        }
    }
    (at, closers)
}

/// ` :-)`: a face made of punctuation belongs to the sentence before it.
fn emoticon_end(text: &str, at: usize) -> Option<usize> {
    let face = text.get(at..)?.strip_prefix(' ')?.strip_prefix([':', ';'])?;
    let mouth = face.strip_prefix('-').unwrap_or(face);
    let rest = mouth.strip_prefix([')', '(', 'D', 'P', 'p', '/', '|'])?;
    let ends = rest.chars().next().is_none_or(char::is_whitespace);
    ends.then_some(text.len() - rest.len())
}

fn touches_word(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(char::is_alphanumeric)
}

/// ` »` with a space of any width before it (before a word, only a no-break space tells that it closes), and a straight quotation mark that stands alone.
fn spaced_closer_end(text: &str, at: usize, c: char) -> Option<usize> {
    if !matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}') {
        return None;
    }
    let mark_at = at + c.len_utf8();
    let mark = char_at(text, mark_at).filter(|mark| matches!(mark, '»' | '›' | '"'))?;
    let end = mark_at + mark.len_utf8();
    let follows = char_at(text, end);
    let closes = match mark {
        '"' => follows.is_none_or(char::is_whitespace),
        _ => c != ' ' || follows.is_none_or(|c| !c.is_alphanumeric()),
    };
    closes.then_some(end)
}

/// The end of a note's mark, `[12]`, `[note 3]` or `²`, that touches the sentence, or of ` [12]` behind a space.
///
/// A paragraph that begins with such a number is a list of references; there the number begins an entry.
fn note_end(text: &str, at: usize, c: char) -> Option<usize> {
    match c {
        '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => Some(at + c.len_utf8()),
        '[' => {
            let label = bracketed(text, at)?;
            let is_note = label.iter().any(u8::is_ascii_digit)
                && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b' ');
            is_note.then_some(at + label.len() + 2)
        }
        ' ' if !text.starts_with('[') => {
            let label = bracketed(text, at + 1)?;
            let is_number = !label.is_empty() && label.iter().all(u8::is_ascii_digit);
            is_number.then_some(at + label.len() + 3)
        }
        _ => None,
    }
}

/// What stands in the square brackets that open at a byte; `None` for none, or more than a note's mark holds.
fn bracketed(text: &str, at: usize) -> Option<&[u8]> {
    const LONGEST: usize = 10;
    let inside = text.as_bytes().get(at..)?.strip_prefix(b"[")?;
    let len = inside.iter().take(LONGEST).position(|byte| *byte == b']')?;
    inside.get(..len)
}
