//! A project's or a user's own words for cutting sentences.

use std::path::Path;

use unic_langid::LanguageIdentifier;

use super::session::{Session, Stop};
use crate::segment::Lists;

/// Reads a file of words and adds it to the rules of a language.
///
/// # Errors
///
/// Where the file cannot be read or holds a mistake.
pub fn add_segmentation(
    session: &mut Session<'_>,
    lang: &LanguageIdentifier,
    path: &Path,
) -> Result<(), Stop> {
    let id = session.open(path)?;
    let (lists, faults) = Lists::read(id, session.sources.get(id));
    if !faults.is_empty() {
        session.say_all(faults);
        return Err(Stop);
    }
    session.segmenters.add(lang, lists);
    Ok(())
}
