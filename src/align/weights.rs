//! The weights of the aligner, read once from `data/weights.toml`, where each is explained.

use std::sync::LazyLock;

use serde::Deserialize;

/// Every number that the aligner weighs evidence with; nats unless `data/weights.toml` says otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Weights {
    pub(super) trunc: usize,
    pub(super) prefix: usize,
    pub(super) identical: f32,
    pub(super) short: f32,
    pub(super) cognate: f32,
    pub(super) sound: f32,
    pub(super) number: f32,
    pub(super) punct: f32,
    pub(super) glossary: f32,
    pub(super) discount: f32,
    pub(super) together: f32,
    pub(super) trust: f32,
    pub(super) trust_eager: f32,
    pub(super) kappa: f32,
    pub(super) min_gain: f32,
    pub(super) max_gain: f32,
    pub(super) min_dice: f32,
    pub(super) keep: f32,
    pub(super) compete: f32,
    pub(super) miss: f32,
    pub(super) lexical: f32,
    pub(super) dilute: f32,
    pub(super) dilute_from: f32,
    pub(super) length: f32,
    pub(super) length_low: f32,
    pub(super) length_high: f32,
    pub(super) variance: f32,
    pub(super) null_open: f32,
    pub(super) null_next: f32,
    pub(super) null_next_part: f32,
    pub(super) null_learn: f32,
    pub(super) null_rate: f32,
    pub(super) null_trust: f32,
    pub(super) null_most: f32,
    pub(super) null_beside: f32,
    pub(super) part_lead: f32,
    pub(super) heat: f32,
    pub(super) parallel_sure: f32,
    pub(super) parallel_few: f32,
    pub(super) parallel_gap: f32,
    pub(super) parallel_certain: f32,
    pub(super) parallel_lead: f32,
    pub(super) parallel_lead_total: f32,
    pub(super) parallel_each: f32,
    pub(super) parallel_worth: f32,
    pub(super) good: f32,
    pub(super) p12: f32,
    pub(super) p13: f32,
    pub(super) p14: f32,
    pub(super) p15: f32,
    pub(super) p22: f32,
    pub(super) p23: f32,
    pub(super) p33: f32,
    pub(super) p24: f32,
    pub(super) p25: f32,
    pub(super) p16: f32,
    pub(super) p17: f32,
    pub(super) paragraph: f32,
    pub(super) edge: f32,
    pub(super) edge_inside: f32,
    pub(super) edge_kept: f32,
    pub(super) moved: f32,
    pub(super) vector: f32,
    pub(super) vector_beside: f32,
    pub(super) vector_grow: f32,
    pub(super) vector_low: f32,
    pub(super) vector_high: f32,
    pub(super) lexical_beside: f32,
    pub(super) clause: f32,
}

static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| parse(include_str!("data/weights.toml")).unwrap_or_default());

/// The weights that the program is shipped with.
pub(super) fn shipped() -> &'static Weights {
    &WEIGHTS
}

pub(super) fn parse(text: &str) -> Option<Weights> {
    toml::from_str(text).ok()
}
