//! Messages of gettext, from a PO or an MO file, as definitions in two languages.
//!
//! The text itself is the source language's side, its translation the other's; the pair is known by context and
//! text, as gettext knows it. Some programs write keys (`menu.save`) where gettext wants the text: such a file holds
//! one language, as a Fluent file does. It is told from the texts themselves, see [`Items::is_keyed`]. A translation marked fuzzy was made for another text: it is never used to pair, and
//! the audit reports it. Which form a number takes is the file's own rule; without one, CLDR's categories in order.

use std::collections::BTreeSet;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use super::model::{CONTEXT, Definition, Key, State};
use super::placeholders::Notation;
use super::plural::{Plural, samples};
use super::strings::{Strings, counter};
use super::write::category;
use crate::lang;
use crate::text::{Location, SourceId, Span};

/// The order of CLDR's categories, which is also that of gettext's forms.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One message as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Was its text seen?
    pub(super) started: bool,
    pub(super) context: Option<String>,
    pub(super) text: String,
    pub(super) plural: Option<String>,
    /// Translations by number of plural form.
    pub(super) strings: Vec<(usize, String)>,
    pub(super) fuzzy: bool,
    /// Does a comment say `visavis: to translate`? Where the entry is also fuzzy, it is the text that is to be written.
    pub(super) to_translate: bool,
    /// Which placeholders its flags allow.
    pub(super) notation: Notation,
    /// The text that a fuzzy translation was made for.
    pub(super) previous: Option<String>,
    /// Where its text stands.
    pub(super) at: Span,
    /// Where its translation stands.
    pub(super) translation_at: Span,
}

impl Default for Item {
    fn default() -> Self {
        Self {
            started: false,
            context: None,
            text: String::new(),
            plural: None,
            strings: Vec::new(),
            fuzzy: false,
            to_translate: false,
            notation: Notation::GETTEXT,
            previous: None,
            at: Span::default(),
            translation_at: Span::default(),
        }
    }
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
    /// Are the texts keys?
    pub(super) keyed: bool,
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
            keyed: field("X-Source-Language").is_none() && self.is_keyed(),
        }
    }

    /// Are the texts keys of a program (`menu.save`, `MENU_SAVE`, `menuSave`) rather than what a reader sees?
    ///
    /// They are where four in five of them look it. A header that names the language of the texts
    /// (`X-Source-Language`) goes before this.
    pub(super) fn is_keyed(&self) -> bool {
        // What `chrome add` wrote names a text that is still to be written.
        let texts = self.all.iter().filter(|item| !item.text.is_empty() && !item.to_translate);
        let all = texts.clone().count();
        let keys = texts.filter(|item| is_key(&item.text)).count();
        keys > 0 && 5 * keys >= 4 * all
    }

    /// Has no message a translation? Then the file is a template (POT).
    pub(super) fn is_template(&self) -> bool {
        let mut own = self.all.iter().filter(|item| !item.text.is_empty());
        own.all(|item| item.strings.iter().all(|(_, text)| text.is_empty()))
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
            let mut own = item.own().define(layer, at(item.at), State::Ready);
            let made_up = item.to_translate && item.fuzzy && !header.keyed;
            if made_up {
                own.state = State::Open;
            }
            let mut other =
                item.other(header, lang).define(layer, at(item.translation_at), item.state());
            other.made_from = item.previous.clone().filter(|_| item.fuzzy);
            if header.keyed && item.to_translate {
                other.state = State::Open;
            }
            // What `chrome add` wrote for a line whose original is not known is fuzzy to gettext and certain to us.
            if made_up && other.state == State::Doubtful {
                other.state = State::Ready;
            }
            out.push((id, own, (!item.strings.is_empty()).then_some(other)));
        }
        (out, twice)
    }
}

impl Item {
    fn state(&self) -> State {
        if self.fuzzy { State::Doubtful } else { State::Ready }
    }

    /// Takes in the flags of a line `#, …`.
    pub(super) fn flag(&mut self, flags: &str) {
        let flags: Vec<&str> = flags.split(',').map(str::trim).collect();
        self.fuzzy |= flags.contains(&"fuzzy");
        let has = |names: &[&str]| flags.iter().any(|flag| names.contains(flag));
        if has(BRACES) {
            self.notation = Notation { percent: false, braces: true, capitals: true };
        } else if has(PERCENT) {
            self.notation = Notation { percent: true, braces: false, capitals: false };
        }
    }

    fn own(&self) -> Strings {
        match &self.plural {
            None => Strings::plain(&self.text, self.notation),
            Some(plural) => {
                let one = Some(Key::Word("one".to_owned()));
                let texts = vec![(one, self.text.as_str()), (Some(Key::Default), plural.as_str())];
                Strings::counted(texts, &counter(plural, self.notation), self.notation)
            }
        }
    }

    fn other(&self, header: &Header, lang: &LanguageIdentifier) -> Strings {
        let Some(plural) = &self.plural else {
            let text = self.strings.first().map_or("", |(_, text)| text);
            return Strings::plain(text, self.notation);
        };
        let said = self.strings.iter().filter(|(_, text)| !text.is_empty());
        let texts: Vec<(Option<Key>, &str)> = if let Some(rule) = &header.plural {
            said.map(|(index, text)| (Some(by_rule(rule, *index)), text.as_str())).collect()
        } else {
            let known = categories(lang);
            said.map(|(index, text)| (Some(by_category(&known, *index)), text.as_str())).collect()
        };
        // Of a key, only the translations say what is counted.
        let counted =
            if header.keyed { self.strings.last().map_or("", |(_, own)| own) } else { plural };
        Strings::counted(texts, &counter(counted, self.notation), self.notation)
    }
}

/// Flags of notations with braces, and of those with per cent signs (GNU gettext manual, "The Format of PO Files").
const BRACES: &[&str] = &[
    "python-brace-format",
    "perl-brace-format",
    "csharp-format",
    "c++-format",
    "rust-format",
    "java-format",
];
const PERCENT: &[&str] = &[
    "c-format",
    "objc-format",
    "python-format",
    "perl-format",
    "php-format",
    "ruby-format",
    "go-format",
    "java-printf-format",
    "d-format",
    "lua-format",
    "object-pascal-format",
    "qt-format",
    "qt-plural-format",
    "kde-format",
];

/// Does a text look like a key: Latin letters and digits without a space, in several words that are joined by signs or
/// by capitals?
fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ':' | '/');
    let mut pairs = text.bytes().zip(text.bytes().skip(1));
    let joined =
        text.trim_matches(|c: char| !c.is_ascii_alphanumeric()).contains(['.', '_', ':', '/']);
    let humped = pairs.any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    let hyphened = text.contains('-') && !text.contains(|c: char| c.is_ascii_uppercase());
    text.len() <= 200
        && text.chars().all(plain)
        && text.contains(|c: char| c.is_ascii_alphabetic())
        && (joined || humped || hyphened)
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
