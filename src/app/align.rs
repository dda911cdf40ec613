//! `align`: the sentences of two texts, face to face.

use std::path::Path;

use unic_langid::LanguageIdentifier;

use super::session::{Session, Stop, show};
use super::{bitext, page};
use crate::align::{self as aligner, Hints, Input};
use crate::bitext::Bead;
use crate::diagnostic::Severity;
use crate::glossary::Glossary;
use crate::segment::Segmenter;
use crate::text::{Passage, SourceId};

crate::messages! { MESSAGES;
    not_parallel = "align-texts-not-parallel" (source, target);
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
}

/// Two texts, aligned.
#[derive(Debug, Clone)]
pub struct AlignedText {
    /// Segments of the source.
    pub source: Vec<Passage>,
    /// Segments of the target.
    pub target: Vec<Passage>,
    /// Which face which.
    pub beads: Vec<Bead>,
    /// Are the texts translations of each other?
    pub parallel: bool,
}

/// Aligns two files.
///
/// # Errors
///
/// Where one cannot be read.
pub fn align_files(
    session: &mut Session<'_>,
    source: SourceId,
    target: SourceId,
    request: &AlignRequest<'_>,
) -> Result<AlignedText, Stop> {
    let (own, own_paragraphs) = segments(session, source, request.source_lang, request.segmented);
    let (other, other_paragraphs) =
        segments(session, target, request.target_lang, request.segmented);
    let texts = |segments: &'_ [Passage]| {
        segments.iter().map(|segment| segment.text.clone()).collect::<Vec<_>>()
    };
    let (a, b) = (texts(&own), texts(&other));
    let (a, b): (Vec<&str>, Vec<&str>) =
        (a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect());
    let pairs = bitext::pairs(request.glossary, (request.source_lang, request.target_lang));
    let aligned = aligner::align(
        &Input { sentences: &a, paragraphs: &own_paragraphs },
        &Input { sentences: &b, paragraphs: &other_paragraphs },
        &Hints { pairs: &pairs, ..Hints::default() },
    );
    if !aligned.parallel {
        let path = |id| show(Path::new(&session.sources.get(id).path));
        let message = not_parallel(path(source), path(target));
        session.note(Severity::Warning, message);
    }
    Ok(AlignedText { source: own, target: other, beads: aligned.beads, parallel: aligned.parallel })
}

/// The segments of a file with their paragraph numbers; no numbers where each line is a segment.
fn segments(
    session: &mut Session<'_>,
    id: SourceId,
    lang: &LanguageIdentifier,
    segmented: bool,
) -> (Vec<Passage>, Vec<u32>) {
    if segmented {
        return (lines(session, id), Vec::new());
    }
    let document = page::read(session, id);
    let cutter = Segmenter::new(lang);
    let (mut out, mut of) = (Vec::new(), Vec::new());
    for (number, block) in (0u32..).zip(&document.blocks) {
        let own = cutter.passages(&block.passage);
        of.extend(own.iter().map(|_| number));
        out.extend(own);
    }
    (out, of)
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
