//! Numbers as they are written: decimal digits and a power of ten, exact at any length.
//!
//! Binary fractions would make 2.5 million and 2 500 000 depend on rounding; a string of digits does not.

/// Most digits of a number that is reckoned with; longer ones are only compared.
const RECKONED_DIGITS: usize = 18;

/// A number that is not negative: `digits` times ten to the power of `exp`, without zeros at either end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Decimal {
    digits: String,
    exp: i64,
}

impl Decimal {
    /// The number with some digits before and some behind the decimal sign.
    pub(super) fn new(whole: &str, fraction: &str) -> Self {
        let digits: String = whole.chars().chain(fraction.chars()).collect();
        let exp = -i64::try_from(fraction.len()).unwrap_or(i64::MAX);
        let shortened = digits.trim_end_matches('0');
        if shortened.is_empty() {
            return Self::default();
        }
        let dropped = i64::try_from(digits.len() - shortened.len()).unwrap_or_default();
        Self { digits: shortened.trim_start_matches('0').to_owned(), exp: exp + dropped }
    }

    /// A whole number.
    pub(super) fn from_u64(value: u64) -> Self {
        Self::new(&value.to_string(), "")
    }

    /// The number times ten to the power of `power`.
    pub(super) fn scaled(&self, power: u8) -> Self {
        if self.digits.is_empty() {
            return Self::default();
        }
        Self { digits: self.digits.clone(), exp: self.exp + i64::from(power) }
    }

    /// The number in millionths; `None` where that is no small whole number.
    pub(super) fn micros(&self) -> Option<i128> {
        let places = u32::try_from(self.exp + 6).ok()?;
        if self.digits.len() + places as usize > RECKONED_DIGITS + 6 {
            return None;
        }
        if self.digits.is_empty() {
            return Some(0);
        }
        let digits: i128 = self.digits.parse().ok()?;
        digits.checked_mul(10i128.checked_pow(places)?)
    }

    /// The number as a small whole number.
    pub(super) fn whole(&self) -> Option<u64> {
        let micros = self.micros()?;
        if micros % 1_000_000 == 0 { u64::try_from(micros / 1_000_000).ok() } else { None }
    }

    /// The number and a half.
    pub(super) fn and_a_half(&self) -> Option<Self> {
        let micros = self.micros()?.checked_add(500_000)?;
        Some(Self::new(&(micros / 1_000_000).to_string(), &format!("{:06}", micros % 1_000_000)))
    }

    /// The digits before and behind the decimal sign; `None` for a number too long to be written out.
    pub(super) fn written(&self) -> Option<(String, String)> {
        let micros = self.micros()?;
        let fraction = format!("{:06}", micros % 1_000_000);
        Some(((micros / 1_000_000).to_string(), fraction.trim_end_matches('0').to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_has_one_form() {
        assert_eq!(Decimal::new("2", "50").scaled(6), Decimal::from_u64(2_500_000));
        assert_eq!(Decimal::new("007", ""), Decimal::from_u64(7));
        assert_eq!(Decimal::new("000", "00"), Decimal::from_u64(0));
        assert_ne!(Decimal::new("2", "5"), Decimal::from_u64(25));
    }

    #[test]
    fn small_numbers_can_be_reckoned_with() {
        assert_eq!(Decimal::new("1", "5").micros(), Some(1_500_000));
        assert_eq!(Decimal::from_u64(2).and_a_half(), Some(Decimal::new("2", "5")));
        assert_eq!(Decimal::new("2", "5").whole(), None);
        assert_eq!(Decimal::new("12", "050").written(), Some(("12".to_owned(), "05".to_owned())));
    }

    #[test]
    fn endless_digits_are_compared_and_not_reckoned_with() {
        let long = Decimal::new(&"9".repeat(100_000), "");
        assert_eq!(long.micros(), None);
        assert_eq!(long, long.clone());
    }
}
