//! `raw-placeholder`: a placeholder that a program should have filled stands on a page for all to read.
//!
//! In bilingual files placeholders are what they should be, so only pages and texts are looked at.

use super::placeholders::placeholders;
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::Form;
use crate::diagnostic::Severity;
use crate::document::Kind;

crate::messages! { MESSAGES;
    raw = "raw-placeholder-found" (placeholder);
}

const META: RuleMeta = RuleMeta {
    code: "raw-placeholder",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/raw-placeholder.md"),
    doc_fr: include_str!("../../docs/rules/fr/raw-placeholder.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct RawPlaceholder;

impl Rule for RawPlaceholder {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        if cx.bitext.form == Form::Exchange {
            return;
        }
        for paragraph in cx.bitext.paragraphs.iter().filter(|own| own.kind != Kind::Code) {
            for found in placeholders(&paragraph.passage.text) {
                // Braces with nothing inside are a manner of writing code, not a message that went wrong.
                if found.text != "{}" {
                    out.report_in(cx.bitext, paragraph, found.span, raw(found.text));
                }
            }
        }
    }
}
