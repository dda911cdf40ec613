//! How sure each bead is: its share of all ways through the lattice (forward and backward sums).

use std::sync::LazyLock;

use super::lattice::{Lattice, NAT, NEVER};
use super::path::NullCost;

/// Sums over all ways from the beginning to each cell and from each cell to the end, in nats.
pub(super) struct Posterior<'l> {
    lattice: &'l Lattice,
    nulls: [f32; 2],
    /// Scores are multiplied by this: words of a sentence are not independent, so plain sums are too sure.
    heat: f32,
    forth: Vec<[f32; 2]>,
    back: Vec<[f32; 2]>,
    total: f32,
}

const NONE: f32 = -1.0e9;

impl<'l> Posterior<'l> {
    pub(super) fn new(lattice: &'l Lattice, nulls: NullCost, heat: f32) -> Self {
        let costs = nulls.costs().map(|cost| cost as f32 / NAT * heat);
        let cells = lattice.cells();
        let mut out = Self {
            lattice,
            nulls: costs,
            heat,
            forth: vec![[NONE; 2]; cells],
            back: vec![[NONE; 2]; cells],
            total: 0.0,
        };
        out.sum_forth();
        out.sum_back();
        out
    }

    /// Chance of the bead of a shape that ends at a cell, full or null.
    pub(super) fn of(&self, (i, j): (usize, usize), shape: (usize, usize)) -> f32 {
        let before = self.forth[self.lattice.cell(i - shape.0, j - shape.1)];
        let after = self.back[self.lattice.cell(i, j)];
        let tables = &*TABLES;
        let way = match self.lattice.shapes.iter().position(|known| *known == shape) {
            Some(k) => {
                add(tables, before)
                    + f32::from(self.lattice.at(i, j)[k]) / NAT * self.heat
                    + after[0]
            }
            None => self.after_nulls(before) + after[1],
        };
        libm::expf(way - self.total).min(1.0)
    }

    fn after_nulls(&self, before: [f32; 2]) -> f32 {
        let tables = &*TABLES;
        add(tables, [before[0] - self.nulls[0], before[1] - self.nulls[1]])
    }

    fn sum_forth(&mut self) {
        let (lattice, tables) = (self.lattice, &*TABLES);
        let n = lattice.band.low.len() - 1;
        let mut terms = Vec::with_capacity(lattice.shapes.len());
        for i in 0..=n {
            for j in lattice.band.row(i) {
                let cell = lattice.cell(i, j);
                if (i, j) == (0, 0) {
                    self.forth[cell] = [0.0, NONE];
                    continue;
                }
                terms.clear();
                for (score, shape) in lattice.at(i, j).iter().zip(lattice.shapes) {
                    if *score != NEVER {
                        let before = self.forth[lattice.cell(i - shape.0, j - shape.1)];
                        terms.push(add(tables, before) + f32::from(*score) / NAT * self.heat);
                    }
                }
                let up = if i > 0 && lattice.band.holds(i - 1, j) {
                    self.after_nulls(self.forth[lattice.cell(i - 1, j)])
                } else {
                    NONE
                };
                let left = if j > lattice.band.low[i] as usize {
                    self.after_nulls(self.forth[cell - 1])
                } else {
                    NONE
                };
                self.forth[cell] = [sum(tables, &terms), add(tables, [up, left])];
            }
        }
        self.total = self.forth.last().copied().map_or(0.0, |ends| add(&TABLES, ends));
    }

    fn sum_back(&mut self) {
        let (lattice, tables) = (self.lattice, &*TABLES);
        let n = lattice.band.low.len() - 1;
        let m = lattice.band.high[n] as usize;
        let mut terms = Vec::with_capacity(lattice.shapes.len() + 2);
        for i in (0..=n).rev() {
            for j in lattice.band.row(i).rev() {
                let cell = lattice.cell(i, j);
                if (i, j) == (n, m) {
                    self.back[cell] = [0.0, 0.0];
                    continue;
                }
                terms.clear();
                for (k, shape) in lattice.shapes.iter().enumerate() {
                    let (i, j) = (i + shape.0, j + shape.1);
                    if i > n || !lattice.band.holds(i, j) {
                        continue;
                    }
                    let score = lattice.at(i, j)[k];
                    if score != NEVER {
                        terms.push(
                            f32::from(score) / NAT * self.heat + self.back[lattice.cell(i, j)][0],
                        );
                    }
                }
                let full = sum(tables, &terms);
                let down = if i < n && lattice.band.holds(i + 1, j) {
                    self.back[lattice.cell(i + 1, j)][1]
                } else {
                    NONE
                };
                let right =
                    if lattice.band.holds(i, j + 1) { self.back[cell + 1][1] } else { NONE };
                let null = add(tables, [down, right]);
                self.back[cell] = [
                    add(tables, [full, null - self.nulls[0]]),
                    add(tables, [full, null - self.nulls[1]]),
                ];
            }
        }
    }
}

/// `exp(-x)` and `ln(1 + exp(-x))` in steps: sums need no more, and a table costs a tenth.
struct Tables {
    exp: Vec<f32>,
    log: Vec<f32>,
}

/// Steps a nat.
const STEPS: f32 = 64.0;
/// Beyond so many nats a term adds nothing that shows.
const FAR: f32 = 12.0;

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let steps = 0..(FAR * STEPS) as usize + 2;
    let at = |step: usize| libm::expf(-(step as f32) / STEPS);
    Tables {
        exp: steps.clone().map(at).collect(),
        log: steps.map(|step| libm::log1pf(at(step))).collect(),
    }
});

fn look_up(table: &[f32], x: f32) -> f32 {
    table.get((x * STEPS + 0.5) as usize).copied().unwrap_or(0.0)
}

/// Log of the sum of two exponentials.
fn add(tables: &Tables, pair: [f32; 2]) -> f32 {
    let gap = (pair[0] - pair[1]).abs();
    let top = pair[0].max(pair[1]);
    if gap > FAR { top } else { top + look_up(&tables.log, gap) }
}

/// Log of a sum of exponentials; terms far below the greatest are left out.
fn sum(tables: &Tables, terms: &[f32]) -> f32 {
    let top = terms.iter().copied().fold(NONE, f32::max);
    let mut near = terms.iter().filter(|term| **term > top - FAR);
    let (Some(_), Some(_)) = (near.next(), near.next()) else { return top };
    let near = terms.iter().filter(|term| **term > top - FAR);
    top + libm::logf(near.map(|term| look_up(&tables.exp, top - term)).sum())
}
