//! The places of a target text where a use may have been rendered, rightly or wrongly, each given to one use only.
//!
//! Lists are made when they are first asked for and used up from the front, so that a text with a hundred thousand
//! uses of one term is judged in the time of a hundred thousand, and not of their square.

use std::collections::BTreeMap;
use std::collections::VecDeque;

use unic_langid::LanguageIdentifier;

use super::Match;
use super::Matcher;
use super::TermHit;
use super::index::Index;
use super::index::Pattern;
use super::index::Role;
use super::judge::Fault;
use super::lenient;
use super::scan::Candidate;
use super::scan::Reading;
use super::spelling;
use super::tokens;
use super::tokens::Token;
use super::words::WordTable;
use crate::glossary::Glossary;
use crate::glossary::Status;
use crate::glossary::Term;
use crate::lang;
use crate::text::Span;

/// A text, read against the terms of its language.
#[derive(Debug)]
pub(super) struct Side<'m> {
    pub(super) index: &'m Index,
    pub(super) reading: Reading<'m>,
    pub(super) hits: Vec<TermHit>,
}

impl<'m> Side<'m> {
    pub(super) fn new(
        matcher: &'m Matcher,
        lang: &LanguageIdentifier,
        text: &'m str,
        inert: &[Span],
    ) -> Option<Self> {
        let index = matcher.index(lang)?;
        let reading = Reading::new(index, text, inert);
        let hits = reading.hits(index);
        Some(Self { index, reading, hits })
    }

    /// Places where a term may be, phrases that free one left out.
    pub(super) fn candidates(&self) -> impl Iterator<Item = (&Candidate, &Pattern)> {
        self.reading.candidates.iter().filter_map(|found| {
            let pattern = self.index.patterns.get(found.pattern as usize)?;
            (pattern.role != Role::Except).then_some((found, pattern))
        })
    }
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An approved form.
    Right,
    /// An approved form with function words or coordination between its words.
    Spread,
    /// A forbidden or deprecated form.
    Unapproved,
    /// An approved form in the wrong case or with other hyphens.
    Flawed,
    /// An approved form with other diacritics.
    Misspelt,
}

/// A place with what is wrong there, where anything is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) fault: Fault,
}

/// The places of one target text.
#[derive(Debug)]
pub(super) struct Places<'b> {
    glossary: &'b Glossary,
    lang: &'b LanguageIdentifier,
    text: &'b str,
    inert: &'b [Span],
    side: Option<&'b Side<'b>>,
    /// Candidates by concept: (concept, number), sorted.
    by_concept: Vec<(u32, usize)>,
    /// The target's hits by concept: (concept, number), sorted.
    hits_of: Vec<(usize, usize)>,
    /// Classes of the text's words: (class, token), sorted.
    classes: Option<Vec<(u32, usize)>>,
    /// The text's words, in small letters.
    words: Option<(Vec<Token>, WordTable)>,
    /// The same without diacritics.
    plain: Option<WordTable>,
    lists: BTreeMap<(u32, Kind), VecDeque<Place>>,
    verbatim: BTreeMap<(u32, String), VecDeque<Span>>,
    /// Renderings of terms that the source uses, by start: where, and of which concept. Those of the longest hits.
    claimed: Vec<(Span, u32)>,
    /// Places given to a use: (concept, start) to end; those of a concept do not overlap.
    taken: BTreeMap<(u32, u32), u32>,
}

impl<'b> Places<'b> {
    /// The places of a text; `used` are the concepts that the source uses, one a use.
    pub(super) fn new(
        glossary: &'b Glossary,
        lang: &'b LanguageIdentifier,
        text: &'b str,
        inert: &'b [Span],
        side: Option<&'b Side<'b>>,
        used: impl Iterator<Item = usize>,
    ) -> Self {
        let candidates = side.map(|side| side.reading.candidates.as_slice()).unwrap_or_default();
        let concept = |found: &Candidate| {
            side.and_then(|side| side.index.patterns.get(found.pattern as usize))
                .map_or(u32::MAX, |pattern| pattern.concept)
        };
        let mut by_concept: Vec<_> =
            candidates.iter().enumerate().map(|(at, found)| (concept(found), at)).collect();
        by_concept.sort_unstable();
        let hits = side.map(|side| side.hits.as_slice()).unwrap_or_default();
        let mut hits_of: Vec<_> =
            hits.iter().enumerate().map(|(at, hit)| (hit.concept, at)).collect();
        hits_of.sort_unstable();
        Self {
            glossary,
            lang,
            text,
            inert,
            side,
            by_concept,
            hits_of,
            classes: None,
            words: None,
            plain: None,
            lists: BTreeMap::new(),
            verbatim: BTreeMap::new(),
            claimed: claimed(side, used),
            taken: BTreeMap::new(),
        }
    }

    /// The first place of this kind for one of the concepts that no use of theirs has yet.
    pub(super) fn first(&mut self, concepts: &[u32], kind: Kind) -> Option<(u32, Place)> {
        concepts.iter().find_map(|concept| {
            let mut list = match self.lists.remove(&(*concept, kind)) {
                Some(list) => list,
                None => self.list(*concept, kind),
            };
            while list.front().is_some_and(|place| !self.is_free(concepts, place.span)) {
                list.pop_front();
            }
            let first = list.front().copied();
            self.lists.insert((*concept, kind), list);
            first.map(|place| (*concept, place))
        })
    }

    /// The first place where a form of the source stands as it is.
    pub(super) fn first_verbatim(&mut self, concepts: &[u32], form: &str) -> Option<Span> {
        let concept = *concepts.first()?;
        let key = (concept, form.to_owned());
        let mut list = match self.verbatim.remove(&key) {
            Some(list) => list,
            None => self.list_verbatim(form),
        };
        while list.front().is_some_and(|span| !self.is_free(concepts, *span)) {
            list.pop_front();
        }
        let first = list.front().copied();
        self.verbatim.insert(key, list);
        first
    }

    /// Gives a place to a use.
    pub(super) fn take(&mut self, concepts: &[u32], span: Span) {
        for concept in concepts {
            self.taken.insert((*concept, span.start()), span.end());
        }
    }

    /// Is a place no part of another concept's longer rendering, and not given to a use?
    fn is_free(&self, concepts: &[u32], span: Span) -> bool {
        let is_taken = |concept: &u32| {
            let before = self.taken.range((*concept, 0)..(*concept, span.end())).next_back();
            before.is_some_and(|(_, end)| *end > span.start())
        };
        let after = self.claimed.partition_point(|(known, _)| known.start() <= span.start());
        let earlier = self.claimed.get(..after).unwrap_or_default();
        let nearest = earlier.last().map(|(known, _)| *known);
        let mut around = earlier.iter().rev().take_while(|(known, _)| Some(*known) == nearest);
        let own = around.clone().any(|(_, concept)| concepts.contains(concept));
        let part =
            around.any(|(known, _)| known.contains(span) && known.len() > span.len()) && !own;
        !part && !concepts.iter().any(is_taken)
    }

    fn list(&mut self, concept: u32, kind: Kind) -> VecDeque<Place> {
        match kind {
            Kind::Right => self.approved(concept, true),
            Kind::Flawed => self.approved(concept, false),
            Kind::Spread => self.spread(concept),
            Kind::Unapproved => self.unapproved(concept),
            Kind::Misspelt => self.misspelt(concept),
        }
    }

    /// Approved forms without a flaw, or those with one.
    fn approved(&self, concept: u32, right: bool) -> VecDeque<Place> {
        let Some(side) = self.side else { return VecDeque::new() };
        let from = self.by_concept.partition_point(|(known, _)| *known < concept);
        let ours = self.by_concept.iter().skip(from).take_while(|(known, _)| *known == concept);
        ours.filter_map(|(_, at)| side.reading.candidates.get(*at))
            .filter_map(|found| {
                let pattern = side.index.patterns.get(found.pattern as usize)?;
                let spelt = found.has_right_hyphens(side.index);
                let is_right = spelt && found.has_right_case(side.index, pattern);
                let (span, term) = (found.span, pattern.term as usize);
                let fault = match found.how {
                    Match::Respelt if !spelt => Fault::Spelling { span, term },
                    _ => Fault::Case { span, term },
                };
                let wanted = pattern.approved && pattern.role != Role::Except && is_right == right;
                let word = !right && side.reading.is_common_word(found, pattern);
                (wanted && !word).then_some(Place { span, fault })
            })
            .collect()
    }

    fn spread(&mut self, concept: u32) -> VecDeque<Place> {
        let Some(side) = self.side else { return VecDeque::new() };
        let classes = &*self
            .classes
            .get_or_insert_with(|| lenient::classes(side.index, &side.reading.tokens));
        side.index
            .of_concept_with(concept, classes)
            .filter(|pattern| pattern.approved)
            .filter(|pattern| lenient::may_occur(side.index, pattern, classes))
            .flat_map(|pattern| {
                let reading = &side.reading;
                let (index, text, tokens) = (side.index, reading.text, &reading.tokens);
                lenient::over_function_words(index, text, tokens, classes, pattern)
            })
            .map(|span| Place { span, fault: Fault::Missing })
            .collect()
    }

    fn unapproved(&self, concept: u32) -> VecDeque<Place> {
        let hits = self.side.map(|side| side.hits.as_slice()).unwrap_or_default();
        let from = self.hits_of.partition_point(|(known, _)| *known < concept as usize);
        let ours = self.hits_of.iter().skip(from);
        ours.take_while(|(known, _)| *known == concept as usize)
            .filter_map(|(_, at)| hits.get(*at))
            .filter_map(|hit| {
                let (span, term) = (hit.span, hit.term);
                let fault = match self.glossary.concepts.get(hit.concept)?.terms.get(term)?.status {
                    Status::Forbidden => Fault::Forbidden { span, term },
                    Status::Deprecated => Fault::Deprecated { span, term },
                    Status::Preferred | Status::Admitted => return None,
                };
                Some(Place { span, fault })
            })
            .collect()
    }

    fn misspelt(&mut self, concept: u32) -> VecDeque<Place> {
        let (glossary, lang) = (self.glossary, self.lang);
        let text = self.text;
        let Some(side) = self.side else { return VecDeque::new() };
        let (tokens, _) = words(&mut self.words, text, self.inert);
        let plain =
            &*self.plain.get_or_insert_with(|| WordTable::new(spelling::folded(text, tokens)));
        let crowd = side.index.crowd(concept);
        let terms: Vec<(usize, &Term)> = match crowd {
            Some(crowd) => {
                let terms = glossary.concepts.get(concept as usize).map(|concept| &concept.terms);
                let near = crowd.near(plain).into_iter();
                near.filter_map(|term| Some((term, terms?.get(term)?))).collect()
            }
            None => approved_terms(glossary, concept, lang).collect(),
        };
        let mut list = VecDeque::new();
        for (term, listed) in terms {
            let found = spelling::find(listed, &side.index.morphology, tokens, plain)
                .into_iter()
                .filter(|span| spelling::differs(listed, span.slice(text)));
            let place = |span| Place { span, fault: Fault::Spelling { span, term } };
            list.extend(found.map(place));
        }
        list
    }

    fn list_verbatim(&mut self, form: &str) -> VecDeque<Span> {
        let mut small = Vec::new();
        let parts = tokens::tokenize(form, &[], |word| {
            small.push(word.to_owned());
            0
        });
        let Some((first, rest)) = small.split_first() else { return VecDeque::new() };
        let cased: Vec<_> =
            parts.iter().map(|part| tokens::surface(part.span.slice(form))).collect();
        let text = self.text;
        let (tokens, words) = words(&mut self.words, text, self.inert);
        words
            .places_of(first)
            .filter(|at| words.from(at + 1, rest.len()).is_some_and(|found| found == rest))
            .filter_map(|at| tokens.get(at..=at + rest.len()))
            .filter(|tokens| {
                let mut pairs = tokens.iter().zip(&cased);
                pairs.all(|(token, word)| is_same(word, token.span.slice(text)))
            })
            .filter_map(|tokens| Some(tokens.first()?.span.cover(tokens.last()?.span)))
            .collect()
    }
}

/// The text's words, and the same in small letters.
fn words<'w>(
    known: &'w mut Option<(Vec<Token>, WordTable)>,
    text: &str,
    inert: &[Span],
) -> &'w (Vec<Token>, WordTable) {
    known.get_or_insert_with(|| {
        let mut small = Vec::new();
        let tokens = tokens::tokenize(text, inert, |word| {
            small.push(word.to_owned());
            0
        });
        (tokens, WordTable::new(small))
    })
}

/// The approved terms of a concept in a language, with their places in the concept.
pub(super) fn approved_terms<'g>(
    glossary: &'g Glossary,
    concept: u32,
    lang: &'g LanguageIdentifier,
) -> impl Iterator<Item = (usize, &'g Term)> {
    let terms = glossary.concepts.get(concept as usize).map(|concept| concept.terms.as_slice());
    terms
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter(|(_, term)| term.status.is_approved() && lang::same(&term.lang, lang))
}

/// As many renderings of a concept as the source has uses of it.
fn claimed(side: Option<&Side<'_>>, used: impl Iterator<Item = usize>) -> Vec<(Span, u32)> {
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    for concept in used {
        *open.entry(concept).or_default() += 1;
    }
    let mut claimed = Vec::new();
    for hit in side.map(|side| side.hits.as_slice()).unwrap_or_default() {
        if let Some(left) = open.get_mut(&hit.concept).filter(|left| **left > 0) {
            *left -= 1;
            claimed.push((hit.span, u32::try_from(hit.concept).unwrap_or(u32::MAX)));
        }
    }
    claimed
}

/// Is a word that is the same in small letters the same in case where case matters: in an acronym, or a word with
/// capitals inside?
fn is_same(wanted: &str, word: &str) -> bool {
    !wanted.chars().skip(1).any(char::is_uppercase) || wanted == tokens::surface(word)
}
