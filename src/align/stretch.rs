//! Pins cut the texts into stretches that are aligned apart; the lexicon is learnt from all of them together.

use std::ops::Range;

use crate::bitext::Bead;

/// A part of both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
    /// Given by the user as one bead.
    pub(super) pinned: bool,
}

/// The whole as a sequence of pinned and open stretches.
///
/// A pin out of order, out of range or overlapping an earlier one is left out: it cannot be kept together with it.
/// A pin that is empty on both sides is a break and no bead.
pub(super) fn stretches(n: usize, m: usize, pins: &[Bead]) -> Vec<Stretch> {
    let mut sorted: Vec<&Bead> = pins.iter().filter(|pin| is_sound(pin, n, m)).collect();
    sorted.sort_by_key(|pin| (pin.source.start, pin.target.start, pin.source.end, pin.target.end));
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for pin in sorted {
        if pin.source.start < i || pin.target.start < j {
            continue;
        }
        push(&mut out, i..pin.source.start, j..pin.target.start, false);
        push(&mut out, pin.source.clone(), pin.target.clone(), true);
        (i, j) = (pin.source.end, pin.target.end);
    }
    push(&mut out, i..n, j..m, false);
    out
}

fn is_sound(pin: &Bead, n: usize, m: usize) -> bool {
    pin.source.start <= pin.source.end
        && pin.source.end <= n
        && pin.target.start <= pin.target.end
        && pin.target.end <= m
}

fn push(out: &mut Vec<Stretch>, source: Range<usize>, target: Range<usize>, pinned: bool) {
    if !source.is_empty() || !target.is_empty() {
        out.push(Stretch { source, target, pinned });
    }
}
