//! What is left over on either side once every numeral has looked for its counterpart.
//!
//! Numerals are compared as sets, not as bags: a year said twice may be translated once, and word order is free.

use std::collections::BTreeSet;

use super::Mismatch;
use super::draft::{Numeral, Written};
use super::tables::{Table, UNITS};
use super::value::Value;

/// Leftovers of one side up to which the likeliest pairs are looked for; above, they are paired in their order.
const PAIRED_BY_LIKENESS: usize = 32;

/// Whole numbers up to this are written in words often enough that a language without a table of words may hold them.
const SPOKEN: u64 = 100;

/// Compares the numerals of two texts.
pub(super) fn compare(
    source: &[Numeral],
    source_table: &Table,
    target: &[Numeral],
    target_table: &Table,
) -> Vec<Mismatch> {
    let (known_source, known_target) = (Known::new(source), Known::new(target));
    let in_source: Vec<&Numeral> = known_target.left_over(source, target_table);
    let in_target: Vec<&Numeral> = known_source.left_over(target, source_table);
    pair(&in_source, &in_target)
}

/// What one side offers to the other.
struct Known {
    values: BTreeSet<Value>,
    /// Units and amounts.
    quantities: BTreeSet<(usize, i128)>,
}

impl Known {
    fn new(numerals: &[Numeral]) -> Self {
        let parts = numerals.iter().flat_map(|numeral| numeral.parts.iter().flatten());
        let values =
            numerals.iter().flat_map(|numeral| &numeral.values).chain(parts).cloned().collect();
        let quantities =
            numerals.iter().flat_map(|numeral| numeral.quantities.iter().copied()).collect();
        Self { values, quantities }
    }

    /// The numerals of the other side that have no counterpart here; `table` is this side's language.
    fn left_over<'n>(&self, others: &'n [Numeral], table: &Table) -> Vec<&'n Numeral> {
        let is_spoken = |numeral: &Numeral| {
            !table.spoken
                && numeral
                    .values
                    .iter()
                    .any(|value| (0..=SPOKEN).any(|small| *value == Value::whole(small)))
        };
        others
            .iter()
            .filter(|numeral| {
                numeral.written != Written::Words && !self.has(numeral) && !is_spoken(numeral)
            })
            .collect()
    }

    fn has(&self, numeral: &Numeral) -> bool {
        let any = |values: &[Value]| values.iter().any(|value| self.values.contains(value));
        any(&numeral.values)
            || (!numeral.parts.is_empty() && numeral.parts.iter().all(|part| any(part)))
            || numeral.quantities.iter().any(|(unit, amount)| self.has_converted(*unit, *amount))
    }

    /// Is there the same measure in another unit, as near as translators convert?
    fn has_converted(&self, unit: usize, amount: i128) -> bool {
        if self.quantities.contains(&(unit, amount)) {
            return true;
        }
        let Some(own) = UNITS.get(unit) else { return false };
        let reach = amount.abs().saturating_mul(own.percent) / 100 + own.slack;
        let mut others = UNITS
            .iter()
            .enumerate()
            .filter(|(at, other)| *at != unit && other.dimension == own.dimension);
        others.any(|(at, _)| {
            self.quantities.range((at, amount - reach)..=(at, amount + reach)).next().is_some()
        })
    }
}

fn pair(source: &[&Numeral], target: &[&Numeral]) -> Vec<Mismatch> {
    let mut partner: Vec<Option<usize>> = vec![None; target.len()];
    let mut free: BTreeSet<usize> = (0..source.len()).collect();
    if source.len() <= PAIRED_BY_LIKENESS && target.len() <= PAIRED_BY_LIKENESS {
        for (slot, numeral) in partner.iter_mut().zip(target) {
            let best = free
                .iter()
                .filter_map(|at| Some((likeness(source.get(*at)?, numeral)?, *at)))
                .min();
            if let Some((_, at)) = best {
                free.remove(&at);
                *slot = Some(at);
            }
        }
    }
    let open = partner.iter().filter(|slot| slot.is_none()).count();
    if open == free.len() {
        for slot in partner.iter_mut().filter(|slot| slot.is_none()) {
            *slot = free.pop_first();
        }
    }
    let facing = partner.iter().zip(target).map(|(slot, numeral)| {
        let own = slot.and_then(|at| source.get(at).copied());
        Mismatch::new(own, Some(numeral))
    });
    let missing = free
        .iter()
        .filter_map(|at| source.get(*at))
        .map(|numeral| Mismatch::new(Some(numeral), None));
    facing.chain(missing).collect()
}

/// How many digits two numerals differ in; `None` where too many to be one slip of the pen.
fn likeness(a: &Numeral, b: &Numeral) -> Option<usize> {
    let (a, b) = (a.bare.as_ref()?.written()?, b.bare.as_ref()?.written()?);
    let (a, b) = (a.0 + &a.1, b.0 + &b.1);
    let differing =
        a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() + a.len().abs_diff(b.len());
    (2 * differing <= a.len().max(b.len())).then_some(differing)
}
