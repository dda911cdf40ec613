//! Findings for people: each with the words it is about, marked, and what would mend it.
//!
//! `annotate-snippets` draws the frames. It computes line and column of the place from the text it is given, which
//! here is cut down and escaped; so the line that names the place is written here, and the crate's own, which is
//! empty where a snippet has no path, is dropped.

use std::collections::BTreeSet;
use std::io;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Message as Note, Renderer, Snippet};

use super::frame::{Shown, frame, shown};
use super::positions::Positions;
use super::words::{self, Palette};
use super::{ReportContext, Reporter, ReporterMeta, count};
use crate::diagnostic::{Applicability, Diagnostic, Label, Severity};
use crate::message::Message;
use crate::text::{SourceId, Span, visible};

/// Related places that are shown; more are counted.
const MAX_RELATED: usize = 5;

/// Labels of which at most so many lines lie between are shown in one frame.
const NEAR: u32 = 2;

/// Code frames.
#[derive(Debug)]
pub struct Full;

impl Reporter for Full {
    fn meta(&self) -> &'static ReporterMeta {
        &ReporterMeta { name: "full" }
    }

    fn write(
        &self,
        found: &[Diagnostic],
        cx: &ReportContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        if found.is_empty() {
            return writeln!(out, "{}", cx.l10n.text(&words::nothing()));
        }
        let printer = Printer::new(found, cx);
        for finding in super::by_file(found).into_iter().flatten() {
            printer.finding(finding, out)?;
            writeln!(out)?;
        }
        printer.totals(found, out)
    }
}

struct Printer<'a> {
    cx: &'a ReportContext<'a>,
    positions: Positions<'a>,
    palette: Palette,
    renderer: Renderer,
}

/// A label and the part of it that is shown.
struct Mark<'a> {
    label: &'a Label,
    shown: Shown,
    is_primary: bool,
}

/// Marks near to each other in one file.
struct Cluster<'a> {
    source: SourceId,
    marks: Vec<Mark<'a>>,
}

impl Cluster<'_> {
    /// Does a mark belong to this frame?
    fn is_near(&self, source: SourceId, shown: &Shown) -> bool {
        let first = self.marks.iter().map(|mark| mark.shown.first).min().unwrap_or(0);
        let last = self.marks.iter().map(|mark| mark.shown.last).max().unwrap_or(0);
        self.source == source && shown.first <= last + NEAR && first <= shown.last + NEAR
    }

    fn last_line(&self) -> u32 {
        self.marks.iter().map(|mark| mark.shown.last).max().unwrap_or(0)
    }
}

impl<'a> Printer<'a> {
    fn new(found: &[Diagnostic], cx: &'a ReportContext<'a>) -> Self {
        let palette = Palette::new(cx.color);
        let renderer = if cx.color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer
            .decor_style(DecorStyle::Unicode)
            // The frames are cut down already; the renderer is not to cut them again.
            .term_width(4096)
            .line_num(palette.frame)
            .context(palette.frame);
        Self { cx, positions: Positions::new(found, cx.sources), palette, renderer }
    }

    fn finding(&self, finding: &Diagnostic, out: &mut dyn io::Write) -> io::Result<()> {
        let l10n = self.cx.l10n;
        let head = l10n.text(&words::title(finding.rule, finding.severity, l10n));
        let (level, strong) = (self.palette.level(finding.severity), self.palette.strong);
        let message = l10n.text(&finding.message);
        writeln!(out, "{level}{head}{level:#} {strong}{message}{strong:#}")?;
        let clusters = self.clusters(finding);
        let digits = clusters.iter().map(Cluster::last_line).max().unwrap_or(1).to_string().len();
        let notes = self.notes(finding);
        for (index, cluster) in clusters.iter().enumerate() {
            let is_last = index + 1 == clusters.len();
            let below = is_last.then_some(notes.as_slice());
            self.place(cluster, index == 0, digits, out)?;
            self.frame(cluster, finding.severity, below, digits, out)?;
        }
        Ok(())
    }

    /// The finding's own place first, then the related ones, those that are near each other together.
    fn clusters<'f>(&self, finding: &'f Diagnostic) -> Vec<Cluster<'f>> {
        let related = finding.related.iter().take(MAX_RELATED).map(|label| (label, false));
        let mut clusters: Vec<Cluster<'_>> = Vec::new();
        for (label, is_primary) in std::iter::once((&finding.primary, true)).chain(related) {
            let source = label.at.source;
            let shown = shown(self.positions.file(source), label.at.span);
            let mark = Mark { label, shown, is_primary };
            match clusters.iter_mut().find(|cluster| cluster.is_near(source, &shown)) {
                Some(cluster) => cluster.marks.push(mark),
                None => clusters.push(Cluster { source, marks: vec![mark] }),
            }
        }
        clusters
    }

    /// `path:line:column`, above a frame.
    fn place(
        &self,
        cluster: &Cluster<'_>,
        is_first: bool,
        digits: usize,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let Some(mark) = cluster.marks.first() else { return Ok(()) };
        let start = self.positions.region(mark.label.at).start;
        let path = visible(&self.positions.file(cluster.source).path);
        let style = self.palette.frame;
        let sign = if is_first { "╭▸" } else { "├▸" };
        writeln!(
            out,
            "{:digits$} {style}{sign}{style:#} {path}:{}:{}",
            "", start.line, start.column
        )
    }

    /// The marked lines; below the last frame of a finding its notes.
    fn frame(
        &self,
        cluster: &Cluster<'_>,
        severity: Severity,
        notes: Option<&[Note<'_>]>,
        digits: usize,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let spans: Vec<Span> = cluster.marks.iter().map(|mark| mark.shown.span).collect();
        let framed = frame(self.positions.file(cluster.source), &spans);
        let annotations = cluster.marks.iter().zip(&framed.marks).map(|(mark, span)| {
            let kind =
                if mark.is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let note = mark.label.note.as_ref().map(|note| self.cx.l10n.text(note));
            kind.span(span.clone()).label(note)
        });
        let snippet = Snippet::source(framed.text.as_str())
            .line_start(framed.first_line as usize)
            .annotations(annotations);
        let group = Group::with_level(level(severity))
            .element(snippet)
            .elements(notes.unwrap_or_default().to_vec());
        let drawn = self.renderer.render(&[group]);
        // The gutter is as wide as the line numbers of this frame; the frames of one finding stand in line.
        let own = cluster.last_line().to_string().len();
        let pad = digits.saturating_sub(own);
        let last = drawn.lines().count().saturating_sub(1);
        for (index, line) in drawn.lines().enumerate().skip(1) {
            // The crate closes each frame; one that another follows stays open.
            let open = (index == last && notes.is_none()).then(|| line.replacen("╰╴", "│ ", 1));
            writeln!(out, "{:pad$}{}", "", open.as_deref().unwrap_or(line).trim_end())?;
        }
        Ok(())
    }

    /// The lines under the last frame: what is not shown, and the fix.
    fn notes(&self, finding: &Diagnostic) -> Vec<Note<'static>> {
        let l10n = self.cx.l10n;
        let mut notes = Vec::new();
        let whole = shown(self.positions.file(finding.primary.at.source), finding.primary.at.span);
        if let Some(line) = whole.goes_on {
            notes.push(self.note(
                Level::NOTE,
                &words::note_word(),
                l10n.text(&words::goes_on(line)),
            ));
        }
        let more = finding.related.len().saturating_sub(MAX_RELATED);
        if more > 0 {
            let text = l10n.text(&words::more_places(more));
            notes.push(self.note(Level::NOTE, &words::note_word(), text));
        }
        if let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.edits.is_empty()) {
            let text = words::deed(fix, self.cx.sources, l10n);
            notes.push(self.note(Level::HELP, &words::trust(fix.applicability), text));
        }
        notes
    }

    fn note(&self, level: Level<'static>, name: &Message, text: String) -> Note<'static> {
        level.with_name(self.cx.l10n.text(name)).message(text)
    }

    fn totals(&self, found: &[Diagnostic], out: &mut dyn io::Write) -> io::Result<()> {
        let l10n = self.cx.l10n;
        let files: BTreeSet<SourceId> =
            found.iter().map(|finding| finding.primary.at.source).collect();
        writeln!(out, "{}", words::totals(count(found), files.len(), l10n))?;
        let safe = |finding: &&Diagnostic| {
            finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe)
        };
        let fixable = found.iter().filter(safe).count();
        if fixable > 0 {
            writeln!(out, "{}", l10n.text(&words::fixable(fixable)))?;
        }
        Ok(())
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}
