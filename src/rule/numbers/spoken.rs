//! Numbers in words: twenty-two, quatre-vingt-dix-sept, two and a half million, deux tiers.
//!
//! Words never are at fault, they only account for digits of the other side; so a doubtful word is read generously.

use super::decimal::Decimal;
use super::lexer::{Kind, Token};
use super::tables::{Meaning, Table};
use super::value::Value;

/// A number in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Its value, for units and times behind it.
    pub(super) amount: Decimal,
    /// What else it may stand for.
    pub(super) values: Vec<Value>,
    /// The number of the token behind it.
    pub(super) next: usize,
}

/// Reads the number in words that begins at a token of letters.
pub(super) fn read(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<Spoken> {
    let mut sum = Sum::default();
    let mut next = at;
    let mut halved = false;
    while let Some(after) = sum.take(tokens, next, table) {
        next = after;
        if sum.closed {
            break;
        }
        let joint = skip_joint(tokens, next);
        if let Some((_, after)) =
            table.phrase_of(tokens, joint, |meaning| *meaning == Meaning::Half)
        {
            halved = true;
            next = after;
            let joint = skip_joint(tokens, next);
            if let Some((Meaning::Scale(power), after)) = scale(tokens, joint, table) {
                sum.halved(power);
                next = after;
            }
            break;
        }
    }
    // Half an inch, half a mile.
    if let (Some((1, _)), Some(token)) = (sum.fraction, tokens.get(skip_joint(tokens, next)))
        && table.is(token, Meaning::Cardinal(1))
    {
        next = skip_joint(tokens, next) + 1;
    }
    if next == at { None } else { sum.finish(halved, next) }
}

fn scale(tokens: &[Token<'_>], at: usize, table: &Table) -> Option<(Meaning, usize)> {
    let token = tokens.get(at)?;
    let found = table.word(token).iter().find(|meaning| matches!(meaning, Meaning::Scale(_)))?;
    Some((*found, at + 1))
}

/// Behind the space or hyphen that may stand between two words of one number.
fn skip_joint(tokens: &[Token<'_>], at: usize) -> usize {
    let joins =
        tokens.get(at).is_some_and(|token| token.kind == Kind::Space || token.folded == "-");
    if joins { at + 1 } else { at }
}

#[derive(Debug, Default)]
struct Sum {
    /// What is complete up to a thousand, a million…
    total: u64,
    /// What is being built below a thousand.
    current: u64,
    /// Has the part being built any word yet?
    open: bool,
    words: usize,
    /// The smallest power that stands in the total.
    power: Option<u8>,
    fraction: Option<(u64, u64)>,
    exact: Option<Decimal>,
    closed: bool,
}

impl Sum {
    /// Takes the next word, with the joint or the « et » before it; gives the number of the token behind it.
    fn take(&mut self, tokens: &[Token<'_>], from: usize, table: &Table) -> Option<usize> {
        let mut at = if self.words == 0 { from } else { skip_joint(tokens, from) };
        let conjoined =
            self.words > 0 && tokens.get(at).is_some_and(|token| table.is(token, Meaning::And));
        if conjoined {
            at = skip_joint(tokens, at + 1);
        }
        let token = tokens.get(at).filter(|token| token.kind == Kind::Letters)?;
        if conjoined && !self.may_be_conjoined(table) {
            return None;
        }
        let fits = table.word(token).iter().any(|meaning| self.add(*meaning, conjoined, table));
        if fits {
            self.words += 1;
        }
        fits.then_some(at + 1)
    }

    /// Two hundred and five; vingt et un.
    fn may_be_conjoined(&self, table: &Table) -> bool {
        if table.vigesimal {
            self.open && self.current.is_multiple_of(10) && self.current % 100 >= 20
        } else {
            (self.open && self.current.is_multiple_of(100)) || (!self.open && self.total > 0)
        }
    }

    fn add(&mut self, meaning: Meaning, conjoined: bool, table: &Table) -> bool {
        match meaning {
            Meaning::Cardinal(value) => self.add_small(value, table),
            Meaning::Ordinal(value) => self.add_ordinal(value, table),
            Meaning::Denominator(value) if !conjoined => self.divide(value),
            Meaning::Scale(power) if !conjoined => self.multiply(power),
            _ => false,
        }
    }

    fn add_small(&mut self, value: u64, table: &Table) -> bool {
        let rest = self.current % 100;
        if !self.open {
            self.current = value;
            self.open = true;
            return true;
        }
        if table.vigesimal && rest == 4 && value == 20 {
            self.current += 76;
            return true;
        }
        let tens = rest >= 20 && rest.is_multiple_of(10);
        let fits = rest == 0 && self.current > 0
            || tens && (1..10).contains(&value)
            || table.vigesimal && (rest == 60 || rest == 80) && (10..20).contains(&value)
            || table.vigesimal && matches!(rest, 10 | 70 | 90) && (7..10).contains(&value);
        if fits {
            self.current += value;
        }
        fits
    }

    fn add_ordinal(&mut self, value: u64, table: &Table) -> bool {
        self.closed = (value < 100 && self.add_small(value, table))
            || (value >= 100 && self.multiply_ordinal(value));
        self.closed || self.divide(value)
    }

    fn multiply_ordinal(&mut self, value: u64) -> bool {
        if self.open {
            return false;
        }
        self.current = value;
        self.open = true;
        true
    }

    fn divide(&mut self, value: u64) -> bool {
        if self.total > 0 || self.current == 0 && self.open || self.current > 99 {
            return false;
        }
        let parts = if self.open { self.current } else { 1 };
        self.fraction = Some((parts, value));
        self.closed = true;
        true
    }

    fn multiply(&mut self, power: u8) -> bool {
        let Some(factor) = 10u64.checked_pow(u32::from(power)) else { return false };
        if power == 2 {
            let fits = !self.open || (1..100).contains(&self.current);
            if fits {
                self.current = if self.open { self.current * 100 } else { 100 };
                self.open = true;
            }
            return fits;
        }
        // « Mille milliards » and « a hundred thousand million » multiply what is already complete.
        let (kept, base) = match self.power {
            Some(last) if last <= power && !self.open => (0, self.total),
            Some(last) if last <= power => return false,
            _ => (self.total, if self.open { self.current } else { 1 }),
        };
        let Some(total) = base.checked_mul(factor).and_then(|product| product.checked_add(kept))
        else {
            return false;
        };
        (self.total, self.current, self.open, self.power) = (total, 0, false, Some(power));
        true
    }

    /// Two and a half million.
    fn halved(&mut self, power: u8) {
        let half = Decimal::from_u64(self.total.saturating_add(self.current)).and_a_half();
        self.exact = half.map(|value| value.scaled(power));
    }

    fn finish(self, halved: bool, next: usize) -> Option<Spoken> {
        if let Some((parts, of)) = self.fraction {
            let amount = if parts == 1 && of == 2 {
                Decimal::new("0", "5")
            } else {
                Decimal::from_u64(parts)
            };
            let mut values = vec![Value::fraction(parts, of), Value::Number(amount.clone())];
            values.extend([Value::Number(Decimal::from_u64(of))]);
            return Some(Spoken { amount, values, next });
        }
        let whole = self.total.checked_add(self.current)?;
        let mut values = Vec::new();
        let mut amount = Decimal::from_u64(whole);
        if let Some(exact) = self.exact {
            amount = exact;
        } else if halved {
            // A million and a half is half a million more, two years and a half only half a year.
            let unit = self.power.filter(|_| self.current == 0).unwrap_or_default();
            values.push(Value::Number(amount.clone()));
            let step = 10u64.checked_pow(u32::from(unit)).unwrap_or(1);
            let base = Decimal::from_u64(whole / step.max(1)).and_a_half();
            amount = base.map_or(amount, |value| value.scaled(unit));
        }
        values.push(Value::Number(amount.clone()));
        Some(Spoken { amount, values, next })
    }
}
