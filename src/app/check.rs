//! `check`: texts in one language, bilingual files, pairs and whole projects, held to the rules.

use std::path::{Path, PathBuf};

use super::bench::{Bench, CheckRequest, bench};
use super::bitext::{alone, suppressions};
use super::files::Files;
use super::glob;
use super::language::lone_language;
use super::page::read;
use super::pair::{empty_page, exchange_bitext, page_bitext, pair_bitext};
use super::project::FILE;
use super::session::{Session, Stop, show};
use crate::bitext::Bitext;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::document::{Kind, Role};
use crate::exchange;
use crate::format;
use crate::text::{Passage, SourceId};

crate::messages! { MESSAGES;
    nothing_to_check = "check-nothing" (folder);
    language_guessed = "check-language" (path, lang);
    untranslated = "page-untranslated" (path, translation);
}

/// What `check` found.
#[derive(Debug)]
pub struct Checked {
    /// The findings, sorted by place.
    pub found: Vec<Diagnostic>,
    /// The severity from which the command fails.
    pub fail_on: Severity,
    /// How many files were looked at.
    pub files: usize,
}

/// Checks what is asked for.
///
/// # Errors
///
/// Where a file, the project or a glossary cannot be used.
pub fn check(session: &mut Session<'_>, request: &CheckRequest) -> Result<Checked, Stop> {
    let bench = bench(session, request)?;
    let mut found = Vec::new();
    let mut files = 0;
    if let Some((source, target)) = &request.pair {
        found.extend(check_pair(session, &bench, source, target)?);
        files = 2;
    }
    let here = vec![PathBuf::from(".")];
    let paths =
        if request.paths.is_empty() && request.pair.is_none() { &here } else { &request.paths };
    for path in paths {
        if session.files.is_folder(path) {
            files += check_folder(session, &bench, request, path, &mut found)?;
        } else {
            found.extend(check_file(session, &bench, request, path)?);
            files += 1;
        }
    }
    diagnostic::sort(&mut found);
    Ok(Checked { found, fail_on: bench.project.settings.fail_on, files })
}

fn check_folder(
    session: &mut Session<'_>,
    bench: &Bench,
    request: &CheckRequest,
    folder: &Path,
    found: &mut Vec<Diagnostic>,
) -> Result<usize, Stop> {
    let settings = &bench.project.settings;
    let is_project = session.files.is_file(&folder.join(FILE)) || folder == Path::new(".");
    if is_project && !(settings.pages.is_empty() && settings.pairs.is_empty()) {
        return check_project(session, bench, found);
    }
    let files = supported_files(session.files, folder);
    if files.is_empty() {
        return Err(session.stop(nothing_to_check(show(folder))));
    }
    for path in &files {
        found.extend(check_file(session, bench, request, path)?);
    }
    Ok(files.len())
}

fn check_project(
    session: &mut Session<'_>,
    bench: &Bench,
    found: &mut Vec<Diagnostic>,
) -> Result<usize, Stop> {
    let settings = &bench.project.settings;
    let mut files = 0;
    for entry in &settings.pages {
        let page = page_bitext(session, bench, entry)?;
        found.extend(bench.run(session, &page.bitext).1);
        files += 1 + usize::from(entry.translation.is_some());
    }
    for pair in &settings.pairs {
        for (source, target) in glob::pairs(session.files, &bench.project, pair) {
            if !session.files.is_file(&target) {
                session.note(Severity::Warning, untranslated(show(&source), show(&target)));
                continue;
            }
            found.extend(check_pair(session, bench, &source, &target)?);
            files += 2;
        }
    }
    Ok(files)
}

fn check_pair(
    session: &mut Session<'_>,
    bench: &Bench,
    source: &Path,
    target: &Path,
) -> Result<Vec<Diagnostic>, Stop> {
    let page = pair_bitext(session, bench, source, Some(target))?;
    Ok(bench.run(session, &page.bitext).1)
}

fn check_file(
    session: &mut Session<'_>,
    bench: &Bench,
    request: &CheckRequest,
    path: &Path,
) -> Result<Vec<Diagnostic>, Stop> {
    let id = session.open(path)?;
    let bitext = match exchange::of(session.sources.get(id)) {
        Some(_) => exchange_bitext(session, &bench.project, id)?,
        None => lone_bitext(session, request, path, id),
    };
    Ok(bench.run(session, &bitext).1)
}

/// A text in one language as a bitext of one side.
fn lone_bitext(
    session: &mut Session<'_>,
    request: &CheckRequest,
    path: &Path,
    id: SourceId,
) -> Bitext {
    let document = read(session, id);
    let lang = lone_language(request.over.source.as_ref(), path, &document);
    session.detail(language_guessed(show(path), &lang));
    if document.blocks.is_empty() {
        session.note(Severity::Warning, empty_page(show(path)));
    }
    let blocks = document.blocks.iter().enumerate().map(|(at, block)| {
        let kind = block.kind.unwrap_or(if at == 0 { Kind::Title } else { Kind::Paragraph });
        (block.passage.clone(), kind, block.role.unwrap_or(Role::Body))
    });
    let paragraphs: Vec<(Passage, Kind, Role)> = blocks.collect();
    let mut bitext = alone(paragraphs, &lang);
    bitext.suppressions = suppressions(&document);
    bitext
}

/// The files below a folder that can be checked, in order; hidden ones and outputs of builds are left out.
fn supported_files(files: &dyn Files, folder: &Path) -> Vec<PathBuf> {
    let (mut out, mut open) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = open.pop() {
        for entry in files.list(&folder).unwrap_or_default() {
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
