//! Where the clauses of a sentence find their counterparts, where they were embedded.
//!
//! Sentences that were cut in other places than in the original (the last clause of one stands in the next) face each
//! other only together, which neither lengths nor the closeness of whole sentences show: each is close enough to its
//! neighbour's counterpart by itself. Clauses show it. A clause is taken to come from one sentence of the other text,
//! each the likelier the closer its closest clause is; what a bead is worth to the clause is the chance that it holds
//! that sentence, over the chance that as many sentences at random would. A clause that is close to everything, such as
//! "said Alice", or to nothing, has no preference and tells nothing; one with its counterpart outside speaks against the
//! bead. Both texts' clauses are asked, and the mean of the two directions counts, as it does with words.
//!
//! The rest is as in [`super::vectors`]: the usual closeness of a clause to the other text is taken off, and the
//! steepness is learnt from good beads.

use std::ops::Range;

use super::Pair;
use super::band::Band;
use super::vectors::{FEW, SAMPLE, Vectors, dot, mean_and_variance, mean_row};
use super::weights::Weights;

/// No pair of clauses is likelier or less likely than so many nats: sums must stay within `f32`.
const MOST: f32 = 20.0;

/// Nor does a bead gain or lose more by its clauses: scores are whole numbers of two bytes.
const BEAD: f32 = 60.0;

/// How close clauses that face each other are, and any two.
#[derive(Debug, Clone)]
pub(super) struct ClauseModel {
    sides: [Clauses; 2],
    /// Closeness from which a pair is likelier than chance, and nats for a closeness of 1 above it.
    middle: f32,
    slope: f32,
    weight: f32,
}

/// The clauses of one text, counted through.
#[derive(Debug, Clone)]
struct Clauses {
    /// The first clause of each sentence; one more than there are sentences.
    starts: Vec<u32>,
    /// Half the usual closeness of each clause to the other text.
    usual: Vec<f32>,
}

impl Clauses {
    fn new(own: &Vectors, centroid: &[f32]) -> Self {
        let (mut starts, mut usual) = (vec![0], Vec::new());
        for sentence in 0..own.len() {
            usual.extend(own.clauses(sentence).map(|row| 0.5 * dot(row, centroid)));
            starts.push(usual.len() as u32);
        }
        Self { starts, usual }
    }

    /// The clauses of a stretch of sentences.
    fn of(&self, sentences: Range<usize>) -> Range<usize> {
        self.starts[sentences.start] as usize..self.starts[sentences.end] as usize
    }
}

impl ClauseModel {
    /// Learns from good beads; nothing where no sentence was split.
    pub(super) fn new(sides: [&Vectors; 2], beads: &[Pair], w: &Weights) -> Option<Self> {
        if !sides.iter().any(|side| side.has_clauses()) {
            return None;
        }
        let centroids = sides.map(|side| {
            mean_row((0..side.len()).flat_map(|sentence| side.clauses(sentence)), side.width())
        });
        let clauses =
            [Clauses::new(sides[0], &centroids[1]), Clauses::new(sides[1], &centroids[0])];
        let mut out = Self { sides: clauses, middle: 0.0, slope: 0.0, weight: w.clause };
        let counts = sides.map(|side| side.len().max(1));
        let chance = (0..SAMPLE).filter_map(|k| {
            // Steps that share no divisor with most numbers go over all of both texts.
            let (own, other) = (k * 7919 % counts[0], (k * 104_729 + k / counts[0]) % counts[1]);
            out.margins(sides, own, other).map(|(_, _, margin)| margin).next()
        });
        let (usual, wide) = mean_and_variance(chance);
        let wide = wide.max(1e-6);
        let good = out.closest(sides, beads);
        let (mean, spread) = if good.len() >= 2 * FEW {
            mean_and_variance(good.into_iter())
        } else {
            (usual + 4.0 * wide.sqrt(), 2.0 * wide)
        };
        let mean = mean.max(usual + wide.sqrt());
        out.middle = 0.5 * (mean + usual);
        out.slope = (mean - usual) / (0.5 * (wide + spread));
        Some(out)
    }

    /// Closeness of every clause of a source sentence to every one of a target sentence, with their numbers.
    fn margins<'s>(
        &'s self,
        sides: [&'s Vectors; 2],
        source: usize,
        target: usize,
    ) -> impl Iterator<Item = (usize, usize, f32)> + 's {
        let first = self.sides.each_ref().map(|side| &side.starts);
        let (p, q) = (first[0][source] as usize, first[1][target] as usize);
        sides[0].clauses(source).zip(p..).flat_map(move |(own, p)| {
            let usual = self.sides[0].usual[p];
            sides[1]
                .clauses(target)
                .zip(q..)
                .map(move |(other, q)| (p, q, dot(own, other) - usual - self.sides[1].usual[q]))
        })
    }

    /// How close the clauses of good beads come to the other side, both ways.
    fn closest(&self, sides: [&Vectors; 2], beads: &[Pair]) -> Vec<f32> {
        let mut out = Vec::new();
        for (source, target) in beads.iter().filter(|bead| bead.0.len() == 1 && bead.1.len() == 1) {
            let mut best = Best::new(self, source.start, target.start);
            best.fill(self.margins(sides, source.start, target.start));
            out.extend(best.source.into_iter().chain(best.target));
        }
        out
    }

    /// How much likelier than chance a pair so close is.
    fn likely(&self, margin: f32) -> f32 {
        libm::expf((self.slope * (margin - self.middle)).clamp(-MOST, MOST))
    }

    /// What a bead is worth to a clause that finds so much in so many of its sentences, and so much on the average.
    fn worth(&self, found: f32, sentences: usize, average: f32) -> f32 {
        // The one added is a counterpart that is nowhere.
        self.weight * libm::logf((1.0 + found) / (1.0 + average * sentences as f32))
    }
}

/// How close each clause of two sentences comes to the other sentence.
struct Best {
    first: [usize; 2],
    source: Vec<f32>,
    target: Vec<f32>,
}

impl Best {
    fn new(model: &ClauseModel, source: usize, target: usize) -> Self {
        let (own, other) =
            (model.sides[0].of(source..source + 1), model.sides[1].of(target..target + 1));
        Self {
            first: [own.start, other.start],
            source: vec![f32::MIN; own.len()],
            target: vec![f32::MIN; other.len()],
        }
    }

    fn fill(&mut self, margins: impl Iterator<Item = (usize, usize, f32)>) {
        for (p, q, margin) in margins {
            let own = &mut self.source[p - self.first[0]];
            *own = own.max(margin);
            let other = &mut self.target[q - self.first[1]];
            *other = other.max(margin);
        }
    }
}

/// What clauses find in the sentences that one source sentence can meet.
#[derive(Debug)]
struct Row {
    /// The target sentences, by their place in the stretch.
    range: Range<usize>,
    /// For every target sentence, what each clause of the source sentence finds there.
    forth: Vec<f32>,
    /// For every clause of the target sentences, what it finds in the source sentence.
    back: Vec<f32>,
}

/// Sums of what clauses find, over the rows where they look.
#[derive(Debug, Clone, Copy, Default)]
struct Average {
    sum: f32,
    sentences: u32,
}

impl Average {
    fn add(&mut self, found: f32) {
        self.sum += found;
        self.sentences += 1;
    }

    fn get(self) -> f32 {
        self.sum / self.sentences.max(1) as f32
    }
}

/// What every bead of a band is worth to the clauses, row by row.
#[derive(Debug)]
pub(super) struct ClauseTable<'a> {
    model: &'a ClauseModel,
    most: (usize, usize),
    origin: (usize, usize),
    rows: Vec<Row>,
    /// What each clause of the stretch finds on the average.
    averages: [Vec<Average>; 2],
    /// For the last source sentences: sums over their clauses, by where the target sentences end and how many they are.
    forth: Vec<(usize, Vec<f32>)>,
    /// For 1 … source sentences that end at the row: running sums over the clauses of the target sentences from here on.
    back: Vec<Vec<f32>>,
    from: usize,
}

impl<'a> ClauseTable<'a> {
    /// Looks up every clause of a stretch in all sentences that it can meet within the band.
    pub(super) fn new(
        sides: [&'a Vectors; 2],
        model: &'a ClauseModel,
        (origin, size): ((usize, usize), (usize, usize)),
        (most, band): ((usize, usize), &Band),
    ) -> Self {
        let counts = [
            model.sides[0].of(origin.0..origin.0 + size.0).len(),
            model.sides[1].of(origin.1..origin.1 + size.1).len(),
        ];
        let mut out = Self {
            model,
            most,
            origin,
            rows: Vec::with_capacity(size.0),
            averages: counts.map(|count| vec![Average::default(); count]),
            forth: vec![(0, Vec::new()); most.0],
            back: vec![Vec::new(); most.0],
            from: 0,
        };
        for s in 0..size.0 {
            let from = band.low[(s + 1).saturating_sub(most.0)] as usize;
            let to = band.high[(s + most.0).min(size.0)] as usize;
            out.look(sides, s, from..to);
        }
        out
    }

    fn look(&mut self, sides: [&Vectors; 2], s: usize, range: Range<usize>) {
        let (i, first) = (self.origin.0 + s, [self.first(0), self.first(1)]);
        let mut row = Row { range: range.clone(), forth: Vec::new(), back: Vec::new() };
        for j in range.start + self.origin.1..range.end + self.origin.1 {
            let mut best = Best::new(self.model, i, j);
            best.fill(self.model.margins(sides, i, j));
            for (side, found) in [best.source, best.target].into_iter().enumerate() {
                let at = best.first[side] - first[side];
                let found = found.into_iter().map(|margin| self.model.likely(margin));
                let out = if side == 0 { &mut row.forth } else { &mut row.back };
                for (average, found) in self.averages[side][at..].iter_mut().zip(found) {
                    average.add(found);
                    out.push(found);
                }
            }
        }
        self.rows.push(row);
    }

    /// The number of the first clause of the stretch on a side.
    fn first(&self, side: usize) -> usize {
        let origin = [self.origin.0, self.origin.1][side];
        self.model.sides[side].starts[origin] as usize
    }

    /// Makes ready for beads that end before source sentence `i` and hold target sentences of `range`.
    pub(super) fn set(&mut self, i: usize, range: Range<usize>) {
        self.sum_forth(i - 1);
        self.sum_back(i, range);
    }

    fn sum_forth(&mut self, s: usize) {
        let (row, most) = (&self.rows[s], self.most.1);
        let at = self.origin.0 + s;
        let own = self.model.sides[0].of(at..at + 1);
        let averages = &self.averages[0][own.start - self.first(0)..own.end - self.first(0)];
        let mut sums = vec![0.0; (row.range.len() + 1) * most];
        let mut found = vec![0.0; own.len()];
        for j in 1..=row.range.len() {
            found.fill(0.0);
            for b in 1..=most.min(j) {
                let here = &row.forth[(j - b) * own.len()..(j - b + 1) * own.len()];
                found.iter_mut().zip(here).for_each(|(sum, x)| *sum += x);
                let worths = found.iter().zip(averages);
                sums[j * most + b - 1] =
                    worths.map(|(found, all)| self.model.worth(*found, b, all.get())).sum();
            }
        }
        let slot = s % self.most.0;
        self.forth[slot] = (row.range.start, sums);
    }

    fn sum_back(&mut self, i: usize, range: Range<usize>) {
        let first = self.first(1);
        self.from = range.start;
        for sums in &mut self.back {
            sums.clear();
            sums.push(0.0);
        }
        for t in range {
            let at = self.origin.1 + t;
            let clauses = self.model.sides[1].of(at..at + 1);
            let averages = &self.averages[1][clauses.start - first..clauses.end - first];
            let mut found = vec![0.0; clauses.len()];
            for a in 1..=self.most.0.min(i) {
                let row = &self.rows[i - a];
                let begin = self.origin.1 + row.range.start;
                let begin = self.model.sides[1].of(begin..begin).start;
                let here = &row.back[clauses.start - begin..clauses.end - begin];
                found.iter_mut().zip(here).for_each(|(sum, x)| *sum += x);
                let worths = found.iter().zip(averages);
                let sum: f32 =
                    worths.map(|(found, all)| self.model.worth(*found, a, all.get())).sum();
                let before = self.back[a - 1].last().copied().unwrap_or(0.0);
                self.back[a - 1].push(before + sum);
            }
        }
    }

    /// Score in nats of the bead that ends before source sentence `i` and target sentence `j` of the stretch and holds `a`
    /// and `b` of them.
    pub(super) fn score(&self, (i, j): (usize, usize), (a, b): (usize, usize)) -> f32 {
        let forth = (i - a..i).map(|s| {
            let (from, sums) = &self.forth[s % self.most.0];
            sums[(j - from) * self.most.1 + b - 1]
        });
        let back = &self.back[a - 1];
        let sum = forth.sum::<f32>() + back[j - self.from] - back[j - b - self.from];
        (0.5 * sum).clamp(-BEAD, BEAD)
    }
}
