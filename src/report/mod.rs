//! Findings, written out: for people at a terminal and for machines. One file a format, one line in [`registry`].

mod checkstyle;
mod concise;
mod fingerprint;
mod frame;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod positions;
mod rdjson;
mod sarif;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io;

use crate::diagnostic::{Diagnostic, Severity};
use crate::l10n::Localizer;
use crate::text::{SourceId, Sources};

pub use checkstyle::Checkstyle;
pub use concise::Concise;
pub use full::Full;
pub use github::GitHub;
pub use gitlab::GitLab;
pub use json::JsonLines;
pub use junit::JUnit;
pub use rdjson::RdJson;
pub use sarif::Sarif;
pub(crate) use words::MESSAGES;

/// What a reporter is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReporterMeta {
    /// Its name on the command line.
    pub name: &'static str,
}

/// What a reporter needs beside the findings.
#[derive(Debug, Clone, Copy)]
pub struct ReportContext<'a> {
    /// The files that the findings point into.
    pub sources: &'a Sources,
    /// Says the messages.
    pub l10n: &'a Localizer,
    /// May colours be used? Only the formats for people do.
    pub color: bool,
}

/// A format of findings.
pub trait Reporter: Sync + Debug {
    /// What it is called.
    fn meta(&self) -> &'static ReporterMeta;

    /// Writes findings, which come sorted.
    ///
    /// # Errors
    ///
    /// Where the output cannot be written.
    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()>;
}

/// Every reporter.
pub fn registry() -> &'static [&'static dyn Reporter] {
    &[&Full, &Concise, &JsonLines, &Sarif, &GitHub, &GitLab, &JUnit, &Checkstyle, &RdJson]
}

/// The reporter of a name.
pub fn by_name(name: &str) -> Option<&'static dyn Reporter> {
    registry().iter().find(|reporter| reporter.meta().name == name).copied()
}

/// How many findings there are of each severity: errors, warnings, infos.
pub fn count(found: &[Diagnostic]) -> [usize; 3] {
    let of = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    [of(Severity::Error), of(Severity::Warning), of(Severity::Info)]
}

/// The findings of each file together, files in the order in which they were read.
fn by_file(found: &[Diagnostic]) -> Vec<Vec<&Diagnostic>> {
    let mut files: BTreeMap<SourceId, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in found {
        files.entry(finding.primary.at.source).or_default().push(finding);
    }
    files.into_values().collect()
}
