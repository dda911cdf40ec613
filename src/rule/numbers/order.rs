//! Does a date give its day or its month first?
//!
//! Only dates that show it count: a number above twelve tells the day, a name tells the month. `03/04/2019` says
//! nothing, and a month with a year alone neither.

use unic_langid::LanguageIdentifier;

use super::lexer::{Kind, Token, tokens};
use super::tables::{self, Meaning, Table};
use crate::text::Span;

/// Which part of a date stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// 28/12/2019, 28 December 2019.
    DayFirst,
    /// 12/28/2019, December 28, 2019.
    MonthFirst,
}

/// The dates of a text that show their order, in order of place; `inert` is sorted and holds none.
pub(crate) fn dates(
    text: &str,
    lang: &LanguageIdentifier,
    inert: &[Span],
) -> Vec<(Span, DateOrder)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let table = tables::table(lang);
    let all: Vec<Token<'_>> = tokens(text, inert);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(token) = all.get(at) {
        let found = match token.kind {
            Kind::Digits if starts(&all, at) => {
                numeric(&all, at).or_else(|| day_and_month(&all, at, table))
            }
            Kind::Letters if is_month(table, token) && starts(&all, at) => month_and_day(&all, at),
            _ => None,
        };
        let Some((end, order)) = found else {
            at += 1;
            continue;
        };
        if let (Some(order), Some(last)) = (order, all.get(end.saturating_sub(1))) {
            out.push((token.span.cover(last.span), order));
        }
        at = end.max(at + 1);
    }
    out
}

/// Does nothing stand right before that would make the token part of something else (`1.2.2019`, `v28`)?
fn starts(all: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    before.is_none_or(|token| {
        token.kind == Kind::Space
            || token.is('(')
            || token.is('«')
            || token.is('"')
            || token.is('“')
    })
}

/// `28/12/2019`, `28.12.2019`, `12-28-2019`: the token behind it, and its order where it shows.
fn numeric(all: &[Token<'_>], at: usize) -> Option<(usize, Option<DateOrder>)> {
    let [first, one, second, two, year] = all.get(at..at + 5)? else { return None };
    let sign = |token: &Token<'_>, c| token.kind == Kind::Sign && token.is(c);
    let same = ['/', '.', '-'].into_iter().any(|c| sign(one, c) && sign(two, c));
    let digits = |token: &Token<'_>, length: &[usize]| {
        (token.kind == Kind::Digits && length.contains(&token.folded.len()))
            .then(|| token.folded.parse::<u32>().ok())
            .flatten()
    };
    let (a, b) = (digits(first, &[1, 2])?, digits(second, &[1, 2])?);
    digits(year, &[4])?;
    let order = match (a, b) {
        (13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
        (1..=12, 1..=12) => None,
        _ => return None,
    };
    same.then_some((at + 5, order))
}

/// `28 December`, `the 28th of December`, `1er janvier`.
fn day_and_month(
    all: &[Token<'_>],
    at: usize,
    table: &Table,
) -> Option<(usize, Option<DateOrder>)> {
    day(all.get(at)?)?;
    let mut next = at + 1;
    if all.get(next)?.kind == Kind::Letters && table.is(all.get(next)?, Meaning::OrdinalSuffix) {
        next += 1;
    }
    next = space(all, next)?;
    if table.is(all.get(next)?, Meaning::Of) {
        next = space(all, next + 1)?;
    }
    is_month(table, all.get(next)?).then_some((next + 1, Some(DateOrder::DayFirst)))
}

/// `December 28`, `Dec. 28th`; not `December 2019`, nor `May 10 people`, which no date would be without its year or an
/// end behind it.
fn month_and_day(all: &[Token<'_>], at: usize) -> Option<(usize, Option<DateOrder>)> {
    let mut next = at + 1;
    if all.get(next)?.is('.') {
        next += 1;
    }
    next = space(all, next)?;
    day(all.get(next)?)?;
    let behind = all.get(next + 1);
    let is_date = match behind {
        None => true,
        Some(token) if token.kind == Kind::Letters => {
            matches!(token.folded.as_str(), "st" | "nd" | "rd" | "th")
        }
        Some(token) if token.kind == Kind::Sign => {
            // `March 3.5` and `May 10%` are none.
            let after = all.get(next + 2).map(|token| token.kind);
            matches!(token.text, "," | "." | ";" | ")" | "!" | "?" | "’")
                && after != Some(Kind::Digits)
        }
        Some(_) => false,
    };
    is_date.then_some((next + 1, Some(DateOrder::MonthFirst)))
}

fn day(token: &Token<'_>) -> Option<u32> {
    let short = token.kind == Kind::Digits && token.folded.len() <= 2;
    short.then(|| token.folded.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
}

fn is_month(table: &Table, token: &Token<'_>) -> bool {
    // `may`, `march` and `mars` are other words in small letters in English; in French months begin small.
    table.word(token).iter().any(|meaning| matches!(meaning, Meaning::Month(_)))
}

/// The token behind one space.
fn space(all: &[Token<'_>], at: usize) -> Option<usize> {
    (all.get(at)?.kind == Kind::Space).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    fn orders(tag: &str, text: &str) -> Vec<(String, bool)> {
        dates(text, &lang::parse(tag).unwrap(), &[])
            .into_iter()
            .map(|(span, order)| (span.slice(text).to_owned(), order == DateOrder::DayFirst))
            .collect()
    }

    fn day_first(text: &str) -> (String, bool) {
        (text.to_owned(), true)
    }

    fn month_first(text: &str) -> (String, bool) {
        (text.to_owned(), false)
    }

    #[test]
    fn a_date_shows_its_order_by_its_numbers_or_by_the_name_of_its_month() {
        let text = "On 28/12/2019, on 12-28-2019, (28.12.2019) and 03/04/2019.";
        let wanted = [day_first("28/12/2019"), month_first("12-28-2019"), day_first("28.12.2019")];
        assert_eq!(orders("en", text), wanted);
        let text = "On 28 December 2019, the 1st of May, October 22, 2019, Jan. 8.";
        let wanted = [
            day_first("28 December"),
            day_first("1st of May"),
            month_first("October 22"),
            month_first("Jan. 8"),
        ];
        assert_eq!(orders("en", text), wanted);
        assert_eq!(
            orders("fr", "Le 1er janvier et le 3 mai 2019."),
            [day_first("1er janvier"), day_first("3 mai")]
        );
    }

    #[test]
    fn what_is_no_date_or_shows_no_order_is_left() {
        for text in [
            "",
            "In December 2019 and in May 10 people came; 10/10/2019, 45/12/2019, 13/13/2019.",
            "Version 1.28.12.2019, v28/12/2019, room 28/12, March 3.5, May 10%.",
            "2019-12-28",
        ] {
            assert_eq!(orders("en", text), [], "{text}");
        }
        assert_eq!(orders("ja", "28 December"), []);
    }
}
