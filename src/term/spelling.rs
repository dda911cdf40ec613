//! A form that differs from the right one in its diacritics only.
//!
//! It is reported as what it is and never accepted: folding would pass an untranslated *precautions* as
//! *précautions*.

use std::collections::BTreeSet;

use super::tokens;
use super::tokens::Token;
use crate::glossary::Term;
use crate::morphology::Morphology;
use crate::text;
use crate::text::Span;

/// The text's words without diacritics.
pub(super) fn folded(text: &str, tokens: &[Token]) -> Vec<String> {
    tokens.iter().map(|token| text::fold_diacritics(token.span.slice(text))).collect()
}

/// The places where the words of the term stand with other diacritics.
pub(super) fn find(term: &Term, tokens: &[Token], folded: &[String]) -> Vec<Span> {
    let Some(slots) = slots(term, folded) else { return Vec::new() };
    let fits =
        |words: &[String]| words.iter().zip(&slots).all(|(word, forms)| forms.contains(word));
    folded
        .windows(slots.len().max(1))
        .zip(tokens.windows(slots.len().max(1)))
        .filter(|(words, _)| fits(words))
        .filter_map(|(_, tokens)| Some(tokens.first()?.span.cover(tokens.last()?.span)))
        .collect()
}

/// The forms of each word of the term, without diacritics; `None` where a word's beginning is nowhere in the text.
fn slots(term: &Term, folded: &[String]) -> Option<Vec<BTreeSet<String>>> {
    /// Letters that every form of a word of some length has in common, nearly always.
    const COMMON: usize = 3;
    let morphology = Morphology::of(&term.lang);
    let mut slots = Vec::new();
    for token in tokens::tokenize(&term.form, &[], |_| 0) {
        let word = tokens::surface(token.span.slice(&term.form));
        let plain = text::fold_diacritics(&word);
        let start: String = plain.chars().take(COMMON).collect();
        if start.chars().count() == COMMON && !folded.iter().any(|word| word.starts_with(&start)) {
            return None;
        }
        let mut forms: BTreeSet<_> =
            morphology.forms(&word, None).iter().map(|form| text::fold_diacritics(form)).collect();
        forms.insert(plain);
        slots.push(forms);
    }
    (!slots.is_empty()).then_some(slots)
}
