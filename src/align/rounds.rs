//! The rounds: align roughly, learn from what came out well, align again in a narrower band.

use std::collections::BTreeSet;

use super::anchor::first_band;
use super::band::Band;
use super::beads::{self, Ends};
use super::clauses::ClauseModel;
use super::edge::EdgeModel;
use super::lattice::{COARSE, Evidence, FINE, Lattice, NAT, NEVER, Shape, prior};
use super::length::LengthModel;
use super::lexicon::{self, Lexicon, Sure, WHOLE};
use super::moved;
use super::paragraph::{Breaks, ParagraphModel};
use super::path::{self, NullCost, Step};
use super::posterior::Posterior;
use super::seed::{self, Seed};
use super::stretch::{self, Stretch};
use super::token::Text;
use super::vectors::{VectorModel, Vectors};
use super::verdict::{self, Trial};
use super::weights::Weights;
use super::{Alignment, Hints, Input, Pair, Watch};

/// Rounds of learning before the last one.
const ROUNDS: usize = 4;
/// Texts with more sentences than this on both sides together are aligned once only.
const SHORT: usize = 2000;
/// One text has far more sentences than the other where they are as this, or more.
const LOPSIDED: (usize, usize) = (3, 2);
/// Target positions on either side of a path that is sure, and how many more where it is not sure at all.
const SURE: usize = 8;
const UNSURE: usize = 40;
/// Cells of a band from which on unsure rows get less.
const CELLS: usize = 3_000_000;
/// Up to so many beads the others that a bead is judged by are all but one in so many; else half of them.
const FEW: usize = 200;
const FOLDS: usize = 8;
/// How often the last path and what null beads cost are set by each other; other numbers were not tried.
const SETTLE: usize = 2;
/// Rows on either side that tell how sure a path is, and that lend their part of the path to the band.
const REACH: usize = 6;

/// Both texts, and what was learnt so far.
pub(super) struct Aligner<'a> {
    source: Text,
    target: Text,
    seeds: Vec<Seed>,
    stretches: Vec<Stretch>,
    /// Where paragraphs begin, if that is known of both sides.
    breaks: Option<Breaks>,
    ends: Ends,
    vectors: Option<[&'a Vectors; 2]>,
    alone: [BTreeSet<usize>; 2],
    weights: &'a Weights,
    watch: Option<Watch<'a>>,
}

/// What is taken for granted before anything is known.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// How far unsure beads are learnt from: a bead counts by its chance to this power.
    trust: f32,
    nulls: NullCost,
    /// Is one text taken to be a translation of a part of the other only?
    part: bool,
}

/// Has one text far more sentences than the other?
pub(super) fn is_lopsided(n: usize, m: usize) -> bool {
    n * LOPSIDED.1 > m * LOPSIDED.0 || m * LOPSIDED.1 > n * LOPSIDED.0
}

/// What one round leaves for the next.
struct Round {
    lexicon: Lexicon,
    length: LengthModel,
    edges: EdgeModel,
    paragraphs: Option<ParagraphModel>,
    vectors: Option<VectorModel>,
    clauses: Option<ClauseModel>,
}

/// What an alignment is worth when each bead is judged by what the others teach.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worth {
    /// Nats a sentence, of words, lengths and shapes together.
    pub(super) total: f32,
    /// Nats of all beads together without lengths and shapes, each bead counted by its chance.
    pub(super) evidence: f32,
    /// Mean chance of the beads.
    pub(super) sure: f32,
    /// Beads with two sides.
    pub(super) beads: usize,
}

/// A bead and how sure it is, from 0 to 1.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) pair: Pair,
    pub(super) sure: f32,
    pub(super) pinned: bool,
}

impl Found {
    pub(super) fn is_full(&self) -> bool {
        !self.pair.0.is_empty() && !self.pair.1.is_empty()
    }
}

impl<'a> Aligner<'a> {
    pub(super) fn new(
        source: &Input<'_>,
        target: &Input<'_>,
        hints: &Hints<'a>,
        weights: &'a Weights,
    ) -> Self {
        let breaks = [breaks(source), breaks(target)];
        let (source, target) = (
            Text::new(source.sentences, weights.trunc),
            Text::new(target.sentences, weights.trunc),
        );
        let seeds = seed::seeds(&source, &target, hints.pairs, weights);
        let stretches = stretch::stretches(source.len(), target.len(), hints.pins);
        let fits = |own: &Vectors, text: &Text| own.len() == text.len();
        let vectors = hints
            .vectors
            .filter(|[own, other]| fits(own, &source) && fits(other, &target))
            .filter(|[own, other]| own.width() == other.width());
        let ends = Ends::new(&stretches, &breaks, hints.alone);
        let breaks = breaks.into_iter().collect::<Option<Vec<_>>>();
        let breaks = breaks.and_then(|both| <[_; 2]>::try_from(both).ok());
        let alone = hints.alone.map(|rows| rows.iter().flat_map(Clone::clone).collect());
        let watch = None;
        Self { source, target, seeds, stretches, breaks, ends, vectors, alone, weights, watch }
    }

    /// The same, with somebody who is told how far it is.
    pub(super) fn watched(mut self, watch: Watch<'a>) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Tells that so many rounds of the first alignment are done; the judgement counts as one more.
    fn tell(&self, rounds: usize) {
        if let Some(watch) = self.watch {
            watch(rounds as f32 / (ROUNDS + 2) as f32);
        }
    }

    /// Aligns, and judges; `trial` is what stretches are worth with the target in another order.
    pub(super) fn run(self, trial: Trial<'_>) -> Alignment {
        let (found, worth) = self.best();
        let settled = found.iter().filter(|one| one.is_full()).all(|one| one.pinned);
        let settled = settled && found.iter().any(Found::is_full);
        // Who pins every row needs no judgement.
        let parallel = settled || verdict::is_parallel(&found, worth, trial, self.weights);
        let moved = if parallel { self.moved(&found) } else { Vec::new() };
        let beads = beads::of(&found, parallel, &self.ends);
        Alignment { beads, parallel, moved }
    }

    /// What the best alignment is worth.
    pub(super) fn worth(&self) -> Worth {
        self.best().1
    }

    /// The best alignment. Short texts that tell little may set out wrongly and then learn from themselves, so in
    /// doubt they are aligned again from other starts, and the greatest worth wins: learning from unsure beads too, and
    /// taking one text for a translation of a part of the other. Long texts get the latter where their sizes speak for it.
    fn best(&self) -> (Vec<Found>, Worth) {
        let w = self.weights;
        let whole = Start { trust: w.trust, nulls: NullCost::whole(w), part: false };
        let part = Start { nulls: NullCost::part(w), part: true, ..whole };
        let mut best = self.from(whole);
        let is_lopsided = is_lopsided(self.source.len(), self.target.len());
        if best.1.total >= w.parallel_sure && !is_lopsided {
            return best;
        }
        let is_short = self.source.len() + self.target.len() <= SHORT;
        if is_short {
            let other = self.from(Start { trust: w.trust_eager, ..whole });
            if other.1.total > best.1.total {
                best = other;
            }
        }
        // An alignment that is sparing of beads has only good ones: where the sizes do not speak for it, it must be worth
        // more than a little.
        let lead = if is_lopsided { 1.0 } else { w.part_lead };
        let mut trusts = Vec::new();
        trusts.extend((is_short || is_lopsided).then_some(w.trust));
        trusts.extend((is_short && is_lopsided).then_some(w.trust_eager));
        for trust in trusts {
            let other = self.from(Start { trust, ..part });
            if other.1.total > best.1.total.max(0.0) * lead {
                best = other;
            }
        }
        best
    }

    fn from(&self, start: Start) -> (Vec<Found>, Worth) {
        let found = self.found(start);
        let worth = self.honest_worth(&found);
        (found, worth)
    }

    fn found(&self, start: Start) -> Vec<Found> {
        let mut good: Vec<Sure> = Vec::new();
        let mut bands: Vec<Option<Band>> = vec![None; self.stretches.len()];
        for number in 0..ROUNDS {
            self.tell(number);
            let round = self.round(&good, start.part);
            good.clear();
            for (stretch, band) in self.stretches.iter().zip(&mut bands) {
                self.rough(&round, stretch, (band, start), &mut good);
            }
        }
        self.tell(ROUNDS);
        let round = self.round(&good, start.part);
        let mut found = Vec::new();
        for (stretch, band) in self.stretches.iter().zip(bands) {
            self.last(&round, stretch, (band, start), &mut found);
        }
        self.tell(ROUNDS + 1);
        found
    }

    /// Worth of an alignment when each bead is judged by what the other half of the beads teaches.
    ///
    /// A lexicon learnt from wrong beads praises these very beads, but not others.
    fn honest_worth(&self, found: &[Found]) -> Worth {
        let full: Vec<&Found> = found.iter().filter(|one| one.is_full()).collect();
        let sentences: usize = found.iter().map(|one| one.pair.0.len() + one.pair.1.len()).sum();
        let folds = if full.len() <= FEW { FOLDS } else { 2 };
        let mut each = vec![(0.0, 0.0); full.len()];
        for fold in 0..folds {
            let taught = full.iter().enumerate().filter(|(at, _)| at % folds != fold);
            let taught: Vec<Sure> =
                taught.map(|(_, one)| Sure { pair: one.pair.clone(), share: WHOLE }).collect();
            let round = self.judging(&taught);
            for (one, worth) in full.iter().zip(&mut each).skip(fold).step_by(folds) {
                let (total, words) = self.judge(&round, &one.pair);
                *worth = (total, one.sure * words);
            }
        }
        let count = full.len().max(1) as f32;
        Worth {
            total: each.iter().map(|one| one.0).sum::<f32>() / sentences.max(1) as f32,
            evidence: each.iter().map(|one| one.1).sum(),
            sure: full.iter().map(|one| one.sure).sum::<f32>() / count,
            beads: full.len(),
        }
    }

    /// What a bead is worth but for how its sentences begin and end, and without its shape and its lengths too.
    fn judge(&self, round: &Round, pair: &Pair) -> (f32, f32) {
        let size = (pair.0.len(), pair.1.len());
        let Some(shape) = FINE.iter().position(|shape| *shape == size) else { return (0.0, 0.0) };
        let stretch = Stretch { source: pair.0.clone(), target: pair.1.clone(), pinned: false };
        let lattice = Lattice::new(
            self.evidence(round, &stretch),
            Band::full(size.0, size.1),
            &FINE[shape..=shape],
        );
        let score = lattice.at(size.0, size.1)[0];
        if score == NEVER {
            return (0.0, 0.0);
        }
        // Unrelated texts end their sentences alike too, so beginnings and ends do not count here.
        let texts = [&self.source.edges[..], &self.target.edges[..]];
        let total = f32::from(score) / NAT - round.edges.score(texts, pair.clone());
        let lengths = (self.source.length(pair.0.clone()), self.target.length(pair.1.clone()));
        (total, total - prior(size, self.weights) - round.length.score(lengths, size))
    }

    /// Passages that stand elsewhere in the target: sentences without counterpart that are translations all the same.
    fn moved(&self, found: &[Found]) -> Vec<Pair> {
        let pairs: Vec<Pair> = found.iter().map(|one| one.pair.clone()).collect();
        let candidates = moved::candidates(&pairs);
        if candidates.is_empty() {
            return Vec::new();
        }
        let full = found.iter().filter(|one| one.is_full());
        let taught: Vec<Sure> =
            full.map(|one| Sure { pair: one.pair.clone(), share: WHOLE }).collect();
        let round = self.judging(&taught);
        // The more pairs are looked at, the likelier is one that looks well by chance.
        let least = 2.0 * self.weights.moved + libm::logf(candidates.len() as f32);
        let mut cells = 0;
        let mut good = Vec::new();
        for (source, target) in candidates {
            let (source, target) = (source.sentences, target.sentences);
            cells += source.len() * target.len();
            if cells > moved::CELLS {
                break;
            }
            good.extend(self.elsewhere(&round, (source, target), least));
        }
        moved::choose(good)
    }

    /// The parts of two runs that are translations of each other, with their worth.
    fn elsewhere(&self, round: &Round, run: Pair, least: f32) -> Option<(f32, Pair)> {
        let stretch = Stretch { source: run.0, target: run.1, pinned: false };
        let evidence = self.evidence(round, &stretch);
        let lattice = lattice(evidence, None, COARSE);
        let steps = path::best(&lattice, NullCost::whole(self.weights));
        let full: Vec<&Step> = steps.iter().filter(|step| is_full(step)).collect();
        let worth: f32 = full.iter().map(|step| lattice.worth(step.end, step.shape)).sum();
        let begin = full.first()?.pair(evidence.origin);
        let end = full.last()?.pair(evidence.origin);
        let pair = (begin.0.start..end.0.end, begin.1.start..end.1.end);
        let sentences = (pair.0.len() + pair.1.len()) as f32;
        (worth >= least && worth >= self.weights.moved * sentences).then_some((worth, pair))
    }

    /// What beads are judged by one by one: clauses tell of a bead only beside others, so that the sentences' embeddings
    /// count as much as they do without them.
    fn judging(&self, good: &[Sure]) -> Round {
        self.learnt(good, false, None)
    }

    fn round(&self, good: &[Sure], part: bool) -> Round {
        self.learnt(good, part, self.vectors)
    }

    /// What good beads teach; with the clauses of these vectors.
    fn learnt(&self, good: &[Sure], part: bool, split: Option<[&Vectors; 2]>) -> Round {
        let likely = good.iter().filter(|bead| bead.share > WHOLE / 2);
        let likely: Vec<Pair> = likely.map(|bead| bead.pair.clone()).collect();
        let (source, target, w) = (&self.source, &self.target, self.weights);
        let breaks = self.breaks.as_ref();
        let clauses = split.and_then(|sides| ClauseModel::new(sides, &likely, w));
        Round {
            lexicon: lexicon::learn(source, target, &self.seeds, good, w),
            length: LengthModel::new((source, target), &likely, part, w),
            edges: EdgeModel::new([&source.edges, &target.edges], &likely, w),
            paragraphs: breaks.map(|breaks| ParagraphModel::new(breaks, &likely, w)),
            vectors: self
                .vectors
                .map(|sides| VectorModel::new(sides, &likely, clauses.is_some(), w)),
            clauses,
        }
    }

    /// Aligns a stretch, adds its good beads, and leaves the band for the next round.
    fn rough(
        &self,
        round: &Round,
        stretch: &Stretch,
        (band, start): (&mut Option<Band>, Start),
        good: &mut Vec<Sure>,
    ) {
        if stretch.pinned {
            good.push(Sure {
                pair: (stretch.source.clone(), stretch.target.clone()),
                share: WHOLE,
            });
            return;
        }
        let evidence = self.evidence(round, stretch);
        let lattice = lattice(evidence, band.take(), COARSE);
        let steps = path::best(&lattice, start.nulls);
        let posterior = Posterior::new(&lattice, start.nulls, self.weights.heat);
        let is_good =
            |step: &&Step| is_full(step) && posterior.of(step.end, step.shape) >= self.weights.good;
        let chosen: Vec<Step> = steps.iter().filter(is_good).copied().collect();
        good.extend(steps.iter().filter(|step| is_full(step)).filter_map(|step| {
            let sure = posterior.of(step.end, step.shape);
            let share = (libm::powf(sure, start.trust) * WHOLE as f32) as u32;
            (share > 3).then(|| Sure { pair: step.pair(evidence.origin), share })
        }));
        *band = Some(next_band(&steps, &chosen, evidence.size));
    }

    fn last(
        &self,
        round: &Round,
        stretch: &Stretch,
        (band, start): (Option<Band>, Start),
        found: &mut Vec<Found>,
    ) {
        if stretch.pinned {
            let pair = (stretch.source.clone(), stretch.target.clone());
            found.push(Found { pair, sure: 1.0, pinned: true });
            return;
        }
        let evidence = self.evidence(round, stretch);
        let lattice = lattice(evidence, band, FINE);
        let mut nulls = start.nulls;
        let mut steps = path::best(&lattice, nulls);
        for _ in 0..if start.part { 0 } else { SETTLE } {
            nulls = NullCost::learnt(&steps, self.vectors.is_some(), self.weights);
            steps = path::best(&lattice, nulls);
        }
        let posterior = Posterior::new(&lattice, nulls, self.weights.heat);
        found.extend(steps.iter().map(|step| Found {
            pair: step.pair(evidence.origin),
            sure: posterior.of(step.end, step.shape),
            pinned: false,
        }));
    }

    fn evidence<'e>(&'e self, round: &'e Round, stretch: &Stretch) -> Evidence<'e> {
        Evidence {
            source: &self.source,
            target: &self.target,
            lexicon: &round.lexicon,
            length: &round.length,
            edges: &round.edges,
            breaks: self.breaks.as_ref().zip(round.paragraphs.as_ref()),
            vectors: self.vectors.zip(round.vectors.as_ref()),
            clauses: self.vectors.zip(round.clauses.as_ref()),
            alone: &self.alone,
            weights: self.weights,
            origin: (stretch.source.start, stretch.target.start),
            size: (stretch.source.len(), stretch.target.len()),
        }
    }
}

fn lattice(evidence: Evidence<'_>, band: Option<Band>, shapes: &'static [Shape]) -> Lattice {
    Lattice::new(evidence, band.unwrap_or_else(|| first_band(evidence)), shapes)
}

fn is_full(step: &Step) -> bool {
    step.shape.0 > 0 && step.shape.1 > 0
}

/// A band round a path, wider where few beads near by are good; in long texts that are unsure nearly everywhere (one line
/// again and again, say) only as wide as memory allows.
fn next_band(steps: &[Step], good: &[Step], size: (usize, usize)) -> Band {
    let band = band_within(steps, good, size, UNSURE);
    if band.cells() <= CELLS {
        return band;
    }
    let half = CELLS / (size.0 + 1) / 2;
    band_within(steps, good, size, half.saturating_sub(SURE).min(UNSURE))
}

fn band_within(steps: &[Step], good: &[Step], (n, m): (usize, usize), unsure: usize) -> Band {
    let mut sure = vec![0u32; n + 1];
    for step in good {
        for row in step.end.0 - step.shape.0..step.end.0 {
            sure[row + 1] = 1;
        }
    }
    for row in 1..=n {
        sure[row] += sure[row - 1];
    }
    let half = |row: usize| {
        let (from, to) = (row.saturating_sub(REACH), (row + REACH).min(n));
        let share = (sure[to] - sure[from]) as usize;
        SURE + unsure * (to - from - share) / (to - from).max(1)
    };
    let points: Vec<(usize, usize)> =
        std::iter::once((0, 0)).chain(steps.iter().map(|step| step.end)).collect();
    Band::around(&points, (n, m), &half, REACH)
}

/// Where paragraphs begin, if that is known and tells anything.
fn breaks(input: &Input<'_>) -> Option<Vec<bool>> {
    let numbers = input.paragraphs;
    let known =
        numbers.len() == input.sentences.len() && numbers.windows(2).any(|pair| pair[0] != pair[1]);
    known.then(|| (0..numbers.len()).map(|at| at == 0 || numbers[at] != numbers[at - 1]).collect())
}
