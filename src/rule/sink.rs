//! Where rules put what they find.

use super::RuleMeta;
use crate::bitext::{Bitext, Facing, Form, Paragraph, Side, Unit};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Excerpt, Fix};
use crate::message::Message;
use crate::text::{Passage, Span};

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
        if let Some(unit) = bitext.unit_at(paragraph, at).filter(|_| bitext.form != Form::Alone) {
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

impl Place {
    /// The part itself.
    pub fn span(self) -> Span {
        match self {
            Self::Source(span) | Self::Target(span) => span,
        }
    }
}

/// A part of a text with its words.
pub(super) fn excerpt(text: &str, span: Span) -> Excerpt {
    Excerpt { span, text: span.slice(text).to_owned() }
}

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
