//! Every place of a text where a term may be, and the choice among them.

use super::Match;
use super::TermHit;
use super::case;
use super::case::CaseFit;
use super::index::Index;
use super::index::PREFIX;
use super::index::Pattern;
use super::index::Role;
use super::index::SUFFIX;
use super::index::Slot;
use super::intern::UNKNOWN;
use super::lenient;
use super::tokens;
use super::tokens::Gap;
use super::tokens::Token;
use crate::glossary::CaseRule;
use crate::text::Span;

/// A text read against the terms of its language.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// Sorted by place, the longest first where several begin together.
    pub(super) candidates: Vec<Candidate>,
}

/// A place where a pattern fits the words; whether it is a use is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) pattern: u32,
    /// First token, and the one after the last.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) span: Span,
    pub(super) how: Match,
    /// By forms that are only to be accepted.
    pub(super) wide: bool,
    pub(super) case: PhraseCase,
    /// Differs by hyphens where the listed form has spaces, and in nothing else.
    pub(super) hyphenated: bool,
}

/// How the letter case of a whole form stands to the listed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PhraseCase {
    /// As listed, or as the rule allows.
    Right,
    /// Some capitals of a phrase are kept and others are not (*Nations unies*).
    Varied,
    /// Against the rule.
    Wrong,
}

impl Candidate {
    /// May it be reported as a use of the term?
    fn is_use(&self, index: &Index, pattern: &Pattern) -> bool {
        let case = self.has_right_case(index, pattern);
        let faithful = pattern.approved || self.how < Match::Respelt;
        pattern.role != Role::Except && !self.wide && case && faithful
    }

    /// Is the letter case right, or a matter of house style?
    pub(super) fn has_right_case(&self, index: &Index, pattern: &Pattern) -> bool {
        match self.case {
            PhraseCase::Right => true,
            PhraseCase::Varied => {
                index.morphology.names_vary_in_capitals() && pattern.approved && !pattern.name
            }
            PhraseCase::Wrong => false,
        }
    }

    /// Are its hyphens those of the listed form, or such as the language allows?
    pub(super) fn has_right_hyphens(&self, index: &Index) -> bool {
        self.how < Match::Respelt
            || self.hyphenated && index.morphology.open_compounds_take_hyphens()
    }
}

impl<'t> Reading<'t> {
    pub(super) fn new(index: &Index, text: &'t str, inert: &[Span]) -> Self {
        let tokens = tokens::read(text, inert, &index.words);
        let joins = tokens::joined(text, &tokens, &index.words);
        let mut walk = Walk {
            index,
            text,
            tokens: &tokens,
            joins: &joins,
            stack: Vec::new(),
            out: Vec::new(),
        };
        for at in 0..tokens.len() {
            walk.start(at);
        }
        let mut candidates = walk.out;
        for (number, expression) in &index.expressions {
            let place = |span| expression_place(*number, span, &tokens);
            candidates.extend(expression.find(text, inert).into_iter().filter_map(place));
        }
        candidates.sort_by_key(|found| {
            (found.span.start(), u32::MAX - found.span.end(), found.how, found.pattern)
        });
        Self { text, tokens, candidates }
    }

    /// Uses of terms: the longest from the left, the likest form where several concepts have the same.
    ///
    /// A form that is not approved gives way to an approved one at the same place.
    pub(super) fn hits(&self, index: &Index) -> Vec<TermHit> {
        let mut hits: Vec<TermHit> = Vec::new();
        let mut end = 0;
        let mut uses = self.uses(index).peekable();
        while let Some((first, pattern)) = uses.next() {
            let mut group = vec![(first, pattern)];
            while let Some(next) = uses.next_if(|(next, _)| next.span == first.span) {
                group.push(next);
            }
            if first.span.start() < end {
                continue;
            }
            end = first.span.end();
            let likest = self.likest(&group);
            group.retain(|(next, _)| next.how <= likest);
            if group.iter().any(|(_, pattern)| pattern.approved) {
                group.retain(|(_, pattern)| pattern.approved);
            }
            group.dedup_by_key(|(_, pattern)| pattern.concept);
            hits.extend(group.iter().map(|(found, pattern)| hit(found, pattern)));
        }
        hits
    }

    /// How like the listed form a use must be to count beside the others of its place: as the likest of them.
    ///
    /// At the start of a sentence a capital says nothing, so that a form forbidden for its capital gives way there.
    fn likest(&self, group: &[(&Candidate, &Pattern)]) -> Match {
        let Some((first, _)) = group.first() else { return Match::Exact };
        let is_small = |(found, pattern): &(&Candidate, &Pattern)| {
            pattern.approved && found.how == Match::Folded
        };
        let opens = opens_sentence(self.text, &self.tokens, first.first);
        if opens && group.iter().any(is_small) { first.how.max(Match::Folded) } else { first.how }
    }

    /// Is it an acronym's letters and no more than a word: *who* is not *WHO* in small letters, nor is *Who* where a
    /// sentence opens? Of longer letters that is hardly so (*Unesco*).
    pub(super) fn is_common_word(&self, found: &Candidate, pattern: &Pattern) -> bool {
        let acronym = |slot: &Slot| slot.cased.as_deref().is_some_and(case::is_acronym);
        let Some(tokens) = self.tokens.get(found.first..found.last) else { return false };
        let ([slot], [token]) = (pattern.slots.as_slice(), tokens) else { return false };
        let is_short = token.span.slice(self.text).chars().count() < 4;
        acronym(slot) && (!token.capital || is_short && self.opens_sentence(found))
    }

    /// Does the candidate's first word open a sentence?
    pub(super) fn opens_sentence(&self, found: &Candidate) -> bool {
        opens_sentence(self.text, &self.tokens, found.first)
    }

    fn uses<'s>(&'s self, index: &'s Index) -> impl Iterator<Item = (&'s Candidate, &'s Pattern)> {
        let phrases = self.exceptions(index);
        self.candidates
            .iter()
            .filter_map(|found| Some((found, index.patterns.get(found.pattern as usize)?)))
            .filter(|(found, pattern)| found.is_use(index, pattern))
            .filter(move |(found, pattern)| !is_freed(&phrases, found, pattern))
    }

    /// Uses of phrases in which a term is free: (concept, term) and where.
    fn exceptions(&self, index: &Index) -> Vec<((u32, u32), Span)> {
        let mut phrases: Vec<_> = self
            .candidates
            .iter()
            .filter_map(|found| Some((found, index.patterns.get(found.pattern as usize)?)))
            .filter(|(_, pattern)| pattern.role == Role::Except)
            .map(|(found, pattern)| ((pattern.concept, pattern.term), found.span))
            .collect();
        phrases.sort_unstable();
        phrases
    }
}

/// Does the use stand inside a phrase in which the term is free?
fn is_freed(phrases: &[((u32, u32), Span)], found: &Candidate, pattern: &Pattern) -> bool {
    /// Phrases looked at before a use; those of one term overlap seldom, and never by so many.
    const NEAR: usize = 16;
    let key = ((pattern.concept, pattern.term), Span::at(found.span.start().saturating_add(1)));
    let after = phrases.partition_point(|phrase| *phrase < key);
    let near = phrases.get(after.saturating_sub(NEAR)..after).unwrap_or_default();
    near.iter().any(|(term, span)| *term == key.0 && span.contains(found.span))
}

/// A place that a regular expression matches, with the words that it touches; `None` where there are none.
fn expression_place(pattern: u32, span: Span, tokens: &[Token]) -> Option<Candidate> {
    let first = tokens.partition_point(|token| token.span.end() <= span.start());
    let last = tokens.partition_point(|token| token.span.start() < span.end());
    (first < last).then_some(Candidate {
        pattern,
        first,
        last,
        span,
        how: Match::Exact,
        wide: false,
        case: PhraseCase::Right,
        hyphenated: false,
    })
}

pub(super) fn hit(found: &Candidate, pattern: &Pattern) -> TermHit {
    TermHit {
        concept: pattern.concept as usize,
        term: pattern.term as usize,
        span: found.span,
        how: found.how,
    }
}

/// A path through the trie.
#[derive(Debug, Clone, Copy)]
struct Path {
    node: u32,
    at: usize,
    wide: bool,
    joined: bool,
}

struct Walk<'w> {
    index: &'w Index,
    text: &'w str,
    tokens: &'w [Token],
    joins: &'w [(usize, usize, u32)],
    stack: Vec<Path>,
    out: Vec<Candidate>,
}

impl Walk<'_> {
    fn start(&mut self, first: usize) {
        let path = Path { node: 0, at: first, wide: false, joined: false };
        self.follow(path);
        self.gapped(first);
        while let Some(path) = self.stack.pop() {
            for pattern in self.index.ends(path.node) {
                self.end(*pattern, first, path);
            }
            if self.tokens.get(path.at).is_some_and(|token| token.before != Gap::Barrier) {
                self.follow(path);
            }
        }
    }

    /// Puts the paths that go on from here on the stack.
    fn follow(&mut self, path: Path) {
        if let Some(token) = self.tokens.get(path.at) {
            self.step(path, token.id, 1, path.joined);
        }
        let from = self.joins.partition_point(|(start, _, _)| *start < path.at);
        for (_, len, id) in self.joins.iter().skip(from).take_while(|join| join.0 == path.at) {
            self.step(path, *id, *len, true);
        }
    }

    fn step(&mut self, path: Path, id: u32, len: usize, joined: bool) {
        if id == UNKNOWN {
            return;
        }
        for member in self.index.memberships(id) {
            if let Some(node) = self.index.step(path.node, member.class) {
                let wide = path.wide || member.wide;
                self.stack.push(Path { node, at: path.at + len, wide, joined });
            }
        }
    }

    fn end(&mut self, number: u32, first: usize, path: Path) {
        let Some(pattern) = self.index.patterns.get(number as usize) else { return };
        let Some(tokens) = self.tokens.get(first..path.at) else { return };
        let (Some(head), Some(tail)) = (tokens.first(), tokens.last()) else { return };
        if self.is_prefixed(first, head) || self.is_suffixed(path.at) {
            return;
        }
        // The periods of an acronym stand close: *U. N. Owen* is a person.
        let is_loose =
            |(slot, token): (&Slot, &Token)| slot.before == Gap::None && token.before != Gap::None;
        let mut pairs = pattern.slots.iter().zip(tokens).skip(1);
        if pattern.role == Role::Joined && pairs.any(is_loose) {
            return;
        }
        let hyphens = Hyphens::of(pattern, tokens, path.joined);
        let (how, case) = self.likeness(pattern, tokens, first, path.joined);
        let respelt = hyphens != Hyphens::Same;
        self.out.push(Candidate {
            pattern: number,
            first,
            last: path.at,
            span: head.span.cover(tail.span),
            how: if respelt { Match::Respelt } else { how },
            wide: path.wide,
            case,
            hyphenated: hyphens == Hyphens::More,
        });
    }

    /// Is the first word only the rest of another word, as in *re-election*?
    fn is_prefixed(&self, first: usize, head: &Token) -> bool {
        head.before == Gap::Hyphen
            && first.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|before| {
                self.index.is_marked(before.id, PREFIX) && before.before != Gap::Hyphen
            })
    }

    /// Does a suffix make another word of the last one, as in *flu-like*?
    fn is_suffixed(&self, after: usize) -> bool {
        self.tokens.get(after).is_some_and(|token| {
            token.before == Gap::Hyphen && self.index.is_marked(token.id, SUFFIX)
        })
    }

    fn likeness(
        &self,
        pattern: &Pattern,
        tokens: &[Token],
        first: usize,
        joined: bool,
    ) -> (Match, PhraseCase) {
        if joined || tokens.len() != pattern.slots.len() {
            return (Match::Respelt, PhraseCase::Right);
        }
        let mut how = Match::Exact;
        let (mut kept, mut lost, mut wrong) = (false, false, false);
        for (place, (slot, token)) in pattern.slots.iter().zip(tokens).enumerate() {
            let inflected = if slot.id == token.id { Match::Exact } else { Match::Inflected };
            let opens = place == 0 && opens_sentence(self.text, self.tokens, first);
            let fit = fit(slot.cased.as_deref(), token, self.text, pattern.case, opens);
            kept |= fit != CaseFit::Wrong && slot.cased.is_some();
            lost |= fit == CaseFit::Wrong;
            wrong |= fit == CaseFit::Wrong && slot.cased.as_deref().is_none_or(case::is_acronym);
            let folded = if fit == CaseFit::Same { Match::Exact } else { Match::Folded };
            how = how.max(inflected).max(folded);
        }
        let case = match (lost, kept && !wrong && pattern.case == CaseRule::Smart) {
            (false, _) => PhraseCase::Right,
            (true, true) => PhraseCase::Varied,
            (true, false) => PhraseCase::Wrong,
        };
        if pattern.role == Role::Form && how < Match::Inflected {
            how = Match::Inflected;
        }
        (how, case)
    }

    /// Terms that the glossary lets other words stand in.
    fn gapped(&mut self, first: usize) {
        if self.index.has_no_gaps() {
            return;
        }
        let Some(token) = self.tokens.get(first) else { return };
        for member in self.index.memberships(token.id) {
            for number in self.index.gapped(member.class) {
                let Some(pattern) = self.index.patterns.get(number as usize) else { continue };
                let gap = usize::from(pattern.gap);
                let Some(last) =
                    lenient::over_any_words(self.index, self.tokens, pattern, first, gap)
                else {
                    continue;
                };
                let Some(tail) = self.tokens.get(last) else { continue };
                if last - first + 1 > pattern.slots.len() {
                    self.out.push(Candidate {
                        pattern: number,
                        first,
                        last: last + 1,
                        span: token.span.cover(tail.span),
                        how: Match::Inflected,
                        wide: member.wide,
                        case: PhraseCase::Right,
                        hyphenated: false,
                    });
                }
            }
        }
    }
}

fn opens_sentence(text: &str, tokens: &[Token], first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|at| tokens.get(at)) else {
        return true;
    };
    let Some(token) = tokens.get(first) else { return false };
    let between = Span::of(before.span.end() as usize, token.span.start() as usize);
    !before.word && !matches!(before.span.slice(text), "," | "&" | "/" | "%" | "+" | "@")
        || between.slice(text).contains('\n')
}

/// How a word's letter case stands to that of the listed word.
pub(super) fn fit(
    cased: Option<&str>,
    token: &Token,
    text: &str,
    rule: CaseRule,
    opens: bool,
) -> CaseFit {
    match cased {
        None if !token.capital => CaseFit::Same,
        None if rule != CaseRule::Exact => CaseFit::Allowed,
        None => {
            let word = tokens::surface(token.span.slice(text));
            case::fit(&word.to_lowercase(), &word, rule, opens)
        }
        Some(listed) => case::fit(listed, &tokens::surface(token.span.slice(text)), rule, opens),
    }
}

/// Hyphens of a text beside those of the listed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hyphens {
    Same,
    /// The text has hyphens for spaces.
    More,
    Other,
}

impl Hyphens {
    fn of(pattern: &Pattern, tokens: &[Token], joined: bool) -> Self {
        if joined || pattern.role == Role::Joined || tokens.len() != pattern.slots.len() {
            return Self::Other;
        }
        let mut found = Self::Same;
        for (slot, token) in pattern.slots.iter().zip(tokens).skip(1) {
            match (slot.before, token.before) {
                (Gap::Space, Gap::Hyphen) if found == Self::Same => found = Self::More,
                (Gap::Hyphen, Gap::Space) => return Self::Other,
                _ => {}
            }
        }
        found
    }
}
