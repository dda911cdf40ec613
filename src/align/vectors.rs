//! Sentence embeddings as evidence, where the user has a model that makes them.
//!
//! Cosines of one model lie between 0.7 and 1, of another between -0.1 and 0.9, and some sentences are close to all others:
//! so the mean closeness of both sides to the other text is taken off (margin scoring: Artetxe & Schwenk 2019, with all
//! sentences as neighbours, which makes it one product with the centroid), and what is left is weighed like everything
//! else here: how much likelier is it between good beads than between any two sentences? Both spreads are learnt from
//! the texts. Sentences that face something together have the mean of their rows: embedding the joins themselves was
//! measured and told no more. The clauses of a sentence may be embedded too; [`super::clauses`] says what for.

use std::ops::Range;

use super::Pair;
use super::lattice::MOST;
use super::weights::Weights;

/// Embeddings of the sentences of one text, and of the clauses of some of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vectors {
    width: usize,
    /// A row a sentence, of length 1 in space.
    rows: Vec<f32>,
    /// Rows of the clauses of each sentence that was split; empty for the others, and altogether where none was.
    clauses: Vec<Vec<f32>>,
}

impl Vectors {
    /// From rows of `width` numbers, one a sentence; `None` where the numbers do not fill rows or are not finite.
    pub fn new(width: usize, mut rows: Vec<f32>) -> Option<Self> {
        if width == 0 || !rows.len().is_multiple_of(width) || !rows.iter().all(|x| x.is_finite()) {
            return None;
        }
        rows.chunks_exact_mut(width).for_each(to_length_one);
        Some(Self { width, rows, clauses: Vec::new() })
    }

    /// Adds the embeddings of the clauses of a sentence, in their order; rows that do not fit, and more than 32 clauses, are
    /// left out.
    pub fn split(&mut self, sentence: usize, clauses: &[Vec<f32>]) {
        let fits = |row: &Vec<f32>| row.len() == self.width && row.iter().all(|x| x.is_finite());
        let count = clauses.len();
        if sentence >= self.len()
            || !(2..=MOST_CLAUSES).contains(&count)
            || !clauses.iter().all(fits)
        {
            return;
        }
        let mut rows = clauses.concat();
        rows.chunks_exact_mut(self.width).for_each(to_length_one);
        self.clauses.resize(self.len(), Vec::new());
        self.clauses[sentence] = rows;
    }

    /// Was any sentence split?
    pub(super) fn has_clauses(&self) -> bool {
        !self.clauses.is_empty()
    }

    /// The clauses of a sentence; itself where it was not split.
    pub(super) fn clauses(&self, sentence: usize) -> impl Iterator<Item = &[f32]> {
        let split = self.clauses.get(sentence).filter(|rows| !rows.is_empty());
        split.map_or(self.row(sentence), Vec::as_slice).chunks_exact(self.width.max(1))
    }

    /// Number of sentences.
    pub fn len(&self) -> usize {
        self.rows.len().checked_div(self.width).unwrap_or(0)
    }

    /// Are there no sentences?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Numbers in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The sentences in another order.
    pub(super) fn in_order(&self, order: &[usize]) -> Self {
        let rows = order.iter().flat_map(|at| self.row(*at).iter().copied()).collect();
        let clauses = if self.has_clauses() {
            order.iter().map(|at| self.clauses.get(*at).cloned().unwrap_or_default()).collect()
        } else {
            Vec::new()
        };
        Self { width: self.width, rows, clauses }
    }

    fn row(&self, sentence: usize) -> &[f32] {
        self.rows.get(sentence * self.width..(sentence + 1) * self.width).unwrap_or_default()
    }

    /// Writes the row of a stretch of sentences.
    fn stretch(&self, sentences: Range<usize>, out: &mut [f32]) {
        out.fill(0.0);
        let several = sentences.len() > 1;
        for sentence in sentences {
            out.iter_mut().zip(self.row(sentence)).for_each(|(sum, x)| *sum += x);
        }
        if several {
            to_length_one(out);
        }
    }

    fn centroid(&self) -> Vec<f32> {
        mean_row(self.rows.chunks_exact(self.width.max(1)), self.width)
    }
}

/// The mean of rows of a width.
pub(super) fn mean_row<'r>(rows: impl Iterator<Item = &'r [f32]>, width: usize) -> Vec<f32> {
    let (mut out, mut count) = (vec![0.0; width], 0usize);
    for row in rows {
        out.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        count += 1;
    }
    for x in &mut out {
        *x /= count.max(1) as f32;
    }
    out
}

fn to_length_one(row: &mut [f32]) {
    let length = dot(row, row).sqrt();
    if length > 0.0 {
        for x in row {
            *x /= length;
        }
    }
}

/// The product of two rows, summed in eight lanes in a fixed order.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0f32; 8];
    let (a, b) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a.zip(b) {
        for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
            *lane += x * y;
        }
    }
    lanes.iter().sum::<f32>() + rest
}

/// Pairs of sentences that show how close unrelated ones are.
pub(super) const SAMPLE: usize = 2000;
/// Fewest good beads to learn from.
pub(super) const FEW: usize = 5;

/// Clauses of a sentence that are looked at; more would take their square of time.
const MOST_CLAUSES: usize = 32;

/// How close translations and unrelated sentences of these two texts are.
#[derive(Debug, Clone)]
pub(super) struct VectorModel {
    centroids: [Vec<f32>; 2],
    /// Mean margin of good beads.
    mean: f32,
    /// Nats for a margin of 1 above the middle between unrelated and good.
    slope: f32,
    weight: f32,
    grow: f32,
    low: f32,
    high: f32,
}

impl VectorModel {
    /// Learns from good beads; with few, a good bead is taken to lie well outside the spread of unrelated ones.
    pub(super) fn new(
        sides: [&Vectors; 2],
        beads: &[Pair],
        beside_clauses: bool,
        w: &Weights,
    ) -> Self {
        let mut out = Self {
            centroids: [sides[0].centroid(), sides[1].centroid()],
            mean: 0.0,
            slope: 0.0,
            weight: if beside_clauses { w.vector_beside } else { w.vector },
            grow: w.vector_grow,
            low: -w.vector_low,
            high: w.vector_high,
        };
        let counts = sides.map(|side| side.len().max(1));
        let chance = (0..SAMPLE).map(|k| {
            // Steps that share no divisor with most numbers go over all of both texts.
            let (own, other) = (k * 7919 % counts[0], (k * 104_729 + k / counts[0]) % counts[1]);
            out.margin(sides[0].row(own), sides[1].row(other))
        });
        let (_, wide) = mean_and_variance(chance);
        let wide = wide.max(1e-6);
        let singles = beads.iter().filter(|bead| bead.0.len() == 1 && bead.1.len() == 1);
        let good: Vec<f32> = singles
            .map(|bead| out.margin(sides[0].row(bead.0.start), sides[1].row(bead.1.start)))
            .collect();
        let (mean, spread) = if good.len() >= FEW {
            mean_and_variance(good.iter().copied())
        } else {
            (4.0 * wide.sqrt(), 2.0 * wide)
        };
        out.mean = mean.max(wide.sqrt());
        out.slope = out.mean / (0.5 * (wide + spread));
        out
    }

    fn margin(&self, source: &[f32], target: &[f32]) -> f32 {
        let usual = dot(source, &self.centroids[1]) + dot(target, &self.centroids[0]);
        dot(source, target) - 0.5 * usual
    }

    fn score(&self, margin: f32, sentences: usize) -> f32 {
        let score = (self.slope * (margin - 0.5 * self.mean)).clamp(self.low, self.high);
        self.weight * score * (1.0 + self.grow * (sentences.saturating_sub(2)) as f32)
    }
}

pub(super) fn mean_and_variance(values: impl Iterator<Item = f32>) -> (f32, f32) {
    let (count, sum, squares) = values
        .fold((0.0f32, 0.0f32, 0.0f32), |(n, sum, squares), x| (n + 1.0, sum + x, squares + x * x));
    let mean = sum / count.max(1.0);
    (mean, (squares / count.max(1.0) - mean * mean).max(0.0))
}

/// The rows that one source position meets: stretches of both sides with their usual closeness taken off.
#[derive(Debug)]
pub(super) struct Window<'a> {
    sides: [&'a Vectors; 2],
    model: &'a VectorModel,
    most: (usize, usize),
    source: Vec<f32>,
    source_usual: [f32; MOST],
    first: usize,
    target: Vec<f32>,
    target_usual: Vec<f32>,
}

impl<'a> Window<'a> {
    pub(super) fn new(
        sides: [&'a Vectors; 2],
        model: &'a VectorModel,
        most: (usize, usize),
    ) -> Self {
        Self {
            sides,
            model,
            most,
            source: vec![0.0; MOST * sides[0].width],
            source_usual: [0.0; MOST],
            first: 0,
            target: Vec::new(),
            target_usual: Vec::new(),
        }
    }

    /// Sets the window to beads that end before source sentence `i` and before a target sentence of `range`.
    pub(super) fn set(
        &mut self,
        i: usize,
        origin: usize,
        range: Range<usize>,
        target_origin: usize,
    ) {
        let width = self.sides[0].width;
        for a in 1..=self.most.0.min(i - origin) {
            let row = &mut self.source[(a - 1) * width..a * width];
            self.sides[0].stretch(i - a..i, row);
            self.source_usual[a - 1] = dot(row, &self.model.centroids[1]);
        }
        self.first = range.start;
        let stretches = range.len() * self.most.1;
        self.target.resize(stretches * width, 0.0);
        self.target_usual.resize(stretches, 0.0);
        for j in range.clone() {
            for b in 1..=self.most.1.min(j - target_origin) {
                let at = (j - range.start) * self.most.1 + b - 1;
                let row = &mut self.target[at * width..(at + 1) * width];
                self.sides[1].stretch(j - b..j, row);
                self.target_usual[at] = dot(row, &self.model.centroids[0]);
            }
        }
    }

    /// Score in nats of the bead that ends before target sentence `j` and holds `a` and `b` sentences.
    pub(super) fn score(&self, j: usize, (a, b): (usize, usize)) -> f32 {
        let width = self.sides[0].width;
        let at = (j - self.first) * self.most.1 + b - 1;
        let own = &self.source[(a - 1) * width..a * width];
        let other = &self.target[at * width..(at + 1) * width];
        let usual = self.source_usual[a - 1] + self.target_usual[at];
        self.model.score(dot(own, other) - 0.5 * usual, a + b)
    }
}
