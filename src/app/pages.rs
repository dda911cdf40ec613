//! Which pages `build` builds: those that the project names, patterns filled in, or those of a folder.

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::bench::Bench;
use super::check::supported_files;
use super::glob;
use super::session::{Session, show};
use super::twin::{alternates, is_page, originals};
use crate::config::{Given, PageEntry};
use crate::diagnostic::Severity;
use crate::format;
use crate::text::{SourceFile, SourceId};

crate::messages! { MESSAGES;
    none_fit = "build-no-page-fits" (pattern);
    untranslated = "build-page-untranslated" (source, target);
}

/// The project's pages with the files that patterns stand for, in the order of the project file, then of the paths.
pub(super) fn expand(session: &mut Session<'_>, bench: &Bench) -> Vec<PageEntry> {
    let mut out = Vec::new();
    for entry in &bench.project.settings.pages {
        if !glob::is_pattern(&entry.source.value) {
            out.push(entry.clone());
            continue;
        }
        let translation = entry.translation.as_ref().map(|given| given.value.as_str());
        let found = glob::pages(session, &bench.project, &entry.source.value, translation);
        let mut pages: Vec<(PathBuf, Option<PathBuf>)> =
            found.into_iter().filter(|(path, _)| is_page(path)).collect();
        if translation.is_none() {
            // The pattern may fit the translations, too.
            let all: Vec<PathBuf> = pages.iter().map(|(path, _)| path.clone()).collect();
            let named = named(session, &bench.project.folder, &all);
            let kept = originals(session.files, &all, languages(bench), &named);
            pages.retain(|(path, _)| kept.contains(path));
        }
        if pages.is_empty() {
            session.note(Severity::Warning, none_fit(entry.source.value.clone()));
        }
        out.extend(
            pages.into_iter().map(|(path, translation)| of_pattern(session, &path, translation)),
        );
    }
    out
}

/// A page that a pattern fits; where its translation is not there yet, its rows are left open.
fn of_pattern(session: &mut Session<'_>, path: &Path, translation: Option<PathBuf>) -> PageEntry {
    let translation = translation.filter(|target| {
        let there = session.files.is_file(target);
        if !there {
            session.note(Severity::Warning, untranslated(show(path), show(target)));
        }
        there
    });
    PageEntry { source: given(path), translation: translation.map(|target| given(&target)) }
}

/// The pages of a folder that is no project: each file of a page's format that is no other one's translation.
pub(super) fn of_folder(session: &mut Session<'_>, bench: &Bench, folder: &Path) -> Vec<PageEntry> {
    // What pages and settings name is written without the current folder before it.
    let plain = |path: &Path| path.strip_prefix(".").unwrap_or(path).to_path_buf();
    let (folder, out) = (plain(folder), plain(&bench.project.out_dir()));
    let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
    let files = supported_files(session, listed);
    let all: Vec<PathBuf> = files
        .iter()
        .map(|path| plain(path))
        .filter(|path| is_page(path) && !path.starts_with(&out))
        .collect();
    let named = named(session, &folder, &all);
    let kept = originals(session.files, &all, languages(bench), &named);
    kept.iter().map(|path| PageEntry { source: given(path), translation: None }).collect()
}

/// The languages that are translated from and into, where the settings name them.
fn languages(bench: &Bench) -> (Option<&LanguageIdentifier>, Option<&LanguageIdentifier>) {
    let settings = &bench.project.settings;
    (settings.source.as_ref(), settings.target.as_ref())
}

/// What the pages say of their other languages. Pages that cannot be read are reported where they are built.
fn named(
    session: &Session<'_>,
    root: &Path,
    all: &[PathBuf],
) -> Vec<(PathBuf, LanguageIdentifier)> {
    let read = |path: &PathBuf| {
        let bytes = session.files.read(path, session.page_limit).ok()?;
        let file = SourceFile::decode(show(path), &bytes);
        let (document, _) = format::of(&file).read(SourceId::new(0), &file);
        Some(alternates(root, path, &document))
    };
    all.iter().filter_map(read).flatten().collect()
}

/// A path as it is to be opened, whatever the project's folder.
fn given(path: &Path) -> Given<String> {
    Given { value: show(path), at: None }
}
