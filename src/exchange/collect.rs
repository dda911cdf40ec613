//! What every reader gathers while it goes through a file: units, faults, suppressions, each within a limit.
//!
//! The limits keep memory in proportion to the file: a unit and a finding take some hundred bytes where a
//! hostile file needs four to ask for one.

use unic_langid::LanguageIdentifier;

use super::{Read, Refusal, SYNTAX, messages, suppress};
use crate::bitext::{Bitext, Form, Origin, Side, State, Unit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Kind, Role, Suppression};
use crate::message::Message;
use crate::text::{Location, Passage, SourceFile, SourceId, Span};
use crate::xml;

/// Units that a file may have.
const MAX_UNITS: usize = 4_000_000;
/// Faults that are told one by one; the rest is counted.
const MAX_FAULTS: usize = 1000;

/// The faults of one file.
#[derive(Debug)]
pub(super) struct Faults {
    source: SourceId,
    found: Vec<Diagnostic>,
    /// Place of the first fault beyond the limit, and how many there are.
    beyond: Option<(Span, u64)>,
}

impl Faults {
    fn new(source: SourceId) -> Self {
        Self { source, found: Vec::new(), beyond: None }
    }

    /// Takes note of what could not be read.
    pub(super) fn add(&mut self, span: Span, message: Message) {
        if self.found.len() < MAX_FAULTS {
            self.push(span, message);
        } else {
            self.beyond.get_or_insert((span, 0)).1 += 1;
        }
    }

    fn push(&mut self, span: Span, message: Message) {
        let at = Location { source: self.source, span };
        self.found.push(Diagnostic::new(SYNTAX, Severity::Error, at, message));
    }

    fn finish(mut self) -> Vec<Diagnostic> {
        if let Some((span, count)) = self.beyond {
            self.push(span, messages::more_faults(count));
        }
        self.found
    }
}

/// A note and where it stands.
#[derive(Debug, Default)]
pub(super) struct Note {
    text: String,
    spans: Vec<(Span, String)>,
}

impl Note {
    /// Adds a note; several of one unit are lines of one.
    pub(super) fn add(&mut self, text: &str, at: Span) {
        if text.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        if text.contains("visavis-ignore") {
            self.spans.push((at, text.to_owned()));
        }
    }
}

/// A row as a format has it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The unit's id, where the file gives one.
    pub(super) id: Option<String>,
    /// The source side.
    pub(super) source: Option<Passage>,
    /// The target side.
    pub(super) target: Option<Passage>,
    /// Notes.
    pub(super) note: Note,
    /// What the file says of the translation.
    pub(super) state: Option<State>,
    /// Region, where the file says so.
    pub(super) role: Option<Role>,
    /// Kind, where the file says so.
    pub(super) kind: Option<Kind>,
    /// Paragraph, where the file says so.
    pub(super) paragraph: Option<u32>,
    /// The whole row in the file.
    pub(super) span: Span,
}

/// The units of a file in the making.
#[derive(Debug)]
pub(super) struct Collector {
    source: SourceId,
    whole: Span,
    rows: usize,
    units: Vec<Unit>,
    suppressions: Vec<(SourceId, Suppression)>,
    /// What could not be read.
    pub(super) faults: Faults,
}

impl Collector {
    /// Nothing read yet.
    pub(super) fn new(source: SourceId, file: &SourceFile) -> Self {
        Self {
            source,
            whole: Span::of(0, file.text.len()),
            rows: 0,
            units: Vec::new(),
            suppressions: Vec::new(),
            faults: Faults::new(source),
        }
    }

    /// Refuses the file.
    pub(super) fn refuse<T>(&self, span: Span, message: Message) -> Result<T, Refusal> {
        Err(Refusal { message, at: Location { source: self.source, span } })
    }

    /// Number of the next row, from 0: the paragraph of a unit whose file names none.
    pub(super) fn next_row(&self) -> u32 {
        u32::try_from(self.rows).unwrap_or(u32::MAX)
    }

    /// Counts a row that makes no unit.
    pub(super) fn skip_row(&mut self) {
        self.rows += 1;
    }

    /// Takes a row in; one that is open on both sides makes no unit.
    ///
    /// # Errors
    ///
    /// Refuses the file where it has more units than the limit.
    pub(super) fn row(&mut self, draft: Draft) -> Result<(), Refusal> {
        let row = self.next_row();
        self.rows += 1;
        self.silence(&draft);
        if draft.source.is_none() && draft.target.is_none() {
            return Ok(());
        }
        if self.units.len() >= MAX_UNITS {
            return self.refuse(draft.span, messages::too_many(MAX_UNITS));
        }
        let kind = draft.kind.unwrap_or(Kind::Paragraph);
        let open = draft.source.is_none() || draft.target.is_none();
        self.units.push(Unit {
            id: draft.id.filter(|id| !id.is_empty()).unwrap_or_else(|| self.rows.to_string()),
            state: state(draft.state, draft.target.is_some()),
            source: draft.source.map(Side::File),
            target: draft.target.map(Side::File),
            role: draft.role.unwrap_or_else(|| kind.role()),
            kind,
            origin: if open { Origin::Open } else { Origin::Given },
            paragraph: draft.paragraph.unwrap_or(row),
            note: Some(draft.note.text).filter(|note| !note.is_empty()),
        });
        Ok(())
    }

    /// The bitext, with the languages that were settled on.
    pub(super) fn finish(
        self,
        source_lang: LanguageIdentifier,
        target_lang: LanguageIdentifier,
    ) -> Read {
        let translated = self.units.iter().any(|unit| unit.target.is_some());
        let bitext = Bitext {
            source_lang,
            target_lang,
            form: Form::Exchange,
            paragraphs: Bitext::paragraphs_of_units(&self.units),
            units: self.units,
            suppressions: self.suppressions,
            translated,
        };
        Read { bitext, faults: self.faults.finish() }
    }

    fn silence(&mut self, draft: &Draft) {
        for (at, text) in &draft.note.spans {
            if let Some(found) = suppress::in_note(text, *at, draft.span, self.whole) {
                self.suppressions.push((self.source, found));
            }
        }
    }
}

impl xml::Faults for Collector {
    fn source(&self) -> SourceId {
        self.source
    }

    fn fault(&mut self, span: Span, message: Message) {
        self.faults.add(span, message);
    }
}

/// What the file says, as far as it agrees with what is there: an open target is untranslated.
fn state(said: Option<State>, has_target: bool) -> State {
    match said {
        Some(State::Skipped) => State::Skipped,
        _ if !has_target => State::Untranslated,
        said => said.unwrap_or_default(),
    }
}
