//! A line made comparable, with the way back to its bytes.
//!
//! Comparison must not see what a browser, a theme or a copy changes: case, white space and U+00A0, typographic
//! signs, direction marks, the arrows and colons around a label. A value that a template captures must still be
//! taken from the line as it stands, so every comparable character keeps the bytes that it came from.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::Span;

/// Longest line that is looked at, in comparable characters; chrome is short, and hostile lines are not.
pub(super) const LONGEST: usize = 8192;
/// Most combining marks on one letter that are looked at.
const MARKS: usize = 32;
/// Stands for a variable in a form that is made comparable.
pub(super) const VARIABLE: char = '\u{FFFC}';

/// A comparable line.
#[derive(Debug, Clone, Default)]
pub(super) struct Normal {
    chars: Vec<char>,
    spans: Vec<Span>,
    /// Where the core begins, behind leading arrows, dots and the like.
    start: usize,
    /// Where the core ends, before a trailing colon, arrow and the like.
    end: usize,
}

impl Normal {
    /// Makes a line comparable; `None` where it is longer than [`LONGEST`].
    ///
    /// Time is linear in the bytes of the line.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut out = Self::default();
        let mut gap = false;
        let mut chars = text.char_indices().peekable();
        while let Some((at, first)) = chars.next() {
            if is_invisible(first) {
                continue;
            }
            if first.is_whitespace() {
                gap = true;
                continue;
            }
            let mut letter = String::from(first);
            while let Some((_, mark)) = chars.next_if(|(_, c)| is_combining_mark(*c)) {
                letter.push(mark);
                if letter.len() > MARKS {
                    return None;
                }
            }
            let end = chars.peek().map_or(text.len(), |(next, _)| *next);
            out.push(&letter, Span::of(at, end), gap);
            gap = false;
            if out.chars.len() > LONGEST {
                return None;
            }
        }
        out.find_core();
        Some(out)
    }

    fn push(&mut self, letter: &str, span: Span, gap: bool) {
        for (index, c) in letter.nfc().flat_map(char::to_lowercase).map(plain).enumerate() {
            let last = self.chars.last().copied();
            let between_variables = last == Some(VARIABLE) && c == VARIABLE;
            if index == 0
                && gap
                && (between_variables || last.is_some_and(is_wordlike) && is_wordlike(c))
            {
                self.chars.push(' ');
                self.spans.push(Span::of(span.start() as usize, span.start() as usize));
            }
            if c == '.' && self.chars.ends_with(&['.', '.']) {
                self.join_dots(span);
                continue;
            }
            self.chars.push(c);
            self.spans.push(span);
        }
    }

    fn join_dots(&mut self, span: Span) {
        self.chars.pop();
        self.spans.pop();
        if let (Some(c), Some(place)) = (self.chars.last_mut(), self.spans.last_mut()) {
            *c = '…';
            *place = place.cover(span);
        }
    }

    fn find_core(&mut self) {
        let lead = self.chars.iter().take_while(|c| is_ornament(**c)).count();
        let trail = self.chars.iter().rev().take_while(|c| is_trailing(**c)).count();
        self.start = lead;
        self.end = (self.chars.len() - trail.min(self.chars.len())).max(lead);
        // "(Edit)" and "[Edit]" are the label with ornaments; "(a) and (b)" is not.
        if let ['(' | '[', inside @ .., ')' | ']'] = self.core()
            && !inside.iter().any(|c| matches!(c, '(' | ')' | '[' | ']'))
        {
            self.start += 1;
            self.end -= 1;
        }
    }

    /// The comparable characters of the core.
    pub(super) fn core(&self) -> &[char] {
        self.chars.get(self.start..self.end).unwrap_or_default()
    }

    /// The core as text, for look-up.
    pub(super) fn key(&self) -> String {
        self.core().iter().collect()
    }

    /// The ornaments before and behind the core, comparable.
    pub(super) fn ornaments(&self) -> (&[char], &[char]) {
        (
            self.chars.get(..self.start).unwrap_or_default(),
            self.chars.get(self.end..).unwrap_or_default(),
        )
    }

    /// The bytes of the line under `from..to` of the core.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let spans = self.spans.get(self.start..self.end).unwrap_or_default();
        match spans.get(from..to) {
            Some([first, .., last]) => first.cover(*last),
            Some([only]) => *only,
            _ => Span::default(),
        }
    }

    /// The bytes of the whole core.
    pub(super) fn core_span(&self) -> Span {
        self.span(0, self.end - self.start)
    }
}

/// A letter or digit in the sense of word boundaries.
pub(super) fn is_wordlike(c: char) -> bool {
    c.is_alphanumeric()
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{061C}' | '\u{180E}')
        || (c.is_control() && !c.is_whitespace())
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}' | '`' | '\u{00B4}' | '\u{2032}' => '\'',
        '«' | '»' | '“' | '”' | '„' | '‟' | '\u{2033}' | '\u{FF02}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => '-',
        other => other,
    }
}

/// Signs, icons and quotation marks that stand around a label and say nothing.
fn is_ornament(c: char) -> bool {
    matches!(c,
        '"' | '‹' | '›' | '<' | '>' | '•' | '·' | '|' | '-' | '*' | '+' | '…' | '#' | '=' | '~' | '_' | '×' | '■' | '●'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2500}'..='\u{27BF}' | '\u{2900}'..='\u{297F}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_trailing(c: char) -> bool {
    is_ornament(c) || matches!(c, ':' | '.' | ';' | ',' | '!' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> String {
        Normal::of(text).unwrap().key()
    }

    #[test]
    fn what_a_browser_changes_is_not_seen() {
        assert_eq!(key("Déconnexion\u{a0}/\u{a0} Changer\u{a0})"), key("Déconnexion / Changer )"));
        assert_eq!(key("L’AUTEUR :"), key("l'auteur:"));
        assert_eq!(key("\u{202b}E\u{301}crire...\u{200f}"), key("écrire…"));
        assert_eq!(key("« Articles plus anciens"), key("← Articles plus anciens"));
        assert_ne!(key("plus d’ articles"), key("plus articles"));
    }

    #[test]
    fn the_way_back_gives_the_line_as_it_stands() {
        let line = "→ Par\u{a0}Élodie !";
        let normal = Normal::of(line).unwrap();
        assert_eq!(normal.key(), "par élodie");
        assert_eq!(normal.span(4, 10).slice(line), "Élodie");
        assert_eq!(normal.core_span().slice(line), "Par\u{a0}Élodie");
    }

    #[test]
    fn hostile_lines_are_answered() {
        assert_eq!(key(&" ".repeat(100_000)), "");
        assert!(Normal::of(&"a".repeat(1_000_000)).is_none());
        assert!(Normal::of(&format!("a{}", "\u{301}".repeat(100_000))).is_none());
        assert_eq!(key(&"\u{202e}".repeat(50_000)), "");
        assert_eq!(key("»»»"), "");
    }
}
