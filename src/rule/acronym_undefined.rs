//! `acronym-undefined`: an acronym is used and never defined.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::acronyms::{Acronym, concepts, must_be_defined, of_side};
use super::{Context, FixAvailability, Rule, RuleMeta, Sink};
use crate::bitext::{Facing, Form};
use crate::diagnostic::Severity;
use crate::glossary::TermRole;
use crate::text::{Span, Word, fold_case, is_numeral, words};

crate::messages! { MESSAGES;
    undefined = "acronym-undefined-never" (acronym, long);
    undefined_unlisted = "acronym-undefined-unlisted" (acronym);
}

const META: RuleMeta = RuleMeta {
    code: "acronym-undefined",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/acronym-undefined.md"),
    doc_fr: include_str!("../../docs/rules/fr/acronym-undefined.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct AcronymUndefined;

impl Rule for AcronymUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        if cx.bitext.form == Form::Exchange {
            return;
        }
        for facing in [Facing::Source, Facing::Target] {
            let words = small_words(cx, facing);
            for (text, uses) in of_side(cx, facing) {
                // A word that is shouted is no acronym.
                if words.contains(&fold_case(text)) {
                    continue;
                }
                if uses.iter().all(|acronym| acronym.expansion.is_none())
                    && let Some(first) = uses.first()
                {
                    report(cx, facing, text, first, out);
                }
            }
        }
    }
}

fn report(cx: &Context<'_>, facing: Facing, text: &str, first: &Acronym<'_>, out: &mut Sink) {
    let listed = concepts(cx, facing, text);
    if !must_be_defined(cx, facing, text, &listed) {
        return;
    }
    let Some(concept) = listed.first().and_then(|index| cx.concept(*index)) else {
        if !is_numeral(text) && !is_credit(first) && !is_known(cx, facing, text) {
            out.report_in(cx.bitext, first.paragraph, first.span, undefined_unlisted(text));
        }
        return;
    };
    let lang = cx.bitext.lang(facing);
    let full = concept.terms_in(lang).find(|term| term.is_preferred(TermRole::Full));
    let Some(full) = full else { return };
    let found =
        out.report_in(cx.bitext, first.paragraph, first.span, undefined(text, full.form.as_str()));
    found.concept = Some(concept.id.clone());
}

/// The acronyms that everybody knows, by language.
static KNOWN: LazyLock<BTreeMap<String, BTreeSet<String>>> =
    LazyLock::new(|| toml::from_str(include_str!("data/known-acronyms.toml")).unwrap_or_default());

/// Do readers of the side's language know the acronym without its long form?
fn is_known(cx: &Context<'_>, facing: Facing, acronym: &str) -> bool {
    let known = KNOWN.get(cx.bitext.lang(facing).language.as_str());
    known.is_some_and(|known| known.contains(acronym))
}

/// Initials alone in parentheses that end a paragraph name an agency: they sign, they are not read.
fn is_credit(acronym: &Acronym<'_>) -> bool {
    let text = &acronym.paragraph.passage.text;
    let before = Span::of(0, acronym.span.start() as usize).slice(text);
    let after = Span::of(acronym.span.end() as usize, text.len()).slice(text);
    before.ends_with('(') && after.trim_end().trim_end_matches('.') == ")"
}

/// The words of a side that stand there in small letters, folded.
fn small_words(cx: &Context<'_>, facing: Facing) -> BTreeSet<String> {
    let own = cx.bitext.paragraphs.iter().filter(|paragraph| paragraph.facing == facing);
    let is_small = |word: &Word<'_>| word.text.chars().any(char::is_lowercase);
    own.flat_map(|paragraph| words(&paragraph.passage.text))
        .filter(is_small)
        .map(|word| fold_case(word.text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_known_acronyms_is_read_and_holds_capitals() {
        assert!(KNOWN.len() >= 2);
        assert!(KNOWN.values().flatten().all(|word| word.chars().all(char::is_uppercase)));
        assert!(KNOWN["fr"].contains("ADN") && !KNOWN["en"].contains("ADN"));
    }
}
