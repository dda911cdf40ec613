//! `double-space`: two spaces between words where one is enough.

use super::spacing::SPACES;
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::document::Kind;
use crate::text::Span;

crate::messages! { MESSAGES;
    doubled = "double-space-found" (count);
}

const META: RuleMeta = RuleMeta {
    code: "double-space",
    severity: Severity::Info,
    fix: FixAvailability::Always,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/double-space.md"),
    doc_fr: include_str!("../../docs/rules/fr/double-space.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct DoubleSpace;

impl Rule for DoubleSpace {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        let prose = |kind| !matches!(kind, Kind::Code | Kind::TableCell);
        for paragraph in cx.bitext.paragraphs.iter().filter(|paragraph| prose(paragraph.kind)) {
            let passage = &paragraph.passage;
            for span in runs(&passage.text).filter(|span| !passage.is_inert(*span)) {
                let run = span.slice(&passage.text);
                // A no-break space among them was meant; another space beside it was not.
                let kept = run.chars().find(|c| *c != ' ').unwrap_or(' ');
                let at = passage.locate(span);
                let safe = passage.map.is_verbatim(span);
                let message = doubled(run.chars().count());
                let found = out.report_in(cx.bitext, paragraph, span, message);
                let applicability = if safe { Applicability::Safe } else { Applicability::Unsafe };
                found.fix =
                    Some(Fix { applicability, edits: vec![Edit { at, text: kept.into() }] });
            }
        }
    }
}

/// Runs of two spaces and more between two words.
fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find(SPACES)?;
            let rest = text.get(start..)?;
            let run = rest.len() - rest.trim_start_matches(SPACES).len();
            at = start + run;
            let several = rest.chars().take_while(|c| SPACES.contains(c)).nth(1).is_some();
            if several && start > 0 && at < text.len() {
                return Some(Span::of(start, at));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_between_words_are_found_and_those_at_the_edges_are_not() {
        let text = "  one  two\u{A0} three four   five  ";
        let found: Vec<&str> = runs(text).map(|span| span.slice(text)).collect();
        assert_eq!(found, ["  ", "\u{A0} ", "   "]);
        assert_eq!(runs("").count(), 0);
        assert_eq!(runs("   ").count(), 0);
    }
}
