//! Every numeral of a text, in order, with what it may stand for.

use super::decimal::Decimal;
use super::digits::{self, run};
use super::draft::{Draft, Numeral, Written};
use super::lexer::{Kind, Token, tokens};
use super::tables::{Meaning, Table};
use super::tail::{self, Clock, Tail, is_currency};
use super::value::Value;
use super::{measures, rows, words};
use crate::text::Span;

/// The numerals of a text. `plainly` where the other side's language has no table of words.
pub(super) fn numerals(text: &str, table: &Table, inert: &[Span], plainly: bool) -> Vec<Numeral> {
    let tokens = tokens(text, inert);
    let mut drafts = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before = drafts.len();
        match token.kind {
            Kind::Digits => digits(&tokens, at, table, &mut drafts),
            Kind::Letters => drafts.extend(words::read(&tokens, at, table)),
            Kind::Sign => drafts.extend(sign(&tokens, at, table)),
            Kind::Space => {}
        }
        let end = drafts.get(before..).and_then(<[Draft]>::last).map_or(at, |draft| draft.tail.end);
        at = end.max(at + 1);
    }
    share(&tokens, &mut drafts, table);
    measures::join(&mut drafts);
    drafts.into_iter().map(|draft| draft.finish(table, plainly)).collect()
}

fn digits(tokens: &[Token<'_>], at: usize, table: &Table, out: &mut Vec<Draft>) {
    if is_note_mark(tokens, at) {
        return;
    }
    if let Some(found) = rows::date(tokens, at) {
        out.extend(found);
    } else if let Some(found) = time(tokens, at, table).or_else(|| rows::row(tokens, at, table)) {
        out.push(found);
    } else {
        out.push(number(tokens, at, table));
    }
}

/// [12] behind a sentence is the mark of a note.
fn is_note_mark(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is('['));
    before
        && tokens.get(at + 1).is_some_and(|token| token.is(']'))
        && run(tokens, at).is_some_and(|digits| digits.len() <= 3)
}

/// 8:30, 8:30 p.m., 8.30pm.
fn time(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Draft> {
    let (hour, minute) = (run(tokens, at)?, run(tokens, at + 2)?);
    let (colon, dot) = (tokens.get(at + 1)?.is(':'), tokens.get(at + 1)?.is('.'));
    let minutes: u64 = minute.parse().ok().filter(|minutes| *minutes < 60 && minute.len() == 2)?;
    let hours: u64 = hour.parse().ok().filter(|hours| *hours <= 24 && hour.len() <= 2)?;
    let goes_on =
        tokens.get(at + 3).is_some_and(|token| token.is(':')) && run(tokens, at + 4).is_some();
    let mut tail = tail::read(tokens, at + 3, table, false);
    let told = matches!(tail.clock, Some(Clock::Am | Clock::Pm | Clock::Either));
    if goes_on || !(colon || dot && told) {
        return None;
    }
    let mut draft = Draft::new(Span::default(), Written::Digits, at..at + 3);
    if !told {
        tail = Tail {
            clock: Some(Clock::Hour),
            end: at + 3,
            end_of_unit: at + 3,
            evening: tail.evening,
            ..Tail::default()
        };
        draft.parts = vec![vec![Value::whole(hours)], vec![Value::whole(minutes)]];
    }
    tail.minutes = Some(minutes);
    tail.units.clear();
    draft.amounts.push(Decimal::from_u64(hours));
    Some(with_tail(tokens, draft, tail))
}

/// A number, with what stands before and behind it.
fn number(tokens: &[Token<'_>], at: usize, table: &Table) -> Draft {
    let read = digits::read(tokens, at, table);
    let mut draft = Draft::new(Span::default(), Written::Digits, at..read.next);
    let mut next = read.next;
    draft.amounts = read.amounts;
    draft.parts = read.parts.into_iter().map(|part| vec![Value::Number(part)]).collect();
    if let Some((_, decimals)) =
        tokens.get(next).and_then(|token| rows::part_sign(token)).map(|part| (part.0, part.2))
    {
        let whole = draft.amounts.first().and_then(Decimal::written).map(|written| written.0);
        draft.amounts = whole.into_iter().map(|whole| Decimal::new(&whole, decimals)).collect();
        next += 1;
    }
    let tail = tail::read(tokens, next, table, has_money_before(tokens, at));
    add_surroundings(tokens, at, next, &tail, table, &mut draft);
    if is_turn_of_phrase(tokens, at, &draft, &tail, table) {
        draft.written = Written::Words;
    }
    with_tail(tokens, draft, tail)
}

/// « À 100 % » is entirely, and the No. 1 the best: such numbers come and go as words do.
fn is_turn_of_phrase(
    tokens: &[Token<'_>],
    at: usize,
    draft: &Draft,
    tail: &Tail,
    table: &Table,
) -> bool {
    let whole = draft.amounts.first().and_then(Decimal::whole);
    let is_rank = |before: usize| {
        let mut starts = before.saturating_sub(2)..=before;
        starts.any(|from| {
            let ranks = table.phrase_of(tokens, from, |meaning| *meaning == Meaning::Rank);
            ranks.is_some_and(|(_, next)| next == before + 1)
        })
    };
    match whole {
        Some(100) => tail.percent,
        Some(1) => tail.is_bare() && before(tokens, at).is_some_and(is_rank),
        _ => false,
    }
}

/// A fraction in one sign, by itself, or a digit set low or high.
fn sign(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Draft> {
    let token = tokens.get(at)?;
    let (written, values) = if let Some((parts, of, decimals)) = rows::part_sign(token) {
        (
            Written::Digits,
            vec![Value::fraction(parts, of), Value::Number(Decimal::new("0", decimals))],
        )
    } else {
        let small = token.folded.chars().next().filter(|c| c.is_ascii_digit() && !token.is(*c))?;
        (Written::Words, vec![Value::whole(u64::from(small.to_digit(10)?))])
    };
    let mut draft = Draft::new(Span::default(), written, at..at + 1);
    draft.extra = values;
    let tail = tail::read(tokens, at + 1, table, false);
    Some(with_tail(tokens, draft, tail))
}

fn with_tail(tokens: &[Token<'_>], mut draft: Draft, tail: Tail) -> Draft {
    let last = tail.end.max(draft.tokens.end).saturating_sub(1);
    let ends = (tokens.get(draft.tokens.start), tokens.get(last));
    if let (Some(first), Some(last)) = ends {
        draft.span = first.span.cover(last.span);
    }
    draft.tokens.end = draft.tokens.end.max(tail.end_of_unit);
    draft.tail = tail;
    draft
}

/// The token before, one space skipped.
fn before(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let previous = at.checked_sub(1)?;
    let spaced = tokens.get(previous)?.kind == Kind::Space;
    if spaced { previous.checked_sub(1) } else { Some(previous) }
}

fn has_money_before(tokens: &[Token<'_>], at: usize) -> bool {
    before(tokens, at).and_then(|at| tokens.get(at)).is_some_and(is_currency)
}

/// What the neighbours of the digits make of them.
fn add_surroundings(
    tokens: &[Token<'_>],
    at: usize,
    next: usize,
    tail: &Tail,
    table: &Table,
    draft: &mut Draft,
) {
    let word = before(tokens, at).and_then(|at| tokens.get(at));
    if let Some(word) = word {
        draft.may_be_hour = tail.is_bare() && table.is(word, Meaning::BeforeHour);
        draft.decade = table.is(word, Meaning::BeforeDecade);
    }
    let Some(digits) = run(tokens, at).filter(|digits| digits.len() <= 9) else { return };
    let glued = |index: usize| tokens.get(index).filter(|token| token.kind == Kind::Letters);
    if let Some(letters) = at.checked_sub(1).and_then(glued) {
        draft.extra.push(Value::Code(format!("{}{digits}", letters.folded)));
    }
    if let Some(letters) = glued(next).filter(|_| tail.end == next) {
        draft.extra.push(Value::Code(format!("{digits}{}", letters.folded)));
    }
    add_short_forms(tokens, at, digits, draft);
    if let Some((hour, minute)) = dotted_time(tokens, at) {
        draft.extra.extend([Value::time(hour, minute), Value::time(hour + 12, minute)]);
    }
}

/// 6.30 may be a time of day.
fn dotted_time(tokens: &[Token<'_>], at: usize) -> Option<(u64, u64)> {
    let (hour, minute) =
        (run(tokens, at)?, run(tokens, at + 2).filter(|digits| digits.len() == 2)?);
    let dotted = tokens.get(at + 1).is_some_and(|sign| sign.is('.'));
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (dotted && hour < 24 && minute < 60).then_some((hour, minute))
}

/// ’18 is a year, the 19 of 2018-19 another, and .38 a decimal.
fn add_short_forms(tokens: &[Token<'_>], at: usize, digits: &str, draft: &mut Draft) {
    let Some(sign) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return };
    let earlier = at.checked_sub(2).and_then(|at| tokens.get(at));
    let opens = earlier.is_none_or(|token| !matches!(token.kind, Kind::Digits | Kind::Letters));
    let value: Option<u64> = digits.parse().ok();
    if let (true, Some(value)) = (digits.len() == 2, value) {
        if opens && sign.folded == "'" {
            draft.extra.extend([Value::whole(1900 + value), Value::whole(2000 + value)]);
        }
        let year: Option<u64> =
            earlier.filter(|year| year.folded.len() == 4).and_then(|year| year.folded.parse().ok());
        if let Some(year) = year.filter(|_| matches!(sign.folded.as_str(), "-" | "–" | "/")) {
            draft.extra.push(Value::whole(year / 100 * 100 + value));
        }
    }
    if opens && sign.is('.') {
        draft.extra.push(Value::Number(Decimal::new("0", digits)));
    }
}

/// « De 2 à 3 millions »: what stands behind the last number of a row belongs to those before it as well.
fn share(tokens: &[Token<'_>], drafts: &mut [Draft], table: &Table) {
    let mut behind: Option<(usize, Tail)> = None;
    for draft in drafts.iter_mut().rev() {
        if draft.tail.is_bare()
            && let Some((start, tail)) = &behind
            && is_range(tokens, draft.tokens.end, *start, table)
        {
            draft.shared = Some(Tail { minutes: None, ..tail.clone() });
        }
        let tail = draft.shared.as_ref().unwrap_or(&draft.tail);
        behind = (!tail.is_bare()).then(|| (draft.tokens.start, tail.clone()));
    }
}

/// Most tokens between two numbers of a row: spaces, a word, a sign of money.
const RANGE: usize = 5;

fn is_range(tokens: &[Token<'_>], from: usize, to: usize, table: &Table) -> bool {
    let between = tokens.get(from..to).filter(|between| between.len() <= RANGE);
    between.is_some_and(|between| {
        let joins = |token: &Token<'_>| {
            matches!(token.folded.as_str(), "-" | "–" | "—" | "," | "/" | "~")
                || table.is(token, Meaning::Range)
        };
        let fits =
            |token: &Token<'_>| token.kind == Kind::Space || is_currency(token) || joins(token);
        between.iter().all(fits) && between.iter().any(joins)
    })
}
