//! Messages of gettext, from a PO or an MO file, as definitions in two languages.
//!
//! The text itself is the source language's side, its translation the other's; the pair is known by context and
//! text, as gettext knows it. A translation marked fuzzy was made for another text: it is never used to pair, and
//! the audit reports it. Which form a number takes is the file's own rule; without one, CLDR's categories in order.

use std::collections::BTreeSet;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use super::model::{CONTEXT, Definition, Key, State};
use super::plural::{Plural, samples};
use super::strings::{Strings, counter};
use super::write::category;
use crate::lang;
use crate::text::{Location, SourceId, Span};

/// The order of CLDR's categories, which is also that of gettext's forms.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One message as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// Was its text seen?
    pub(super) started: bool,
    pub(super) context: Option<String>,
    pub(super) text: String,
    pub(super) plural: Option<String>,
    /// Translations by number of plural form.
    pub(super) strings: Vec<(usize, String)>,
    pub(super) fuzzy: bool,
    pub(super) obsolete: bool,
    /// The text that a fuzzy translation was made for.
    pub(super) previous: Option<String>,
    /// Where its text stands.
    pub(super) at: Span,
    /// Where its translation stands.
    pub(super) translation_at: Span,
}

/// The messages of a file, its header among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Items {
    pub(super) all: Vec<Item>,
}

/// A file's languages and its rule of plural.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) language: Option<LanguageIdentifier>,
    pub(super) source: Option<LanguageIdentifier>,
    pub(super) plural: Option<Arc<Plural>>,
}

/// A message's identifier with its side in the source language, and that in the other, if it has one.
pub(super) type Sides = (String, Definition, Option<Definition>);

impl Items {
    /// What the header (the translation of nothing) says.
    pub(super) fn header(&self) -> Header {
        let own = self.all.iter().find(|item| item.text.is_empty() && item.context.is_none());
        let text = own.and_then(|item| item.strings.first()).map_or("", |(_, text)| text);
        let field = |name: &str| {
            text.lines().find_map(|line| {
                let (own, value) = line.split_once(':')?;
                own.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        let language = |name| field(name).and_then(lang::parse_locale);
        Header {
            language: language("Language"),
            source: language("X-Source-Language"),
            plural: field("Plural-Forms").and_then(Plural::parse).map(Arc::new),
        }
    }

    /// The messages' sides; of a message that comes twice the second is answered as a place.
    pub(super) fn sides(
        &self,
        header: &Header,
        lang: &LanguageIdentifier,
        source: Option<SourceId>,
        layer: u32,
    ) -> (Vec<Sides>, Vec<(Span, String)>) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let (mut out, mut twice) = (Vec::new(), Vec::new());
        for item in self.all.iter().filter(|item| !item.text.is_empty()) {
            let id = match &item.context {
                Some(context) => format!("{context}{CONTEXT}{}", item.text),
                None => item.text.clone(),
            };
            if !seen.insert(id.clone()) {
                twice.push((item.at, id));
                continue;
            }
            let at = |span| source.map(|source| Location { source, span });
            let own = item.own().define(layer, at(item.at), State::Ready);
            let mut other =
                item.other(header, lang).define(layer, at(item.translation_at), item.state());
            other.made_from = item.previous.clone().filter(|_| item.fuzzy);
            out.push((id, own, (!item.strings.is_empty()).then_some(other)));
        }
        (out, twice)
    }
}

impl Item {
    fn state(&self) -> State {
        if self.fuzzy { State::Doubtful } else { State::Ready }
    }

    fn own(&self) -> Strings {
        match &self.plural {
            None => Strings::plain(&self.text),
            Some(plural) => {
                let one = Some(Key::Word("one".to_owned()));
                let texts = vec![(one, self.text.as_str()), (Some(Key::Default), plural.as_str())];
                Strings::counted(texts, &counter(plural))
            }
        }
    }

    fn other(&self, header: &Header, lang: &LanguageIdentifier) -> Strings {
        let Some(plural) = &self.plural else {
            return Strings::plain(self.strings.first().map_or("", |(_, text)| text));
        };
        let said = self.strings.iter().filter(|(_, text)| !text.is_empty());
        let texts: Vec<(Option<Key>, &str)> = if let Some(rule) = &header.plural {
            said.map(|(index, text)| (Some(by_rule(rule, *index)), text.as_str())).collect()
        } else {
            let known = categories(lang);
            said.map(|(index, text)| (Some(by_category(&known, *index)), text.as_str())).collect()
        };
        Strings::counted(texts, &counter(plural))
    }
}

fn by_rule(rule: &Arc<Plural>, index: usize) -> Key {
    if index == rule.usual() { Key::Default } else { Key::Index(Arc::clone(rule), index) }
}

fn by_category(known: &[&str], index: usize) -> Key {
    match known.get(index) {
        Some(name) if *name != "other" => Key::Word((*name).to_owned()),
        _ => Key::Default,
    }
}

/// The categories of whole numbers that a language has, in order.
pub(super) fn categories(lang: &LanguageIdentifier) -> Vec<&'static str> {
    let own: Vec<&str> = samples().take(121).map(|n| category(n, lang)).collect();
    CATEGORIES.into_iter().filter(|name| own.contains(name)).collect()
}
