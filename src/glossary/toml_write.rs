//! Glossaries in TOML, writing: what a translator would have written by hand, without loss.
//!
//! A language of which only the term is known is a string, a short one a card on one line, a longer one a section
//! of its own. What is said of a language holds for several terms ([`section`](super::section) says which); where
//! one of them must not have it, it is said on the main term's own card instead.

use std::fmt::Write as _;

use unic_langid::LanguageIdentifier;

use super::form;
use super::vocabulary::Vocabulary;
use super::{
    CaseRule, Concept, Define, Gender, Glossary, GrammaticalNumber, Matching, PartOfSpeech, Status,
    Term, TermRole,
};

/// Characters on a line, beyond which a card becomes a section.
const WIDTH: usize = 100;

/// The whole file.
pub(super) fn write(glossary: &Glossary) -> String {
    // Writing to a string cannot fail.
    let mut out = String::from("[glossary]\n");
    if let Some(name) = &glossary.name {
        let _ = writeln!(out, "name = {}", text(name));
    }
    let tags: Vec<_> = glossary.languages.iter().map(ToString::to_string).collect();
    let _ = writeln!(out, "languages = {}", list(tags.iter().map(String::as_str)));
    let mut ids = std::collections::BTreeSet::new();
    for item in &glossary.concepts {
        let mut id = item.id.clone();
        let mut count = 1_u32;
        while !ids.insert(id.clone()) {
            count += 1;
            id = format!("{}-{count}", item.id);
        }
        out.push('\n');
        out.push_str(&concept(item, &id));
    }
    out
}

/// A concept's table with those below it.
pub(super) fn concept(concept: &Concept, id: &str) -> String {
    let name = format!("concept.{}", key(id));
    let mut out = format!("[{name}]\n");
    let mut line = |key: &str, value: String| {
        let _ = writeln!(out, "{key} = {value}");
    };
    if concept.kind != super::ConceptKind::Term {
        line("kind", text(concept.kind.word()));
    }
    for (key, value) in [
        ("definition", &concept.definition),
        ("domain", &concept.domain),
        ("source", &concept.source),
    ] {
        if let Some(value) = value {
            line(key, text(value));
        }
    }
    if !concept.original.is_empty() {
        let names = concept.original.iter();
        let names: Vec<_> =
            names.map(|(lang, name)| format!("{} = {}", key(lang), text(name))).collect();
        line("original", format!("{{ {} }}", names.join(", ")));
    }
    if concept.do_not_translate {
        line("do-not-translate", "true".to_owned());
    }
    if let Some(severity) = concept.severity {
        line("severity", text(severity.word()));
    }
    if let Some(variants) = concept.variants {
        line("variants", text(variants.word()));
    }
    if !concept.not_variants.is_empty() {
        line("not-variants", list(concept.not_variants.iter().map(String::as_str)));
    }
    let mut in_sections = false;
    for (lang, terms) in by_language(concept) {
        let keys = section(&terms);
        let tag = key(&lang.to_string());
        let inline = match &keys[..] {
            [(key, value)] if *key == "term" && value.starts_with('"') => value.clone(),
            keys => format!("{{ {} }}", pairs(keys).join(", ")),
        };
        // Tables stand behind all keys, so that the order of languages is kept.
        in_sections |= tag.chars().count() + 3 + inline.chars().count() > WIDTH;
        if in_sections {
            let _ = writeln!(out, "\n[{name}.{tag}]");
            for pair in pairs(&keys) {
                out.push_str(&pair);
                out.push('\n');
            }
        } else {
            let _ = writeln!(out, "{tag} = {inline}");
        }
    }
    out
}

fn pairs(keys: &Keys) -> Vec<String> {
    keys.iter().map(|(key, value)| format!("{key} = {value}")).collect()
}

fn by_language(concept: &Concept) -> Vec<(&LanguageIdentifier, Vec<&Term>)> {
    let mut out: Vec<(&LanguageIdentifier, Vec<&Term>)> = Vec::new();
    for term in &concept.terms {
        match out.iter_mut().find(|(lang, _)| **lang == term.lang) {
            Some((_, terms)) => terms.push(term),
            None => out.push((&term.lang, vec![term])),
        }
    }
    out
}

/// Keys with their values, as they are written.
type Keys = [(&'static str, String)];

/// The keys of a language section.
pub(super) fn section(terms: &[&Term]) -> Vec<(&'static str, String)> {
    let main = terms.iter().find(|term| term.is_preferred(TermRole::Full)).copied();
    let shared = main.map_or_else(Shared::default, |main| Shared::of(main, terms));
    let mut groups: Vec<(&'static str, Vec<String>)> = ["term", "acronym", "short", "admitted"]
        .into_iter()
        .chain(["deprecated", "forbidden"])
        .map(|key| (key, Vec::new()))
        .collect();
    let mut has_acronym = false;
    for term in terms {
        let is_main = main.is_some_and(|main| std::ptr::eq(main, *term));
        let place = place(term, is_main, has_acronym);
        has_acronym |= place == "acronym";
        if let Some((_, forms)) = groups.iter_mut().find(|(key, _)| *key == place) {
            forms.push(card(term, place, is_main, shared));
        }
    }
    let mut out = Vec::new();
    for (key, forms) in groups {
        match &forms[..] {
            [] => {}
            [one] => out.push((key, one.clone())),
            several => out.push((key, format!("[{}]", several.join(", ")))),
        }
    }
    out.extend(main.map(|main| shared.keys(main)).unwrap_or_default());
    out
}

/// The key under which a term stands.
fn place(term: &Term, is_main: bool, has_acronym: bool) -> &'static str {
    match (term.status, term.role) {
        _ if is_main => "term",
        (Status::Forbidden, _) => "forbidden",
        (Status::Deprecated, _) => "deprecated",
        (Status::Preferred, TermRole::Acronym) if !has_acronym => "acronym",
        // The first acronym of the list is the preferred one.
        (Status::Admitted, TermRole::Acronym) if has_acronym => "acronym",
        // With its role beside it, where it is none.
        (Status::Preferred, _) => "short",
        (Status::Admitted, _) => "admitted",
    }
}

/// What is said of the section as a whole, and goes to every term for which it holds.
#[derive(Debug, Default, Clone, Copy)]
struct Shared {
    case: CaseRule,
    matching: Matching,
    define: Define,
    gap: u8,
    pos: Option<PartOfSpeech>,
    gender: Option<Gender>,
    number: Option<GrammaticalNumber>,
}

impl Shared {
    /// What the main term is, as far as no other term would have it against its will: a card can say another word,
    /// but not that there is none.
    fn of(main: &Term, terms: &[&Term]) -> Self {
        let approved = |has: fn(&Term) -> bool| {
            terms.iter().all(|term| !term.status.is_approved() || has(term))
        };
        let preferred = |has: fn(&Term) -> bool| {
            terms.iter().all(|term| term.status != Status::Preferred || has(term))
        };
        Self {
            case: main.case,
            matching: main.matching,
            define: main.define,
            gap: main.gap,
            pos: main.pos.filter(|_| approved(|term| term.pos.is_some())),
            gender: main.gender.filter(|_| preferred(|term| term.gender.is_some())),
            number: main.number.filter(|_| preferred(|term| term.number.is_some())),
        }
    }

    /// What of it goes to a term.
    fn for_term(self, term: &Term) -> Self {
        let (approved, preferred) = (term.status.is_approved(), term.status == Status::Preferred);
        Self {
            gap: if approved && term.role == TermRole::Full { self.gap } else { 0 },
            pos: self.pos.filter(|_| approved),
            gender: self.gender.filter(|_| preferred),
            number: self.number.filter(|_| preferred),
            ..self
        }
    }

    fn keys(self, main: &Term) -> Vec<(&'static str, String)> {
        let mut out = difference(self, Self::default());
        out.extend(texts(main));
        out
    }
}

/// The keys that say what `own` is where `known` goes without saying.
fn difference(own: Shared, known: Shared) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    let mut say = |key, differs: bool, word: Option<&'static str>| {
        if let Some(word) = word.filter(|_| differs) {
            out.push((key, text(word)));
        }
    };
    say("pos", own.pos != known.pos, own.pos.map(Vocabulary::word));
    say("gender", own.gender != known.gender, own.gender.map(Vocabulary::word));
    say("number", own.number != known.number, own.number.map(Vocabulary::word));
    say("match", own.matching != known.matching, Some(own.matching.word()));
    say("case", own.case != known.case, Some(own.case.word()));
    say("define", own.define != known.define, Some(own.define.word()));
    if own.gap != known.gap {
        out.push(("gap", own.gap.to_string()));
    }
    out
}

/// What belongs to one term only.
fn texts(term: &Term) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    for (key, texts) in [("forms", &term.forms), ("except", &term.except)] {
        if !texts.is_empty() {
            out.push((key, list(texts.iter().map(String::as_str))));
        }
    }
    for (key, value) in [("usage", &term.usage), ("note", &term.note)] {
        out.extend(value.as_ref().map(|value| (key, text(value))));
    }
    out
}

/// A form: its text, or a card where more is to be said.
fn card(term: &Term, place: &str, is_main: bool, shared: Shared) -> String {
    let own = Shared {
        case: term.case,
        matching: term.matching,
        define: term.define,
        gap: term.gap,
        pos: term.pos,
        gender: term.gender,
        number: term.number,
    };
    let mut keys = vec![("form", text(&term.form))];
    for (key, value) in [("use", &term.instead), ("why", &term.why)] {
        keys.extend(value.as_ref().map(|value| (key, text(value))));
    }
    let implied = match place {
        "term" => TermRole::Full,
        "acronym" => TermRole::Acronym,
        "short" => TermRole::Short,
        _ => form::role(&term.form),
    };
    if term.role != implied {
        keys.push(("role", text(term.role.word())));
    }
    keys.extend(difference(own, shared.for_term(term)));
    if !is_main {
        keys.extend(texts(term));
    }
    match &keys[..] {
        [(_, form)] => form.clone(),
        keys => format!("{{ {} }}", pairs(keys).join(", ")),
    }
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    format!("[{}]", texts.map(text).collect::<Vec<_>>().join(", "))
}

/// A basic string. What is not to be seen, or turns the reading direction round, is escaped.
pub(super) fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() || is_hidden(c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A key, in quotation marks where it needs them.
fn key(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !name.is_empty() && name.chars().all(is_bare) { name.to_owned() } else { text(name) }
}
