//! Finding and reading `visavis.toml`.

use std::path::{Path, PathBuf};

use super::session::{Session, Stop, show};
use crate::chrome;
use crate::config::{self, Given, Partial, Settings};
use crate::diagnostic::Severity;
use crate::glossary;
use crate::message::Message;
use crate::rule::{OptionError, RuleSet, Selection, rule_codes};
use crate::text::Location;
use crate::toml_reader;

crate::messages! { MESSAGES;
    no_project = "project-not-found" (folder);
    unknown_rule = "project-unknown-rule" (code);
    unknown_rule_nearest = "project-unknown-rule-nearest" (code, nearest);
}

/// The name of the project file.
pub(super) const FILE: &str = "visavis.toml";

/// A project: its folder and its settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// The folder that paths in the settings are relative to.
    pub folder: PathBuf,
    /// Its settings, the command line's merged in.
    pub settings: Settings,
}

impl Project {
    /// A path of the settings as it is to be opened.
    pub fn path(&self, relative: &str) -> PathBuf {
        if self.folder.as_os_str().is_empty() || self.folder == Path::new(".") {
            PathBuf::from(relative)
        } else {
            tidy(&self.folder.join(relative))
        }
    }

    /// A path as it was given: those of the project file are relative to its folder, the command line's to the current.
    pub fn path_of(&self, given: &Given<String>) -> PathBuf {
        if given.at.is_some() { self.path(&given.value) } else { PathBuf::from(&given.value) }
    }

    /// The folder that outputs are written to; `out` beside the project file where nobody said another.
    pub fn out_dir(&self) -> PathBuf {
        let dir = &self.settings.out_dir;
        if dir.at.is_none() && dir.value == config::DEFAULT_OUT {
            self.path(&dir.value)
        } else {
            self.path_of(dir)
        }
    }

    /// The rules that the settings ask for.
    ///
    /// # Errors
    ///
    /// Where a rule cannot use its options.
    pub fn rules(&self) -> Result<RuleSet, OptionError> {
        let selection = Selection {
            select: self.settings.select.clone(),
            ignore: self.settings.ignore.clone(),
            severity: self.settings.severity.clone(),
        };
        RuleSet::new(&self.settings.options, selection)
    }
}

/// `a/b/../c` as `a/c`, so that messages name files as a reader would; links are not followed.
fn tidy(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        let parent = part == std::path::Component::ParentDir;
        let named = matches!(out.components().next_back(), Some(std::path::Component::Normal(_)));
        if parent && named {
            out.pop();
        } else {
            out.push(part);
        }
    }
    out
}

/// Looks for a project file in a folder and the folders above it.
pub fn find_project(session: &Session<'_>, folder: &Path) -> Option<PathBuf> {
    let mut folder = Some(folder);
    while let Some(here) = folder {
        let file = here.join(FILE);
        if session.files.is_file(&file) {
            return Some(file);
        }
        folder = here.parent();
    }
    None
}

/// Reads a project file (`None` for none) and puts the command line's settings over it.
///
/// # Errors
///
/// Where the file cannot be read or holds a mistake.
pub(super) fn load(
    session: &mut Session<'_>,
    file: Option<&Path>,
    over: Partial,
) -> Result<Project, Stop> {
    let mut folder = PathBuf::new();
    let mut settings = over;
    if let Some(path) = file {
        folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let id = session.open(path)?;
        let (read, faults) = config::read(id, session.sources.get(id));
        if !faults.is_empty() {
            session.say_all(faults);
            return Err(Stop);
        }
        settings = settings.or(read);
    }
    check_codes(session, &settings.codes)?;
    Ok(Project { folder, settings: settings.resolve() })
}

/// The project file of a folder that must have one.
pub(super) fn require(session: &mut Session<'_>, folder: &Path) -> Result<PathBuf, Stop> {
    find_project(session, folder).ok_or_else(|| session.stop(no_project(show(folder))))
}

/// Reports codes that no rule has.
fn check_codes(session: &mut Session<'_>, codes: &[(String, Location)]) -> Result<(), Stop> {
    let mut known = rule_codes();
    known.extend(glossary::CODES.iter().map(|known| known.code));
    known.extend(chrome::CODES.iter().map(|known| known.code));
    let mut failed = false;
    for (code, at) in codes {
        if known.iter().any(|rule| crate::rule::covers(code, rule)) {
            continue;
        }
        failed = true;
        let diagnostic = crate::diagnostic::Diagnostic::new(
            toml_reader::SYNTAX,
            Severity::Error,
            *at,
            unknown_rule_message(code, &known),
        );
        session.say_all(vec![diagnostic]);
    }
    if failed { Err(Stop) } else { Ok(()) }
}

/// What is said of a code that no rule has, with the nearest one.
pub(super) fn unknown_rule_message(code: &str, known: &[&str]) -> Message {
    match toml_reader::nearest(code, known) {
        Some(nearest) => unknown_rule_nearest(code, nearest),
        None => unknown_rule(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_tidied_for_readers() {
        assert_eq!(
            tidy(Path::new("examples/libya/../../glossaries/libya.toml")),
            Path::new("glossaries/libya.toml")
        );
        assert_eq!(tidy(Path::new("../a")), Path::new("../a"));
        assert_eq!(tidy(Path::new("/x/../a")), Path::new("/a"));
    }
}
