//! A concept's language section in TOML: from its keys to terms.
//!
//! What is said of the section goes to the terms for which it is true as a rule: `case` and `match` to all of
//! them, also the forbidden ones (how a form is written is looked at in the same way whether it is wanted or
//! not); `pos` and `gap` to the approved ones; `gender` and `number` to the preferred ones (an acronym has the
//! gender of its head noun, a synonym need not); `forms`, `except`, `usage` and `note` to the main term, the first.
//! A form that is a table of its own may say any of it for itself.

use std::borrow::Cow;

use unic_langid::LanguageIdentifier;

use crate::text::Span;
use crate::toml_reader::{Entry, Name, Node, NodeKind};

use super::code;
use super::faults::{Faults, empty_form, empty_section, regex};
use super::form;
use super::vocabulary::Vocabulary;
use super::{
    CaseRule, Define, Gender, GrammaticalNumber, Matching, PartOfSpeech, Status, Term, TermRole,
};

/// Keys of a language section.
pub(super) const KEYS: &[&str] = &[
    "term",
    "acronym",
    "define",
    "short",
    "admitted",
    "deprecated",
    "forbidden",
    "forms",
    "pos",
    "gender",
    "number",
    "match",
    "case",
    "gap",
    "except",
    "usage",
    "note",
];

/// Keys of a form that is a table of its own.
pub(super) const FORM_KEYS: &[&str] = &[
    "form", "use", "why", "role", "define", "forms", "pos", "gender", "number", "match", "case",
    "gap", "except", "usage", "note",
];

/// Reads a section. `at` is the key's place.
pub(super) fn read(
    node: Node<'_>,
    at: Span,
    lang: &LanguageIdentifier,
    name: Name<'_>,
    faults: &mut Faults,
) -> Vec<Term> {
    let mut section = Section { lang, name, faults, drafts: Vec::new() };
    let mut details = Details::default();
    match node.kind {
        NodeKind::Text(_) => section.forms(node, "term", Status::Preferred, Some(TermRole::Full)),
        NodeKind::Table(entries) => {
            for entry in entries {
                section.key(entry, &mut details);
            }
            if section.drafts.is_empty() {
                let message = empty_section(lang);
                section.faults.add(code::EMPTY_SECTION, at, message);
            }
        }
        _ => node.mistyped(&mut section.faults.reader, name, "table"),
    }
    section.finish(&details)
}

/// What may be said of a form or of a whole section.
#[derive(Debug, Default)]
struct Details {
    case: Option<CaseRule>,
    matching: Option<Matching>,
    gap: Option<u8>,
    forms: Vec<String>,
    except: Vec<String>,
    pos: Option<PartOfSpeech>,
    gender: Option<Gender>,
    number: Option<GrammaticalNumber>,
    define: Option<Define>,
    note: Option<String>,
    usage: Option<String>,
}

/// A term with what it says of itself.
#[derive(Debug)]
struct Draft {
    term: Term,
    own: Details,
}

struct Section<'s> {
    lang: &'s LanguageIdentifier,
    name: Name<'s>,
    faults: &'s mut Faults,
    drafts: Vec<Draft>,
}

impl Section<'_> {
    fn key(&mut self, entry: Entry<'_>, details: &mut Details) {
        let node = entry.node;
        match &*entry.key {
            "term" => self.main(node),
            "acronym" => {
                self.forms(node, "acronym", Status::Preferred, Some(TermRole::Acronym));
            }
            "short" => self.forms(node, "short", Status::Preferred, Some(TermRole::Short)),
            "admitted" => self.forms(node, "admitted", Status::Admitted, None),
            "deprecated" => self.forms(node, "deprecated", Status::Deprecated, None),
            "forbidden" => self.forms(node, "forbidden", Status::Forbidden, None),
            key => {
                let key = Key { text: key, at: entry.at, known: KEYS };
                details.read(&key, node, self.name, self.faults);
            }
        }
    }

    /// The main term: one form, whose place is before all others.
    fn main(&mut self, node: Node<'_>) {
        if !matches!(node.kind, NodeKind::Text(_) | NodeKind::Table(_)) {
            node.mistyped(&mut self.faults.reader, self.name.child("term"), "string");
            return;
        }
        let before = self.drafts.len();
        self.forms(node, "term", Status::Preferred, Some(TermRole::Full));
        if self.drafts.len() > before
            && let Some(main) = self.drafts.pop()
        {
            self.drafts.insert(0, main);
        }
    }

    /// One or several forms. Of several acronyms the first is preferred, the others are admitted.
    fn forms(&mut self, node: Node<'_>, key: &str, status: Status, role: Option<TermRole>) {
        for (index, item) in node.items().into_iter().enumerate() {
            let status = match role {
                Some(TermRole::Acronym) if index > 0 => Status::Admitted,
                _ => status,
            };
            self.form(item, key, status, role);
        }
    }

    fn form(&mut self, node: Node<'_>, key: &str, status: Status, role: Option<TermRole>) {
        let parent = self.name;
        let name = parent.child(key);
        let mut own = Details::default();
        let mut said = Said::default();
        let (form, span) = match node.kind {
            NodeKind::Text(form) => (form, node.span),
            NodeKind::Table(entries) => {
                for entry in entries {
                    said.read(entry, name, &mut own, self.faults);
                }
                let Some(form) = said.form.take() else {
                    self.faults.reader.missing_key(node.span, name.child("form").to_string());
                    return;
                };
                form
            }
            _ => {
                node.mistyped(&mut self.faults.reader, name, "string");
                return;
            }
        };
        let form = form.trim();
        if form.is_empty() {
            self.faults.add(code::EMPTY_SECTION, span, empty_form(name.to_string()));
            return;
        }
        self.faults.check_form(form, span);
        let mut term = Term::new(form, self.lang.clone(), self.faults.locate(span));
        term.status = status;
        term.role = said.role.or(role).unwrap_or_else(|| form::role(form));
        term.instead = said.instead;
        term.why = said.why;
        self.drafts.push(Draft { term, own });
    }

    fn finish(self, details: &Details) -> Vec<Term> {
        let mut terms = Vec::with_capacity(self.drafts.len());
        for (index, Draft { mut term, own }) in self.drafts.into_iter().enumerate() {
            details.apply(&mut term, index == 0);
            own.apply_all(&mut term);
            if term.matching == Matching::Regex {
                check_regex(&mut term, self.faults);
            }
            terms.push(term);
        }
        terms
    }
}

/// A regular expression that does not compile is kept as a plain form, so that nothing else stumbles over it.
pub(super) fn check_regex(term: &mut Term, faults: &mut Faults) {
    let Some((reason, part)) = form::regex_fault(&term.form) else { return };
    let value = term.at.span;
    // Without escapes the value is the form, in TOML between two quotes.
    let quotes = (value.len() as usize).saturating_sub(term.form.len());
    let start = match quotes {
        0 => Some(value.start()),
        2 => Some(value.start() + 1),
        _ => None,
    };
    let span = part.zip(start).map_or(value, |(part, start)| part.shift(start));
    faults.add(code::BAD_REGEX, span, regex(&term.form, reason));
    term.matching = Matching::Exact;
}

/// What only a form's own table says.
#[derive(Debug, Default)]
struct Said<'t> {
    form: Option<(Cow<'t, str>, Span)>,
    instead: Option<String>,
    why: Option<String>,
    role: Option<TermRole>,
}

impl<'t> Said<'t> {
    fn read(&mut self, entry: Entry<'t>, name: Name<'_>, own: &mut Details, faults: &mut Faults) {
        let node = entry.node;
        match &*entry.key {
            "form" => self.form = node.string(&mut faults.reader, name.child("form")),
            "use" => self.instead = text(node, name.child("use"), faults),
            "why" => self.why = text(node, name.child("why"), faults),
            "role" => self.role = choice(node, name.child("role"), faults),
            key => {
                let key = Key { text: key, at: entry.at, known: FORM_KEYS };
                own.read(&key, node, name, faults);
            }
        }
    }
}

/// A key with its place, and those that are known beside it.
struct Key<'k> {
    text: &'k str,
    at: Span,
    known: &'k [&'k str],
}

impl Details {
    fn read(&mut self, key: &Key<'_>, node: Node<'_>, parent: Name<'_>, faults: &mut Faults) {
        let name = parent.child(key.text);
        match key.text {
            "case" => self.case = choice(node, name, faults),
            "match" => self.matching = choice(node, name, faults),
            "pos" => self.pos = choice(node, name, faults),
            "gender" => self.gender = choice(node, name, faults),
            "number" => self.number = choice(node, name, faults),
            "define" => self.define = choice(node, name, faults),
            "forms" => self.forms = texts(node, name, faults),
            "except" => self.except = texts(node, name, faults),
            "note" => self.note = text(node, name, faults),
            "usage" => self.usage = text(node, name, faults),
            "gap" => {
                let gap = node.number(&mut faults.reader, name, u64::from(MOST_GAP));
                self.gap = gap.and_then(|gap| u8::try_from(gap).ok());
            }
            _ => faults.reader.unknown_key(key.at, key.text, name.to_string(), key.known),
        }
    }

    /// Gives a term of the section what is true of it.
    fn apply(&self, term: &mut Term, is_main: bool) {
        term.case = self.case.unwrap_or(term.case);
        term.matching = self.matching.unwrap_or(term.matching);
        term.define = self.define.unwrap_or(term.define);
        if term.status.is_approved() {
            term.pos = self.pos;
            term.gap = self.gap.filter(|_| term.role == TermRole::Full).unwrap_or(term.gap);
        }
        if term.status == Status::Preferred {
            term.gender = self.gender;
            term.number = self.number;
        }
        if is_main {
            term.forms.clone_from(&self.forms);
            term.except.clone_from(&self.except);
            term.note.clone_from(&self.note);
            term.usage.clone_from(&self.usage);
        }
    }

    /// Gives a term everything that it says of itself.
    fn apply_all(self, term: &mut Term) {
        term.case = self.case.unwrap_or(term.case);
        term.matching = self.matching.unwrap_or(term.matching);
        term.define = self.define.unwrap_or(term.define);
        term.gap = self.gap.unwrap_or(term.gap);
        term.pos = self.pos.or(term.pos);
        term.gender = self.gender.or(term.gender);
        term.number = self.number.or(term.number);
        term.note = self.note.or_else(|| term.note.take());
        term.usage = self.usage.or_else(|| term.usage.take());
        term.forms.extend(self.forms);
        term.except.extend(self.except);
    }
}

/// Words that may stand between those of a term; more would join words of different sentences.
pub(super) const MOST_GAP: u8 = 20;

/// One of the words of a vocabulary.
pub(super) fn choice<V: Vocabulary>(
    node: Node<'_>,
    name: Name<'_>,
    faults: &mut Faults,
) -> Option<V> {
    let (word, span) = node.string(&mut faults.reader, name)?;
    let found = V::from_word(word.trim());
    if found.is_none() {
        faults.reader.bad_value(span, &name.to_string(), &word, &V::list());
    }
    found
}

/// A string; an empty one says nothing.
pub(super) fn text(node: Node<'_>, name: Name<'_>, faults: &mut Faults) -> Option<String> {
    let (text, _) = node.string(&mut faults.reader, name)?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A list of strings without the empty ones.
pub(super) fn texts(node: Node<'_>, name: Name<'_>, faults: &mut Faults) -> Vec<String> {
    let texts = node.strings(&mut faults.reader, name).into_iter();
    texts.map(|(text, _)| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}
