//! `acronym-late`: an acronym is used before the place where it is defined.

use super::acronyms::{concepts, must_be_defined, of_side};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::{Facing, Form};
use crate::diagnostic::{Label, Severity};

crate::messages! { MESSAGES;
    late = "acronym-late-defined-below" (acronym);
}

const META: RuleMeta = RuleMeta {
    code: "acronym-late",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/acronym-late.md"),
    doc_fr: include_str!("../../docs/rules/fr/acronym-late.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct AcronymLate;

impl Rule for AcronymLate {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        if cx.bitext.form == Form::Exchange {
            return;
        }
        for facing in [Facing::Source, Facing::Target] {
            for (text, uses) in of_side(cx, facing) {
                let defined = uses.iter().find(|acronym| acronym.expansion.is_some());
                let Some((first, defined)) = uses.first().zip(defined) else { continue };
                let listed = concepts(cx, facing, text);
                let needed = must_be_defined(cx, facing, text, &listed);
                if first.expansion.is_some() || !needed {
                    continue;
                }
                let at = defined.paragraph.passage.locate(defined.span);
                let found = out.report_in(cx.bitext, first.paragraph, first.span, late(text));
                found.related.push(Label { at, note: None });
                let concept = listed.first().and_then(|index| cx.concept(*index));
                found.concept = concept.map(|concept| concept.id.clone());
            }
        }
    }
}
