//! Comments that silence rules, and what they silence.
//!
//! `visavis-ignore CODE, CODE: reason` silences the line that it stands on, if there is anything to read on it,
//! else the block that follows; `visavis-ignore-file` silences the whole file. No code means every rule.
//! Pages are often written on one long line; there, a comment silences only the block round it or behind it, because silencing the whole page is hardly what its writer wanted.

use crate::document::{Block, Suppression};
use crate::text::{SourceFile, Span};

/// A line of more bytes than this was written by a program, not by a person.
const LONG_LINE: u32 = 2_000;

/// What a comment orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Is it about the whole file?
    pub file: bool,
    /// Codes of the rules that it silences; empty for all.
    pub rules: Vec<String>,
}

/// Reads a comment's content; `None` where it is not about us.
pub fn directive(comment: &str) -> Option<Directive> {
    let rest = comment.trim().strip_prefix("visavis-ignore")?;
    let (file, rest) = match rest.strip_prefix("-file") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if rest.chars().next().is_some_and(|c| !c.is_whitespace() && c != ':') {
        return None;
    }
    let codes = rest.split(':').next().unwrap_or_default();
    let rules = codes
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect();
    Some(Directive { file, rules })
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_separated_by_commas_or_spaces_and_end_at_the_colon() {
        let found = directive(" visavis-ignore term-missing, number-mismatch: a: reason ").unwrap();
        assert_eq!(found.rules, ["term-missing", "number-mismatch"]);
        assert!(!found.file);
        assert!(directive("visavis-ignore").unwrap().rules.is_empty());
        assert!(directive("visavis-ignore: why not").unwrap().rules.is_empty());
        assert!(directive("visavis-ignore-file x").unwrap().file);
        assert!(directive("visavis-ignored x").is_none());
        assert!(directive("see visavis-ignore").is_none());
    }
}
