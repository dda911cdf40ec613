//! `build`: a page from file to bilingual edition.

use std::path::{Path, PathBuf};

use super::bench::{Bench, CheckRequest, bench};
use super::outputs::{self, BuiltPage};
use super::pair::{PageBitext, page_bitext};
use super::project::{self, FILE};
use super::session::{Session, Stop, show};
use crate::config::{Given, PageEntry};
use crate::diagnostic::{Applicability, Edit, Severity};
use crate::fix;

crate::messages! { MESSAGES;
    no_pages = "build-no-pages" (path);
}

/// What `build` did.
#[derive(Debug)]
pub struct Built {
    /// Its pages.
    pub pages: Vec<BuiltPage>,
    /// The severity from which `build --strict` fails.
    pub fail_on: Severity,
}

/// Builds the bilingual editions of a project (a folder, or its project file) or of a page alone.
///
/// # Errors
///
/// Where an input cannot be used or an output cannot be written.
pub fn build(
    session: &mut Session<'_>,
    request: &CheckRequest,
    path: &Path,
) -> Result<Built, Stop> {
    let is_project =
        session.files.is_folder(path) || path.file_name().is_some_and(|name| name == FILE);
    let bench = if is_project {
        project_bench(session, request, path)?
    } else {
        page_bench(session, request, path)?
    };
    if bench.project.settings.pages.is_empty() {
        return Err(session.stop(no_pages(show(&bench.project.folder.join(FILE)))));
    }
    let entries = bench.project.settings.pages.clone();
    let mut pages = Vec::new();
    for entry in &entries {
        let page = page_bitext(session, &bench, entry)?;
        let folder = out_folder(&bench, entry, &entries);
        pages.push(finish(session, &bench, page, &folder)?);
    }
    Ok(Built { pages, fail_on: bench.project.settings.fail_on })
}

fn project_bench(
    session: &mut Session<'_>,
    request: &CheckRequest,
    path: &Path,
) -> Result<Bench, Stop> {
    let file = match &request.config {
        Some(config) => config.clone(),
        None if session.files.is_folder(path) => project::require(session, path)?,
        None => path.to_path_buf(),
    };
    let project = project::load(session, Some(&file), request.over.clone())?;
    Bench::new(session, project)
}

/// A page alone is a project of one page; a project file above it still gives the settings, not the pages.
fn page_bench(
    session: &mut Session<'_>,
    request: &CheckRequest,
    path: &Path,
) -> Result<Bench, Stop> {
    let request = CheckRequest { paths: vec![path.to_path_buf()], ..request.clone() };
    let mut bench = bench(session, &request)?;
    let given = |path: &Path| Given { value: show(path), at: None };
    let settings = &mut bench.project.settings;
    // The project's own entry for this page knows its translation.
    let own = settings
        .pages
        .iter()
        .find(|entry| bench.project.folder.join(&entry.source.value) == path)
        .cloned();
    settings.pages = vec![own.unwrap_or(PageEntry { source: given(path), translation: None })];
    if settings.out_dir.at.is_none() && request.over.out_dir.is_none() {
        let folder = path.parent().unwrap_or(Path::new(""));
        settings.out_dir = given(&folder.join("out"));
    }
    Ok(bench)
}

/// Where a page's outputs go: the output folder itself for the only page, else a folder of the page's name in it; pages of
/// one name are told apart by their whole paths.
fn out_folder(bench: &Bench, entry: &PageEntry, all: &[PageEntry]) -> PathBuf {
    let folder = bench.project.out_dir();
    if all.len() < 2 {
        return folder;
    }
    let stem = |entry: &PageEntry| {
        let stem = Path::new(&entry.source.value).file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    };
    let own = stem(entry);
    if all.iter().filter(|other| stem(other) == own).count() < 2 {
        return folder.join(own);
    }
    let parts = entry.source.value.split(['/', '\\', '.']).filter(|part| !part.is_empty());
    folder.join(parts.collect::<Vec<_>>().join("-"))
}

/// Checks a page and writes its outputs.
fn finish(
    session: &mut Session<'_>,
    bench: &Bench,
    page: PageBitext,
    folder: &Path,
) -> Result<BuiltPage, Stop> {
    let (scanned, found) = bench.run(session, &page.bitext);
    // The page itself is the source: only its translation is corrected here.
    let in_translation = |edit: &Edit| Some(edit.at.source) == page.translation;
    let plan = fix::plan_where(&found, Applicability::Safe, in_translation);
    let fixed = page.translation.map(|id| {
        let edits = plan.edits.get(&id).map(Vec::as_slice).unwrap_or_default();
        fix::apply(&session.sources.get(id).text, edits)
    });
    let mut built = BuiltPage {
        bitext: page.bitext,
        source: page.source,
        translation: page.translation,
        scanned,
        found,
        mended: plan.mended.clone(),
        fixed,
        written: Vec::new(),
        patch_from: bench.project.folder.is_absolute().then(|| bench.project.folder.clone()),
    };
    built.written = outputs::write(session, bench, &built, &plan, folder)?;
    Ok(built)
}
