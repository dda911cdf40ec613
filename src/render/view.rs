//! A bitext as the documents for people see it: rows with a number, an anchor and their findings.
//!
//! Findings name their unit by its id, and ids of bilingual files may repeat; a finding then belongs to the unit
//! that holds its place. Everything is indexed once, so that a document costs time in proportion to its units and
//! findings.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::RenderContext;
use crate::bitext::Bitext;
use crate::bitext::Facing;
use crate::bitext::Origin;
use crate::bitext::State;
use crate::bitext::Unit;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::document::Kind;
use crate::document::Role;
use crate::glossary::Concept;
use crate::lang;
use crate::term::Judgement;
use crate::term::TermHit;
use crate::text::SourceId;

/// A pairing less sure than this, in hundredths, is said to be doubtful: it is then more likely wrong than right.
pub(super) const UNSURE: u8 = 50;

/// A row of the document.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// Its number, from 1, in the order of the document.
    pub(super) number: usize,
    /// The unit.
    pub(super) unit: &'a Unit,
    /// The fragment that leads to the row: letters, digits and `._~-` only, no two alike.
    pub(super) anchor: String,
    /// Numbers of its findings, in their order.
    pub(super) findings: Vec<usize>,
    /// The terms in it.
    pub(super) judgement: Option<&'a Judgement>,
    /// Its target with the safe fixes made, where that differs.
    pub(super) fixed: Option<&'a str>,
}

/// How many rows and findings there are of each sort.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) infos: usize,
    pub(super) mended: usize,
    pub(super) open_rows: usize,
    pub(super) rows_with_findings: usize,
    pub(super) rows_with_errors: usize,
}

/// A document's rows.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) bitext: &'a Bitext,
    pub(super) cx: &'a RenderContext<'a>,
    /// Body first, then chrome.
    pub(super) rows: Vec<Row<'a>>,
    /// For each finding: the index of its row.
    pub(super) row_of: Vec<Option<usize>>,
    pub(super) counts: Counts,
}

impl<'a> View<'a> {
    pub(super) fn new(bitext: &'a Bitext, cx: &'a RenderContext<'a>) -> Self {
        let mut view = Self {
            bitext,
            cx,
            rows: rows(bitext, cx),
            row_of: Vec::new(),
            counts: Counts::default(),
        };
        view.place_findings();
        view.count();
        view
    }

    fn place_findings(&mut self) {
        let places = Places::new(&self.rows);
        self.row_of = self.cx.found.iter().map(|finding| places.row(finding, &self.rows)).collect();
        for (finding, row) in self.row_of.iter().enumerate() {
            if let Some(row) = row.and_then(|row| self.rows.get_mut(row)) {
                row.findings.push(finding);
            }
        }
    }

    fn count(&mut self) {
        let of = |severity| self.cx.found.iter().filter(|found| found.severity == severity).count();
        let rows =
            |test: &dyn Fn(&Row<'a>) -> bool| self.rows.iter().filter(|row| test(row)).count();
        self.counts = Counts {
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            infos: of(Severity::Info),
            mended: (0..self.cx.found.len()).filter(|finding| self.is_mended(*finding)).count(),
            open_rows: rows(&|row| row.is_open()),
            rows_with_findings: rows(&|row| !row.findings.is_empty()),
            rows_with_errors: rows(&|row| self.has_errors(row)),
        };
    }

    /// Is a finding mended in the fixed text?
    pub(super) fn is_mended(&self, finding: usize) -> bool {
        self.cx.mended.get(finding).copied().unwrap_or(false)
    }

    pub(super) fn has_errors(&self, row: &Row<'_>) -> bool {
        self.findings(row).any(|(_, finding)| finding.severity == Severity::Error)
    }

    /// A row's findings with their numbers.
    pub(super) fn findings(&self, row: &Row<'_>) -> impl Iterator<Item = (usize, &'a Diagnostic)> {
        let found = self.cx.found;
        let numbers = row.findings.clone();
        numbers.into_iter().filter_map(move |number| Some((number, found.get(number)?)))
    }

    /// The rows of a region, those of a paragraph together.
    pub(super) fn paragraphs(&self, role: Role) -> impl Iterator<Item = &[Row<'a>]> + use<'_, 'a> {
        let start = self.rows.partition_point(|row| row.unit.role < role);
        let end = self.rows.partition_point(|row| row.unit.role <= role);
        let rows = self.rows.get(start..end).unwrap_or_default();
        rows.chunk_by(|a, b| a.unit.paragraph == b.unit.paragraph)
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.rows.iter().any(|row| row.unit.role == role)
    }

    /// The concepts that the document speaks of: indices into the glossary, in its order.
    pub(super) fn concepts(&self) -> Vec<usize> {
        let ids: BTreeMap<&str, usize> = self
            .cx
            .glossary
            .concepts
            .iter()
            .enumerate()
            .map(|(at, c)| (c.id.as_str(), at))
            .collect();
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for judgement in self.rows.iter().filter_map(|row| row.judgement) {
            used.extend(
                judgement.source_hits.iter().chain(&judgement.target_hits).map(|hit| hit.concept),
            );
        }
        used.extend(self.cx.found.iter().filter_map(|f| ids.get(f.concept.as_deref()?)));
        used.into_iter().filter(|at| *at < self.cx.glossary.concepts.len()).collect()
    }

    /// For an open row: the glossary's concepts in the side that is there, each once, with the wording of the text
    /// and the forms of the other language that may stand for it.
    pub(super) fn hints(&self, row: &Row<'a>) -> Vec<Hint<'a>> {
        let Some((judgement, open)) = row.judgement.zip(row.open_side()) else { return Vec::new() };
        let (hits, text) = match open {
            Facing::Target => (&judgement.source_hits, row.unit.source_text()),
            Facing::Source => (&judgement.target_hits, row.unit.target_text()),
        };
        let mut seen = BTreeSet::new();
        hits.iter()
            .filter(|hit| seen.insert((hit.concept, hit.term)))
            .filter_map(|hit| self.hint(*hit, text, open))
            .collect()
    }

    fn hint(&self, hit: TermHit, text: &'a str, open: Facing) -> Option<Hint<'a>> {
        let concept = self.cx.glossary.concepts.get(hit.concept)?;
        let role = concept.terms.get(hit.term).map(|term| term.role);
        let lang = self.bitext.lang(open);
        let mut terms: Vec<_> = concept
            .terms
            .iter()
            .filter(|term| lang::same(&term.lang, lang) && term.status.is_approved())
            .collect();
        // An acronym is answered by an acronym, a surname by a surname, where there is one.
        terms.sort_by_key(|term| Some(term.role) != role);
        let mut forms: Vec<&str> = terms.into_iter().map(|term| term.form.as_str()).collect();
        forms.dedup();
        (!forms.is_empty()).then(|| Hint {
            concept: hit.concept,
            found: hit.span.slice(text),
            forms,
        })
    }

    pub(super) fn concept(&self, index: usize) -> Option<&'a Concept> {
        self.cx.glossary.concepts.get(index)
    }
}

/// What the glossary proposes for a term of an open row.
#[derive(Debug)]
pub(super) struct Hint<'a> {
    /// Index into the glossary's concepts.
    pub(super) concept: usize,
    /// The term as it stands in the text.
    pub(super) found: &'a str,
    /// Forms to use, best first.
    pub(super) forms: Vec<&'a str>,
}

impl Row<'_> {
    /// The side that is still to be written.
    pub(super) fn open_side(&self) -> Option<Facing> {
        if self.unit.state == State::Skipped {
            return None;
        }
        if self.unit.target_text().trim().is_empty() {
            return Some(Facing::Target);
        }
        self.unit.source_text().trim().is_empty().then_some(Facing::Source)
    }

    /// Is there anything to say beside a row?
    pub(super) fn has_notes(&self) -> bool {
        let unit = self.unit;
        let of_origin = match &unit.origin {
            Origin::Aligned { confidence } => *confidence < UNSURE && !self.is_open(),
            Origin::Catalogue { .. } => true,
            Origin::Open => unit.role == Role::Chrome,
            Origin::Given => false,
        };
        let of_state = matches!(unit.state, State::Fuzzy | State::Skipped);
        of_origin || of_state || unit.note.is_some() || !self.findings.is_empty()
    }

    pub(super) fn is_open(&self) -> bool {
        self.open_side().is_some()
    }

    /// What kind of block the row comes from, where it is worth a word.
    pub(super) fn kind(&self) -> Option<Kind> {
        Some(self.unit.kind).filter(|kind| !matches!(kind, Kind::Paragraph | Kind::Other))
    }
}

fn rows<'a>(bitext: &'a Bitext, cx: &'a RenderContext<'a>) -> Vec<Row<'a>> {
    let mut anchors = Anchors::default();
    let mut rows = Vec::with_capacity(bitext.units.len());
    for role in [Role::Body, Role::Chrome] {
        let units = bitext.units.iter().enumerate().filter(|(_, unit)| unit.role == role);
        for (at, unit) in units {
            rows.push(Row {
                number: rows.len() + 1,
                unit,
                anchor: anchors.next(&unit.id),
                findings: Vec::new(),
                judgement: cx.scanned.units.get(at).map(|scan| &scan.judgement),
                fixed: cx
                    .fixed
                    .get(at)
                    .and_then(Option::as_deref)
                    .filter(|fixed| *fixed != unit.target_text()),
            });
        }
    }
    rows
}

/// Makes fragments from ids.
#[derive(Debug, Default)]
struct Anchors {
    uses: BTreeMap<String, usize>,
}

/// What the fragments of the page's own parts start with; no row's does.
pub(super) const OWN: &str = "vv-";

impl Anchors {
    /// An id as it is where it may stand in an address; other bytes as `~XX`, a repeated id with `~~2` behind it.
    fn next(&mut self, id: &str) -> String {
        let mut out = String::with_capacity(id.len());
        for (at, byte) in id.bytes().enumerate() {
            let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
            if plain && !(at == 0 && id.starts_with(OWN)) {
                out.push(char::from(byte));
            } else {
                let _ = write!(out, "~{byte:02X}");
            }
        }
        if out.is_empty() {
            out.push('~');
        }
        let uses = self.uses.entry(out.clone()).or_default();
        *uses += 1;
        if *uses > 1 {
            let _ = write!(out, "~~{uses}");
        }
        out
    }
}

/// Where units stand in files.
struct Places<'a> {
    /// By id, file and first byte.
    by_place: BTreeMap<(&'a str, SourceId, u32), usize>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Places<'a> {
    fn new(rows: &[Row<'a>]) -> Self {
        let mut places = Self { by_place: BTreeMap::new(), by_id: BTreeMap::new() };
        for (at, row) in rows.iter().enumerate() {
            let id = row.unit.id.as_str();
            places.by_id.entry(id).or_insert(at);
            for passage in
                [row.unit.source_passage(), row.unit.target_passage()].into_iter().flatten()
            {
                let whole = passage.location();
                places.by_place.entry((id, whole.source, whole.span.start())).or_insert(at);
            }
        }
        places
    }

    fn row(&self, finding: &Diagnostic, rows: &[Row<'_>]) -> Option<usize> {
        let id = finding.unit.as_deref()?;
        let first = *self.by_id.get(id)?;
        let at = finding.primary.at;
        let nearest = self
            .by_place
            .range((id, at.source, 0)..=(id, at.source, at.span.start()))
            .next_back()
            .map_or(first, |(_, row)| *row);
        rows.get(nearest).map(|_| nearest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_plain_and_no_two_alike() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.next("b3f2-1"), "b3f2-1");
        assert_eq!(anchors.next("b3f2-1"), "b3f2-1~~2");
        assert_eq!(anchors.next("a \"><b>"), "a~20~22~3E~3Cb~3E");
        assert_eq!(anchors.next("vv-help"), "~76v-help");
        assert_eq!(anchors.next(""), "~");
        assert_eq!(anchors.next("~"), "~7E");
    }
}
