//! Text cut into runs of digits, runs of letters, signs and spaces.
//!
//! Digits and letters are told apart within a word, because numbers are glued to letters in every way: 20h30, 19th,
//! $5m, COVID-19. Stretches that are no prose become one sign that nothing joins over.

use unicode_normalization::char::is_combining_mark;

use crate::text::{Span, fold_diacritics};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    Letters,
    Sign,
    Space,
}

/// A piece of text.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// Digits as ASCII; letters and signs without case and diacritics.
    pub(super) folded: String,
}

impl Token<'_> {
    /// Is it this one sign or space?
    pub(super) fn is(&self, sign: char) -> bool {
        let mut chars = self.text.chars();
        chars.next() == Some(sign) && chars.next().is_none()
    }
}

/// Stands for a stretch that is no prose.
const BARRIER: &str = "\u{FFFC}";

/// The tokens of a text; `inert` is sorted.
pub(super) fn tokens<'t>(text: &'t str, inert: &[Span]) -> Vec<Token<'t>> {
    let mut out: Vec<Token<'t>> = Vec::new();
    let mut inert = inert.iter().copied().peekable();
    for (at, c) in text.char_indices() {
        let span = Span::of(at, at + c.len_utf8());
        while inert.next_if(|part| part.end() <= span.start()).is_some() {}
        let barred = inert.peek().is_some_and(|part| part.overlaps(span));
        let kind = if barred { Kind::Sign } else { kind(c) };
        match out.last_mut() {
            Some(last) if !barred && joins(last.kind, kind, c) => {
                last.span = last.span.cover(span);
                last.text = last.span.slice(text);
            }
            _ => out.push(Token {
                kind,
                span,
                text: span.slice(text),
                folded: if barred { BARRIER.to_owned() } else { String::new() },
            }),
        }
    }
    for token in out.iter_mut().filter(|token| token.folded.is_empty()) {
        token.folded = match token.kind {
            Kind::Digits => {
                token.text.chars().filter_map(digit).map(|value| char::from(b'0' + value)).collect()
            }
            Kind::Space => String::new(),
            Kind::Letters | Kind::Sign => fold_diacritics(token.text),
        };
    }
    out
}

fn joins(last: Kind, kind: Kind, c: char) -> bool {
    match last {
        Kind::Digits | Kind::Letters if kind == last => true,
        Kind::Letters => is_combining_mark(c) || c == '\u{00AD}',
        _ => false,
    }
}

fn kind(c: char) -> Kind {
    if digit(c).is_some() {
        Kind::Digits
    } else if c.is_alphabetic() {
        Kind::Letters
    } else if c.is_whitespace() {
        Kind::Space
    } else {
        Kind::Sign
    }
}

/// The zeros of the scripts whose decimal digits are met in running text (Unicode, general category Nd): ASCII,
/// Arabic, Persian, Devanagari, Bengali, Thai, fullwidth.
const ZEROS: [char; 7] =
    ['0', '\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{0E50}', '\u{FF10}'];

fn digit(c: char) -> Option<u8> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10)?;
        u8::try_from(value).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, inert: &[Span]) -> Vec<String> {
        tokens(text, inert).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn digits_and_letters_are_told_apart() {
        assert_eq!(cut("20h30", &[]), ["20", "h", "30"]);
        assert_eq!(cut("٢٠ Été", &[]), ["20", "", "ete"]);
    }

    #[test]
    fn what_is_no_prose_holds_no_digits() {
        assert_eq!(cut("a1b", &[Span::of(1, 2)]), ["a", "\u{FFFC}", "b"]);
    }
}
