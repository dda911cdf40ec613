//! `acronym-redefined`: an acronym is defined a second time, with another long form or with the same.
//!
//! Each later definition is held to the first one. One that the glossary calls wrong is `acronym-mismatch` already,
//! and is not found twice.

use super::acronyms::{Acronym, Expansion, concepts, of_side};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::{Facing, Form};
use crate::diagnostic::{Label, Severity};
use crate::text::{Span, fold_case, words};

crate::messages! { MESSAGES;
    again = "acronym-redefined-again" (acronym);
    differently = "acronym-redefined-differently" (acronym, first, second);
}

const META: RuleMeta = RuleMeta {
    code: "acronym-redefined",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/acronym-redefined.md"),
    doc_fr: include_str!("../../docs/rules/fr/acronym-redefined.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct AcronymRedefined;

impl Rule for AcronymRedefined {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        if cx.bitext.form == Form::Exchange {
            return;
        }
        for facing in [Facing::Source, Facing::Target] {
            for (text, uses) in of_side(cx, facing) {
                let listed = !concepts(cx, facing, text).is_empty();
                // A listed acronym with a wrong long form is a mismatch.
                let mut defined = uses
                    .iter()
                    .filter_map(|acronym| Some((*acronym, acronym.expansion?)))
                    .filter(|(_, expansion)| !listed || expansion.listed);
                let Some(first) = defined.next() else { continue };
                for second in defined {
                    report(cx, text, &first, &second, out);
                }
            }
        }
    }
}

type Defined<'a> = (Acronym<'a>, Expansion);

fn report(cx: &Context<'_>, text: &str, first: &Defined<'_>, second: &Defined<'_>, out: &mut Sink) {
    let ((acronym, expansion), (_, long)) = (second, (first, long_form(second)));
    let message = if is_same(long_form(first), long) {
        again(text)
    } else {
        differently(text, long_form(first), long)
    };
    let at = first.0.paragraph.passage.locate(first.1.span);
    let found = out.report_in(cx.bitext, acronym.paragraph, expansion.span, message);
    found.related.push(Label { at, note: None });
}

fn long_form<'a>((acronym, expansion): &Defined<'a>) -> &'a str {
    let span: Span = expansion.span;
    span.slice(&acronym.paragraph.passage.text).trim()
}

/// Are two long forms the same but for capitals, articles and the like before them, and the last letter of a plural?
fn is_same(first: &str, second: &str) -> bool {
    let plain = |text: &str| -> Vec<String> {
        let long = words(text).filter(|word| word.text.chars().count() > 3);
        long.map(|word| fold_case(word.text).trim_end_matches('s').to_owned()).collect()
    };
    plain(first) == plain(second)
}
