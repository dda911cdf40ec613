//! OmegaT's glossaries: source, tab, target, and perhaps a tab and a comment; `#` begins a remark.
//!
//! Format: OmegaT's manual, "Glossaries". A source term that stands there again has one more translation: the
//! first is preferred, the others are admitted.

use std::collections::HashMap;

use unic_langid::LanguageIdentifier;

use crate::text::{SourceFile, SourceId, Span, fold_token};

use super::code;
use super::faults::{Faults, empty_cell, languages_unknown, no_tab, too_many_fields};
use super::form;
use super::rows::Cell;
use super::{Concept, Glossary, Loaded, Status, Term};

/// Columns of the format.
const COLUMNS: usize = 3;

/// Reads a glossary; without `languages` both sides are of an undetermined language, which is reported.
pub(super) fn read(
    id: SourceId,
    file: &SourceFile,
    languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
) -> Loaded {
    let mut faults = Faults::new(id);
    let unknown = LanguageIdentifier::default();
    if languages.is_none() {
        faults.add(code::BAD_LANGUAGE, Span::at(0), languages_unknown());
    }
    let (source, target) = languages.unwrap_or((&unknown, &unknown));
    let mut out = Entries { source, target, concepts: Vec::new(), known: HashMap::new() };
    let mut at = 0;
    for line in file.text.split_inclusive(['\n', '\r']) {
        let content = line.trim_end_matches(['\n', '\r']);
        if !content.trim().is_empty() && !content.starts_with('#') {
            out.line(content, at, &mut faults);
        }
        at += line.len();
    }
    let mut concepts = out.concepts;
    form::name_concepts(&mut concepts);
    let mut languages = vec![source.clone(), target.clone()];
    languages.dedup();
    let glossary = Glossary { name: None, languages, concepts };
    Loaded::new(glossary, faults)
}

struct Entries<'l> {
    source: &'l LanguageIdentifier,
    target: &'l LanguageIdentifier,
    concepts: Vec<Concept>,
    /// Concepts by source term; for look-ups only.
    known: HashMap<String, usize>,
}

impl Entries<'_> {
    fn line(&mut self, line: &str, start: usize, faults: &mut Faults) {
        let mut at = start;
        let cells: Vec<_> = line
            .split('\t')
            .map(|raw| {
                let cell = Cell::plain(raw, at);
                at += raw.len() + 1;
                cell
            })
            .collect();
        let mut cells_left = cells.iter();
        let (Some(source), Some(target)) = (cells_left.next(), cells_left.next()) else {
            faults.add(code::SYNTAX, Span::of(start, start + line.len()), no_tab());
            return;
        };
        if let Some(extra) = cells.iter().skip(COLUMNS).find(|cell| !cell.is_empty()) {
            faults.add(code::SYNTAX, extra.span(), too_many_fields(cells.len(), COLUMNS));
        }
        for (cell, lang) in [(source, self.source), (target, self.target)] {
            if cell.is_empty() {
                faults.add(code::EMPTY_SECTION, cell.span(), empty_cell(lang));
            }
        }
        if !source.is_empty() {
            self.entry(source, target, cells_left.next(), faults);
        }
    }

    fn entry(
        &mut self,
        source: &Cell<'_>,
        target: &Cell<'_>,
        comment: Option<&Cell<'_>>,
        faults: &mut Faults,
    ) {
        let form = source.text();
        let place = self.known.get(&fold_token(&form)).copied().unwrap_or_else(|| {
            faults.check_form(&form, source.span());
            let at = faults.locate(source.span());
            let mut concept = Concept::new("", at);
            concept.terms.push(Term::new(&*form, self.source.clone(), at));
            self.concepts.push(concept);
            self.known.insert(fold_token(&form), self.concepts.len() - 1);
            self.concepts.len() - 1
        });
        let Some(concept) = self.concepts.get_mut(place).filter(|_| !target.is_empty()) else {
            return;
        };
        let form = target.text();
        faults.check_form(&form, target.span());
        let at = faults.locate(target.span());
        let mut term = Term::new(&*form, self.target.clone(), at);
        if concept.terms.len() > 1 {
            term.status = Status::Admitted;
            term.role = form::role(&form);
        }
        let note = comment.filter(|comment| !comment.is_empty());
        term.note = note.map(|comment| comment.text().into_owned());
        concept.terms.push(term);
    }
}
