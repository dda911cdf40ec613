//! `glued-sentence`: two sentences with no space between them.

use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::document::Role;
use crate::text::Span;

crate::messages! { MESSAGES;
    glued = "glued-sentence-space" (found);
}

const META: RuleMeta = RuleMeta {
    code: "glued-sentence",
    severity: Severity::Warning,
    fix: FixAvailability::Always,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/glued-sentence.md"),
    doc_fr: include_str!("../../docs/rules/fr/glued-sentence.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct GluedSentence;

impl Rule for GluedSentence {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        let bitext = cx.bitext;
        let (source, target) =
            (cx.segmenters.of(&bitext.source_lang), cx.segmenters.of(&bitext.target_lang));
        for paragraph in bitext.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Body) {
            let segmenter = if bitext.lang(paragraph.facing) == &bitext.source_lang {
                &source
            } else {
                &target
            };
            let passage = &paragraph.passage;
            for glue in segmenter.glued_in(passage) {
                let at = passage.locate(Span::at(glue.boundary));
                let message = glued(glue.span.slice(&passage.text));
                let found = out.report_in(bitext, paragraph, glue.span, message);
                let edits = vec![Edit { at, text: " ".to_owned() }];
                found.fix = Some(Fix { applicability: Applicability::Safe, edits });
            }
        }
    }
}
