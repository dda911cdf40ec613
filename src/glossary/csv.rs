//! Glossaries as tables: CSV and TSV with a header that names the languages.
//!
//! The first alternative of a cell is the preferred term, those behind `|` are admitted. A row with a `status`
//! says it of its translations, not of its first language; where another row has the same first term and no
//! such status, the two are one concept (`Nations Unies`, then a row that forbids `Nations unis`).

use std::collections::HashMap;

use unic_langid::LanguageIdentifier;

use crate::text::{SourceFile, SourceId, Span, fold_token};
use crate::workbook::Sheet;

use super::code;
use super::columns;
use super::columns::{Column, Detail, Field};
use super::faults::{Faults, bad_cell, empty_cell, no_header, too_many_fields};
use super::form;
use super::rows::{Cell, Rows};
use super::section::{MOST_GAP, check_regex};
use super::vocabulary::Vocabulary;
use super::{Concept, Glossary, Loaded, Matching, Status, Term, TermRole};

/// Reads a table. `languages` are those of a table without a header; `usual` is the separator of its file type.
pub(super) fn read(
    id: SourceId,
    file: &SourceFile,
    languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
    usual: char,
) -> Loaded {
    let mut faults = Faults::new(id);
    let separator = separator(&file.text, usual);
    let mut rows = Rows::new(&file.text, separator);
    let mut table = Table::default();
    while let Some(row) = rows.next(&mut faults) {
        if !table.take(&row, languages, &mut faults) {
            break;
        }
    }
    table.into_loaded(faults)
}

/// Reads the rows of a spreadsheet.
pub(super) fn read_sheet(
    id: SourceId,
    sheet: &Sheet,
    languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
) -> Loaded {
    let mut faults = Faults::new(id);
    let mut table = Table::default();
    for row in &sheet.rows {
        let mut cells: Vec<Cell<'_>> = Vec::new();
        for field in &row.fields {
            let start = field.span.start() as usize;
            let at = usize::from(field.column).max(cells.len());
            cells.resize(at, Cell::plain("", start));
            cells.push(Cell::plain(field.text(sheet), start));
        }
        if !table.take(&cells, languages, &mut faults) {
            break;
        }
    }
    table.into_loaded(faults)
}

/// The separator with which most of the first line is understood; then that which gives most columns.
fn separator(text: &str, usual: char) -> char {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut best = (usual, (0, 0));
    for candidate in [usual, '\t', ';', ','] {
        // Faults are found again, and reported, when the file is read.
        let mut faults = Faults::new(SourceId::new(0));
        let row = Rows::new(line, candidate).next(&mut faults).unwrap_or_default();
        let score = (row.iter().filter(|cell| columns::is_known(cell)).count(), row.len());
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// A concept with what its row's `status` says.
struct Draft {
    concept: Concept,
    status: Option<Status>,
}

#[derive(Default)]
struct Table {
    columns: Vec<Column>,
    /// Names of the columns, for messages.
    names: Vec<String>,
    concepts: Vec<Draft>,
}

impl Table {
    /// Takes a row; answers whether further rows are of any use.
    fn take(
        &mut self,
        row: &[Cell<'_>],
        languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
        faults: &mut Faults,
    ) -> bool {
        if row.iter().all(Cell::is_empty) {
            return true;
        }
        if self.columns.is_empty() && self.header(row, languages, faults) {
            return self.languages().next().is_some();
        }
        self.row(row, faults);
        true
    }

    fn into_loaded(self, faults: Faults) -> Loaded {
        let languages = self.languages().cloned().collect();
        let mut concepts = join_by_status(self.concepts);
        form::name_concepts(&mut concepts);
        let glossary = Glossary { languages, concepts, ..Glossary::default() };
        Loaded::new(glossary, faults)
    }

    /// Takes the first row; answers whether it was a header.
    fn header(
        &mut self,
        row: &[Cell<'_>],
        languages: Option<(&LanguageIdentifier, &LanguageIdentifier)>,
        faults: &mut Faults,
    ) -> bool {
        if let Some((source, target)) = languages
            && !columns::names_any(row, &[source, target])
        {
            // The third column is a comment on the translation, as in OmegaT.
            let note = Column::Detail(Detail::Note, Some(target.clone()));
            let (source, target) = (source.clone(), target.clone());
            self.names = vec![source.to_string(), target.to_string(), "note".to_owned()];
            self.columns = vec![Column::Terms(source), Column::Terms(target), note];
            return false;
        }
        if !columns::is_header(row) {
            faults.add(code::SYNTAX, row.first().map_or(Span::at(0), Cell::span), no_header());
            return true;
        }
        self.columns = columns::read(row, faults);
        self.names = row.iter().map(|cell| cell.text().into_owned()).collect();
        if self.languages().next().is_none() {
            faults.add(code::SYNTAX, row.first().map_or(Span::at(0), Cell::span), no_header());
        }
        true
    }

    fn languages(&self) -> impl Iterator<Item = &LanguageIdentifier> {
        self.columns.iter().filter_map(|column| match column {
            Column::Terms(lang) => Some(lang),
            _ => None,
        })
    }

    fn row(&mut self, row: &[Cell<'_>], faults: &mut Faults) {
        let extra = row.iter().skip(self.columns.len()).find(|cell| !cell.is_empty());
        if let Some(extra) = extra {
            let message = too_many_fields(row.len(), self.columns.len());
            faults.add(code::SYNTAX, extra.span(), message);
        }
        let start = row.first().map_or(Span::at(0), Cell::span);
        let end = row.last().map_or(start, Cell::span);
        let mut concept = Concept::new("", faults.locate(start));
        let mut status = None;
        for (column, cell) in self.columns.iter().zip(row) {
            match column {
                Column::Terms(lang) => terms(&mut concept, lang, cell, faults),
                Column::Forms(lang, status, role) => {
                    forms(&mut concept, lang, (*status, *role), cell, faults);
                }
                _ => {}
            }
        }
        for ((column, name), cell) in self.columns.iter().zip(&self.names).zip(row) {
            match column {
                _ if cell.is_empty() => {}
                Column::Concept(Field::Status) => status = choice(cell, name, faults),
                Column::Original(lang) => {
                    concept.original.insert(lang.to_string(), cell.text().into_owned());
                }
                Column::Concept(field) => say(&mut concept, *field, cell, name, faults),
                Column::Detail(detail, lang) => {
                    detail_of(&mut concept, *detail, lang.as_ref(), cell, name, faults);
                }
                _ => {}
            }
        }
        self.check_empty(&concept, row, end, faults);
        self.finish(concept, status, faults);
    }

    /// Reports every language of the header in which the row has no form at all.
    fn check_empty(&self, concept: &Concept, row: &[Cell<'_>], end: Span, faults: &mut Faults) {
        for (index, column) in self.columns.iter().enumerate() {
            let Column::Terms(lang) = column else { continue };
            if !concept.terms.iter().any(|term| term.lang == *lang) {
                let at = row.get(index).map_or(Span::at(end.end()), Cell::span);
                faults.add(code::EMPTY_SECTION, at, empty_cell(lang));
            }
        }
    }

    fn finish(&mut self, mut concept: Concept, status: Option<Status>, faults: &mut Faults) {
        let first = self.languages().next().cloned();
        for term in &mut concept.terms {
            if let Some(status) = status
                && term.status.is_approved()
                && Some(&term.lang) != first.as_ref()
            {
                term.status = term.status.max(status);
            }
            if term.matching == Matching::Regex {
                check_regex(term, faults);
            }
        }
        if !concept.terms.is_empty() {
            self.concepts.push(Draft { concept, status });
        }
    }
}

fn terms(concept: &mut Concept, lang: &LanguageIdentifier, cell: &Cell<'_>, faults: &mut Faults) {
    // The main term stands before forms of columns further left, such as `forbidden_fr`.
    let mut place = concept.terms.iter().position(|term| term.lang == *lang);
    let parts = cell.alternatives();
    for (index, part) in parts.iter().enumerate() {
        let (status, role) = match index {
            0 => (Status::Preferred, TermRole::Full),
            _ => (Status::Admitted, form::role(&part.text())),
        };
        if let Some(term) = term(part, lang, status, role, faults) {
            let at = place.unwrap_or(concept.terms.len());
            concept.terms.insert(at.min(concept.terms.len()), term);
            place = place.map(|place| place + 1);
        } else if parts.len() > 1 {
            faults.add(code::EMPTY_SECTION, part.span(), empty_cell(lang));
        }
    }
}

fn forms(
    concept: &mut Concept,
    lang: &LanguageIdentifier,
    (status, role): (Status, Option<TermRole>),
    cell: &Cell<'_>,
    faults: &mut Faults,
) {
    for (index, part) in cell.alternatives().into_iter().enumerate() {
        // As in TOML: of several acronyms the first is preferred.
        let status = match role {
            Some(TermRole::Acronym) if index > 0 => status.max(Status::Admitted),
            _ => status,
        };
        let role = role.unwrap_or_else(|| form::role(&part.text()));
        concept.terms.extend(term(&part, lang, status, role, faults));
    }
}

fn term(
    cell: &Cell<'_>,
    lang: &LanguageIdentifier,
    status: Status,
    role: TermRole,
    faults: &mut Faults,
) -> Option<Term> {
    let form = cell.text();
    if form.is_empty() {
        return None;
    }
    faults.check_form(&form, cell.span());
    let mut term = Term::new(form, lang.clone(), faults.locate(cell.span()));
    term.status = status;
    term.role = role;
    Some(term)
}

fn say(concept: &mut Concept, field: Field, cell: &Cell<'_>, name: &str, faults: &mut Faults) {
    let text = cell.text().into_owned();
    match field {
        Field::Id => concept.id = text,
        Field::Definition => concept.definition = Some(text),
        Field::Domain => concept.domain = Some(text),
        Field::Source => concept.source = Some(text),
        Field::Kind => concept.kind = choice(cell, name, faults).unwrap_or_default(),
        Field::Severity => concept.severity = choice(cell, name, faults),
        Field::DoNotTranslate => match text.to_lowercase().as_str() {
            "true" | "yes" | "1" | "x" => concept.do_not_translate = true,
            "false" | "no" | "0" => {}
            _ => faults.add(code::BAD_VALUE, cell.span(), bad_cell(name, text, "true, false")),
        },
        Field::Variants => concept.variants = choice(cell, name, faults),
        Field::NotVariants => concept.not_variants = list(cell),
        Field::Status => {}
    }
}

/// Gives terms what a cell says of them; the same rules as for a language section in TOML.
fn detail_of(
    concept: &mut Concept,
    detail: Detail,
    lang: Option<&LanguageIdentifier>,
    cell: &Cell<'_>,
    name: &str,
    faults: &mut Faults,
) {
    let mut terms =
        concept.terms.iter_mut().filter(|term| lang.is_none_or(|lang| *lang == term.lang));
    match detail {
        Detail::Pos => {
            let pos = choice(cell, name, faults);
            terms.filter(|term| term.status.is_approved()).for_each(|term| term.pos = pos);
        }
        Detail::Gender => {
            let gender = choice(cell, name, faults);
            terms.filter(|t| t.status == Status::Preferred).for_each(|t| t.gender = gender);
        }
        Detail::Number => {
            let number = choice(cell, name, faults);
            terms.filter(|t| t.status == Status::Preferred).for_each(|t| t.number = number);
        }
        Detail::Case => {
            let case = choice(cell, name, faults).unwrap_or_default();
            terms.for_each(|term| term.case = case);
        }
        Detail::Match => {
            let matching = choice(cell, name, faults).unwrap_or_default();
            terms.for_each(|term| term.matching = matching);
        }
        Detail::Gap => {
            let gap = cell.text().parse().ok().filter(|gap| *gap <= MOST_GAP);
            if gap.is_none() {
                let message = bad_cell(name, cell.text().into_owned(), format!("0–{MOST_GAP}"));
                faults.add(code::BAD_VALUE, cell.span(), message);
            }
            let is_long =
                |term: &&mut Term| term.status.is_approved() && term.role == TermRole::Full;
            terms.filter(is_long).for_each(|term| term.gap = gap.unwrap_or_default());
        }
        Detail::Define => {
            let define = choice(cell, name, faults).unwrap_or_default();
            terms.for_each(|term| term.define = define);
        }
        Detail::Forms => terms.take(1).for_each(|term| term.forms = list(cell)),
        Detail::Except => terms.take(1).for_each(|term| term.except = list(cell)),
        Detail::Note => {
            if let Some(term) = terms.next() {
                term.note = Some(cell.text().into_owned());
            }
        }
        Detail::Usage => {
            if let Some(term) = terms.next() {
                term.usage = Some(cell.text().into_owned());
            }
        }
    }
}

fn list(cell: &Cell<'_>) -> Vec<String> {
    cell.alternatives()
        .iter()
        .map(|part| part.text().into_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn choice<V: Vocabulary>(cell: &Cell<'_>, name: &str, faults: &mut Faults) -> Option<V> {
    let text = cell.text();
    // Spreadsheets are filled in by hand: `Proper noun` is `proper-noun`.
    let found = V::from_word(&text.to_lowercase().replace([' ', '_'], "-"));
    if found.is_none() {
        faults.add(code::BAD_VALUE, cell.span(), bad_cell(name, text.into_owned(), V::list()));
    }
    found
}

/// Rows that say how the translations of another row's first term stand become part of that row's concept.
fn join_by_status(drafts: Vec<Draft>) -> Vec<Concept> {
    let is_plain = |draft: &Draft| draft.status.is_none_or(|status| status == Status::Preferred);
    if drafts.iter().all(is_plain) {
        return drafts.into_iter().map(|draft| draft.concept).collect();
    }
    let key = |concept: &Concept| concept.terms.first().map(|term| fold_token(&term.form));
    // A hash map, for look-ups only: tables have tens of thousands of rows.
    let mut plain: HashMap<String, usize> = HashMap::new();
    let mut out: Vec<Concept> = Vec::with_capacity(drafts.len());
    let (first, later): (Vec<_>, Vec<_>) = drafts.into_iter().partition(is_plain);
    for Draft { concept, .. } in first {
        if let Some(key) = key(&concept) {
            plain.entry(key).or_insert(out.len());
        }
        out.push(concept);
    }
    for Draft { concept, .. } in later {
        let home = key(&concept).and_then(|key| plain.get(&key)).and_then(|at| out.get_mut(*at));
        match home {
            Some(home) => {
                let source = home.terms.first().map(|term| term.lang.clone());
                let moved = concept.terms.into_iter();
                home.terms.extend(moved.filter(|term| Some(&term.lang) != source.as_ref()));
            }
            None => out.push(concept),
        }
    }
    out.sort_by_key(|concept| concept.at);
    out
}
