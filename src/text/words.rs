//! Words of a text, and text made fit to be shown.

use std::borrow::Cow;

use super::Span;

/// A run of letters, digits and combining marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// Bytes of the text.
    pub span: Span,
    /// The run itself.
    pub text: &'t str,
}

/// Is the character part of a word (letter, digit, combining mark, underscore)?
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

/// The words of a text, in order; apostrophes and hyphens separate.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, c) = chars.next()?;
            if is_word_char(c) {
                break at;
            }
        };
        let mut end = text.len();
        while let Some((at, c)) = chars.peek() {
            if !is_word_char(*c) {
                end = *at;
                break;
            }
            chars.next();
        }
        let span = Span::of(start, end);
        Some(Word { span, text: span.slice(text) })
    })
}

/// Text from a file, fit for a terminal: control, bidirectional, zero-width and tag characters, soft hyphens and the
/// separators of lines and paragraphs are shown as `\u{…}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elision_and_hyphens_separate_words() {
        let found: Vec<_> = words("L’Armée cessez-le-feu").map(|word| word.text).collect();
        assert_eq!(found, ["L", "Armée", "cessez", "le", "feu"]);
    }

    #[test]
    fn escapes_never_reach_a_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}"), "a\\u{1b}[31mb\\u{202e}");
        assert!(matches!(visible("sain"), Cow::Borrowed(_)));
    }
}
