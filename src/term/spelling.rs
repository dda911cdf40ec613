//! A form that differs from the right one in its diacritics only.
//!
//! It is reported as what it is and never accepted: folding would pass an untranslated *precautions* as
//! *précautions*.

use std::collections::BTreeSet;

use super::tokens;
use super::tokens::Token;
use super::words;
use super::words::WordTable;
use crate::glossary::Matching;
use crate::glossary::Term;
use crate::morphology::Morphology;
use crate::text;
use crate::text::Span;

/// The text's words without diacritics.
pub(super) fn folded(text: &str, tokens: &[Token]) -> Vec<String> {
    tokens.iter().map(|token| text::fold_diacritics(token.span.slice(text))).collect()
}

/// Words at most of a term that is looked for where its first word stands.
pub(super) const WORDS: usize = 16;

/// The place where the words of the term stand with other diacritics, from the first word on.
pub(super) fn starts(
    term: &Term,
    morphology: &Morphology,
    tokens: &[Token],
    folded: &[String],
) -> Option<Span> {
    if term.matching == Matching::Regex {
        return None;
    }
    let begins = |start: &str| folded.iter().any(|word| word.starts_with(start));
    let slots = slots(term, morphology, begins)?;
    let (words, tokens) = (folded.get(..slots.len())?, tokens.get(..slots.len())?);
    let fits = words.iter().zip(&slots).all(|(word, forms)| forms.contains(word));
    fits.then_some(tokens.first()?.span.cover(tokens.last()?.span))
}

/// The places where the words of the term stand with other diacritics, in order.
pub(super) fn find(
    term: &Term,
    morphology: &Morphology,
    tokens: &[Token],
    folded: &WordTable,
) -> Vec<Span> {
    if term.matching == Matching::Regex {
        return Vec::new();
    }
    let slots = slots(term, morphology, |start| folded.has_beginning(start));
    let Some(slots) = slots else { return Vec::new() };
    let Some((opening, rest)) = slots.split_first() else { return Vec::new() };
    let fits = |words: &[String]| words.iter().zip(rest).all(|(word, forms)| forms.contains(word));
    let mut places: Vec<usize> = opening.iter().flat_map(|form| folded.places_of(form)).collect();
    places.sort_unstable();
    places
        .into_iter()
        .filter(|at| folded.from(at + 1, rest.len()).is_some_and(fits))
        .filter_map(|at| Some(tokens.get(at)?.span.cover(tokens.get(at + rest.len())?.span)))
        .collect()
}

/// Does a form that is the term's without accents differ from it in accents or hyphens at all, and not in capitals
/// alone (*who*, *WHO*)?
pub(super) fn differs(term: &Term, found: &str) -> bool {
    let (listed, written) = (text::fold_case(&term.form), text::fold_case(found));
    let is_plain = |form: &str| text::fold_diacritics(form) == *form;
    let same_hyphens = listed.contains('-') == written.contains('-');
    let no_accents = is_plain(&listed) && is_plain(&written);
    written != listed && !(no_accents && same_hyphens)
}

/// The forms of each word of the term, without diacritics; `None` where a word's beginning is nowhere in the text.
fn slots(
    term: &Term,
    morphology: &Morphology,
    begins: impl Fn(&str) -> bool,
) -> Option<Vec<BTreeSet<String>>> {
    let mut slots = Vec::new();
    for token in tokens::tokenize(&term.form, &[], |_| 0) {
        let word = tokens::surface(token.span.slice(&term.form));
        let plain = text::fold_diacritics(&word);
        if words::beginning(&plain).is_some_and(|start| !begins(start)) {
            return None;
        }
        let mut forms: BTreeSet<_> =
            morphology.forms(&word, None).iter().map(|form| text::fold_diacritics(form)).collect();
        forms.insert(plain);
        slots.push(forms);
    }
    (!slots.is_empty()).then_some(slots)
}
