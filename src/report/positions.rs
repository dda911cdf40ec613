//! Lines, columns, raw offsets and relative paths of findings.
//!
//! Counting characters from the start of a line is fine for one finding and ruinous for a hundred thousand in a file
//! that is one line, so each file that is reported on gets a table of counts, one entry a kilobyte.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::text::{LineColumn, Location, SourceFile, SourceId, Sources, Span};

/// Bytes between two entries of a table.
const STEP: usize = 1024;

/// Where a span lies, for people and for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    /// First character; columns in Unicode scalar values.
    pub start: LineColumn,
    /// Behind the last character.
    pub end: LineColumn,
    /// Bytes of the raw file.
    pub raw: Span,
}

/// The files that findings point into, ready to be asked.
#[derive(Debug)]
pub(super) struct Positions<'a> {
    sources: &'a Sources,
    tables: BTreeMap<SourceId, Table>,
    /// The folder that all absolute paths share; with its last `/`.
    folder: String,
}

/// For each kilobyte: its first byte and the characters before it.
#[derive(Debug)]
struct Table(Vec<(usize, u32)>);

impl<'a> Positions<'a> {
    /// Measures the files that the findings, their related places and their fixes point into.
    pub(super) fn new(found: &[Diagnostic], sources: &'a Sources) -> Self {
        let mut tables = BTreeMap::new();
        for at in found.iter().flat_map(places) {
            tables.entry(at.source).or_insert_with(|| Table::new(&sources.get(at.source).text));
        }
        let paths = tables.keys().map(|id| sources.get(*id).path.as_str());
        let folder = shared_folder(paths.filter(|path| is_absolute(path)));
        Self { sources, tables, folder }
    }

    /// The files, in the order in which they were read.
    pub(super) fn files(&self) -> impl Iterator<Item = SourceId> {
        self.tables.keys().copied()
    }

    /// The file of a location.
    pub(super) fn file(&self, id: SourceId) -> &'a SourceFile {
        self.sources.get(id)
    }

    /// A file's path without what only this machine has: absolute paths lose the folder that they share.
    pub(super) fn relative(&self, id: SourceId) -> &'a str {
        let path = self.sources.get(id).path.as_str();
        path.strip_prefix(self.folder.as_str()).filter(|rest| !rest.is_empty()).unwrap_or(path)
    }

    /// Lines, columns and raw bytes of a location.
    pub(super) fn region(&self, at: Location) -> Region {
        let file = self.sources.get(at.source);
        let raw = Span::of(
            file.raw_offset(at.span.start()) as usize,
            file.raw_offset(at.span.end()) as usize,
        );
        let start = self.line_column(at.source, at.span.start());
        Region { start, end: self.line_column(at.source, at.span.end()), raw }
    }

    /// Line, and column in bytes of UTF-8 from 1.
    pub(super) fn line_byte(&self, id: SourceId, offset: u32) -> LineColumn {
        let file = self.sources.get(id);
        let start = file.line_at(offset).start();
        let line = file.line_column(start).line;
        LineColumn { line, column: offset.saturating_sub(start).saturating_add(1) }
    }

    fn line_column(&self, id: SourceId, offset: u32) -> LineColumn {
        let file = self.sources.get(id);
        let start = file.line_at(offset).start();
        let line = file.line_column(start).line;
        let column = self.count(id, offset).saturating_sub(self.count(id, start)).saturating_add(1);
        LineColumn { line, column }
    }

    /// Characters before an offset.
    fn count(&self, id: SourceId, offset: u32) -> u32 {
        let text = &self.sources.get(id).text;
        self.tables.get(&id).map_or(0, |table| table.count(text, offset as usize))
    }
}

impl Table {
    fn new(text: &str) -> Self {
        let mut entries = Vec::with_capacity(text.len() / STEP + 1);
        let (mut chars, mut next) = (0u32, 0);
        for (at, _) in text.char_indices() {
            if at >= next {
                entries.push((at, chars));
                next = at + STEP;
            }
            chars = chars.saturating_add(1);
        }
        Self(entries)
    }

    fn count(&self, text: &str, offset: usize) -> u32 {
        let index = self.0.partition_point(|(at, _)| *at <= offset);
        let entry = index.checked_sub(1).and_then(|index| self.0.get(index));
        let (from, chars) = entry.copied().unwrap_or_default();
        // A character begins with every byte that continues none.
        let to = offset.min(text.len()).max(from);
        let bytes = text.as_bytes().get(from..to).unwrap_or_default();
        let begun: u32 = bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80)).sum();
        chars.saturating_add(begun)
    }
}

/// Every location that a finding speaks of.
fn places(finding: &Diagnostic) -> impl Iterator<Item = Location> {
    let related = finding.related.iter().map(|label| label.at);
    let edits = finding.fix.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.at));
    std::iter::once(finding.primary.at).chain(related).chain(edits)
}

/// Does a path begin at the root of a file system, or at a drive letter?
fn is_absolute(path: &str) -> bool {
    let mut chars = path.chars();
    match chars.next() {
        Some('/') => true,
        Some(first) if first.is_ascii_alphabetic() => {
            chars.next() == Some(':') && chars.next() == Some('/')
        }
        _ => false,
    }
}

/// The longest folder that holds all paths, with its last `/`; empty where there is none.
fn shared_folder<'p>(paths: impl Iterator<Item = &'p str>) -> String {
    let mut shared: Option<&str> = None;
    for path in paths {
        let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or_default();
        shared = Some(match shared {
            None => folder,
            Some(other) => common(other, folder),
        });
    }
    shared.unwrap_or_default().to_owned()
}

/// The longest common beginning that ends with `/`.
fn common<'p>(a: &'p str, b: &str) -> &'p str {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let end = a.as_bytes().iter().take(same).rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    a.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::message::Message;
    use crate::text::Encoding;

    fn finding(source: SourceId, span: Span) -> Diagnostic {
        let at = Location { source, span };
        Diagnostic::new("test", Severity::Error, at, Message::plain("test"))
    }

    #[test]
    fn the_table_counts_as_the_file_does() {
        let text = "é😀a\r\n".repeat(900) + &"à".repeat(5000);
        for encoding in [Encoding::Utf8Bom, Encoding::Utf16Le] {
            let mut sources = Sources::default();
            let id = sources.add(SourceFile::decode("a.txt", &encoding.encode(&text)));
            let found = [finding(id, Span::of(0, 0))];
            let positions = Positions::new(&found, &sources);
            let file = sources.get(id);
            for (at, _) in text.char_indices().step_by(7) {
                let at = u32::try_from(at).unwrap();
                let region = positions.region(Location { source: id, span: Span::at(at) });
                assert_eq!(region.start, file.line_column(at));
                assert_eq!(region.raw.start(), file.raw_offset(at));
            }
        }
    }

    #[test]
    fn absolute_paths_lose_the_folder_that_they_share() {
        let mut sources = Sources::default();
        let found: Vec<Diagnostic> = ["/home/m/site/fr/a.md", "/home/m/site/en/a.md", "b.md"]
            .iter()
            .map(|path| finding(sources.add(SourceFile::decode(*path, b"x")), Span::of(0, 1)))
            .collect();
        let positions = Positions::new(&found, &sources);
        let shown: Vec<&str> = positions.files().map(|id| positions.relative(id)).collect();
        assert_eq!(shown, ["fr/a.md", "en/a.md", "b.md"]);
        let alone = Positions::new(&found[..1], &sources);
        assert_eq!(alone.relative(found[0].primary.at.source), "a.md");
    }

    #[test]
    fn a_drive_is_no_part_of_a_report_either() {
        assert!(is_absolute("C:/texts/a.md"));
        assert!(!is_absolute("C.md"));
        assert_eq!(shared_folder(["C:/w/a.md", "D:/w/b.md"].into_iter()), "");
    }
}
