//! What every check of a run needs: the project, its glossaries, its rules.

use std::path::{Path, PathBuf};

use super::glob;
use super::glossary::load_all;
use super::project::{self, Project, find_project};
use super::session::{Session, Stop, show};
use crate::bitext::Bitext;
use crate::config::Partial;
use crate::diagnostic::{Applicability, Diagnostic};
use crate::exchange;
use crate::format;
use crate::glossary::Glossary;
use crate::rule::{RuleSet, Scanned};
use crate::term::Matcher;

crate::messages! { MESSAGES;
    bad_option = "rule-bad-option" (code, detail);
}

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
}

impl Bench {
    /// Loads the glossaries and makes the rules.
    pub(super) fn new(session: &mut Session<'_>, project: Project) -> Result<Self, Stop> {
        session.limit = project.settings.file_limit;
        session.page_limit = project.settings.page_limit;
        let paths: Vec<PathBuf> =
            project.settings.glossaries.iter().map(|given| project.path_of(given)).collect();
        let languages = project.settings.source.as_ref().zip(project.settings.target.as_ref());
        let glossary = load_all(session, &paths, languages)?;
        let matcher = Matcher::new(&glossary);
        let rules = project.rules().map_err(|error| {
            let detail = format!("{}", error.message);
            session.stop(bad_option(error.code, detail))
        })?;
        Ok(Self { project, glossary, matcher, rules })
    }

    /// Runs the rules over a bitext.
    pub(super) fn run(&self, session: &Session<'_>, bitext: &Bitext) -> (Scanned, Vec<Diagnostic>) {
        let scanned = Scanned::new(bitext, &self.glossary, &self.matcher);
        let mut found = self.rules.check(bitext, &scanned, &self.glossary, &self.matcher);
        found.retain(|finding| !self.is_ignored(session, finding));
        for finding in &mut found {
            escape_edits(session, finding);
        }
        (scanned, found)
    }

    fn is_ignored(&self, session: &Session<'_>, finding: &Diagnostic) -> bool {
        let path = &session.sources.get(finding.primary.at.source).path;
        let folder = show(&self.project.folder);
        let own =
            path.strip_prefix(&folder).map_or(path.as_str(), |rest| rest.trim_start_matches('/'));
        self.project.settings.per_path.iter().any(|entry| {
            entry.ignore.iter().any(|name| crate::rule::covers(name, finding.rule))
                && entry.paths.iter().any(|pattern| glob::matches(pattern, own).is_some())
        })
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

/// Writes the text of edits as the file's format wants it.
fn escape_edits(session: &Session<'_>, finding: &mut Diagnostic) {
    let Some(fix) = &mut finding.fix else { return };
    for edit in &mut fix.edits {
        let file = session.sources.get(edit.at.source);
        let escaped = match exchange::of(file) {
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
