//! `chrome-unpaired`: a line of the site's chrome that the catalogue does not know.

use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::Origin;
use crate::diagnostic::Severity;
use crate::document::Role;
use crate::text::Span;

crate::messages! { MESSAGES;
    unpaired = "chrome-unpaired-line" ();
}

const META: RuleMeta = RuleMeta {
    code: "chrome-unpaired",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/chrome-unpaired.md"),
    doc_fr: include_str!("../../docs/rules/fr/chrome-unpaired.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct ChromeUnpaired;

impl Rule for ChromeUnpaired {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for (unit, _) in
            cx.units().filter(|(unit, _)| unit.role == Role::Chrome && unit.origin == Origin::Open)
        {
            let place = match (&unit.source, &unit.target) {
                (_, Some(target)) => Place::Target(Span::of(0, target.text().len())),
                (Some(source), None) => Place::Source(Span::of(0, source.text().len())),
                (None, None) => continue,
            };
            out.report(unit, place, unpaired());
        }
    }
}
