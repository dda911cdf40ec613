//! A text as a sequence of numbered words and signs.
//!
//! Apostrophes, hyphens and white space separate words and are remembered as what stands before a word; every other
//! sign is a token of its own, so that *C++* and *R&D* can be listed and a comma breaks a term. Scripts written
//! without spaces give a token a character.

use unicode_normalization::UnicodeNormalization;

use super::intern::Interner;
use super::intern::UNKNOWN;
use crate::text::Span;
use crate::text::is_word_char;

/// What stands between a token and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// White space, or the start of the text.
    Space,
    /// A hyphen without white space.
    Hyphen,
    /// An apostrophe without white space.
    Apostrophe,
    /// Code, a tag or another stretch that is no prose: no term goes across.
    Barrier,
}

/// A word or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its number.
    pub(super) id: u32,
    /// What stands before it.
    pub(super) before: Gap,
    /// Is it a word (and no sign)?
    pub(super) word: bool,
    /// Does it hold a capital letter?
    pub(super) capital: bool,
    /// Bytes of the text.
    pub(super) span: Span,
}

/// Splits a text; numbers words with `number`, which is given the folded word.
pub(super) fn tokenize(
    text: &str,
    inert: &[Span],
    mut number: impl FnMut(&str) -> u32,
) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 4);
    let mut folded = String::new();
    let mut cursor = Cursor { text, at: 0, inert, before: Gap::Space };
    while let Some((span, word)) = cursor.next_token() {
        let surface = span.slice(text);
        let capital = fold_into(surface, &mut folded);
        let before = std::mem::replace(&mut cursor.before, Gap::None);
        tokens.push(Token { id: number(&folded), before, word, capital, span });
    }
    tokens
}

/// As [`tokenize`], with the numbers of a table; words it does not hold are [`UNKNOWN`].
pub(super) fn read(text: &str, inert: &[Span], words: &Interner) -> Vec<Token> {
    tokenize(text, inert, |word| words.get(word))
}

/// Words joined over their hyphens, as further ways to read a text: (first token, tokens, number).
pub(super) fn joined(text: &str, tokens: &[Token], words: &Interner) -> Vec<(usize, usize, u32)> {
    /// Longer chains of hyphens are names of places and people, which nobody writes in one word.
    const LONGEST: usize = 4;
    let mut found = Vec::new();
    if !tokens.iter().any(|token| token.before == Gap::Hyphen) {
        return found;
    }
    let mut folded = String::new();
    for start in 0..tokens.len() {
        let hyphens = tokens[start + 1..].iter().take_while(|token| token.before == Gap::Hyphen);
        for extra in 1..=hyphens.count().min(LONGEST - 1) {
            let mut whole = String::new();
            for token in &tokens[start..=start + extra] {
                fold_into(token.span.slice(text), &mut folded);
                whole.push_str(&folded);
            }
            let id = words.get(&whole);
            if id != UNKNOWN {
                found.push((start, extra + 1, id));
            }
        }
    }
    found
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
    inert: &'t [Span],
    before: Gap,
}

impl Cursor<'_> {
    /// The next word or sign; what was passed over is in `before`.
    fn next_token(&mut self) -> Option<(Span, bool)> {
        loop {
            self.skip_inert();
            let c = self.peek()?;
            if is_glue(c) {
                self.at += c.len_utf8();
            } else if in_word(c) {
                return Some((self.take_word(c), true));
            } else if c.is_whitespace() {
                self.pass(c, Gap::Space);
            } else if is_hyphen(c) && self.joins(c) {
                self.pass(c, Gap::Hyphen);
            } else if is_apostrophe(c) {
                self.pass(c, Gap::Apostrophe);
            } else {
                let start = self.at;
                self.at += c.len_utf8();
                return Some((Span::of(start, self.at), false));
            }
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Does the hyphen stand between two words, and is no dash?
    fn joins(&self, hyphen: char) -> bool {
        let after =
            self.text.get(self.at + hyphen.len_utf8()..).and_then(|rest| rest.chars().next());
        self.before == Gap::None && after.is_some_and(in_word)
    }

    /// Passes over a separator; a hyphen or an apostrophe beside white space counts as white space.
    fn pass(&mut self, c: char, gap: Gap) {
        self.at += c.len_utf8();
        self.before = match (self.before, gap) {
            (Gap::Barrier, _) => Gap::Barrier,
            (Gap::None, gap) => gap,
            (before, gap) if before == gap => gap,
            _ => Gap::Space,
        };
    }

    fn skip_inert(&mut self) {
        while let Some(first) = self.inert.first() {
            if first.end() as usize <= self.at {
                self.inert = self.inert.get(1..).unwrap_or_default();
            } else if first.start() as usize <= self.at {
                self.at = first.end() as usize;
                while !self.text.is_char_boundary(self.at) && self.at < self.text.len() {
                    self.at += 1;
                }
                self.before = Gap::Barrier;
            } else {
                break;
            }
        }
    }

    fn take_word(&mut self, first: char) -> Span {
        let start = self.at;
        self.at += first.len_utf8();
        let limit = self.inert.first().map_or(self.text.len(), |inert| inert.start() as usize);
        let alone = is_unspaced(first);
        while let Some(c) = self.peek() {
            let more = match c {
                _ if c.is_ascii() => !alone && in_word(c),
                _ if alone => unicode_normalization::char::is_combining_mark(c),
                _ => in_word(c) && !is_unspaced(c) || is_glue(c),
            };
            if !more || self.at >= limit {
                break;
            }
            self.at += c.len_utf8();
        }
        Span::of(start, self.at)
    }
}

/// Folds a word into `out` (lower case, NFC, without soft hyphens); says whether it holds a capital.
pub(super) fn fold_into(word: &str, out: &mut String) -> bool {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return word.bytes().any(|byte| byte.is_ascii_uppercase());
    }
    let mut capital = false;
    let mut push = |c: char| {
        capital |= c.is_uppercase();
        out.extend(c.to_lowercase());
    };
    // Below U+0300 there is nothing to compose.
    if word.chars().all(|c| c < '\u{300}') {
        word.chars().filter(|c| !is_glue(*c)).for_each(&mut push);
    } else {
        word.nfc().filter(|c| !is_glue(*c)).for_each(&mut push);
    }
    capital
}

/// A word with its case kept, in NFC, without soft hyphens.
pub(super) fn surface(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    if word.chars().all(|c| c < '\u{300}') {
        return word.chars().filter(|c| !is_glue(*c)).collect();
    }
    word.nfc().filter(|c| !is_glue(*c)).collect()
}

/// As [`is_word_char`], without its table for ASCII.
fn in_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { is_word_char(c) }
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{FF07}')
}

/// Characters without width, that are not there for a reader.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, inert: &[Span]) -> Vec<(String, Gap)> {
        let mut seen = Vec::new();
        let tokens = tokenize(text, inert, |word| {
            seen.push(word.to_owned());
            1
        });
        seen.into_iter().zip(tokens.iter().map(|token| token.before)).collect()
    }

    #[test]
    fn separators_are_remembered_and_signs_are_tokens() {
        let found = words("L’Arme\u{301}e cessez\u{2011}le-feu, C++", &[]);
        let expected = [
            ("l", Gap::Space),
            ("armée", Gap::Apostrophe),
            ("cessez", Gap::Space),
            ("le", Gap::Hyphen),
            ("feu", Gap::Hyphen),
            (",", Gap::None),
            ("c", Gap::Space),
            ("+", Gap::None),
            ("+", Gap::None),
        ];
        assert_eq!(found, expected.map(|(word, gap)| (word.to_owned(), gap)));
    }

    #[test]
    fn inert_stretches_are_barriers_even_inside_a_word() {
        let found = words("ab<x>cd ef", &[Span::of(2, 5)]);
        assert_eq!(found[1], ("cd".to_owned(), Gap::Barrier));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn soft_hyphens_are_not_there_and_han_characters_stand_alone() {
        assert_eq!(words("gouver\u{AD}nement", &[])[0].0, "gouvernement");
        assert_eq!(words("中国", &[]).len(), 2);
    }

    #[test]
    fn wild_inert_spans_do_no_harm() {
        assert_eq!(words("é", &[Span::of(1, 9)]).len(), 1);
        assert_eq!(words("aé b", &[Span::of(0, 2), Span::of(1, 2)]).len(), 1);
    }
}
