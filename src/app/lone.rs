//! Files that are texts each by itself, several read at once.
//!
//! Files are opened one after another, in order, and then read side by side: what reads them only looks, and what it
//! has to say is kept apart for each file and said in the files' order. So neither texts nor notices depend on the
//! number of threads, and the file system is asked from one thread only. A file that cannot be read is left, and the
//! others are read all the same.

use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use unic_langid::LanguageIdentifier;

use super::bench::{Bench, CheckRequest};
use super::bitext::{alone, heard_in, suppressions};
use super::check::Visit;
use super::language::lone_language;
use super::pair::{empty_page, read_exchange};
use super::project::Project;
use super::session::{Notes, Session, Stop, show};
use crate::bitext::Bitext;
use crate::diagnostic::Severity;
use crate::document::{Document, Kind, Role};
use crate::exchange;
use crate::format;
use crate::segment::Segmenters;
use crate::text::{SourceId, Sources};

crate::messages! { MESSAGES;
    language_guessed = "check-language" (path, lang);
}

/// Files opened before they are read: enough to keep every processor busy, few enough to be held in memory.
const AT_ONCE: usize = 256;

/// Bytes of files opened before they are read, so that a folder of large files is not held in memory twice.
const BYTES_AT_ONCE: usize = 8 << 20;

/// An opened file with what was said while it was opened; without an `id` it cannot be read.
struct Opened<'p> {
    path: &'p Path,
    id: Option<SourceId>,
    notes: Notes,
}

/// Reads texts in one language and bilingual files, and has them visited in order. Answers how many could be read.
pub(super) fn each(
    session: &mut Session<'_>,
    bench: &Bench,
    request: &CheckRequest,
    paths: &[PathBuf],
    visit: Visit<'_>,
) -> usize {
    let (mut rest, mut files) = (paths, 0);
    while !rest.is_empty() {
        let opened = open_some(session, rest);
        rest = rest.get(opened.len()..).unwrap_or_default();
        let reading = Reading {
            sources: &session.sources,
            segmenters: &session.segmenters,
            project: &bench.project,
            said: request.over.source.as_ref(),
        };
        let read: Vec<_> = opened.par_iter().map(|file| reading.read(file)).collect();
        let mut bitexts = Vec::with_capacity(read.len());
        for (file, (bitext, notes)) in opened.into_iter().zip(read) {
            session.take_notes(file.notes);
            match bitext {
                Some(Ok(bitext)) => {
                    session.take_notes(notes);
                    bitexts.push(bitext);
                }
                Some(Err(Stop)) => {
                    session.leave(&show(file.path), notes.notices);
                }
                None => {}
            }
        }
        files += bitexts.len();
        visit(session, bitexts);
        #[allow(clippy::cast_precision_loss, reason = "it is only shown")]
        session.tell(1.0 - rest.len() as f32 / paths.len() as f32);
    }
    files
}

/// Opens the first files.
fn open_some<'p>(session: &mut Session<'_>, paths: &'p [PathBuf]) -> Vec<Opened<'p>> {
    let (mut opened, mut bytes) = (Vec::new(), 0usize);
    for path in paths.iter().take(AT_ONCE) {
        let before = session.notices.len();
        let id = session.open(path).ok();
        let notes = Notes { notices: session.notices.split_off(before), incomplete: false };
        opened.push(Opened { path, id, notes });
        bytes += id.map_or(0, |id| session.sources.get(id).text.len());
        if bytes >= BYTES_AT_ONCE {
            break;
        }
    }
    opened
}

/// What reading a file needs to know of the run.
struct Reading<'r> {
    sources: &'r Sources,
    segmenters: &'r Segmenters,
    project: &'r Project,
    /// The language of texts, where the command says it.
    said: Option<&'r LanguageIdentifier>,
}

impl Reading<'_> {
    /// Nothing of a file that could not be opened.
    fn read(&self, file: &Opened<'_>) -> (Option<Result<Bitext, Stop>>, Notes) {
        let mut notes = Notes::default();
        let bitext = file.id.map(|id| match exchange::of(self.sources.get(id)) {
            Some(_) => read_exchange(self.sources, self.project, id, &mut notes),
            None => Ok(self.lone(file.path, id, &mut notes)),
        });
        (bitext, notes)
    }

    /// A text in one language as a bitext of one side.
    fn lone(&self, path: &Path, id: SourceId, notes: &mut Notes) -> Bitext {
        let text = self.sources.get(id);
        let (document, faults) = format::of(text).read(id, text);
        notes.incomplete |= faults.iter().any(|fault| fault.severity == Severity::Error);
        notes.say_all(faults);
        let lang = lone_language(self.said, path, &document);
        notes.detail(language_guessed(show(path), &lang));
        if document.blocks.is_empty() {
            notes.note(Severity::Warning, empty_page(show(path)));
        }
        let suppressions = suppressions(&document);
        let Document { lang: declared, blocks, .. } = document;
        let paragraphs = blocks.into_iter().enumerate().map(|(at, block)| {
            let kind = block.kind.unwrap_or(if at == 0 { Kind::Title } else { Kind::Paragraph });
            let own = block.lang.filter(|own| Some(own) != declared.as_ref());
            let passage = heard_in(&lang, own.as_ref(), block.passage);
            (passage, kind, block.role.unwrap_or(Role::Body))
        });
        let mut bitext = alone(paragraphs, &lang, &self.segmenters.of(&lang));
        bitext.suppressions = suppressions;
        bitext
    }
}
