//! Workflow commands of GitHub Actions: annotations on a pull request.
//!
//! Escaping is that of the runner (`actions/toolkit`, `packages/core/src/command.ts`): `%`, carriage return and line
//! feed everywhere, in properties also `:` and `,`. Nothing of a file can begin a command of its own.

use std::io;

use super::positions::Positions;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::visible;

/// GitHub Actions.
#[derive(Debug)]
pub struct GitHub;

impl Reporter for GitHub {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "github" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let positions = Positions::new(found, cx.sources);
        for finding in found {
            let at = finding.primary.at;
            let region = positions.region(at);
            write!(
                out,
                "::{} file={},line={},endLine={},col={}",
                command(finding.severity),
                property(&visible(&positions.file(at.source).path)),
                region.start.line,
                region.end.line,
                region.start.column,
            )?;
            // GitHub refuses an end column on an annotation of several lines.
            if region.start.line == region.end.line {
                write!(out, ",endColumn={}", region.end.column)?;
            }
            let title = format!("visavis {}", finding.rule);
            let message = cx.l10n.text(&finding.message);
            writeln!(out, ",title={}::{}", property(&title), data(&visible(&message)))?;
        }
        Ok(())
    }
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// The message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_begin_a_command_or_a_property() {
        assert_eq!(data("100 %\r\n::set-output"), "100 %25%0D%0A::set-output");
        assert_eq!(property("a,b:c\n%3A"), "a%2Cb%3Ac%0A%253A");
    }
}
