//! The terms of one language, compiled: words to classes of forms, classes to a trie of terms.
//!
//! A term is a sequence of slots, a slot the class of all forms that its word may take. The trie runs over classes
//! and not over forms: a term of three words with twenty forms each would otherwise be eight thousand paths.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::OnceLock;

use super::flaws::Accents;
use super::intern::Interner;
use super::intern::Mixing;
use super::intern::UNKNOWN;
use super::pattern::Expression;
use super::tokens::Gap;
use super::words::Crowd;
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
    /// The term is a regular expression; it has no slots.
    Expression,
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
    pub(super) morphology: Arc<Morphology>,
    pub(super) words: Interner,
    pub(super) patterns: Vec<Pattern>,
    /// Patterns by concept, and by what they begin with: (concept, class or [`OPEN`], pattern), sorted.
    by_concept: Vec<(u32, u32, u32)>,
    /// Concepts with very many terms: (concept, its terms), sorted.
    crowds: Vec<(u32, Crowd)>,
    starts: Vec<u32>,
    memberships: Vec<Membership>,
    marks: Vec<u8>,
    edges: HashMap<u64, u32, Mixing>,
    /// The nodes after the root, by class; 0 for none. Most words of a text begin no term.
    roots: Vec<u32>,
    ends: Vec<Vec<u32>>,
    /// Patterns with a gap, by the class of their first word, sorted.
    gapped: Vec<(u32, u32)>,
    /// Approved forms with accents, listed when a text alone first asks for them.
    pub(super) accents: OnceLock<Accents>,
    /// Regular expressions, each with the pattern that stands for it.
    pub(super) expressions: Vec<(u32, Expression)>,
}

/// In the place of a class: the first word may be another.
const OPEN: u32 = u32::MAX;

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
/// A function word.
pub(super) const FUNCTION: u8 = 128;
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
        if node == 0 {
            return self.roots.get(class as usize).copied().filter(|next| *next != 0);
        }
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

    /// The patterns of a concept, by what they begin with.
    pub(super) fn of_concept(&self, concept: u32) -> impl Iterator<Item = &Pattern> {
        let from = self.by_concept.partition_point(|(known, _, _)| *known < concept);
        let rest = self.by_concept.get(from..).unwrap_or_default().iter();
        rest.take_while(move |(known, _, _)| *known == concept)
            .filter_map(|(_, _, pattern)| self.patterns.get(*pattern as usize))
    }

    /// Those patterns of a concept that may stand in a text with words of these classes, in order, and maybe others.
    ///
    /// Of a concept with very many patterns only those are looked at whose first word the text has.
    pub(super) fn of_concept_with(
        &self,
        concept: u32,
        classes: &[(u32, usize)],
    ) -> impl Iterator<Item = &Pattern> {
        let from = self.by_concept.partition_point(|(known, _, _)| *known < concept);
        let rest = self.by_concept.get(from..).unwrap_or_default();
        let len = rest.partition_point(|(known, _, _)| *known == concept);
        let ours = rest.get(..len).unwrap_or_default();
        let mut found: Vec<u32> = Vec::new();
        if ours.len() <= classes.len() {
            found.extend(ours.iter().map(|(_, _, pattern)| *pattern));
        } else {
            for class in distinct(classes).chain([OPEN]) {
                let from = ours.partition_point(|(_, known, _)| *known < class);
                let same = ours.iter().skip(from).take_while(|(_, known, _)| *known == class);
                found.extend(same.map(|(_, _, pattern)| *pattern));
            }
        }
        found.sort_unstable();
        found.into_iter().filter_map(|pattern| self.patterns.get(pattern as usize))
    }

    /// The terms of a concept that has very many.
    pub(super) fn crowd(&self, concept: u32) -> Option<&Crowd> {
        let at = self.crowds.binary_search_by_key(&concept, |(known, _)| *known).ok()?;
        self.crowds.get(at).map(|(_, crowd)| crowd)
    }

    /// Has no pattern a gap?
    pub(super) fn has_no_gaps(&self) -> bool {
        self.gapped.is_empty()
    }

    /// Patterns with a gap whose first word is of this class.
    pub(super) fn gapped(&self, class: u32) -> impl Iterator<Item = u32> {
        let from = self.gapped.partition_point(|(known, _)| *known < class);
        let rest = self.gapped.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(known, _)| *known == class).map(|(_, pattern)| *pattern)
    }
}

/// Each class once.
fn distinct(classes: &[(u32, usize)]) -> impl Iterator<Item = u32> {
    classes.chunk_by(|a, b| a.0 == b.0).filter_map(|same| same.first()).map(|(class, _)| *class)
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
    pub(super) fn new(morphology: Arc<Morphology>) -> Self {
        let index = Index {
            morphology,
            words: Interner::default(),
            patterns: Vec::new(),
            by_concept: Vec::new(),
            crowds: Vec::new(),
            starts: Vec::new(),
            memberships: Vec::new(),
            marks: Vec::new(),
            edges: HashMap::default(),
            roots: Vec::new(),
            ends: vec![Vec::new()],
            gapped: Vec::new(),
            expressions: Vec::new(),
            accents: OnceLock::new(),
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
        let morphology = Arc::clone(&self.index.morphology);
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
        self.index.by_concept.push((pattern.concept, first.class, number));
        self.index.patterns.push(pattern);
    }

    /// Adds a regular expression; `pattern` has no slots.
    pub(super) fn push_expression(&mut self, pattern: Pattern, expression: Expression) {
        let number = u32::try_from(self.index.patterns.len()).unwrap_or(u32::MAX);
        self.index.expressions.push((number, expression));
        self.index.by_concept.push((pattern.concept, OPEN, number));
        self.index.patterns.push(pattern);
    }

    /// Keeps the terms of a concept that has very many.
    pub(super) fn add_crowd(&mut self, concept: u32, crowd: Crowd) {
        self.index.crowds.push((concept, crowd));
    }

    /// The finished index.
    pub(super) fn finish(mut self) -> Index {
        self.mark_all();
        self.open_linked();
        self.collect_roots();
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

    fn collect_roots(&mut self) {
        let mut roots = vec![0; self.classes.len()];
        for class in self.index.patterns.iter().filter_map(|pattern| pattern.slots.first()) {
            let next = self.index.edges.get(&edge(0, class.class));
            if let (Some(root), Some(next)) = (roots.get_mut(class.class as usize), next) {
                *root = *next;
            }
        }
        self.index.roots = roots;
    }

    /// Patterns that begin with a word for which another may stand are looked at in every text.
    fn open_linked(&mut self) {
        let Index { by_concept, patterns, marks, .. } = &mut self.index;
        for (_, class, pattern) in by_concept {
            let first = patterns.get(*pattern as usize).and_then(|pattern| pattern.slots.first());
            let mark = first.and_then(|slot| marks.get(slot.id as usize));
            if mark.is_some_and(|marks| marks & (LINK | AUXILIARY) != 0) {
                *class = OPEN;
            }
        }
    }

    fn mark_all(&mut self) {
        let morphology = Arc::clone(&self.index.morphology);
        for (words, mark) in [
            (morphology.gap_words(), GAP),
            (morphology.conjunctions(), CONJUNCTION),
            (morphology.bound_prefixes(), PREFIX),
            (morphology.bound_suffixes(), SUFFIX),
            (morphology.linking_words(), LINK),
            (morphology.auxiliaries(), AUXILIARY),
            (morphology.function_words(), FUNCTION),
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
