//! The terms of one language, compiled: words to classes of forms, classes to a trie of terms.
//!
//! A term is a sequence of slots, a slot the class of all forms that its word may take. The trie runs over classes
//! and not over forms: a term of three words with twenty forms each would otherwise be eight thousand paths.

use std::collections::HashMap;

use super::intern::Interner;
use super::intern::Mixing;
use super::intern::UNKNOWN;
use super::tokens::Gap;
use crate::glossary::CaseRule;
use crate::morphology::Morphology;
use crate::morphology::WordClass;

/// What a pattern stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The term as it is listed.
    Listed,
    /// One of its `forms`.
    Form,
    /// The term with its hyphens left out.
    Joined,
    /// A longer phrase in which the term is free.
    Except,
}

/// A form of a term, ready to be found.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) concept: u32,
    pub(super) term: u32,
    pub(super) role: Role,
    pub(super) case: CaseRule,
    /// Any words that may stand between its own, by the glossary's word.
    pub(super) gap: u8,
    /// May the form stand in a text?
    pub(super) approved: bool,
    /// Is the concept a person or a place?
    pub(super) name: bool,
    pub(super) slots: Vec<Slot>,
}

/// A word of a pattern.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The class of its forms.
    pub(super) class: u32,
    /// The listed word itself.
    pub(super) id: u32,
    /// What stands before it.
    pub(super) before: Gap,
    /// The listed word with its capitals, where it has any.
    pub(super) cased: Option<Box<str>>,
}

/// How the forms of a word are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Mode {
    /// Itself only.
    Exact,
    /// Itself and the plural of an acronym.
    Acronym,
    /// As the part of speech says; with none, widely where a form is only to be accepted.
    Inflected(Option<WordClass>),
    /// A noun that is a term by itself: where it is listed in the plural, its singular is only to be accepted, since
    /// it may be another word (*talks* are no *talk*).
    Alone(Option<WordClass>),
    /// Both as noun or adjective and as verb.
    AnyClass,
    /// By contraction and elision.
    Function,
}

/// A class that a word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Membership {
    pub(super) class: u32,
    /// Only for accepting a form, never for finding fault.
    pub(super) wide: bool,
}

/// The compiled terms of a language.
#[derive(Debug, Clone)]
pub(super) struct Index {
    pub(super) morphology: &'static Morphology,
    pub(super) words: Interner,
    pub(super) patterns: Vec<Pattern>,
    /// Patterns by concept, those of a concept in order: (concept, pattern), sorted.
    by_concept: Vec<(u32, u32)>,
    starts: Vec<u32>,
    memberships: Vec<Membership>,
    marks: Vec<u8>,
    edges: HashMap<u64, u32, Mixing>,
    ends: Vec<Vec<u32>>,
    /// Patterns with a gap, by the class of their first word, sorted.
    gapped: Vec<(u32, u32)>,
}

/// A word that may stand between the words of a term.
pub(super) const GAP: u8 = 1;
/// A conjunction.
pub(super) const CONJUNCTION: u8 = 2;
/// A prefix that makes another word.
pub(super) const PREFIX: u8 = 4;
/// A preposition that competes with the others of its kind.
pub(super) const LINK: u8 = 8;
/// A verb that a participle does without.
pub(super) const AUXILIARY: u8 = 16;
/// A suffix that makes another word.
pub(super) const SUFFIX: u8 = 64;
/// An adjective that may stand before a linking word.
pub(super) const ADJECTIVE: u8 = 32;

impl Index {
    /// The classes of a word.
    pub(super) fn memberships(&self, id: u32) -> &[Membership] {
        let id = id as usize;
        let (Some(from), Some(to)) = (self.starts.get(id), self.starts.get(id + 1)) else {
            return &[];
        };
        self.memberships.get(*from as usize..*to as usize).unwrap_or_default()
    }

    /// The node after `node` by way of a class.
    pub(super) fn step(&self, node: u32, class: u32) -> Option<u32> {
        self.edges.get(&edge(node, class)).copied()
    }

    /// The patterns that end at a node.
    pub(super) fn ends(&self, node: u32) -> &[u32] {
        self.ends.get(node as usize).map_or(&[], Vec::as_slice)
    }

    /// Is the word marked as one of [`GAP`], [`CONJUNCTION`] and so on?
    pub(super) fn is_marked(&self, id: u32, mark: u8) -> bool {
        self.marks.get(id as usize).is_some_and(|marks| marks & mark != 0)
    }

    /// The patterns of a concept.
    pub(super) fn of_concept(&self, concept: u32) -> impl Iterator<Item = &Pattern> {
        let from = self.by_concept.partition_point(|(known, _)| *known < concept);
        self.by_concept
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(known, _)| *known == concept)
            .filter_map(|(_, pattern)| self.patterns.get(*pattern as usize))
    }

    /// Patterns with a gap whose first word is of this class.
    pub(super) fn gapped(&self, class: u32) -> impl Iterator<Item = u32> {
        let from = self.gapped.partition_point(|(known, _)| *known < class);
        let rest = self.gapped.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(known, _)| *known == class).map(|(_, pattern)| *pattern)
    }
}

fn edge(node: u32, class: u32) -> u64 {
    u64::from(node) << 32 | u64::from(class)
}

/// Builds an [`Index`].
#[derive(Debug)]
pub(super) struct Builder {
    index: Index,
    classes: HashMap<(u32, Mode), u32, Mixing>,
    members: Vec<(u32, Membership)>,
}

impl Builder {
    pub(super) fn new(morphology: &'static Morphology) -> Self {
        let index = Index {
            morphology,
            words: Interner::default(),
            patterns: Vec::new(),
            by_concept: Vec::new(),
            starts: Vec::new(),
            memberships: Vec::new(),
            marks: Vec::new(),
            edges: HashMap::default(),
            ends: vec![Vec::new()],
            gapped: Vec::new(),
        };
        Self { index, classes: HashMap::default(), members: Vec::new() }
    }

    /// The number of a word.
    pub(super) fn intern(&mut self, word: &str) -> u32 {
        self.index.words.intern(word)
    }

    /// The class of a word's forms.
    pub(super) fn class(&mut self, id: u32, word: &str, mode: Mode) -> u32 {
        let next = u32::try_from(self.classes.len()).unwrap_or(u32::MAX);
        if let Some(known) = self.classes.get(&(id, mode)) {
            return *known;
        }
        self.classes.insert((id, mode), next);
        self.add(next, id, false);
        self.add_forms(next, word, mode);
        next
    }

    fn add_forms(&mut self, class: u32, word: &str, mode: Mode) {
        let morphology = self.index.morphology;
        match mode {
            Mode::Exact => {}
            Mode::Acronym => {
                if let Some(plural) = morphology.acronym_plural() {
                    self.add_all(class, &[format!("{word}{plural}")], false);
                }
            }
            Mode::Inflected(Some(WordClass::Noun)) => {
                self.add_all(class, &morphology.forms(word, None), false);
            }
            Mode::Inflected(None) => {
                self.add_all(class, &morphology.forms(word, None), false);
                self.add_all(class, &morphology.wider_forms(word), true);
            }
            Mode::Alone(some) => {
                let singulars = morphology.singulars(word);
                let forms = morphology.forms(word, None);
                let (singular, other): (Vec<_>, Vec<_>) =
                    forms.into_iter().partition(|form| singulars.contains(form));
                self.add_all(class, &other, false);
                self.add_all(class, &singular, true);
                if some.is_none() {
                    self.add_all(class, &morphology.wider_forms(word), true);
                }
            }
            Mode::Inflected(some) => self.add_all(class, &morphology.forms(word, some), false),
            Mode::AnyClass => {
                self.add_all(class, &morphology.forms(word, None), false);
                self.add_all(class, &morphology.forms(word, Some(WordClass::Verb)), false);
            }
            Mode::Function => {
                self.add_all(class, morphology.function(word).unwrap_or_default(), false);
            }
        }
    }

    fn add_all(&mut self, class: u32, forms: &[String], wide: bool) {
        for form in forms {
            let id = self.intern(form);
            self.add(class, id, wide);
        }
    }

    fn add(&mut self, class: u32, id: u32, wide: bool) {
        self.members.push((id, Membership { class, wide }));
    }

    /// Adds a pattern; one without words is left out.
    pub(super) fn push(&mut self, pattern: Pattern) {
        let Some(first) = pattern.slots.first() else { return };
        let number = u32::try_from(self.index.patterns.len()).unwrap_or(u32::MAX);
        if pattern.gap > 0 && pattern.slots.len() > 1 {
            self.index.gapped.push((first.class, number));
        }
        let mut node = 0;
        for slot in &pattern.slots {
            let next = u32::try_from(self.index.ends.len()).unwrap_or(u32::MAX);
            node = *self.index.edges.entry(edge(node, slot.class)).or_insert(next);
            if node == next {
                self.index.ends.push(Vec::new());
            }
        }
        if let Some(ends) = self.index.ends.get_mut(node as usize) {
            ends.push(number);
        }
        self.index.by_concept.push((pattern.concept, number));
        self.index.patterns.push(pattern);
    }

    /// The finished index.
    pub(super) fn finish(mut self) -> Index {
        self.mark_all();
        self.members.sort_unstable();
        // A strict membership sorts before a wide one of the same class, which it makes idle.
        self.members.dedup_by_key(|(id, membership)| (*id, membership.class));
        let mut at = 0;
        for id in 0..=self.index.words.limit() {
            while self.members.get(at).is_some_and(|(known, _)| (*known as usize) < id) {
                at += 1;
            }
            self.index.starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        self.index.memberships =
            self.members.into_iter().map(|(_, membership)| membership).collect();
        self.index.by_concept.sort_unstable();
        self.index.gapped.sort_unstable();
        self.index
    }

    fn mark_all(&mut self) {
        let morphology = self.index.morphology;
        for (words, mark) in [
            (morphology.gap_words(), GAP),
            (morphology.conjunctions(), CONJUNCTION),
            (morphology.bound_prefixes(), PREFIX),
            (morphology.bound_suffixes(), SUFFIX),
            (morphology.linking_words(), LINK),
            (morphology.auxiliaries(), AUXILIARY),
        ] {
            for word in words {
                self.mark(word, mark);
            }
        }
        for word in morphology.gap_adjectives() {
            self.mark(&word, ADJECTIVE);
        }
        debug_assert!(!self.index.is_marked(UNKNOWN, GAP));
    }

    fn mark(&mut self, word: &str, mark: u8) {
        let id = self.intern(word) as usize;
        if self.index.marks.len() <= id {
            self.index.marks.resize(id + 1, 0);
        }
        if let Some(marks) = self.index.marks.get_mut(id) {
            *marks |= mark;
        }
    }
}
