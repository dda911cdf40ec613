//! From the path to the beads that are handed out.
//!
//! Sentences that were left out together are one bead, as sentences that were translated together are: what a reader
//! decides of is the passage, and one finding says it. A run that is longer than a bead may be is several passages, and
//! where those begin is not known, so that it stays sentence by sentence; where paragraphs are known, none reaches
//! beyond its own. The reference alignments of novels (TransRead) do the same, those of the yearbooks (Text+Berg) hold
//! one long run only, as single sentences.

use std::ops::Range;

use crate::bitext::Bead;

use super::lattice::MOST;
use super::paragraph::Breaks;
use super::rounds::Found;

/// The beads of a path; of texts that are not parallel only the pinned ones are left, and every other sentence stands
/// alone.
pub(super) fn of(found: &[Found], parallel: bool, breaks: Option<&Breaks>) -> Vec<Bead> {
    let mut out = Vec::with_capacity(found.len());
    let mut rest = found;
    while let Some((first, behind)) = rest.split_first() {
        if first.pinned || (first.is_full() && parallel) {
            out.push(bead(first.pair.clone(), first.sure));
            rest = behind;
        } else if first.is_full() || !parallel {
            singles(first, if parallel { first.sure } else { 1.0 }, &mut out);
            rest = behind;
        } else {
            let run = rest.split_at(run_length(rest, breaks));
            passage(run.0, &mut out);
            rest = run.1;
        }
    }
    out
}

/// The side on which a null bead has its sentence; nothing for other beads and those that are pinned.
fn null_side(one: &Found) -> Option<usize> {
    let (source, target) = &one.pair;
    match (source.is_empty(), target.is_empty()) {
        (false, true) if !one.pinned => Some(0),
        (true, false) if !one.pinned => Some(1),
        _ => None,
    }
}

/// How many null beads at the beginning are of one side and one paragraph.
fn run_length(found: &[Found], breaks: Option<&Breaks>) -> usize {
    let side = found.first().and_then(null_side);
    let begins = |one: &Found| {
        let pair = [&one.pair.0, &one.pair.1];
        let at = side.map(|side| (side, pair[side].start));
        at.zip(breaks).is_some_and(|((side, at), breaks)| breaks[side].get(at) == Some(&true))
    };
    let more = found.iter().skip(1).take_while(|one| null_side(one) == side && !begins(one));
    1 + more.count()
}

/// A run of null beads: one bead, or as many as there are sentences.
fn passage(run: &[Found], out: &mut Vec<Bead>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let pair = (first.pair.0.start..last.pair.0.end, first.pair.1.start..last.pair.1.end);
    if pair.0.len() + pair.1.len() <= MOST {
        let sure = run.iter().map(|one| one.sure).fold(1.0, f32::min);
        out.push(bead(pair, sure));
    } else {
        for one in run {
            singles(one, one.sure, out);
        }
    }
}

/// Every sentence of a bead by itself.
fn singles(one: &Found, sure: f32, out: &mut Vec<Bead>) {
    let (source, target) = &one.pair;
    let end = source.end;
    out.extend(source.clone().map(|s| bead((s..s + 1, target.start..target.start), sure)));
    out.extend(target.clone().map(|t| bead((end..end, t..t + 1), sure)));
}

fn bead((source, target): (Range<usize>, Range<usize>), sure: f32) -> Bead {
    let confidence = (sure * 100.0 + 0.5).clamp(0.0, 100.0) as u8;
    Bead { source, target, confidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: Range<usize>, target: Range<usize>) -> Found {
        Found { pair: (source, target), sure: 0.9, pinned: false }
    }

    /// The sentences of each bead on either side.
    fn sizes(beads: &[Bead]) -> Vec<(usize, usize)> {
        beads.iter().map(|bead| (bead.source.len(), bead.target.len())).collect()
    }

    fn omitted(sentences: usize) -> Vec<Found> {
        let mut out = vec![found(0..1, 0..1)];
        out.extend((1..=sentences).map(|at| found(at..at + 1, 1..1)));
        out.push(found(sentences + 1..sentences + 1, 1..2));
        out
    }

    #[test]
    fn a_passage_that_was_left_out_is_one_bead() {
        assert_eq!(sizes(&of(&omitted(3), true, None)), [(1, 1), (3, 0), (0, 1)]);
    }

    #[test]
    fn a_run_longer_than_a_bead_may_be_stays_sentence_by_sentence() {
        assert_eq!(of(&omitted(MOST), true, None).len(), 3);
        assert_eq!(of(&omitted(MOST + 1), true, None).len(), 2 + MOST + 1);
    }

    #[test]
    fn a_passage_ends_with_its_paragraph() {
        let breaks = [vec![true, false, false, true, false], vec![true, false]];
        assert_eq!(sizes(&of(&omitted(3), true, Some(&breaks))), [(1, 1), (2, 0), (1, 0), (0, 1)]);
    }

    #[test]
    fn rows_that_are_pinned_stay_as_they_are() {
        let mut all = omitted(3);
        all[2].pinned = true;
        assert_eq!(sizes(&of(&all, true, None)), [(1, 1), (1, 0), (1, 0), (1, 0), (0, 1)]);
        let joined = vec![Found { pinned: true, ..found(0..2, 0..0) }, found(2..3, 0..0)];
        assert_eq!(sizes(&of(&joined, true, None)), [(2, 0), (1, 0)]);
    }

    #[test]
    fn in_texts_that_are_not_parallel_every_sentence_stands_alone() {
        let all = vec![found(0..2, 0..1), found(2..3, 1..1), found(3..4, 1..1)];
        assert_eq!(sizes(&of(&all, false, None)), [(1, 0), (1, 0), (0, 1), (1, 0), (1, 0)]);
    }
}
