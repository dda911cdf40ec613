//! JSON Lines: one finding an object and a line, in the shape that the command line's contract settles.

use std::io;

use serde::Serialize;

use super::positions::Positions;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::{Diagnostic, Edit, Excerpt, Fix};

/// JSON Lines.
#[derive(Debug)]
pub struct JsonLines;

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: &'a str,
    message: String,
    path: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    start: u32,
    end: u32,
    unit: Option<&'a str>,
    concept: Option<&'a str>,
    source: Option<Part<'a>>,
    target: Option<Part<'a>>,
    fix: Option<Mend<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct Mend<'a> {
    applicability: &'a str,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

impl Reporter for JsonLines {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "json" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let positions = Positions::new(found, cx.sources);
        for finding in found {
            serde_json::to_writer(&mut *out, &object(finding, &positions, cx))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}

fn object<'a>(
    finding: &'a Diagnostic,
    positions: &Positions<'a>,
    cx: &ReportContext<'_>,
) -> Finding<'a> {
    let at = finding.primary.at;
    let region = positions.region(at);
    Finding {
        rule: finding.rule,
        severity: finding.severity.as_str(),
        message: cx.l10n.text(&finding.message),
        path: &positions.file(at.source).path,
        line: region.start.line,
        column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
        start: region.raw.start(),
        end: region.raw.end(),
        unit: finding.unit.as_deref(),
        concept: finding.concept.as_deref(),
        source: finding.source.as_ref().map(part),
        target: finding.target.as_ref().map(part),
        fix: finding.fix.as_ref().map(|fix| mend(fix, positions)),
    }
}

fn part(excerpt: &Excerpt) -> Part<'_> {
    Part { start: excerpt.span.start(), end: excerpt.span.end(), text: &excerpt.text }
}

fn mend<'a>(fix: &'a Fix, positions: &Positions<'a>) -> Mend<'a> {
    let change = |edit: &'a Edit| {
        let raw = positions.region(edit.at).raw;
        let path = &positions.file(edit.at.source).path;
        Change { path, start: raw.start(), end: raw.end(), text: &edit.text }
    };
    Mend {
        applicability: fix.applicability.as_str(),
        edits: fix.edits.iter().map(change).collect(),
    }
}
