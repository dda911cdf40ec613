//! Marks over a text, made to nest: findings, terms and removed words may overlap as they like, elements may not.
//!
//! The text is cut wherever a mark starts or ends. Three layers lie over each other in one order (removed, term,
//! finding), of each layer at most one mark at a time, so that depth and length stay bounded on any input. Of
//! findings that overlap, the gravest colours the words; all keep their number, which stands where they end.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::changes::Replacement;
use crate::diagnostic::Severity;
use crate::text::Span;

/// What lies over a text. Spans that do not fit it are passed over.
#[derive(Debug, Default)]
pub(super) struct Marks<'m> {
    /// Findings with their gravity and the number that they bear in the row.
    pub(super) findings: Vec<(Span, Severity, usize)>,
    /// Terms with the index of their concept.
    pub(super) terms: Vec<(Span, usize)>,
    /// What the fix changes.
    pub(super) changes: &'m [Replacement],
}

/// A step in writing a marked text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step<'m> {
    /// An element starts.
    Open(Layer),
    /// The innermost element, which is this one, ends.
    Close(Layer),
    /// A stretch of the text.
    Text(&'m str),
    /// Words that the fix puts in.
    Added(&'m str),
    /// Here a finding of this number ends.
    Number(Severity, usize),
}

/// An element over the text, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer {
    /// Words that the fix takes away.
    Removed,
    /// A term of this concept.
    Term(usize),
    /// Words that a finding speaks of.
    Finding(Severity),
}

/// A text with its marks as steps that nest.
pub(super) fn steps<'m>(text: &'m str, marks: &Marks<'m>) -> Vec<Step<'m>> {
    let mut walk = Walk { out: Vec::new(), open: Vec::new(), text };
    let mut events = events(text, marks);
    let mut state = State::default();
    let mut at = 0;
    let end = text.len();
    events.entry(end).or_default();
    for (place, event) in events {
        if place > at {
            walk.stretch(at, place, state.layers());
            at = place;
        }
        walk.close(0);
        event.ends.iter().for_each(|number| walk.out.push(Step::Number(number.0, number.1)));
        event.added.iter().for_each(|added| walk.out.push(Step::Added(added)));
        state.take(&event);
    }
    walk.merged()
}

#[derive(Debug, Default)]
struct Event<'m> {
    ends: Vec<(Severity, usize)>,
    starts: Vec<(Severity, usize)>,
    added: Vec<&'m str>,
    removed: Option<bool>,
    term_ends: bool,
    term: Option<usize>,
}

fn events<'m>(text: &str, marks: &Marks<'m>) -> BTreeMap<usize, Event<'m>> {
    let mut out: BTreeMap<usize, Event<'m>> = BTreeMap::new();
    let fits = |span: Span| !span.slice(text).is_empty();
    for (span, severity, number) in marks.findings.iter().filter(|mark| fits(mark.0)) {
        out.entry(span.range().start).or_default().starts.push((*severity, *number));
        out.entry(span.range().end).or_default().ends.push((*severity, *number));
    }
    let mut terms: Vec<_> = marks.terms.iter().filter(|mark| fits(mark.0)).collect();
    terms.sort();
    let mut last = 0;
    for (span, concept) in terms {
        if span.range().start >= last {
            out.entry(span.range().start).or_default().term = Some(*concept);
            out.entry(span.range().end).or_default().term_ends = true;
            last = span.range().end;
        }
    }
    for change in marks.changes {
        if fits(change.removed) {
            out.entry(change.removed.range().start).or_default().removed = Some(true);
            out.entry(change.removed.range().end).or_default().removed.get_or_insert(false);
        }
        if !change.added.is_empty() && text.is_char_boundary(change.removed.range().end) {
            out.entry(change.removed.range().end).or_default().added.push(&change.added);
        }
    }
    out
}

/// The marks that lie over the place reached.
#[derive(Debug, Default)]
struct State {
    removed: bool,
    term: Option<usize>,
    findings: BTreeSet<(Reverse<Severity>, usize)>,
}

impl State {
    fn take(&mut self, event: &Event<'_>) {
        for (severity, number) in &event.ends {
            self.findings.remove(&(Reverse(*severity), *number));
        }
        self.findings
            .extend(event.starts.iter().map(|(severity, number)| (Reverse(*severity), *number)));
        self.removed = event.removed.unwrap_or(self.removed);
        if event.term_ends {
            self.term = None;
        }
        self.term = event.term.or(self.term);
    }

    fn layers(&self) -> [Option<Layer>; 3] {
        let finding = self.findings.first().map(|(severity, _)| Layer::Finding(severity.0));
        [self.removed.then_some(Layer::Removed), self.term.map(Layer::Term), finding]
    }
}

struct Walk<'m> {
    out: Vec<Step<'m>>,
    open: Vec<Layer>,
    text: &'m str,
}

impl<'m> Walk<'m> {
    fn stretch(&mut self, start: usize, end: usize, layers: [Option<Layer>; 3]) {
        for layer in layers.into_iter().flatten() {
            self.out.push(Step::Open(layer));
            self.open.push(layer);
        }
        self.out.push(Step::Text(self.text.get(start..end).unwrap_or_default()));
    }

    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(layer) = self.open.pop() {
                self.out.push(Step::Close(layer));
            }
        }
    }

    /// The steps without elements that end only to start again at once.
    fn merged(self) -> Vec<Step<'m>> {
        let mut out: Vec<Step<'m>> = Vec::with_capacity(self.out.len());
        let mut steps = self.out.into_iter().peekable();
        while let Some(step) = steps.next() {
            if let Step::Close(_) = step {
                // A run of ends, innermost first, and the run of starts behind it, outermost first.
                let mut closes = vec![step];
                while let Some(next) = steps.next_if(|next| matches!(next, Step::Close(_))) {
                    closes.push(next);
                }
                let mut opens = Vec::new();
                while let Some(next) = steps.next_if(|next| matches!(next, Step::Open(_))) {
                    opens.push(next);
                }
                let same = closes
                    .iter()
                    .rev()
                    .zip(&opens)
                    .take_while(|(close, open)| matches!((close, open), (Step::Close(a), Step::Open(b)) if a == b))
                    .count();
                out.extend(closes.iter().take(closes.len() - same));
                out.extend(opens.iter().skip(same));
            } else {
                out.push(step);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, marks: &Marks<'_>) -> String {
        let mut out = String::new();
        let mut open = Vec::new();
        for step in steps(text, marks) {
            match step {
                Step::Open(layer) => {
                    open.push(layer);
                    out.push('(');
                }
                Step::Close(layer) => {
                    assert_eq!(open.pop(), Some(layer), "ends must match starts");
                    out.push(')');
                }
                Step::Text(text) => out.push_str(text),
                Step::Added(text) => out.extend(["+", text, "+"]),
                Step::Number(_, number) => out.push_str(&number.to_string()),
            }
        }
        assert!(open.is_empty());
        out
    }

    #[test]
    fn overlapping_marks_nest() {
        let marks = Marks {
            findings: vec![
                (Span::of(0, 4), Severity::Info, 1),
                (Span::of(2, 6), Severity::Error, 2),
            ],
            terms: vec![(Span::of(1, 5), 7)],
            changes: &[],
        };
        assert_eq!(written("abcdefg", &marks), "(a)((b)(cd))1((e))(f)2g");
    }

    #[test]
    fn removed_words_hold_the_other_marks_and_the_new_ones_follow() {
        let changes = [Replacement { removed: Span::of(4, 7), added: "chien".to_owned() }];
        let marks = Marks {
            findings: vec![(Span::of(4, 7), Severity::Error, 1)],
            terms: vec![(Span::of(0, 7), 1)],
            changes: &changes,
        };
        assert_eq!(written("un  rat!", &marks), "(un  )(((rat)))1+chien+!");
    }

    #[test]
    fn spans_that_do_not_fit_are_passed_over() {
        let marks = Marks {
            findings: vec![
                (Span::of(1, 2), Severity::Error, 1),
                (Span::of(0, 99), Severity::Error, 2),
            ],
            terms: vec![(Span::of(1, 3), 1)],
            changes: &[],
        };
        assert_eq!(written("éa", &marks), "éa");
    }

    #[test]
    fn a_mark_over_the_whole_text_and_touching_marks_stay_whole() {
        let marks = Marks {
            findings: vec![
                (Span::of(0, 2), Severity::Error, 1),
                (Span::of(2, 4), Severity::Error, 2),
            ],
            terms: vec![(Span::of(0, 4), 1)],
            changes: &[],
        };
        assert_eq!(written("abcd", &marks), "((ab))1((cd))2");
    }

    #[test]
    fn thousands_of_overlapping_marks_stay_flat_and_linear() {
        let text = "x".repeat(20_000);
        let findings =
            (0..9_000).map(|at| (Span::of(at, 20_000 - at), Severity::Error, at)).collect();
        let marks = Marks { findings, terms: Vec::new(), changes: &[] };
        assert!(steps(&text, &marks).len() < 100_000);
    }
}
