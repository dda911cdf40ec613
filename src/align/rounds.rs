//! The rounds: align roughly, learn from what came out well, align again in a narrower band.

use crate::bitext::Bead;

use super::anchor::first_band;
use super::band::Band;
use super::lattice::{COARSE, Evidence, FINE, Lattice, NAT, Shape};
use super::length::LengthModel;
use super::lexicon::{self, Lexicon, Sure, WHOLE};
use super::path::{self, NullCost, Step};
use super::posterior::Posterior;
use super::seed::{self, Seed};
use super::stretch::{self, Stretch};
use super::token::Text;
use super::verdict::{self, Reorder};
use super::weights::Weights;
use super::{Alignment, Hints, Input, Pair};

/// Rounds of learning before the last one.
const ROUNDS: usize = 4;
/// Texts with more sentences than this on both sides together are aligned once only.
const SHORT: usize = 2000;
/// Target positions on either side of a path that is sure, and how many more where it is not sure at all.
const SURE: usize = 8;
const UNSURE: usize = 40;
/// Rows on either side that tell how sure a path is, and that lend their part of the path to the band.
const REACH: usize = 6;

/// Both texts, and what was learnt so far.
pub(super) struct Aligner<'a> {
    source: Text,
    target: Text,
    seeds: Vec<Seed>,
    stretches: Vec<Stretch>,
    breaks: Option<[Vec<bool>; 2]>,
    weights: &'a Weights,
    nulls: NullCost,
}

/// What one round leaves for the next.
struct Round {
    lexicon: Lexicon,
    length: LengthModel,
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
        hints: &Hints<'_>,
        weights: &'a Weights,
    ) -> Self {
        let breaks = breaks(source).zip(breaks(target)).map(|(source, target)| [source, target]);
        let (source, target) = (
            Text::new(source.sentences, weights.trunc),
            Text::new(target.sentences, weights.trunc),
        );
        let seeds = seed::seeds(&source, &target, hints.pairs, weights);
        let stretches = stretch::stretches(source.len(), target.len(), hints.pins);
        Self { source, target, seeds, stretches, breaks, weights, nulls: NullCost::new(weights) }
    }

    /// Aligns, and judges; `control` is what the same texts are worth with the target in another order.
    pub(super) fn run(self, control: impl Fn(Reorder) -> f32) -> Alignment {
        let (found, worth) = self.best();
        let parallel = verdict::is_parallel(&found, worth, control, self.weights);
        Alignment { beads: beads(&found, parallel), parallel }
    }

    /// What the best alignment is worth.
    pub(super) fn worth(&self) -> f32 {
        self.best().1
    }

    /// The best alignment. Short texts that tell little may set out wrongly and then learn from themselves, so in
    /// doubt they are aligned once more, learning from unsure beads too, and the greater worth wins.
    fn best(&self) -> (Vec<Found>, f32) {
        let found = self.found(self.weights.trust);
        let worth = self.honest_worth(&found);
        if worth >= self.weights.parallel_sure || self.source.len() + self.target.len() > SHORT {
            return (found, worth);
        }
        let other = self.found(self.weights.trust_eager);
        let other_worth = self.honest_worth(&other);
        if other_worth > worth { (other, other_worth) } else { (found, worth) }
    }

    fn found(&self, trust: f32) -> Vec<Found> {
        let mut good: Vec<Sure> = Vec::new();
        let mut bands: Vec<Option<Band>> = vec![None; self.stretches.len()];
        for _ in 0..ROUNDS {
            let round = self.round(&good);
            good.clear();
            for (stretch, band) in self.stretches.iter().zip(&mut bands) {
                self.rough(&round, stretch, (band, trust), &mut good);
            }
        }
        let round = self.round(&good);
        let mut found = Vec::new();
        for (stretch, band) in self.stretches.iter().zip(bands) {
            self.last(&round, stretch, band, &mut found);
        }
        found
    }

    /// Worth of an alignment when each bead is judged by what the other half of the beads teaches.
    ///
    /// A lexicon learnt from wrong beads praises these very beads, but not others.
    fn honest_worth(&self, found: &[Found]) -> f32 {
        let full: Vec<&Found> = found.iter().filter(|one| one.is_full()).collect();
        let sentences: usize = found.iter().map(|one| one.pair.0.len() + one.pair.1.len()).sum();
        let mut total = 0.0;
        for half in 0..2 {
            let taught = full.iter().skip(1 - half).step_by(2);
            let taught: Vec<Sure> =
                taught.map(|one| Sure { pair: one.pair.clone(), share: WHOLE }).collect();
            let round = self.round(&taught);
            total += full
                .iter()
                .skip(half)
                .step_by(2)
                .map(|one| self.judge(&round, &one.pair))
                .sum::<f32>();
        }
        total / sentences.max(1) as f32
    }

    fn judge(&self, round: &Round, pair: &Pair) -> f32 {
        let size = (pair.0.len(), pair.1.len());
        let Some(shape) = FINE.iter().position(|shape| *shape == size) else { return 0.0 };
        let stretch = Stretch { source: pair.0.clone(), target: pair.1.clone(), pinned: false };
        let lattice = Lattice::new(
            self.evidence(round, &stretch),
            Band::full(size.0, size.1),
            &FINE[shape..=shape],
        );
        f32::from(lattice.at(size.0, size.1)[0]) / NAT
    }

    fn round(&self, good: &[Sure]) -> Round {
        let lexicon = lexicon::learn(&self.source, &self.target, &self.seeds, good, self.weights);
        Round {
            lexicon,
            length: LengthModel::new(
                &self.source,
                &self.target,
                &good
                    .iter()
                    .filter(|b| b.share > WHOLE / 2)
                    .map(|b| b.pair.clone())
                    .collect::<Vec<_>>(),
                self.weights,
            ),
        }
    }

    /// Aligns a stretch, adds its good beads, and leaves the band for the next round.
    fn rough(
        &self,
        round: &Round,
        stretch: &Stretch,
        (band, trust): (&mut Option<Band>, f32),
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
        let steps = path::best(&lattice, self.nulls);
        let posterior = Posterior::new(&lattice, self.nulls, self.weights.heat);
        let is_good =
            |step: &&Step| is_full(step) && posterior.of(step.end, step.shape) >= self.weights.good;
        let chosen: Vec<Step> = steps.iter().filter(is_good).copied().collect();
        good.extend(steps.iter().filter(|step| is_full(step)).filter_map(|step| {
            let sure = posterior.of(step.end, step.shape);
            let share = (libm::powf(sure, trust) * WHOLE as f32) as u32;
            (share > 3).then(|| Sure { pair: step.pair(evidence.origin), share })
        }));
        *band = Some(next_band(&steps, &chosen, evidence.size));
    }

    fn last(&self, round: &Round, stretch: &Stretch, band: Option<Band>, found: &mut Vec<Found>) {
        if stretch.pinned {
            let pair = (stretch.source.clone(), stretch.target.clone());
            found.push(Found { pair, sure: 1.0, pinned: true });
            return;
        }
        let evidence = self.evidence(round, stretch);
        let lattice = lattice(evidence, band, FINE);
        let posterior = Posterior::new(&lattice, self.nulls, self.weights.heat);
        let steps = path::best(&lattice, self.nulls);
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
            breaks: self.breaks.as_ref(),
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

/// A band round a path, wider where few beads near by are good.
fn next_band(steps: &[Step], good: &[Step], (n, m): (usize, usize)) -> Band {
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
        SURE + UNSURE * (to - from - share) / (to - from).max(1)
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

/// The beads as they are handed out; of texts that are not parallel only the pinned ones are left.
fn beads(found: &[Found], parallel: bool) -> Vec<Bead> {
    let mut out = Vec::with_capacity(found.len());
    for one in found {
        let (source, target) = one.pair.clone();
        let full = !source.is_empty() && !target.is_empty();
        if full && (parallel || one.pinned) {
            out.push(Bead { source, target, confidence: hundredths(one.sure) });
            continue;
        }
        let sure = if parallel { one.sure } else { 1.0 };
        out.extend(source.clone().map(|s| Bead {
            source: s..s + 1,
            target: target.start..target.start,
            confidence: hundredths(sure),
        }));
        out.extend(target.map(|t| Bead {
            source: source.end..source.end,
            target: t..t + 1,
            confidence: hundredths(sure),
        }));
    }
    out
}

fn hundredths(sure: f32) -> u8 {
    (sure * 100.0 + 0.5).clamp(0.0, 100.0) as u8
}
