//! Columns, lines and colours of what the command line says about itself.
//!
//! Lines are broken at spaces only, never at U+00A0 or U+202F, so that French punctuation stays with its word.
//! Widths count characters: the locales use no wide or combining ones.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

/// Widest and narrowest text, in characters: longer lines are hard to read, shorter ones are all breaks.
const WIDEST: usize = 100;
const NARROWEST: usize = 40;

/// Longest left column, in characters; a longer entry has its text on the next line.
const LEFT: usize = 30;

/// What a piece of text is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// The heading of a section.
    Heading,
    /// What is typed as it stands.
    Literal,
    /// The word that announces an error.
    Error,
    /// The word that announces advice.
    Tip,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Self::Heading => Style::new().bold().underline(),
            Self::Literal => Style::new().bold(),
            Self::Error => AnsiColor::Red.on_default().bold(),
            Self::Tip => AnsiColor::Green.on_default().bold(),
        }
    }
}

/// How wide and whether in colour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    width: usize,
    color: bool,
}

impl Look {
    pub(super) fn new(width: usize, color: bool) -> Self {
        Self { width: width.clamp(NARROWEST, WIDEST), color }
    }

    pub(super) fn paint(self, tone: Tone, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let style = tone.style();
        format!("{style}{text}{style:#}")
    }

    /// Text in lines, each below an indentation of so many spaces.
    pub(super) fn lines(self, text: &str, indent: usize) -> String {
        let mut out = String::new();
        for line in wrap(text, self.width.saturating_sub(indent)) {
            if line.is_empty() {
                out.push('\n');
            } else {
                let _ = writeln!(out, "{:indent$}{line}", "");
            }
        }
        out
    }

    /// Entries in two columns.
    pub(super) fn table(self, entries: &[Entry]) -> String {
        let widths = entries.iter().map(Entry::width);
        let left = widths.filter(|&width| width <= LEFT).max().unwrap_or(0) + 4;
        let narrow = self.width < left + NARROWEST;
        let column = if narrow { 8 } else { left };
        let mut out = String::new();
        for entry in entries {
            let below = narrow || entry.width() > LEFT;
            let head = format!("  {}{}", self.paint(Tone::Literal, &entry.literal), entry.rest);
            let text = self.lines(&entry.text, column);
            let beside = text.trim_start_matches(' ');
            let gap = column.saturating_sub(entry.width() + 2);
            if entry.text.is_empty() {
                let _ = writeln!(out, "{head}");
            } else if below {
                let _ = write!(out, "{head}\n{text}");
            } else {
                let _ = write!(out, "{head}{:gap$}{beside}", "");
            }
        }
        out
    }
}

/// A line of a table: what is typed, what stands for a value, and what it does.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) literal: String,
    pub(super) rest: String,
    pub(super) text: String,
}

impl Entry {
    fn width(&self) -> usize {
        self.literal.chars().count() + self.rest.chars().count()
    }
}

/// Breaks text into lines of at most so many characters where it has spaces; a blank line parts paragraphs.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    for (at, paragraph) in text.trim().split("\n\n").enumerate() {
        if at > 0 {
            out.push(String::new());
        }
        let (mut line, mut taken) = (String::new(), 0);
        for word in paragraph.split([' ', '\n']).filter(|word| !word.is_empty()) {
            let own = word.chars().count();
            if taken > 0 && taken + 1 + own > width {
                out.push(std::mem::take(&mut line));
                taken = 0;
            }
            if taken > 0 {
                line.push(' ');
                taken += 1;
            }
            line.push_str(word);
            taken += own;
        }
        if !line.is_empty() {
            out.push(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_not_before_french_punctuation() {
        assert_eq!(wrap("un deux\u{a0}: trois", 7), ["un", "deux\u{a0}:", "trois"]);
        assert_eq!(wrap("a b\n\nc", 40), ["a b", "", "c"]);
        assert_eq!(wrap("", 40), Vec::<String>::new());
    }

    #[test]
    fn a_word_longer_than_the_line_stands_alone() {
        assert_eq!(wrap("a bbbbbbbbbb c", 4), ["a", "bbbbbbbbbb", "c"]);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let text = "word ".repeat(200);
        let entries = [Entry { literal: "--one".to_owned(), rest: " <X>".to_owned(), text }];
        for width in [0, 40, 61, 80, 100, 5000] {
            let look = Look::new(width, false);
            let table = look.table(&entries);
            assert!(
                table.lines().all(|line| line.chars().count() <= width.clamp(40, 100)),
                "{width}"
            );
        }
    }
}
