//! Where rules put what they find.

use super::RuleMeta;
use crate::bitext::{Bitext, Facing, Form, Paragraph, Side, Unit};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Excerpt, Fix};
use crate::message::Message;
use crate::text::{Location, Passage, Span};

/// A part of a unit's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Bytes of the source's text.
    Source(Span),
    /// Bytes of the target's text.
    Target(Span),
}

/// Collects the findings of one rule.
#[derive(Debug)]
pub struct Sink {
    meta: &'static RuleMeta,
    found: Vec<Diagnostic>,
}

impl Sink {
    pub(super) fn new(meta: &'static RuleMeta) -> Self {
        Self { meta, found: Vec::new() }
    }

    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Reports a fault at a place of a unit and gives the finding back to be completed.
    ///
    /// `None` where the place is in no file (a side that the program itself supplies): nothing can be wrong there.
    pub fn report(
        &mut self,
        unit: &Unit,
        place: Place,
        message: Message,
    ) -> Option<&mut Diagnostic> {
        let passage = passage(unit, place)?;
        let mut found = Diagnostic::new(
            self.meta.code,
            self.meta.severity,
            passage.locate(place.span()),
            message,
        );
        found.unit = Some(unit.id.clone());
        match place {
            Place::Source(span) => found.source = Some(excerpt(unit.source_text(), span)),
            Place::Target(span) => found.target = Some(excerpt(unit.target_text(), span)),
        }
        self.found.push(found);
        self.found.last_mut()
    }
}

impl Sink {
    /// Reports a fault at a part of a paragraph and gives the finding back to be completed.
    pub fn report_in(
        &mut self,
        bitext: &Bitext,
        paragraph: &Paragraph,
        part: Span,
        message: Message,
    ) -> &mut Diagnostic {
        let at = paragraph.passage.locate(part);
        let mut found = Diagnostic::new(self.meta.code, self.meta.severity, at, message);
        let unit = if bitext.form == Form::Alone { None } else { bitext.unit_at(paragraph, at) };
        if let Some(unit) = unit {
            found.unit = Some(unit.id.clone());
            let side = unit.side(paragraph.facing).and_then(Side::passage);
            let own = side.and_then(|passage| Some(excerpt(&passage.text, passage.find(at)?)));
            match paragraph.facing {
                Facing::Source => found.source = own,
                Facing::Target => found.target = own,
            }
        }
        self.found.push(found);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}

/// A place that outlives its bitext, with what a finding there is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The unit's id.
    pub unit: String,
    /// Where.
    pub at: Location,
    /// The part of the unit's source text.
    pub source: Option<Excerpt>,
    /// The part of the unit's target text.
    pub target: Option<Excerpt>,
    /// The glossary's concept.
    pub concept: Option<String>,
}

impl Sink {
    /// Reports a fault at a place of a bitext that is through and gives the finding back to be completed.
    pub fn report_at(&mut self, spot: &Spot, message: Message) -> &mut Diagnostic {
        let mut found = Diagnostic::new(self.meta.code, self.meta.severity, spot.at, message);
        found.unit = Some(spot.unit.clone());
        found.source.clone_from(&spot.source);
        found.target.clone_from(&spot.target);
        found.concept.clone_from(&spot.concept);
        self.found.push(found);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}

impl Place {
    /// The part itself.
    pub fn span(self) -> Span {
        match self {
            Self::Source(span) | Self::Target(span) => span,
        }
    }
}

/// A part of a text with its words; of a very long part the beginning.
///
/// Terms missing from one segment of ten million characters would each hold the whole of it, in memory and in what is
/// written; so that both stay in proportion to the findings, the words of a part end at [`LONGEST`] bytes. Its span
/// does not.
pub(super) fn excerpt(text: &str, span: Span) -> Excerpt {
    let words = span.slice(text);
    let end = (0..=LONGEST.min(words.len())).rev().find(|at| words.is_char_boundary(*at));
    let words = end.and_then(|end| words.get(..end)).unwrap_or_default();
    Excerpt { span, text: words.to_owned() }
}

/// Bytes of a part that are written out: some seven hundred words, where a long sentence has a hundred.
const LONGEST: usize = 4096;

/// A fix that puts `text` in the place of a part of a unit.
///
/// Where the part is not in the file as it is read (an entity, a joined line) the fix is unsafe at best.
pub(super) fn replace(
    unit: &Unit,
    place: Place,
    text: String,
    applicability: Applicability,
) -> Option<Fix> {
    let passage = passage(unit, place)?;
    let verbatim = passage.map.is_verbatim(place.span());
    let applicability =
        if verbatim { applicability } else { applicability.min(Applicability::Unsafe) };
    Some(Fix { applicability, edits: vec![Edit { at: passage.locate(place.span()), text }] })
}

fn passage(unit: &Unit, place: Place) -> Option<&Passage> {
    match place {
        Place::Source(_) => unit.source.as_ref().and_then(Side::passage),
        Place::Target(_) => unit.target.as_ref().and_then(Side::passage),
    }
}
