//! Concepts that get in each other's way: one source term in two of them, or a form that one wants and one forbids.

use std::collections::HashMap;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lang;
use crate::text::{fold_case, fold_token};

use super::code;
use super::validate::{
    Folded, Form, conflict_other, conflict_targets, duplicate_concept, finding, other,
};
use super::{Concept, Glossary, Status, Term, TermRole};

/// Forms that differ in letter case only and are compared with each other; bounds the time on hostile input.
pub(super) const MOST_CASES: usize = 64;

/// A term with its concept.
#[derive(Clone, Copy)]
struct Listed<'g> {
    concept: &'g Concept,
    term: &'g Term,
    form: &'g Form,
    domain: usize,
}

/// Terms by a key made of their plain form. A hash map, for look-ups only.
type Index<'g> = HashMap<(&'g str, &'g str, usize), Vec<Listed<'g>>>;

/// One source term in two concepts of one domain: a repetition where the translations agree, else a conflict.
pub(super) fn of_sources(glossary: &Glossary, folded: &Folded) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let first = || Some(&glossary.concepts.first()?.terms.first()?.lang);
    let Some(source) = glossary.languages.first().or_else(first) else { return found };
    let mut index = Index::new();
    for listed in listed(glossary, folded) {
        // Short forms, such as surnames, are shared by nature.
        let is_source = lang::same(&listed.term.lang, source)
            && listed.term.status.is_approved()
            && listed.term.role != TermRole::Short;
        if !is_source {
            continue;
        }
        let key = ("", listed.form.lower.as_str(), listed.domain);
        let bucket = index.entry(key).or_default();
        match bucket.iter().find(|known| is_same_word(known, &listed)) {
            Some(known) if !std::ptr::eq(known.concept, listed.concept) => {
                found.extend(clash(known, &listed, source));
            }
            None if bucket.len() < MOST_CASES => bucket.push(listed),
            _ => {}
        }
    }
    found
}

/// A form that one concept forbids and another approves, in one language.
pub(super) fn of_forbidden(glossary: &Glossary, folded: &Folded) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let wrong: Vec<_> =
        listed(glossary, folded).filter(|listed| !listed.term.status.is_approved()).collect();
    if wrong.is_empty() {
        return found;
    }
    let mut approved = Index::new();
    for listed in listed(glossary, folded).filter(|listed| listed.term.status.is_approved()) {
        let key = (listed.term.lang.language.as_str(), listed.form.lower.as_str(), 0);
        let bucket = approved.entry(key).or_default();
        if bucket.len() < MOST_CASES {
            bucket.push(listed);
        }
    }
    for wrong in wrong {
        let key = (wrong.term.lang.language.as_str(), wrong.form.lower.as_str(), 0);
        let bucket = approved.get(&key).into_iter().flatten();
        let clash = bucket
            .filter(|right| {
                !std::ptr::eq(right.concept, wrong.concept) && right.form.same(wrong.form)
            })
            .filter_map(|right| Some((forbidden_severity(&wrong, right)?, right)))
            .max_by_key(|(severity, right)| (*severity, std::cmp::Reverse(right.term.at)));
        if let Some((severity, right)) = clash {
            let message = conflict_other(&wrong.term.form, &right.concept.id);
            let mut finding =
                finding(code::CONFLICT, Some(severity), wrong.concept, wrong.term.at, message);
            finding.related.push(other(right.term.at));
            found.push(finding);
        }
    }
    found
}

/// Within one domain every use of the form is right and wrong at once; in another it may be told apart.
fn forbidden_severity(wrong: &Listed<'_>, right: &Listed<'_>) -> Option<Severity> {
    match (wrong.term.status, wrong.domain == right.domain) {
        (Status::Forbidden, true) => Some(Severity::Error),
        (Status::Forbidden, false) | (Status::Deprecated, true) => Some(Severity::Warning),
        _ => None,
    }
}

fn is_same_word(a: &Listed<'_>, b: &Listed<'_>) -> bool {
    let differ = a.term.pos.zip(b.term.pos).is_some_and(|(a, b)| a != b);
    a.form.same(b.form) && !differ
}

fn clash(
    known: &Listed<'_>,
    listed: &Listed<'_>,
    source: &LanguageIdentifier,
) -> Option<Diagnostic> {
    let mut agree = None;
    let mut langs: Vec<&LanguageIdentifier> = vec![source];
    for term in &listed.concept.terms {
        if langs.iter().any(|seen| lang::same(seen, &term.lang)) {
            continue;
        }
        langs.push(&term.lang);
        // The first approved term of each language decides; concepts of different pairs have none in common.
        let Some(here) = approved(listed.concept, &term.lang) else { continue };
        let Some(there) = approved(known.concept, &term.lang) else { continue };
        if fold_token(&here.form) != fold_token(&there.form) {
            return Some(conflict(known, listed, here, there));
        }
        agree = Some(());
    }
    agree.map(|()| {
        let message = duplicate_concept(&listed.term.form, &known.concept.id);
        let mut finding = finding(code::DUPLICATE, None, listed.concept, listed.term.at, message);
        finding.related.push(other(known.term.at));
        finding
    })
}

fn approved<'c>(concept: &'c Concept, lang: &'c LanguageIdentifier) -> Option<&'c Term> {
    concept.terms_in(lang).find(|term| term.status.is_approved())
}

/// An error where both are the preferred full forms; a shared acronym or synonym can be told apart at times.
fn conflict(known: &Listed<'_>, listed: &Listed<'_>, here: &Term, there: &Term) -> Diagnostic {
    let is_main = |listed: &Listed<'_>| listed.term.is_preferred(TermRole::Full);
    let severity =
        if is_main(known) && is_main(listed) { Severity::Error } else { Severity::Warning };
    let message = conflict_targets(&listed.term.form, &here.form, &there.form, &known.concept.id);
    let mut finding =
        finding(code::CONFLICT, Some(severity), listed.concept, listed.term.at, message);
    finding.related.push(other(known.term.at));
    finding
}

/// All terms in order, with the number of their domain.
fn listed<'g>(glossary: &'g Glossary, folded: &'g Folded) -> impl Iterator<Item = Listed<'g>> {
    // A hash map, for look-ups only. Concepts without a domain are of one domain.
    let mut domains: HashMap<Option<String>, usize> = HashMap::new();
    // The same by the domain as it is written: there are few, and folding each concept's anew takes long.
    let mut written: HashMap<Option<&str>, usize> = HashMap::new();
    glossary.concepts.iter().zip(&folded.concepts).flat_map(move |(concept, forms)| {
        let named = concept.domain.as_deref();
        let domain = *written.entry(named).or_insert_with(|| {
            let next = domains.len();
            *domains.entry(named.map(fold_case)).or_insert(next)
        });
        let terms = concept.terms.iter().zip(forms);
        terms.map(move |(term, form)| Listed { concept, term, form, domain })
    })
}
