//! Which of a row's languages is its source and which its target, where a file holds several.
//!
//! What the user named holds; a tag that agrees wholly (`fr-CA`) goes before one that agrees in language only.
//! Where the user named nothing, the first row that has both decides for the file: the source is the one that
//! the file announces (or the first), the target the first other.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::collect::Collector;
use super::{Languages, Refusal, messages};
use crate::lang;
use crate::message::Message;
use crate::text::Span;

/// A language tag of the file, understood; `None` for one that is no language.
pub(super) type Lang = Option<LanguageIdentifier>;

/// One of the two languages.
#[derive(Debug)]
struct Side {
    lang: Lang,
    /// Did the user name it?
    named: bool,
    /// Did a row have it?
    seen: bool,
}

impl Side {
    fn new(lang: Option<&LanguageIdentifier>) -> Self {
        Self { lang: lang.cloned(), named: lang.is_some(), seen: false }
    }
}

/// Chooses the two sides of each row.
#[derive(Debug)]
pub(super) struct Variants {
    source: Side,
    target: Side,
    /// The source language that the file announces.
    announced: Lang,
    /// Every tag of the file.
    tags: BTreeMap<String, Lang>,
}

impl Variants {
    /// Nothing seen yet.
    pub(super) fn new(languages: Languages<'_>) -> Self {
        Self {
            source: Side::new(languages.source),
            target: Side::new(languages.target),
            announced: None,
            tags: BTreeMap::new(),
        }
    }

    /// The file announces its source language.
    pub(super) fn announce(&mut self, tag: &str) {
        self.announced = lang::parse(tag);
    }

    /// The file calls another text its source, so that this language is the target's unless the user says otherwise.
    pub(super) fn expect_target(&mut self, lang: Option<&LanguageIdentifier>) {
        self.target.lang = self.target.lang.take().or_else(|| lang.cloned());
    }

    /// Understands a tag.
    pub(super) fn tag(&mut self, tag: &str) -> Lang {
        if let Some(known) = self.tags.get(tag) {
            return known.clone();
        }
        let lang = lang::parse(tag);
        self.tags.insert(tag.to_owned(), lang.clone());
        lang
    }

    /// Numbers of the source and the target among a row's languages.
    pub(super) fn choose(&mut self, row: &[Lang]) -> (Option<usize>, Option<usize>) {
        self.settle(row);
        // A tag that is wholly the target's is not the source, though its language may be the same.
        let target = exact(row, self.target.lang.as_ref());
        let source = exact(row, self.source.lang.as_ref())
            .or_else(|| alike(row, self.source.lang.as_ref(), target));
        let target = target
            .filter(|target| Some(*target) != source)
            .or_else(|| alike(row, self.target.lang.as_ref(), source));
        self.source.seen |= source.is_some();
        self.target.seen |= target.is_some();
        (source, target)
    }

    /// Is there, beside the one chosen, a text in a third language? Then the row is of another pair.
    pub(super) fn is_of_another_pair(row: &[Lang], chosen: usize) -> bool {
        let Some(Some(own)) = row.get(chosen) else { return false };
        row.iter().flatten().any(|other| !lang::same(own, other))
    }

    /// The two languages that were settled on, `und` for one that nobody named.
    ///
    /// # Errors
    ///
    /// Refuses the file where it has texts, but none in a language that the user named.
    pub(super) fn finish(
        self,
        out: &Collector,
    ) -> Result<(LanguageIdentifier, LanguageIdentifier), Refusal> {
        let others = |side: &Side, other: &Side| {
            let is_other = |tag: &LanguageIdentifier| {
                other.lang.as_ref().is_none_or(|other| !lang::same(tag, other))
            };
            side.named && !side.seen && self.tags.values().flatten().any(is_other)
        };
        for (side, other) in [(&self.source, &self.target), (&self.target, &self.source)] {
            if others(side, other)
                && let Some(lang) = &side.lang
            {
                return out.refuse(Span::at(0), self.missing(lang));
            }
        }
        Ok((self.source.lang.unwrap_or_default(), self.target.lang.unwrap_or_default()))
    }

    fn missing(&self, wanted: &LanguageIdentifier) -> Message {
        const SHOWN: usize = 12;
        let found: Vec<&str> = self.tags.keys().map(String::as_str).take(SHOWN).collect();
        messages::no_language(wanted, found.join(", "))
    }

    /// Decides on languages that are still open, as far as this row can tell.
    fn settle(&mut self, row: &[Lang]) {
        if self.source.lang.is_none() {
            let announced = self.announced.as_ref().filter(|announced| {
                row.len() < 2 || row.iter().flatten().any(|lang| lang::same(lang, announced))
            });
            self.source.lang =
                announced.cloned().or_else(|| other_than(row, self.target.lang.as_ref()));
        }
        if self.target.lang.is_none() {
            self.target.lang =
                other_than(row, self.source.lang.as_ref()).or_else(|| undetermined(row));
        }
    }
}

/// The first language of the row that is not this one, else the first that at least names another region.
fn other_than(row: &[Lang], known: Option<&LanguageIdentifier>) -> Lang {
    let mut langs = row.iter().flatten();
    let Some(known) = known else { return langs.next().cloned() };
    let other = row.iter().flatten().find(|lang| !lang::same(lang, known));
    other.or_else(|| langs.find(|lang| *lang != known && known.region.is_some())).cloned()
}

/// `und`, where a row has just two texts of which the file does not know the languages: their order tells.
fn undetermined(row: &[Lang]) -> Lang {
    let und = LanguageIdentifier::default();
    let is_und = |lang: &Lang| lang.as_ref() == Some(&und);
    (row.len() == 2 && row.iter().all(is_und)).then_some(und)
}

fn exact(row: &[Lang], wanted: Option<&LanguageIdentifier>) -> Option<usize> {
    row.iter().position(|lang| lang.is_some() && lang.as_ref() == wanted)
}

fn alike(row: &[Lang], wanted: Option<&LanguageIdentifier>, taken: Option<usize>) -> Option<usize> {
    let wanted = wanted?;
    row.iter().enumerate().position(|(index, lang)| {
        Some(index) != taken && lang.as_ref().is_some_and(|lang| lang::same(lang, wanted))
    })
}
