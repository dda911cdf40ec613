//! Passages that the translation has in another place.
//!
//! Beads never cross: of two passages that changed places one is aligned, the other is left alone on both sides. So
//! runs of sentences without counterpart are set against each other, by a lexicon that was learnt without them, and
//! what is a translation beyond doubt is named. The rows stay as they are: what to do about it is for a reader to say.

use super::Pair;

/// Runs without counterpart that are looked at on either side, longest first.
const RUNS: usize = 32;
/// Cells that all comparisons may look at together.
pub(super) const CELLS: usize = 1_500_000;

/// A run of sentences without counterpart, and between which full beads it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    gap: usize,
    pub(super) sentences: std::ops::Range<usize>,
}

/// Pairs of runs, one of either side, that do not lie in the same gap; longest first.
pub(super) fn candidates(pairs: &[Pair]) -> Vec<(Run, Run)> {
    let [sources, targets] = runs(pairs).map(longest);
    let mut out: Vec<(Run, Run)> = Vec::new();
    for source in &sources {
        let others = targets.iter().filter(|target| target.gap != source.gap);
        out.extend(others.map(|target| (source.clone(), target.clone())));
    }
    out.sort_by_key(|(s, t)| {
        let size = s.sentences.len().min(t.sentences.len());
        (std::cmp::Reverse(size), s.sentences.start, t.sentences.start)
    });
    out
}

fn runs(pairs: &[Pair]) -> [Vec<Run>; 2] {
    let mut out = [Vec::new(), Vec::new()];
    let mut gap = 0;
    for pair in pairs {
        if !pair.0.is_empty() && !pair.1.is_empty() {
            gap += 1;
            continue;
        }
        for (runs, own) in out.iter_mut().zip([&pair.0, &pair.1]).filter(|(_, own)| !own.is_empty())
        {
            match runs.last_mut() {
                Some(Run { gap: last, sentences }) if *last == gap => sentences.end = own.end,
                _ => runs.push(Run { gap, sentences: own.clone() }),
            }
        }
    }
    out
}

fn longest(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by_key(|run| (std::cmp::Reverse(run.sentences.len()), run.sentences.start));
    runs.truncate(RUNS);
    runs
}

/// Of pairs with their worth, the best that share no sentence, in the order of the source.
pub(super) fn choose(mut found: Vec<(f32, Pair)>) -> Vec<Pair> {
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.0.start.cmp(&y.1.0.start)));
    let mut out: Vec<Pair> = Vec::new();
    for (_, pair) in found {
        let apart = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| {
            a.end <= b.start || b.end <= a.start
        };
        if out.iter().all(|known| apart(&known.0, &pair.0) && apart(&known.1, &pair.1)) {
            out.push(pair);
        }
    }
    out.sort_by_key(|pair| pair.0.start);
    out
}
