//! Checkstyle XML, which Jenkins and many editors read: a `file` for each file, an `error` for each finding.

use std::io;

use super::positions::Positions;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::Diagnostic;
use crate::text::visible;
use crate::xml::escape::attribute;

/// Checkstyle.
#[derive(Debug)]
pub struct Checkstyle;

impl Reporter for Checkstyle {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "checkstyle" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let positions = Positions::new(found, cx.sources);
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<checkstyle version=\"4.3\">")?;
        for own in super::by_file(found) {
            let Some(first) = own.first() else { continue };
            let path = visible(&positions.file(first.primary.at.source).path);
            writeln!(out, "  <file name=\"{}\">", attribute(&path))?;
            for finding in own {
                let start = positions.region(finding.primary.at).start;
                let message = cx.l10n.text(&finding.message);
                writeln!(
                    out,
                    "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"visavis.{}\"/>",
                    start.line,
                    start.column,
                    finding.severity,
                    attribute(&visible(&message)),
                    attribute(finding.rule),
                )?;
            }
            writeln!(out, "  </file>")?;
        }
        writeln!(out, "</checkstyle>")
    }
}
