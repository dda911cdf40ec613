//! `term-spelling`: an approved form with other accents or hyphens.

use super::verdicts::{Family, variants};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::Severity;

crate::messages! { MESSAGES;
    written = "term-spelling-use" (found, right);
}

const META: RuleMeta = RuleMeta {
    code: "term-spelling",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-spelling.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-spelling.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermSpelling;

impl Rule for TermSpelling {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for variant in variants(cx, Family::Terms).filter(|variant| !variant.case) {
            variant.report(out, written(variant.found(), variant.right()));
        }
    }
}
