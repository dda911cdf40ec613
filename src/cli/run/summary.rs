//! What a command did, in a few lines that end with the next step.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::{Built, BuiltPage, Fixed};
use crate::bitext::{Origin, Unit};
use crate::diagnostic::{Applicability, Severity};
use crate::document::Role;
use crate::glossary::Glossary;
use crate::l10n::Localizer;
use crate::message::Message;

crate::messages! { MESSAGES;
    rows = "summary-rows" (rows, open);
    chrome = "summary-chrome" (lines, open);
    nothing_found = "summary-nothing-found" ();
    found = "summary-found" (errors, warnings, infos);
    mendable = "summary-mendable" (count);
    written = "summary-written" (folder, names);
    index = "summary-index" (pages, path);
    next_translate = "summary-next-translate" (path);
    next_look = "summary-next-look" (path);
    next_patch = "summary-next-patch" (command);
    mended = "summary-mended" (count, files);
    nothing_mended = "summary-nothing-mended" ();
    nothing_mended_unsafe = "summary-nothing-mended-unsafe" ();
    refused = "summary-refused" (count);
    glossary_size = "summary-glossary" (concepts, terms);
    converted_into = "summary-converted" (count, path);
    begun_with = "summary-begun" (names);
}

/// The summary of `build`.
pub(super) fn built(built: &Built, l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    for (at, page) in built.pages.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        for message in page_lines(page) {
            writeln!(out, "{}", l10n.text(&message))?;
        }
    }
    if let Some(path) = &built.index {
        writeln!(out, "\n{}", l10n.text(&index(built.pages.len(), shown(path))))?;
    }
    Ok(())
}

fn page_lines(page: &BuiltPage) -> Vec<Message> {
    let of = |role| page.bitext.units.iter().filter(move |unit: &&Unit| unit.role == role);
    let open = |unit: &&Unit| unit.source.is_none() || unit.target.is_none();
    let mut lines = vec![rows(of(Role::Body).count(), of(Role::Body).filter(open).count())];
    let lines_of_chrome = of(Role::Chrome).count();
    if lines_of_chrome > 0 {
        let unknown = of(Role::Chrome).filter(|unit| unit.origin == Origin::Open).count();
        lines.push(chrome(lines_of_chrome, unknown));
    }
    let count = |severity| page.found.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, infos) =
        (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    lines.push(if page.found.is_empty() {
        nothing_found()
    } else {
        found(errors, warnings, infos)
    });
    let safe = page.mended.iter().filter(|mended| **mended).count();
    if safe > 0 {
        lines.push(mendable(safe));
    }
    let paths: Vec<PathBuf> = page.written.iter().map(|written| written.path.clone()).collect();
    if let Some(folder) = paths.first().and_then(|path| path.parent()) {
        lines.push(written(shown(folder), super::names(&paths)));
    }
    lines.push(next(page, safe));
    lines
}

/// The next step: translate what is open, apply what is safe, look at the rest.
fn next(page: &BuiltPage, safe: usize) -> Message {
    let path_of = |format: &str| {
        page.written
            .iter()
            .find(|written| written.format == format)
            .map(|written| shown(&written.path))
    };
    let look = || {
        path_of("html")
            .or_else(|| path_of("md"))
            .or_else(|| page.written.first().map(|written| shown(&written.path)))
    };
    if page.translation.is_none() {
        return next_translate(look().unwrap_or_default());
    }
    match path_of("diff") {
        Some(diff) if safe > 0 => next_patch(match &page.patch_from {
            Some(folder) => format!("patch -d {} -p1 < {diff}", shown(folder)),
            None => format!("patch -p1 < {diff}"),
        }),
        _ => next_look(look().unwrap_or_default()),
    }
}

/// The summary of `fix`.
pub(super) fn fixed(fixed: &Fixed, l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    let message = match fixed.mended {
        0 if fixed.least < Applicability::Safe => nothing_mended_unsafe(),
        0 => nothing_mended(),
        count => mended(count, fixed.diffs.len()),
    };
    writeln!(out, "{}", l10n.text(&message))?;
    match fixed.refused {
        0 => Ok(()),
        count => writeln!(out, "{}", l10n.text(&refused(count))),
    }
}

/// The summary of `glossary check`.
pub(super) fn glossary(
    glossary: &Glossary,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    let terms: usize = glossary.concepts.iter().map(|concept| concept.terms.len()).sum();
    writeln!(out, "{}", l10n.text(&glossary_size(glossary.concepts.len(), terms)))
}

/// The summary of `glossary convert`.
pub(super) fn converted(
    concepts: usize,
    path: &Path,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", l10n.text(&converted_into(concepts, shown(path))))
}

/// The summary of `init`.
pub(super) fn begun(written: &[PathBuf], l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", l10n.text(&begun_with(super::names(written))))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
