//! Acronyms of running text: where each is used, where it is defined, and whether the definition is the glossary's.
//!
//! A definition has the form `Long Form (ABC)` or `ABC (Long Form)`, also where the next sentence is glued on.
//! What stands before the parenthesis is the acronym's long form where the glossary lists it, where its initials
//! spell the acronym, or, for a listed acronym, where it shares at least half of its words with the listed form:
//! that is how a wrong long form is told from a mere aside.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use crate::bitext::{Facing, Paragraph};
use crate::document::{Kind, Role};
use crate::glossary::{Define, TermRole};
use crate::text::{Span, Word, fold_diacritics, words};

/// Fewest and most letters of an acronym.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// Words before a parenthesis that may belong to a long form, beyond the acronym's letters.
const SPARE_WORDS: usize = 6;

/// An acronym at one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Acronym<'a> {
    /// The paragraph it stands in.
    pub(super) paragraph: &'a Paragraph,
    /// Its place in the paragraph.
    pub(super) span: Span,
    /// The long form beside it, where it is defined here.
    pub(super) expansion: Option<Expansion>,
}

/// A long form beside an acronym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Expansion {
    /// Its place in the paragraph.
    pub(super) span: Span,
    /// Is it one of the glossary's forms of the concept, right or wrong ones included?
    pub(super) listed: bool,
}

impl<'a> Acronym<'a> {
    /// The letters.
    pub(super) fn text(&self) -> &'a str {
        self.span.slice(&self.paragraph.passage.text)
    }
}

/// The concepts that an acronym may stand for in the language of a side.
pub(super) fn concepts(cx: &Context<'_>, facing: Facing, acronym: &str) -> Vec<usize> {
    let lang = cx.bitext.lang(facing);
    let has = |index: &usize| {
        cx.concept(*index).is_some_and(|concept| {
            concept.terms_in(lang).any(|term| {
                term.role == TermRole::Acronym && term.status.is_approved() && term.form == acronym
            })
        })
    };
    (0..cx.glossary.concepts.len()).filter(has).collect()
}

/// Need the acronym be defined? Not where the glossary says that everybody knows it.
pub(super) fn must_be_defined(
    cx: &Context<'_>,
    facing: Facing,
    acronym: &str,
    concepts: &[usize],
) -> bool {
    let lang = cx.bitext.lang(facing);
    !concepts.iter().filter_map(|index| cx.concept(*index)).any(|concept| {
        concept.terms_in(lang).any(|term| term.form == acronym && term.define == Define::Never)
    })
}

/// The acronyms of one side's body, in order, by their letters. Credits and captions define and use nothing.
pub(super) fn of_side<'a>(cx: &Context<'a>, facing: Facing) -> BTreeMap<&'a str, Vec<Acronym<'a>>> {
    let mut found: BTreeMap<&str, Vec<Acronym<'a>>> = BTreeMap::new();
    let body = |paragraph: &&Paragraph| {
        paragraph.facing == facing
            && paragraph.role == Role::Body
            && !matches!(
                paragraph.kind,
                Kind::Credit | Kind::Caption | Kind::Code | Kind::Title | Kind::Heading
            )
    };
    let mut listed = BTreeMap::new();
    for paragraph in cx.bitext.paragraphs.iter().filter(body) {
        for acronym in of_paragraph(paragraph) {
            let text = acronym.span.slice(&paragraph.passage.text);
            let concepts: &Vec<usize> =
                listed.entry(text).or_insert_with(|| concepts(cx, facing, text));
            let expansion = expansion(cx, facing, &acronym, concepts);
            found.entry(text).or_default().push(Acronym { expansion, ..acronym });
        }
    }
    found
}

fn of_paragraph(paragraph: &Paragraph) -> impl Iterator<Item = Acronym<'_>> {
    let text = &paragraph.passage.text;
    let shouted = is_shouted(text);
    words(text)
        .filter(move |word| {
            !shouted && is_acronym(word.text) && !paragraph.passage.is_inert(word.span)
        })
        .map(move |word| Acronym { paragraph, span: word.span, expansion: None })
}

/// Capitals only, of the length of an acronym.
fn is_acronym(word: &str) -> bool {
    LETTERS.contains(&word.chars().count()) && is_capitals(word)
}

/// Are most words of a text in capitals, so that capitals say nothing? Letters would not tell: a short sentence with
/// a long acronym has more capitals than others.
fn is_shouted(text: &str) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    for word in words(text).filter(|word| word.text.chars().nth(1).is_some()) {
        let count = if is_capitals(word.text) { &mut upper } else { &mut lower };
        *count += 1;
    }
    upper > lower
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

fn expansion(
    cx: &Context<'_>,
    facing: Facing,
    acronym: &Acronym<'_>,
    concepts: &[usize],
) -> Option<Expansion> {
    let text = &acronym.paragraph.passage.text;
    let before = Span::of(0, acronym.span.start() as usize).slice(text);
    let after = text.get(acronym.span.end() as usize..).unwrap_or_default();
    let window = if let Some(head) =
        before.strip_suffix('(').filter(|_| after.starts_with([')', ',', ';']))
    {
        let end = head.trim_end().len();
        Span::of(window_start(head, acronym.text().chars().count()), end)
    } else {
        let inside = after.trim_start().strip_prefix('(')?;
        let start = text.len() - inside.len();
        Span::of(start, start + inside.find(')')?)
    };
    listed(cx, facing, acronym, concepts, window)
        .or_else(|| spelled(text, window, acronym.text()))
        .or_else(|| alike(cx, facing, text, window, concepts))
}

/// Where the words begin that may be a long form: in the same sentence, not too many.
fn window_start(head: &str, letters: usize) -> usize {
    let sentence =
        head.rfind(['.', '!', '?', ';', ':', '(', ')', '«', '»', '“', '”']).map_or(0, |at| {
            at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
    let starts: Vec<usize> =
        words(head).map(|word| word.span.start() as usize).filter(|at| *at >= sentence).collect();
    let skip = starts.len().saturating_sub(letters + SPARE_WORDS);
    starts.get(skip).copied().unwrap_or(head.len())
}

/// A form of the concept that the glossary lists, right before the parenthesis or within it.
fn listed(
    cx: &Context<'_>,
    facing: Facing,
    acronym: &Acronym<'_>,
    concepts: &[usize],
    window: Span,
) -> Option<Expansion> {
    if concepts.is_empty() {
        return None;
    }
    let passage = &acronym.paragraph.passage;
    let text = &passage.text;
    let hits = cx.matcher.scan(window.slice(text), cx.bitext.lang(facing), &[]);
    hits.iter()
        .filter(|hit| concepts.contains(&hit.concept))
        .map(|hit| hit.span.shift(window.start()))
        .find(|span| {
            text.get(span.end() as usize..window.end() as usize)
                .is_some_and(|rest| rest.trim().is_empty())
        })
        .map(|span| Expansion { span, listed: true })
}

/// Words whose initials spell the acronym, small words skipped.
fn spelled(text: &str, window: Span, acronym: &str) -> Option<Expansion> {
    let letters: Vec<char> = fold_diacritics(acronym).chars().collect();
    let found: Vec<Word<'_>> = words(window.slice(text)).collect();
    let mut wanted = letters.iter().rev().peekable();
    let mut start = None;
    for word in found.iter().rev() {
        let initial = fold_diacritics(word.text).chars().next();
        if initial.as_ref() == wanted.peek().copied() {
            wanted.next();
            start = Some(word.span.start());
        } else if word.text.chars().count() > SMALL_WORD {
            return None;
        }
        if wanted.peek().is_none() {
            break;
        }
    }
    let start = start.filter(|_| wanted.peek().is_none())?;
    Some(Expansion {
        span: Span::of((window.start() + start) as usize, window.end() as usize),
        listed: false,
    })
}

/// Words shared with the listed long form, in hundredths (Dice), from which other words count as a wrong copy of it.
const ALIKE: usize = 50;

/// Words up to this many letters (of, de, the, des) may stand in a long form without a letter in the acronym.
const SMALL_WORD: usize = 3;

/// The words that share most with the listed long form, if they share at least half.
fn alike(
    cx: &Context<'_>,
    facing: Facing,
    text: &str,
    window: Span,
    concepts: &[usize],
) -> Option<Expansion> {
    let found: Vec<Word<'_>> = words(window.slice(text)).collect();
    let lang = cx.bitext.lang(facing);
    let forms = concepts.iter().filter_map(|index| cx.concept(*index)).flat_map(|concept| {
        concept
            .terms_in(lang)
            .filter(|term| term.role == TermRole::Full && term.status.is_approved())
    });
    let mut best: Option<(usize, u32)> = None;
    for form in forms {
        let wanted = content(words(&form.form));
        for (at, word) in
            found.iter().enumerate().filter(|(_, word)| word.text.chars().count() > SMALL_WORD)
        {
            let own = content(found.iter().skip(at).copied());
            let shared = own.intersection(&wanted).count();
            let score = 200 * shared / (own.len() + wanted.len()).max(1);
            if score >= ALIKE && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, word.span.start()));
            }
        }
    }
    best.map(|(_, start)| Expansion {
        span: Span::of((window.start() + start) as usize, window.end() as usize),
        listed: false,
    })
}

/// The words of some length, folded.
fn content<'t>(words: impl Iterator<Item = Word<'t>>) -> BTreeSet<String> {
    words
        .map(|word| fold_diacritics(word.text))
        .filter(|word| word.chars().count() > SMALL_WORD)
        .collect()
}

/// A Roman numeral is no acronym unless the glossary lists it.
pub(super) fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}
