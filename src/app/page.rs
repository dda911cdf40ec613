//! A page, read and split; a plain text, segmented.

use std::path::Path;

use unic_langid::LanguageIdentifier;

use super::session::{Session, Stop, show};
use crate::diagnostic::Severity;
use crate::document::Document;
use crate::exchange;
use crate::format;
use crate::page::{self, PageBlock};
use crate::segment::Segmenter;
use crate::text::{Passage, SourceFile, SourceId};

crate::messages! { MESSAGES;
    bilingual = "page-is-bilingual" (path);
}

/// A page with its blocks told apart.
#[derive(Debug, Clone)]
pub struct SplitPage {
    /// The file.
    pub source: SourceId,
    /// The page as it was read.
    pub document: Document,
    /// Its blocks.
    pub blocks: Vec<PageBlock>,
}

impl SplitPage {
    /// The text of a block.
    pub fn passage(&self, block: &PageBlock) -> Option<&Passage> {
        self.document.blocks.get(block.block).map(|found| &found.passage)
    }
}

/// Reads a page and tells body from chrome.
///
/// # Errors
///
/// Where the file cannot be read.
pub fn split_page(
    session: &mut Session<'_>,
    path: &Path,
    body_lang: Option<&LanguageIdentifier>,
    chrome_lang: Option<&LanguageIdentifier>,
) -> Result<SplitPage, Stop> {
    let source = session.open_page(path)?;
    if is_bilingual(path) {
        let shown = show(path);
        return Err(session.refuse(&shown, bilingual(&shown)));
    }
    let document = read(session, source);
    let blocks = page::split(&document, &page::Options { body_lang, chrome_lang });
    Ok(SplitPage { source, document, blocks })
}

/// Reads an opened file as a document; what its format finds wrong becomes a notice.
pub(super) fn read(session: &mut Session<'_>, source: SourceId) -> Document {
    let file = session.sources.get(source);
    let (document, faults) = format::of(file).read(source, file);
    session.incomplete |= faults.iter().any(|fault| fault.severity == Severity::Error);
    session.say_all(faults);
    document
}

/// The sentences of a text in which every line is a paragraph: for each non-blank line, its sentences.
pub fn segment_lines(file: &SourceFile, segmenter: Segmenter) -> impl Iterator<Item = Vec<&str>> {
    file.text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(move |line| segmenter.spans(line).into_iter().map(|span| span.slice(line)).collect())
}

/// Does a path name a bilingual file rather than a page?
fn is_bilingual(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    exchange::registry().iter().any(|format| format.meta().extensions.contains(&ending.as_str()))
}
