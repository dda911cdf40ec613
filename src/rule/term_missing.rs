//! `term-missing`: a source term has no approved form in the aligned target.

use super::verdicts::{Family, faults};
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;
use crate::term::Fault;

crate::messages! { MESSAGES;
    missing = "term-missing-use" (term, preferred);
    taken_up = "term-missing-taken-up" (term, preferred);
}

const META: RuleMeta = RuleMeta {
    code: "term-missing",
    severity: Severity::Error,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-missing.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-missing.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermMissing;

impl Rule for TermMissing {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for fault in faults(cx, Family::Terms) {
            if fault.verdict.fault == Fault::Missing {
                let place = Place::Target(fault.whole_target());
                // A pronoun for a thing that is named is no wrong term; whether it is clear, a reader must say.
                if fault.verdict.taken_up {
                    let message = taken_up(fault.source_text(), fault.preferred());
                    if let Some(found) = fault.report(out, place, message) {
                        found.severity = Severity::Info;
                    }
                } else {
                    fault.report(out, place, missing(fault.source_text(), fault.preferred()));
                }
            }
        }
    }
}
