//! `name-form`: a listed person or place, written in the other language's form or in a spelling the glossary refuses.

use super::verdicts::{BrokenUse, Family, faults, unwanted, variants};
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;
use crate::glossary::Status;
use crate::term::Fault;

crate::messages! { MESSAGES;
    missing = "name-form-missing" (name, preferred);
    other_language = "name-form-other-language" (found, preferred);
    spelling = "name-form-spelling" (found, preferred);
    spelling_because = "name-form-spelling-because" (found, preferred, why);
}

/// The message that says only that something is not there.
pub(super) const MISSING: &str = "name-form-missing";

const META: RuleMeta = RuleMeta {
    code: "name-form",
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/name-form.md"),
    doc_fr: include_str!("../../docs/rules/fr/name-form.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct NameForm;

impl Rule for NameForm {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for fault in faults(cx, Family::Names) {
            report(&fault, out);
        }
        for fault in variants(cx, Family::Names) {
            fault.report(out, spelling(fault.found(), fault.right()));
        }
        for status in [Status::Forbidden, Status::Deprecated] {
            for fault in unwanted(cx, Family::Names, status) {
                let message = match fault.why() {
                    None => spelling(fault.found(), fault.preferred()),
                    Some(why) => spelling_because(fault.found(), fault.preferred(), why),
                };
                fault.report(out, message);
            }
        }
    }
}

fn report(fault: &BrokenUse<'_>, out: &mut Sink) {
    match fault.verdict.fault {
        Fault::Missing if fault.is_inflected() => {}
        Fault::Missing | Fault::NotKept => {
            let place = Place::Target(fault.whole_target());
            fault.report(out, place, missing(fault.source_text(), fault.preferred()));
        }
        Fault::Untranslated { span } => {
            let message = other_language(fault.target_text(span), fault.preferred());
            fault.report_with_fix(out, Place::Target(span), message);
        }
        // Reported with those that face no source term.
        Fault::Spelling { .. }
        | Fault::Case { .. }
        | Fault::Forbidden { .. }
        | Fault::Deprecated { .. } => {}
    }
}
