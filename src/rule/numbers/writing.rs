//! A number as a language writes it.

use super::decimal::Decimal;
use super::tables::Table;

/// Whole numbers of up to four digits stand without a sign between their groups: most of them are years.
const UNGROUPED: usize = 4;

/// The number in digits; `None` where it is too long.
pub(super) fn written(number: &Decimal, table: &Table) -> Option<String> {
    let (whole, fraction) = number.written()?;
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left % 3 == 0 && whole.len() > UNGROUPED {
            out.extend(table.grouping.first());
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(table.decimal);
        out.push_str(&fraction);
    }
    Some(out)
}
