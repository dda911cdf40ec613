//! Rows of digits that belong together: dates, fractions, versions, telephone numbers.

use super::digits::{self, run};
use super::draft::{Draft, Written};
use super::lexer::{Kind, Token};
use super::tables::Table;
use super::value::Value;
use crate::text::Span;

/// Fewest digits of a telephone number that is told from other rows.
const PHONE_DIGITS: usize = 8;

/// Most runs of digits in a row.
const ROW: usize = 8;

/// The three numerals of 14/01/2020, 2020-01-14, 14.1.20: each a number, the small ones perhaps a month.
pub(super) fn date(tokens: &[Token<'_>], at: usize) -> Option<[Draft; 3]> {
    let sign =
        tokens.get(at + 1).filter(|sign| ['/', '-', '.'].iter().any(|known| sign.is(*known)))?;
    let same = tokens.get(at + 3).is_some_and(|other| other.text == sign.text);
    let runs = [run(tokens, at)?, run(tokens, at + 2)?, run(tokens, at + 4)?];
    let lengths = runs.map(str::len);
    let year_first = matches!(lengths, [4, 1 | 2, 1 | 2]);
    let year_last = matches!(lengths, [1 | 2, 1 | 2, 4])
        || matches!(lengths, [1 | 2, 1 | 2, 2]) && sign.is('/');
    let small = if year_first { [runs[1], runs[2]] } else { [runs[0], runs[1]] };
    let days: Vec<u64> = small.iter().filter_map(|digits| digits.parse().ok()).collect();
    let fits = days.iter().all(|day| (1..=31).contains(day)) && days.iter().any(|day| *day <= 12);
    if !same || !fits || !(year_first || year_last) {
        return None;
    }
    let part = |index: usize| component(tokens, at + 2 * index, year_last && index == 2);
    Some([part(0)?, part(1)?, part(2)?])
}

fn component(tokens: &[Token<'_>], at: usize, year: bool) -> Option<Draft> {
    let value: u64 = run(tokens, at)?.parse().ok()?;
    let mut draft = Draft::new(tokens.get(at)?.span, Written::Digits, at..at + 1);
    draft.extra = part_values(value);
    if year && value < 100 {
        draft.extra.extend([Value::whole(1900 + value), Value::whole(2000 + value)]);
    }
    Some(draft)
}

/// A number of a date or a pair.
fn part_values(value: u64) -> Vec<Value> {
    let mut values = vec![Value::whole(value)];
    if (1..=12).contains(&value) {
        values.push(Value::Month(value));
    }
    values
}

/// 1/2, 2018/19, 1.2.3, 01 23 45 67 89.
pub(super) fn row(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Draft> {
    pair(tokens, at).or_else(|| code(tokens, at, table))
}

/// Two numbers with a stroke: a fraction, a day and a month, two years.
fn pair(tokens: &[Token<'_>], at: usize) -> Option<Draft> {
    let stroke = |at: usize| tokens.get(at).is_some_and(|sign| sign.is('/') || sign.is('⁄'));
    let follows_stroke = at.checked_sub(1).is_some_and(stroke);
    let (first, second) = (run(tokens, at)?, run(tokens, at + 2)?);
    if !stroke(at + 1) || stroke(at + 3) || follows_stroke || first.len() > 6 || second.len() > 6 {
        return None;
    }
    let (parts, of): (u64, u64) = (first.parse().ok()?, second.parse().ok()?);
    let mut draft = Draft::new(span(tokens, at, at + 2)?, Written::Digits, at..at + 3);
    draft.extra = vec![Value::fraction(parts, of), Value::Code(format!("{parts}/{of}"))];
    draft.parts = vec![part_values(parts), part_values(of)];
    if let (4, 2, Some(last)) = (first.len(), second.len(), draft.parts.last_mut()) {
        last.push(Value::whole(parts / 100 * 100 + of));
    }
    Some(draft)
}

/// Versions, addresses, telephone numbers: runs in a fixed order, or each by itself.
fn code(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Draft> {
    let separates = |token: &Token<'_>| {
        token.is('.')
            || token.is('-')
            || token.kind == Kind::Space && token.text.chars().count() == 1
    };
    let mut runs = vec![run(tokens, at)?];
    let mut next = at + 1;
    while let Some(digits) =
        run(tokens, next + 1).filter(|digits| digits.len() <= 4 && runs.len() < ROW)
    {
        if !tokens.get(next).is_some_and(separates) {
            break;
        }
        runs.push(digits);
        next += 2;
    }
    let dots =
        (at..next).filter(|index| tokens.get(*index).is_some_and(|token| token.is('.'))).count();
    let is_version = dots >= 2 && dots + 1 == runs.len();
    let total: usize = runs.iter().map(|digits| digits.len()).sum();
    let is_phone = runs.len() >= 3
        && total >= PHONE_DIGITS
        && runs.iter().skip(1).all(|digits| digits.len() >= 2)
        && runs[0].len() <= 4;
    let is_number = digits::read(tokens, at, table).next > at + 1 && !is_version;
    if !(is_version || is_phone) || is_number {
        return None;
    }
    let joint = if is_version { "." } else { "" };
    let mut draft = Draft::new(span(tokens, at, next - 1)?, Written::Digits, at..next);
    draft.extra.push(Value::Code(runs.join(joint)));
    draft.parts = runs.iter().filter_map(|digits| digits.parse().ok()).map(part_values).collect();
    if is_version {
        // 1.234.567 may be a grouped number.
        let read = digits::read(tokens, at, table);
        draft.amounts = if read.next == next { read.amounts } else { Vec::new() };
    }
    Some(draft)
}

fn span(tokens: &[Token<'_>], first: usize, last: usize) -> Option<Span> {
    Some(tokens.get(first)?.span.cover(tokens.get(last)?.span))
}

/// A fraction in one sign: its parts, of how many, and its decimals.
pub(super) fn part_sign(token: &Token<'_>) -> Option<(u64, u64, &'static str)> {
    const SIGNS: [(char, u64, u64, &str); 9] = [
        ('½', 1, 2, "5"),
        ('¼', 1, 4, "25"),
        ('¾', 3, 4, "75"),
        ('⅛', 1, 8, "125"),
        ('⅜', 3, 8, "375"),
        ('⅝', 5, 8, "625"),
        ('⅞', 7, 8, "875"),
        ('⅓', 1, 3, "333333"),
        ('⅔', 2, 3, "666667"),
    ];
    SIGNS
        .iter()
        .find(|(sign, ..)| token.is(*sign))
        .map(|(_, parts, of, decimals)| (*parts, *of, *decimals))
}
