//! What the glossary rules share: the broken uses of terms in a bitext, and the replacement that would mend one.

use super::longer_name::is_in_longer_name;
use super::rewording::{Wrong, reword};
use super::sink::{excerpt, replace};
use super::{Context, Place, Sink};
use crate::bitext::{State, Unit};
use crate::diagnostic::{Applicability, Diagnostic};
use crate::glossary::{self, CaseRule, Concept, ConceptKind, Status, Term, TermRole};
use crate::message::Message;
use crate::morphology::Morphology;
use crate::names::Names;
use crate::term::{Fault, Judgement, Verdict, respell};
use crate::text::{Span, fold_case, fold_diacritics, join_spans, words};

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

    /// Does the target have an approved form with the endings of its language (Putinem in Polish), which the glossary
    /// need not list?
    pub(super) fn is_inflected(&self) -> bool {
        let lang = &self.cx.bitext.target_lang;
        let names = Names::shipped();
        if !names.inflects(lang) {
            return false;
        }
        let own: Vec<String> =
            words(self.unit.target_text()).map(|word| fold_case(word.text)).collect();
        let approved = self.concept.terms_in(lang).filter(|term| term.status.is_approved());
        approved.into_iter().any(|term| {
            let mut form = words(&term.form).map(|word| fold_case(word.text)).peekable();
            form.peek().is_some()
                && form.all(|word| own.iter().any(|own| names.are_inflections(own, &word, lang)))
        })
    }

    /// The source's form as the glossary lists it.
    fn listed(&self) -> Option<&'a str> {
        self.concept.terms.get(self.verdict.source.term).map(|term| term.form.as_str())
    }

    /// The term that stands there, where it is one of the glossary's.
    fn wrong_term(&self) -> Option<&'a Term> {
        match self.verdict.fault {
            Fault::Spelling { term, .. }
            | Fault::Case { term, .. }
            | Fault::Forbidden { term, .. }
            | Fault::Deprecated { term, .. } => self.concept.terms.get(term),
            _ => None,
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

    /// Reports the fault and gives the finding back.
    pub(super) fn report<'o>(
        &self,
        out: &'o mut Sink,
        place: Place,
        message: Message,
    ) -> Option<&'o mut Diagnostic> {
        let found = out.report(self.unit, place, message)?;
        found.concept = Some(self.concept.id.clone());
        found.source = Some(excerpt(self.unit.source_text(), self.verdict.source.span));
        Some(found)
    }

    /// Reports that a form to be kept is not, with the source's form in its place where a part is known to be it.
    pub(super) fn report_not_kept(&self, out: &mut Sink, message: Message) {
        let kept = self.source_text();
        let Some(span) = alike(self.unit, kept) else {
            self.report(out, Place::Target(self.whole_target()), message);
            return;
        };
        let place = Place::Target(span);
        let fix = replace(self.unit, place, kept.to_owned(), Applicability::Safe);
        if let Some(found) = self.report(out, place, message) {
            found.fix = fix;
        }
    }

    /// Reports the fault with the preferred form in its place.
    pub(super) fn report_with_fix(&self, out: &mut Sink, place: Place, message: Message) {
        let fix = self.preferred_term().and_then(|term| {
            let gender = self.wrong_term().and_then(|term| term.gender);
            let old = Wrong { gender, ..wrong(self.concept, self.listed()) };
            mend(&self.cx, self.unit, place.span(), old, term)
        });
        if let Some(found) = self.report(out, place, message) {
            found.fix = fix;
        }
    }
}

/// An approved form with other accents, hyphens or capitals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Variant<'a> {
    unit: &'a Unit,
    concept: &'a Concept,
    term: &'a Term,
    span: Span,
    /// What is wrong: `true` for capitals alone.
    pub(super) case: bool,
    source: Option<Span>,
    rules: &'a Morphology,
}

/// Every flawed form, those of a text in one language included.
pub(super) fn variants<'a>(
    cx: &Context<'a>,
    family: Family,
) -> impl Iterator<Item = Variant<'a>> + use<'a> {
    let cx = *cx;
    let faced = cx.translated().flat_map(|(unit, scan)| {
        let verdicts = scan.judgement.verdicts.iter();
        verdicts.map(move |it| (unit, it.concept, it.fault, Some(it.source.span)))
    });
    let alone = cx.body().flat_map(|(unit, scan)| {
        scan.flaws.iter().map(move |flaw| (unit, flaw.concept, flaw.fault, None))
    });
    faced.chain(alone).filter_map(move |(unit, concept, fault, source)| {
        let (span, term, case) = match fault {
            Fault::Spelling { span, term } => (span, term, false),
            Fault::Case { span, term } => (span, term, true),
            _ => return None,
        };
        let concept = cx.concept(concept).filter(|concept| family.has(concept))?;
        let term = concept.terms.get(term)?;
        let rules = cx.matcher.morphology(&cx.bitext.target_lang);
        let variant = Variant { unit, concept, term, span, case, source, rules };
        variant.is_meant().then_some(variant)
    })
}

impl<'a> Variant<'a> {
    /// The form as it stands in the text.
    pub(super) fn found(&self) -> &'a str {
        self.span.slice(self.unit.target_text())
    }

    /// The form rightly written: with the number it has in the text where that can be told.
    pub(super) fn right(&self) -> String {
        self.respelt().unwrap_or_else(|| self.term.form.clone())
    }

    fn respelt(&self) -> Option<String> {
        let before = Span::of(0, self.span.start() as usize).slice(self.unit.target_text());
        let before = before.trim_end_matches([' ', '\u{A0}', '«', '“', '"', '(']);
        let opens = before.is_empty() || before.ends_with(['.', '!', '?', '…']);
        respell(self.term, self.found(), opens, self.rules)
    }

    /// A common word in small letters may be another word than the one listed with a capital (*état*, *État*), unless
    /// the glossary says that case decides.
    fn is_meant(&self) -> bool {
        let found = self.found();
        let is_word = !found.contains([' ', '\u{A0}', '-']);
        let is_small = !found.chars().any(char::is_uppercase);
        let decides = self.term.case == CaseRule::Exact || self.concept.kind != ConceptKind::Term;
        decides || !(self.case && is_word && is_small)
    }

    /// Reports the form, with the right one in its place where that can be told.
    pub(super) fn report(&self, out: &mut Sink, message: Message) {
        let place = Place::Target(self.span);
        let safe = |text| replace(self.unit, place, text, Applicability::Safe);
        let fix = self.respelt().and_then(safe);
        let source = self.source.map(|span| excerpt(self.unit.source_text(), span));
        if let Some(found) = out.report(self.unit, place, message) {
            found.concept = Some(self.concept.id.clone());
            found.source = source;
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
            let (text, source_lang) = (unit.target_text(), &cx.bitext.source_lang);
            let lang = &cx.bitext.target_lang;
            if glossary::is_of_layer(concept) && is_in_longer_name(text, span, source_lang, lang) {
                continue;
            }
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
    let spans = judgement.verdicts.iter().filter_map(|verdict| verdict.fault.span());
    let known = join_spans(spans.collect());
    for hit in &judgement.target_hits {
        let near = known.partition_point(|span| span.end() <= hit.span.start());
        if known.get(near).is_none_or(|span| !span.overlaps(hit.span)) {
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
            let old = Wrong { gender: self.term.gender, ..wrong(self.concept, listed) };
            mend(&self.cx, self.unit, self.span, old, &self.chosen(term))
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

/// Where the words of a form stand in the target with other accents or capitals.
///
/// A short form in small letters may be a word of the language (*it*, *IT*), so it must have a capital.
fn alike(unit: &Unit, form: &str) -> Option<Span> {
    let text = unit.target_text();
    let wanted: Vec<String> = words(form).map(|word| fold_diacritics(word.text)).collect();
    let found: Vec<_> = words(text).collect();
    let folded: Vec<String> = found.iter().map(|word| fold_diacritics(word.text)).collect();
    let mut places = folded.windows(wanted.len().max(1)).zip(found.windows(wanted.len().max(1)));
    places.find_map(|(own, words)| {
        let span = words.first()?.span.cover(words.last()?.span);
        let written = span.slice(text);
        let is_word = written.chars().count() < 5 && !written.chars().any(char::is_uppercase);
        let is_inert = unit.target_passage().is_some_and(|passage| passage.is_aside(span));
        (own == wanted && written != form && !is_word && !is_inert).then_some(span)
    })
}

/// The approved target term that answers a term of some role.
fn counterpart<'a>(concept: &'a Concept, role: TermRole, cx: &Context<'a>) -> Option<&'a Term> {
    let lang = &cx.bitext.target_lang;
    concept.terms_in(lang).find(|term| term.is_preferred(role)).or_else(|| concept.preferred(lang))
}

/// What is known of wrong words: persons, places and organisations are names.
fn wrong<'a>(concept: &Concept, listed: Option<&'a str>) -> Wrong<'a> {
    let organization = concept.kind == ConceptKind::Organization;
    Wrong { listed, name: concept.kind != ConceptKind::Term, organization, gender: None }
}

/// The edit that puts a term in the place of wrong words, the small words before it made to agree.
fn mend(
    cx: &Context<'_>,
    unit: &Unit,
    span: Span,
    old: Wrong<'_>,
    new: &Term,
) -> Option<crate::diagnostic::Fix> {
    let lang = &cx.bitext.target_lang;
    let rules = cx.matcher.morphology(lang);
    let reworded = reword(unit.target_text(), span, old, new, lang, rules)?;
    let applicability = match (reworded.sure, reworded.article) {
        (true, _) => Applicability::Safe,
        (false, true) => Applicability::Unsafe,
        (false, false) => Applicability::Suggestion,
    };
    replace(unit, Place::Target(reworded.span), reworded.text, applicability)
}
