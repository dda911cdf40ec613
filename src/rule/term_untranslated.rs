//! `term-untranslated`: a source term stands verbatim in the target.

use super::verdicts::{Family, faults};
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;
use crate::term::Fault;

crate::messages! { MESSAGES;
    untranslated = "term-untranslated-use" (term, preferred);
}

const META: RuleMeta = RuleMeta {
    code: "term-untranslated",
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-untranslated.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-untranslated.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermUntranslated;

impl Rule for TermUntranslated {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for fault in faults(cx, Family::Terms) {
            let Fault::Untranslated { span } = fault.verdict.fault else { continue };
            let message = untranslated(fault.source_text(), fault.preferred());
            fault.report_with_fix(out, Place::Target(span), message);
        }
    }
}
