//! Corrections of single pairs of graphemes, on top of fitted weights: Newton's method coordinate by coordinate.

use std::collections::BTreeMap;

use crate::logistic;
use crate::rows::Row;

/// Two graphemes, or one and nothing.
pub type Pair = (&'static str, &'static str);

/// What each pair adds.
pub struct Corrections(BTreeMap<Pair, f64>);

impl Corrections {
    /// What the pairs of a row add together.
    pub fn sum(&self, row: &Row) -> f64 {
        row.facing.iter().map(|pair| self.0.get(pair).copied().unwrap_or_default()).sum()
    }

    /// The corrections that matter, in order.
    pub fn rows(&self) -> impl Iterator<Item = (Pair, f64)> + '_ {
        self.0.iter().map(|(pair, value)| (*pair, *value)).filter(|(_, value)| value.abs() >= 0.02)
    }
}

/// Fits corrections; `ridge` draws them to nought, so that what is seldom met is hardly corrected.
pub fn fit(rows: &[&Row], weights: &[f64], ridge: f64) -> Corrections {
    let mut found = Corrections(BTreeMap::new());
    for _ in 0..60 {
        let mut slopes: BTreeMap<Pair, (f64, f64)> = BTreeMap::new();
        for row in rows {
            let Some(features) = &row.features else { continue };
            let sum = logistic::sum(features, weights) + found.sum(row);
            let chance = 1.0 / (1.0 + (-sum).exp());
            let rest = f64::from(u8::from(row.same)) - chance;
            for pair in &row.facing {
                let slot = slopes.entry(*pair).or_default();
                slot.0 += rest;
                // The pairs of a row move together: their number bounds the step.
                slot.1 += chance * (1.0 - chance) * row.facing.len() as f64;
            }
        }
        for (pair, (slope, curve)) in slopes {
            let value = found.0.entry(pair).or_default();
            *value += (slope - ridge * *value) / (curve + ridge);
        }
    }
    found
}
