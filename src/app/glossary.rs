//! Loading and validating glossaries.

use std::path::PathBuf;

use unic_langid::LanguageIdentifier;

use super::session::{Session, Stop};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::glossary::{Glossary, load, validate};

/// Languages for files that do not name theirs.
pub(super) type Languages<'a> = Option<(&'a LanguageIdentifier, &'a LanguageIdentifier)>;

/// Reads glossaries one after another into one.
///
/// # Errors
///
/// Where a file cannot be read or holds an error: a glossary that is half understood would check half.
pub fn load_all(
    session: &mut Session<'_>,
    paths: &[PathBuf],
    languages: Languages<'_>,
) -> Result<Glossary, Stop> {
    let (glossary, faults) = read_all(session, paths, languages)?;
    let (errors, rest): (Vec<_>, Vec<_>) =
        faults.into_iter().partition(|fault| fault.severity == Severity::Error);
    if !errors.is_empty() {
        session.say_all(errors);
        return Err(Stop);
    }
    drop(rest);
    Ok(glossary)
}

/// Reads and validates glossaries; every fault is a finding.
///
/// # Errors
///
/// Where a file cannot be read.
pub fn check_glossaries(
    session: &mut Session<'_>,
    paths: &[PathBuf],
    languages: Languages<'_>,
) -> Result<(Glossary, Vec<Diagnostic>), Stop> {
    let (glossary, mut faults) = read_all(session, paths, languages)?;
    faults.extend(validate(&glossary));
    diagnostic::sort(&mut faults);
    Ok((glossary, faults))
}

fn read_all(
    session: &mut Session<'_>,
    paths: &[PathBuf],
    languages: Languages<'_>,
) -> Result<(Glossary, Vec<Diagnostic>), Stop> {
    let (mut glossary, mut faults) = (Glossary::default(), Vec::new());
    for path in paths {
        let id = session.open(path)?;
        let loaded = load(id, session.sources.get(id), languages);
        faults.extend(loaded.faults);
        glossary.extend(loaded.glossary);
    }
    Ok((glossary, faults))
}
