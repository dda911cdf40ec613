//! The glossary that words are looked up in: the files that are named, else the project's.

use std::path::PathBuf;

use super::no_glossary;
use crate::app::bench::{CheckRequest, bench};
use crate::app::session::{Session, Stop};
use crate::glossary::Glossary;

/// Where to look.
#[derive(Debug, Clone, Default)]
pub struct LookupRequest {
    /// The settings by which the project is found; its glossaries may be named in them.
    pub check: CheckRequest,
}

/// Loads the glossary to look in.
///
/// # Errors
///
/// Where a glossary cannot be read or holds an error, and where there is none.
pub fn lookup_glossary(
    session: &mut Session<'_>,
    request: &LookupRequest,
) -> Result<Glossary, Stop> {
    let here = PathBuf::from(".");
    let check = CheckRequest { paths: vec![here], ..request.check.clone() };
    let bench = bench(session, &check)?;
    if bench.project.settings.glossaries.is_empty() {
        return Err(session.stop(no_glossary("visavis.toml")));
    }
    Ok(bench.glossary)
}
