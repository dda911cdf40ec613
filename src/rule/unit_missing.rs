//! `unit-missing`: a passage of the source's body, one sentence or several, has no counterpart in the translation.

use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::State;
use crate::diagnostic::Severity;
use crate::text::Span;

crate::messages! { MESSAGES;
    missing = "unit-missing-passage" ();
    empty = "unit-missing-empty" ();
}

const META: RuleMeta = RuleMeta {
    code: "unit-missing",
    severity: Severity::Error,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/unit-missing.md"),
    doc_fr: include_str!("../../docs/rules/fr/unit-missing.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct UnitMissing;

impl Rule for UnitMissing {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        if !cx.bitext.translated {
            return;
        }
        for (unit, _) in cx.body() {
            let open = unit.target_text().trim().is_empty();
            if !open || unit.state == State::Skipped || unit.source_text().trim().is_empty() {
                continue;
            }
            let message = if unit.target.is_some() { empty() } else { missing() };
            out.report(unit, Place::Source(Span::of(0, unit.source_text().len())), message);
        }
    }
}
