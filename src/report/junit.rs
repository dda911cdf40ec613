//! JUnit XML: a test suite for each file, a failing test case for each finding.
//!
//! There is no standard; the attributes are those that Jenkins (`junit-10.xsd` of its xUnit plug-in) and GitLab read,
//! and no time or host is written. Where nothing was found, one passing test case says so: Jenkins fails a build
//! whose report holds no test at all.

use std::io;

use super::positions::Positions;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::Diagnostic;
use crate::text::visible;
use crate::xml::escape::{attribute, text};

/// JUnit.
#[derive(Debug)]
pub struct JUnit;

impl Reporter for JUnit {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "junit" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        if found.is_empty() {
            return out.write_all(NOTHING_FOUND.as_bytes());
        }
        let positions = Positions::new(found, cx.sources);
        let count = found.len();
        writeln!(
            out,
            "<testsuites name=\"visavis\" tests=\"{count}\" failures=\"{count}\" errors=\"0\">"
        )?;
        for own in super::by_file(found) {
            suite(&own, &positions, cx, out)?;
        }
        writeln!(out, "</testsuites>")
    }
}

const NOTHING_FOUND: &str = "\
<testsuites name=\"visavis\" tests=\"1\" failures=\"0\" errors=\"0\">
  <testsuite name=\"visavis\" tests=\"1\" failures=\"0\" errors=\"0\">
    <testcase name=\"check\" classname=\"visavis\"/>
  </testsuite>
</testsuites>
";

fn suite(
    own: &[&Diagnostic],
    positions: &Positions<'_>,
    cx: &ReportContext<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let Some(first) = own.first() else { return Ok(()) };
    let path = visible(&positions.file(first.primary.at.source).path).into_owned();
    let (name, count) = (attribute(&path), own.len());
    writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{count}\" errors=\"0\">"
    )?;
    for finding in own {
        let start = positions.region(finding.primary.at).start;
        let (line, column) = (start.line, start.column);
        let message = cx.l10n.text(&finding.message);
        let message = visible(&message);
        let rule = attribute(finding.rule);
        writeln!(
            out,
            "    <testcase name=\"{rule} {line}:{column}\" classname=\"{name}\" file=\"{name}\" line=\"{line}\">"
        )?;
        writeln!(
            out,
            "      <failure type=\"{}\" message=\"{}\">{}:{line}:{column}: {}</failure>",
            finding.severity,
            attribute(&message),
            text(&path),
            text(&message),
        )?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}
