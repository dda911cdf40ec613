//! Rows of a pins file, each cell with its place.

use serde_json::Value;

use super::{Say, not_a_row};
use crate::bitext::Side;
use crate::diagnostic::Severity;
use crate::exchange;
use crate::exchange::Languages;
use crate::text::{SourceFile, SourceId, Span};

/// How the rows name sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// By number, from 0.
    Numbers,
    /// By their text.
    Texts,
}

/// One side of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) span: Span,
    /// Its sentences, where it names them.
    pub(super) numbers: Option<Vec<usize>>,
    /// Its text, where it has one.
    pub(super) text: String,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) cells: [Cell; 2],
}

/// Reads a line that begins at a place of the file.
type Reader = fn(&str, u32) -> Option<Row>;

/// The rows of a file, and how they name sentences. Lines that are no rows are said.
pub(super) fn rows(
    id: SourceId,
    file: &SourceFile,
    langs: Languages<'_>,
    say: Say<'_>,
) -> (Vec<Row>, Shape) {
    let text = &file.text;
    let first = lines(text).map(|(_, line)| line).find(|line| !is_blank(line));
    let first = first.unwrap_or_default().trim_start();
    let (read, shape): (Reader, Shape) = if first.starts_with('[') {
        (ladder, Shape::Numbers)
    } else if let Some(shape) = shape_of_object(first) {
        (object, shape)
    } else if lines(text).all(|(_, line)| tabbed_numbers(line, 0).is_some() || is_blank(line)) {
        (tabbed_numbers, Shape::Numbers)
    } else {
        return (bilingual(id, file, langs, say), Shape::Texts);
    };
    let mut out = Vec::new();
    for (start, line) in lines(text).filter(|(_, line)| !is_blank(line)) {
        match read(line, start) {
            Some(row) => out.push(row),
            None => say(Severity::Error, span(start, 0, line.len()), not_a_row()),
        }
    }
    (out, shape)
}

/// The rows of a bilingual file, read as `check` reads it: with a header or without, cells quoted by a spreadsheet or not.
fn bilingual(id: SourceId, file: &SourceFile, langs: Languages<'_>, say: Say<'_>) -> Vec<Row> {
    let Some(format) = exchange::of(file).or_else(|| exchange::named("tsv")) else {
        return Vec::new();
    };
    let read = match format.read(id, file, langs) {
        Ok(read) => read,
        Err(refusal) => {
            let no_table = matches!(format.meta().name, "tsv" | "csv");
            let message = if no_table { not_a_row() } else { refusal.message };
            say(Severity::Error, refusal.at.span, message);
            return Vec::new();
        }
    };
    for fault in read.faults {
        say(fault.severity, fault.primary.at.span, fault.message);
    }
    let cell = |side: Option<&Side>| {
        let passage = side.and_then(Side::passage);
        passage.map_or_else(Cell::default, |passage| Cell {
            span: passage.location().span,
            numbers: None,
            text: passage.text.clone(),
        })
    };
    let rows = read.bitext.units.iter().map(|unit| {
        let mut cells = [cell(unit.source.as_ref()), cell(unit.target.as_ref())];
        // What is said of an empty cell is shown at the other one.
        let spans = [cells[0].span, cells[1].span];
        for (at, other) in [(0, spans[1]), (1, spans[0])] {
            if cells[at].text.is_empty() {
                cells[at].span = other;
            }
        }
        Row { cells }
    });
    rows.filter(|row| !is_note(row)).collect()
}

/// An explanation between the rows.
fn is_note(row: &Row) -> bool {
    row.cells[1].text.is_empty() && row.cells[0].text.starts_with("# ")
}

/// How an object of `align` names sentences; nothing for what is none.
fn shape_of_object(line: &str) -> Option<Shape> {
    let value: Value = serde_json::from_str(line).ok()?;
    let texts = ["source_text", "target_text"];
    let numbers = ["source", "target"];
    if texts.iter().any(|key| value.get(key).is_some_and(Value::is_string)) {
        return Some(Shape::Texts);
    }
    let listed = numbers.iter().any(|key| value.get(key).is_some_and(Value::is_array));
    listed.then_some(Shape::Numbers)
}

/// Lines with the place where each begins.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut at = 0usize;
    text.split('\n').map(move |line| {
        let start = u32::try_from(at).unwrap_or(u32::MAX);
        at += line.len() + 1;
        (start, line.strip_suffix('\r').unwrap_or(line))
    })
}

/// Empty, or an explanation.
fn is_blank(line: &str) -> bool {
    let bare = line.trim();
    bare.is_empty() || bare.starts_with("# ")
}

fn span(start: u32, from: usize, to: usize) -> Span {
    Span::of(start as usize + from, start as usize + to)
}

/// `[3]:[4, 5]`, perhaps with `:0.87` behind it.
fn ladder(line: &str, start: u32) -> Option<Row> {
    let close = line.find(']')?;
    let source = cell(line, start, 0, close + 1)?;
    let colon = line.get(close + 1..)?.find(':')? + close + 1;
    line.get(close + 1..colon)?.trim().is_empty().then_some(())?;
    let end = line.get(colon..)?.find(']')? + colon + 1;
    let rest = line.get(end..)?.trim();
    let sound = rest.is_empty() || rest.strip_prefix(':')?.trim().parse::<f32>().is_ok();
    let target = cell(line, start, colon + 1, end)?;
    sound.then_some(Row { cells: [source, target] })
}

/// A list of numbers, in brackets or not.
fn cell(line: &str, start: u32, from: usize, to: usize) -> Option<Cell> {
    let whole = line.get(from..to)?;
    let bare = whole.trim();
    let inner = match bare.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?,
        None => bare,
    };
    let parts = inner.split([',', ' ']).filter(|part| !part.is_empty());
    let numbers = parts.map(|part| part.parse().ok()).collect::<Option<Vec<usize>>>()?;
    let lead = whole.len() - whole.trim_start().len();
    let span = span(start, from + lead, from + lead + bare.len());
    Some(Cell { span, numbers: Some(numbers), text: String::new() })
}

fn tabbed_numbers(line: &str, start: u32) -> Option<Row> {
    let tab = line.find('\t')?;
    let end = line.get(tab + 1..)?.find('\t').map_or(line.len(), |next| tab + 1 + next);
    Some(Row { cells: [cell(line, start, 0, tab)?, cell(line, start, tab + 1, end)?] })
}

/// An object as `align --format json` writes it; its texts count where it has them.
fn object(line: &str, start: u32) -> Option<Row> {
    let value: Value = serde_json::from_str(line).ok()?;
    let cell = |numbers: &str, text: &str| -> Option<Cell> {
        let span = span(start, 0, line.len());
        let texts = value.get(text).map(|text| text.as_str().map(str::to_owned));
        let numbers = value.get(numbers).map(|list| {
            let list = list.as_array()?;
            list.iter().map(|one| usize::try_from(one.as_u64()?).ok()).collect::<Option<Vec<_>>>()
        });
        let numbers = match numbers {
            Some(numbers) => Some(numbers?),
            None => None,
        };
        match (texts, &numbers) {
            (Some(text), _) => Some(Cell { span, numbers, text: text? }),
            (None, Some(_)) => Some(Cell { span, numbers, text: String::new() }),
            (None, None) => None,
        }
    };
    Some(Row { cells: [cell("source", "source_text")?, cell("target", "target_text")?] })
}
