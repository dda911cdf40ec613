//! Rows that the user has settled: a file of pins, or an alignment that was edited and is given back.
//!
//! A pins file is read by what stands in it: `[3]:[4, 5]` a line (a ladder, with or without confidence), JSON Lines as
//! `align --format json` writes them, sentence numbers with a tab between the sides, or texts with a tab between
//! them. Texts are found again in the files by their letters, white space aside, so that rows may be joined and
//! split, in the middle of a sentence too; a row whose wording is found no longer is left to the aligner. What
//! contradicts itself (rows that cross, numbers that there are not, a sentence in two rows) is refused with its place.
//! Bilingual files of every kind that `check` reads may be given, so that a table may come back from a spreadsheet
//! with a header, quoted cells or another encoding.

mod read;
mod texts;

use std::ops::Range;

use super::session::{Session, Stop};
use crate::bitext::Bead;
use crate::diagnostic::{Diagnostic, Severity};
use crate::exchange::Languages;
use crate::message::Message;
use crate::text::{Location, Passage, SourceId, Span};

use read::{Row, Shape};

crate::messages! { MESSAGES;
    not_a_row = "pins-not-a-row" ();
    not_in_a_row = "pins-not-in-a-row" ();
    out_of_range = "pins-out-of-range" (number, count);
    twice = "pins-twice" (line);
    crossing = "pins-crossing" (line);
    not_found = "pins-not-found" ();
    numbers_differ = "pins-numbers-differ" ();
}

/// The code of what is said about a pins file.
const CODE: &str = "pins";

/// Segments of both sides, with the paragraph of each where paragraphs are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Segments {
    pub(super) passages: Vec<Passage>,
    pub(super) paragraphs: Vec<u32>,
}

/// What the aligner is held to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pins {
    /// Beads that must come out as they are.
    pub(super) beads: Vec<Bead>,
    /// Rows of sentences that face nothing, on either side.
    pub(super) alone: [Vec<Range<usize>>; 2],
}

/// A row as sentence numbers, and where it is written.
#[derive(Debug, Clone)]
struct Settled {
    sides: [Range<usize>; 2],
    /// Where each side is written.
    spans: [Span; 2],
}

/// Reads a pins file. Sentences that a row cuts in the middle are cut in `sides`.
///
/// # Errors
///
/// Where the pins cannot all be kept; every fault has been said, with its place.
pub(super) fn read(
    session: &mut Session<'_>,
    id: SourceId,
    sides: [&mut Segments; 2],
    langs: Languages<'_>,
) -> Result<Pins, Stop> {
    let file = session.sources.get(id);
    let mut said = Vec::new();
    let mut say = |severity, span, message| said.push((severity, span, message));
    let (rows, shape) = read::rows(id, file, langs, &mut say);
    let settled = match shape {
        Shape::Numbers => {
            numbers(&rows, [sides[0].passages.len(), sides[1].passages.len()], &mut say)
        }
        Shape::Texts => texts::settle(&rows, sides, &mut say),
    };
    let line = |span: Span| file.line_column(span.start()).line;
    contradictions(&settled, line, &mut say);
    let failed = said.iter().any(|(severity, _, _)| *severity == Severity::Error);
    let place = |(severity, span, message)| {
        Diagnostic::new(CODE, severity, Location { source: id, span }, message)
    };
    session.say_all(said.into_iter().map(place).collect());
    if failed { Err(Stop) } else { Ok(pins(&settled)) }
}

/// Says something about a place of the pins file.
type Say<'s> = &'s mut dyn FnMut(Severity, Span, Message);

fn numbers(rows: &[Row], counts: [usize; 2], say: Say<'_>) -> Vec<Settled> {
    let mut out = Vec::new();
    for row in rows {
        let mut sides = [0..0, 0..0];
        let mut sound = true;
        for (side, cell) in row.cells.iter().enumerate() {
            let Some(numbers) = &cell.numbers else { continue };
            let beyond = numbers.iter().find(|number| **number >= counts[side]);
            let gap = numbers.windows(2).any(|pair| pair[1] != pair[0] + 1);
            if let Some(number) = beyond {
                say(Severity::Error, cell.span, out_of_range(*number, counts[side]));
                sound = false;
            } else if gap {
                say(Severity::Error, cell.span, not_in_a_row());
                sound = false;
            } else if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
                sides[side] = *first..last + 1;
            }
        }
        if sound {
            out.push(Settled { sides, spans: [row.cells[0].span, row.cells[1].span] });
        }
    }
    out
}

/// Sentences in two rows, and rows that cross.
fn contradictions(rows: &[Settled], line: impl Fn(Span) -> u32, say: Say<'_>) {
    let mut order: Vec<&Settled> = rows.iter().collect();
    for side in [0, 1] {
        order.sort_by_key(|row| (row.sides[side].start, row.sides[side].end, row.spans[side]));
        let full = order.iter().filter(|row| !row.sides[side].is_empty());
        for pair in full.collect::<Vec<_>>().windows(2) {
            if pair[1].sides[side].start < pair[0].sides[side].end {
                let (first, second) = (pair[0].spans[side], pair[1].spans[side]);
                let (first, second) = (first.min(second), first.max(second));
                say(Severity::Error, second, twice(line(first)));
            }
        }
    }
    order.retain(|row| row.sides.iter().all(|side| !side.is_empty()));
    order.sort_by_key(|row| (row.sides[0].start, row.sides[1].start));
    let mut furthest: Option<&Settled> = None;
    for row in order {
        match furthest {
            Some(before) if row.sides[1].start < before.sides[1].end => {
                if row.sides[1].end <= before.sides[1].start {
                    let (a, b) = (before.spans[1], row.spans[1]);
                    say(Severity::Error, a.max(b), crossing(line(a.min(b))));
                }
            }
            _ => furthest = Some(row),
        }
    }
}

/// Rows as the aligner takes them. Where a row of one side follows the row before it without a gap, its place among the
/// other side's sentences is known too, and it is kept there.
fn pins(rows: &[Settled]) -> Pins {
    let mut out = Pins::default();
    let mut behind = [0, 0];
    for Settled { sides: [source, target], .. } in rows {
        let mut bead = Bead { source: source.clone(), target: target.clone(), confidence: 100 };
        match (source.is_empty(), target.is_empty()) {
            (true, true) => continue,
            (false, true) if source.start == behind[0] => bead.target = behind[1]..behind[1],
            (true, false) if target.start == behind[1] => bead.source = behind[0]..behind[0],
            (false, true) => {
                out.alone[0].push(source.clone());
                continue;
            }
            (true, false) => {
                out.alone[1].push(target.clone());
                continue;
            }
            (false, false) => {}
        }
        behind = [bead.source.end, bead.target.end];
        out.beads.push(bead);
    }
    // A row of one side that another row leaves no room for there only stands alone.
    let full = |bead: &&Bead| !bead.source.is_empty() && !bead.target.is_empty();
    let mut sorted: Vec<Bead> = out.beads.iter().filter(full).cloned().collect();
    sorted.sort_by_key(|bead| bead.source.start);
    let fits = |bead: &Bead| {
        let by_source = sorted.partition_point(|full| full.source.end <= bead.source.start);
        let by_target = sorted.partition_point(|full| full.target.end <= bead.target.start);
        by_source == by_target
    };
    let (kept, loose) = out.beads.into_iter().partition(|bead| full(&bead) || fits(bead));
    out.beads = kept;
    let loose: Vec<Bead> = loose;
    for bead in loose {
        for (out, row) in out.alone.iter_mut().zip([bead.source, bead.target]) {
            out.extend((!row.is_empty()).then_some(row));
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "one row is a range of sentences")]
mod tests;
