//! Are the two texts translations of each other at all?
//!
//! Beads of unrelated texts are worth about nothing, for scores are logarithms of likelihood ratios. But a lexicon
//! that has learnt from wrong beads praises these very beads; so the worth that is judged here is measured with
//! what the other half of the beads teaches. Where it is not beyond doubt, the texts are aligned against the
//! target in other orders: what that is worth is chance, and a translation must be worth clearly more.

use super::rounds::Found;
use super::weights::Weights;

/// So few beads cannot be told from chance by changing their order.
const FEW: usize = 6;
/// For more beads than this one other order is enough: chance evens out.
const MANY: usize = 1000;

/// Puts sentences into another order.
pub(super) type Reorder = fn(&mut [&str]);

/// Judges an alignment by its worth in nats a sentence; `control` gives the worth against a reordered target.
pub(super) fn is_parallel(
    found: &[Found],
    worth: f32,
    control: impl Fn(Reorder) -> f32,
    w: &Weights,
) -> bool {
    let full = found.iter().filter(|one| one.is_full()).count();
    if full < FEW {
        return full > 0 && worth >= w.parallel_few;
    }
    if worth >= w.parallel_sure {
        return true;
    }
    let orders: [Reorder; 3] = [turn_round, swap_halves, |sentences| {
        swap_halves(sentences);
        turn_round(sentences);
    }];
    let asked = if full > MANY { 1 } else { orders.len() };
    let chance = orders.iter().take(asked).map(|order| control(*order)).fold(f32::MIN, f32::max);
    worth + (worth - chance) >= w.parallel_gap
}

fn turn_round(sentences: &mut [&str]) {
    sentences.reverse();
}

fn swap_halves(sentences: &mut [&str]) {
    let half = sentences.len() / 2;
    sentences.rotate_left(half);
}
