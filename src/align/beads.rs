//! From the path to the beads that are handed out.
//!
//! Sentences that were left out together are one bead, as sentences that were translated together are: what a reader
//! decides of is the passage, and one finding says it. A run that is longer than a bead may be is several passages, and
//! where those begin is not known, so that it stays sentence by sentence; where paragraphs are known, none reaches
//! beyond its own. A row that the user settled stays as it is, and none reaches over a break. The reference alignments of novels (TransRead) do the same, those of the yearbooks (Text+Berg) hold
//! one long run only, as single sentences.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::bitext::Bead;

use super::lattice::MOST;
use super::rounds::Found;
use super::stretch::Stretch;

/// Where a run of sentences without counterpart ends, whatever follows.
#[derive(Debug, Default)]
pub(super) struct Ends {
    /// Sentences of either side that begin a paragraph, a stretch between pins, a settled row or what follows one.
    begin: [BTreeSet<usize>; 2],
    /// Settled rows of either side that face nothing.
    settled: [BTreeSet<(usize, usize)>; 2],
}

impl Ends {
    /// From the stretches between pins, the beginnings of paragraphs where they are known, and rows that face nothing.
    pub(super) fn new(
        stretches: &[Stretch],
        breaks: &[Option<Vec<bool>>; 2],
        alone: [&[Range<usize>]; 2],
    ) -> Self {
        let mut out = Self::default();
        for stretch in stretches {
            out.begin[0].insert(stretch.source.start);
            out.begin[1].insert(stretch.target.start);
        }
        for side in [0, 1] {
            let paragraphs = breaks[side].iter().flatten().enumerate();
            out.begin[side].extend(paragraphs.filter(|(_, begins)| **begins).map(|(at, _)| at));
            for row in alone[side] {
                out.begin[side].extend([row.start, row.end]);
                out.settled[side].insert((row.start, row.end));
            }
        }
        out
    }
}

/// The beads of a path; of texts that are not parallel only the pinned ones are left, and every other sentence stands
/// alone.
pub(super) fn of(found: &[Found], parallel: bool, ends: &Ends) -> Vec<Bead> {
    let mut out = Vec::with_capacity(found.len());
    let mut rest = found;
    while let Some((first, behind)) = rest.split_first() {
        let null = null_side(first).filter(|_| parallel);
        rest = if first.pinned || (first.is_full() && parallel) {
            out.push(bead(first.pair.clone(), first.sure));
            behind
        } else if let Some(side) = null {
            let (run, behind) = rest.split_at(run_length(rest, side, ends));
            passage(run, side, ends, &mut out);
            behind
        } else {
            singles(first, if parallel { first.sure } else { 1.0 }, &mut out);
            behind
        };
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

/// The sentences that a bead has on a side.
fn on(one: &Found, side: usize) -> &Range<usize> {
    [&one.pair.0, &one.pair.1][side]
}

/// How many null beads at the beginning are one run of a side.
fn run_length(found: &[Found], side: usize, ends: &Ends) -> usize {
    let begins = |one: &Found| ends.begin[side].contains(&on(one, side).start);
    let more = found.iter().skip(1);
    1 + more.take_while(|one| null_side(one) == Some(side) && !begins(one)).count()
}

/// A run of null beads: one bead, or as many as there are sentences.
fn passage(run: &[Found], side: usize, ends: &Ends, out: &mut Vec<Bead>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let own = on(first, side).start..on(last, side).end;
    if own.len() <= MOST || ends.settled[side].contains(&(own.start, own.end)) {
        let pair = (first.pair.0.start..last.pair.0.end, first.pair.1.start..last.pair.1.end);
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
#[allow(clippy::single_range_in_vec_init, reason = "one row is a range of sentences")]
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
        assert_eq!(sizes(&of(&omitted(3), true, &Ends::default())), [(1, 1), (3, 0), (0, 1)]);
    }

    #[test]
    fn a_run_longer_than_a_bead_may_be_stays_sentence_by_sentence() {
        assert_eq!(of(&omitted(MOST), true, &Ends::default()).len(), 3);
        assert_eq!(of(&omitted(MOST + 1), true, &Ends::default()).len(), 2 + MOST + 1);
    }

    #[test]
    fn a_passage_ends_with_its_paragraph() {
        // Of the other side nothing need be known.
        let breaks = [Some(vec![true, false, false, true, false]), None];
        let ends = Ends::new(&[], &breaks, [&[], &[]]);
        assert_eq!(sizes(&of(&omitted(3), true, &ends)), [(1, 1), (2, 0), (1, 0), (0, 1)]);
    }

    #[test]
    fn a_passage_ends_at_a_break_and_at_a_settled_row() {
        let stretch = |source, target| Stretch { source, target, pinned: false };
        let ends =
            Ends::new(&[stretch(0..3, 0..1), stretch(3..6, 1..2)], &[None, None], [&[], &[]]);
        assert_eq!(sizes(&of(&omitted(5), true, &ends)), [(1, 1), (2, 0), (3, 0), (0, 1)]);
        let ends = Ends::new(&[], &[None, None], [&[2..4], &[]]);
        assert_eq!(sizes(&of(&omitted(5), true, &ends)), [(1, 1), (1, 0), (2, 0), (2, 0), (0, 1)]);
        let ends = Ends::new(&[], &[None, None], [&[1..10], &[]]);
        assert_eq!(sizes(&of(&omitted(9), true, &ends)), [(1, 1), (9, 0), (0, 1)]);
    }

    #[test]
    fn rows_that_are_pinned_stay_as_they_are() {
        let mut all = omitted(3);
        all[2].pinned = true;
        assert_eq!(
            sizes(&of(&all, true, &Ends::default())),
            [(1, 1), (1, 0), (1, 0), (1, 0), (0, 1)]
        );
        let joined = vec![Found { pinned: true, ..found(0..2, 0..0) }, found(2..3, 0..0)];
        assert_eq!(sizes(&of(&joined, true, &Ends::default())), [(2, 0), (1, 0)]);
    }

    #[test]
    fn in_texts_that_are_not_parallel_every_sentence_stands_alone() {
        let all = vec![found(0..2, 0..1), found(2..3, 1..1), found(3..4, 1..1)];
        assert_eq!(
            sizes(&of(&all, false, &Ends::default())),
            [(1, 0), (1, 0), (0, 1), (1, 0), (1, 0)]
        );
    }
}
