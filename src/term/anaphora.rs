//! Words that take up what was named before: *it*, *celle-ci*, « le Gouvernement » for the whole name.
//!
//! A translation that names a thing once and then says « elle » is no wrong term, though a term is missing. It is
//! told apart where three things hold: the concept is rendered before, in the sentence or the one before it in its
//! paragraph; behind that stands a word that takes something up, of the term's gender where the glossary gives one;
//! and no other use has that word already. Where that cannot be told, the term is simply missing.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::Judgement;
use super::Matcher;
use super::index::CONJUNCTION;
use super::index::FUNCTION;
use super::index::GAP;
use super::index::Index;
use super::index::LINK;
use super::index::Pattern;
use super::judge::Fault;
use super::places::Side;
use super::places::approved_terms;
use super::tokens::Token;
use crate::glossary::Gender;
use crate::glossary::Glossary;
use crate::text;
use crate::text::Span;

/// The words of a target text that take something up, each given to one use.
#[derive(Debug, Default)]
pub(super) struct Anaphora {
    words: Option<Vec<Anaphoric>>,
    /// First bytes of heads given to a use.
    heads: BTreeSet<u32>,
}

/// Words behind a rendering within which it is taken up; no sentence that people write is longer, and a file's one
/// segment of millions of words would be looked through for each of its uses.
const NEAR: usize = 400;

/// Terms of a concept that are asked for their gender and their head: the preferred ones come first.
const MOST_TERMS: usize = 64;

#[derive(Debug)]
struct Anaphoric {
    span: Span,
    gender: Option<char>,
    free: bool,
}

/// Marks the missing terms of a sentence that its words take up from the sentence before, in the same paragraph.
///
/// `target` is the sentence's translation, `inert` its sorted inert stretches.
pub fn take_up(
    matcher: &Matcher,
    glossary: &Glossary,
    judgement: &mut Judgement,
    before: &Judgement,
    target: &str,
    target_lang: &LanguageIdentifier,
    inert: &[Span],
) {
    let is_open = |fault: Fault, taken_up: bool| fault == Fault::Missing && !taken_up;
    if !judgement.verdicts.iter().any(|verdict| is_open(verdict.fault, verdict.taken_up)) {
        return;
    }
    let Some(side) = Side::new(matcher, target_lang, target, inert) else { return };
    let mut anaphora = Anaphora::default();
    // Words that take up something within the sentence are used already.
    for verdict in judgement.verdicts.iter().filter(|verdict| verdict.taken_up) {
        anaphora.take(glossary, &[number(verdict.concept)], &side, target_lang, 0);
    }
    for verdict in &mut judgement.verdicts {
        let named = before.target_hits.iter().any(|hit| {
            let concept = glossary.concepts.get(hit.concept);
            let term = concept.and_then(|concept| concept.terms.get(hit.term));
            hit.concept == verdict.concept && term.is_some_and(|term| term.status.is_approved())
        });
        if named && is_open(verdict.fault, verdict.taken_up) {
            let concept = [number(verdict.concept)];
            verdict.taken_up = anaphora.take(glossary, &concept, &side, target_lang, 0);
        }
    }
}

fn number(concept: usize) -> u32 {
    u32::try_from(concept).unwrap_or(u32::MAX)
}

impl Anaphora {
    /// Gives a use of the concepts the first free word that may take them up, from the byte `behind` on.
    pub(super) fn take(
        &mut self,
        glossary: &Glossary,
        concepts: &[u32],
        side: &Side<'_>,
        lang: &LanguageIdentifier,
        behind: u32,
    ) -> bool {
        let genders: Vec<char> = concepts
            .iter()
            .flat_map(|concept| approved_terms(glossary, *concept, lang).take(MOST_TERMS))
            .filter_map(|(_, term)| term.gender)
            .filter_map(letter)
            .collect();
        let agrees = |word: &Anaphoric| {
            genders.is_empty() || word.gender.is_none_or(|gender| genders.contains(&gender))
        };
        let words = self.words.get_or_insert_with(|| words(side));
        let from = words.partition_point(|word| word.span.start() < behind);
        let mut near = words.iter_mut().skip(from).take(NEAR);
        if let Some(word) = near.find(|word| word.free && agrees(word)) {
            word.free = false;
            return true;
        }
        let head = heads(side, concepts, behind).find(|at| !self.heads.contains(at));
        self.heads.extend(head);
        head.is_some()
    }
}

fn letter(gender: Gender) -> Option<char> {
    match gender {
        Gender::Masculine => Some('m'),
        Gender::Feminine => Some('f'),
        Gender::Neuter => None,
    }
}

/// The pronouns of a text, in order, without those of impersonal phrases.
fn words(side: &Side<'_>) -> Vec<Anaphoric> {
    let (morphology, reading) = (&side.index.morphology, &side.reading);
    if morphology.anaphors().is_empty() {
        return Vec::new();
    }
    let folded: Vec<String> = reading
        .tokens
        .iter()
        .map(|token| text::fold_case(token.span.slice(reading.text)))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = folded.get(at..).filter(|rest| !rest.is_empty()) {
        let idle = morphology.impersonal().iter().find(|phrase| rest.starts_with(phrase));
        let taken = morphology.anaphors().iter().find(|known| rest.starts_with(&known.words));
        at += match (idle, taken) {
            (Some(phrase), _) => phrase.len().max(1),
            (None, Some(known)) => {
                let last = reading.tokens.get(at + known.words.len() - 1);
                if let Some((first, last)) = reading.tokens.get(at).zip(last) {
                    let span = first.span.cover(last.span);
                    found.push(Anaphoric { span, gender: known.gender, free: true });
                }
                known.words.len()
            }
            (None, None) => 1,
        };
    }
    found
}

/// Where the bare head of a longer term stands behind an article, with nothing behind it that would make it another
/// thing: first bytes, in order.
fn heads<'s>(
    side: &'s Side<'s>,
    concepts: &'s [u32],
    behind: u32,
) -> impl Iterator<Item = u32> + use<'s> {
    let classes: Vec<u32> = concepts
        .iter()
        .flat_map(|concept| side.index.of_concept(*concept).take(MOST_TERMS))
        .filter(|pattern| pattern.approved)
        .filter_map(|pattern| head(side.index, pattern))
        .collect();
    let tokens = &side.reading.tokens;
    let from = if classes.is_empty() {
        tokens.len()
    } else {
        tokens.partition_point(|token| token.span.start() < behind).max(1)
    };
    (from..tokens.len().min(from + NEAR)).filter_map(move |at| {
        let (article, token) = (tokens.get(at - 1)?, tokens.get(at)?);
        let memberships = side.index.memberships(token.id);
        let is_head = memberships.iter().any(|it| !it.wide && classes.contains(&it.class));
        let article = text::fold_case(article.span.slice(side.reading.text));
        let whole = side.index.morphology.is_definite(&article)
            && tokens.get(at + 1).is_none_or(|next| ends_phrase(side.index, next))
            && !is_named(side, token);
        (is_head && whole).then(|| token.span.start())
    })
}

/// The class of a term's head, where it has several words: the first, or in a language whose heads come last the one
/// before a linking word.
fn head(index: &Index, pattern: &Pattern) -> Option<u32> {
    let is_function = |id: u32| index.is_marked(id, LINK | FUNCTION);
    let content = pattern.slots.iter().filter(|slot| !is_function(slot.id)).count();
    if content < 2 {
        return None;
    }
    let link = pattern.slots.iter().skip(1).position(|slot| is_function(slot.id));
    let place = match link {
        _ if !index.morphology.head_comes_last() => 0,
        Some(link) => link,
        None => pattern.slots.len() - 1,
    };
    pattern.slots.get(place).filter(|slot| !is_function(slot.id)).map(|slot| slot.class)
}

/// Is it a sign, or a word that begins something new: a verb's auxiliary, a conjunction, a relative?
fn ends_phrase(index: &Index, token: &Token) -> bool {
    let small = index.is_marked(token.id, GAP | CONJUNCTION) && !index.is_marked(token.id, LINK);
    !token.word || small
}

/// Is the word a part of a term that stands there?
fn is_named(side: &Side<'_>, token: &Token) -> bool {
    let after = side.hits.partition_point(|hit| hit.span.start() <= token.span.start());
    let last = after.checked_sub(1).and_then(|at| side.hits.get(at));
    last.is_some_and(|hit| hit.span.contains(token.span))
}
