//! The Reviewdog Diagnostic Format, as one JSON document (`proto/rdf/reviewdog.proto`, message `DiagnosticResult`).
//!
//! Its columns are bytes of UTF-8 from 1, its ends are exclusive. A suggestion is one range and one text, so that
//! edits of one fix are joined with the text between them; a fix that no program should apply is left out, for
//! reviewers accept suggestions with a click.

use std::io;

use serde::Serialize;

use super::positions::Positions;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Severity};
use crate::text::{Location, Span};

/// Bytes of unchanged text that joined edits may hold; a fix spread further is left out.
const MAX_JOINED: u32 = 2000;

/// Reviewdog.
#[derive(Debug)]
pub struct RdJson;

/// Message `DiagnosticResult`.
#[derive(Serialize)]
struct Document<'a> {
    source: Source,
    diagnostics: Vec<Entry<'a>>,
}

/// Message `Source`.
#[derive(Serialize)]
struct Source {
    name: &'static str,
}

/// Message `Diagnostic`.
#[derive(Serialize)]
struct Entry<'a> {
    message: String,
    location: Place<'a>,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
}

/// Message `Location`.
#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    range: Range,
}

/// Message `Range`.
#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

/// Message `Position`.
#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

/// Message `Code`.
#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

/// Message `Suggestion`.
#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

impl Reporter for RdJson {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "rdjson" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let positions = Positions::new(found, cx.sources);
        let diagnostics = found.iter().map(|finding| entry(finding, &positions, cx)).collect();
        let document = Document { source: Source { name: "visavis" }, diagnostics };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        out.write_all(b"\n")
    }
}

fn entry<'a>(
    finding: &'a Diagnostic,
    positions: &Positions<'a>,
    cx: &ReportContext<'_>,
) -> Entry<'a> {
    let at = finding.primary.at;
    let joined = finding.fix.as_ref().and_then(|fix| join(fix, at, positions));
    Entry {
        message: cx.l10n.text(&finding.message),
        location: Place { path: &positions.file(at.source).path, range: range(at, positions) },
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: finding.rule },
        suggestions: joined.into_iter().collect(),
    }
}

fn range(at: Location, positions: &Positions<'_>) -> Range {
    let position = |offset| {
        let place = positions.line_byte(at.source, offset);
        Position { line: place.line, column: place.column }
    };
    Range { start: position(at.span.start()), end: position(at.span.end()) }
}

/// A fix as one replacement; `None` where it is no more than a suggestion, or reaches into another file or too far.
fn join(fix: &Fix, at: Location, positions: &Positions<'_>) -> Option<Suggestion> {
    if fix.applicability == Applicability::Suggestion {
        return None;
    }
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.at);
    let (first, last) = (edits.first()?.at, edits.last()?.at);
    let whole = first.span.cover(last.span);
    if edits.iter().any(|edit| edit.at.source != at.source) || whole.len() > MAX_JOINED {
        return None;
    }
    let file = &positions.file(at.source).text;
    let (mut text, mut done) = (String::new(), whole.start());
    for edit in edits {
        text.push_str(Span::new(done, edit.at.span.start())?.slice(file));
        text.push_str(&edit.text);
        done = edit.at.span.end();
    }
    Some(Suggestion { range: range(Location { source: at.source, span: whole }, positions), text })
}
