//! Glossaries in TOML, the form that people write by hand.
//!
//! The tables are walked through in file order, key by key: every key is either known, a language, or reported.
//! A mistake costs the value that it is in and nothing else.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use crate::lang;
use crate::text::{SourceFile, SourceId, Span};
use crate::toml_reader;
use crate::toml_reader::{Entry, Name, Node, NodeKind};

use super::code;
use super::faults::{Faults, misplaced, undeclared, undeclared_nearest};
use super::section;
use super::section::{choice, text, texts};
use super::{Concept, Glossary, Loaded};

/// Keys of a concept, beside its languages.
const KEYS: &[&str] = &[
    "definition",
    "domain",
    "kind",
    "original",
    "do-not-translate",
    "severity",
    "source",
    "variants",
    "not-variants",
];

/// Keys of the file's top level and of its `[glossary]` table.
const TOP_KEYS: &[&str] = &["glossary", "concept"];
const HEAD_KEYS: &[&str] = &["name", "languages", "domain"];

/// Reads a TOML glossary.
pub(super) fn read(id: SourceId, file: &SourceFile) -> Loaded {
    if let Some(file) = read_parts(id, &file.text) {
        return Loaded::new(file.glossary, file.faults);
    }
    let mut mended = toml_reader::mend(id, file);
    let (reader, root) = mended.parse();
    let mut file = File { faults: Faults { reader }, ..File::new(id) };
    file.top(root.into_entries());
    Loaded::new(file.glossary, file.faults)
}

/// Reads a large file that nothing is wrong with as TOML, several stretches at once.
fn read_parts(id: SourceId, text: &str) -> Option<File> {
    let read_head = |entries| {
        let mut file = File::new(id);
        file.top(entries);
        file
    };
    let read_part = |head: &File, entries| {
        let mut part = head.part(id);
        part.concepts(entries);
        part
    };
    let (mut file, parts) = toml_reader::in_parts(text, "concept", read_head, read_part)?;
    for part in parts {
        file.add(part);
    }
    Some(file)
}

struct File {
    glossary: Glossary,
    /// Subject field of concepts that name none.
    domain: Option<String>,
    /// Does the file say which languages it has?
    declares: bool,
    faults: Faults,
}

impl File {
    fn new(id: SourceId) -> Self {
        let glossary = Glossary::default();
        Self { glossary, domain: None, declares: false, faults: Faults::new(id) }
    }

    /// A file for some of the concepts, with what the head says.
    fn part(&self, id: SourceId) -> Self {
        let mut part =
            Self { domain: self.domain.clone(), declares: self.declares, ..Self::new(id) };
        part.glossary.languages.clone_from(&self.glossary.languages);
        part
    }

    fn add(&mut self, part: Self) {
        for lang in &part.glossary.languages {
            self.add_language(lang);
        }
        self.glossary.concepts.extend(part.glossary.concepts);
        self.faults.reader.faults.extend(part.faults.reader.faults);
    }

    fn top(&mut self, entries: Vec<Entry<'_>>) {
        let (head, rest): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.key == "glossary");
        for entry in head {
            self.head(entry.node);
        }
        for entry in rest {
            match &*entry.key {
                "concept" => {
                    let top = Name::root("concept");
                    let concepts = entry.node.table(&mut self.faults.reader, top);
                    self.concepts(concepts.unwrap_or_default());
                }
                key => self.faults.reader.unknown_key(entry.at, key, key.to_owned(), TOP_KEYS),
            }
        }
    }

    fn head(&mut self, node: Node<'_>) {
        let top = Name::root("glossary");
        for entry in node.table(&mut self.faults.reader, top).unwrap_or_default() {
            let name = top.child(&entry.key);
            match &*entry.key {
                "name" => self.glossary.name = text(entry.node, name, &mut self.faults),
                "domain" => self.domain = text(entry.node, name, &mut self.faults),
                "languages" => self.languages(entry.node, name),
                key => {
                    let name = name.to_string();
                    self.faults.reader.unknown_key(entry.at, key, name, HEAD_KEYS);
                }
            }
        }
    }

    fn languages(&mut self, node: Node<'_>, name: Name<'_>) {
        for (tag, span) in node.strings(&mut self.faults.reader, name) {
            if let Some(lang) = self.faults.language(&tag, span) {
                self.declares = true;
                self.add_language(&lang);
            }
        }
    }

    fn add_language(&mut self, lang: &LanguageIdentifier) {
        if !self.glossary.languages.contains(lang) {
            self.glossary.languages.push(lang.clone());
        }
    }

    fn concepts(&mut self, entries: Vec<Entry<'_>>) {
        let top = Name::root("concept");
        for entry in entries {
            let name = top.child(&entry.key);
            let Some(keys) = entry.node.table(&mut self.faults.reader, name) else { continue };
            let mut concept = Concept::new(&*entry.key, self.faults.locate(entry.at));
            for key in keys {
                self.key(&mut concept, key, name);
            }
            concept.domain = concept.domain.or_else(|| self.domain.clone());
            self.glossary.concepts.push(concept);
        }
    }

    fn key(&mut self, concept: &mut Concept, entry: Entry<'_>, parent: Name<'_>) {
        let name = parent.child(&entry.key);
        let (node, faults) = (entry.node, &mut self.faults);
        match &*entry.key {
            "definition" => concept.definition = text(node, name, faults),
            "domain" => concept.domain = text(node, name, faults),
            "source" => concept.source = text(node, name, faults),
            "kind" => concept.kind = choice(node, name, faults).unwrap_or(concept.kind),
            "severity" => concept.severity = choice(node, name, faults),
            "variants" => concept.variants = choice(node, name, faults),
            "not-variants" => concept.not_variants = texts(node, name, faults),
            "original" => concept.original = original(node, name, faults),
            "do-not-translate" => {
                concept.do_not_translate =
                    node.flag(&mut faults.reader, name).unwrap_or(concept.do_not_translate);
            }
            _ => self.section(concept, &entry.key, entry.at, node, name),
        }
    }

    /// A key that is a language, meant for one, or unknown.
    fn section(
        &mut self,
        concept: &mut Concept,
        key: &str,
        at: Span,
        node: Node<'_>,
        name: Name<'_>,
    ) {
        // Before the languages: `pos` and `gap` are languages too, of a few thousand speakers.
        if section::KEYS.contains(&key) || section::FORM_KEYS.contains(&key) {
            self.faults.add(code::UNKNOWN_KEY, at, misplaced(name.to_string(), key));
            return;
        }
        if lang::parse(key).is_none() && !is_meant_as_language(key, &node) {
            self.faults.reader.unknown_key(at, key, name.to_string(), KEYS);
            return;
        }
        let known = lang::parse(key).is_some();
        let Some(lang) = self.faults.language(key, at) else { return };
        if !self.declares {
            self.add_language(&lang);
        } else if known {
            self.check_declared(key, &lang, at);
        }
        concept.terms.extend(section::read(node, at, &lang, name, &mut self.faults));
    }

    /// A language that the file does not declare may be a slip of the pen: `kid` is Koshin.
    fn check_declared(&mut self, key: &str, lang: &LanguageIdentifier, at: Span) {
        if self.glossary.languages.iter().any(|declared| lang::same(declared, lang)) {
            return;
        }
        let declared: Vec<_> = self.glossary.languages.iter().map(ToString::to_string).collect();
        let declared = declared.join(", ");
        let message = match near_key(key) {
            Some(near) => undeclared_nearest(key, declared, near),
            None => undeclared(key, declared),
        };
        self.faults.add(code::UNDECLARED_LANGUAGE, at, message);
    }
}

/// The key of a concept that is near and about as long.
fn near_key(key: &str) -> Option<&'static str> {
    toml_reader::nearest(key, KEYS).filter(|near| near.len() <= key.len() + 2)
}

/// Was a key that is no language meant for one? By its name, by its shape (`xx`, `xx-YY`), or by what it holds.
fn is_meant_as_language(key: &str, node: &Node<'_>) -> bool {
    let primary = key.split(['-', '_']).next().unwrap_or_default();
    // `kin` is an old code of Kinyarwanda, but most likely `kind`.
    let is_near = near_key(key).is_some();
    let is_shaped = primary.len() == 2 && primary.chars().all(|c| c.is_ascii_alphabetic());
    let holds_section = match &node.kind {
        NodeKind::Table(entries) => {
            entries.iter().any(|entry| section::KEYS.contains(&&*entry.key))
        }
        _ => false,
    };
    holds_section || (!is_near && (is_shaped || lang::nearest(key).is_some()))
}

fn original(node: Node<'_>, name: Name<'_>, faults: &mut Faults) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for entry in node.table(&mut faults.reader, name).unwrap_or_default() {
        let Some(lang) = faults.language(&entry.key, entry.at) else { continue };
        if let Some(form) = text(entry.node, name.child(&entry.key), faults) {
            out.insert(lang.to_string(), form);
        }
    }
    out
}
