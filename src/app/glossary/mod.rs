//! Loading and validating glossaries, and what is done with them: looking up, extracting, counting.

mod extract;
mod lookup;
mod stats;

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

pub use extract::{ExtractRequest, Extracted, extract};
pub use lookup::{LookupRequest, lookup_glossary};
pub use stats::{ConceptCount, Counted, Order, stats};

use super::session::{Session, Stop, show};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::glossary::{Format, Glossary, Loaded, load, load_as, load_sheet, validate};
use crate::text::{SourceFile, SourceId};
use crate::workbook::{self, Sheet};
use crate::xml;

crate::messages! { MESSAGES;
    no_glossary = "glossary-none-named" (path);
    unreadable = "glossary-unreadable" (path);
    too_much_text = "extract-too-much-text" ();
}

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
    Ok(read_sound(session, paths, languages)?.0)
}

/// As [`load_all`], with what is doubtful in the files.
pub(super) fn read_sound(
    session: &mut Session<'_>,
    paths: &[PathBuf],
    languages: Languages<'_>,
) -> Result<(Glossary, Vec<Diagnostic>), Stop> {
    let (glossary, faults) = read_all(session, paths, languages)?;
    let (errors, doubts): (Vec<_>, Vec<_>) =
        faults.into_iter().partition(|fault| fault.severity == Severity::Error);
    if !errors.is_empty() {
        session.say_all(errors);
        return Err(Stop);
    }
    Ok((glossary, doubts))
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
        let loaded = read_file(session, path, None, languages)?;
        faults.extend(loaded.faults);
        glossary.extend(loaded.glossary);
    }
    Ok((glossary, faults))
}

/// Reads a glossary in any format; without `format`, in that of its ending.
pub(super) fn read_file(
    session: &mut Session<'_>,
    path: &Path,
    format: Option<Format>,
    languages: Languages<'_>,
) -> Result<Loaded, Stop> {
    Ok(open(session, path, format)?.load(session, languages))
}

/// A glossary's file, ready to be read for any languages.
pub(super) struct Opened {
    id: SourceId,
    format: Option<Format>,
    sheet: Option<Sheet>,
}

impl Opened {
    /// Its text, or that of the rows of a spreadsheet.
    pub(super) fn id(&self) -> SourceId {
        self.id
    }

    pub(super) fn load(&self, session: &Session<'_>, languages: Languages<'_>) -> Loaded {
        let file = session.sources.get(self.id);
        match (&self.sheet, self.format) {
            (Some(sheet), _) => load_sheet(self.id, sheet, languages),
            (None, Some(format)) => load_as(format, self.id, file, languages),
            (None, None) => load(self.id, file, languages),
        }
    }
}

/// Opens a glossary's file.
pub(super) fn open(
    session: &mut Session<'_>,
    path: &Path,
    format: Option<Format>,
) -> Result<Opened, Stop> {
    let bytes = session.bytes(path, session.limit)?;
    let shown = show(path);
    let format = format.or_else(|| Format::of_path(&shown));
    if format == Some(Format::Xlsx) {
        let sheet = workbook::read(&bytes).map_err(|message| {
            session.note(Severity::Error, unreadable(&*shown));
            session.stop(message)
        })?;
        let id = session.sources.add(SourceFile::decode(shown, sheet.text.as_bytes()));
        return Ok(Opened { id, format, sheet: Some(sheet) });
    }
    let is_tbx = format.is_some_and(Format::is_tbx);
    let transcoded = if is_tbx { xml::transcode(&bytes) } else { None };
    let id = session.take_text(path, &transcoded.unwrap_or(bytes))?;
    Ok(Opened { id, format, sheet: None })
}
