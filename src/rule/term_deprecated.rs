//! `term-deprecated`: a form that the glossary gives up for a newer one.

use super::verdicts::{Family, unwanted};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;
use crate::glossary::Status;

crate::messages! { MESSAGES;
    use_preferred = "term-deprecated-use" (found, preferred);
    use_preferred_because = "term-deprecated-use-because" (found, preferred, why);
    avoid = "term-deprecated-avoid" (found);
}

const META: RuleMeta = RuleMeta {
    code: "term-deprecated",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-deprecated.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-deprecated.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermDeprecated;

impl Rule for TermDeprecated {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for fault in unwanted(cx, Family::Terms, Status::Deprecated) {
            let message = match (fault.preferred(), fault.why()) {
                ("", _) => avoid(fault.found()),
                (preferred, None) => use_preferred(fault.found(), preferred),
                (preferred, Some(why)) => use_preferred_because(fault.found(), preferred, why),
            };
            fault.report(out, message);
        }
    }
}
