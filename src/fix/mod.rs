//! Applying fixes: which of them fit together, and the text that comes out.

use std::collections::BTreeMap;

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix};
use crate::text::{SourceId, Span};

/// The edits to be made, by file, sorted and without overlaps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Edits of each file, in order.
    pub edits: BTreeMap<SourceId, Vec<Edit>>,
    /// For each finding, in order: will it be mended?
    pub mended: Vec<bool>,
}

/// Chooses the fixes to apply: those trusted at least so far, in the order of the findings.
///
/// A fix of which any edit overlaps one that was chosen before is left for the next run; a fix that is the same as
/// one chosen before mends its finding too.
pub fn plan(found: &[Diagnostic], least: Applicability) -> Plan {
    plan_where(found, least, |_| true)
}

/// As [`plan`], of those fixes only whose every edit is wanted.
pub fn plan_where(
    found: &[Diagnostic],
    least: Applicability,
    wanted: impl Fn(&Edit) -> bool,
) -> Plan {
    let mut plan = Plan::default();
    for finding in found {
        let trusted = |fix: &&Fix| {
            fix.applicability >= least && !fix.edits.is_empty() && fix.edits.iter().all(&wanted)
        };
        let fix = finding.fix.as_ref().filter(trusted);
        let mends = fix.is_some_and(|fix| {
            let taken =
                |edit: &Edit| plan.edits.get(&edit.at.source).is_some_and(|own| own.contains(edit));
            if fix.edits.iter().all(taken) {
                return true;
            }
            let free =
                |edit: &Edit| plan.edits.get(&edit.at.source).is_none_or(|own| fits(own, edit));
            if !fix.edits.iter().all(free) {
                return false;
            }
            for edit in &fix.edits {
                let own = plan.edits.entry(edit.at.source).or_default();
                let place = own.partition_point(|other| key(other) <= key(edit));
                own.insert(place, edit.clone());
            }
            true
        });
        plan.mended.push(mends);
    }
    plan
}

/// The text with edits made. Edits are sorted and do not overlap; one that does not fit the text is passed over.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let (start, end) = (edit.at.span.start() as usize, edit.at.span.end() as usize);
        let (Some(before), Some(_)) = (text.get(done..start), text.get(start..end)) else {
            continue;
        };
        out.push_str(before);
        out.push_str(&edit.text);
        done = end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// Where the places of a text are when edits have been made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shift {
    /// Of each edit, in order: the old start and end, and the new ones.
    moved: Vec<[i64; 4]>,
}

impl Shift {
    /// The shift that edits make; they are sorted and do not overlap.
    pub fn new(edits: &[Edit]) -> Self {
        let mut by = 0;
        let mut moved = Vec::with_capacity(edits.len());
        for edit in edits {
            let (start, end) = (i64::from(edit.at.span.start()), i64::from(edit.at.span.end()));
            let length = i64::try_from(edit.text.len()).unwrap_or(i64::MAX);
            moved.push([start, end, start + by, start + by + length]);
            by += length - (end - start);
        }
        Self { moved }
    }

    /// Where a part that began here begins now: at the start of the edit that it began within.
    pub fn start(&self, place: u32) -> u32 {
        self.of(place, 2)
    }

    /// Where a part that ended here ends now: at the end of the edit that it ended within.
    pub fn end(&self, place: u32) -> u32 {
        self.of(place, 3)
    }

    fn of(&self, place: u32, edge: usize) -> u32 {
        let old = i64::from(place);
        let behind = self.moved.partition_point(|moved| moved[0] <= old);
        let new = match behind.checked_sub(1).and_then(|at| self.moved.get(at)) {
            None => old,
            Some(edit) if old <= edit[1] => edit.get(edge).copied().unwrap_or(old),
            Some([_, end, _, new_end]) => old - end + new_end,
        };
        u32::try_from(new).unwrap_or(u32::MAX)
    }
}

fn key(edit: &Edit) -> (u32, u32) {
    (edit.at.span.start(), edit.at.span.end())
}

/// Only the neighbours of the place where an edit would stand can overlap it.
fn fits(own: &[Edit], edit: &Edit) -> bool {
    let place = own.partition_point(|other| key(other) <= key(edit));
    let neighbours = [place.checked_sub(1).and_then(|before| own.get(before)), own.get(place)];
    neighbours.into_iter().flatten().all(|other| !clash(other.at.span, edit.at.span))
}

/// Two edits of the same place clash even where both only insert.
fn clash(a: Span, b: Span) -> bool {
    a.overlaps(b) || a.start() == b.start()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::message::Message;
    use crate::text::Location;

    fn finding(start: usize, end: usize, text: &str, applicability: Applicability) -> Diagnostic {
        let at = Location { source: SourceId::new(0), span: Span::of(start, end) };
        let mut found = Diagnostic::new("x", Severity::Error, at, Message::plain("x"));
        found.fix = Some(Fix { applicability, edits: vec![Edit { at, text: text.to_owned() }] });
        found
    }

    #[test]
    fn safe_fixes_are_applied_and_the_rest_is_left() {
        let found = [
            finding(4, 7, "two", Applicability::Safe),
            finding(0, 3, "one", Applicability::Safe),
            finding(8, 9, "!", Applicability::Suggestion),
        ];
        let plan = plan(&found, Applicability::Safe);
        assert_eq!(plan.mended, [true, true, false]);
        assert_eq!(apply("uno dos x", &plan.edits[&SourceId::new(0)]), "one two x");
    }

    #[test]
    fn overlapping_fixes_wait_and_equal_ones_count_once() {
        let found = [
            finding(0, 5, "a", Applicability::Safe),
            finding(3, 6, "b", Applicability::Safe),
            finding(0, 5, "a", Applicability::Safe),
        ];
        let plan = plan(&found, Applicability::Safe);
        assert_eq!(plan.mended, [true, false, true]);
        assert_eq!(plan.edits[&SourceId::new(0)].len(), 1);
    }

    #[test]
    fn places_move_with_the_edits_before_them() {
        let fix = |start, end, text| finding(start, end, text, Applicability::Safe).fix.unwrap();
        let edits: Vec<Edit> =
            [fix(2, 4, "xyz"), fix(6, 6, "!")].into_iter().flat_map(|fix| fix.edits).collect();
        let shift = Shift::new(&edits);
        assert_eq!((shift.start(1), shift.end(1)), (1, 1));
        assert_eq!((shift.start(3), shift.end(3)), (2, 5));
        assert_eq!((shift.start(5), shift.end(5)), (6, 6));
        assert_eq!((shift.start(9), shift.end(9)), (11, 11));
        assert_eq!(Shift::default().end(7), 7);
    }

    #[test]
    fn an_edit_that_cuts_a_character_is_passed_over() {
        let plan = plan(&[finding(1, 2, "x", Applicability::Safe)], Applicability::Safe);
        assert_eq!(apply("éa", &plan.edits[&SourceId::new(0)]), "éa");
    }
}
