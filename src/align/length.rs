//! How likely two lengths are as translations of each other (Gale & Church 1993, with an alternative).
//!
//! Gale & Church give the chance of so unlike a pair under the model; here that density is set against the
//! density of the target's lengths at large, so that agreement of unusual lengths speaks for a bead, and lengths
//! that any two sentences might have say nothing.

use super::Pair;
use super::lattice::MOST;
use super::token::Text;
use super::weights::Weights;

/// Ratio and spread of one pair of texts.
#[derive(Debug, Clone)]
pub(super) struct LengthModel {
    /// Target characters for a source character.
    ratio: f32,
    /// Variance for a source character.
    variance: f32,
    log_variance: f32,
    /// Mean and variance of a target sentence's length.
    mean: f32,
    spread: f32,
    /// Logarithms of whole numbers.
    logs: Vec<f32>,
    /// Log of the variance of so many target sentences together.
    wide: [f32; MOST + 1],
    weight: f32,
    low: f32,
    high: f32,
}

const LOGS: usize = 4096;

impl LengthModel {
    /// From whole texts, or from beads that are thought good. Of a text and a translation of a `part` of it only the
    /// sentences can be compared as long as no beads are known.
    pub(super) fn new(
        (source, target): (&Text, &Text),
        beads: &[Pair],
        part: bool,
        w: &Weights,
    ) -> Self {
        let m = target.len().max(1) as f32;
        let all = (
            source.length(0..source.len()).max(1) as f32,
            target.length(0..target.len()).max(1) as f32,
        );
        let mean = all.1 / m;
        let squares = (0..target.len()).map(|t| {
            let d = target.length(t..t + 1) as f32 - mean;
            d * d
        });
        let spread = (squares.sum::<f32>() / m).max(mean * mean * 0.09).max(1.0);
        let good = beads.iter().fold((0.0, 0.0), |sum, (s, t)| {
            (sum.0 + source.length(s.clone()) as f32, sum.1 + target.length(t.clone()) as f32)
        });
        let ratio = if beads.len() >= 5 {
            (good.1 + 0.05 * all.1) / (good.0 + 0.05 * all.0)
        } else if !part && (0.2..5.0).contains(&(all.1 / all.0)) {
            all.1 / all.0
        } else {
            // One side is a small part of the other: only their sentences can be compared.
            mean * source.len() as f32 / all.0
        };
        let ratio = ratio.clamp(0.05, 20.0);
        let mut out = Self {
            ratio,
            variance: w.variance * ratio.max(1.0 / ratio).min(3.0) * ratio * ratio,
            log_variance: 0.0,
            mean,
            spread,
            logs: (0..LOGS).map(|n| libm::logf(n.max(1) as f32)).collect(),
            wide: std::array::from_fn(|n| libm::logf(spread * n.max(1) as f32)),
            weight: w.length,
            low: -w.length_low,
            high: w.length_high,
        };
        out.learn(source, target, beads);
        out.log_variance = libm::logf(out.variance);
        out
    }

    fn learn(&mut self, source: &Text, target: &Text, beads: &[Pair]) {
        if beads.len() < 10 {
            return;
        }
        let squares = beads.iter().map(|(s, t)| {
            let (s, t) = (source.length(s.clone()) as f32, target.length(t.clone()) as f32);
            let d = t - self.ratio * s;
            (d * d / (s + 1.0)).min(9.0 * self.variance)
        });
        let prior = 20.0;
        let seen = squares.sum::<f32>();
        self.variance = (seen + prior * self.variance) / (beads.len() as f32 + prior);
    }

    /// Score in nats of a bead with both sides.
    pub(super) fn score(&self, (s, t): (u32, u32), (a, b): (usize, usize)) -> f32 {
        let (from, to) = (s as f32, t as f32);
        let off = to - self.ratio * from;
        let near = off * off / (self.variance * (from + 1.0));
        let narrow = libm_log(&self.logs, s + 1) + self.log_variance;
        let off = to - self.mean * b as f32;
        let far = (off * off / (self.spread * b as f32)).min(6.0);
        let score = 0.5 * (far + self.wide[b.min(MOST)] - near - narrow);
        // Every further sentence may speak against the bead as much as a pair may, or seven would be taken in for the
        // price of one.
        (score * self.weight).clamp(self.low * (a + b - 1) as f32, self.high)
    }
}

fn libm_log(logs: &[f32], n: u32) -> f32 {
    logs.get(n as usize).copied().unwrap_or_else(|| libm::logf(n as f32))
}
