//! Are the two texts translations of each other at all?
//!
//! Beads of unrelated texts are worth about nothing, for scores are logarithms of likelihood ratios. But a path chooses
//! the best of many beads, and a lexicon that has learnt from wrong beads praises these very beads. So what is judged is
//! the evidence of the words (no lengths: any path makes lengths agree), measured with what the other half of the
//! beads teaches, each bead counted by its chance; and it is set against what chance makes of the same texts: the target
//! is put into other orders and aligned afresh, the same way. Words, names and numbers that the two texts share are
//! the same in every order; only a translation has them in their places.
//!
//! Evidence adds up with the beads and chance with their root, so the lead is measured in roots of sentences. Sentences
//! of one text have a common subject, which no order takes from them: beyond [`EVEN`] sentences the lead must grow as
//! the text does. The whole worth, lengths and shapes among it, must lead too, if by less: a few words that happen to
//! meet in unlike sentences are no translation. And two texts about one thing that bring the same names in the same order
//! lead over every other order too; but between their sentences there is little but these names, so that a bead must be
//! worth something by itself, on the average: by its words, or with its lengths where words hardly ever recur.

use std::ops::Range;

use super::Pair;
use super::rounds::{Found, Worth, is_lopsided};
use super::weights::Weights;

/// So few beads cannot be told from chance by changing their order.
const FEW: usize = 6;
/// So many times as long a text hides a few sentences.
const LOST: usize = 4;
/// So many beads that are sure and worth enough need no comparison.
const ENOUGH: usize = 20;
/// A text of fewer sentences shares too few words with any translation for the words alone to lead: its whole worth,
/// lengths among it, is set against the other orders. Not so where the other text is far longer: in much text something
/// that fits is always found.
const BRIEF: usize = 20;
/// Sentences up to which chance grows with their root.
const EVEN: usize = 150;
/// Other orders that are tried: so many for texts up to [`SHORT`] sentences, then fewer, for chance evens out.
const ORDERS: usize = 7;
const FEWER: usize = 3;
const SHORT: usize = 300;
/// Of longer texts a stretch of so many beads is judged, where most of them have two sides.
const LONG: usize = 1000;
/// Share of the beads that must have two sides where nothing else can be judged.
const MOSTLY: (usize, usize) = (9, 10);

/// Aligns a stretch of the source with target sentences in an order and says what that is worth; nothing where the order
/// changes nothing.
pub(super) type Trial<'t> = &'t dyn Fn(Range<usize>, &[usize]) -> Option<Worth>;

/// Judges an alignment by its worth, and by what trials in other orders are worth.
pub(super) fn is_parallel(found: &[Found], worth: Worth, trial: Trial<'_>, w: &Weights) -> bool {
    let full = found.iter().filter(|one| one.is_full()).count();
    if full < FEW {
        let (n, m) = (whole(found).0.len(), whole(found).1.len());
        // In much text something is always found that a few sentences might face.
        let is_lost = n.max(m) >= BRIEF && n.max(m) > LOST * n.min(m);
        let holds = !is_lost || worth.evidence >= w.parallel_each * full as f32;
        return full > 0 && worth.total >= w.parallel_few && holds;
    }
    if full >= ENOUGH && worth.total >= w.parallel_sure && worth.sure >= w.parallel_certain {
        return true;
    }
    let (stretch, worth) = if found.len() > LONG {
        let stretch = fullest(found);
        let as_it_is: Vec<usize> = stretch.1.clone().collect();
        let own = trial(stretch.0.clone(), &as_it_is);
        (stretch, own.unwrap_or(worth))
    } else {
        (whole(found), worth)
    };
    let leads = Leads::needed(&stretch, w);
    let mut tried =
        orders(stretch.1.clone()).filter_map(|order| trial(stretch.0.clone(), &order)).peekable();
    if tried.peek().is_none() {
        // Every order of a text that says one thing again and again is the same text: nothing speaks against it but
        // sentences that are left over.
        return worth.total >= w.parallel_few && full * MOSTLY.1 >= found.len() * MOSTLY.0;
    }
    // One order that comes too close is enough, and most unrelated texts meet it at once.
    tried.all(|other| leads.are_kept(worth, other))
}

/// By how much an alignment must be worth more than one in any other order.
enum Leads {
    /// In nats a sentence, the worth itself counted in.
    Brief(f32),
    /// In nats: of the words alone, and with lengths and shapes, in a stretch of so many sentences; and what the words
    /// of a bead must be worth by themselves, or else every sentence altogether.
    Words { evidence: f32, total: f32, sentences: f32, each: f32, worth: f32 },
}

impl Leads {
    fn needed(stretch: &Pair, w: &Weights) -> Self {
        let (n, m) = (stretch.0.len(), stretch.1.len());
        let sentences = n.min(m);
        if sentences < BRIEF && !is_lopsided(n, m) {
            return Self::Brief(w.parallel_gap);
        }
        let root = (sentences.clamp(1, EVEN) as f32).sqrt();
        let grown = sentences as f32 / root;
        Self::Words {
            evidence: w.parallel_lead * grown,
            total: w.parallel_lead_total * grown,
            sentences: (n + m) as f32,
            each: w.parallel_each,
            worth: w.parallel_worth,
        }
    }

    fn are_kept(&self, own: Worth, other: Worth) -> bool {
        let lead = own.total - other.total;
        match self {
            Self::Brief(gap) => own.total + lead >= *gap,
            Self::Words { evidence, total, sentences, each, worth } => {
                own.evidence - other.evidence >= *evidence
                    && lead * sentences >= *total
                    && (own.evidence >= each * own.beads as f32 || own.total >= *worth)
            }
        }
    }
}

fn whole(found: &[Found]) -> Pair {
    match (found.first(), found.last()) {
        (Some(first), Some(last)) => {
            (first.pair.0.start..last.pair.0.end, first.pair.1.start..last.pair.1.end)
        }
        _ => (0..0, 0..0),
    }
}

/// The stretch of [`LONG`] beads of which most have two sides.
fn fullest(found: &[Found]) -> Pair {
    let (mut count, mut best) = (0usize, (0usize, 0usize));
    for (at, one) in found.iter().enumerate() {
        count += usize::from(one.is_full());
        if at >= LONG {
            count -= usize::from(found[at - LONG].is_full());
        }
        if count > best.0 {
            best = (count, at);
        }
    }
    whole(&found[(best.1 + 1).saturating_sub(LONG)..=best.1])
}

/// Other orders of sentences: backwards, then at random, but always the same.
fn orders(sentences: Range<usize>) -> impl Iterator<Item = Vec<usize>> {
    let count = if sentences.len() <= SHORT { ORDERS } else { FEWER };
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..count).map(move |number| {
        let mut order: Vec<usize> = sentences.clone().collect();
        if number == 0 {
            order.reverse();
            return order;
        }
        for last in (1..order.len()).rev() {
            // Knuth's constants (MMIX); the high bits are the random ones.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.swap(last, ((state >> 33) % (last as u64 + 1)) as usize);
        }
        order
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_holds_every_sentence_once_and_no_two_are_alike() {
        let orders: Vec<Vec<usize>> = orders(5..45).collect();
        assert_eq!(orders.len(), ORDERS);
        for (at, order) in orders.iter().enumerate() {
            assert!(orders[..at].iter().all(|other| other != order));
            let mut sorted = order.clone();
            sorted.sort_unstable();
            assert!(sorted.into_iter().eq(5..45));
        }
    }

    #[test]
    fn the_fullest_stretch_lies_where_the_beads_have_two_sides() {
        let one = |at: usize| {
            let target = if (3000..4200).contains(&at) { at..at + 1 } else { at..at };
            Found { pair: (at..at + 1, target), sure: 1.0, pinned: false }
        };
        let found: Vec<Found> = (0..6000).map(one).collect();
        assert_eq!(fullest(&found).0, 3000..4000);
    }
}
