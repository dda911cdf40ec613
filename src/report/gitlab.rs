//! Code Quality reports of GitLab: a subset of the Code Climate format ("Code Quality report format", GitLab
//! documentation).

use std::io;

use serde::Serialize;

use super::fingerprint::fingerprints;
use super::positions::Positions;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::{Diagnostic, Severity};

/// GitLab Code Quality.
#[derive(Debug)]
pub struct GitLab;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    /// Relative to the repository, without `./`.
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

impl Reporter for GitLab {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "gitlab" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let positions = Positions::new(found, cx.sources);
        let prints = fingerprints(found, &positions);
        let issues: Vec<Issue<'_>> = found
            .iter()
            .zip(prints)
            .map(|(finding, fingerprint)| {
                let at = finding.primary.at;
                let region = positions.region(at);
                Issue {
                    description: cx.l10n.text(&finding.message),
                    check_name: finding.rule,
                    fingerprint,
                    severity: severity(finding.severity),
                    location: Place {
                        path: positions.relative(at.source),
                        lines: Lines { begin: region.start.line, end: region.end.line },
                    },
                }
            })
            .collect();
        serde_json::to_writer_pretty(&mut *out, &issues)?;
        out.write_all(b"\n")
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}
