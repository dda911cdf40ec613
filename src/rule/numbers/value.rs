//! What a numeral may stand for.

use super::decimal::Decimal;

/// One thing that a numeral may stand for; two numerals agree where they share one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value {
    /// A number.
    Number(Decimal),
    /// A part of a whole, in lowest terms.
    Fraction(u64, u64),
    /// A month; only numerals of a date stand for one.
    Month(u64),
    /// Tens of years, the century left open: the nineties.
    Decade(u64),
    /// A time of day, in minutes after midnight.
    Time(u64),
    /// A code, a telephone number, a version: letters and digits in order.
    Code(String),
}

/// The centuries of which people say the nineties.
const CENTURIES: std::ops::RangeInclusive<u64> = 16..=20;

impl Value {
    /// A fraction in lowest terms.
    pub(super) fn fraction(parts: u64, of: u64) -> Self {
        let divisor = common_divisor(parts, of).max(1);
        Self::Fraction(parts / divisor, of / divisor)
    }

    /// A time of day; 24:00 is 0:00.
    pub(super) fn time(hour: u64, minute: u64) -> Self {
        Self::Time((hour * 60 + minute) % (24 * 60))
    }

    /// Tens of years told without their century: the decade of any of the last centuries.
    pub(super) fn short_decade(tens: u64) -> impl Iterator<Item = Self> {
        let years = CENTURIES.map(move |century| Self::whole(century * 100 + tens));
        std::iter::once(Self::Decade(tens)).chain(years)
    }

    /// A whole number.
    pub(super) fn whole(value: u64) -> Self {
        Self::Number(Decimal::from_u64(value))
    }
}

fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}
