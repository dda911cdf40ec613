//! Which words of the two texts translate each other, learnt from the texts themselves.
//!
//! Association is pointwise mutual information over beads that are thought good, damped by Dice's coefficient,
//! and kept only where it is among the best of both words (Melamed's competitive linking).
//! A seed is a prior: its belief counts as that many co-occurrences, so that enough evidence overrules it.

use std::ops::Range;

use super::Pair;
use super::seed::Seed;
use super::token::Text;
use super::weights::Weights;

/// Gains are kept in sixteenths of a nat.
pub(super) const GAIN_UNIT: f32 = 16.0;

/// A translation of a source type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) target: u32,
    /// How much meeting the pair speaks for the bead, in sixteenths of a nat.
    pub(super) gain: u8,
}

/// Translations of every source type, and what it costs not to meet one.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) entries: Vec<Entry>,
    starts: Vec<u32>,
    /// How much an unmatched source or target type speaks against a bead, in sixteenths of a nat.
    pub(super) missed: [Vec<u8>; 2],
}

impl Lexicon {
    pub(super) fn of(&self, source: u32) -> &[Entry] {
        let source = source as usize;
        &self.entries[self.starts[source] as usize..self.starts[source + 1] as usize]
    }
}

/// A bead to learn from, and how far it is trusted, in shares of [`WHOLE`].
#[derive(Debug, Clone)]
pub(super) struct Sure {
    pub(super) pair: Pair,
    pub(super) share: u32,
}

/// A bead that is trusted altogether.
pub(super) const WHOLE: u32 = 64;

fn whole(share: u32) -> f32 {
    share as f32 / WHOLE as f32
}

struct Candidate {
    source: u32,
    target: u32,
    strength: f32,
    /// Expected share of the word's beads in which the other is met.
    share: [f32; 2],
}

/// Learns from beads; with none, the seeds alone make the lexicon.
pub(super) fn learn(
    source: &Text,
    target: &Text,
    seeds: &[Seed],
    beads: &[Sure],
    w: &Weights,
) -> Lexicon {
    let sides = [
        Incidence::new(source, beads.iter().map(|bead| (bead.pair.0.clone(), bead.share))),
        Incidence::new(target, beads.iter().map(|bead| (bead.pair.1.clone(), bead.share))),
    ];
    let mut found = Vec::new();
    let mut counts = vec![0u32; target.types.len()];
    let mut touched = Vec::new();
    let mut seeds = seeds.iter().peekable();
    for id in 0..source.types.len() as u32 {
        for bead in sides[0].beads_of(id) {
            let share = beads[*bead as usize].share;
            for other in sides[1].types_of(*bead) {
                let count = &mut counts[*other as usize];
                if *count == 0 {
                    touched.push(*other);
                }
                *count += share;
            }
        }
        let first = found.len();
        while let Some(seed) = seeds.next_if(|seed| seed.source == id) {
            let together = std::mem::take(&mut counts[seed.target as usize]);
            found.extend(if beads.is_empty() {
                from_belief(source, target, seed, w)
            } else {
                weigh(&sides, (id, seed.target), together, seed.belief, w)
            });
        }
        for other in touched.drain(..) {
            let together = std::mem::take(&mut counts[other as usize]);
            if together as f32 > w.together * WHOLE as f32 {
                found.extend(weigh(&sides, (id, other), together, -w.discount, w));
            }
        }
        keep_best(&mut found, first, w);
    }
    compete(&mut found, source.types.len(), target.types.len(), w);
    build(&found, source.types.len(), target.types.len(), w)
}

/// A text is taken to have so many sentences at least: in three sentences every word looks frequent.
const LEAST: usize = 30;

/// Before anything is aligned: a pair that is believed in meets as often as its rarer word allows.
fn from_belief(source: &Text, target: &Text, seed: &Seed, w: &Weights) -> Option<Candidate> {
    let count =
        |text: &Text, id: u32| text.types[id as usize].count as f32 / text.len().max(LEAST) as f32;
    let shares = (count(source, seed.source), count(target, seed.target));
    let rarity = 1.0 / f32::max(shares.0, shares.1);
    let agreement = f32::min(shares.0, shares.1) * rarity;
    let belief = seed.belief * agreement.sqrt();
    let strength = (libm::logf(belief * rarity)).min(w.max_gain);
    (strength >= w.min_gain).then_some(Candidate {
        source: seed.source,
        target: seed.target,
        strength,
        share: [belief, belief],
    })
}

fn weigh(
    sides: &[Incidence; 2],
    (source, target): (u32, u32),
    together: u32,
    belief: f32,
    w: &Weights,
) -> Option<Candidate> {
    let (a, b) = (whole(sides[0].counts[source as usize]), whole(sides[1].counts[target as usize]));
    let total = whole(sides[0].total).max(LEAST as f32);
    let kappa = if belief > 0.0 { w.kappa } else { 0.0 };
    let together =
        (whole(together) + if belief > 0.0 { w.kappa * belief } else { belief }).max(0.0);
    let (a, b) = (a + kappa, b + kappa);
    let dice = 2.0 * together / (a + b);
    if dice < w.min_dice {
        return None;
    }
    let strength = libm::logf(together * (total + kappa) / (a * b)).min(w.max_gain) * dice.sqrt();
    (strength >= w.min_gain).then_some(Candidate {
        source,
        target,
        strength,
        share: [together / a, together / b],
    })
}

fn keep_best(found: &mut Vec<Candidate>, first: usize, w: &Weights) {
    let Some(own) = found.get_mut(first..) else { return };
    own.sort_by(|x, y| y.strength.total_cmp(&x.strength).then(x.target.cmp(&y.target)));
    found.truncate(found.len().min(first + w.keep as usize));
}

/// Drops what is far below the best of either word: such pairs mostly meet through a third word.
fn compete(found: &mut Vec<Candidate>, sources: usize, targets: usize, w: &Weights) {
    let (mut best_source, mut best_target) = (vec![0f32; sources], vec![0f32; targets]);
    for one in found.iter() {
        let (s, t) = (&mut best_source[one.source as usize], &mut best_target[one.target as usize]);
        *s = s.max(one.strength);
        *t = t.max(one.strength);
    }
    found.retain(|one| {
        one.strength
            >= w.compete * best_source[one.source as usize].max(best_target[one.target as usize])
    });
}

fn build(found: &[Candidate], sources: usize, targets: usize, w: &Weights) -> Lexicon {
    let mut shares = [vec![0f32; sources], vec![0f32; targets]];
    let mut out = Lexicon::default();
    let mut next = 0;
    for one in found {
        while next <= one.source {
            out.starts.push(out.entries.len() as u32);
            next += 1;
        }
        for (side, id) in [(0, one.source), (1, one.target)] {
            let share = &mut shares[side][id as usize];
            *share = share.max(one.share[side]);
        }
        out.entries.push(Entry {
            target: one.target,
            gain: (one.strength * GAIN_UNIT).clamp(1.0, 255.0) as u8,
        });
    }
    out.starts.resize(sources + 1, out.entries.len() as u32);
    out.missed = shares.map(|side| side.into_iter().map(|share| missed(share, w)).collect());
    out
}

fn missed(share: f32, w: &Weights) -> u8 {
    (-libm::logf(1.0 - share.min(0.95)) * w.miss * GAIN_UNIT).clamp(0.0, 255.0) as u8
}

/// Which types stand in which beads, both ways.
struct Incidence {
    /// Sum of the shares of all beads, and of those that hold each type.
    total: u32,
    counts: Vec<u32>,
    types: Vec<u32>,
    type_starts: Vec<u32>,
    held: Vec<u32>,
    held_starts: Vec<u32>,
}

impl Incidence {
    fn new(text: &Text, beads: impl Iterator<Item = (Range<usize>, u32)>) -> Self {
        let mut seen = vec![u32::MAX; text.types.len()];
        let (mut types, mut type_starts) = (Vec::new(), vec![0]);
        let mut counts = vec![0u32; text.types.len()];
        let mut holders = vec![0u32; text.types.len() + 1];
        let (mut number, mut sum) = (0, 0);
        for (bead, share) in beads {
            sum += share;
            for token in text.span(bead) {
                let id = text.tokens[token];
                if seen[id as usize] != number {
                    seen[id as usize] = number;
                    types.push(id);
                    counts[id as usize] += share;
                    holders[id as usize] += 1;
                }
            }
            type_starts.push(types.len() as u32);
            number += 1;
        }
        let mut held_starts = Vec::with_capacity(counts.len());
        let mut total = 0;
        for count in holders {
            held_starts.push(total);
            total += count;
        }
        let mut next = held_starts.clone();
        let mut held = vec![0; total as usize];
        for bead in 0..number {
            for id in
                &types[type_starts[bead as usize] as usize..type_starts[bead as usize + 1] as usize]
            {
                held[next[*id as usize] as usize] = bead;
                next[*id as usize] += 1;
            }
        }
        Self { total: sum, counts, types, type_starts, held, held_starts }
    }

    fn types_of(&self, bead: u32) -> &[u32] {
        let bead = bead as usize;
        &self.types[self.type_starts[bead] as usize..self.type_starts[bead + 1] as usize]
    }

    fn beads_of(&self, id: u32) -> &[u32] {
        let id = id as usize;
        &self.held[self.held_starts[id] as usize..self.held_starts[id + 1] as usize]
    }
}
