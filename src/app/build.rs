//! `build`: a page from file to bilingual edition.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::bench::{Bench, CheckRequest, bench};
use super::mend::{Changed, Mending, Overlay, Seen};
use super::outputs::{self, BuiltPage};
use super::pages;
use super::pair::{PageBitext, ask_once, page_bitext};
use super::project::{self, FILE, find_project};
use super::session::{Session, Stop, show};
use crate::config::{Given, PageEntry};
use crate::diagnostic::{self, Applicability, Diagnostic, Severity};
use crate::fix;
use crate::rule::Scanned;
use crate::text::Location;

crate::messages! { MESSAGES;
    no_pages = "build-no-pages" (path);
}

/// What `build` did.
#[derive(Debug)]
pub struct Built {
    /// Its pages.
    pub pages: Vec<BuiltPage>,
    /// The page that leads to the pages' editions, where there are several.
    pub index: Option<PathBuf>,
    /// The severity from which `build --strict` fails.
    pub fail_on: Severity,
}

/// Builds the bilingual editions of a project (a folder, or its project file) or of a page alone. A page that cannot be
/// built is named and left.
///
/// # Errors
///
/// Where settings cannot be used, no page can be built, or an output cannot be written.
pub fn build(
    session: &mut Session<'_>,
    request: &CheckRequest,
    path: &Path,
) -> Result<Built, Stop> {
    let is_folder = session.files.is_folder(path);
    let is_project = path.file_name().is_some_and(|name| name == FILE)
        || is_folder && (request.config.is_some() || find_project(session, path).is_some());
    let (bench, entries) = if is_project {
        let bench = project_bench(session, request, path)?;
        let entries = pages::expand(session, &bench);
        (bench, entries)
    } else if is_folder {
        let bench = page_bench(session, request, path, &path.join("out"))?;
        let entries = pages::of_folder(session, &bench, path);
        if entries.is_empty() {
            // A folder of no pages was most likely meant to be a project.
            project::require(session, path)?;
        }
        (bench, entries)
    } else {
        let folder = path.parent().unwrap_or(Path::new("")).join("out");
        let bench = page_bench(session, request, path, &folder)?;
        let entry = entry_of(&bench, path);
        (bench, vec![entry])
    };
    if entries.is_empty() {
        return Err(session.stop(no_pages(show(&bench.project.folder.join(FILE)))));
    }
    let checked = check_pages(session, &bench, &entries);
    session.over();
    let (good, mut checked): (Vec<&PageEntry>, Vec<CheckedPage>) = checked?.into_iter().unzip();
    choose_fixes(session, &bench, &good, &mut checked);
    let mut pages = Vec::new();
    for (entry, page) in good.into_iter().zip(checked) {
        let folder = out_folder(&bench, entry, &entries);
        pages.push(finish(session, &bench, page, &folder)?);
    }
    let index = match pages.len() {
        0 | 1 => None,
        _ => outputs::write_index(session, &bench, &pages)?,
    };
    Ok(Built { pages, index, fail_on: bench.project.settings.fail_on })
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

/// A page alone is a project of one page, and a folder without a project file one of its pages; a project file above
/// still gives the settings, not the pages.
fn page_bench(
    session: &mut Session<'_>,
    request: &CheckRequest,
    path: &Path,
    out: &Path,
) -> Result<Bench, Stop> {
    let request = CheckRequest { paths: vec![path.to_path_buf()], ..request.clone() };
    let mut bench = bench(session, &request)?;
    let settings = &mut bench.project.settings;
    if settings.out_dir.at.is_none() && request.over.out_dir.is_none() {
        settings.out_dir = Given { value: show(out), at: None };
    }
    Ok(bench)
}

/// A page by its path; the project's own entry for it knows its translation.
fn entry_of(bench: &Bench, path: &Path) -> PageEntry {
    let pages = &bench.project.settings.pages;
    let own = pages.iter().find(|entry| bench.project.folder.join(&entry.source.value) == path);
    let given = Given { value: show(path), at: None };
    own.cloned().unwrap_or(PageEntry { source: given, translation: None })
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

/// A page with what is found in it; its outputs are written when the last page is checked.
struct CheckedPage {
    page: PageBitext,
    scanned: Scanned,
    found: Vec<Diagnostic>,
    /// Places of the edits that are made in its translation.
    edits: BTreeSet<Location>,
}

/// The pages that can be built, with their entries.
fn check_pages<'e>(
    session: &mut Session<'_>,
    bench: &Bench,
    entries: impl IntoIterator<Item = &'e PageEntry>,
) -> Result<Vec<(&'e PageEntry, CheckedPage)>, Stop> {
    let entries: Vec<&PageEntry> = entries.into_iter().collect();
    let mut run = bench.begin();
    let (mut good, mut checked) = (Vec::new(), Vec::new());
    // What it lacks is lacking for every page, and is said before the first.
    bench.catalogue(session)?;
    let since = session.notices.len();
    for (number, entry) in entries.iter().enumerate() {
        session.begin_piece(number, entries.len());
        let Ok(page) = page_bitext(session, bench, entry) else { continue };
        let (scanned, found) = run.check(session, &page.bitext);
        good.push(*entry);
        checked.push(CheckedPage { page, scanned, found, edits: BTreeSet::new() });
    }
    if good.is_empty() {
        ask_once(session, since);
        return Err(Stop);
    }
    share(run.conclude(session), &mut checked);
    Ok(good.into_iter().zip(checked).collect())
}

/// Chooses the safe fixes to be made, as `fix` does: those that bring no new finding. The others become suggestions.
///
/// The page itself is the source: only its translation is corrected here.
fn choose_fixes(
    session: &Session<'_>,
    bench: &Bench,
    entries: &[&PageEntry],
    pages: &mut [CheckedPage],
) {
    let translations: BTreeSet<String> = pages
        .iter()
        .filter_map(|it| it.page.translation)
        .map(|id| session.sources.get(id).path.clone())
        .collect();
    let look = |changed: &Changed| {
        let overlay = Overlay::new(session.files, changed);
        let mut trial = session.again(&overlay);
        let pages = check_pages(&mut trial, bench, entries.iter().copied()).ok()?;
        // An edit after which a page cannot be built any more is none to be made.
        let whole = pages.len() == entries.len();
        let found = pages.into_iter().flat_map(|(_, page)| page.found).collect();
        whole.then_some(Seen { found, sources: trial.sources, rest: () })
    };
    let found = pages.iter().flat_map(|page| &page.found).cloned().collect();
    let mut mending = Mending {
        look: &look,
        may_change: &|file| translations.contains(&file.path),
        least: Applicability::Safe,
        seen: Seen { found, sources: session.sources.clone(), rest: () },
        changed: Changed::new(),
    };
    let round = mending.round();
    let has = |list: &[usize], number| list.binary_search(&number).is_ok();
    let mut numbers = 0..;
    for page in pages {
        for (finding, number) in page.found.iter_mut().zip(&mut numbers) {
            let Some(fix) = &mut finding.fix else { continue };
            if has(&round.accepted, number) {
                page.edits.extend(fix.edits.iter().map(|edit| edit.at));
            } else if has(&round.refused, number) {
                fix.applicability = Applicability::Suggestion;
            }
        }
    }
}

/// Gives each page the findings that only all pages together show; what is in no page (a glossary) goes to the first.
fn share(found: Vec<Diagnostic>, pages: &mut [CheckedPage]) {
    for finding in found {
        let file = finding.primary.at.source;
        let is_own = |it: &CheckedPage| it.page.source == file || it.page.translation == Some(file);
        let own = pages.iter().position(is_own).unwrap_or_default();
        if let Some(page) = pages.get_mut(own) {
            page.found.push(finding);
        }
    }
    for page in pages {
        diagnostic::sort(&mut page.found);
    }
}

/// Writes a page's outputs.
fn finish(
    session: &mut Session<'_>,
    bench: &Bench,
    checked: CheckedPage,
    folder: &Path,
) -> Result<BuiltPage, Stop> {
    let CheckedPage { page, scanned, found, edits } = checked;
    let plan = fix::plan_where(&found, Applicability::Safe, |edit| edits.contains(&edit.at));
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
