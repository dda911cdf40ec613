//! `glossary convert`: a glossary from one format into another, or into a TOML file that somebody keeps.
//!
//! Nothing is lost in silence: what a file holds beyond a glossary, and what the new format does not hold, is said
//! and counted. A file with mistakes is not converted: half a glossary would pass what the other half forbids.
//! A TOML glossary is never written over unless that is asked for, since people write them by hand.

use std::path::Path;

use super::glossary::{Languages, open};
use super::session::{Session, Stop, show};
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::{Concept, Format, Glossary, Loaded, add_concepts, unnamed_languages, write};

crate::messages! { MESSAGES;
    unknown_format = "glossary-convert-unknown-format" (path, option, formats);
    exists = "glossary-convert-exists" (path);
    merge_needs_toml = "glossary-convert-merge-needs-toml" ();
    already_there = "glossary-convert-already-there" (count, path);
    more_warnings = "glossary-convert-more-warnings" (count, path);
    languages_unnamed = "glossary-convert-languages-unnamed" (path);
}

/// Warnings about the entries of the file that are told one by one.
const MOST_WARNINGS: usize = 20;

/// What is to be converted into what.
#[derive(Debug, Clone, Copy)]
pub struct ConvertRequest<'a> {
    /// The glossary.
    pub input: &'a Path,
    /// The new file; `-` for standard output.
    pub output: &'a Path,
    /// Format of the glossary; that of its ending where it is not said.
    pub from: Option<Format>,
    /// Format of the new file; that of its ending where it is not said.
    pub to: Option<Format>,
    /// Source and target, for formats that have two languages or name none.
    pub languages: Languages<'a>,
    /// Write over a TOML file that is there.
    pub force: bool,
    /// Add to a TOML file that is there.
    pub merge: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// How many concepts the new file has got.
    pub concepts: usize,
    /// The new file, where it goes to standard output.
    pub bytes: Option<Vec<u8>>,
}

/// Converts a glossary.
///
/// # Errors
///
/// Where a file cannot be read or written, holds a mistake, or the format cannot be used for this.
pub fn convert_glossary(
    session: &mut Session<'_>,
    asked: &ConvertRequest<'_>,
) -> Result<Converted, Stop> {
    let from = format_of(session, asked.input, asked.from, "--from")?;
    let to = format_of(session, asked.output, asked.to, "--to")?;
    let is_there = session.files.is_file(asked.output);
    if asked.merge && to != Format::Toml {
        return Err(session.stop(merge_needs_toml()));
    }
    if is_there && to == Format::Toml && !asked.merge && !asked.force {
        return Err(session.stop(exists(show(asked.output))));
    }
    let glossary = read(session, asked, from, to)?;
    if asked.merge && is_there {
        return merge(session, asked, &glossary);
    }
    let written = match write(&glossary, to, asked.languages) {
        Ok(written) => written,
        Err(message) => return Err(session.stop(message)),
    };
    for message in written.losses {
        session.note(Severity::Warning, message);
    }
    let concepts = glossary.concepts.len();
    if asked.output == Path::new("-") {
        return Ok(Converted { concepts, bytes: Some(written.bytes) });
    }
    session.write(asked.output, &written.bytes)?;
    Ok(Converted { concepts, bytes: None })
}

fn format_of(
    session: &mut Session<'_>,
    path: &Path,
    said: Option<Format>,
    option: &str,
) -> Result<Format, Stop> {
    let shown = show(path);
    said.or_else(|| Format::of_path(&shown)).ok_or_else(|| {
        let words: Vec<_> = Format::WORDS.iter().map(|(word, _)| *word).collect();
        session.stop(unknown_format(shown, option, words.join(", ")))
    })
}

/// Reads the glossary and says what is wrong with it and what of it is left out.
fn read(
    session: &mut Session<'_>,
    asked: &ConvertRequest<'_>,
    from: Format,
    to: Format,
) -> Result<Glossary, Stop> {
    let opened = open(session, asked.input, Some(from))?;
    let mut loaded = opened.load(session, asked.languages);
    if asked.languages.is_none() && to.takes_unknown_languages() && lacks_languages(&loaded) {
        let unnamed = unnamed_languages();
        let pair = unnamed.as_ref().map(|(source, target)| (source, target));
        loaded = opened.load(session, pair);
        session.note(Severity::Info, languages_unnamed(show(asked.input)));
    }
    let (errors, rest): (Vec<_>, Vec<_>) =
        loaded.faults.into_iter().partition(|fault| fault.severity == Severity::Error);
    if !errors.is_empty() {
        session.say_all(errors);
        return Err(Stop);
    }
    if !session.sources.get(opened.id()).is_whole() {
        // What was wrong with its bytes has been said.
        return Err(Stop);
    }
    warn(session, asked.input, rest);
    for left_out in &loaded.left_out {
        session.note(Severity::Warning, left_out.message());
    }
    Ok(loaded.glossary)
}

fn lacks_languages(loaded: &Loaded) -> bool {
    let is = |fault: &Diagnostic| {
        ["glossary-bad-language-not-given", "glossary-syntax-no-header"].contains(&fault.message.id)
    };
    loaded.faults.iter().any(is)
}

fn warn(session: &mut Session<'_>, path: &Path, mut found: Vec<Diagnostic>) {
    let more = found.len().saturating_sub(MOST_WARNINGS);
    found.truncate(MOST_WARNINGS);
    session.say_all(found);
    if more > 0 {
        session.note(Severity::Warning, more_warnings(more, show(path)));
    }
}

/// Adds the concepts that the file does not have; what is there stays to the byte.
fn merge(
    session: &mut Session<'_>,
    asked: &ConvertRequest<'_>,
    glossary: &Glossary,
) -> Result<Converted, Stop> {
    let opened = open(session, asked.output, Some(Format::Toml))?;
    let loaded = opened.load(session, None);
    let errors: Vec<_> =
        loaded.faults.into_iter().filter(|fault| fault.severity == Severity::Error).collect();
    if !errors.is_empty() {
        session.say_all(errors);
        return Err(Stop);
    }
    let known: std::collections::BTreeSet<&str> =
        loaded.glossary.concepts.iter().map(|concept| concept.id.as_str()).collect();
    let is_known = |concept: &&Concept| known.contains(concept.id.as_str());
    let there = glossary.concepts.iter().filter(is_known).count();
    let new: Vec<Concept> =
        glossary.concepts.iter().filter(|concept| !is_known(concept)).cloned().collect();
    if there > 0 {
        session.note(Severity::Warning, already_there(there, show(asked.output)));
    }
    let file = session.sources.get(opened.id());
    let (added, encoding) = (add_concepts(&file.text, &new), file.encoding);
    let added = added.map_err(|message| session.stop(message))?;
    session.write(asked.output, &encoding.encode(&added))?;
    Ok(Converted { concepts: new.len(), bytes: None })
}
