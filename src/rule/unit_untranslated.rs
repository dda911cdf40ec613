//! `unit-untranslated`: the target sentence is still in the source's language.

use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::State;
use crate::diagnostic::Severity;
use crate::text::Span;

crate::messages! { MESSAGES;
    untranslated = "unit-untranslated-sentence" (lang);
}

const META: RuleMeta = RuleMeta {
    code: "unit-untranslated",
    severity: Severity::Error,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/unit-untranslated.md"),
    doc_fr: include_str!("../../docs/rules/fr/unit-untranslated.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct UnitUntranslated;

impl Rule for UnitUntranslated {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for (unit, scan) in cx.body().filter(|(unit, _)| unit.state == State::Translated) {
            if scan.untranslated {
                let whole = Span::of(0, unit.target_text().len());
                out.report(unit, Place::Target(whole), untranslated(&cx.bitext.source_lang));
            }
        }
    }
}
