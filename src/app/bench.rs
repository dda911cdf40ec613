//! What every check of a run needs: the project, its glossaries, its rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::chrome;
use super::glob;
use super::glossary::read_sound;
use super::inflection::load_morphologies;
use super::project::{self, Project, find_project};
use super::segmentation::add_segmentation;
use super::session::{Session, Stop, show};
use crate::bitext::Bitext;
use crate::chrome::Catalogue;
use crate::config::Partial;
use crate::diagnostic::{Applicability, Diagnostic};
use crate::exchange::{self, Exchange};
use crate::format;
use crate::glossary::{self, Glossary, territories};
use crate::rule::{self, Context, RuleSet, Scanned};
use crate::segment::Segmenters;
use crate::term::Matcher;
use crate::text::{Location, SourceFile, SourceId, Sources, Span};

/// What `check` is asked to do.
#[derive(Debug, Clone, Default)]
pub struct CheckRequest {
    /// Files and folders; the current folder where there is none.
    pub paths: Vec<PathBuf>,
    /// A text and its translation, to be aligned and checked together.
    pub pair: Option<(PathBuf, PathBuf)>,
    /// The project file to use.
    pub config: Option<PathBuf>,
    /// Use no project file.
    pub isolated: bool,
    /// The command line's settings.
    pub over: Partial,
}

/// What every check of a run needs.
#[derive(Debug)]
pub(super) struct Bench {
    pub(super) project: Project,
    pub(super) glossary: Glossary,
    pub(super) matcher: Matcher,
    pub(super) rules: RuleSet,
    /// The file that stands for entries which the program supplies itself; nothing is said of them.
    supplied: Option<SourceId>,
    /// Read when the first page needs it, for all pages.
    catalogue: OnceLock<Catalogue>,
    /// What is doubtful in the glossaries.
    doubts: Vec<Diagnostic>,
}

impl Bench {
    /// Loads the glossaries and makes the rules.
    pub(super) fn new(session: &mut Session<'_>, project: Project) -> Result<Self, Stop> {
        session.limit = project.settings.file_limit;
        session.page_limit = project.settings.page_limit;
        for (lang, path) in &project.settings.segmentation {
            add_segmentation(session, lang, &project.path_of(path))?;
        }
        let paths: Vec<PathBuf> =
            project.settings.glossaries.iter().map(|given| project.path_of(given)).collect();
        let languages = project.settings.source.as_ref().zip(project.settings.target.as_ref());
        let mut supplied = None;
        let (mut glossary, doubts) = read_sound(session, &paths, languages)?;
        if let Some((source, target)) = languages.filter(|_| project.settings.territories) {
            // The program's own names stand in no file; an empty one with a name of its own stands for it.
            let none = session.sources.add(SourceFile::decode("CLDR", b""));
            let at = Location { source: none, span: Span::at(0) };
            let layer = territories(source, target, &glossary, at);
            glossary.extend(layer);
            supplied = Some(none);
        }
        let morphologies = load_morphologies(session, &project)?;
        let matcher = Matcher::with(&glossary, morphologies);
        let rules = project.rules().map_err(|error| session.stop(error.message))?;
        Ok(Self { project, glossary, matcher, rules, doubts, supplied, catalogue: OnceLock::new() })
    }

    /// The catalogue of chrome.
    ///
    /// # Errors
    ///
    /// Where a catalogue of the project cannot be read.
    pub(super) fn catalogue(&self, session: &mut Session<'_>) -> Result<&Catalogue, Stop> {
        if let Some(catalogue) = self.catalogue.get() {
            return Ok(catalogue);
        }
        let read = chrome::catalogue(session, &self.project)?;
        Ok(self.catalogue.get_or_init(|| read))
    }

    /// Begins a run of the rules over bitexts.
    pub(super) fn begin(&self) -> BenchRun<'_> {
        BenchRun { bench: self, run: self.rules.begin(), used: BTreeSet::new() }
    }

    /// Looks at a bitext by itself: its terms, and what the rules find in it.
    fn look(&self, bitext: &Bitext, segmenters: &Segmenters) -> (Scanned, Vec<Diagnostic>) {
        let scanned = Scanned::new(bitext, &self.glossary, &self.matcher);
        let found = self.rules.look(&self.context(bitext, &scanned, segmenters));
        (scanned, found)
    }

    fn context<'c>(
        &'c self,
        bitext: &'c Bitext,
        scanned: &'c Scanned,
        segmenters: &'c Segmenters,
    ) -> Context<'c> {
        let (glossary, matcher) = (&self.glossary, &self.matcher);
        Context { bitext, scanned, glossary, matcher, segmenters }
    }

    /// What is wrong with the glossaries themselves, where the selection names such findings.
    ///
    /// `all` does not mean them: they are what `glossary check` is for, and every check would repeat them.
    fn of_glossaries(&self, used: &BTreeSet<usize>) -> Vec<Diagnostic> {
        let settings = &self.project.settings;
        let by_name = |code: &str| {
            let names = |list: &[String]| list.iter().any(|name| rule::covers(name, code));
            settings.select.iter().any(|name| name != "all" && rule::covers(name, code))
                && !names(&settings.ignore)
        };
        if !glossary::CODES.iter().any(|known| by_name(known.code)) {
            return Vec::new();
        }
        let mut found = self.doubts.clone();
        found.extend(glossary::validate(&self.glossary));
        found.extend(glossary::unused(&self.glossary, used));
        found.retain(|finding| by_name(finding.rule) && !self.is_supplied(finding));
        for finding in &mut found {
            if let Some(severity) = settings.severity.get(finding.rule) {
                finding.severity = *severity;
            }
        }
        found
    }

    fn is_supplied(&self, finding: &Diagnostic) -> bool {
        self.supplied == Some(finding.primary.at.source)
    }

    /// Drops what is ignored at its path, and writes edits as the files want them.
    fn finished(&self, sources: &Sources, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.retain(|finding| !self.is_ignored(sources, finding));
        let mut escapes = Escapes { sources, formats: BTreeMap::new() };
        for finding in &mut found {
            escapes.of(finding);
        }
        found
    }

    /// Does the project ignore the finding in files of its path?
    pub(super) fn is_ignored(&self, sources: &Sources, finding: &Diagnostic) -> bool {
        let path = &sources.get(finding.primary.at.source).path;
        let folder = show(&self.project.folder);
        let own =
            path.strip_prefix(&folder).map_or(path.as_str(), |rest| rest.trim_start_matches('/'));
        self.project.settings.per_path.iter().any(|entry| {
            entry.ignore.iter().any(|name| rule::covers(name, finding.rule))
                && entry.paths.iter().any(|pattern| glob::matches(pattern, own).is_some())
        })
    }
}

/// A run of the rules over one bitext after another.
#[derive(Debug)]
pub(super) struct BenchRun<'b> {
    bench: &'b Bench,
    run: rule::Run<'b>,
    /// Concepts that some text uses.
    used: BTreeSet<usize>,
}

impl BenchRun<'_> {
    /// Runs the rules over a bitext; the findings are those that it shows by itself.
    pub(super) fn check(
        &mut self,
        session: &Session<'_>,
        bitext: &Bitext,
    ) -> (Scanned, Vec<Diagnostic>) {
        let looked = self.bench.look(bitext, &session.segmenters);
        self.take(session, bitext, looked)
    }

    /// Runs the rules over several bitexts side by side, and takes them in one after another in their order.
    pub(super) fn check_all(
        &mut self,
        session: &Session<'_>,
        bitexts: &[Bitext],
    ) -> Vec<Diagnostic> {
        let (bench, segmenters) = (self.bench, &session.segmenters);
        let look = |bitext: &Bitext| bench.look(bitext, segmenters);
        let looked: Vec<_> = bitexts.par_iter().map(look).collect();
        let all = bitexts.iter().zip(looked);
        all.flat_map(|(bitext, looked)| self.take(session, bitext, looked).1).collect()
    }

    fn take(
        &mut self,
        session: &Session<'_>,
        bitext: &Bitext,
        (scanned, found): (Scanned, Vec<Diagnostic>),
    ) -> (Scanned, Vec<Diagnostic>) {
        for unit in &scanned.units {
            let hits = unit.judgement.source_hits.iter().chain(&unit.judgement.target_hits);
            self.used.extend(hits.map(|hit| hit.concept));
        }
        let cx = self.bench.context(bitext, &scanned, &session.segmenters);
        let found = self.run.take(&cx, found);
        (scanned, self.bench.finished(&session.sources, found))
    }

    /// The findings that the bitexts show together, and those about the glossaries.
    pub(super) fn conclude(self, session: &Session<'_>) -> Vec<Diagnostic> {
        let mut found = self.run.conclude(&self.bench.glossary, &self.bench.matcher);
        found.extend(self.bench.of_glossaries(&self.used));
        self.bench.finished(&session.sources, found)
    }

    /// The entries that no text has used so far.
    pub(super) fn unused(&self) -> Vec<Diagnostic> {
        let mut found = glossary::unused(&self.bench.glossary, &self.used);
        found.retain(|finding| !self.bench.is_supplied(finding));
        found
    }
}

/// The project, glossaries and rules for a request.
pub(super) fn bench(session: &mut Session<'_>, request: &CheckRequest) -> Result<Bench, Stop> {
    let first = request.pair.as_ref().map(|(source, _)| source).or(request.paths.first());
    let found = first.map_or_else(|| PathBuf::from("."), PathBuf::clone);
    let folder = if session.files.is_folder(&found) {
        found
    } else {
        found.parent().map(Path::to_path_buf).unwrap_or_default()
    };
    let file = match &request.config {
        Some(config) => Some(config.clone()),
        None if request.isolated => None,
        None => find_project(session, &folder),
    };
    let project = project::load(session, file.as_deref(), request.over.clone())?;
    Bench::new(session, project)
}

/// Writes the text of edits as their files' formats want it. What a file is, is asked once: it may take reading it.
struct Escapes<'s> {
    sources: &'s Sources,
    formats: BTreeMap<SourceId, Option<&'static dyn Exchange>>,
}

impl Escapes<'_> {
    fn of(&mut self, finding: &mut Diagnostic) {
        let Some(fix) = &mut finding.fix else { return };
        for edit in &mut fix.edits {
            let file = self.sources.get(edit.at.source);
            let format = self.formats.entry(edit.at.source).or_insert_with(|| exchange::of(file));
            let escaped = match format {
                Some(format) => format.escape(&edit.text),
                None => Some(format::of(file).escape(&edit.text)),
            };
            match escaped {
                Some(text) => edit.text = text.into_owned(),
                // The format cannot hold the text there: a person has to see to it.
                None => fix.applicability = Applicability::Suggestion,
            }
        }
    }
}
