//! Sentence segmentation: where the sentences of a paragraph begin and end, for one language.
//!
//! One pass over the bytes looks for sentence punctuation; everything else is decided locally, from the word before
//! it, the closing marks behind it and the word that follows, so that the time is linear in the text whatever it
//! holds. What a language knows (abbreviations, words that begin sentences, verbs of saying) is data in `data/`;
//! the rules themselves are the same for all languages. The boundaries of Unicode's annex 29 were tried and found
//! too eager: they know no abbreviation and part closing guillemets from their sentence (28 of 48 golden English cases
//! wholly right, against 47 here).
//!
//! [`fn@clauses`] cuts sentences further, for who looks for the counterparts of their parts.
//!
//! White space between sentences belongs to none; every other character belongs to exactly one.

mod after;
mod before;
mod clauses;
mod glue;
mod judge;
mod list;
mod lists;
mod marks;
mod rules;
mod scan;
mod srx;

use std::collections::BTreeMap;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use crate::text::Passage;
use crate::text::Span;

pub use self::clauses::clauses;
pub use self::lists::Lists;
use self::rules::Rules;
use self::scan::Cut;

/// Segmenters of all languages, with what users add to the rules that are built in.
#[derive(Debug, Clone, Default)]
pub struct Segmenters {
    /// By primary subtag: what was added, and the rules that hold with it.
    own: BTreeMap<String, (Lists, Arc<Rules>)>,
}

impl Segmenters {
    /// Adds a user's lists to those of a language; region and script do not matter.
    pub fn add(&mut self, lang: &LanguageIdentifier, lists: Lists) {
        let language = lang.language.as_str();
        let rules = Arc::new(Rules::new(&Lists::of(language, Some(&lists))));
        self.own.insert(language.to_owned(), (lists, rules));
    }

    /// The segmenter of a language.
    pub fn of(&self, lang: &LanguageIdentifier) -> Segmenter {
        match self.own.get(lang.language.as_str()) {
            Some((_, rules)) => Segmenter { rules: Arc::clone(rules) },
            None => Segmenter::new(lang),
        }
    }

    /// The rules of languages as Segmentation Rules eXchange 2.0, for other tools: of all that have a file of their
    /// own where none is named.
    ///
    /// Regular expressions cannot hold all that the rules here do: verbs of saying behind a quotation, enumerators and
    /// sentences that touch without a space are left out.
    pub fn srx(&self, langs: &[LanguageIdentifier]) -> String {
        let named = langs.iter().map(|lang| lang.language.as_str());
        let mut codes: Vec<&str> = if langs.is_empty() {
            let built_in = lists::LANGUAGES.iter().map(|(code, _)| *code);
            built_in.chain(self.own.keys().map(String::as_str)).collect()
        } else {
            named.collect()
        };
        codes.sort_unstable();
        codes.dedup();
        let rules = codes
            .into_iter()
            .map(|code| (code, Lists::of(code, self.own.get(code).map(|(lists, _)| lists))));
        srx::write(rules, &Lists::of("", None))
    }
}

/// Finds the sentences of paragraphs in one language.
#[derive(Debug, Clone)]
pub struct Segmenter {
    rules: Arc<Rules>,
}

/// Two sentences that touch without a space: `(WHO).The`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glue {
    /// The last word of the first sentence, its punctuation and the first word of the second; bytes of the text.
    pub span: Span,
    /// Where the space is missing; a byte of the text.
    pub boundary: u32,
}

impl Segmenter {
    /// The built-in rules of a language; region and script do not matter.
    ///
    /// A language without a data file gets the rules of `data/default.toml`.
    pub fn new(lang: &LanguageIdentifier) -> Self {
        Self { rules: Rules::built_in(lang.language.as_str()) }
    }

    /// The sentences of one paragraph, in order, as bytes of `text`.
    ///
    /// White space around them is left out; every other character is in exactly one of them.
    /// Line breaks count as spaces. Linear in the length of the text.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        between(text, scan::cuts(&self.rules, text).iter().map(|cut| cut.at))
    }

    /// The sentences of a passage as passages, in order; code, tags and placeholders are never cut.
    pub fn passages(&self, passage: &Passage) -> Vec<Passage> {
        self.spans_of(passage).into_iter().map(|span| passage.slice(span)).collect()
    }

    /// As [`Segmenter::passages`], as bytes of the passage's text.
    pub fn spans_of(&self, passage: &Passage) -> Vec<Span> {
        let cuts = self.cuts_outside_inert(passage);
        between(&passage.text, cuts.iter().map(|cut| cut.at))
    }

    /// Places of a paragraph where two sentences touch without a space, in order.
    ///
    /// Web addresses, file and product names, initialisms, abbreviations, numbers and ellipses are no such places.
    pub fn glued(&self, text: &str) -> Vec<Glue> {
        scan::cuts(&self.rules, text).iter().filter_map(|cut| cut.glue).collect()
    }

    /// As [`Segmenter::glued`], outside code, tags and placeholders.
    pub fn glued_in(&self, passage: &Passage) -> Vec<Glue> {
        let cuts = self.cuts_outside_inert(passage);
        let glued = cuts.iter().filter_map(|cut| cut.glue);
        let mut inert = passage.inert.iter().peekable();
        glued
            .filter(|glue| {
                while inert.next_if(|inert| inert.end() <= glue.span.start()).is_some() {}
                inert.peek().is_none_or(|inert| !inert.overlaps(glue.span))
            })
            .collect()
    }

    fn cuts_outside_inert(&self, passage: &Passage) -> Vec<Cut> {
        let mut inert = passage.inert.iter().map(|span| span.range()).peekable();
        let mut cuts = scan::cuts(&self.rules, &passage.text);
        cuts.retain(|cut| {
            while inert.next_if(|inert| inert.end <= cut.at).is_some() {}
            inert.peek().is_none_or(|inert| cut.at <= inert.start)
        });
        cuts
    }
}

/// What lies between the cuts, without the white space around it.
fn between(text: &str, cuts: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for end in cuts.chain([text.len()]) {
        let part = text.get(start..end).unwrap_or_default();
        let trimmed = part.trim();
        if !trimmed.is_empty() {
            let from = start + (part.len() - part.trim_start().len());
            spans.push(Span::of(from, from + trimmed.len()));
        }
        start = end;
    }
    spans
}

#[cfg(test)]
mod tests;
