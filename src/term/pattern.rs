//! Terms that are regular expressions.
//!
//! The `regex` crate matches in linear time, and an expression's size is limited, so a glossary cannot hang a check.
//! Text and expression are compared with typographic apostrophes, no-break spaces and hyphens made plain and in NFC;
//! places are given in the text as it stands. With `case = "smart"` an expression without capitals matches in any
//! case, as ripgrep has it.

use regex::Regex;
use regex::RegexBuilder;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::glossary::CaseRule;
use crate::glossary::REGEX_SIZE;
use crate::text::Span;

/// A term that is a regular expression.
#[derive(Debug, Clone)]
pub(super) struct Expression(Regex);

impl Expression {
    /// Compiles an expression; `None` where it cannot be.
    pub(super) fn new(pattern: &str, case: CaseRule) -> Option<Self> {
        let any_case = match case {
            CaseRule::Ignore => true,
            CaseRule::Exact => false,
            CaseRule::Smart => !has_capital(pattern),
        };
        let mut plain = String::with_capacity(pattern.len());
        for c in pattern.nfc() {
            // A typographic hyphen made plain would make a range of its neighbours in a class.
            if plain_sign(c) == '-' && c != '-' {
                plain.push('\\');
            }
            plain.push(plain_sign(c));
        }
        let mut builder = RegexBuilder::new(&plain);
        builder.case_insensitive(any_case).size_limit(REGEX_SIZE);
        builder.build().ok().map(Self)
    }

    /// The places that match outside of inert stretches, from the left, none empty. Inert stretches must be sorted.
    pub(super) fn find(&self, text: &str, inert: &[Span]) -> Vec<Span> {
        let mut found = Vec::new();
        let mut from = 0;
        let end = Span::of(text.len(), text.len());
        for stretch in inert.iter().chain([&end]) {
            let piece = Span::of(from, (stretch.start() as usize).max(from));
            from = from.max(stretch.end() as usize);
            let plain = Plain::of(piece.slice(text));
            let places = self.0.find_iter(&plain.text).filter(|place| !place.is_empty());
            let original =
                |at: usize| whole_character(text, piece.start() as usize + plain.before(at));
            found.extend(places.map(|it| Span::of(original(it.start()), original(it.end()))));
        }
        found
    }
}

/// The next byte at which a character begins; an expression may match a part of what was composed.
fn whole_character(text: &str, mut at: usize) -> usize {
    while at < text.len() && !text.is_char_boundary(at) {
        at += 1;
    }
    at.min(text.len())
}

/// Has the pattern a capital letter that stands for itself, and is no part of an escape such as `\W` or `\p{L}`?
fn has_capital(pattern: &str) -> bool {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c.is_uppercase() {
            return true;
        }
        let escape = if c == '\\' { chars.next() } else { None };
        if matches!(escape, Some('p' | 'P' | 'x' | 'u' | 'U')) && chars.next() == Some('{') {
            chars.by_ref().find(|c| *c == '}');
        }
    }
    false
}

/// A text with its signs made plain, and the way back.
struct Plain {
    text: String,
    /// Where the two drift apart: bytes of the plain text and of the original that stand for each other. Sorted.
    shifts: Vec<(usize, usize)>,
}

impl Plain {
    fn of(text: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len()), shifts: Vec::new() };
        if text.is_ascii() {
            plain.text.push_str(text);
            return plain;
        }
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            // A letter and the marks on it are composed together.
            let marks = rest.chars().skip(1).take_while(|c| is_combining_mark(*c));
            let len = first.len_utf8() + marks.map(char::len_utf8).sum::<usize>();
            let (cluster, after) = rest.split_at_checked(len).unwrap_or((rest, ""));
            plain.text.extend(cluster.nfc().map(plain_sign));
            rest = after;
            let read = text.len() - rest.len();
            if plain.before(plain.text.len()) != read {
                plain.shifts.push((plain.text.len(), read));
            }
        }
        plain
    }

    /// The byte of the original that a byte of the plain text stands at.
    fn before(&self, at: usize) -> usize {
        let known = self.shifts.partition_point(|(from, _)| *from <= at);
        let shift = known.checked_sub(1).and_then(|last| self.shifts.get(last));
        shift.map_or(at, |(plain, original)| original + (at - plain))
    }
}

/// Typographic apostrophes, spaces and hyphens as a keyboard has them. Never longer than the sign itself.
fn plain_sign(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
        '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(pattern: &str, case: CaseRule, text: &'t str) -> Vec<&'t str> {
        let expression = Expression::new(pattern, case).unwrap();
        expression.find(text, &[]).into_iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn places_are_those_of_the_text_as_it_stands() {
        let text = "«\u{a0}L’arme\u{301}e\u{202f}» l’armée, arme\u{301}e\u{a0}rouge";
        assert_eq!(found("l'armée", CaseRule::Smart, text), ["L’arme\u{301}e", "l’armée"]);
        assert_eq!(found("armée rouge", CaseRule::Smart, text), ["arme\u{301}e\u{a0}rouge"]);
        assert_eq!(found("e", CaseRule::Smart, "é e\u{301} e"), ["e"]);
    }

    #[test]
    fn an_expression_without_capitals_matches_in_any_case() {
        assert_eq!(
            found(r"\bcolou?rs?\b", CaseRule::Smart, "Colours, COLOR"),
            ["Colours", "COLOR"]
        );
        assert_eq!(found(r"Colou?r\W", CaseRule::Smart, "colour Color "), ["Color "]);
        assert_eq!(found(r"\p{Lu}x", CaseRule::Exact, "ax Ax"), ["Ax"]);
        assert_eq!(found("Ab", CaseRule::Ignore, "aB"), ["aB"]);
    }

    #[test]
    fn nothing_is_found_in_or_across_inert_stretches_and_nothing_is_empty() {
        let expression = Expression::new("a*", CaseRule::Smart).unwrap();
        let text = "aaa aaa";
        let inert = [Span::of(1, 2), Span::of(5, 99)];
        let found: Vec<_> =
            expression.find(text, &inert).iter().map(|s| s.start()..s.end()).collect();
        assert_eq!(found, [0..1, 2..3, 4..5]);
    }

    #[test]
    fn what_is_too_large_or_no_expression_is_none() {
        assert!(Expression::new("(", CaseRule::Smart).is_none());
        assert!(Expression::new(r"(\w{1000}){1000}", CaseRule::Smart).is_none());
    }
}
