//! Measures told in two numbers: 6 feet 2 inches, 5'9", 6-foot-6.

use super::draft::Draft;
use super::tables::{UNITS, unit};

/// Tokens that may stand between the two numbers: a space, a hyphen.
const BETWEEN: usize = 1;

/// Gives both numbers the measure that they tell together.
pub(super) fn join(drafts: &mut [Draft]) {
    let (Some(foot), Some(inch)) = (unit("foot"), unit("inch")) else { return };
    let mut rest = drafts;
    while let [first, following @ ..] = rest {
        if let Some(second) = following.first_mut() {
            let near = second.tokens.start.saturating_sub(first.tokens.end) <= BETWEEN;
            let units = &second.tail.units;
            let fits =
                first.tail.units.contains(&foot) && (units.is_empty() || units.contains(&inch));
            if let (true, Some(sum)) = (near && fits, sum(first, second, foot, inch)) {
                first.measures.push((foot, sum));
                second.measures.push((foot, sum));
            }
        }
        rest = following;
    }
}

/// Feet and inches in millionths of a metre; inches are less than twelve.
fn sum(feet: &Draft, inches: &Draft, foot: usize, inch: usize) -> Option<i128> {
    let (whole, part) = (feet.amounts.first()?, inches.amounts.first()?);
    part.micros().filter(|micros| *micros < 12_000_000)?;
    UNITS.get(foot)?.amount(whole)?.checked_add(UNITS.get(inch)?.amount(part)?)
}
