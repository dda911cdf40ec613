//! Reading: which sheet is the first, the shared texts, and the cells row by row.
//!
//! Every part goes through the XML scanner, which refuses what explodes; a part that is damaged refuses the whole
//! workbook, since half a table would be taken for all of it. Text is bounded by [`MAX_TEXT`] in all: one long
//! shared text may stand in a million cells.

use std::collections::BTreeMap;

use super::{damaged, no_workbook, too_much_text};
use crate::archive::{Archive, Limits};
use crate::message::Message;
use crate::text::{SourceFile, SourceId, Span};
use crate::xml::{self, Faults, Scanner, Tag, Token, escape};

/// Columns that are read; those further right hold nothing that a table of texts has.
pub const MAX_COLUMNS: u16 = 512;
/// Rows of a sheet (ECMA-376 knows no more).
const MAX_ROWS: usize = 1 << 20;
/// Bytes of text in all cells together.
const MAX_TEXT: usize = 64 << 20;

/// The first sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// A line a row, cells with tabs between them; tabs and line breaks in a cell are spaces here.
    pub text: String,
    /// Rows that hold something.
    pub rows: Vec<Row>,
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its cells that hold something, from left to right.
    pub fields: Vec<Field>,
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its column, from 0.
    pub column: u16,
    /// Where it stands in [`Sheet::text`].
    pub span: Span,
    /// Its text, where a tab or a line break makes it another than stands there.
    own: Option<String>,
}

impl Field {
    /// What stands in the cell.
    pub fn text<'s>(&'s self, sheet: &'s Sheet) -> &'s str {
        self.own.as_deref().unwrap_or_else(|| self.span.slice(&sheet.text))
    }
}

/// Reads the first sheet of a workbook.
///
/// # Errors
///
/// Says why the bytes are no workbook that can be read.
pub fn read(bytes: &[u8]) -> Result<Sheet, Message> {
    let mut archive = Archive::open(bytes, Limits::default())?;
    let Some(book) = archive.part("xl/workbook.xml")? else { return Err(no_workbook()) };
    let name = first_sheet(&book, &mut archive)?;
    let shared = match archive.part("xl/sharedStrings.xml")? {
        Some(part) => shared_texts(&part)?,
        None => Vec::new(),
    };
    let sheet = archive.part(&name)?.ok_or_else(no_workbook)?;
    let file = SourceFile::decode(name, &sheet);
    let mut cells = Cells { out: Sheet::default(), shared: &shared, line: 0, row: Row::default() };
    cells.read(&file)?;
    Ok(cells.out)
}

/// The part that holds the first sheet, by the relationship that the workbook names.
fn first_sheet(book: &[u8], archive: &mut Archive<'_>) -> Result<String, Message> {
    let usual = || "xl/worksheets/sheet1.xml".to_owned();
    let file = SourceFile::decode("xl/workbook.xml", book);
    let mut wanted = None;
    each_tag(&file, |tag| {
        if tag.name == "sheet" && wanted.is_none() {
            wanted = relation_id(tag);
        }
    })?;
    let Some(wanted) = wanted else { return Ok(usual()) };
    let Some(part) = archive.part("xl/_rels/workbook.xml.rels")? else { return Ok(usual()) };
    let file = SourceFile::decode("xl/_rels/workbook.xml.rels", &part);
    let mut targets = BTreeMap::new();
    each_tag(&file, |tag| {
        if let Some((id, target)) = tag.attribute("Id").zip(tag.attribute("Target")) {
            targets.insert(id, target);
        }
    })?;
    Ok(targets.get(&wanted).map_or_else(usual, |target| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }))
}

/// `r:id`, whatever the prefix; `id` without one is something else.
fn relation_id(tag: &Tag<'_>) -> Option<String> {
    tag.attribute("r:id").or_else(|| tag.local_attribute("id"))
}

fn each_tag(file: &SourceFile, mut see: impl FnMut(&Tag<'_>)) -> Result<(), Message> {
    let mut part = Part::new(file);
    while let Some(token) = part.next()? {
        if let Token::Start(tag) = token {
            see(&tag);
        }
    }
    Ok(())
}

/// The texts that cells refer to by number.
fn shared_texts(part: &[u8]) -> Result<Vec<String>, Message> {
    let file = SourceFile::decode("xl/sharedStrings.xml", part);
    let mut part = Part::new(&file);
    let (mut texts, mut text) = (Vec::new(), String::new());
    while let Some(token) = part.next()? {
        match token {
            Token::Start(tag) if tag.name == "t" => text.push_str(&part.content()?),
            // How East Asian text is read aloud is no part of it.
            Token::Start(tag) if tag.name == "rPh" => part.skip()?,
            Token::End("si", _) => texts.push(escape::unfold(&std::mem::take(&mut text))),
            _ => {}
        }
    }
    Ok(texts)
}

struct Cells<'s> {
    out: Sheet,
    shared: &'s [String],
    /// Lines written so far.
    line: usize,
    row: Row,
}

impl Cells<'_> {
    fn read(&mut self, file: &SourceFile) -> Result<(), Message> {
        let mut part = Part::new(file);
        let mut column = 0;
        while let Some(token) = part.next()? {
            match token {
                Token::Start(tag) if tag.name == "row" => {
                    let number = tag.attribute("r").and_then(|number| number.parse().ok());
                    self.blank_rows(number.unwrap_or(0));
                    column = 0;
                }
                Token::End("row", _) => self.end_row(),
                Token::Start(tag) if tag.name == "c" => {
                    column = tag.attribute("r").and_then(|at| column_of(&at)).unwrap_or(column);
                    let kind = tag.attribute("t").unwrap_or_default();
                    let text = self.cell(&kind, &mut part)?;
                    self.push(column, &text)?;
                    column = column.saturating_add(1);
                }
                _ => {}
            }
        }
        // Of a row that nothing closes the scanner has told already.
        Ok(())
    }

    /// Lines for the rows that the file leaves out before row `number`, counted from 1.
    fn blank_rows(&mut self, number: usize) {
        while self.line + 1 < number.min(MAX_ROWS) {
            self.out.text.push('\n');
            self.line += 1;
        }
    }

    fn end_row(&mut self) {
        if !self.row.fields.is_empty() {
            self.out.rows.push(std::mem::take(&mut self.row));
        }
        self.out.text.push('\n');
        self.line += 1;
    }

    /// The text of a cell that has just been opened.
    fn cell(&self, kind: &str, part: &mut Part<'_>) -> Result<String, Message> {
        let mut text = String::new();
        while let Some(token) = part.next()? {
            match token {
                Token::Start(tag) => match tag.name {
                    "v" | "t" => text.push_str(&part.content()?),
                    "f" | "rPh" => part.skip()?,
                    _ => {}
                },
                Token::End("c", _) => break,
                _ => {}
            }
        }
        if kind == "s" {
            let index = text.trim().parse().ok();
            let shared = index.and_then(|index: usize| self.shared.get(index));
            return Ok(shared.cloned().unwrap_or_default());
        }
        Ok(escape::unfold(&text))
    }

    fn push(&mut self, column: u16, text: &str) -> Result<(), Message> {
        // A byte order mark at the start of a text would be taken for the file's own.
        let text = text.trim_start_matches('\u{FEFF}');
        if text.is_empty() || column >= MAX_COLUMNS {
            return Ok(());
        }
        if self.out.text.len() + text.len() > MAX_TEXT {
            return Err(too_much_text(format!("{} MiB", MAX_TEXT >> 20)));
        }
        if !self.row.fields.is_empty() {
            self.out.text.push('\t');
        }
        let start = self.out.text.len();
        let is_plain = !text.contains(['\t', '\n', '\r']);
        if is_plain {
            self.out.text.push_str(text);
        } else {
            self.out.text.push_str(&text.replace(['\t', '\n', '\r'], " "));
        }
        let span = Span::of(start, self.out.text.len());
        let own = (!is_plain).then(|| text.to_owned());
        self.row.fields.push(Field { column, span, own });
        Ok(())
    }
}

/// The column of a place such as `AB12`.
fn column_of(at: &str) -> Option<u16> {
    let letters = at.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters
        .fold(0_u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    u16::try_from(number.checked_sub(1)?).ok()
}

/// A part of the workbook as XML; the first fault in it is the last.
struct Part<'t> {
    file: &'t SourceFile,
    scanner: Scanner<'t>,
    faults: First,
}

impl<'t> Part<'t> {
    fn new(file: &'t SourceFile) -> Self {
        Self { file, scanner: Scanner::new(file), faults: First::default() }
    }

    fn next(&mut self) -> Result<Option<Token<'t>>, Message> {
        let token = self.scanner.next(&mut self.faults);
        self.whole(token)
    }

    fn skip(&mut self) -> Result<(), Message> {
        let done = self.scanner.skip(&mut self.faults);
        self.whole(done)
    }

    fn content(&mut self) -> Result<String, Message> {
        let content = self.scanner.content(&mut self.faults);
        Ok(self.whole(content)?.0)
    }

    fn whole<T>(&self, found: Result<T, xml::Refusal>) -> Result<T, Message> {
        let line = |span: Span| self.file.line_column(span.start()).line;
        match (found, self.faults.0) {
            (Err(refusal), _) => Err(damaged(&*self.file.path, line(refusal.at.span))),
            (Ok(_), Some(span)) => Err(damaged(&*self.file.path, line(span))),
            (Ok(found), None) => Ok(found),
        }
    }
}

/// Where the first fault is.
#[derive(Debug, Default)]
struct First(Option<Span>);

impl Faults for First {
    fn source(&self) -> SourceId {
        SourceId::new(0)
    }

    fn fault(&mut self, span: Span, _: Message) {
        self.0.get_or_insert(span);
    }
}
