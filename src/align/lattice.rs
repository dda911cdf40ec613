//! What every possible bead of a band is worth.
//!
//! A bead's worth is the logarithm of how much likelier its two sides are as translations of each other than as
//! two stretches that have nothing to do with each other: words that meet speak for it by their lexicon gain,
//! words that ought to meet something and do not speak against it (both as the mean of the two directions), and
//! so do the lengths. A null bead is worth nothing by this measure, so that a sentence without counterpart is
//! taken into a neighbouring bead only if it brings evidence of its own.

use std::collections::BTreeSet;

use super::band::Band;
use super::clauses::{ClauseModel, ClauseTable};
use super::edge::EdgeModel;
use super::length::LengthModel;
use super::lexicon::{GAIN_UNIT, Lexicon};
use super::paragraph::{Breaks, ParagraphModel};
use super::token::Text;
use super::vectors::{VectorModel, Vectors, Window};
use super::weights::Weights;

/// One nat, in the unit of scores.
pub(super) const NAT: f32 = 256.0;

/// Most sentences of one side in a bead.
pub(super) const MOST: usize = 7;

/// Shapes of beads with two sides: sentences of the source, of the target.
pub(super) type Shape = (usize, usize);

/// Shapes of the first rounds.
pub(super) const COARSE: &[Shape] = &[(1, 1), (1, 2), (2, 1)];

/// Shapes of the last round.
pub(super) const FINE: &[Shape] = &[
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (2, 3),
    (3, 2),
    (1, 4),
    (4, 1),
    (1, 5),
    (5, 1),
    (3, 3),
    (2, 4),
    (4, 2),
    (2, 5),
    (5, 2),
    (3, 4),
    (4, 3),
    (1, 6),
    (6, 1),
    (1, 7),
    (7, 1),
];

/// The two texts (a stretch of each) and what is known of them.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    pub(super) source: &'a Text,
    pub(super) target: &'a Text,
    pub(super) lexicon: &'a Lexicon,
    pub(super) length: &'a LengthModel,
    /// How sentences that face each other begin and end.
    pub(super) edges: &'a EdgeModel,
    /// Where paragraphs begin, and what that tells.
    pub(super) breaks: Option<(&'a Breaks, &'a ParagraphModel)>,
    /// Embeddings, and what they tell: of sentences, and of their clauses.
    pub(super) vectors: Option<([&'a Vectors; 2], &'a VectorModel)>,
    pub(super) clauses: Option<([&'a Vectors; 2], &'a ClauseModel)>,
    /// Sentences that may face nothing.
    pub(super) alone: &'a [BTreeSet<usize>; 2],
    pub(super) weights: &'a Weights,
    /// First sentence of the stretch on either side.
    pub(super) origin: (usize, usize),
    /// Sentences of the stretch on either side.
    pub(super) size: (usize, usize),
}

/// Scores of every bead that ends in a cell of the band.
pub(super) struct Lattice {
    pub(super) band: Band,
    pub(super) shapes: &'static [Shape],
    rows: Vec<usize>,
    scores: Vec<i16>,
}

/// Score of a bead that cannot be.
pub(super) const NEVER: i16 = i16::MIN;

impl Lattice {
    pub(super) fn new(evidence: Evidence<'_>, band: Band, shapes: &'static [Shape]) -> Self {
        let mut rows = Vec::with_capacity(band.low.len() + 1);
        let mut total = 0;
        for i in 0..band.low.len() {
            rows.push(total);
            total += band.row(i).len();
        }
        rows.push(total);
        let mut out = Self { band, shapes, rows, scores: vec![NEVER; total * shapes.len()] };
        Filler::new(evidence, shapes, &out.band).fill(&mut out);
        out
    }

    /// Scores of the beads that end at a cell of the band, in the order of the shapes.
    pub(super) fn at(&self, i: usize, j: usize) -> &[i16] {
        let cell = (self.cell(i, j)) * self.shapes.len();
        &self.scores[cell..cell + self.shapes.len()]
    }

    /// What the bead of a shape that ends at a cell is worth, in nats.
    pub(super) fn worth(&self, (i, j): (usize, usize), shape: Shape) -> f32 {
        let known = self.shapes.iter().position(|known| *known == shape);
        known.map_or(0.0, |k| f32::from(self.at(i, j)[k]) / NAT)
    }

    /// Number of a cell of the band.
    pub(super) fn cell(&self, i: usize, j: usize) -> usize {
        self.rows[i] + j - self.band.low[i] as usize
    }

    pub(super) fn cells(&self) -> usize {
        self.rows.last().copied().unwrap_or(0)
    }
}

/// Gains between one source sentence and the target sentences that it can meet.
#[derive(Default)]
struct Meeting {
    /// First and one past the last target sentence.
    from: usize,
    to: usize,
    /// Own tokens of the source sentence.
    own: usize,
    /// Best gain of each source token in each target sentence.
    forth: Vec<u8>,
    /// Best gain of each target token in this source sentence.
    back: Vec<u8>,
    /// Sum over source tokens for the 1 … MOST target sentences that end before a position.
    sums: Vec<i32>,
}

/// What a gain loses where it is sought in much text, for in much text a word is more often met by chance.
///
/// A chance meeting grows with the length of the text, so that the loss is the logarithm of how many usual sentences
/// the text would fill; in less than one usual sentence nothing is won.
struct Dilution {
    /// Loss for every eighth of a usual sentence.
    losses: Vec<i32>,
    /// Characters of an eighth of a usual sentence.
    step: f32,
}

/// Lengths beyond so many usual sentences lose no more.
const LONGEST: usize = 8;
/// Steps of a usual sentence.
const EIGHTHS: usize = 8;

impl Dilution {
    fn new(text: &Text, w: &Weights) -> Self {
        let usual = text.length(0..text.len()) as f32 / text.len().max(1) as f32;
        let loss = |eighths: usize| {
            let sentences = eighths.max(w.dilute_from as usize) as f32 / EIGHTHS as f32;
            (w.dilute * libm::logf(sentences) * GAIN_UNIT) as i32
        };
        Self {
            losses: (0..=LONGEST * EIGHTHS).map(loss).collect(),
            step: (usual / EIGHTHS as f32).max(1.0),
        }
    }

    fn of(&self, length: u32) -> i32 {
        let eighths = (length as f32 / self.step) as usize;
        self.losses.get(eighths).or(self.losses.last()).copied().unwrap_or(0)
    }
}

struct Filler<'a> {
    e: Evidence<'a>,
    shapes: &'static [Shape],
    most: (usize, usize),
    meetings: Vec<Meeting>,
    /// Loss of every gain by the length of the text it is sought in, on either side.
    dilution: [Dilution; 2],
    prior: Vec<f32>,
    best: Vec<u8>,
    window: Option<Window<'a>>,
    clauses: Option<ClauseTable<'a>>,
    /// Weight of the words, less beside embeddings.
    lexical: f32,
}

impl<'a> Filler<'a> {
    fn new(e: Evidence<'a>, shapes: &'static [Shape], band: &Band) -> Self {
        let most =
            shapes.iter().fold((0, 0), |most, shape| (most.0.max(shape.0), most.1.max(shape.1)));
        let dilution = [Dilution::new(e.source, e.weights), Dilution::new(e.target, e.weights)];
        let prior = shapes.iter().map(|shape| prior(*shape, e.weights)).collect();
        let meetings = (0..most.0).map(|_| Meeting::default()).collect();
        let window = e.vectors.map(|(sides, model)| Window::new(sides, model, most));
        let clauses = e
            .clauses
            .map(|(sides, model)| ClauseTable::new(sides, model, (e.origin, e.size), (most, band)));
        let beside = if window.is_some() { e.weights.lexical_beside } else { 1.0 };
        let lexical = 0.5 * e.weights.lexical * beside / GAIN_UNIT;
        let best = Vec::new();
        Self { e, shapes, most, meetings, dilution, prior, best, window, clauses, lexical }
    }

    fn fill(mut self, out: &mut Lattice) {
        let mut back = vec![Vec::new(); self.most.0];
        for i in 1..=self.e.size.0 {
            self.meet(i, &out.band);
            let from = out.band.low[i.saturating_sub(self.most.0)] as usize;
            let to = out.band.high[i] as usize;
            self.sum_back(i, from..to, &mut back);
            if let Some(window) = &mut self.window {
                let (origin, first) = (self.e.origin.0, self.e.origin.1);
                let row = out.band.row(i);
                window.set(origin + i, origin, first + row.start..first + row.end, first);
            }
            if let Some(clauses) = &mut self.clauses {
                clauses.set(i, from..to);
            }
            for j in out.band.row(i) {
                let cell = out.cell(i, j) * self.shapes.len();
                for (k, (a, b)) in self.shapes.iter().copied().enumerate() {
                    if a > i || b > j || !out.band.holds(i - a, j - b) {
                        continue;
                    }
                    if self.is_barred((i, j), (a, b)) {
                        continue;
                    }
                    let words = self.words((i, j), (a, b), from, &back);
                    let score = words + self.shape((i, j), (a, b), self.prior[k]);
                    out.scores[cell + k] = (score * NAT).clamp(-32_000.0, 32_000.0) as i16;
                }
            }
        }
    }

    /// Looks up what source sentence `i - 1` has in common with all target sentences that it can meet.
    fn meet(&mut self, i: usize, band: &Band) {
        let s = i - 1;
        let from = band.low[i.saturating_sub(self.most.0)] as usize;
        let to = band.high[(s + self.most.0).min(self.e.size.0)] as usize;
        let slot = s % self.most.0;
        let meeting = &mut self.meetings[slot];
        let (source, target) = (self.e.source, self.e.target);
        let own = source.span(self.e.origin.0 + s..self.e.origin.0 + i);
        (meeting.from, meeting.to, meeting.own) = (from, to, own.len());
        let first = self.e.origin.1 + from;
        let tokens = target.span(first..self.e.origin.1 + to);
        meeting.forth.clear();
        meeting.forth.resize((to - from) * own.len(), 0);
        meeting.back.clear();
        meeting.back.resize(tokens.len(), 0);
        for (p, token) in own.clone().enumerate() {
            for entry in self.e.lexicon.of(source.tokens[token]) {
                let places = target.places(entry.target);
                let start = places.partition_point(|place| (place.sentence as usize) < first);
                let met = places[start..]
                    .iter()
                    .take_while(|place| (place.sentence as usize) < self.e.origin.1 + to);
                for place in met {
                    let forth =
                        &mut meeting.forth[(place.sentence as usize - first) * own.len() + p];
                    *forth = (*forth).max(entry.gain);
                    let back = &mut meeting.back[place.token as usize - tokens.start];
                    *back = (*back).max(entry.gain);
                }
            }
        }
        self.sum_forth(slot, own);
    }

    fn sum_forth(&mut self, slot: usize, own: std::ops::Range<usize>) {
        let most = self.most.1;
        let meeting = &mut self.meetings[slot];
        let missed = &self.e.lexicon.missed[0];
        let tokens = &self.e.source.tokens[own];
        meeting.sums.clear();
        meeting.sums.resize((meeting.to - meeting.from + 1) * most, 0);
        for j in 1..=meeting.to - meeting.from {
            self.best.clear();
            self.best.resize(meeting.own, 0);
            for b in 1..=most.min(j) {
                let row = &meeting.forth[(j - b) * meeting.own..(j - b + 1) * meeting.own];
                let end = self.e.origin.1 + meeting.from + j;
                let dilution = self.dilution[1].of(self.e.target.length(end - b..end));
                let mut sum = 0;
                for ((best, gain), token) in self.best.iter_mut().zip(row).zip(tokens) {
                    *best = (*best).max(*gain);
                    sum += value(*best, missed[*token as usize], dilution);
                }
                meeting.sums[j * most + b - 1] = sum;
            }
        }
    }

    /// For 1 … MOST source sentences that end before row `i`: running sums over the target sentences `range` of
    /// what their tokens meet.
    fn sum_back(&mut self, i: usize, range: std::ops::Range<usize>, out: &mut [Vec<i32>]) {
        let target = self.e.target;
        let missed = &self.e.lexicon.missed[1];
        for sums in out.iter_mut() {
            sums.clear();
            sums.push(0);
        }
        let end = self.e.origin.0 + i;
        let dilutions: [i32; MOST + 1] = std::array::from_fn(|a| {
            self.dilution[0].of(self.e.source.length(end.saturating_sub(a.min(i))..end))
        });
        for t in range {
            let at = self.e.origin.1 + t;
            let tokens = target.span(at..at + 1);
            self.best.clear();
            self.best.resize(tokens.len(), 0);
            for a in 1..=self.most.0.min(i) {
                let meeting = &self.meetings[(i - a) % self.most.0];
                let first = target.starts[self.e.origin.1 + meeting.from] as usize;
                let row = &meeting.back[tokens.start - first..tokens.end - first];
                let dilution = dilutions[a];
                let mut sum = 0;
                for ((best, gain), token) in
                    self.best.iter_mut().zip(row).zip(&target.tokens[tokens.clone()])
                {
                    *best = (*best).max(*gain);
                    sum += value(*best, missed[*token as usize], dilution);
                }
                let before = out[a - 1].last().copied().unwrap_or(0);
                out[a - 1].push(before + sum);
            }
        }
    }

    fn words(&self, (i, j): (usize, usize), (a, b): Shape, from: usize, back: &[Vec<i32>]) -> f32 {
        let forth: i32 = (i - a..i)
            .map(|s| {
                let meeting = &self.meetings[s % self.most.0];
                meeting.sums[(j - meeting.from) * self.most.1 + b - 1]
            })
            .sum();
        let back = back[a - 1][j - from] - back[a - 1][j - b - from];
        (forth + back) as f32 * self.lexical
    }

    fn shape(&self, (i, j): (usize, usize), (a, b): Shape, prior: f32) -> f32 {
        let own = (i, j);
        let (i, j) = (self.e.origin.0 + i, self.e.origin.1 + j);
        let lengths = (self.e.source.length(i - a..i), self.e.target.length(j - b..j));
        let paragraphs =
            self.e.breaks.map_or(0.0, |(breaks, model)| model.score(breaks, (i, j), (a, b)));
        let vectors = self.window.as_ref().map_or(0.0, |window| window.score(j, (a, b)));
        let clauses = self.clauses.as_ref().map_or(0.0, |table| table.score(own, (a, b)));
        let texts = [&self.e.source.edges[..], &self.e.target.edges[..]];
        let edges = self.e.edges.score(texts, (i - a..i, j - b..j));
        prior + self.e.length.score(lengths, (a, b)) + edges + paragraphs + vectors + clauses
    }

    /// Does the bead hold a sentence that may face nothing?
    fn is_barred(&self, (i, j): (usize, usize), (a, b): Shape) -> bool {
        let (i, j) = (self.e.origin.0 + i, self.e.origin.1 + j);
        let holds = |side: usize, range: std::ops::Range<usize>| {
            let alone = &self.e.alone[side];
            !alone.is_empty() && alone.range(range).next().is_some()
        };
        holds(0, i - a..i) || holds(1, j - b..j)
    }
}

fn value(best: u8, missed: u8, dilution: i32) -> i32 {
    if best == 0 { -i32::from(missed) } else { (i32::from(best) - dilution).max(0) }
}

/// What the shape of a bead is worth by itself, in nats.
pub(super) fn prior(shape: Shape, w: &Weights) -> f32 {
    -match shape {
        (1, 1) => 0.0,
        (1, 2) | (2, 1) => w.p12,
        (1, 3) | (3, 1) => w.p13,
        (1, 4) | (4, 1) => w.p14,
        (2, 2) => w.p22,
        (2, 3) | (3, 2) => w.p23,
        (3, 3) => w.p33,
        (1, 5) | (5, 1) => w.p15,
        (2, 4) | (4, 2) => w.p24,
        (2, 5) | (5, 2) | (3, 4) | (4, 3) => w.p25,
        (1, 6) | (6, 1) => w.p16,
        _ => w.p17,
    }
}
