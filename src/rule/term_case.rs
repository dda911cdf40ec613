//! `term-case`: an approved form in capitals or small letters that its rule does not allow.

use super::verdicts::{Family, variants};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;

crate::messages! { MESSAGES;
    written = "term-case-use" (found, right);
}

const META: RuleMeta = RuleMeta {
    code: "term-case",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-case.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-case.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermCase;

impl Rule for TermCase {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for variant in variants(cx, Family::Terms).filter(|variant| variant.case) {
            variant.report(out, written(variant.found(), variant.right()));
        }
    }
}
