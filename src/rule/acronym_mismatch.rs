//! `acronym-mismatch`: a listed acronym stands beside a long form that is not the glossary's.

use super::acronyms::{concepts, of_side};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::Facing;
use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::glossary::TermRole;
use crate::text::fold_diacritics;

crate::messages! { MESSAGES;
    mismatch = "acronym-mismatch-long-form" (acronym, found, long);
}

const META: RuleMeta = RuleMeta {
    code: "acronym-mismatch",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/acronym-mismatch.md"),
    doc_fr: include_str!("../../docs/rules/fr/acronym-mismatch.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct AcronymMismatch;

impl Rule for AcronymMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for facing in [Facing::Source, Facing::Target] {
            let lang = cx.bitext.lang(facing);
            for (text, uses) in of_side(cx, facing) {
                let listed = concepts(cx, facing, text);
                let Some(concept) = listed.first().and_then(|index| cx.concept(*index)) else {
                    continue;
                };
                let full = concept.terms_in(lang).find(|term| term.is_preferred(TermRole::Full));
                let Some(full) = full.map(|term| term.form.as_str()) else { continue };
                for acronym in uses {
                    let Some(expansion) = acronym.expansion.filter(|expansion| !expansion.listed)
                    else {
                        continue;
                    };
                    let passage = &acronym.paragraph.passage;
                    let written = expansion.span.slice(&passage.text);
                    // Capitals and accents alone are other rules' (*gouvernement d’union nationale*).
                    if fold_diacritics(written) == fold_diacritics(full) {
                        continue;
                    }
                    let message = mismatch(text, written, full);
                    let edits =
                        vec![Edit { at: passage.locate(expansion.span), text: full.to_owned() }];
                    let found =
                        out.report_in(cx.bitext, acronym.paragraph, expansion.span, message);
                    found.concept = Some(concept.id.clone());
                    found.fix = Some(Fix { applicability: Applicability::Unsafe, edits });
                }
            }
        }
    }
}
