//! `do-not-translate`: a form that is to be the same in every language is not.

use super::verdicts::{Family, faults};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;
use crate::term::Fault;

crate::messages! { MESSAGES;
    not_kept = "do-not-translate-keep" (term);
}

const META: RuleMeta = RuleMeta {
    code: "do-not-translate",
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/do-not-translate.md"),
    doc_fr: include_str!("../../docs/rules/fr/do-not-translate.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct DoNotTranslate;

impl Rule for DoNotTranslate {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for fault in faults(cx, Family::Terms) {
            if fault.verdict.fault == Fault::NotKept {
                fault.report_not_kept(out, not_kept(fault.source_text()));
            }
        }
    }
}
