//! `number-mismatch`: a number of the source is another one in the translation, or is missing there, or is new.

use super::numbers::{Mismatch, compare};
use super::sink::{excerpt, replace};
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::Unit;
use crate::diagnostic::{Applicability, Severity};
use crate::text::{Passage, Span};

crate::messages! { MESSAGES;
    differs = "number-mismatch-differs" (found, expected);
    missing = "number-mismatch-missing" (expected);
    added = "number-mismatch-added" (found);
}

const META: RuleMeta = RuleMeta {
    code: "number-mismatch",
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/number-mismatch.md"),
    doc_fr: include_str!("../../docs/rules/fr/number-mismatch.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct NumberMismatch;

impl Rule for NumberMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        let (source_lang, target_lang) = (&cx.bitext.source_lang, &cx.bitext.target_lang);
        for (unit, _) in cx.translated() {
            let source = (unit.source_text(), inert(unit.source_passage()));
            let target = (unit.target_text(), inert(unit.target_passage()));
            for mismatch in
                compare(source.0, source_lang, source.1, target.0, target_lang, target.1)
            {
                report(unit, &mismatch, out);
            }
        }
    }
}

fn inert(passage: Option<&Passage>) -> &[Span] {
    passage.map_or(&[], |passage| passage.inert.as_slice())
}

fn report(unit: &Unit, mismatch: &Mismatch, out: &mut Sink) {
    let expected = mismatch.source.map(|span| excerpt(unit.source_text(), span));
    let found = mismatch.target.map(|span| excerpt(unit.target_text(), span));
    let message = match (&found, &expected) {
        (Some(found), Some(expected)) => differs(found.text.as_str(), expected.text.as_str()),
        (Some(found), None) => added(found.text.as_str()),
        (None, Some(expected)) => missing(expected.text.as_str()),
        (None, None) => return,
    };
    let place = Place::Target(mismatch.target.unwrap_or(Span::of(0, unit.target_text().len())));
    let fix = mismatch
        .suggestion
        .clone()
        .and_then(|text| replace(unit, place, text, Applicability::Suggestion));
    if let Some(finding) = out.report(unit, place, message) {
        finding.source = expected;
        finding.fix = fix;
    }
}
