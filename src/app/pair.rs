//! A page and its translation, or a bilingual file, as a bitext.

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::align::say_moved;
use super::bench::Bench;
use super::bitext::{all_of, body_of, of_bodies, suppressions};
use super::chrome;
use super::language::{detected, language_of_name};
use super::page::{SplitPage, read, split_page};
use super::project::Project;
use super::session::{Notes, Notice, Session, Stop, show};
use super::twin::twin;
use crate::bitext::Bitext;
use crate::config::PageEntry;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, Role};
use crate::exchange::{self, Languages};
use crate::format;
use crate::lang;
use crate::text::{SourceId, Sources};

crate::messages! { MESSAGES;
    no_target = "build-no-target-language" (path);
    no_source = "build-no-source-language" (path);
    same_language = "build-same-language" (path, lang);
    needs_languages = "check-needs-languages" (path);
    empty_page = "page-empty" (path);
    no_article = "page-no-article" (path);
    not_parallel = "align-not-parallel" (source, target);
    translation_found = "build-translation-found" (source, target);
}

/// What may be wrong with the languages of a page.
const OF_LANGUAGES: [&str; 3] =
    ["build-no-target-language", "build-no-source-language", "build-same-language"];

/// A page's bitext with the files it comes from.
#[derive(Debug)]
pub(super) struct PageBitext {
    pub(super) bitext: Bitext,
    pub(super) source: SourceId,
    pub(super) translation: Option<SourceId>,
}

/// The bitext of a page entry.
pub(super) fn page_bitext(
    session: &mut Session<'_>,
    bench: &Bench,
    entry: &PageEntry,
) -> Result<PageBitext, Stop> {
    let source = bench.project.path_of(&entry.source);
    let translation = entry.translation.as_ref().map(|given| bench.project.path_of(given));
    pair_bitext(session, bench, &source, translation.as_deref())
}

/// The page's file in the target language, where the page or its name leads to one.
fn other_language(
    session: &mut Session<'_>,
    bench: &Bench,
    source: &Path,
    document: &Document,
) -> Option<PathBuf> {
    let settings = &bench.project.settings;
    let mut wanted: Vec<LanguageIdentifier> = settings.target.iter().cloned().collect();
    if wanted.is_empty() {
        let own = settings.source.clone().or_else(|| language_of_name(source));
        let own = own.or_else(|| document.lang.clone())?;
        let named = document.alternates.iter().map(|(lang, _)| lang);
        let others = named.chain(&bench.glossary.languages).chain(&settings.chrome_lang);
        wanted.extend(others.filter(|other| !lang::same(other, &own)).cloned());
    }
    let root = if bench.project.folder.as_os_str().is_empty() {
        source.parent().unwrap_or(Path::new(""))
    } else {
        &bench.project.folder
    };
    let found = wanted.iter().find_map(|lang| twin(session.files, root, source, document, lang))?;
    session.detail(translation_found(show(source), show(&found)));
    Some(found)
}

/// The bitext of a page and its translation, which is looked for where nobody names it.
pub(super) fn pair_bitext(
    session: &mut Session<'_>,
    bench: &Bench,
    source: &Path,
    translation: Option<&Path>,
) -> Result<PageBitext, Stop> {
    let settings = &bench.project.settings;
    let mut page =
        split_page(session, source, settings.source.as_ref(), settings.chrome_lang.as_ref())?;
    if page.blocks.is_empty() {
        let shown = show(source);
        return Err(session.refuse(&shown, empty_page(&shown)));
    }
    let sought = match translation {
        Some(_) => None,
        None => other_language(session, bench, source, &page.document),
    };
    let translation = translation.or(sought.as_deref());
    let target = translation.map(|path| session.open_page(path)).transpose()?;
    let langs = languages(session, bench, &page, source, translation)?;
    let chrome_lang = settings.chrome_lang.clone().unwrap_or_else(|| langs.1.clone());
    if settings.source.is_none() || settings.chrome_lang.is_none() {
        // Now that the languages are known the page is split by them.
        let options =
            crate::page::Options { body_lang: Some(&langs.0), chrome_lang: Some(&chrome_lang) };
        page.blocks = crate::page::split(&page.document, &options);
    }
    let mut bitext = if let Some(target) = target {
        translated(session, bench, &page, target, (&langs.0, &langs.1))?
    } else {
        let body = body_of(&page, &langs.0, &session.segmenters.of(&langs.0));
        of_bodies(&body, None, (&langs.0, &langs.1), (&bench.glossary, &|_| ())).0
    };
    let catalogue = bench.catalogue(session)?;
    chrome::add(&mut bitext, &page, &chrome_lang, catalogue);
    bitext.suppressions.extend(suppressions(&page.document));
    Ok(PageBitext { bitext, source: page.source, translation: target })
}

/// The body of a page against its translation.
fn translated(
    session: &mut Session<'_>,
    bench: &Bench,
    page: &SplitPage,
    target: SourceId,
    langs: (&LanguageIdentifier, &LanguageIdentifier),
) -> Result<Bitext, Stop> {
    let file = session.sources.get(target);
    if exchange::of(file).is_some() {
        return exchange_bitext(session, &bench.project, target);
    }
    let document = read(session, target);
    let is_html = format::of(session.sources.get(target)).meta().name == "html";
    let segmenter = session.segmenters.of(langs.1);
    let other = if is_html {
        let options = crate::page::Options { body_lang: Some(langs.1), chrome_lang: None };
        let blocks = crate::page::split(&document, &options);
        let page = SplitPage { source: target, document: document.clone(), blocks };
        body_of(&page, langs.1, &segmenter)
    } else {
        all_of(&document, langs.1, &segmenter)
    };
    let path = session.sources.get(target).path.clone();
    if other.is_empty() {
        let why = if document.blocks.is_empty() { empty_page(&path) } else { no_article(&path) };
        return Err(session.refuse(&path, why));
    }
    let body = body_of(page, langs.0, &session.segmenters.of(langs.0));
    let watch = |share: f32| session.tell(share);
    let (mut bitext, aligned) = of_bodies(&body, Some(&other), langs, (&bench.glossary, &watch));
    if !aligned.parallel {
        let own = session.sources.get(page.source).path.clone();
        session.note(Severity::Warning, not_parallel(own, path));
    }
    say_moved(session, &aligned, [body.segments(), other.segments()]);
    bitext.suppressions.extend(suppressions(&document));
    Ok(bitext)
}

/// A bilingual file as a bitext.
pub(super) fn exchange_bitext(
    session: &mut Session<'_>,
    project: &Project,
    id: SourceId,
) -> Result<Bitext, Stop> {
    let mut notes = Notes::default();
    let bitext = read_exchange(&session.sources, project, id, &mut notes);
    if bitext.is_err() {
        let path = session.sources.get(id).path.clone();
        return Err(session.leave(&path, notes.notices));
    }
    session.take_notes(notes);
    bitext
}

/// As [`exchange_bitext`], for files that are looked at side by side.
pub(super) fn read_exchange(
    sources: &Sources,
    project: &Project,
    id: SourceId,
    notes: &mut Notes,
) -> Result<Bitext, Stop> {
    let settings = &project.settings;
    let languages =
        Languages { source: settings.source.as_ref(), target: settings.target.as_ref() };
    let file = sources.get(id);
    let Some(format) = exchange::of(file) else {
        return Err(notes.stop(needs_languages(&file.path)));
    };
    match format.read(id, file, languages) {
        Ok(read) => {
            if !read.faults.is_empty() {
                notes.incomplete = true;
                notes.say_all(read.faults);
            }
            Ok(read.bitext)
        }
        Err(refusal) => {
            let fault = Diagnostic::new("unreadable", Severity::Error, refusal.at, refusal.message);
            notes.say_all(vec![fault]);
            Err(Stop)
        }
    }
}

/// The languages of body and translation: said, declared, named by the path, else detected.
fn languages(
    session: &mut Session<'_>,
    bench: &Bench,
    page: &SplitPage,
    source: &Path,
    translation: Option<&Path>,
) -> Result<(LanguageIdentifier, LanguageIdentifier), Stop> {
    let settings = &bench.project.settings;
    let own = settings
        .source
        .clone()
        .or_else(|| language_of_name(source))
        .or_else(|| body_language(page))
        .or_else(|| page.document.lang.clone())
        .or_else(|| detected(&page.document));
    let shown = show(source);
    let Some(own) = own else { return Err(session.refuse(&shown, no_source(&shown))) };
    let other = settings
        .target
        .clone()
        .or_else(|| translation.and_then(language_of_name))
        .or_else(|| settings.chrome_lang.clone())
        .or_else(|| chrome_language(page))
        .filter(|found| !lang::same(found, &own))
        .or_else(|| {
            bench.glossary.languages.iter().find(|found| !lang::same(found, &own)).cloned()
        });
    if settings.target.as_ref().is_some_and(|target| lang::same(target, &own)) {
        return Err(session.refuse(&shown, same_language(&shown, &own)));
    }
    match other {
        Some(other) => Ok((own, other)),
        None => Err(session.refuse(&shown, no_target(&shown))),
    }
}

/// Where no document could be used and all lack the same language, that is a setting for all, and is asked for once:
/// of what was said since a number of notices, the first remains.
pub(super) fn ask_once(session: &mut Session<'_>, since: usize) {
    let errors = session.notices.iter().skip(since).filter(|notice| notice.is_error());
    let id = |notice: &Notice| match notice {
        Notice::Plain(_, message) if OF_LANGUAGES.contains(&message.id) => Some(message.id),
        _ => None,
    };
    let mut ids = errors.map(id);
    let first = ids.next().flatten();
    if first.is_none() || !ids.all(|id| id == first) {
        return;
    }
    let mut errors = 0;
    let mut said = session.notices.split_off(since);
    said.retain(|notice| {
        errors += usize::from(notice.is_error());
        !notice.is_error() || errors == 1
    });
    session.notices.extend(said);
}

fn body_language(page: &SplitPage) -> Option<LanguageIdentifier> {
    longest(page, Role::Body)
}

fn chrome_language(page: &SplitPage) -> Option<LanguageIdentifier> {
    longest(page, Role::Chrome)
}

/// The language of the longest block of a region.
fn longest(page: &SplitPage, role: Role) -> Option<LanguageIdentifier> {
    let own = page.blocks.iter().filter(|block| block.role == role && block.lang.is_some());
    own.max_by_key(|block| page.passage(block).map_or(0, |passage| passage.text.len()))?
        .lang
        .clone()
}
