//! Glossaries as tables, writing: CSV, TSV, the rows of a spreadsheet, and OmegaT's three columns.
//!
//! Columns stand there only if some concept has something for them; what each holds is what
//! [`csv`](super::csv) reads. Control characters become U+FFFD in text files, as everywhere: so that nothing
//! disappears unseen.

use std::fmt::Write as _;

use unic_langid::LanguageIdentifier;

use super::columns::{self, ORIGINAL};
use super::form;
use super::spelling::{guard, join, quote};
use super::vocabulary::Vocabulary;
use super::{CaseRule, Concept, ConceptKind, Define, Glossary, Matching, Status, Term, TermRole};

/// Header and rows. The languages stand in their order; those that only terms have come last.
pub(super) fn rows(glossary: &Glossary) -> Vec<Vec<String>> {
    let mut langs = glossary.languages.clone();
    let mut originals: Vec<String> = Vec::new();
    for concept in &glossary.concepts {
        for term in &concept.terms {
            if !langs.contains(&term.lang) {
                langs.push(term.lang.clone());
            }
        }
        for lang in
            concept.original.keys().filter(|lang| !originals.contains(lang)).collect::<Vec<_>>()
        {
            originals.push(lang.clone());
        }
    }
    let mut header = vec!["id".to_owned(), "kind".to_owned()];
    for lang in &langs {
        header.push(columns::of_terms(lang));
        header.extend(OF_LANGUAGE.iter().map(|(name, _)| format!("{name}_{lang}")));
    }
    header.extend(OF_CONCEPT.iter().map(|(name, _)| (*name).to_owned()));
    header.extend(originals.iter().map(|lang| format!("{ORIGINAL}_{lang}")));
    let mut out = vec![header];
    // A row without a term is none.
    for concept in glossary.concepts.iter().filter(|concept| !concept.terms.is_empty()) {
        out.push(row(concept, &langs, &originals));
    }
    without_empty_columns(out, 1, &langs)
}

/// Source, translation and comment, without a header, for languages that nobody has named.
pub(super) fn plain_rows(glossary: &Glossary, languages: Pair<'_>) -> Vec<Vec<String>> {
    let cells = |concept: &Concept| {
        let side = |lang| Side::of(concept, lang).terms;
        let mut notes = concept.terms.iter().filter(|term| term.lang == *languages.1);
        let note = notes.find_map(|term| term.note.clone()).unwrap_or_default();
        vec![side(languages.0), side(languages.1), note]
    };
    glossary.concepts.iter().map(cells).collect()
}

/// Source and target.
pub(super) type Pair<'l> = (&'l LanguageIdentifier, &'l LanguageIdentifier);

/// What a language's columns hold of a concept.
#[derive(Default)]
struct Side<'c> {
    /// All its terms, the first of which has what is said of the main term.
    all: Vec<&'c Term>,
    terms: String,
}

impl<'c> Side<'c> {
    fn of(concept: &'c Concept, lang: &LanguageIdentifier) -> Self {
        let mut all: Vec<&Term> = concept.terms.iter().filter(|term| term.lang == *lang).collect();
        all.sort_by_key(|term| !term.is_preferred(TermRole::Full));
        let Some(main) = all.first().filter(|term| term.is_preferred(TermRole::Full)) else {
            return Self { all, terms: String::new() };
        };
        let others = all.iter().filter(|term| is_alternative(term));
        let terms = join(std::iter::once(main).chain(others).map(|term| term.form.as_str()));
        Self { all, terms }
    }

    fn has_main(&self) -> bool {
        !self.terms.is_empty()
    }

    fn join(&self, wanted: impl Fn(&Term) -> bool) -> String {
        join(self.all.iter().filter(|term| wanted(term)).map(|term| term.form.as_str()))
    }

    /// Acronyms of which the first is preferred; the others are admitted.
    fn acronyms(&self) -> String {
        let is = |term: &&&Term| term.role == TermRole::Acronym && term.status.is_approved();
        let preferred = self.all.iter().find(|term| term.is_preferred(TermRole::Acronym));
        if preferred.is_none() {
            return String::new();
        }
        let rest = self.all.iter().filter(is).filter(|term| {
            !preferred.is_some_and(|first| std::ptr::eq(*first, **term)) && !self.is_listed(term)
        });
        join(preferred.into_iter().chain(rest).map(|term| term.form.as_str()))
    }

    /// Does the form stand in the column of the language itself?
    fn is_listed(&self, term: &Term) -> bool {
        self.has_main() && is_alternative(term)
    }

    fn admitted(&self) -> String {
        let has_acronyms = self.all.iter().any(|term| term.is_preferred(TermRole::Acronym));
        self.join(|term| {
            let among_acronyms = has_acronyms && term.role == TermRole::Acronym;
            term.status == Status::Admitted && !self.is_listed(term) && !among_acronyms
        })
    }

    fn first(&self, wanted: impl Fn(&Term) -> bool) -> Option<&'c Term> {
        self.all.iter().copied().find(|term| wanted(term))
    }
}

/// Is the form read as what it is where it stands behind the preferred one?
fn is_alternative(term: &Term) -> bool {
    term.status == Status::Admitted && term.role == form::role(&term.form)
}

type OfLanguage = fn(&Side<'_>) -> String;
type OfConcept = fn(&Concept) -> String;

const OF_LANGUAGE: &[(&str, OfLanguage)] = &[
    ("admitted", |side| side.admitted()),
    ("acronym", |side| side.acronyms()),
    ("short", |side| side.join(|term| term.is_preferred(TermRole::Short))),
    ("deprecated", |side| side.join(|term| term.status == Status::Deprecated)),
    ("forbidden", |side| side.join(|term| term.status == Status::Forbidden)),
    ("forms", |side| join(first_texts(side, |term| &term.forms))),
    ("pos", |side| word(side.first(|term| term.status.is_approved()).and_then(|term| term.pos))),
    ("gender", |side| word(preferred(side).and_then(|term| term.gender))),
    ("number", |side| word(preferred(side).and_then(|term| term.number))),
    ("case", |side| {
        word(side.all.first().map(|term| term.case).filter(|case| *case != CaseRule::Smart))
    }),
    ("match", |side| {
        word(side.all.first().map(|term| term.matching).filter(|how| *how != Matching::Inflect))
    }),
    ("gap", |side| {
        let long = side.first(|term| term.status.is_approved() && term.role == TermRole::Full);
        long.filter(|term| term.gap > 0).map(|term| term.gap.to_string()).unwrap_or_default()
    }),
    ("define", |side| {
        word(side.all.first().map(|term| term.define).filter(|define| *define != Define::FirstUse))
    }),
    ("except", |side| join(first_texts(side, |term| &term.except))),
    ("usage", |side| of_first(side, |term| &term.usage)),
    ("note", |side| of_first(side, |term| &term.note)),
];

const OF_CONCEPT: &[(&str, OfConcept)] =
    &[
        ("domain", |concept| concept.domain.clone().unwrap_or_default()),
        ("definition", |concept| concept.definition.clone().unwrap_or_default()),
        ("source", |concept| concept.source.clone().unwrap_or_default()),
        ("severity", |concept| word(concept.severity)),
        ("do-not-translate", |concept| {
            if concept.do_not_translate { "true".to_owned() } else { String::new() }
        }),
        ("variants", |concept| word(concept.variants)),
        ("not-variants", |concept| join(concept.not_variants.iter().map(String::as_str))),
    ];

fn word<V: Vocabulary>(value: Option<V>) -> String {
    value.map(|value| value.word().to_owned()).unwrap_or_default()
}

fn preferred<'c>(side: &Side<'c>) -> Option<&'c Term> {
    side.first(|term| term.status == Status::Preferred)
}

fn first_texts<'c>(
    side: &Side<'c>,
    texts: impl Fn(&'c Term) -> &'c Vec<String>,
) -> impl Iterator<Item = &'c str> {
    side.all.first().copied().into_iter().flat_map(texts).map(String::as_str)
}

fn of_first<'c>(side: &Side<'c>, text: impl Fn(&'c Term) -> &'c Option<String>) -> String {
    side.all.first().and_then(|term| text(term).clone()).unwrap_or_default()
}

fn row(concept: &Concept, langs: &[LanguageIdentifier], originals: &[String]) -> Vec<String> {
    let kind = Some(concept.kind).filter(|kind| *kind != ConceptKind::Term);
    let mut out = vec![concept.id.clone(), word(kind)];
    for lang in langs {
        let side = Side::of(concept, lang);
        out.push(side.terms.clone());
        out.extend(OF_LANGUAGE.iter().map(|(_, value)| value(&side)));
    }
    out.extend(OF_CONCEPT.iter().map(|(_, value)| value(concept)));
    let original = |lang| concept.original.get(lang).cloned().unwrap_or_default();
    out.extend(originals.iter().map(original));
    out
}

/// Leaves out columns in which no row has anything, but for the first `keep` and those of the languages.
fn without_empty_columns(
    rows: Vec<Vec<String>>,
    keep: usize,
    langs: &[LanguageIdentifier],
) -> Vec<Vec<String>> {
    let Some(header) = rows.first() else { return rows };
    let langs: Vec<_> = langs.iter().map(columns::of_terms).collect();
    let wanted: Vec<bool> = header
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let holds = |row: &Vec<String>| row.get(at).is_some_and(|cell| !cell.is_empty());
            at < keep || langs.contains(name) || rows.iter().skip(1).any(holds)
        })
        .collect();
    let pick = |row: Vec<String>| {
        row.into_iter().zip(&wanted).filter(|(_, wanted)| **wanted).map(|(cell, _)| cell).collect()
    };
    rows.into_iter().map(pick).collect()
}

/// Rows as a CSV or TSV file; `;` for CSV, so that spreadsheets in most of Europe open it.
pub(super) fn delimited(rows: &[Vec<String>], separator: char) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            out.push_str(&quote(&guard(&clean(cell))));
        }
        out.push('\n');
    }
    out
}

/// OmegaT's glossary: every approved source term with every approved translation.
pub(super) fn omegat(glossary: &Glossary, (source, target): Pair<'_>) -> String {
    let mut out = String::new();
    for concept in &glossary.concepts {
        let side = |lang: &LanguageIdentifier| {
            let mut terms: Vec<&Term> = concept
                .terms
                .iter()
                .filter(|term| term.lang == *lang && term.status.is_approved())
                .collect();
            terms.sort_by_key(|term| !term.is_preferred(TermRole::Full));
            terms
        };
        let translations = side(target);
        for term in side(source) {
            let form = flat(&term.form);
            // A line that begins with # is a remark; a space before it is none.
            let guard = if form.starts_with('#') { " " } else { "" };
            if translations.is_empty() {
                let _ = writeln!(out, "{guard}{form}\t");
            }
            for translation in &translations {
                let _ = write!(out, "{guard}{form}\t{}", flat(&translation.form));
                if let Some(note) = &translation.note {
                    out.push('\t');
                    out.push_str(&flat(note));
                }
                out.push('\n');
            }
        }
    }
    out
}

/// A text for a format that has neither tabs nor line breaks in one.
fn flat(text: &str) -> String {
    clean(text).replace(['\t', '\n', '\r'], " ")
}

fn clean(text: &str) -> String {
    let is_kept = |c: char| matches!(c, '\t' | '\n' | '\r') || !c.is_ascii_control();
    text.chars().map(|c| if is_kept(c) { c } else { '\u{FFFD}' }).collect()
}
