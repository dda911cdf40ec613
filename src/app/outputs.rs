//! The files that `build` writes for a page.

use std::path::{Path, PathBuf};

use super::bench::Bench;
use super::session::{Session, Stop, show};
use crate::bitext::{Bitext, Unit};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::diff;
use crate::document::{Kind, Role};
use crate::exchange::{self, WriteContext};
use crate::fix::{self, Plan};
use crate::l10n::Localizer;
use crate::render::{self, IndexEntry, RenderContext};
use crate::report::{self, ReportContext};
use crate::rule::Scanned;
use crate::text::{Location, Passage, SourceFile, SourceId, Span};

/// What became of one page.
#[derive(Debug)]
pub struct BuiltPage {
    /// The page and its translation, face to face.
    pub bitext: Bitext,
    /// The page's file.
    pub source: SourceId,
    /// The translation's file.
    pub translation: Option<SourceId>,
    /// The glossary's terms in it.
    pub scanned: Scanned,
    /// The findings.
    pub found: Vec<Diagnostic>,
    /// For each finding: does the fixed form mend it?
    pub mended: Vec<bool>,
    /// The translation's text with the safe fixes made.
    pub fixed: Option<String>,
    /// The files written.
    pub written: Vec<Written>,
    /// The folder that `translation.diff` is to be applied from, where it is not the current one: `patch` refuses
    /// absolute paths.
    pub patch_from: Option<PathBuf>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its format, as the project file names it.
    pub format: String,
    /// Where it is.
    pub path: PathBuf,
}

/// Writes every output that the settings ask for. All are made before the first is written.
pub(super) fn write(
    session: &mut Session<'_>,
    bench: &Bench,
    page: &BuiltPage,
    plan: &Plan,
    folder: &Path,
) -> Result<Vec<Written>, Stop> {
    let settings = &bench.project.settings;
    let l10n = Localizer::new(settings.out_lang.as_ref().unwrap_or(&page.bitext.source_lang));
    let fixed: Vec<Option<String>> =
        page.bitext.units.iter().map(|unit| fixed_target(unit, plan)).collect();
    let title = title(&page.bitext, session.sources.get(page.source));
    let cx = RenderContext {
        title: &title,
        sources: &session.sources,
        l10n: &l10n,
        glossary: &bench.glossary,
        scanned: &page.scanned,
        checked: true,
        found: &page.found,
        mended: &page.mended,
        fixed: &fixed,
    };
    let mut made = Vec::new();
    for format in &settings.formats {
        if let Some((name, bytes)) = make(format, page, &cx) {
            made.push((format.clone(), folder.join(name), bytes));
        }
    }
    let mut written = Vec::new();
    for (format, path, bytes) in made {
        session.write(&path, &bytes)?;
        written.push(Written { format, path });
    }
    Ok(written)
}

/// Writes the page that leads to the editions of several pages, where there are editions for people.
pub(super) fn write_index(
    session: &mut Session<'_>,
    bench: &Bench,
    pages: &[BuiltPage],
) -> Result<Option<PathBuf>, Stop> {
    let settings = &bench.project.settings;
    let folder = bench.project.out_dir();
    let count = |page: &BuiltPage, severity| {
        page.found.iter().filter(|finding| finding.severity == severity).count()
    };
    let entries: Vec<IndexEntry> = pages
        .iter()
        .filter_map(|page| {
            let document = ["html", "md"]
                .iter()
                .find_map(|format| page.written.iter().find(|own| own.format == **format))?;
            let own = document.path.strip_prefix(&folder).unwrap_or(&document.path);
            Some(IndexEntry {
                title: title(&page.bitext, session.sources.get(page.source)),
                address: show(own),
                path: session.sources.get(page.source).path.clone(),
                source_lang: page.bitext.source_lang.clone(),
                target_lang: page.bitext.target_lang.clone(),
                rows: page.bitext.units.len(),
                open: page
                    .bitext
                    .units
                    .iter()
                    .filter(|unit| unit.source.is_none() || unit.target.is_none())
                    .count(),
                errors: count(page, Severity::Error),
                warnings: count(page, Severity::Warning),
            })
        })
        .collect();
    if entries.is_empty() {
        return Ok(None);
    }
    let usual = pages.first().map(|page| &page.bitext.source_lang);
    let Some(lang) = settings.out_lang.as_ref().or(usual) else { return Ok(None) };
    let path = folder.join("index.html");
    session.write(&path, render::index(&entries, &Localizer::new(lang)).as_bytes())?;
    Ok(Some(path))
}

/// One output's name and bytes; `None` where there is nothing to write (a diff without a translation).
fn make(format: &str, page: &BuiltPage, cx: &RenderContext<'_>) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail; a failure of a format would show as an empty file.
    let report = |reporter: &str, bytes: &mut Vec<u8>| {
        let cx = ReportContext { sources: cx.sources, l10n: cx.l10n, color: false };
        report::by_name(reporter).and_then(|reporter| reporter.write(&page.found, &cx, bytes).ok())
    };
    match format {
        "diff" => {
            // A file that cannot be written back has no text that a difference could be applied to.
            let file = cx.sources.get(page.translation?);
            let file = Some(file).filter(|file| file.is_rewritable())?;
            let path = Path::new(&file.path);
            let own = page.patch_from.as_ref().and_then(|folder| path.strip_prefix(folder).ok());
            let shown = own.map_or_else(|| file.path.clone(), show);
            let bytes = diff::patch(&shown, file, page.fixed.as_deref()?);
            return Some(("translation.diff".to_owned(), bytes));
        }
        "sarif" => {
            report("sarif", &mut bytes)?;
            return Some(("findings.sarif".to_owned(), bytes));
        }
        "jsonl" => {
            report("json", &mut bytes)?;
            return Some(("findings.jsonl".to_owned(), bytes));
        }
        _ => {}
    }
    if let Some(renderer) = render::by_name(format) {
        renderer.write(&page.bitext, cx, &mut bytes).ok()?;
        return Some((format!("bilingual.{}", renderer.meta().extension), bytes));
    }
    let exchange = exchange::named(format)?;
    let path = cx.sources.get(page.source).path.as_str();
    exchange
        .write(&page.bitext, &WriteContext { title: Some(cx.title), path: Some(path) }, &mut bytes)
        .ok()?;
    Some((format!("bilingual.{}", exchange.meta().extensions.first()?), bytes))
}

/// The first title of the body, else the file's name.
fn title(bitext: &Bitext, file: &SourceFile) -> String {
    let body =
        |unit: &&Unit| unit.role == Role::Body && unit.kind == Kind::Title && unit.source.is_some();
    let name = || file.path.rsplit('/').next().unwrap_or_default().to_owned();
    bitext.units.iter().find(body).map_or_else(name, |unit| unit.source_text().to_owned())
}

/// A unit's target with the planned edits made, where they change it.
fn fixed_target(unit: &Unit, plan: &Plan) -> Option<String> {
    let passage = unit.target_passage()?;
    let whole = passage.location();
    let edits = plan.edits.get(&whole.source)?;
    let first = edits.partition_point(|edit| edit.at.span.end() < whole.span.start());
    let own: Vec<Edit> = edits
        .iter()
        .skip(first)
        .take_while(|edit| edit.at.span.start() <= whole.span.end())
        .filter_map(|edit| within(passage, whole, edit))
        .collect();
    let fixed = fix::apply(&passage.text, &own);
    (fixed != passage.text).then_some(fixed)
}

/// An edit of the file as an edit of the passage's text.
fn within(passage: &Passage, whole: Location, edit: &Edit) -> Option<Edit> {
    if !whole.span.contains(edit.at.span) {
        return None;
    }
    let span = if edit.at.span.is_empty() {
        insertion(passage, edit.at)?
    } else {
        passage.find(edit.at)?
    };
    Some(Edit { at: Location { source: edit.at.source, span }, text: edit.text.clone() })
}

/// Where text inserted at a place of the file goes in the passage; its edges are not within it.
fn insertion(passage: &Passage, at: Location) -> Option<Span> {
    let piece = passage.map.pieces().iter().find(|piece| {
        piece.verbatim
            && piece.source.start() < at.span.start()
            && at.span.start() < piece.source.end()
    })?;
    Some(Span::at(piece.derived.start() + (at.span.start() - piece.source.start())))
}
