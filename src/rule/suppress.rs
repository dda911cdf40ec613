//! Comments that silence rules, and those that silence nothing.

use super::{FixAvailability, RuleMeta, covers};
use crate::bitext::Bitext;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Suppression;
use crate::text::{Location, SourceId};

crate::messages! { MESSAGES;
    unused = "unused-suppression-nothing" (rules);
    unused_any = "unused-suppression-nothing-at-all" ();
}

/// `unused-suppression`: a comment that silences nothing.
pub const META: RuleMeta = RuleMeta {
    code: "unused-suppression",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/unused-suppression.md"),
    doc_fr: include_str!("../../docs/rules/fr/unused-suppression.md"),
    messages: MESSAGES,
};

/// Drops what is silenced; where `report` is set, adds a finding for each comment that silenced nothing.
pub(super) fn apply(bitext: &Bitext, found: Vec<Diagnostic>, report: bool) -> Vec<Diagnostic> {
    let mut used = vec![false; bitext.suppressions.len()];
    let mut kept = Vec::with_capacity(found.len());
    for finding in found {
        let mut silenced = false;
        for (at, (source, suppression)) in bitext.suppressions.iter().enumerate() {
            if silences(*source, suppression, &finding) {
                used[at] = true;
                silenced = true;
            }
        }
        if !silenced {
            kept.push(finding);
        }
    }
    if report {
        let idle = bitext.suppressions.iter().zip(used).filter(|(_, used)| !used);
        kept.extend(idle.map(|((source, suppression), _)| idle_finding(*source, suppression)));
    }
    kept
}

fn silences(source: SourceId, suppression: &Suppression, finding: &Diagnostic) -> bool {
    let at = finding.primary.at;
    at.source == source
        && suppression.scope.contains(at.span)
        && names(&suppression.rules, finding.rule)
}

fn names(rules: &[String], code: &str) -> bool {
    rules.is_empty() || rules.iter().any(|name| covers(name, code))
}

fn idle_finding(source: SourceId, suppression: &Suppression) -> Diagnostic {
    let message = match suppression.rules.as_slice() {
        [] => unused_any(),
        rules => unused(rules.join(", ")),
    };
    Diagnostic::new(META.code, META.severity, Location { source, span: suppression.at }, message)
}
