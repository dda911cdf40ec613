//! What the beginnings of paragraphs tell of a bead.
//!
//! Most translators keep the paragraphs, some do not, and a text that has a sentence a line has none to keep. So what two
//! paragraphs that begin together are worth is learnt from the texts: the logarithm of how much more often they begin
//! together in good beads than by chance, and likewise where only one begins, or none, or one inside a bead. Before
//! there are good beads, texts with about as many paragraphs on both sides are taken to keep them.

use super::Pair;
use super::weights::Weights;

/// Where paragraphs begin, for every sentence of both sides.
pub(super) type Breaks = [Vec<bool>; 2];

/// Beads that the expectation counts as.
const PRIOR: f32 = 12.0;
/// Share of the rarer side's paragraphs that are expected to begin together, where there are as many of both.
const KEPT: f32 = 0.9;
/// No beginning tells more than this, in nats.
const MOST: f32 = 3.5;

/// Log-likelihood ratios, in nats.
#[derive(Debug, Clone, Default)]
pub(super) struct ParagraphModel {
    /// By whether one begins on the source side and on the target side.
    starts: [[f32; 2]; 2],
    /// A beginning inside a bead, on either side.
    inside: [f32; 2],
}

impl ParagraphModel {
    /// Learns from good beads; with none, from the numbers of paragraphs.
    pub(super) fn new(breaks: &Breaks, beads: &[Pair], w: &Weights) -> Self {
        let shares = [0, 1].map(|side| share(&breaks[side]));
        let counts = [0, 1].map(|side| breaks[side].iter().filter(|at| **at).count().max(1) as f32);
        let alike = counts[0].min(counts[1]) / counts[0].max(counts[1]);
        let chance = [[1.0 - shares[0], shares[0]], [1.0 - shares[1], shares[1]]];
        let kept = KEPT * alike * shares[0].min(shares[1]);
        let both = kept + (1.0 - KEPT * alike) * shares[0] * shares[1];
        let one = [shares[0] - both, shares[1] - both].map(|one| one.max(0.001));
        let none = (1.0 - both - one[0] - one[1]).max(0.001);
        let mut joint = [[none * PRIOR, one[1] * PRIOR], [one[0] * PRIOR, both * PRIOR]];
        // A paragraph that one side has more is as likely left out as joined to its neighbour; joined, it begins inside a
        // bead of several sentences.
        let prior_inside = (0.5 * (1.0 - alike)).max(0.05);
        let mut inside = shares.map(|share| share * prior_inside * PRIOR);
        let mut places = [PRIOR; 2];
        for pair in beads {
            let first = |side: usize, at: usize| breaks[side].get(at).copied().unwrap_or(false);
            joint[usize::from(first(0, pair.0.start))][usize::from(first(1, pair.1.start))] += 1.0;
            for (side, range) in [&pair.0, &pair.1].into_iter().enumerate() {
                for at in range.clone().skip(1) {
                    places[side] += 1.0;
                    inside[side] += f32::from(u8::from(first(side, at)));
                }
            }
        }
        let total = PRIOR + beads.len() as f32;
        let ratio = |seen: f32, chance: f32| {
            w.paragraph * libm::logf(seen / chance.max(0.001)).clamp(-MOST, MOST)
        };
        Self {
            starts: std::array::from_fn(|s| {
                std::array::from_fn(|t| ratio(joint[s][t] / total, chance[0][s] * chance[1][t]))
            }),
            inside: std::array::from_fn(|side| {
                ratio(inside[side] / places[side], shares[side]).min(0.0)
            }),
        }
    }

    /// What the beginnings say of a bead that ends before sentences `i` and `j` and holds `a` and `b` sentences.
    pub(super) fn score(
        &self,
        breaks: &Breaks,
        ends: (usize, usize),
        sizes: (usize, usize),
    ) -> f32 {
        let own = breaks[0].get(ends.0 - sizes.0..ends.0).unwrap_or_default();
        let other = breaks[1].get(ends.1 - sizes.1..ends.1).unwrap_or_default();
        let begins = |side: &[bool]| usize::from(side.first().copied().unwrap_or(false));
        let inside = |side: &[bool]| side.iter().skip(1).filter(|at| **at).count() as f32;
        self.starts[begins(own)][begins(other)]
            + inside(own) * self.inside[0]
            + inside(other) * self.inside[1]
    }
}

fn share(breaks: &[bool]) -> f32 {
    let begun = breaks.iter().filter(|at| **at).count() as f32;
    (begun / breaks.len().max(1) as f32).clamp(0.001, 0.999)
}
