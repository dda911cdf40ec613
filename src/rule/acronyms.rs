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
use crate::text;
use crate::text::{SMALL_WORD, Span, Word, fold_diacritics, words};

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
    cx.matcher.with_acronym(acronym).iter().copied().filter(has).collect()
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
    text::acronyms(&paragraph.passage.text)
        .filter(|word| !paragraph.passage.is_aside(word.span))
        .map(|word| Acronym { paragraph, span: word.span, expansion: None })
}

fn expansion(
    cx: &Context<'_>,
    facing: Facing,
    acronym: &Acronym<'_>,
    concepts: &[usize],
) -> Option<Expansion> {
    let text = &acronym.paragraph.passage.text;
    let window = text::window(text, acronym.span)?;
    listed(cx, facing, acronym, concepts, window)
        .or_else(|| {
            let span = text::spelled(text, window, acronym.text())?;
            Some(Expansion { span, listed: false })
        })
        .or_else(|| alike(cx, facing, text, window, concepts))
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

/// Words shared with the listed long form, in hundredths (Dice), from which other words count as a wrong copy of it.
const ALIKE: usize = 50;

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
