//! `check`: texts in one language, bilingual files, pairs and whole projects, held to the rules.
//!
//! A document that cannot be read is named and left, and all others are checked; rules for a whole project conclude
//! over what was read. Only where nothing could be read, and where settings cannot be used, does the command stop.

use std::path::{Path, PathBuf};

use super::bench::{Bench, CheckRequest, bench};
use super::glob;
use super::lone;
use super::pages;
use super::pair::{ask_once, page_bitext, pair_bitext};
use super::project::FILE;
use super::session::{Session, Stop, show};
use crate::bitext::Bitext;
use crate::diagnostic::{self, Applicability, Diagnostic, Severity};
use crate::exchange;
use crate::format;

crate::messages! { MESSAGES;
    nothing_to_check = "check-nothing" (folder);
    untranslated = "page-untranslated" (path, translation);
}

/// What `check` found.
#[derive(Debug)]
pub struct Checked {
    /// The findings, sorted by place.
    pub found: Vec<Diagnostic>,
    /// The severity from which the command fails.
    pub fail_on: Severity,
    /// How many files were looked at; those that could not be read are not among them.
    pub files: usize,
}

/// Checks what is asked for.
///
/// # Errors
///
/// Where the project or a glossary cannot be used, and where no document can be read.
pub fn check(session: &mut Session<'_>, request: &CheckRequest) -> Result<Checked, Stop> {
    let bench = bench(session, request)?;
    let (mut run, mut found) = (bench.begin(), Vec::new());
    let files = each_bitext(session, &bench, request, &mut |session, bitexts| {
        found.extend(run.check_all(session, &bitexts));
    });
    session.over();
    let files = files?;
    let mut concluded = run.conclude(session);
    if !session.unread.is_empty() {
        hold_back(&mut concluded);
    }
    found.extend(concluded);
    diagnostic::sort(&mut found);
    Ok(Checked { found, fail_on: bench.project.settings.fail_on, files })
}

/// What is usual in a project is not known while a document is missing: of the fixes that rest on it only those remain
/// that are right whatever it holds.
fn hold_back(found: &mut [Diagnostic]) {
    for fix in found.iter_mut().filter_map(|finding| finding.fix.as_mut()) {
        if fix.applicability == Applicability::Unsafe {
            fix.applicability = Applicability::Suggestion;
        }
    }
}

/// The entries of the request's glossaries that none of its texts uses.
///
/// # Errors
///
/// Where the project or a glossary cannot be used, and where no document can be read.
pub fn unused_entries(
    session: &mut Session<'_>,
    request: &CheckRequest,
) -> Result<Vec<Diagnostic>, Stop> {
    let bench = bench(session, request)?;
    let mut run = bench.begin();
    each_bitext(session, &bench, request, &mut |session, bitexts| {
        run.check_all(session, &bitexts);
    })?;
    Ok(run.unused())
}

/// What is done with the texts that are asked for, a few at a time, in order.
pub(super) type Visit<'v> = &'v mut dyn FnMut(&Session<'_>, Vec<Bitext>);

/// Reads what is asked for, in order: a pair, files, folders, the project. Answers the number of files that were read.
///
/// # Errors
///
/// Where a catalogue of the project cannot be used, and where no document can be read.
pub(super) fn each_bitext(
    session: &mut Session<'_>,
    bench: &Bench,
    request: &CheckRequest,
    visit: Visit<'_>,
) -> Result<usize, Stop> {
    let (mut files, since) = (0, session.notices.len());
    if let Some((source, target)) = &request.pair {
        // What it lacks is lacking for every page, and is said before the first.
        bench.catalogue(session)?;
        if let Ok(page) = pair_bitext(session, bench, source, Some(target)) {
            visit(session, vec![page.bitext]);
            files = 2;
        }
    }
    let here = vec![PathBuf::from(".")];
    let paths =
        if request.paths.is_empty() && request.pair.is_none() { &here } else { &request.paths };
    for (number, path) in paths.iter().enumerate() {
        session.begin_piece(number, paths.len());
        if session.files.is_folder(path) {
            files += each_of_folder(session, bench, request, path, visit)?;
        } else {
            files += lone::each(session, bench, request, std::slice::from_ref(path), visit);
        }
    }
    if files == 0 && !session.unread.is_empty() {
        ask_once(session, since);
        return Err(Stop);
    }
    Ok(files)
}

fn each_of_folder(
    session: &mut Session<'_>,
    bench: &Bench,
    request: &CheckRequest,
    folder: &Path,
    visit: Visit<'_>,
) -> Result<usize, Stop> {
    let settings = &bench.project.settings;
    let is_project = session.files.is_file(&folder.join(FILE)) || folder == Path::new(".");
    if is_project && !(settings.pages.is_empty() && settings.pairs.is_empty()) {
        return each_of_project(session, bench, visit);
    }
    let files = supported_files(session, folder);
    if files.is_empty() {
        let shown = show(folder);
        session.refuse(&shown, nothing_to_check(&shown));
    }
    Ok(lone::each(session, bench, request, &files, visit))
}

fn each_of_project(
    session: &mut Session<'_>,
    bench: &Bench,
    visit: Visit<'_>,
) -> Result<usize, Stop> {
    let settings = &bench.project.settings;
    let mut files = 0;
    let entries = pages::expand(session, bench);
    let mut pairs: Vec<(PathBuf, PathBuf)> = Vec::new();
    for pair in &settings.pairs {
        pairs.extend(glob::pairs(session, &bench.project, pair));
    }
    let pieces = entries.len() + pairs.len();
    bench.catalogue(session)?;
    for (number, entry) in entries.iter().enumerate() {
        session.begin_piece(number, pieces);
        let Ok(page) = page_bitext(session, bench, entry) else { continue };
        visit(session, vec![page.bitext]);
        files += 1 + usize::from(entry.translation.is_some());
    }
    for (number, (source, target)) in pairs.iter().enumerate() {
        session.begin_piece(entries.len() + number, pieces);
        if !session.files.is_file(target) {
            session.note(Severity::Warning, untranslated(show(source), show(target)));
            continue;
        }
        let Ok(page) = pair_bitext(session, bench, source, Some(target)) else { continue };
        visit(session, vec![page.bitext]);
        files += 2;
    }
    Ok(files)
}

/// The files below a folder that can be checked, in order; hidden ones and outputs of builds are left out.
pub(super) fn supported_files(session: &mut Session<'_>, folder: &Path) -> Vec<PathBuf> {
    let (mut out, mut open) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = open.pop() {
        for entry in session.entries(&folder) {
            let name = entry
                .path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            if name.starts_with('.') || name == "node_modules" || name == "target" {
                continue;
            }
            if entry.folder {
                open.push(entry.path);
            } else if is_supported(&name) {
                out.push(entry.path);
            }
        }
    }
    out.sort();
    out
}

fn is_supported(name: &str) -> bool {
    // What `build` writes is checked where it comes from.
    if name == "findings.jsonl" || name.starts_with("bilingual.") {
        return false;
    }
    let ending =
        name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let ending = ending.as_str();
    exchange::registry().iter().any(|format| format.meta().extensions.contains(&ending))
        || format::registry().iter().any(|format| format.meta().extensions.contains(&ending))
}
