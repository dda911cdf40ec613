//! Glossaries as JSON Lines, for programs: an object a concept, in and out, without loss of any concept.
//!
//! `id`, `source` and `target` are what everybody wants (the preferred forms of the two languages); `terms` and the
//! other keys hold the rest. `source` being taken, where the choice of terms comes from is `reference`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::lang;
use crate::text::{SourceFile, SourceId, Span};

use super::code;
use super::faults::{Faults, bad_cell, json_line, languages_unknown};
use super::form;
use super::section::check_regex;
use super::vocabulary::Vocabulary;
use super::{Concept, Glossary, Loaded, Matching, Term};

/// A concept.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    id: String,
    source: Option<String>,
    target: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    original: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    do_not_translate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variants: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_variants: Vec<String>,
    terms: Vec<TermLine>,
}

/// A term.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct TermLine {
    form: String,
    lang: String,
    status: Option<String>,
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    matching: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    forms: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    except: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pos: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    define: Option<String>,
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usage: Option<String>,
}

/// The whole file. `named` tells whether the languages are known, or stand for ones that nobody has named.
pub(super) fn write(
    glossary: &Glossary,
    (source, target): (&LanguageIdentifier, &LanguageIdentifier),
    named: bool,
) -> String {
    let mut out = String::new();
    for concept in &glossary.concepts {
        let form = |lang| concept.preferred(lang).map(|term| term.form.clone());
        let line = Line {
            source: form(source),
            target: form(target),
            source_lang: named.then(|| source.to_string()),
            target_lang: named.then(|| target.to_string()),
            ..line_of(concept)
        };
        // A structure of texts and numbers always becomes JSON.
        out.push_str(&serde_json::to_string(&line).unwrap_or_default());
        out.push('\n');
    }
    out
}

fn line_of(concept: &Concept) -> Line {
    Line {
        id: concept.id.clone(),
        kind: Some(concept.kind.word().to_owned()),
        domain: concept.domain.clone(),
        definition: concept.definition.clone(),
        reference: concept.source.clone(),
        original: concept.original.clone(),
        do_not_translate: concept.do_not_translate,
        severity: word(concept.severity),
        variants: word(concept.variants),
        not_variants: concept.not_variants.clone(),
        terms: concept.terms.iter().map(term_line).collect(),
        ..Line::default()
    }
}

fn term_line(term: &Term) -> TermLine {
    TermLine {
        form: term.form.clone(),
        lang: term.lang.to_string(),
        status: word(Some(term.status)),
        role: word(Some(term.role)),
        case: word(Some(term.case).filter(|case| *case != super::CaseRule::default())),
        matching: word(Some(term.matching).filter(|how| *how != Matching::default())),
        gap: Some(term.gap).filter(|gap| *gap > 0),
        forms: term.forms.clone(),
        except: term.except.clone(),
        pos: word(term.pos),
        gender: word(term.gender),
        number: word(term.number),
        define: word(Some(term.define).filter(|define| *define != super::Define::default())),
        instead: term.instead.clone(),
        why: term.why.clone(),
        note: term.note.clone(),
        usage: term.usage.clone(),
    }
}

fn word<V: Vocabulary>(value: Option<V>) -> Option<String> {
    value.map(|value| value.word().to_owned())
}

/// Reads a file. `languages` are those of objects that have `source` and `target` only.
pub(super) fn read(
    id: SourceId,
    file: &SourceFile,
    languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
) -> Loaded {
    let mut reader = Reader {
        faults: Faults::new(id),
        glossary: Glossary::default(),
        languages,
        at: Span::at(0),
    };
    let mut start = 0;
    for text in file.text.split_inclusive('\n') {
        let line = text.trim();
        let from = start + (text.len() - text.trim_start().len());
        reader.at = Span::of(from, from + line.len());
        start += text.len();
        if line.is_empty() {
            continue;
        }
        match serde_json::from_str::<Line>(line) {
            Ok(line) => reader.concept(line),
            Err(error) => {
                let at = Span::of(from, from + error.column().saturating_sub(1).min(line.len()));
                reader.faults.add(code::SYNTAX, Span::at(at.end()), json_line());
            }
        }
    }
    form::name_concepts(&mut reader.glossary.concepts);
    Loaded::new(reader.glossary, reader.faults)
}

struct Reader<'l> {
    faults: Faults,
    glossary: Glossary,
    languages: Option<(&'l LanguageIdentifier, &'l LanguageIdentifier)>,
    /// The object at hand.
    at: Span,
}

impl Reader<'_> {
    fn concept(&mut self, line: Line) {
        let mut concept = Concept::new(&*line.id, self.faults.locate(self.at));
        concept.kind = self.choice("kind", line.kind).unwrap_or_default();
        concept.severity = self.choice("severity", line.severity);
        concept.variants = self.choice("variants", line.variants);
        concept.domain = filled(line.domain);
        concept.definition = filled(line.definition);
        concept.source = filled(line.reference);
        concept.do_not_translate = line.do_not_translate;
        concept.not_variants = all_filled(line.not_variants);
        for (tag, name) in line.original {
            if let Some(lang) = self.faults.language(&tag, self.at) {
                concept.original.insert(lang.to_string(), name);
            }
        }
        let own = |tag: &Option<String>| tag.as_deref().and_then(lang::parse);
        let source = own(&line.source_lang).or_else(|| self.languages.map(|pair| pair.0.clone()));
        let target = own(&line.target_lang).or_else(|| self.languages.map(|pair| pair.1.clone()));
        for lang in [&source, &target].into_iter().flatten() {
            self.declare(lang);
        }
        if line.terms.is_empty() {
            for (form, lang) in [(line.source, source), (line.target, target)] {
                let Some(form) = filled(form) else { continue };
                match lang {
                    Some(lang) => concept.terms.extend(self.term(&form, lang)),
                    None => self.faults.add(code::BAD_LANGUAGE, self.at, languages_unknown()),
                }
            }
        }
        for term in line.terms {
            concept.terms.extend(self.full_term(term));
        }
        self.glossary.concepts.push(concept);
    }

    /// A language, or one of the codes for those that nobody has named.
    fn language(&mut self, tag: &str) -> Option<LanguageIdentifier> {
        let unnamed = super::unnamed_languages().into_iter().flat_map(|pair| [pair.0, pair.1]);
        let unnamed = unnamed.into_iter().find(|lang| lang.language.as_str() == tag);
        unnamed.or_else(|| self.faults.language(tag, self.at))
    }

    fn declare(&mut self, lang: &LanguageIdentifier) {
        if !self.glossary.languages.contains(lang) {
            self.glossary.languages.push(lang.clone());
        }
    }

    fn term(&mut self, form: &str, lang: LanguageIdentifier) -> Option<Term> {
        let form = form.trim();
        if form.is_empty() {
            self.faults.add(code::EMPTY_SECTION, self.at, super::faults::empty_cell(&lang));
            return None;
        }
        self.faults.check_form(form, self.at);
        self.declare(&lang);
        Some(Term::new(form, lang, self.faults.locate(self.at)))
    }

    fn full_term(&mut self, line: TermLine) -> Option<Term> {
        let lang = self.language(&line.lang)?;
        let mut term = self.term(&line.form, lang)?;
        term.status = self.choice("status", line.status).unwrap_or(term.status);
        term.role = self.choice("role", line.role).unwrap_or(term.role);
        term.case = self.choice("case", line.case).unwrap_or_default();
        term.matching = self.choice("match", line.matching).unwrap_or_default();
        term.define = self.choice("define", line.define).unwrap_or_default();
        term.pos = self.choice("pos", line.pos);
        term.gender = self.choice("gender", line.gender);
        term.number = self.choice("number", line.number);
        term.gap = line.gap.unwrap_or_default().min(super::section::MOST_GAP);
        term.forms = all_filled(line.forms);
        term.except = all_filled(line.except);
        term.instead = filled(line.instead);
        term.why = filled(line.why);
        term.note = filled(line.note);
        term.usage = filled(line.usage);
        if term.matching == Matching::Regex {
            check_regex(&mut term, &mut self.faults);
        }
        Some(term)
    }

    fn choice<V: Vocabulary>(&mut self, key: &str, word: Option<String>) -> Option<V> {
        let word = word?;
        let found = V::from_word(&word);
        if found.is_none() {
            self.faults.add(code::BAD_VALUE, self.at, bad_cell(key, word, V::list()));
        }
        found
    }
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn all_filled(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().filter_map(|text| filled(Some(text))).collect()
}
