//! From pages to a bitext: segments, alignment, stable identifiers.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::page::SplitPage;
use crate::align::{self, Alignment, Hints, Input, Watch};
use crate::bitext::{Bead, Bitext, Facing, Form, Origin, Paragraph, Side, State, Unit};
use crate::document::{Block, Document, Kind, Role, Suppression};
use crate::glossary::Glossary;
use crate::lang;
use crate::page::PageBlock;
use crate::segment::Segmenter;
use crate::text::{Foreign, Passage, SourceId, Span, fold_case, words};

/// The body of one side: paragraphs cut into segments.
#[derive(Debug, Default)]
pub(super) struct Body {
    paragraphs: Vec<(Passage, Kind)>,
    segments: Vec<Passage>,
    /// The paragraph of each segment.
    of: Vec<u32>,
}

impl Body {
    /// The segments of paragraphs.
    fn new(paragraphs: Vec<(Passage, Kind)>, segmenter: &Segmenter) -> Self {
        let (mut segments, mut of) = (Vec::new(), Vec::new());
        for (number, (passage, kind)) in (0u32..).zip(&paragraphs) {
            // What is no prose is not cut: a line of code, a credit.
            let own = match kind {
                Kind::Code => vec![passage.clone()],
                _ => segmenter.passages(passage),
            };
            of.extend(own.iter().map(|_| number));
            segments.extend(own);
        }
        Self { paragraphs, segments, of }
    }

    /// Segments that were cut already; `of` holds the paragraph of each, or nothing.
    pub(super) fn of_segments(segments: Vec<Passage>, of: Vec<u32>) -> Self {
        Self { paragraphs: Vec::new(), segments, of }
    }

    fn kind(&self, segment: usize) -> Kind {
        let paragraph = self.of.get(segment).map_or(0, |number| *number as usize);
        self.paragraphs.get(paragraph).map_or(Kind::Paragraph, |(_, kind)| *kind)
    }

    fn texts(&self) -> Vec<&str> {
        self.segments.iter().map(|segment| segment.text.as_str()).collect()
    }

    /// Its segments.
    pub(super) fn segments(&self) -> &[Passage] {
        &self.segments
    }

    /// Is there nothing to align?
    pub(super) fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }
}

/// The body blocks of a split page in a language, the parts of mixed lines among them.
pub(super) fn body_of(page: &SplitPage, lang: &LanguageIdentifier, segmenter: &Segmenter) -> Body {
    let declared = |block: &PageBlock| {
        page.document.blocks.get(block.block).and_then(|found| own_language(&page.document, found))
    };
    let paragraphs = page.blocks.iter().flat_map(|block| {
        let declared = declared(block);
        let parts = parts(page, block, Role::Body).into_iter();
        parts.map(move |part| (heard_in(lang, declared, part.passage), part.kind))
    });
    Body::new(paragraphs.collect(), segmenter)
}

/// The language that a block declares for itself. What is declared for the whole page may be wrong.
fn own_language<'d>(document: &Document, block: &'d Block) -> Option<&'d LanguageIdentifier> {
    block.lang.as_ref().filter(|own| Some(*own) != document.lang.as_ref())
}

/// A passage as a part of a text in a language: all of it is foreign where its block declares another.
pub(super) fn heard_in(
    lang: &LanguageIdentifier,
    declared: Option<&LanguageIdentifier>,
    mut passage: Passage,
) -> Passage {
    match declared.filter(|own| !lang::same(own, lang)) {
        Some(own) => {
            passage.foreign = vec![Foreign { span: passage.span(), lang: own.clone() }];
        }
        None => passage.foreign.retain(|foreign| !lang::same(&foreign.lang, lang)),
    }
    passage
}

/// Every block of a document as body, for a translation that comes without chrome.
pub(super) fn all_of(
    document: &Document,
    lang: &LanguageIdentifier,
    segmenter: &Segmenter,
) -> Body {
    let kind = |number: usize, kind: Option<Kind>| match kind {
        Some(kind) => kind,
        None if number == 0 => Kind::Title,
        None => Kind::Paragraph,
    };
    let blocks = document.blocks.iter().enumerate();
    let paragraphs = blocks.map(|(at, block)| {
        let declared = own_language(document, block);
        (heard_in(lang, declared, block.passage.clone()), kind(at, block.kind))
    });
    Body::new(paragraphs.collect(), segmenter)
}

/// A part of a block that stands in one region.
#[derive(Debug, Clone)]
pub(super) struct BlockPart {
    pub(super) passage: Passage,
    pub(super) kind: Kind,
    /// Its language; `None` for a name or a number, which belongs to none.
    pub(super) lang: Option<LanguageIdentifier>,
}

/// The parts of a block that stand in a region; the whole block where it is not mixed.
pub(super) fn parts(page: &SplitPage, block: &PageBlock, role: Role) -> Vec<BlockPart> {
    let Some(passage) = page.passage(block) else { return Vec::new() };
    // Parts of one region are one text, and its sentences are not cut at a quotation.
    if block.parts.iter().all(|part| part.role == block.role) {
        let whole =
            BlockPart { passage: passage.clone(), kind: block.kind, lang: block.lang.clone() };
        return if block.role == role { vec![whole] } else { Vec::new() };
    }
    let kind = if role == block.role { block.kind } else { Kind::Label };
    let own = block.parts.iter().filter(|part| part.role == role);
    own.map(|part| {
        let passage = passage.slice(part.span);
        // The site signs a caption with its name, whatever language the name's words are of.
        let signed = role == Role::Chrome && is_name(&passage.text);
        let lang = part.lang.clone().filter(|_| !signed);
        BlockPart { passage, kind, lang }
    })
    .collect()
}

/// Do all words of a line begin with a capital or a digit, as those of a name do?
pub(super) fn is_name(text: &str) -> bool {
    words(text).all(|word| !word.text.chars().next().is_some_and(char::is_lowercase))
}

/// The body of a bitext, its chrome still to be added, and how its sides were aligned.
pub(super) fn of_bodies(
    source: &Body,
    target: Option<&Body>,
    langs: (&LanguageIdentifier, &LanguageIdentifier),
    (glossary, watch): (&Glossary, Watch<'_>),
) -> (Bitext, Alignment) {
    let aligned = match target {
        Some(target) => aligned(source, target, langs, (glossary, watch)),
        None => Alignment { beads: open(source.segments.len()), parallel: true, moved: Vec::new() },
    };
    (of_beads(source, target, &aligned.beads, langs), aligned)
}

/// Segments that face each other as beads say.
pub(super) fn of_beads(
    source: &Body,
    target: Option<&Body>,
    beads: &[Bead],
    langs: (&LanguageIdentifier, &LanguageIdentifier),
) -> Bitext {
    let mut ids = Ids::default();
    let units: Vec<Unit> =
        beads.iter().filter_map(|bead| unit(source, target, bead, &mut ids)).collect();
    let mut bitext = Bitext {
        source_lang: langs.0.clone(),
        target_lang: langs.1.clone(),
        form: Form::Page,
        units,
        paragraphs: Vec::new(),
        suppressions: Vec::new(),
        translated: target.is_some(),
    };
    bitext.paragraphs = paragraphs(&bitext, source, Facing::Source);
    if let Some(target) = target {
        bitext.paragraphs.extend(paragraphs(&bitext, target, Facing::Target));
    }
    bitext
}

fn aligned(
    source: &Body,
    target: &Body,
    langs: (&LanguageIdentifier, &LanguageIdentifier),
    (glossary, watch): (&Glossary, Watch<'_>),
) -> Alignment {
    let (a, b) = (source.texts(), target.texts());
    let pairs = pairs(glossary, langs);
    align::align_watched(
        &Input { sentences: &a, paragraphs: &source.of },
        &Input { sentences: &b, paragraphs: &target.of },
        &Hints { pairs: &pairs, ..Hints::default() },
        watch,
    )
}

/// The glossary's terms as pairs of forms that face each other.
pub(super) fn pairs(
    glossary: &Glossary,
    langs: (&LanguageIdentifier, &LanguageIdentifier),
) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for concept in &glossary.concepts {
        for source in concept.terms_in(langs.0).filter(|term| term.status.is_approved()) {
            for target in concept.terms_in(langs.1).filter(|term| term.status.is_approved()) {
                pairs.push((source.form.clone(), target.form.clone()));
            }
        }
    }
    pairs
}

/// One open bead a segment: there is no translation yet.
fn open(segments: usize) -> Vec<Bead> {
    (0..segments).map(|at| Bead { source: at..at + 1, target: 0..0, confidence: 0 }).collect()
}

fn unit(source: &Body, target: Option<&Body>, bead: &Bead, ids: &mut Ids) -> Option<Unit> {
    let own = Passage::join(source.segments.get(bead.source.clone())?);
    let other = target.and_then(|target| Passage::join(target.segments.get(bead.target.clone())?));
    let text = own.as_ref().or(other.as_ref()).map(|passage| passage.text.clone())?;
    let (body, first) = match (&own, target) {
        (None, Some(target)) => (target, bead.target.start),
        _ => (source, bead.source.start),
    };
    let both = own.is_some() && other.is_some();
    Some(Unit {
        id: ids.next('b', &text),
        source: own.map(Side::File),
        target: other.map(Side::File),
        role: Role::Body,
        kind: body.kind(first),
        origin: if both { Origin::Aligned { confidence: bead.confidence } } else { Origin::Open },
        state: if target.is_some() { State::Translated } else { State::Untranslated },
        paragraph: body.of.get(first).copied().unwrap_or(0),
        note: None,
    })
}

/// Whole paragraphs of a side, each with the range of units that its segments ended up in.
fn paragraphs(bitext: &Bitext, body: &Body, facing: Facing) -> Vec<Paragraph> {
    let spans: Vec<(usize, crate::text::Location)> = bitext
        .units
        .iter()
        .enumerate()
        .filter_map(|(at, unit)| Some((at, unit.side(facing)?.passage()?.location())))
        .collect();
    let mut out = Vec::new();
    for (passage, kind) in &body.paragraphs {
        let whole = passage.location().span;
        let first = spans.partition_point(|(_, at)| at.span.end() <= whole.start());
        let own = spans.iter().skip(first).take_while(|(_, at)| at.span.start() < whole.end());
        let units = own.fold(None, |range: Option<std::ops::Range<usize>>, (at, _)| match range {
            None => Some(*at..at + 1),
            Some(range) => Some(range.start.min(*at)..range.end.max(at + 1)),
        });
        let units = units.unwrap_or(0..0);
        out.push(Paragraph {
            passage: passage.clone(),
            facing,
            role: Role::Body,
            kind: *kind,
            units,
        });
    }
    out
}

/// Sentences of a text that are kept apart. A text of more is looked at to its end, but not cut any further, so that a
/// page of nothing but two-letter sentences takes no more room than one of paragraphs.
const UNITS: usize = 1_000_000;

/// Joins what does not fit into the last that does.
fn leave_room(spans: &mut Vec<Span>, room: usize) {
    let room = room.max(1);
    let rest = spans.get(room - 1..).unwrap_or_default();
    if let Some(joined) = rest.iter().copied().reduce(Span::cover) {
        spans.truncate(room - 1);
        spans.push(joined);
    }
}

/// A text alone: its units have a target side only.
pub(super) fn alone(
    paragraphs: impl Iterator<Item = (Passage, Kind, Role)>,
    lang: &LanguageIdentifier,
    segmenter: &Segmenter,
) -> Bitext {
    let (mut units, mut ids) = (Vec::new(), Ids::default());
    let mut whole = Vec::new();
    for (number, (passage, kind, role)) in (0u32..).zip(paragraphs) {
        let first = units.len();
        let mut spans = segmenter.spans_of(&passage);
        leave_room(&mut spans, UNITS.saturating_sub(first));
        for span in spans {
            let segment = passage.slice(span);
            units.push(Unit {
                id: ids.next('b', &segment.text),
                source: None,
                target: Some(Side::File(segment)),
                role,
                kind,
                origin: Origin::Given,
                state: State::Translated,
                paragraph: number,
                note: None,
            });
        }
        whole.push(Paragraph {
            passage,
            facing: Facing::Target,
            role,
            kind,
            units: first..units.len(),
        });
    }
    Bitext {
        source_lang: lang.clone(),
        target_lang: lang.clone(),
        form: Form::Alone,
        units,
        paragraphs: whole,
        suppressions: Vec::new(),
        translated: false,
    }
}

/// The silencing comments of a document, with its file.
pub(super) fn suppressions(document: &Document) -> Vec<(SourceId, Suppression)> {
    document.suppressions.iter().map(|suppression| (document.source, suppression.clone())).collect()
}

/// Identifiers made from a unit's text: they stay when other paragraphs come and go.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// How often each region and hash was given; a page may have a million units.
    seen: BTreeMap<(char, u64), u32>,
}

impl Ids {
    /// The identifier of a text: a letter for its region, 32 bits of its FNV-1a hash, a number where it recurs.
    pub(super) fn next(&mut self, region: char, text: &str) -> String {
        let hash = fold_case(text).bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let hash = (hash ^ (hash >> 32)) & 0xffff_ffff;
        let id = format!("{region}-{hash:08x}");
        let count = self.seen.entry((region, hash)).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_for_which_there_is_no_room_are_one() {
        let spans = || vec![Span::of(0, 2), Span::of(3, 5), Span::of(6, 9)];
        let left = |room| {
            let mut spans = spans();
            leave_room(&mut spans, room);
            spans
        };
        assert_eq!(left(9), spans());
        assert_eq!(left(3), spans());
        assert_eq!(left(2), [Span::of(0, 2), Span::of(3, 9)]);
        assert_eq!(left(0), [Span::of(0, 9)]);
        leave_room(&mut Vec::new(), 0);
    }
}
