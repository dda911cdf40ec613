//! Terms whose words do not follow each other.
//!
//! For accepting a translation, function words, coordination and common adverbs may stand between the words of a
//! term (*restrictions strictes mais* … no; *cas suspects et confirmés*, *virus très contagieux*). A content word may
//! not: a free gap passed « congé pour fonctions civiques » as « congé civique ». Where the glossary gives a term a
//! `gap`, any words may stand there.

use super::case::CaseFit;
use super::index::ADJECTIVE;
use super::index::AUXILIARY;
use super::index::CONJUNCTION;
use super::index::GAP;
use super::index::Index;
use super::index::LINK;
use super::index::Pattern;
use super::index::Role;
use super::index::Slot;
use super::intern::UNKNOWN;
use super::scan;
use super::tokens::Gap;
use super::tokens::Token;
use crate::glossary::CaseRule;
use crate::text::Span;

/// Words at most between two words of a term.
const LONGEST: usize = 7;
/// Function words at most, without coordination.
const LONGEST_PLAIN: usize = 4;

/// The classes of a text's words, each with the token that is of it: sorted.
pub(super) fn classes(index: &Index, tokens: &[Token]) -> Vec<(u32, usize)> {
    let mut classes = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        classes.extend(index.memberships(token.id).iter().map(|member| (member.class, at)));
    }
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// The tokens of a class, in order.
fn of_class(classes: &[(u32, usize)], class: u32) -> impl Iterator<Item = usize> {
    let from = classes.partition_point(|(known, _)| *known < class);
    let rest = classes.get(from..).unwrap_or_default().iter();
    rest.take_while(move |(known, _)| *known == class).map(|(_, at)| *at)
}

/// The places where the pattern stands with function words or coordination between its words, in order.
/// `classes` are those of the text's words.
pub(super) fn over_function_words(
    index: &Index,
    text: &str,
    tokens: &[Token],
    classes: &[(u32, usize)],
    pattern: &Pattern,
) -> Vec<Span> {
    if pattern.slots.len() < 2 || matches!(pattern.role, Role::Except | Role::Joined) {
        return Vec::new();
    }
    let search = Search { index, text, tokens, classes, pattern };
    let mut places = search.all(&pattern.slots);
    if pattern.slots.first().is_some_and(|slot| index.is_marked(slot.id, AUXILIARY)) {
        places.extend(search.all(pattern.slots.get(1..).unwrap_or_default()));
    }
    places
}

/// Are there words of the text for every word of the pattern? `classes` are those of the text's words.
pub(super) fn may_occur(index: &Index, pattern: &Pattern, classes: &[(u32, usize)]) -> bool {
    pattern
        .slots
        .iter()
        .all(|slot| is_present(classes, slot.class) || index.is_marked(slot.id, LINK | AUXILIARY))
}

/// Has the text a word of the class?
pub(super) fn is_present(classes: &[(u32, usize)], class: u32) -> bool {
    of_class(classes, class).next().is_some()
}

struct Search<'s> {
    index: &'s Index,
    text: &'s str,
    tokens: &'s [Token],
    classes: &'s [(u32, usize)],
    pattern: &'s Pattern,
}

impl Search<'_> {
    fn all(&self, slots: &[Slot]) -> Vec<Span> {
        let Some(opening) = slots.first() else { return Vec::new() };
        // One linking word may stand for another, whatever its class.
        if self.index.is_marked(opening.id, LINK) {
            return (0..self.tokens.len()).filter_map(|first| self.from(slots, first)).collect();
        }
        let firsts = of_class(self.classes, opening.class);
        firsts.filter_map(|first| self.from(slots, first)).collect()
    }

    fn from(&self, slots: &[Slot], first: usize) -> Option<Span> {
        let (opening, rest) = slots.split_first()?;
        let head = self.tokens.get(first)?;
        if !self.is_form(head, opening) {
            return None;
        }
        let mut at = first;
        let mut fitting = vec![self.fits(opening, head)];
        for slot in rest {
            at = self.next(slot, at)?;
            fitting.push(self.fits(slot, self.tokens.get(at)?));
        }
        self.has_right_case(slots, &fitting)
            .then(|| head.span.cover(self.tokens.get(at).map_or(head.span, |tail| tail.span)))
    }

    /// The token after `at` that has the slot's form, where what stands between may stand there.
    ///
    /// The nearest such token decides: a farther one would lie beyond another use of the word.
    fn next(&self, slot: &Slot, at: usize) -> Option<usize> {
        let window = self.tokens.get(at + 1..)?.iter().take(LONGEST + 1);
        let step = window
            .take_while(|token| token.before != Gap::Barrier)
            .position(|token| self.is_form(token, slot))?;
        let between = self.tokens.get(at + 1..at + 1 + step)?;
        let found = self.tokens.get(at + 1 + step)?;
        // Words listed with a hyphen hold together, and a missing hyphen is a fault of spelling.
        let held = slot.before != Gap::Hyphen || step == 0 && found.before == Gap::Hyphen;
        // So is a hyphen that the listed form has not, where the language does not set them freely (*Nations-Unies*).
        let is_joined = slot.before == Gap::Space && step == 0 && found.before == Gap::Hyphen;
        let free = !is_joined || self.index.morphology.open_compounds_take_hyphens();
        (held && free && self.may_stand(between, slot)).then_some(at + 1 + step)
    }

    fn is_form(&self, token: &Token, slot: &Slot) -> bool {
        is_member(self.index, token.id, slot.class)
            || self.index.is_marked(slot.id, LINK) && self.index.is_marked(token.id, LINK)
    }

    fn fits(&self, slot: &Slot, token: &Token) -> bool {
        let rule = self.pattern.case;
        scan::fit(slot.cased.as_deref(), token, self.text, rule, false) != CaseFit::Wrong
    }

    /// As [`PhraseCase`](super::scan::PhraseCase) has it for words that follow each other.
    fn has_right_case(&self, slots: &[Slot], fitting: &[bool]) -> bool {
        let varies = self.index.morphology.names_vary_in_capitals()
            && self.pattern.case == CaseRule::Smart
            && !self.pattern.name;
        let kept = slots.iter().zip(fitting).any(|(slot, fits)| slot.cased.is_some() && *fits);
        fitting.iter().all(|fits| *fits) || varies && kept
    }

    /// Are these words such as may stand before the slot's word, between the words of a term?
    fn may_stand(&self, words: &[Token], slot: &Slot) -> bool {
        let is_gap = |token: &Token| self.index.is_marked(token.id, GAP);
        let before_link = self.index.is_marked(slot.id, LINK);
        let is_plain = |token: &Token| {
            is_gap(token) || before_link && self.index.is_marked(token.id, ADJECTIVE)
        };
        if words.iter().all(is_plain) {
            return words.len() <= LONGEST_PLAIN;
        }
        let is_conjunction = |token: &Token| self.index.is_marked(token.id, CONJUNCTION);
        let Some(conjunction) = words.iter().rposition(is_conjunction) else { return false };
        let (before, after) = words.split_at(conjunction);
        let is_comma = |token: &Token| token.span.slice(self.text) == ",";
        let commas = before.iter().filter(|token| is_comma(token)).count();
        let content = before.iter().filter(|token| !is_gap(token) && !is_comma(token));
        let words_only = content.clone().all(|token| token.word);
        words_only && content.count() <= 1 + commas && after.iter().skip(1).all(is_gap)
    }
}

/// The last token of the pattern where it begins at `first` with up to `gap` words between each two of its words.
pub(super) fn over_any_words(
    index: &Index,
    tokens: &[Token],
    pattern: &Pattern,
    first: usize,
    gap: usize,
) -> Option<usize> {
    let mut at = first;
    for slot in pattern.slots.iter().skip(1) {
        let window = tokens.get(at + 1..)?.iter().take(gap + 1);
        let step = window
            .take_while(|token| token.word && token.before != Gap::Barrier)
            .position(|token| is_member(index, token.id, slot.class))?;
        at += step + 1;
    }
    Some(at)
}

fn is_member(index: &Index, id: u32, class: u32) -> bool {
    id != UNKNOWN && index.memberships(id).iter().any(|member| member.class == class)
}
