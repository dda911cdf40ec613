//! One line a finding, `path:line:column: severity code: message`, as editors and `grep` like it.

use std::io;

use super::positions::Positions;
use super::words::{self, Palette};
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::Diagnostic;
use crate::text::visible;

/// A line a finding.
#[derive(Debug)]
pub struct Concise;

impl Reporter for Concise {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "concise" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let positions = Positions::new(found, cx.sources);
        let palette = Palette::new(cx.color);
        for finding in found {
            let at = finding.primary.at;
            let start = positions.region(at).start;
            let path = visible(&positions.file(at.source).path);
            let head = cx.l10n.text(&words::head(finding.rule, finding.severity, cx.l10n));
            let (bold, level) = (palette.strong, palette.level(finding.severity));
            writeln!(
                out,
                "{bold}{path}{bold:#}:{}:{}: {level}{head}{level:#} {}",
                start.line,
                start.column,
                cx.l10n.text(&finding.message)
            )?;
        }
        Ok(())
    }
}
