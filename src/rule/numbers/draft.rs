//! A numeral while it is read, and what it may stand for once everything around it is known.

use super::decimal::Decimal;
use super::tables::{Table, UNITS, unit};
use super::tail::{Clock, Tail};
use super::value::Value;
use crate::text::Span;

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// In digits: to be accounted for.
    Digits,
    /// In Roman numerals that can be nothing else: to be accounted for.
    Roman,
    /// In words, doubtful letters or as a turn of phrase (100 %, No. 1): accounts for digits of the other side, and need not be accounted for itself.
    Words,
}

/// A numeral of a text.
#[derive(Debug, Clone)]
pub(super) struct Numeral {
    pub(super) span: Span,
    pub(super) written: Written,
    /// What it may stand for.
    pub(super) values: Vec<Value>,
    /// What its parts may stand for, where it may be several numbers as well; each part must be accounted for.
    pub(super) parts: Vec<Vec<Value>>,
    /// Units and amounts in millionths of their dimension's first unit.
    pub(super) quantities: Vec<(usize, i128)>,
    /// The number, where the numeral is nothing but its digits.
    pub(super) bare: Option<Decimal>,
}

/// A numeral while it is read.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) span: Span,
    pub(super) written: Written,
    pub(super) amounts: Vec<Decimal>,
    pub(super) parts: Vec<Vec<Value>>,
    pub(super) extra: Vec<Value>,
    pub(super) tail: Tail,
    /// What stands behind the next number and is shared: « 2 à 3 millions ».
    pub(super) shared: Option<Tail>,
    /// Numbers of its first token and of the one behind it.
    pub(super) tokens: std::ops::Range<usize>,
    /// Measures that it tells with its neighbour: 6 feet 2.
    pub(super) measures: Vec<(usize, i128)>,
    /// May it be an hour, from the word before it?
    pub(super) may_be_hour: bool,
    /// Is it a decade, from the word before it?
    pub(super) decade: bool,
}

impl Draft {
    /// A numeral that ends where its tail ends.
    pub(super) fn new(span: Span, written: Written, tokens: std::ops::Range<usize>) -> Self {
        Self {
            span,
            written,
            amounts: Vec::new(),
            parts: Vec::new(),
            extra: Vec::new(),
            tail: Tail { end: tokens.end, end_of_unit: tokens.end, ..Tail::default() },
            shared: None,
            tokens,
            measures: Vec::new(),
            may_be_hour: false,
            decade: false,
        }
    }

    /// What the numeral may stand for. `plainly` adds the number without the word behind it, for a counterpart in a
    /// language whose words are not known.
    pub(super) fn finish(self, table: &Table, plainly: bool) -> Numeral {
        let mut values = self.extra.clone();
        let mut quantities = self.measures.clone();
        for amount in &self.amounts {
            self.add_values(amount, &self.tail, table, &mut values);
            add_quantities(amount, &self.tail, &mut quantities);
            if let Some(shared) = &self.shared {
                self.add_values(amount, shared, table, &mut values);
                values.push(Value::Number(amount.clone()));
                add_quantities(amount, shared, &mut quantities);
            }
            if plainly {
                values.push(Value::Number(amount.clone()));
            }
        }
        let mut parts = self.parts;
        if let (Some(hour), Some(minutes), Some(Clock::Hour)) =
            (self.amounts.first(), self.tail.minutes, self.tail.clock)
        {
            parts = vec![vec![Value::Number(hour.clone())], vec![Value::whole(minutes)]];
        }
        let bare = self.amounts.first().filter(|_| {
            self.written == Written::Digits
                && self.tail.power == 0
                && self.tail.clock.is_none()
                && self.extra.is_empty()
        });
        Numeral {
            span: self.span,
            written: self.written,
            values,
            parts,
            quantities,
            bare: bare.cloned(),
        }
    }

    fn add_values(&self, amount: &Decimal, tail: &Tail, table: &Table, values: &mut Vec<Value>) {
        if self.add_times(amount, tail, table, values) {
            return;
        }
        values.push(Value::Number(amount.scaled(tail.power)));
        if tail.power > 0 && tail.weak {
            values.push(Value::Number(amount.clone()));
        }
        if tail.halved
            && let Some(more) = amount.and_a_half()
        {
            values.push(Value::Number(more.scaled(tail.power)));
        }
        let whole = amount.whole();
        if let (true, Some(whole)) = (tail.percent, whole) {
            values.push(Value::fraction(whole, 100));
        }
        if let (true, Some(whole)) = (tail.decade || self.decade, whole) {
            add_decade(whole, values);
        }
    }

    /// Adds the times of day that a number may tell; says whether it can be nothing else.
    fn add_times(
        &self,
        amount: &Decimal,
        tail: &Tail,
        table: &Table,
        values: &mut Vec<Value>,
    ) -> bool {
        let Some(hour) = amount.whole().filter(|hour| *hour <= 24) else {
            add_military_time(amount, tail, values);
            return false;
        };
        let minute = if tail.halved { 30 } else { tail.minutes.unwrap_or_default() };
        let either = |values: &mut Vec<Value>| {
            values.push(Value::time(hour, minute));
            if hour <= 12 {
                values.push(Value::time(hour + 12, minute));
            }
        };
        match tail.clock {
            Some(Clock::Am) => values.push(Value::time(if hour == 12 { 0 } else { hour }, minute)),
            Some(Clock::Pm) => {
                values.push(Value::time(if hour < 12 { hour + 12 } else { hour }, minute));
            }
            Some(Clock::Hour) if tail.evening => either(values),
            Some(Clock::Hour) if table.twelve_hours && tail.minutes.is_some() => either(values),
            Some(Clock::Hour) => values.push(Value::time(hour, minute)),
            Some(Clock::Either) => either(values),
            None if self.may_be_hour => either(values),
            None => {}
        }
        matches!(tail.clock, Some(Clock::Am | Clock::Pm)) || tail.minutes.is_some()
    }
}

/// 1400 hours.
fn add_military_time(amount: &Decimal, tail: &Tail, values: &mut Vec<Value>) {
    let counts_hours =
        tail.clock.is_some() || unit("hour").is_some_and(|hour| tail.units.contains(&hour));
    if let Some(clock) = amount.whole().filter(|clock| counts_hours && (100..2400).contains(clock))
    {
        values.push(Value::time(clock / 100, clock % 100));
    }
}

fn add_decade(year: u64, values: &mut Vec<Value>) {
    let (century, rest) = (year / 100, year % 100);
    if century == 0 && rest % 10 == 0 {
        values.extend(Value::short_decade(rest));
    } else if rest == 0 && century < 30 {
        // The 1800s are the nineteenth century.
        values.push(Value::whole(century + 1));
    }
}

fn add_quantities(amount: &Decimal, tail: &Tail, quantities: &mut Vec<(usize, i128)>) {
    let scaled = if tail.unit_is_power { amount.clone() } else { amount.scaled(tail.power) };
    for unit in &tail.units {
        let Some(known) = UNITS.get(*unit) else { continue };
        let amounts = [Some(scaled.clone()), scaled.and_a_half().filter(|_| tail.halved)];
        quantities.extend(
            amounts.iter().flatten().filter_map(|value| Some((*unit, known.amount(value)?))),
        );
    }
}
