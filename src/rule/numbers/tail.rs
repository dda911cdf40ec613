//! What stands behind a number and says what it counts: millions, per cent, hours, miles.

use super::digits::run;
use super::lexer::{Kind, Token};
use super::tables::{Meaning, Table};

/// Most powers of ten in a row: « cent mille millions ».
const POWERS: usize = 3;

/// Most words between a time and the word that puts it in the evening.
const EVENING_WORDS: usize = 4;

/// How a time of day is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
    /// Of twenty-four hours, or a number of hours.
    Hour,
    /// Of twelve hours, before or after noon.
    Either,
}

/// What stands behind a number.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of itself what stands behind the number"
)]
pub(super) struct Tail {
    /// The power of ten that multiplies it.
    pub(super) power: u8,
    /// May the sign for the power mean something else?
    pub(super) weak: bool,
    /// The units that the word may name.
    pub(super) units: Vec<usize>,
    /// Does the unit's sign stand for the power as well (10K)? Then the measure is not multiplied.
    pub(super) unit_is_power: bool,
    pub(super) clock: Option<Clock>,
    pub(super) minutes: Option<u64>,
    /// Does a word of the evening follow?
    pub(super) evening: bool,
    pub(super) percent: bool,
    pub(super) decade: bool,
    pub(super) halved: bool,
    /// The number of the token behind what belongs to the numeral itself.
    pub(super) end: usize,
    /// The number of the token behind the unit as well.
    pub(super) end_of_unit: usize,
}

impl Tail {
    /// Does nothing stand there that a number before could share?
    pub(super) fn is_bare(&self) -> bool {
        self.power == 0 && self.units.is_empty() && self.clock.is_none() && !self.percent
    }
}

/// Reads what stands behind the number that ends before a token; `money` says that a currency stands before it.
pub(super) fn read(tokens: &[Token<'_>], from: usize, table: &Table, money: bool) -> Tail {
    let mut tail = Tail { end: from, end_of_unit: from, ..Tail::default() };
    for _ in 0..=POWERS {
        let at = joint(tokens, tail.end_of_unit, table, tail.power > 0);
        let glued = at == from;
        let Some((meanings, next)) =
            table.phrase_of(tokens, at, |meaning| follows(*meaning, glued))
        else {
            break;
        };
        if !tail.take(meanings, next, glued) {
            break;
        }
    }
    tail.weak &= !money && !follows_money(tokens, tail.end);
    tail.read_minutes(tokens);
    tail.read_half(tokens, table);
    tail.evening = tail.clock.is_some() && is_evening(tokens, tail.end, table);
    tail
}

/// Behind the space or hyphen, and behind the « de » of « 2 millions de tonnes ».
fn joint(tokens: &[Token<'_>], from: usize, table: &Table, counted: bool) -> usize {
    let skip = |at: usize| {
        let joins =
            tokens.get(at).is_some_and(|token| token.kind == Kind::Space || token.folded == "-");
        if joins { at + 1 } else { at }
    };
    let at = skip(from);
    let of = table.phrase_of(tokens, at, |meaning| *meaning == Meaning::Of).filter(|_| counted);
    of.map_or(at, |(_, next)| skip(next))
}

fn follows(meaning: Meaning, glued: bool) -> bool {
    match meaning {
        Meaning::OrdinalSuffix | Meaning::DecadeMark => glued,
        Meaning::Power { .. }
        | Meaning::Unit(_)
        | Meaning::Am
        | Meaning::Pm
        | Meaning::Hour
        | Meaning::EitherHalf
        | Meaning::Percent => true,
        _ => false,
    }
}

/// Is the amount one of money: 5 M€?
fn follows_money(tokens: &[Token<'_>], at: usize) -> bool {
    let at =
        if tokens.get(at).is_some_and(|token| token.kind == Kind::Space) { at + 1 } else { at };
    tokens.get(at).is_some_and(is_currency)
}

/// Is the sign one of a currency (Unicode, general category Sc, the usual ones)?
pub(super) fn is_currency(token: &Token<'_>) -> bool {
    ['$', '£', '€', '¥', '₹', '₽', '₩', '₺', '₪', '₦', '₴'].iter().any(|sign| token.is(*sign))
}

impl Tail {
    /// Takes a phrase; says whether more may follow.
    fn take(&mut self, meanings: &[Meaning], next: usize, glued: bool) -> bool {
        let mut more = false;
        let mut is_unit = false;
        let counted = self.power > 0;
        for meaning in meanings {
            match meaning {
                Meaning::Power { power, weak } if !(counted && *weak) => {
                    self.power = self.power.saturating_add(*power);
                    self.weak |= *weak;
                    more = true;
                }
                Meaning::Unit(unit) => {
                    self.units.push(*unit);
                    is_unit = true;
                }
                Meaning::Am => self.clock = Some(Clock::Am),
                Meaning::Pm => self.clock = Some(Clock::Pm),
                Meaning::Hour if !counted => self.clock = Some(Clock::Hour),
                Meaning::EitherHalf => self.clock = Some(Clock::Either),
                Meaning::Percent => self.percent = true,
                Meaning::DecadeMark if glued => self.decade = true,
                _ => {}
            }
        }
        self.unit_is_power |= is_unit && more;
        self.end_of_unit = next;
        let only_unit = is_unit && !more && self.clock.is_none();
        if !only_unit {
            self.end = next;
        }
        more
    }

    /// 20h30, 20 h 30.
    fn read_minutes(&mut self, tokens: &[Token<'_>]) {
        if self.clock != Some(Clock::Hour) {
            return;
        }
        let spaced = tokens.get(self.end).is_some_and(|token| token.kind == Kind::Space);
        let at = if spaced { self.end + 1 } else { self.end };
        let minutes = run(tokens, at)
            .filter(|digits| digits.len() == 2)
            .and_then(|digits| digits.parse().ok());
        if let Some(minutes) = minutes.filter(|minutes| *minutes < 60) {
            self.minutes = Some(minutes);
            self.end = at + 1;
            self.end_of_unit = at + 1;
        }
    }

    /// « 2 ans et demi », « 8 heures et demie ».
    fn read_half(&mut self, tokens: &[Token<'_>], table: &Table) {
        let at = self.end_of_unit + 1;
        let joined = tokens.get(self.end_of_unit).is_some_and(|token| token.kind == Kind::Space);
        let half =
            table.phrase_of(tokens, at, |meaning| *meaning == Meaning::Half).filter(|_| joined);
        if let Some((_, next)) = half {
            self.halved = true;
            self.end_of_unit = next;
        }
    }
}

fn is_evening(tokens: &[Token<'_>], from: usize, table: &Table) -> bool {
    let words = (from..=from + 2 * EVENING_WORDS).filter(|at| tokens.get(*at).is_some());
    words
        .into_iter()
        .any(|at| table.phrase_of(tokens, at, |meaning| *meaning == Meaning::Evening).is_some())
}
