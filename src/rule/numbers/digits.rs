//! Digits with their grouping and decimal signs.
//!
//! A number is read as its language writes it. Where the digits do not fit, the signs of the other habit are tried
//! (2.5 in French, 2,5 in English): the rule is about values, not about typography. What fits the language is never
//! read the other way: « 15,600 » is fifteen and six tenths in French.

use super::decimal::Decimal;
use super::lexer::{Kind, Token};
use super::tables::Table;

/// Most groups of a grouped number (a thousand million million million); longer rows are lists.
const GROUPS: usize = 8;

/// Digits read as one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    /// What it may be worth, the likeliest first.
    pub(super) amounts: Vec<Decimal>,
    /// The runs of digits, each by itself, where they may be numbers of their own.
    pub(super) parts: Vec<Decimal>,
    /// The number of the token behind it.
    pub(super) next: usize,
}

/// Reads the number that begins at a token of digits.
pub(super) fn read(tokens: &[Token<'_>], at: usize, table: &Table) -> Read {
    let own = grouped(tokens, at, table.decimal, &table.grouping);
    let goes_on = run(tokens, own.next + 1).is_some()
        && tokens.get(own.next).is_some_and(|token| token.is('.') || token.is(','));
    if !goes_on {
        return with_other_reading(own, tokens, at, table);
    }
    let decimal = if table.decimal == '.' { ',' } else { '.' };
    let other = grouped(tokens, at, decimal, &[table.decimal, ' ', '\u{202F}', '\u{00A0}']);
    if other.next > own.next { other } else { own }
}

/// A single group behind a full stop is a fraction in half of the world: 1.618.
fn with_other_reading(mut own: Read, tokens: &[Token<'_>], at: usize, table: &Table) -> Read {
    let dotted = own.next == at + 3
        && tokens.get(at + 1).is_some_and(|sign| sign.is('.'))
        && table.decimal != '.';
    if let (true, Some(whole), Some(fraction)) = (dotted, run(tokens, at), run(tokens, at + 2)) {
        own.amounts.push(Decimal::new(whole, fraction));
    }
    own
}

fn grouped(tokens: &[Token<'_>], at: usize, decimal: char, grouping: &[char]) -> Read {
    let first = run(tokens, at).unwrap_or_default();
    let mut whole = first.to_owned();
    let mut parts = vec![Decimal::new(first, "")];
    let mut next = at + 1;
    if let Some(end) = end_of_groups(tokens, at, grouping) {
        while next < end {
            let group = run(tokens, next + 1).unwrap_or_default();
            whole.push_str(group);
            parts.push(Decimal::new(group, ""));
            next += 2;
        }
    }
    let is_decimal = tokens.get(next).is_some_and(|sign| sign.is(decimal));
    let fraction =
        run(tokens, next + 1).filter(|_| is_decimal && !is_listed(tokens, next, decimal));
    if fraction.is_some() {
        next += 2;
    }
    // Only a plain space may stand between two numbers of a sentence as well as within one.
    let spaced = next > at + 2 && tokens.get(at + 1).is_some_and(|sign| sign.is(' '));
    if !spaced {
        parts.clear();
    }
    Read { amounts: vec![Decimal::new(&whole, fraction.unwrap_or_default())], parts, next }
}

/// Does the same sign follow again, as in 1.2.3 and 10,15,20?
fn is_listed(tokens: &[Token<'_>], sign: usize, decimal: char) -> bool {
    tokens.get(sign + 2).is_some_and(|token| token.is(decimal)) && run(tokens, sign + 3).is_some()
}

/// The token behind the last group of three digits (or of two, before three: 1,50,000); `None` where none follows.
fn end_of_groups(tokens: &[Token<'_>], at: usize, grouping: &[char]) -> Option<usize> {
    let first = run(tokens, at)?;
    let sign = tokens.get(at + 1)?;
    let separates = grouping.iter().any(|group| sign.is(*group));
    if !separates || first.len() > 3 || first == "0" {
        return None;
    }
    let same = |index: usize| {
        tokens.get(index).is_some_and(|token| token.kind == sign.kind && token.text == sign.text)
    };
    let mut lengths = Vec::new();
    let mut next = at + 1;
    while lengths.len() <= GROUPS && same(next) {
        let Some(group) = run(tokens, next + 1) else { break };
        if sign.kind == Kind::Space && group.len() != 3 {
            break;
        }
        lengths.push(group.len());
        next += 2;
    }
    let (last, before) = lengths.split_last()?;
    let threes = *last == 3 && before.iter().all(|length| *length == 3);
    let indian = *last == 3
        && !before.is_empty()
        && sign.is(',')
        && before.iter().all(|length| *length == 2);
    (lengths.len() <= GROUPS && (threes || indian)).then_some(next)
}

/// The digits of a token of digits.
pub(super) fn run<'a>(tokens: &'a [Token<'_>], at: usize) -> Option<&'a str> {
    tokens.get(at).filter(|token| token.kind == Kind::Digits).map(|token| token.folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::lexer::tokens;
    use super::super::tables::table;
    use super::*;

    fn first(text: &str, lang: &str) -> String {
        let lang = lang.parse().unwrap();
        let (whole, fraction) =
            read(&tokens(text, &[]), 0, table(&lang)).amounts[0].written().unwrap();
        if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
    }

    #[test]
    fn each_language_has_its_signs() {
        for (text, lang, value) in [
            ("15,600", "en", "15600"),
            ("15.6", "en", "15.6"),
            ("1,234,567.89", "en", "1234567.89"),
            ("1,50,000", "en", "150000"),
            ("15\u{202F}600", "fr", "15600"),
            ("15\u{A0}600,5", "fr", "15600.5"),
            ("15 600", "fr", "15600"),
            ("15.600", "fr", "15600"),
            ("15,600", "fr", "15.6"),
            ("2.5", "fr", "2.5"),
            ("2,5", "en", "2.5"),
            ("15.600,25", "de", "15600.25"),
            ("2018 300", "fr", "2018"),
            ("10,15,20", "en", "10"),
            ("0,125", "fr", "0.125"),
        ] {
            assert_eq!(first(text, lang), value, "{text} {lang}");
        }
    }
}
