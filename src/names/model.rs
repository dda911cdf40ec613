//! The decision: a logistic regression whose weights are in `data/model.toml`, where each is named.
//!
//! Weights are read as whole millionths and summed as whole numbers; only the last step, from the sum to a chance,
//! is not, and `libm` makes it the same everywhere.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::features::{FEATURES, Features};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    constant: f64,
    /// The chance from which two names are said to be the same.
    same: f64,
    weights: BTreeMap<String, f64>,
}

/// The fitted model.
#[derive(Debug)]
pub(super) struct Model {
    constant: i64,
    weights: [i64; FEATURES.len()],
    /// The chance, in thousandths, from which two names are the same.
    pub(super) same: u16,
}

impl Model {
    pub(super) fn new() -> Self {
        let file: File = toml::from_str(include_str!("data/model.toml")).unwrap_or_default();
        let mut model = Self {
            constant: millionths(file.constant),
            weights: [0; FEATURES.len()],
            same: thousandths(file.same),
        };
        for (slot, name) in model.weights.iter_mut().zip(FEATURES) {
            *slot = file.weights.get(name).map_or(0, |weight| millionths(*weight));
        }
        model
    }

    /// The chance, in thousandths, that two words are one name.
    pub(super) fn chance(&self, features: &Features) -> u16 {
        let products =
            self.weights.iter().zip(features).map(|(weight, value)| weight * i64::from(*value));
        let sum = self.constant + products.sum::<i64>() / 100;
        #[allow(clippy::cast_precision_loss, reason = "sums stay far below 2^52")]
        let odds = libm::exp(-(sum as f64) / 1e6);
        thousandths(1.0 / (1.0 + odds))
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is held between 0 and 1000"
)]
fn thousandths(chance: f64) -> u16 {
    libm::round(chance * 1000.0).clamp(0.0, 1000.0) as u16
}

#[allow(clippy::cast_possible_truncation, reason = "the value is held between bounds")]
fn millionths(weight: f64) -> i64 {
    libm::round(weight.clamp(-1e6, 1e6) * 1e6) as i64
}
