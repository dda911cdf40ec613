//! Tables: TSV, and CSV with comma, semicolon or tab.
//!
//! The first row is a header where it names two columns: language codes, or `source` and `target`; further `id`,
//! `note` and `state`. Else the first two columns are source and target.
//! A code counts as one in lower or in upper case (`no`, not `No`), one of three letters only where the user
//! named it or the row has an `id`: a first row such as `No<TAB>Non` is text.
//!
//! Writing TSV puts a space for each line break and tab, so that a row stays a line, and quotes only a cell that
//! begins with a quotation mark. Cells that begin with `= + - @` are left alone in TSV, which spreadsheets import
//! as text on request; in CSV, which they open and calculate, such a cell is written with an apostrophe before it
//! (OWASP, "CSV Injection"), and reading takes one apostrophe there off again.

use std::borrow::Cow;
use std::io;

use unic_langid::LanguageIdentifier;

use super::collect::{Collector, Draft};
use super::table::{Cell, Table, sniff_delimiter};
use super::tmx::state_is_worth_saying;
use super::variants::{Lang, Variants};
use super::{
    Exchange, ExchangeMeta, Languages, Read, Refusal, WriteContext, has_extension, messages, words,
};
use crate::bitext::{Bitext, Unit};
use crate::lang;
use crate::text::{Passage, SourceFile, SourceId, Span};

const TSV_META: ExchangeMeta = ExchangeMeta {
    name: "tsv",
    extensions: &["tsv", "tab"],
    media_type: "text/tab-separated-values",
    keeps_line_breaks: false,
    keeps_controls: true,
    keeps_kinds: false,
};

const CSV_META: ExchangeMeta = ExchangeMeta {
    name: "csv",
    extensions: &["csv"],
    media_type: "text/csv",
    keeps_line_breaks: true,
    ..TSV_META
};

/// Tab-separated values.
pub(super) const TSV: Delimited = Delimited { meta: &TSV_META, is_csv: false };
/// Comma-separated values.
pub(super) const CSV: Delimited = Delimited { meta: &CSV_META, is_csv: true };

/// A table with a delimiter between its cells.
#[derive(Debug)]
pub(super) struct Delimited {
    meta: &'static ExchangeMeta,
    is_csv: bool,
}

impl Exchange for Delimited {
    fn meta(&self) -> &'static ExchangeMeta {
        self.meta
    }

    fn sniff(&self, file: &SourceFile) -> bool {
        has_extension(file, self.meta)
    }

    fn read(
        &self,
        id: SourceId,
        file: &SourceFile,
        languages: Languages<'_>,
    ) -> Result<Read, Refusal> {
        let delimiter = if self.is_csv { sniff_delimiter(&file.text) } else { b'\t' };
        let mut reader = Reader {
            id,
            text: &file.text,
            is_csv: self.is_csv,
            out: Collector::new(id, file),
            columns: Columns { source: Some(0), target: Some(1), ..Columns::default() },
        };
        let mut variants = Variants::new(languages);
        let widest = reader.rows(Table::new(&file.text, delimiter), languages, &mut variants)?;
        if widest == 1 {
            let format = self.meta.name.to_uppercase();
            return reader.out.refuse(super::start_of(file), messages::not_format(format));
        }
        let (source, target) = variants.finish(&reader.out)?;
        Ok(reader.out.finish(source, target))
    }

    fn write(
        &self,
        bitext: &Bitext,
        _: &WriteContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let notes = bitext.units.iter().any(|unit| unit.note.is_some());
        let states = bitext.units.iter().any(state_is_worth_saying);
        let mut header = vec![
            "id".to_owned(),
            code(&bitext.source_lang, "source"),
            code(&bitext.target_lang, "target"),
        ];
        header.extend(notes.then(|| "note".to_owned()));
        header.extend(states.then(|| "state".to_owned()));
        self.line(header.iter().map(String::as_str), out)?;
        for unit in &bitext.units {
            self.line(cells(unit, notes, states), out)?;
        }
        Ok(())
    }

    fn escape<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        // Whether the cell is quoted cannot be told from the place; what is safe in both is spliced.
        let breaks =
            |c| matches!(c, '"' | '\t' | '\n' | '\r') || (self.is_csv && matches!(c, ',' | ';'));
        (!text.contains(breaks)).then_some(Cow::Borrowed(text))
    }
}

impl Delimited {
    fn line<'c>(
        &self,
        cells: impl Iterator<Item = &'c str>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                out.write_all(if self.is_csv { b"," } else { b"\t" })?;
            }
            let cell = if self.is_csv { csv_cell(cell) } else { tsv_cell(cell) };
            out.write_all(cell.as_bytes())?;
        }
        // RFC 4180 ends CSV records with CR LF.
        out.write_all(if self.is_csv { b"\r\n" } else { b"\n" })
    }
}

/// Number of each column that is read.
#[derive(Debug, Default)]
struct Columns {
    id: Option<usize>,
    source: Option<usize>,
    target: Option<usize>,
    note: Option<usize>,
    state: Option<usize>,
}

struct Reader<'t> {
    id: SourceId,
    text: &'t str,
    is_csv: bool,
    out: Collector,
    columns: Columns,
}

impl Reader<'_> {
    /// Reads every record; answers how many cells the widest has, at most 2.
    fn rows(
        &mut self,
        mut table: Table<'_>,
        languages: Languages<'_>,
        variants: &mut Variants,
    ) -> Result<usize, Refusal> {
        let Some(first) = table.record() else { return Ok(0) };
        let names: Vec<String> = first.iter().map(|cell| cell.text(self.text)).collect();
        let header = header(&names, languages, variants);
        let width = if header.is_some() { first.len() } else { first.len().max(2) };
        let mut widest = first.len().min(2);
        match header {
            Some(columns) => self.columns = columns,
            None => self.row(&first)?,
        }
        while let Some(cells) = table.record() {
            widest = widest.max(cells.len().min(2));
            if let Some(extra) = cells.get(width..).filter(|extra| !self.is_blank(extra)) {
                let span = extra.iter().map(|cell| cell.span).reduce(Span::cover);
                let message = messages::row_too_long(cells.len(), width);
                self.out.faults.add(span.unwrap_or_default(), message);
            }
            self.row(&cells)?;
        }
        Ok(widest)
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), Refusal> {
        let span = cells.iter().map(|cell| cell.span).reduce(Span::cover).unwrap_or_default();
        let mut draft = Draft {
            id: self.word(cells, self.columns.id),
            source: self.side(cells, self.columns.source),
            target: self.side(cells, self.columns.target),
            state: self.word(cells, self.columns.state).as_deref().and_then(words::state),
            span,
            ..Draft::default()
        };
        if let Some(cell) = self.cell(cells, self.columns.note) {
            draft.note.add(&cell.text(self.text), cell.span);
        }
        self.out.row(draft)
    }

    fn side(&self, cells: &[Cell], column: Option<usize>) -> Option<Passage> {
        self.cell(cells, column)?.builder(self.text).finish(self.id)
    }

    fn word(&self, cells: &[Cell], column: Option<usize>) -> Option<String> {
        Some(self.cell(cells, column)?.text(self.text))
    }

    fn cell(&self, cells: &[Cell], column: Option<usize>) -> Option<Cell> {
        let cell = *cells.get(column?)?;
        let guarded = self.is_csv && is_guarded(cell.span.slice(self.text));
        Some(if guarded { cell.without_first() } else { cell })
    }

    fn is_blank(&self, cells: &[Cell]) -> bool {
        cells.iter().all(|cell| cell.span.slice(self.text).trim().is_empty())
    }
}

/// What a header says of a column.
enum Name {
    Id,
    Source,
    Target,
    Note,
    State,
    Lang(LanguageIdentifier),
    Other,
}

/// The columns that a first row names; `None` where it is no header.
fn header(cells: &[String], languages: Languages<'_>, variants: &mut Variants) -> Option<Columns> {
    let has_id = cells.iter().any(|cell| matches!(name(cell, languages, false), Name::Id));
    let names: Vec<Name> = cells.iter().map(|cell| name(cell, languages, has_id)).collect();
    let at = |wanted: fn(&Name) -> bool| names.iter().position(wanted);
    let langs: Vec<Lang> = names
        .iter()
        .zip(cells)
        .map(|(name, cell)| match name {
            Name::Lang(lang) => {
                variants.tag(cell.trim());
                Some(lang.clone())
            }
            _ => None,
        })
        .collect();
    let (source, target) = (at(|n| matches!(n, Name::Source)), at(|n| matches!(n, Name::Target)));
    let count = langs.iter().flatten().count();
    if count + usize::from(source.is_some()) + usize::from(target.is_some()) < 2 {
        return None;
    }
    if source.is_some() {
        variants.expect_target(langs.iter().flatten().next());
    }
    let chosen = if count > 0 { variants.choose(&langs) } else { (None, None) };
    // Where one side is named by a word, the language that is left is the other.
    let (first, second) = chosen;
    let left_source = if target.is_some() { first.or(second) } else { first };
    let left_target = if source.is_some() { second.or(first) } else { second };
    Some(Columns {
        id: at(|n| matches!(n, Name::Id)),
        source: source.or(left_source),
        target: target.or(left_target),
        note: at(|n| matches!(n, Name::Note)),
        state: at(|n| matches!(n, Name::State)),
    })
}

fn name(cell: &str, languages: Languages<'_>, has_id: bool) -> Name {
    let cell = cell.trim();
    match cell.to_lowercase().as_str() {
        "id" | "key" => Name::Id,
        "source" => Name::Source,
        "target" | "translation" => Name::Target,
        "note" | "notes" | "comment" | "comments" => Name::Note,
        "state" | "status" => Name::State,
        _ => language(cell, languages, has_id).map_or(Name::Other, Name::Lang),
    }
}

fn language(cell: &str, languages: Languages<'_>, has_id: bool) -> Lang {
    let primary = cell.split(['-', '_']).next().unwrap_or_default();
    let one_case =
        primary.chars().all(char::is_lowercase) || primary.chars().all(char::is_uppercase);
    if !one_case || cell.len() > 35 {
        return lang::nearest(cell).and_then(lang::parse);
    }
    let found = lang::parse(cell)?;
    let named = [languages.source, languages.target].into_iter().flatten();
    let is_named = named.into_iter().any(|named| lang::same(named, &found));
    (primary.len() == 2 || has_id || is_named).then_some(found)
}

/// The header of a language's column.
fn code(lang: &LanguageIdentifier, word: &str) -> String {
    if *lang == LanguageIdentifier::default() { word.to_owned() } else { lang.to_string() }
}

fn cells(unit: &Unit, notes: bool, states: bool) -> impl Iterator<Item = &str> {
    [unit.id.as_str(), unit.source_text(), unit.target_text()]
        .into_iter()
        .chain(notes.then(|| unit.note.as_deref().unwrap_or_default()))
        .chain(states.then(|| words::of_state(unit.state)))
}

fn tsv_cell(text: &str) -> Cow<'_, str> {
    let breaks = ['\t', '\n', '\r'];
    let flat = if text.contains(breaks) {
        Cow::Owned(text.replace("\r\n", " ").replace(breaks, " "))
    } else {
        Cow::Borrowed(text)
    };
    if flat.starts_with('"') { quoted(&flat).into() } else { flat }
}

fn csv_cell(text: &str) -> Cow<'_, str> {
    let guard = is_formula(text) || is_guarded(text);
    let text = if guard { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    if text.contains(['"', ',', ';', '\t', '\n', '\r']) { quoted(&text).into() } else { text }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Would a spreadsheet calculate the cell?
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// Does an apostrophe keep a spreadsheet from calculating the cell?
fn is_guarded(text: &str) -> bool {
    text.starts_with('\'') && is_formula(text.trim_start_matches('\''))
}
