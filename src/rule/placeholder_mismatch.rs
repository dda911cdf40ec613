//! `placeholder-mismatch`: a placeholder of the source is missing in the translation, new there, or out of order.

use super::placeholders::{Fault, compare};
use super::sink::excerpt;
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::{State, Unit};
use crate::diagnostic::Severity;
use crate::text::Span;

crate::messages! { MESSAGES;
    missing = "placeholder-mismatch-missing" (expected);
    added = "placeholder-mismatch-added" (found);
    order = "placeholder-mismatch-order" (found, expected);
}

const META: RuleMeta = RuleMeta {
    code: "placeholder-mismatch",
    severity: Severity::Error,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/placeholder-mismatch.md"),
    doc_fr: include_str!("../../docs/rules/fr/placeholder-mismatch.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct PlaceholderMismatch;

impl Rule for PlaceholderMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for (unit, _) in cx.units().filter(|(unit, scan)| is_held(unit) && !scan.untranslated) {
            for fault in compare(unit.source_text(), unit.target_text()) {
                report(unit, fault, out);
            }
        }
    }
}

/// Both sides stand in files and are final: what the program itself supplies was checked with its catalogue.
fn is_held(unit: &Unit) -> bool {
    let written = |text: &str| !text.trim().is_empty();
    unit.state == State::Translated
        && unit.source_passage().is_some_and(|passage| written(&passage.text))
        && unit.target_passage().is_some_and(|passage| written(&passage.text))
}

fn report(unit: &Unit, fault: Fault, out: &mut Sink) {
    let source = |span: Span| excerpt(unit.source_text(), span);
    let target = |span: Span| span.slice(unit.target_text());
    let whole = Span::of(0, unit.target_text().len());
    let (place, expected, message) = match fault {
        Fault::Missing { source: span } => (whole, Some(source(span)), missing(source(span).text)),
        Fault::Added { target: span } => (span, None, added(target(span))),
        Fault::Order { source: expected, target: span } => {
            (span, Some(source(expected)), order(target(span), source(expected).text))
        }
    };
    if let Some(finding) = out.report(unit, Place::Target(place), message) {
        finding.source = expected;
    }
}
