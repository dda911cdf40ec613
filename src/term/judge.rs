//! Holding a translation to the glossary.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::Matcher;
use super::TermHit;
use super::anaphora::Anaphora;
use super::index::CONJUNCTION;
use super::index::Pattern;
use super::places::Kind;
use super::places::Place;
use super::places::Places;
use super::places::Side;
use super::places::approved_terms;
use super::scan::Candidate;
use super::tokens::Token;
use crate::glossary::Concept;
use crate::glossary::Glossary;
use crate::glossary::Matching;
use crate::text::Span;

/// What was found in a text and its translation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgement {
    /// Uses of terms in the source, as [`Matcher::scan`] gives them.
    pub source_hits: Vec<TermHit>,
    /// Uses of terms in the target, forbidden and deprecated ones among them.
    pub target_hits: Vec<TermHit>,
    /// The source uses whose translation is not right, in order.
    pub verdicts: Vec<Verdict>,
}

/// A use of a term in the source whose translation is not right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Index into the glossary's concepts; of several with the same source form, the first.
    pub concept: usize,
    /// The use.
    pub source: TermHit,
    /// What is wrong.
    pub fault: Fault,
    /// Is nothing there for the use but a pronoun, or the bare head of the term, that takes up an earlier rendering?
    pub taken_up: bool,
}

/// What is wrong with the translation of a term. Spans are bytes of the target, `term` an index into the terms of
/// the verdict's concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No approved form stands in the target, or fewer than the source has uses.
    Missing,
    /// The source form stands there.
    Untranslated {
        /// Where.
        span: Span,
    },
    /// A forbidden form stands there.
    Forbidden {
        /// Where.
        span: Span,
        /// Which.
        term: usize,
    },
    /// A deprecated form stands there.
    Deprecated {
        /// Where.
        span: Span,
        /// Which.
        term: usize,
    },
    /// An approved form stands there with other diacritics or hyphens.
    Spelling {
        /// Where.
        span: Span,
        /// Which.
        term: usize,
    },
    /// An approved form stands there in the wrong letter case.
    Case {
        /// Where.
        span: Span,
        /// Which.
        term: usize,
    },
    /// The source form was to stand in the target unchanged, and does not.
    NotKept,
}

/// Holds a target text to the terms that its source uses.
///
/// Any approved form of the concept is right, and where several concepts have the same source form, any of theirs.
/// A term used twice must be rendered twice, unless the two uses are coordinated and may share a rendering. A part
/// of a longer term's rendering is not the shorter term's. Inert stretches must be sorted.
#[allow(
    clippy::too_many_arguments,
    reason = "two texts of three parts each, and what to hold them to"
)]
pub fn judge(
    matcher: &Matcher,
    glossary: &Glossary,
    source: &str,
    source_lang: &LanguageIdentifier,
    source_inert: &[Span],
    target: &str,
    target_lang: &LanguageIdentifier,
    target_inert: &[Span],
) -> Judgement {
    let target_side = Side::new(matcher, target_lang, target, target_inert);
    let Some(source_side) = Side::new(matcher, source_lang, source, source_inert) else {
        let target_hits = target_side.map(|side| side.hits).unwrap_or_default();
        return Judgement { target_hits, ..Judgement::default() };
    };
    let used = source_side.hits.iter().map(|hit| hit.concept);
    let side = target_side.as_ref();
    let places = Places::new(glossary, target_lang, target, target_inert, side, used);
    let mut bench = Bench {
        glossary,
        target_lang,
        source: &source_side,
        places,
        target: side,
        satisfied: BTreeMap::new(),
        rendered_at: BTreeMap::new(),
        anaphora: Anaphora::default(),
    };
    let verdicts = bench.verdicts();
    let target_hits = target_side.map(|side| side.hits).unwrap_or_default();
    Judgement { source_hits: source_side.hits, target_hits, verdicts }
}

/// A use of the source with every concept that it may be.
#[derive(Debug)]
struct Use {
    hit: TermHit,
    concepts: Vec<u32>,
}

struct Bench<'b> {
    glossary: &'b Glossary,
    target_lang: &'b LanguageIdentifier,
    source: &'b Side<'b>,
    places: Places<'b>,
    target: Option<&'b Side<'b>>,
    /// The last use of a concept that was found right.
    satisfied: BTreeMap<u32, Span>,
    /// The first place in the target where a concept was rendered.
    rendered_at: BTreeMap<u32, Span>,
    /// Words that take up what was said, each for one use.
    anaphora: Anaphora,
}

impl Bench<'_> {
    fn verdicts(&mut self) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        for used in self.uses() {
            if let Some((concept, fault)) = self.fault(&used) {
                let taken_up = fault == Fault::Missing && self.is_taken_up(&used);
                verdicts.push(Verdict { concept, source: used.hit, fault, taken_up });
            }
        }
        verdicts
    }

    /// The source's uses, one a place, each with the concepts that have the form there.
    ///
    /// A place may also be read as a longer term listed with other capitals: a *supreme court* is rendered as one,
    /// and not as the *court* that the small letters leave.
    fn uses(&self) -> Vec<Use> {
        let index = self.source.index;
        let all: Vec<_> = self.source.candidates().collect();
        let is_miscased =
            |(found, pattern): &&(&Candidate, &Pattern)| !found.has_right_case(index, pattern);
        let miscased: Vec<_> = all.iter().filter(is_miscased).copied().collect();
        let mut uses: Vec<Use> = Vec::new();
        for hit in &self.source.hits {
            if uses.last().is_some_and(|last| last.hit.span == hit.span) {
                continue;
            }
            let from = all.partition_point(|(found, _)| found.span.start() < hit.span.start());
            let here = all.iter().skip(from);
            let here = here.take_while(|(found, _)| found.span.start() == hit.span.start());
            let same = here.filter(|(found, pattern)| {
                found.span == hit.span && !found.wide && found.has_right_case(index, pattern)
            });
            let mut concepts: Vec<_> = same
                .chain(around(&miscased, hit.span))
                .map(|(_, pattern)| pattern.concept)
                .collect();
            concepts.sort_unstable();
            concepts.dedup();
            uses.push(Use { hit: *hit, concepts });
        }
        uses
    }

    /// What is wrong with the translation of a use; `None` where it is right or the glossary asks for nothing.
    fn fault(&mut self, used: &Use) -> Option<(usize, Fault)> {
        let kept = used.concepts.iter().find(|concept| {
            self.concept(**concept).is_some_and(|concept| concept.do_not_translate)
        });
        if kept.is_none() && !used.concepts.iter().any(|concept| self.asks_for_a_form(*concept)) {
            return None;
        }
        if self.rendered(used) || self.is_shared(used) {
            for concept in &used.concepts {
                self.satisfied.insert(*concept, used.hit.span);
            }
            return None;
        }
        let verbatim = self.verbatim(used);
        let (concept, fault) = match (kept, verbatim) {
            (Some(_), Some(span)) => {
                self.places.take(&used.concepts, span);
                return None;
            }
            (Some(concept), None) => (*concept as usize, Fault::NotKept),
            (None, verbatim) => self.wrong(used, verbatim),
        };
        if let Some(span) = fault.span() {
            self.places.take(&used.concepts, span);
        }
        Some((concept, fault))
    }

    /// Is there a right rendering that no other use of the concept has? Takes it.
    ///
    /// A short form inside the source's own words is none: *Fayez al-Sarraj* left as it is does not render itself by
    /// its *Sarraj* where the full form is to be *Fayez el-Sarraj*.
    fn rendered(&mut self, used: &Use) -> bool {
        let right = self.places.first(&used.concepts, Kind::Right);
        let found = right.or_else(|| self.places.first(&used.concepts, Kind::Spread));
        if let Some((_, place)) = found {
            let within = |span: Span| span.contains(place.span) && span.len() > place.span.len();
            if self.verbatim(used).is_some_and(within) {
                return false;
            }
            self.places.take(&used.concepts, place.span);
            for concept in &used.concepts {
                self.rendered_at.entry(*concept).or_insert(place.span);
            }
        }
        found.is_some()
    }

    /// What stands in the place of a right rendering.
    ///
    /// What is equal to the source is untranslated, also where only accents tell it from the right form (*hygiene*).
    /// A name left so, which is one listed with a capital, is misspelt (*Erdogan*): nobody translates it, and many a
    /// house writes it without the accent. Where only capitals differ, they are the fault.
    fn wrong(&mut self, used: &Use, verbatim: Option<Span>) -> (usize, Fault) {
        let is_name = self.is_name(used);
        let mut first = |kind| self.places.first(&used.concepts, kind);
        let fault = |(concept, place): (u32, Place)| (concept as usize, place.fault);
        let mut flawed = || first(Kind::Flawed).or_else(|| first(Kind::Misspelt));
        if let Some(found) = if is_name { flawed() } else { None } {
            return fault(found);
        }
        let unapproved = first(Kind::Unapproved);
        // A source word inside a forbidden form is a part of that form.
        let inside = |span: Span| {
            unapproved.is_some_and(|(_, it)| it.span.contains(span) && it.span.len() > span.len())
        };
        if let Some(span) = verbatim.filter(|span| !inside(*span)) {
            let miscased =
                |(_, it): &(u32, Place)| it.span == span && matches!(it.fault, Fault::Case { .. });
            if let Some(found) = first(Kind::Flawed).filter(miscased) {
                return fault(found);
            }
            return (used.hit.concept, Fault::Untranslated { span });
        }
        unapproved
            .or_else(|| first(Kind::Flawed))
            .or_else(|| first(Kind::Misspelt))
            .map_or((used.hit.concept, Fault::Missing), fault)
    }

    /// Does a word behind an earlier rendering take it up for this use?
    fn is_taken_up(&mut self, used: &Use) -> bool {
        let first = used.concepts.iter().filter_map(|concept| self.rendered_at.get(concept)).min();
        let (Some(rendered), Some(side)) = (first, self.target) else { return false };
        let behind = rendered.end();
        self.anaphora.take(self.glossary, &used.concepts, side, self.target_lang, behind)
    }

    /// Is the use coordinated with one before it, with which it may share a rendering?
    ///
    /// « maladies et infections respiratoires » renders *respiratory diseases and respiratory infections*, and
    /// « l’ONU » renders *the United Nations (UN)*: a long form with its acronym beside it is said once.
    fn is_shared(&self, used: &Use) -> bool {
        /// Words between two uses that still make one phrase.
        const NEAR: usize = 5;
        used.concepts.iter().filter_map(|concept| self.satisfied.get(concept)).any(|span| {
            let between = Span::of(span.end() as usize, used.hit.span.start() as usize);
            let tokens = &self.source.reading.tokens;
            let from = tokens.partition_point(|token| token.span.start() < between.start());
            let to = tokens.partition_point(|token| token.span.start() < between.end());
            let words = tokens.get(from..to).unwrap_or_default();
            let joins = |token: &Token| {
                self.source.index.is_marked(token.id, CONJUNCTION)
                    || token.span.slice(self.source.reading.text) == ","
            };
            let beside = between.slice(self.source.reading.text).trim() == "(";
            beside || (words.len() <= NEAR && words.iter().any(joins))
        })
    }

    /// The first place where the source's words stand in the target as they are, or the listed form.
    fn verbatim(&mut self, used: &Use) -> Option<Span> {
        let surface = used.hit.span.slice(self.source.reading.text);
        let found = self.places.first_verbatim(&used.concepts, surface);
        found.or_else(|| {
            let concept = self.glossary.concepts.get(used.hit.concept)?;
            let term = concept.terms.get(used.hit.term)?;
            let listed = (term.matching != Matching::Regex).then_some(&term.form)?;
            self.places.first_verbatim(&used.concepts, listed)
        })
    }

    /// Does the glossary list the use with a capital, or as a person or a place?
    fn is_name(&self, used: &Use) -> bool {
        let concept = self.glossary.concepts.get(used.hit.concept);
        let term = concept.and_then(|concept| concept.terms.get(used.hit.term));
        concept.is_some_and(|concept| concept.kind.is_name())
            || term.is_some_and(|term| term.form.chars().next().is_some_and(char::is_uppercase))
    }

    fn asks_for_a_form(&self, concept: u32) -> bool {
        approved_terms(self.glossary, concept, self.target_lang).next().is_some()
    }

    fn concept(&self, number: u32) -> Option<&Concept> {
        self.glossary.concepts.get(number as usize)
    }
}

/// Those of the miscased candidates that hold the place and more.
fn around<'c>(
    miscased: &'c [(&'c Candidate, &'c Pattern)],
    place: Span,
) -> impl Iterator<Item = &'c (&'c Candidate, &'c Pattern)> {
    /// A place is looked for in this many candidates before it, so that no text costs the square of its length.
    const NEAR: usize = 64;
    let after = miscased.partition_point(|(found, _)| found.span.start() <= place.start());
    let near = miscased.get(after.saturating_sub(NEAR)..after).unwrap_or_default();
    near.iter()
        .filter(move |(found, _)| found.span.contains(place) && found.span.len() > place.len())
}

impl Fault {
    /// The place in the target, where there is one.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Missing | Self::NotKept => None,
            Self::Untranslated { span }
            | Self::Forbidden { span, .. }
            | Self::Deprecated { span, .. }
            | Self::Spelling { span, .. }
            | Self::Case { span, .. } => Some(span),
        }
    }
}
