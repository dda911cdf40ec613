//! What comments that silence rules silence in a page.
//!
//! `visavis-ignore CODE, CODE: reason` (read by `document`) silences the line that it stands on, if there is anything to read on it,
//! else the block that follows; `visavis-ignore-file` silences the whole file. No code means every rule.
//! Pages are often written on one long line; there, a comment silences only the block round it or behind it, because silencing the whole page is hardly what its writer wanted.

use crate::document::{Block, Directive, Suppression};
use crate::text::{SourceFile, Span};

/// A line of more bytes than this was written by a program, not by a person.
const LONG_LINE: u32 = 2_000;

/// Gives each directive the bytes that it silences. `blocks` are in file order.
pub(super) fn resolve(
    found: Vec<(Span, Directive)>,
    blocks: &[Block],
    file: &SourceFile,
) -> Vec<Suppression> {
    let spans: Vec<Span> = blocks.iter().map(|block| block.passage.location().span).collect();
    // The furthest end so far, so that the blocks of a line are found by bisection even where they nest.
    let ends: Vec<u32> = spans
        .iter()
        .scan(0, |furthest, span| {
            *furthest = span.end().max(*furthest);
            Some(*furthest)
        })
        .collect();
    found
        .into_iter()
        .map(|(at, directive)| {
            let scope = if directive.file {
                Span::of(0, file.text.len())
            } else {
                scope(at, &spans, &ends, file)
            };
            Suppression { at, rules: directive.rules, scope }
        })
        .collect()
}

fn scope(at: Span, spans: &[Span], ends: &[u32], file: &SourceFile) -> Span {
    let line = file.line_at(at.start());
    let line = line.cover(file.line_at(at.end().saturating_sub(1).max(at.start())));
    let next = spans.partition_point(|span| span.start() < at.end());
    let following = spans.get(next).copied();
    let behind = spans.partition_point(|span| span.start() < line.end());
    let first = ends.partition_point(|end| *end <= line.start());
    let on_line = spans.get(first..behind).unwrap_or_default();
    if line.len() > LONG_LINE {
        let round = spans.get(first..next).unwrap_or_default().last().copied();
        return round.filter(|span| span.contains(at)).or(following).unwrap_or(at);
    }
    if on_line.iter().any(|span| span.overlaps(line)) {
        return line;
    }
    following.unwrap_or(line)
}
