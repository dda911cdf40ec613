//! What follows a possible end of a sentence.

use super::marks::{goes_on, is_ideographic, may_open};

/// How many opening marks and spaces may stand before the first word.
const OPENERS: usize = 8;

/// How many bytes of the next word are looked at; longer words are in no list.
const LONGEST: usize = 48;

/// The kind of character with which the next word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// A comma, a colon, a closing bracket, more terminators: the sentence goes on.
    Goes,
    Lower,
    Upper,
    Digit,
    /// A letter of a script without case.
    Caseless,
    Symbol,
}

/// The next word, and how it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next<'t> {
    pub(super) first: First,
    /// Did quotation marks, brackets or dashes stand before it?
    pub(super) opened: bool,
    /// The word; in French and Italian with its elided article (`L’`) left of the apostrophe only.
    pub(super) word: &'t str,
    /// What follows the word.
    pub(super) rest: &'t str,
}

/// Reads the next word of a text that does not begin with white space.
pub(super) fn read(text: &str) -> Next<'_> {
    let begins = text.chars().next();
    if begins.is_some_and(goes_on) || begins == Some('&') {
        return Next { first: First::Goes, opened: false, word: "", rest: text };
    }
    let skipped: usize = text
        .chars()
        .take(OPENERS)
        .take_while(|c| may_open(*c) || c.is_whitespace())
        .map(char::len_utf8)
        .sum();
    let rest = text.get(skipped..).unwrap_or_default();
    let word = leading_word(rest);
    let rest_behind = rest.get(word.len()..).unwrap_or_default();
    Next { first: first(rest), opened: skipped > 0, word, rest: rest_behind }
}

/// The letters and digits with which a text begins.
pub(super) fn leading_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .take_while(|(at, c)| *at <= LONGEST && crate::text::is_word_char(*c))
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or_default()
}

fn first(text: &str) -> First {
    let mut chars = text.chars();
    let Some(c) = chars.next() else { return First::Symbol };
    if c.is_lowercase() {
        // iPhone, eBay: names that begin sentences as they are.
        let is_name = chars.next().is_some_and(char::is_uppercase);
        return if is_name { First::Upper } else { First::Lower };
    }
    match c {
        c if c.is_uppercase() => First::Upper,
        c if c.is_numeric() => First::Digit,
        c if c.is_alphabetic() || is_ideographic(c) => First::Caseless,
        _ => First::Symbol,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_marks_are_passed_over() {
        let next = read("– « L’armée");
        assert_eq!((next.first, next.opened, next.word), (First::Upper, true, "L"));
        assert_eq!(next.rest, "’armée");
        assert_eq!(read("(see below)").first, First::Lower);
        assert_eq!(read(", he said").first, First::Goes);
        assert_eq!(read("iPhone").first, First::Upper);
        assert_eq!(read("3 men").first, First::Digit);
        assert_eq!(read("").first, First::Symbol);
    }
}
