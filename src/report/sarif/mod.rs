//! SARIF 2.1.0 (OASIS Standard with Errata 01): what code scanning services and many editors read.
//!
//! Nothing in it depends on when or where it was made: no time, no host, no absolute path.
//! Every region has lines and columns and also raw bytes (section 3.30.1 allows both, if they mean the same).

mod model;
mod rules;

use std::collections::BTreeMap;
use std::io;

use super::fingerprint::fingerprints;
use super::positions::Positions;
use super::words;
use super::{ReportContext, Reporter, ReporterMeta};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Label, Severity};
use crate::text::{Encoding, Location, SourceId};
use model::{
    Artifact, ArtifactChange, ArtifactContent, ArtifactLocation, Driver, Log, Message,
    PhysicalLocation, Place, Region, Repair, Replacement, Run, SarifResult, Tool,
};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The program's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name under which fingerprints are kept; a new way to make them needs a new number.
const FINGERPRINT: &str = "visavisFinding/v1";

/// SARIF 2.1.0.
#[derive(Debug)]
pub struct Sarif;

impl Reporter for Sarif {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "sarif" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let writer = Writer::new(found, cx);
        let rules = rules::describe(found);
        let prints = fingerprints(found, &writer.positions);
        let results = found
            .iter()
            .zip(prints)
            .map(|(finding, print)| {
                let index = rules.iter().position(|rule| rule.id == finding.rule);
                writer.result(finding, index, print)
            })
            .collect();
        let log = Log {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [Run {
                tool: Tool { driver: Driver { name: "visavis", version: VERSION, rules } },
                language: cx.l10n.lang().language.to_string(),
                column_kind: "unicodeCodePoints",
                artifacts: writer.artifacts(),
                results,
            }],
        };
        serde_json::to_writer_pretty(&mut *out, &log)?;
        out.write_all(b"\n")
    }
}

struct Writer<'a> {
    cx: &'a ReportContext<'a>,
    positions: Positions<'a>,
    /// The place of each file in the list of artifacts.
    numbers: BTreeMap<SourceId, usize>,
}

impl<'a> Writer<'a> {
    fn new(found: &[Diagnostic], cx: &'a ReportContext<'a>) -> Self {
        let positions = Positions::new(found, cx.sources);
        let numbers = positions.files().enumerate().map(|(index, id)| (id, index)).collect();
        Self { cx, positions, numbers }
    }

    fn artifacts(&self) -> Vec<Artifact> {
        let artifact = |id| Artifact {
            location: self.artifact(id),
            encoding: match self.positions.file(id).encoding {
                Encoding::Utf8 | Encoding::Utf8Bom => "UTF-8",
                Encoding::Utf16Le => "UTF-16LE",
                Encoding::Utf16Be => "UTF-16BE",
                Encoding::Declared(encoding) => encoding.name(),
            },
        };
        self.positions.files().map(artifact).collect()
    }

    fn result<'f>(
        &self,
        finding: &'f Diagnostic,
        index: Option<usize>,
        print: String,
    ) -> SarifResult<'f> {
        let related = finding.related.iter().enumerate();
        SarifResult {
            rule_id: finding.rule,
            rule_index: index,
            level: level(finding.severity),
            message: message(&self.cx.l10n.text(&finding.message)),
            locations: [self.label(&finding.primary, None)],
            related_locations: related
                .map(|(index, label)| self.label(label, Some(index)))
                .collect(),
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, print)]),
            fixes: finding.fix.as_ref().and_then(|fix| self.repair(fix)).into_iter().collect(),
        }
    }

    fn label(&self, label: &Label, id: Option<usize>) -> Place {
        Place {
            id,
            physical_location: PhysicalLocation {
                artifact_location: self.artifact(label.at.source),
                region: self.region(label.at),
            },
            message: label.note.as_ref().map(|note| message(&self.cx.l10n.text(note))),
        }
    }

    fn artifact(&self, id: SourceId) -> ArtifactLocation {
        ArtifactLocation {
            uri: uri(self.positions.relative(id)),
            uri_base_id: "%SRCROOT%",
            index: self.numbers.get(&id).copied(),
        }
    }

    fn region(&self, at: Location) -> Region {
        let region = self.positions.region(at);
        Region {
            start_line: region.start.line,
            start_column: region.start.column,
            end_line: region.end.line,
            end_column: region.end.column,
            byte_offset: region.raw.start(),
            byte_length: region.raw.len(),
        }
    }

    /// A fix that a program may apply; suggestions are for people, who read them in the message.
    fn repair(&self, fix: &Fix) -> Option<Repair> {
        if fix.applicability == Applicability::Suggestion || fix.edits.is_empty() {
            return None;
        }
        let mut files: BTreeMap<SourceId, Vec<&Edit>> = BTreeMap::new();
        for edit in &fix.edits {
            files.entry(edit.at.source).or_default().push(edit);
        }
        let changes = files.into_iter().map(|(id, edits)| ArtifactChange {
            artifact_location: self.artifact(id),
            replacements: edits.into_iter().map(|edit| self.replacement(edit)).collect(),
        });
        let l10n = self.cx.l10n;
        let trust = l10n.text(&words::trust(fix.applicability));
        let deed = words::deed(fix, self.cx.sources, l10n);
        Some(Repair {
            description: message(&format!("{deed} ({})", trust.trim_end())),
            artifact_changes: changes.collect(),
        })
    }

    fn replacement(&self, edit: &Edit) -> Replacement {
        let text = edit.text.clone();
        Replacement {
            deleted_region: self.region(edit.at),
            inserted_content: (!text.is_empty()).then_some(ArtifactContent { text }),
        }
    }
}

/// Section 3.27.10.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A plain text message. Braces are doubled, for single ones are placeholders (section 3.11.5); where the text looks
/// like a link, its brackets are escaped, so that nothing of a file becomes one (section 3.11.6).
fn message(text: &str) -> Message {
    let mut text = text.replace('{', "{{").replace('}', "}}");
    if text.contains("](") {
        text = text.replace('[', "\\[").replace(']', "\\]");
    }
    Message { text }
}

/// A path as a relative reference: everything but unreserved characters and `/` percent-encoded (RFC 3986, 2.3).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len() + 8);
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                uri.push('%');
                for digit in [byte >> 4, byte & 15] {
                    uri.extend(
                        char::from_digit(u32::from(digit), 16).map(|c| c.to_ascii_uppercase()),
                    );
                }
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(uri("fr/l’été n°1:a?.md"), "fr/l%E2%80%99%C3%A9t%C3%A9%20n%C2%B01%3Aa%3F.md");
    }

    #[test]
    fn nothing_in_a_message_is_a_placeholder_or_a_link() {
        assert_eq!(message("{0} \\u{1b}").text, "{{0}} \\u{{1b}}");
        assert_eq!(message("[a](http://b)").text, "\\[a\\](http://b)");
        assert_eq!(message("[sic]").text, "[sic]");
    }
}
