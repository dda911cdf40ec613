//! Where to look first in long texts: a chain of rare words that both sides share, in the same order.
//!
//! A table of 100 000 by 100 000 cells cannot be filled. Seeds that occur a few times on either side give points;
//! the heaviest chain of points that rises on both sides gives a rough path. The band reaches from a few
//! anchors before each row to a few after it, so that some wrong anchors do no harm and a long insertion, which
//! lies between two anchors, stays inside.

use super::band::Band;
use super::lattice::Evidence;

/// Tables up to this size are filled as they are.
const SMALL: usize = 250_000;
/// Cells that the first round may look at, before rows are made narrower.
const CELLS: usize = 3_000_000;
/// No row is made narrower than this, on either side.
const NARROWEST: usize = 32;
/// A pair of words that meets in more places than this gives no anchors.
const PLACES: usize = 36;
/// Anchors before and after a row that its band reaches to.
const REACH: usize = 4;
/// Target sentences beyond those anchors.
const MARGIN: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Anchor {
    at: (usize, usize),
    weight: f32,
}

/// The band of the first round.
pub(super) fn first_band(evidence: Evidence<'_>) -> Band {
    let (n, m) = evidence.size;
    if n.saturating_mul(m) <= SMALL {
        return Band::full(n, m);
    }
    let chain = heaviest_chain(points(evidence), m);
    let mut band = between(&chain, (n, m));
    clip(&mut band, &chain, (n, m));
    band.mend(m);
    band
}

fn points(e: Evidence<'_>) -> Vec<Anchor> {
    let mut out = Vec::new();
    for source in 0..e.source.types.len() as u32 {
        let here = inside(e.source.places(source), e.origin.0, e.size.0);
        for entry in e.lexicon.of(source) {
            let there = inside(e.target.places(entry.target), e.origin.1, e.size.1);
            let meetings = here.len() * there.len();
            if meetings == 0 || meetings > PLACES {
                continue;
            }
            let weight = f32::from(entry.gain) / meetings as f32;
            for s in here {
                let s = s.sentence as usize - e.origin.0;
                out.extend(
                    there
                        .iter()
                        .map(|t| Anchor { at: (s, t.sentence as usize - e.origin.1), weight }),
                );
            }
        }
    }
    out.sort_by(|x, y| x.at.cmp(&y.at).then(x.weight.total_cmp(&y.weight)));
    out.dedup_by(|next, kept| {
        let same = next.at == kept.at;
        if same {
            kept.weight += next.weight;
        }
        same
    });
    out
}

fn inside(places: &[super::token::Place], origin: usize, size: usize) -> &[super::token::Place] {
    let from = places.partition_point(|place| (place.sentence as usize) < origin);
    let to = places.partition_point(|place| (place.sentence as usize) < origin + size);
    &places[from..to]
}

/// The chain of greatest weight that rises strictly on both sides: a tree of prefix maxima over target positions.
fn heaviest_chain(mut points: Vec<Anchor>, m: usize) -> Vec<(usize, usize)> {
    // Within a source sentence, later targets first, so that no chain holds two points of it.
    points.sort_by(|x, y| x.at.0.cmp(&y.at.0).then(y.at.1.cmp(&x.at.1)));
    let mut tree: Vec<(f32, usize)> = vec![(0.0, usize::MAX); m + 1];
    let mut before = Vec::with_capacity(points.len());
    let mut top = (0.0, usize::MAX);
    for (number, point) in points.iter().enumerate() {
        let mut best = (0.0, usize::MAX);
        let mut at = point.at.1;
        while at > 0 {
            if tree[at].0 > best.0 {
                best = tree[at];
            }
            at &= at - 1;
        }
        before.push(best.1);
        let total = best.0 + point.weight;
        if total > top.0 {
            top = (total, number);
        }
        let mut at = point.at.1 + 1;
        while at <= m {
            if total > tree[at].0 {
                tree[at] = (total, number);
            }
            at += at & at.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    let mut next = top.1;
    while let Some(point) = points.get(next) {
        chain.push(point.at);
        next = before[next];
    }
    chain.reverse();
    chain
}

/// Rows from [`REACH`] anchors before to as many after.
fn between(chain: &[(usize, usize)], (n, m): (usize, usize)) -> Band {
    let mut band = Band::full(n, m);
    let mut passed = 0;
    for i in 0..=n {
        while chain.get(passed).is_some_and(|anchor| anchor.0 < i) {
            passed += 1;
        }
        let low =
            passed.checked_sub(REACH).and_then(|at| chain.get(at)).map_or(0, |anchor| anchor.1);
        let high = chain.get(passed + REACH - 1).map_or(m, |anchor| anchor.1 + 1);
        band.low[i] = low.saturating_sub(MARGIN) as u32;
        band.high[i] = (high + MARGIN).min(m) as u32;
    }
    band
}

/// Where the band holds too many cells, rows are cut to an equal share of them round the chain.
fn clip(band: &mut Band, chain: &[(usize, usize)], (n, m): (usize, usize)) {
    if band.cells() <= CELLS {
        return;
    }
    let half = (CELLS / (n + 1) / 2).max(NARROWEST);
    let mut rest = chain.iter().copied().chain([(n, m)]);
    let (mut from, mut to) = ((0, 0), rest.next().unwrap_or((n, m)));
    for i in 0..=n {
        while to.0 < i {
            from = to;
            to = rest.next().unwrap_or((n, m));
        }
        let centre = from.1 + (to.1 - from.1) * (i - from.0) / (to.0 - from.0).max(1);
        band.low[i] = band.low[i].max(centre.saturating_sub(half) as u32).min(m as u32);
        band.high[i] = band.high[i].min((centre + half).min(m) as u32).max(band.low[i]);
    }
}
