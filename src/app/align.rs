//! `align`: the sentences of two texts, face to face.

use std::io;
use std::path::Path;

use unic_langid::LanguageIdentifier;

use super::bitext::Body;
use super::embeddings::{self, Client};
use super::pins::{self, Pins, Segments};
use super::session::{Session, Stop, show};
use super::{bitext, page};
use crate::align::{self as aligner, Alignment, Hints, Input};
use crate::bitext::{Bead, Bitext};
use crate::diagnostic::{Diagnostic, Severity};
use crate::exchange::{self, Languages, WriteContext};
use crate::glossary::Glossary;
use crate::l10n::Localizer;
use crate::render::{self, RenderContext};
use crate::rule::Scanned;
use crate::term::Matcher;
use crate::text::{Location, Passage, SourceId};

crate::messages! { MESSAGES;
    not_parallel = "align-texts-not-parallel" (source, target);
    moved = "align-moved" (target, line);
}

/// What `align` is asked to do.
#[derive(Debug, Clone)]
pub struct AlignRequest<'a> {
    /// Language of the source.
    pub source_lang: &'a LanguageIdentifier,
    /// Language of the target.
    pub target_lang: &'a LanguageIdentifier,
    /// Is each non-blank line a segment already?
    pub segmented: bool,
    /// Terms that help to align.
    pub glossary: &'a Glossary,
    /// Rows that are settled: a pins file, or an alignment that was edited.
    pub pins: Option<SourceId>,
    /// A server of sentence embeddings, where the user named one.
    pub embeddings: Option<&'a Client>,
}

/// Two texts, aligned.
#[derive(Debug, Clone)]
pub struct AlignedText {
    /// Segments of the source.
    pub source: Vec<Passage>,
    /// Segments of the target.
    pub target: Vec<Passage>,
    /// The paragraph of each segment of the source; empty where none are known.
    pub source_of: Vec<u32>,
    /// The paragraph of each segment of the target; empty where none are known.
    pub target_of: Vec<u32>,
    /// Which face which.
    pub beads: Vec<Bead>,
    /// Are the texts translations of each other?
    pub parallel: bool,
}

impl AlignedText {
    /// The texts as units, for documents and for other tools.
    pub fn bitext(&self, langs: (&LanguageIdentifier, &LanguageIdentifier)) -> Bitext {
        let source = Body::of_segments(self.source.clone(), self.source_of.clone());
        let target = Body::of_segments(self.target.clone(), self.target_of.clone());
        bitext::of_beads(&source, Some(&target), &self.beads, langs)
    }

    /// The texts as a file of a bilingual format or as a document for people, by its name; `None` for an unknown
    /// name.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(
        &self,
        session: &Session<'_>,
        request: &AlignRequest<'_>,
        format: &str,
        l10n: &Localizer,
        out: &mut dyn io::Write,
    ) -> Option<io::Result<()>> {
        let bitext = self.bitext((request.source_lang, request.target_lang));
        let first = self.source.first().or(self.target.first());
        let path =
            first.map(|passage| session.sources.get(passage.location().source).path.as_str());
        let title = path.and_then(|path| path.rsplit('/').next()).unwrap_or_default();
        if let Some(exchange) = exchange::named(format) {
            let cx = WriteContext { title: Some(title), path };
            return Some(exchange.write(&bitext, &cx, out));
        }
        let matcher = Matcher::new(request.glossary);
        let cx = RenderContext {
            title,
            sources: &session.sources,
            l10n,
            glossary: request.glossary,
            scanned: &Scanned::new(&bitext, request.glossary, &matcher),
            checked: false,
            found: &[],
            mended: &[],
            fixed: &vec![None; bitext.units.len()],
        };
        render::by_name(format).map(|renderer| renderer.write(&bitext, &cx, out))
    }
}

/// Aligns two files.
///
/// # Errors
///
/// Where the pins contradict themselves or the embedding server cannot be asked.
pub fn align_files(
    session: &mut Session<'_>,
    source: SourceId,
    target: SourceId,
    request: &AlignRequest<'_>,
) -> Result<AlignedText, Stop> {
    let mut own = segments(session, source, request.source_lang, request.segmented);
    let mut other = segments(session, target, request.target_lang, request.segmented);
    let pins = match request.pins {
        Some(id) => {
            let langs =
                Languages { source: Some(request.source_lang), target: Some(request.target_lang) };
            pins::read(session, id, [&mut own, &mut other], langs)?
        }
        None => Pins::default(),
    };
    let aligned = aligned(session, [&own, &other], &pins, request);
    session.over();
    let aligned = aligned?;
    if !aligned.parallel {
        let path = |id| show(Path::new(&session.sources.get(id).path));
        let message = not_parallel(path(source), path(target));
        session.note(Severity::Warning, message);
    }
    say_moved(session, &aligned, [&own.passages, &other.passages]);
    Ok(AlignedText {
        source: own.passages,
        target: other.passages,
        source_of: own.paragraphs,
        target_of: other.paragraphs,
        beads: aligned.beads,
        parallel: aligned.parallel,
    })
}

fn aligned(
    session: &mut Session<'_>,
    sides: [&Segments; 2],
    pins: &Pins,
    request: &AlignRequest<'_>,
) -> Result<Alignment, Stop> {
    let texts = sides.map(|side| side.passages.iter().map(|one| one.text.as_str()).collect());
    let texts: [Vec<&str>; 2] = texts;
    let pairs = bitext::pairs(request.glossary, (request.source_lang, request.target_lang));
    let inputs = [0, 1]
        .map(|side: usize| Input { sentences: &texts[side], paragraphs: &sides[side].paragraphs });
    let [first, second] = &pins.alone;
    let hints =
        Hints { pairs: &pairs, pins: &pins.beads, alone: [first, second], ..Hints::default() };
    let Some(client) = request.embeddings else {
        return Ok(aligner::align_watched(&inputs[0], &inputs[1], &hints, &|done| {
            session.tell(done);
        }));
    };
    let texts = [texts[0].as_slice(), texts[1].as_slice()];
    let [own, other] = &embeddings::vectors(session, client, texts)?;
    let hints = Hints { vectors: Some([own, other]), ..hints };
    Ok(aligner::align(&inputs[0], &inputs[1], &hints))
}

/// Says which passages stand in another order.
pub(super) fn say_moved(session: &mut Session<'_>, aligned: &Alignment, sides: [&[Passage]; 2]) {
    for (source, target) in &aligned.moved {
        let place = |side: &[Passage], range: &std::ops::Range<usize>| -> Option<Location> {
            Some(side.get(range.start)?.location())
        };
        let (Some(here), Some(there)) = (place(sides[0], source), place(sides[1], target)) else {
            continue;
        };
        let file = session.sources.get(there.source);
        let line = file.line_column(there.span.start()).line;
        let message = moved(show(Path::new(&file.path)), line);
        session.say_all(vec![Diagnostic::new("moved", Severity::Warning, here, message)]);
    }
}

/// The segments of a file with their paragraph numbers; no numbers where each line is a segment.
fn segments(
    session: &mut Session<'_>,
    id: SourceId,
    lang: &LanguageIdentifier,
    segmented: bool,
) -> Segments {
    if segmented {
        return Segments { passages: lines(session, id), paragraphs: Vec::new() };
    }
    let document = page::read(session, id);
    let cutter = session.segmenters.of(lang);
    let (mut out, mut of) = (Vec::new(), Vec::new());
    for (number, block) in (0u32..).zip(&document.blocks) {
        let own = cutter.passages(&block.passage);
        of.extend(own.iter().map(|_| number));
        out.extend(own);
    }
    Segments { passages: out, paragraphs: of }
}

fn lines(session: &Session<'_>, id: SourceId) -> Vec<Passage> {
    let text = &session.sources.get(id).text;
    let (mut out, mut at) = (Vec::new(), 0usize);
    for line in text.split('\n') {
        let bare = line.trim();
        if !bare.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            out.push(Passage::verbatim(id, bare, u32::try_from(start).unwrap_or(u32::MAX)));
        }
        at += line.len() + 1;
    }
    out
}
