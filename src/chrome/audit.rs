//! A user's catalogues held to each other: what one language has and the other lacks or says differently.
//!
//! Only what a user's file defines is reported, never the built-in files. That a translation is out of date is
//! said only where a file says so itself: a gettext entry marked fuzzy, or a comment `# visavis: from "…"` that
//! quotes the text which the translation was made from. Anything else would be a guess.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::code::{self, DUPLICATE, MISSING, OUTDATED, PLACEHOLDERS, PLURAL, UNUSED};
use super::gettext::categories;
use super::model::{CONTEXT, Definition, Entry, Form, Key, Part, State};
use super::plural::samples;
use super::write::{category, ordinal};
use super::{Catalogue, Pairing, tags};
use crate::diagnostic::{Diagnostic, Label};
use crate::message::Message;
use crate::text::{Location, Span};

crate::messages! { MESSAGES;
    no_counterpart = "chrome-missing-counterpart" (id, lang);
    open = "chrome-missing-open" (id, lang);
    fuzzy = "chrome-outdated-fuzzy" (id);
    fuzzy_from = "chrome-outdated-fuzzy-from" (id, text);
    outdated = "chrome-outdated-from" (id, text);
    variables_differ = "chrome-placeholders-differ" (id, lang, own, other);
    lacks = "chrome-plural-lacks" (id, lang, forms);
    surplus = "chrome-plural-surplus" (id, lang, forms);
    duplicate = "chrome-duplicate-text" (text, other, id);
    unused = "chrome-unused-message" (id);
}

/// Longest identifier or text that a finding quotes, in characters.
const QUOTED: usize = 80;

/// A message in two languages, both ready, as text with its variables in braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facing {
    /// The message's identifier, as it is shown.
    pub id: String,
    /// What it says in the first language.
    pub source: String,
    /// What it says in the second.
    pub target: String,
    /// Where one would edit.
    pub at: Location,
}

/// A text of a user's file, as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The message's identifier, as it is shown.
    pub id: String,
    /// The text, with its variables in braces.
    pub text: String,
    /// Where in the text the variables stand, in bytes.
    pub variables: Vec<Span>,
    /// Where one would edit.
    pub at: Location,
}

/// The two sides of a message.
struct Sides<'e> {
    id: String,
    own: Option<(&'e LanguageIdentifier, &'e Definition)>,
    other: Option<(&'e LanguageIdentifier, &'e Definition)>,
}

impl Catalogue {
    /// Messages of users' files that have no counterpart in the other language, or one that does not fit.
    ///
    /// Call it when every file has been taken in. Time is linear in the messages.
    pub fn audit(&self, from: &LanguageIdentifier, to: &LanguageIdentifier) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        for sides in self.sides(from, to) {
            match (sides.own, sides.other) {
                (Some(own), Some(other)) => both(&sides.id, own, other, &mut out),
                (Some((_, own)), None) => lonely(&sides.id, own, to, &mut out),
                (None, Some((_, other))) => lonely(&sides.id, other, from, &mut out),
                (None, None) => {}
            }
        }
        self.duplicates(from, to, &mut out);
        out
    }

    /// Messages of users' files that none of the pairings found.
    pub fn unused(
        &self,
        pairings: &[&Pairing],
        from: &LanguageIdentifier,
        to: &LanguageIdentifier,
    ) -> Vec<Diagnostic> {
        let candidates = pairings.iter().flat_map(|pairing| &pairing.found);
        let used: BTreeSet<usize> =
            candidates.flat_map(|found| found.entries.iter().copied()).collect();
        let all = self.entries.iter().enumerate().filter(|(number, _)| !used.contains(number));
        all.filter_map(|(_, entry)| {
            let own = side(entry, from).or_else(|| side(entry, to))?.1;
            let at = own.at?;
            own.is_ready().then(|| finding(UNUSED, at, unused(shown(entry))))
        })
        .collect()
    }

    /// The messages of users' files that both languages have.
    pub fn facing(&self, from: &LanguageIdentifier, to: &LanguageIdentifier) -> Vec<Facing> {
        let own = self.sides(from, to).filter_map(|sides| {
            let ((_, own), (_, other)) = (sides.own?, sides.other?);
            let at = other.at.or(own.at)?;
            (own.is_ready() && other.is_ready()).then(|| Facing {
                id: sides.id,
                source: own.shown(),
                target: other.shown(),
                at,
            })
        });
        own.collect()
    }

    /// What users' files say in a language, each text of a message once.
    pub fn said(&self, lang: &LanguageIdentifier) -> Vec<Said> {
        let mut out: Vec<Said> = Vec::new();
        for entry in &self.entries {
            let Some((_, own)) = side(entry, lang).filter(|(_, own)| own.is_ready()) else {
                continue;
            };
            let Some(at) = own.at else { continue };
            let first = out.len();
            for form in own.wordings.iter().flat_map(|wording| &wording.forms) {
                let (text, variables) = marked(form);
                if out.iter().skip(first).all(|known| known.text != text) {
                    out.push(Said { id: shown(entry), text, variables, at });
                }
            }
        }
        out
    }

    fn sides<'c>(
        &'c self,
        from: &'c LanguageIdentifier,
        to: &'c LanguageIdentifier,
    ) -> impl Iterator<Item = Sides<'c>> {
        self.entries.iter().map(move |entry| Sides {
            id: shown(entry),
            own: side(entry, from),
            other: side(entry, to),
        })
    }

    /// Messages of one file that say the same in one language and not in the other.
    fn duplicates(
        &self,
        from: &LanguageIdentifier,
        to: &LanguageIdentifier,
        out: &mut Vec<Diagnostic>,
    ) {
        let mut first: BTreeMap<(&str, String), (&Entry, &Definition)> = BTreeMap::new();
        for entry in &self.entries {
            let (Some((_, own)), Some((_, other))) = (side(entry, from), side(entry, to)) else {
                continue;
            };
            // Two contexts are two messages: that is what a context is for.
            if entry.id.contains(CONTEXT) || !own.is_ready() || !other.is_ready() {
                continue;
            }
            // What a tag holds beside the text may well be what tells two messages apart.
            if !own.hidden.is_empty() || own.shown().is_empty() {
                continue;
            }
            let Some(at) = other.at else { continue };
            let key = (entry.platform.as_str(), own.shown());
            let text = key.1.clone();
            let Some((known, facing)) = first.get(&key) else {
                first.insert(key, (entry, other));
                continue;
            };
            if !is_same_wording(&facing.shown(), &other.shown()) {
                let message = duplicate(clip(&text), clip(&facing.shown()), shown(known));
                let mut found = finding(DUPLICATE, at, message);
                found.related.extend(facing.at.map(|at| Label { at, note: None }));
                out.push(found);
            }
        }
    }
}

/// Do two translations of one text say the same: but for spaces, capitals and the endings by which words agree with
/// others ("Aucun" and "Aucune", "All" as "Tous" and as "Toutes")?
fn is_same_wording(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let own = text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty());
        own.map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    a.concat() == b.concat()
        || a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a == b || agree(a, b))
}

/// Are two words one but for an ending of three letters at most, and at least half of each the same?
fn agree(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    shared >= 2 && a.max(b) - shared <= 3 && 2 * shared >= a.max(b)
}

/// A form's text, and where in it its variables stand.
fn marked(form: &Form) -> (String, Vec<Span>) {
    let (mut text, mut variables) = (String::new(), Vec::new());
    for part in &form.parts {
        let start = text.len();
        match part {
            Part::Text(own) => text.push_str(own),
            Part::Variable(name) => {
                text.push('{');
                text.push_str(name);
                text.push('}');
                variables.push(Span::of(start, text.len()));
            }
        }
    }
    (text, variables)
}

fn both(
    id: &str,
    (from, own): (&LanguageIdentifier, &Definition),
    (to, other): (&LanguageIdentifier, &Definition),
    out: &mut Vec<Diagnostic>,
) {
    let Some(at) = other.at.or(own.at) else { return };
    for (lang, side) in [(from, own), (to, other)] {
        let Some(at) = side.at else { continue };
        match (side.state, &side.made_from) {
            (State::Open, _) => out.push(finding(MISSING, at, open(id, lang))),
            (State::Doubtful, Some(text)) => {
                out.push(finding(OUTDATED, at, fuzzy_from(id, clip(text))));
            }
            (State::Doubtful, None) => out.push(finding(OUTDATED, at, fuzzy(id))),
            (State::Ready, Some(text)) => {
                let facing = if std::ptr::eq(side, own) { other } else { own };
                if facing.is_ready() && *text != facing.shown() {
                    out.push(finding(OUTDATED, at, outdated(id, clip(text))));
                }
            }
            (State::Ready | State::Unfit, _) => {}
        }
        if side.is_ready() {
            plurals(id, lang, side, at, out);
        }
    }
    if own.is_ready() && other.is_ready() && own.placeholders() != other.placeholders() {
        let (ours, theirs) = (own.placeholders().join(", "), other.placeholders().join(", "));
        let mut found = finding(PLACEHOLDERS, at, variables_differ(id, from, theirs, ours));
        found.related.extend(own.at.filter(|own| *own != at).map(|at| Label { at, note: None }));
        out.push(found);
    }
}

fn lonely(id: &str, own: &Definition, lacking: &LanguageIdentifier, out: &mut Vec<Diagnostic>) {
    if let Some(at) = own.at
        && own.state != State::Open
    {
        out.push(finding(MISSING, at, no_counterpart(id, lacking)));
    }
}

/// The plural forms that a text lacks or has in vain.
fn plurals(
    id: &str,
    lang: &LanguageIdentifier,
    own: &Definition,
    at: Location,
    out: &mut Vec<Diagnostic>,
) {
    let forms: Vec<&Form> =
        own.wordings.first().into_iter().flat_map(|first| &first.forms).collect();
    let names: BTreeSet<&str> = forms
        .iter()
        .flat_map(|form| &form.when)
        .filter(|(_, key)| is_plural(key))
        .map(|(name, _)| name.as_str())
        .collect();
    for name in names {
        let keys: Vec<&Key> = forms
            .iter()
            .flat_map(|form| &form.when)
            .filter(|(own, _)| own == name)
            .map(|(_, key)| key)
            .collect();
        let ordinals = keys.iter().any(|key| matches!(key, Key::Ordinal(_)));
        let lacking = if ordinals { lacking_ordinals(&keys, lang) } else { lacking(&keys, lang) };
        if !lacking.is_empty() {
            out.push(finding(PLURAL, at, lacks(id, lang, lacking.join(", "))));
        }
        let idle = idle(&keys, lang);
        if !idle.is_empty() {
            out.push(finding(PLURAL, at, surplus(id, lang, idle.join(", "))));
        }
    }
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn is_plural(key: &Key) -> bool {
    match key {
        Key::Number(_) | Key::Index(..) | Key::Ordinal(_) => true,
        Key::Word(word) => CATEGORIES.contains(&word.as_str()),
        Key::Default => false,
    }
}

/// The categories that some number has and no key is for.
fn lacking(keys: &[&Key], lang: &LanguageIdentifier) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    let default = keys.contains(&&Key::Default);
    let rule =
        keys.iter().find_map(|key| if let Key::Index(rule, _) = key { Some(rule) } else { None });
    for n in samples().take(121) {
        let name = category(n, lang);
        let met = match rule {
            Some(rule) if rule.index(n) == rule.usual() => default,
            Some(rule) => {
                let wanted = rule.index(n);
                keys.iter().any(|key| matches!(key, Key::Index(_, own) if *own == wanted))
            }
            None => {
                name == "other"
                    || keys.iter().any(|key| match key {
                        Key::Number(own) => *own == n,
                        Key::Word(word) => word == name,
                        Key::Ordinal(_) | Key::Index(..) | Key::Default => false,
                    })
            }
        };
        if !met && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// The categories of “1st” and “2nd” that some number has and no key is for.
fn lacking_ordinals(keys: &[&Key], lang: &LanguageIdentifier) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for n in samples().take(121) {
        let name = ordinal(n, lang);
        let met = name == "other"
            || keys.iter().any(|key| match key {
                Key::Number(own) => *own == n,
                Key::Ordinal(word) => word == name,
                _ => false,
            });
        if !met && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// The categories that a key is for and no number has, millions included.
fn idle<'k>(keys: &[&'k Key], lang: &LanguageIdentifier) -> Vec<&'k str> {
    let known = categories(lang);
    let large: Vec<&str> = samples().skip(121).map(|n| category(n, lang)).collect();
    let words = keys
        .iter()
        .filter_map(|key| if let Key::Word(word) = key { Some(word.as_str()) } else { None });
    let mut out: Vec<&str> = words
        .filter(|word| CATEGORIES.contains(word) && !known.contains(word) && !large.contains(word))
        .collect();
    out.dedup();
    out
}

fn side<'e>(
    entry: &'e Entry,
    lang: &LanguageIdentifier,
) -> Option<(&'e LanguageIdentifier, &'e Definition)> {
    tags(lang, entry.sides.iter().map(|(known, _)| known))
        .find_map(|known| Some((known, entry.side(known)?)))
}

fn finding(code: &'static str, at: Location, message: Message) -> Diagnostic {
    Diagnostic::new(code, code::severity(code), at, message)
}

/// An entry's identifier as people know it.
fn shown(entry: &Entry) -> String {
    clip(&entry.id.replace(CONTEXT, "|"))
}

fn clip(text: &str) -> String {
    let mut chars = text.chars();
    let short: String = chars.by_ref().take(QUOTED).collect();
    if chars.next().is_some() { format!("{short}…") } else { short }
}
