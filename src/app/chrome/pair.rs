//! `chrome pair`: each line of chrome with the message that it is.

use std::path::PathBuf;

use rayon::prelude::*;
use unic_langid::LanguageIdentifier;

use super::load::catalogue;
use crate::app::bench::{Bench, CheckRequest, bench};
use crate::app::bitext::{parts, suppressions};
use crate::app::page::split_page;
use crate::app::session::{Session, Stop, show};
use crate::chrome::{Catalogue, Pairing};
use crate::document::{Role, Suppression};
use crate::lang;
use crate::text::{Passage, SourceId};

crate::messages! { MESSAGES;
    no_chrome_language = "chrome-page-language" (path);
}

/// What is asked of the chrome of a page.
#[derive(Debug, Clone, Default)]
pub struct ChromeRequest {
    /// The settings by which the project is found; its catalogues may be named in them.
    pub check: CheckRequest,
    /// The page.
    pub page: PathBuf,
    /// Is every line of the file a line of chrome?
    pub lines: bool,
}

/// A line of chrome.
#[derive(Debug, Clone)]
pub struct PairedLine {
    /// The line with its place.
    pub passage: Passage,
    /// The language that it was taken to be in.
    pub lang: LanguageIdentifier,
    /// What it was found to be.
    pub pairing: Pairing,
}

/// The chrome of a page.
#[derive(Debug, Clone)]
pub struct PairedPage {
    /// The page.
    pub source: SourceId,
    /// The language of its chrome.
    pub lang: LanguageIdentifier,
    /// The other language.
    pub other: LanguageIdentifier,
    /// Its lines, in the order of the file.
    pub lines: Vec<PairedLine>,
    /// Its comments that silence rules.
    pub suppressions: Vec<(SourceId, Suppression)>,
}

/// Pairs the chrome of a page with the catalogues.
///
/// # Errors
///
/// Where a file or the project cannot be used, and where nothing says what language the chrome is in.
pub fn pair_lines(session: &mut Session<'_>, request: &ChromeRequest) -> Result<PairedPage, Stop> {
    let paths = vec![request.page.clone()];
    let bench = bench(session, &CheckRequest { paths, ..request.check.clone() })?;
    let catalogue = catalogue(session, &bench.project)?;
    paired(session, &bench, &catalogue, request)
}

/// Pairs the chrome of a page with a catalogue.
pub(super) fn paired(
    session: &mut Session<'_>,
    bench: &Bench,
    catalogue: &Catalogue,
    request: &ChromeRequest,
) -> Result<PairedPage, Stop> {
    let settings = &bench.project.settings;
    let said = settings.chrome_lang.clone();
    let mut detected = None;
    let mut comments = Vec::new();
    let (source, lines) = if request.lines {
        let source = session.open_page(&request.page)?;
        (source, lines_of(source, &session.sources.get(source).text))
    } else {
        let page = split_page(session, &request.page, settings.source.as_ref(), said.as_ref())?;
        let chrome = page.blocks.iter().filter(|block| block.role == Role::Chrome);
        let longest = chrome
            .filter(|block| block.lang.is_some())
            .max_by_key(|block| page.passage(block).map_or(0, |passage| passage.text.len()));
        comments = suppressions(&page.document);
        detected = longest.and_then(|block| block.lang.clone());
        let own = page.blocks.iter().flat_map(|block| parts(&page, block, Role::Chrome));
        (page.source, own.map(|part| (part.passage, part.lang)).collect())
    };
    let lang = said.or_else(|| settings.target.clone()).or(detected);
    let Some(lang) = lang else {
        return Err(session.stop(no_chrome_language(show(&request.page))));
    };
    let other = other(bench, &lang);
    let lines = lines
        .into_par_iter()
        .map(|(passage, own)| {
            // A line that is surely in the other language is chrome in that language.
            let turned = own.is_some_and(|own| lang::same(&own, &other));
            let (lang, facing) = if turned { (&other, &lang) } else { (&lang, &other) };
            let pairing = catalogue.pair(&passage.text, lang, facing);
            PairedLine { passage, lang: lang.clone(), pairing }
        })
        .collect();
    Ok(PairedPage { source, lang, other, lines, suppressions: comments })
}

/// The language that faces the chrome's: the project's other one; English, and French for English, without any.
fn other(bench: &Bench, own: &LanguageIdentifier) -> LanguageIdentifier {
    let settings = &bench.project.settings;
    let named = settings.target.iter().chain(&settings.source).cloned();
    let usual = ["en", "fr"].into_iter().filter_map(lang::parse);
    named.chain(usual).find(|found| !lang::same(found, own)).unwrap_or_default()
}

/// The lines of a file that are not blank.
fn lines_of(source: SourceId, text: &str) -> Vec<(Passage, Option<LanguageIdentifier>)> {
    let mut at = 0_usize;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let own = line.trim();
        if !own.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let start = u32::try_from(start).unwrap_or(u32::MAX);
            out.push((Passage::verbatim(source, own, start), None));
        }
        at += line.len();
    }
    out
}
