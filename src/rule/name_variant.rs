//! `name-variant`: a spelling that the glossary does not list, and that is very likely a name that it does list.
//!
//! Names are compared by their sounds (`names`), and one sound-alike in a thousand words would already be a nuisance, so
//! the rule asks for much: a capitalised word that is no ordinary one, a score close to certainty, and, where there is
//! a source, the name in the source. What is listed in any form is never reported here.

use std::collections::{BTreeSet, HashMap};

use super::proper::{Ordinary, Proper, is_derived, is_slip, propers};
use super::rewording::{Wrong, reword};
use super::sink::replace;
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink, UnitScan};
use crate::bitext::{State, Unit};
use crate::diagnostic::{Applicability, Severity};
use crate::glossary::{Concept, ConceptKind, Term};
use crate::names::{Evidence, Names};
use crate::term::{Likeness, ListedNames};
use crate::text::{Span, fold_case};

crate::messages! { MESSAGES;
    likely = "name-variant-likely" (found, preferred);
    likely_letters = "name-variant-letters" (found, preferred, letters);
}

/// The rule's code.
pub(super) const CODE: &str = "name-variant";

const META: RuleMeta = RuleMeta {
    code: CODE,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/name-variant.md"),
    doc_fr: include_str!("../../docs/rules/fr/name-variant.md"),
    messages: MESSAGES,
};

/// Least score where nothing but the spelling speaks for the name. Measured on 200 000 words of English and French novels
/// and news with a glossary of 48 names: 33 false alarms from 0.5 on, 9 from 0.7, 2 from 0.8.
pub(super) const SURE: f64 = 0.8;
/// Least score where the source has the name, or the first name is there: that of the comparison itself.
const FACED: f64 = 0.5;
/// Fewest letters of a single word.
const LETTERS: usize = 5;
/// Most words of a name.
const WORDS: usize = 4;
/// Most differences that a message names.
const SHOWN: usize = 3;

#[derive(Debug)]
pub(super) struct NameVariant;

impl Rule for NameVariant {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        let lang = &cx.bitext.target_lang;
        let Some(names) = cx.matcher.names(cx.glossary, lang) else { return };
        let mut search = Search::new(cx, names);
        for (unit, scan) in
            cx.body().filter(|(unit, scan)| unit.state == State::Translated && !scan.untranslated)
        {
            search.unit(unit, scan, out);
        }
    }
}

/// What is known while a document is searched.
struct Search<'a> {
    cx: &'a Context<'a>,
    names: &'a ListedNames,
    ordinary: Ordinary,
    /// Words that have a capital where not every word would.
    inside: BTreeSet<&'a str>,
    /// What was looked up already.
    known: HashMap<&'a str, Vec<Likeness>>,
}

impl<'a> Search<'a> {
    fn new(cx: &'a Context<'a>, names: &'a ListedNames) -> Self {
        let lang = &cx.bitext.target_lang;
        let texts = || cx.body().map(|(unit, _)| unit.target_text());
        let inside = texts()
            .flat_map(|text| propers(text, lang))
            .filter(|proper| !proper.initial)
            .map(|proper| proper.text);
        Self {
            cx,
            names,
            ordinary: Ordinary::new(texts(), lang),
            inside: inside.collect(),
            known: HashMap::new(),
        }
    }

    fn unit(&mut self, unit: &'a Unit, terms: &UnitScan, out: &mut Sink) {
        let Some(passage) = unit.target_passage() else { return };
        let text: &'a str = &passage.text;
        let found = propers(text, &self.cx.bitext.target_lang);
        let hits = &terms.judgement.target_hits;
        let free = |proper: &Proper<'_>| {
            !passage.is_aside(proper.span) && !hits.iter().any(|hit| hit.span.overlaps(proper.span))
        };
        let mut at = 0;
        while let Some(first) = found.get(at) {
            let run = found.get(at..).unwrap_or_default();
            let len = run
                .iter()
                .take(WORDS)
                .take_while(|next| next.run == first.run && free(next))
                .count();
            let name = (1..=len).rev().find_map(|len| {
                let words = run.get(..len)?;
                let span = words.iter().map(|word| word.span).reduce(Span::cover)?;
                let likeness = self.judge(unit, terms, words, span.slice(text))?;
                Some((len, span, likeness))
            });
            let Some((len, span, likeness)) = name else {
                at += 1;
                continue;
            };
            self.report(unit, span, &likeness, out);
            at += len;
        }
    }

    /// The listed name that some words very likely are.
    fn judge(
        &mut self,
        unit: &Unit,
        terms: &UnitScan,
        words: &[Proper<'_>],
        spelling: &'a str,
    ) -> Option<Likeness> {
        let cx = self.cx;
        let lang = &cx.bitext.target_lang;
        if words.iter().all(|word| self.ordinary.has(word.text, lang)) {
            return None;
        }
        let short = spelling.chars().filter(|c| c.is_alphabetic()).count() < LETTERS;
        let in_doubt = words.iter().all(|word| word.initial && !self.inside.contains(word.text));
        let names = self.names;
        let all = self.known.entry(spelling).or_insert_with(|| names.like(spelling));
        let has_source = !unit.source_text().trim().is_empty();
        let faced = |likeness: &&Likeness| {
            terms.judgement.source_hits.iter().any(|hit| hit.concept == likeness.concept)
        };
        let best = if has_source {
            all.iter().find(faced).filter(|best| best.score >= FACED)
        } else {
            // One wrong letter in a long word is likelier a slip than another name.
            let slip =
                |best: &Likeness| is_slip(&fold_case(spelling), &fold_case(&form_of(cx, best)));
            let enough = |best: &Likeness| best.shared || best.score >= SURE;
            all.first().filter(|best| slip(best) || (enough(best) && !short && !in_doubt))
        };
        let best = *best?;
        let concept = cx.concept(best.concept)?;
        let form = form_of(cx, &best);
        // Russes is no spelling of Russie.
        let people = concept.kind == ConceptKind::Place
            && is_derived(&fold_case(spelling), &fold_case(&form));
        (!people && !is_another(concept, spelling)).then_some(best)
    }

    fn report(&self, unit: &Unit, span: Span, likeness: &Likeness, out: &mut Sink) {
        let lang = &self.cx.bitext.target_lang;
        let Some(concept) = self.cx.concept(likeness.concept) else { return };
        let Some(term) = concept.terms.get(likeness.term) else { return };
        let term = shortened(term, likeness.surname);
        let found = span.slice(unit.target_text());
        let wrong = Wrong { listed: None, name: true, organization: false, gender: None };
        let rules = self.cx.matcher.morphology(lang);
        let fix = reword(unit.target_text(), span, wrong, &term, lang, rules).and_then(|new| {
            replace(unit, Place::Target(new.span), new.text, Applicability::Suggestion)
        });
        // How the listed form would be inflected is not known.
        let fix = fix.filter(|_| likeness.ending == 0);
        let letters = differences(found, &term.form);
        let message = if letters.is_empty() {
            likely(found, term.form.as_str())
        } else {
            likely_letters(found, term.form.as_str(), letters)
        };
        if let Some(finding) = out.report(unit, Place::Target(span), message) {
            finding.concept = Some(concept.id.clone());
            finding.fix = fix;
            if let Some(Some(severity)) = concept.variants {
                finding.severity = severity;
            }
        }
    }
}

/// The form that a spelling is like: the term, or for a surname its last word.
fn form_of(cx: &Context<'_>, likeness: &Likeness) -> String {
    let term = cx.concept(likeness.concept).and_then(|concept| concept.terms.get(likeness.term));
    term.map(|term| shortened(term, likeness.surname).form).unwrap_or_default()
}

/// Does the glossary say that the spelling is somebody else's?
fn is_another(concept: &Concept, spelling: &str) -> bool {
    let folded = fold_case(spelling);
    concept.not_variants.iter().any(|name| {
        let name = fold_case(name);
        name == folded || folded.split(' ').any(|word| word == name)
    })
}

/// The term, or for a surname its last word.
fn shortened(term: &Term, surname: bool) -> Term {
    let mut term = term.clone();
    if surname && let Some((_, last)) = term.form.rsplit_once([' ', '\u{A0}']) {
        term.form = last.to_owned();
    }
    term
}

/// The letters that differ, as `dj / j`.
fn differences(found: &str, listed: &str) -> String {
    let evidence = Names::shipped().compare(found, listed).evidence;
    let letters = evidence.iter().filter_map(|seen| match seen {
        Evidence::Equated(a, b) | Evidence::Differ(a, b) if a != b => Some(format!("{a} / {b}")),
        Evidence::Extra(a) => Some(format!("{a} / –")),
        _ => None,
    });
    letters.take(SHOWN).collect::<Vec<_>>().join(", ")
}
