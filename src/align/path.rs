//! The best way through a lattice, and how sure each of its beads is.

use super::lattice::{Lattice, NAT, NEVER};
use super::weights::Weights;

/// A bead on a path: where it ends, its sentences on either side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) end: (usize, usize),
    pub(super) shape: (usize, usize),
}

impl Step {
    /// The sentences of both texts that the bead holds, in a stretch that begins at `origin`.
    pub(super) fn pair(&self, origin: (usize, usize)) -> super::Pair {
        let (i, j) = (origin.0 + self.end.0, origin.1 + self.end.1);
        (i - self.shape.0..i, j - self.shape.1..j)
    }
}

/// What null beads cost, in the unit of lattice scores: the first of a run, and each that follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct NullCost {
    first: i32,
    next: i32,
}

impl NullCost {
    /// Where most sentences have a counterpart.
    pub(super) fn whole(w: &Weights) -> Self {
        Self { first: (w.null_open * NAT) as i32, next: (w.null_next * NAT) as i32 }
    }

    /// As a path shows: in a text (a stretch of it, between pins) with few null beads the next is the less likely, by how
    /// much fewer they are than usual (`null-rate`, which counts as `null-trust` beads). Beside embeddings, which tell more of every bead, a null bead
    /// needs more to be believed. It never costs less than usual, or a path of wrong null beads would bring more.
    pub(super) fn learnt(steps: &[Step], with_vectors: bool, w: &Weights) -> Self {
        let is_null = |step: &Step| step.shape.0 == 0 || step.shape.1 == 0;
        let full = steps.iter().filter(|step| !is_null(step)).count() as f32;
        let first = steps.first().is_some_and(is_null);
        let runs = steps.windows(2).filter(|pair| !is_null(&pair[0]) && is_null(&pair[1])).count();
        let runs = runs as f32 + f32::from(u8::from(first));
        let rate = (runs + w.null_trust * w.null_rate) / (full + w.null_trust);
        let rarer = (w.null_learn * libm::logf(w.null_rate / rate)).min(w.null_most);
        let more = rarer + if with_vectors { w.null_beside } else { 0.0 };
        let open = w.null_open + more.max(0.0);
        Self { first: (open * NAT) as i32, next: (w.null_next * NAT) as i32 }
    }

    /// Where one text is a translation of a part of the other: whole sections are left alone.
    pub(super) fn part(w: &Weights) -> Self {
        Self { first: (w.null_open * NAT) as i32, next: (w.null_next_part * NAT) as i32 }
    }

    /// Cost after a full bead and after a null bead.
    pub(super) fn costs(self) -> [i32; 2] {
        [self.first, self.next]
    }

    /// Cost after a null bead or a full one.
    fn after(self, null: bool) -> i32 {
        if null { self.next } else { self.first }
    }
}

const LOWEST: i32 = i32::MIN / 2;
/// Codes of null beads in the table of ways back: source or target side, after a full bead or after a null one.
const NULL: u8 = 64;

/// The best path: two states a cell, so that a run of null beads costs less than as many single ones.
pub(super) fn best(lattice: &Lattice, nulls: NullCost) -> Vec<Step> {
    let n = lattice.band.low.len() - 1;
    let most = lattice.shapes.iter().map(|shape| shape.0).max().unwrap_or(1);
    let mut ring: Vec<Vec<[i32; 2]>> = vec![Vec::new(); most + 1];
    let mut ways = vec![[u8::MAX; 2]; lattice.cells()];
    for i in 0..=n {
        let mut row = std::mem::take(&mut ring[i % (most + 1)]);
        row.clear();
        for j in lattice.band.row(i) {
            let (worth, way) = cell(lattice, nulls, &ring, &row, (i, j));
            row.push(worth);
            ways[lattice.cell(i, j)] = way;
        }
        let slot = i % (most + 1);
        ring[slot] = row;
    }
    let m = lattice.band.high[n] as usize;
    let last = ring[n % (most + 1)].last().copied().unwrap_or([0, LOWEST]);
    trace(lattice, &ways, (n, m), usize::from(last[1] > last[0]))
}

fn cell(
    lattice: &Lattice,
    nulls: NullCost,
    ring: &[Vec<[i32; 2]>],
    row: &[[i32; 2]],
    (i, j): (usize, usize),
) -> ([i32; 2], [u8; 2]) {
    if (i, j) == (0, 0) {
        return ([0, LOWEST], [u8::MAX; 2]);
    }
    let (mut worth, mut way) = ([LOWEST; 2], [u8::MAX; 2]);
    let mut offer = |state: usize, value: i32, code: u8| {
        if value > worth[state] {
            worth[state] = value;
            way[state] = code;
        }
    };
    for (k, (score, shape)) in lattice.at(i, j).iter().zip(lattice.shapes).enumerate() {
        if *score == NEVER {
            continue;
        }
        let before =
            ring[(i - shape.0) % ring.len()][j - shape.1 - lattice.band.low[i - shape.0] as usize];
        for (state, before) in before.iter().enumerate() {
            offer(0, before + i32::from(*score), (k * 2 + state) as u8);
        }
    }
    if i > 0 && lattice.band.holds(i - 1, j) {
        let before = ring[(i - 1) % ring.len()][j - lattice.band.low[i - 1] as usize];
        for (state, before) in before.iter().enumerate() {
            offer(1, before - nulls.after(state == 1), NULL + state as u8);
        }
    }
    if let Some(before) = row.last() {
        for (state, before) in before.iter().enumerate() {
            offer(1, before - nulls.after(state == 1), NULL + 2 + state as u8);
        }
    }
    (worth, way)
}

fn trace(
    lattice: &Lattice,
    ways: &[[u8; 2]],
    (mut i, mut j): (usize, usize),
    mut state: usize,
) -> Vec<Step> {
    let mut steps = Vec::new();
    while (i, j) != (0, 0) {
        let code = ways[lattice.cell(i, j)][state];
        if code == u8::MAX {
            break;
        }
        let (shape, before) = if code >= NULL {
            let target = (code - NULL) / 2 == 1;
            (if target { (0, 1) } else { (1, 0) }, usize::from((code - NULL) % 2))
        } else {
            (lattice.shapes[usize::from(code / 2)], usize::from(code % 2))
        };
        steps.push(Step { end: (i, j), shape });
        (i, j, state) = (i - shape.0, j - shape.1, before);
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::weights;

    fn steps(full: usize, nulls: usize) -> Vec<Step> {
        let one = |shape| Step { end: (0, 0), shape };
        let every = full / nulls.max(1);
        let beads = (0..full).flat_map(|at| {
            let null = nulls > 0 && at % every == 0;
            [Some(one((1, 1))), null.then(|| one((1, 0)))].into_iter().flatten()
        });
        beads.collect()
    }

    #[test]
    fn where_null_beads_are_rare_the_next_costs_more_and_never_less_than_usual() {
        let w = weights::shipped();
        let cost = |steps: &[Step], vectors| NullCost::learnt(steps, vectors, w).costs()[0];
        let usual = NullCost::whole(w).costs()[0];
        assert!(cost(&steps(1000, 0), false) > cost(&steps(1000, 10), false));
        assert!(cost(&steps(1000, 10), false) > usual);
        assert_eq!(cost(&steps(1000, 200), false), usual);
        assert_eq!(cost(&[], false), usual);
        assert!(cost(&[], true) > usual);
    }
}
