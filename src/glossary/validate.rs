//! What is wrong with a glossary beyond single values: entries that repeat, contradict or lack something.
//!
//! Everything is looked up by the form made plain, so that tens of thousands of concepts take linear time.
//! Two forms are the same where they are equal but for apostrophes, hyphens and spaces; where one of them is
//! matched in any case, letter case does not count either. The source language is the first one declared:
//! that two source terms share a translation is no fault.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::message::Message;
use crate::text::{Location, SourceId, fold_case, fold_token};

use super::clashes;
use super::code;
use super::form;
use super::{CaseRule, Concept, Glossary, MOST_WORDS, Matching, Term};

crate::messages! { MESSAGES;
    duplicate_form = "glossary-duplicate-form" (form, language);
    duplicate_concept = "glossary-duplicate-concept" (form, other);
    conflict_targets = "glossary-conflict-targets" (form, here, there, other);
    conflict_own = "glossary-conflict-own" (form, language);
    conflict_other = "glossary-conflict-other" (form, other);
    duplicate_id = "glossary-duplicate-id-concept" (id);
    empty_concept = "glossary-empty-section-concept" (id);
    missing_language = "glossary-missing-language-concept" (id, language);
    self_use = "glossary-self-reference-use" (form, instead);
    self_except = "glossary-self-reference-except" (form);
    self_variant = "glossary-self-reference-variant" (form);
    too_long = "glossary-too-long-form" (form, most);
    stands_there = "glossary-stands-there" ();
}

/// Characters of a long form that a message shows.
const SHOWN: usize = 40;

/// Everything that is wrong between and within the concepts of one or several files, by place.
pub fn validate(glossary: &Glossary) -> Vec<Diagnostic> {
    let folded = Folded::of(glossary);
    let mut found = Vec::new();
    check_ids(glossary, &mut found);
    check_languages(glossary, &mut found);
    let alone = || {
        let all = glossary.concepts.par_iter().zip(&folded.concepts);
        all.flat_map_iter(|(concept, forms)| check_concept(concept, forms)).collect::<Vec<_>>()
    };
    let together = || {
        rayon::join(
            || clashes::of_sources(glossary, &folded),
            || clashes::of_forbidden(glossary, &folded),
        )
    };
    let (alone, (sources, forbidden)) = rayon::join(alone, together);
    found.extend(alone.into_iter().chain(sources).chain(forbidden));
    found.sort_by_key(|finding| (finding.primary.at, finding.rule, finding.message.id));
    found
}

fn check_concept(concept: &Concept, forms: &[Form]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check_forms(concept, forms, &mut found);
    check_references(concept, forms, &mut found);
    check_lengths(concept, &mut found);
    found
}

/// The forms of all terms made plain, once.
pub(super) struct Folded {
    pub(super) concepts: Vec<Vec<Form>>,
}

/// A form made plain.
pub(super) struct Form {
    /// With its case.
    pub(super) token: String,
    /// Without.
    pub(super) lower: String,
    /// Does case not count?
    pub(super) any_case: bool,
}

impl Folded {
    fn of(glossary: &Glossary) -> Self {
        let forms = |concept: &Concept| concept.terms.iter().map(Form::of).collect();
        Self { concepts: glossary.concepts.par_iter().map(forms).collect() }
    }
}

impl Form {
    fn of(term: &Term) -> Self {
        let token = if term.form.is_ascii() { term.form.clone() } else { fold_token(&term.form) };
        let lower = token.to_lowercase();
        Self { token, lower, any_case: term.case == CaseRule::Ignore }
    }

    pub(super) fn same(&self, other: &Self) -> bool {
        self.token == other.token
            || ((self.any_case || other.any_case) && self.lower == other.lower)
    }
}

/// A finding about a concept, as grave as its code is unless `severity` says otherwise.
pub(super) fn finding(
    code: &'static str,
    severity: Option<Severity>,
    concept: &Concept,
    at: Location,
    message: Message,
) -> Diagnostic {
    let severity = severity.unwrap_or_else(|| code::severity(code));
    let mut finding = Diagnostic::new(code, severity, at, message);
    finding.concept = Some(concept.id.clone());
    finding
}

/// The other place of a finding.
pub(super) fn other(at: Location) -> Label {
    Label { at, note: Some(stands_there()) }
}

fn check_ids(glossary: &Glossary, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Concept> = BTreeMap::new();
    for concept in &glossary.concepts {
        let known = *first.entry(&concept.id).or_insert(concept);
        if !std::ptr::eq(known, concept) {
            let message = duplicate_id(&concept.id);
            let mut finding = finding(code::DUPLICATE_ID, None, concept, concept.at, message);
            finding.related.push(other(known.at));
            found.push(finding);
        }
    }
}

/// A language that is declared counts for a file if one of its concepts has it: files may be of different pairs.
fn check_languages(glossary: &Glossary, found: &mut Vec<Diagnostic>) {
    let mut of_file: BTreeMap<SourceId, BTreeSet<&str>> = BTreeMap::new();
    for concept in &glossary.concepts {
        let known = of_file.entry(concept.at.source).or_default();
        known.extend(concept.terms.iter().map(|term| term.lang.language.as_str()));
    }
    let is_one_file = of_file.len() < 2;
    for concept in &glossary.concepts {
        if concept.terms.is_empty() {
            let message = empty_concept(&concept.id);
            found.push(finding(code::EMPTY_SECTION, None, concept, concept.at, message));
            continue;
        }
        let counts = |lang: &LanguageIdentifier| {
            let file = of_file.get(&concept.at.source);
            is_one_file || file.is_some_and(|known| known.contains(lang.language.as_str()))
        };
        for lang in glossary.languages.iter().filter(|lang| counts(lang)) {
            if !concept.do_not_translate && concept.terms_in(lang).next().is_none() {
                let message = missing_language(&concept.id, lang);
                found.push(finding(code::MISSING_LANGUAGE, None, concept, concept.at, message));
            }
        }
    }
}

/// A form twice in one concept: a repetition, or a contradiction.
fn check_forms(concept: &Concept, forms: &[Form], found: &mut Vec<Diagnostic>) {
    let mut order: Vec<usize> = (0..forms.len()).collect();
    let key = |at: usize| {
        let lower = forms.get(at).map(|form| form.lower.as_str());
        (concept.terms.get(at).map(|term| term.lang.language), lower)
    };
    order.sort_by(|a, b| (key(*a), a).cmp(&(key(*b), b)));
    for group in order.chunk_by(|a, b| key(*a) == key(*b)).filter(|group| group.len() > 1) {
        for (index, at) in group.iter().enumerate() {
            // What differs in case only is rarely more than two forms; the limit keeps time linear.
            let earlier = group.iter().take(index.min(clashes::MOST_CASES));
            let same = earlier.copied().find(|earlier| same(forms, *earlier, *at));
            if let Some((first, second)) =
                same.and_then(|first| Some((concept.terms.get(first)?, concept.terms.get(*at)?)))
            {
                found.extend(repetition(concept, first, second));
            }
        }
    }
}

fn same(forms: &[Form], a: usize, b: usize) -> bool {
    forms.get(a).zip(forms.get(b)).is_some_and(|(a, b)| a.same(b))
}

fn repetition(concept: &Concept, first: &Term, second: &Term) -> Option<Diagnostic> {
    let (a, b) = (first.status.is_approved(), second.status.is_approved());
    if a != b {
        let (approved, wrong) = if a { (first, second) } else { (second, first) };
        let message = conflict_own(&wrong.form, &wrong.lang);
        let mut finding = finding(code::CONFLICT, None, concept, wrong.at, message);
        finding.related.push(other(approved.at));
        return Some(finding);
    }
    // `en-GB` and `en-US` may well have the same form.
    (first.lang == second.lang).then(|| {
        let message = duplicate_form(&second.form, &second.lang);
        let mut finding = finding(code::DUPLICATE, None, concept, second.at, message);
        finding.related.push(other(first.at));
        finding
    })
}

/// Forms that are given as the remedy for, or the exception from, themselves.
fn check_references(concept: &Concept, forms: &[Form], found: &mut Vec<Diagnostic>) {
    let mut refused: Option<BTreeSet<(&str, &str)>> = None;
    for (term, form) in concept.terms.iter().zip(forms) {
        if let Some(instead) = &term.instead {
            let refused = refused.get_or_insert_with(|| refused_forms(concept, forms));
            let wanted = fold_token(instead);
            if refused.contains(&(term.lang.language.as_str(), wanted.as_str())) {
                let message = self_use(&term.form, instead);
                found.push(finding(code::SELF_REFERENCE, None, concept, term.at, message));
            }
        }
        if term.except.iter().any(|except| fold_case(except) == form.lower) {
            let message = self_except(&term.form);
            found.push(finding(code::SELF_REFERENCE, None, concept, term.at, message));
        }
    }
    if concept.not_variants.is_empty() {
        return;
    }
    let approved = concept.terms.iter().filter(|term| term.status.is_approved());
    let own: BTreeSet<&str> = approved.map(|term| term.form.as_str()).collect();
    for name in concept.not_variants.iter().filter(|name| own.contains(name.as_str())) {
        let message = self_variant(name);
        found.push(finding(code::SELF_REFERENCE, None, concept, concept.at, message));
    }
}

/// Forms that are too long to be looked for.
fn check_lengths(concept: &Concept, found: &mut Vec<Diagnostic>) {
    for term in &concept.terms {
        let phrases = term.forms.iter().chain(&term.except);
        let written = Some(&term.form).filter(|_| term.matching != Matching::Regex);
        for long in written.into_iter().chain(phrases).filter(|text| form::is_too_long(text)) {
            let shown: String = long.chars().take(SHOWN).chain(['…']).collect();
            let message = too_long(shown, MOST_WORDS);
            found.push(finding(code::TOO_LONG, None, concept, term.at, message));
        }
    }
}

fn refused_forms<'f>(concept: &'f Concept, forms: &'f [Form]) -> BTreeSet<(&'f str, &'f str)> {
    let terms = concept.terms.iter().zip(forms);
    terms
        .filter(|(term, _)| !term.status.is_approved())
        .map(|(term, form)| (term.lang.language.as_str(), form.token.as_str()))
        .collect()
}
