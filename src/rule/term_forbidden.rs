//! `term-forbidden`: a form that the glossary forbids.

use super::verdicts::{Family, unwanted};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;
use crate::glossary::Status;

crate::messages! { MESSAGES;
    use_preferred = "term-forbidden-use" (found, preferred);
    use_preferred_because = "term-forbidden-use-because" (found, preferred, why);
    avoid = "term-forbidden-avoid" (found);
}

const META: RuleMeta = RuleMeta {
    code: "term-forbidden",
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-forbidden.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-forbidden.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermForbidden;

impl Rule for TermForbidden {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for fault in unwanted(cx, Family::Terms, Status::Forbidden) {
            let message = match (fault.preferred(), fault.why()) {
                ("", _) => avoid(fault.found()),
                (preferred, None) => use_preferred(fault.found(), preferred),
                (preferred, Some(why)) => use_preferred_because(fault.found(), preferred, why),
            };
            fault.report(out, message);
        }
    }
}
