//! What the glossary rules share: the broken uses of terms in a bitext, and the replacement that would mend one.

use super::rewording::{Wrong, reword};
use super::sink::{excerpt, replace};
use super::{Context, Place, Sink};
use crate::bitext::{State, Unit};
use crate::diagnostic::Applicability;
use crate::glossary::{Concept, ConceptKind, Status, Term, TermRole};
use crate::message::Message;
use crate::term::{Fault, Judgement, Verdict};
use crate::text::{Span, fold_diacritics};

/// Which concepts a rule speaks of: faults of persons and places are faults of a name, and told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Terms and organisations.
    Terms,
    /// Persons and places.
    Names,
}

impl Family {
    fn has(self, concept: &Concept) -> bool {
        concept.kind.is_name() == (self == Self::Names)
    }
}

/// A use of a source term that has no right counterpart.
#[derive(Debug, Clone, Copy)]
pub(super) struct BrokenUse<'a> {
    cx: Context<'a>,
    unit: &'a Unit,
    concept: &'a Concept,
    /// What the matcher says of it.
    pub(super) verdict: &'a Verdict,
}

/// Every broken use in the translated units of the body.
pub(super) fn faults<'a>(cx: &Context<'a>, family: Family) -> impl Iterator<Item = BrokenUse<'a>> {
    let cx = *cx;
    cx.translated().flat_map(move |(unit, scan)| {
        scan.judgement.verdicts.iter().filter_map(move |verdict| {
            let concept = cx.concept(verdict.concept).filter(|concept| family.has(concept))?;
            Some(BrokenUse { cx, unit, concept, verdict })
        })
    })
}

impl<'a> BrokenUse<'a> {
    /// The source term as it stands in the text.
    pub(super) fn source_text(&self) -> &'a str {
        self.verdict.source.span.slice(self.unit.source_text())
    }

    /// A part of the target as it stands in the text.
    pub(super) fn target_text(&self, span: Span) -> &'a str {
        span.slice(self.unit.target_text())
    }

    /// The form that should stand in the target; empty where the glossary has none.
    pub(super) fn preferred(&self) -> &'a str {
        self.preferred_term().map_or("", |term| term.form.as_str())
    }

    /// The form as the glossary lists it; for a term left in the source's language, that language's form.
    fn listed(&self) -> Option<&'a str> {
        match self.verdict.fault {
            // Right but for accents, hyphens or capitals: what stands there is known to be that form.
            Fault::Spelling { span, .. } | Fault::Case { span, .. } => Some(self.target_text(span)),
            _ => self.concept.terms.get(self.verdict.source.term).map(|term| term.form.as_str()),
        }
    }

    /// The whole target segment: where one would edit when nothing in it is known to be wrong.
    pub(super) fn whole_target(&self) -> Span {
        Span::of(0, self.unit.target_text().len())
    }

    /// An acronym is answered by an acronym, a surname by a surname, where the target has one.
    fn preferred_term(&self) -> Option<&'a Term> {
        let role = self
            .concept
            .terms
            .get(self.verdict.source.term)
            .map_or(TermRole::Full, |term| term.role);
        counterpart(self.concept, role, &self.cx)
    }

    /// Reports the fault.
    pub(super) fn report(&self, out: &mut Sink, place: Place, message: Message) {
        let source = excerpt(self.unit.source_text(), self.verdict.source.span);
        if let Some(found) = out.report(self.unit, place, message) {
            found.concept = Some(self.concept.id.clone());
            found.source = Some(source);
        }
    }

    /// Reports the fault with the preferred form in its place.
    pub(super) fn report_with_fix(&self, out: &mut Sink, place: Place, message: Message) {
        let source = excerpt(self.unit.source_text(), self.verdict.source.span);
        let fix = self.preferred_term().and_then(|term| {
            mend(&self.cx, self.unit, place.span(), wrong(self.concept, self.listed()), term)
        });
        if let Some(found) = out.report(self.unit, place, message) {
            found.concept = Some(self.concept.id.clone());
            found.source = Some(source);
            found.fix = fix;
        }
    }
}

/// A form of the target that the glossary forbids or gives up, whether or not the source calls for its concept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unwanted<'a> {
    cx: Context<'a>,
    unit: &'a Unit,
    concept: &'a Concept,
    term: &'a Term,
    span: Span,
    source: Option<Span>,
}

/// Every unwanted form of a status in the body, each place once.
pub(super) fn unwanted<'a>(cx: &Context<'a>, family: Family, status: Status) -> Vec<Unwanted<'a>> {
    let mut out = Vec::new();
    for (unit, scan) in
        cx.body().filter(|(unit, scan)| unit.state == State::Translated && !scan.untranslated)
    {
        for (concept, term, span, source) in places(&scan.judgement) {
            let Some(concept) = cx.concept(concept).filter(|concept| family.has(concept)) else {
                continue;
            };
            let Some(term) = concept.terms.get(term).filter(|term| term.status == status) else {
                continue;
            };
            out.push(Unwanted { cx: *cx, unit, concept, term, span, source });
        }
    }
    out
}

/// Concept, term, place in the target and, where it faces a source term, place in the source.
type Found = (usize, usize, Span, Option<Span>);

fn places(judgement: &Judgement) -> Vec<Found> {
    let mut places: Vec<Found> = judgement
        .verdicts
        .iter()
        .filter_map(|verdict| match verdict.fault {
            Fault::Forbidden { span, term } | Fault::Deprecated { span, term } => {
                Some((verdict.concept, term, span, Some(verdict.source.span)))
            }
            _ => None,
        })
        .collect();
    let mut spans: Vec<Span> = places.iter().map(|(_, _, span, _)| *span).collect();
    spans.extend(judgement.verdicts.iter().filter_map(|verdict| verdict.fault.span()));
    for hit in &judgement.target_hits {
        if !spans.iter().any(|span| span.overlaps(hit.span)) {
            places.push((hit.concept, hit.term, hit.span, None));
        }
    }
    places
}

impl<'a> Unwanted<'a> {
    /// The form as it stands in the text.
    pub(super) fn found(&self) -> &'a str {
        self.span.slice(self.unit.target_text())
    }

    /// The form that should stand there; empty where the glossary has none.
    pub(super) fn preferred(&self) -> &'a str {
        self.term
            .instead
            .as_deref()
            .unwrap_or_else(|| self.preferred_term().map_or("", |term| term.form.as_str()))
    }

    /// Why the form is unwanted, where the glossary says it.
    pub(super) fn why(&self) -> Option<&'a str> {
        self.term.why.as_deref()
    }

    /// An acronym is replaced by the acronym, other forms by the preferred one that is spelled most like them: a
    /// surname by the surname, where the given name stands before it already.
    fn preferred_term(&self) -> Option<&'a Term> {
        if self.term.role == TermRole::Acronym {
            return counterpart(self.concept, TermRole::Acronym, &self.cx);
        }
        let lang = &self.cx.bitext.target_lang;
        let wrong = fold_diacritics(&self.term.form);
        let likeness =
            |term: &Term| strsim::normalized_levenshtein(&fold_diacritics(&term.form), &wrong);
        self.concept
            .terms_in(lang)
            .filter(|term| term.status == Status::Preferred && term.role != TermRole::Acronym)
            .map(|term| (likeness(term), term))
            // The first of equals is the full form.
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, term)| term)
            .or_else(|| self.concept.preferred(lang))
    }

    /// Reports the form, with the preferred one in its place.
    pub(super) fn report(&self, out: &mut Sink, message: Message) {
        let fix = self.preferred_term().and_then(|term| {
            let listed = Some(self.term.form.as_str());
            mend(&self.cx, self.unit, self.span, wrong(self.concept, listed), &self.chosen(term))
        });
        let source = self.source.map(|span| excerpt(self.unit.source_text(), span));
        if let Some(found) = out.report(self.unit, Place::Target(self.span), message) {
            found.concept = Some(self.concept.id.clone());
            found.source = source;
            found.fix = fix;
        }
    }

    /// The term to write: the listed replacement where there is one, with the preferred term's gender.
    fn chosen(&self, preferred: &Term) -> Term {
        let mut term = preferred.clone();
        if let Some(form) = &self.term.instead {
            term.form.clone_from(form);
        }
        term
    }
}

/// The approved target term that answers a term of some role.
fn counterpart<'a>(concept: &'a Concept, role: TermRole, cx: &Context<'a>) -> Option<&'a Term> {
    let lang = &cx.bitext.target_lang;
    concept.terms_in(lang).find(|term| term.is_preferred(role)).or_else(|| concept.preferred(lang))
}

/// What is known of wrong words: persons, places and organisations are names.
fn wrong<'a>(concept: &Concept, listed: Option<&'a str>) -> Wrong<'a> {
    Wrong { listed, name: concept.kind != ConceptKind::Term }
}

/// The edit that puts a term in the place of wrong words, the small words before it made to agree.
fn mend(
    cx: &Context<'_>,
    unit: &Unit,
    span: Span,
    old: Wrong<'_>,
    new: &Term,
) -> Option<crate::diagnostic::Fix> {
    let reworded = reword(unit.target_text(), span, old, new, &cx.bitext.target_lang);
    let applicability = if reworded.sure { Applicability::Safe } else { Applicability::Suggestion };
    replace(unit, Place::Target(reworded.span), reworded.text, applicability)
}
