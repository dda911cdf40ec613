//! Bilingual formats, in and out: what translation tools give each other, as a [`Bitext`] and back.
//!
//! One file holds a format's reader and its writer (XLIFF's writer has one of its own, for length). A reader goes through the text of the file once, without a
//! tree, and keeps for every letter the place where it stands, so that a fix can be spliced into the file.
//! It either refuses the file whole ([`Refusal`]: a limit, an internal DTD subset, no such language) or gives
//! what it could read together with the faults that kept it from reading the rest ([`Read`]).
//!
//! Decisions that hold for every format:
//! - a side without visible text is open (`None`), and its unit is untranslated;
//! - a unit without id is called by its row, from 1, header rows and blank lines not counted;
//! - a file that names no languages gets those of the user, else `und`: detecting them is not done here;
//! - characters that a format cannot hold are written as U+FFFD, so that nothing disappears unseen.

use std::borrow::Cow;
use std::io;

use unic_langid::LanguageIdentifier;

use crate::bitext::Bitext;
use crate::diagnostic::Diagnostic;
use crate::text::{SourceFile, SourceId, Span};

pub use crate::xml::Refusal;

mod collect;
mod inline;
mod jsonl;
pub(crate) mod messages;
mod suppress;
mod table;
mod tmx;
mod tsv;
mod variants;
mod words;
mod xliff;
mod xliff_write;

/// The code under which faults of a bilingual file are reported.
pub const SYNTAX: &str = "exchange-syntax";

/// The languages that the user named; what is not named is taken from the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Languages<'a> {
    /// Language of the source sides.
    pub source: Option<&'a LanguageIdentifier>,
    /// Language of the target sides.
    pub target: Option<&'a LanguageIdentifier>,
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Its units.
    pub bitext: Bitext,
    /// What could not be read, in the order of the file; empty where the file was read whole.
    pub faults: Vec<Diagnostic>,
}

/// What a writer is told besides the bitext. No date: the same bitext gives the same bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct WriteContext<'a> {
    /// Title of the text, for formats that have a place for it.
    pub title: Option<&'a str>,
    /// Path of the source text, as it is shown.
    pub path: Option<&'a str>,
}

/// A format's name and what it can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExchangeMeta {
    /// The word on the command line and in `visavis.toml`.
    pub name: &'static str,
    /// Endings of file names, without the dot, the usual one first.
    pub extensions: &'static [&'static str],
    /// Media type.
    pub media_type: &'static str,
    /// Does a written text keep its line breaks and tabs? Where not, a space stands for each.
    pub keeps_line_breaks: bool,
    /// Does a written text keep control characters? Where not, U+FFFD stands for each.
    pub keeps_controls: bool,
    /// Does a written unit keep its kind, its region and its paragraph?
    pub keeps_kinds: bool,
}

/// A bilingual format.
pub trait Exchange: Sync {
    /// Its name and what it can hold.
    fn meta(&self) -> &'static ExchangeMeta;

    /// Is the file of this format, by its content or, where that says nothing, by its name?
    fn sniff(&self, file: &SourceFile) -> bool;

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] where nothing of the file can be used.
    fn read(
        &self,
        id: SourceId,
        file: &SourceFile,
        languages: Languages<'_>,
    ) -> Result<Read, Refusal>;

    /// Writes a bitext.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn write(
        &self,
        bitext: &Bitext,
        cx: &WriteContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()>;

    /// A text as it must be spelt to be spliced into a file of this format where text stands verbatim;
    /// `None` where the format cannot hold it there, so that a fix can only be suggested.
    fn escape<'t>(&self, text: &'t str) -> Option<Cow<'t, str>>;
}

/// Every bilingual format.
pub fn registry() -> &'static [&'static dyn Exchange] {
    &[&tmx::Tmx, &xliff::Xliff, &jsonl::JsonLines, &tsv::TSV, &tsv::CSV]
}

/// The format that a file is of.
pub fn of(file: &SourceFile) -> Option<&'static dyn Exchange> {
    registry().iter().copied().find(|format| format.sniff(file))
}

/// The format of a name, as on the command line, or of the ending of a file's name.
pub fn named(name: &str) -> Option<&'static dyn Exchange> {
    let is = |word: &&str| word.eq_ignore_ascii_case(name);
    registry()
        .iter()
        .copied()
        .find(|format| is(&format.meta().name) || format.meta().extensions.iter().any(&is))
}

/// Where a fault of the whole file is shown: its first line.
fn start_of(file: &SourceFile) -> Span {
    file.line_at(0)
}

/// Does the file's name end so?
fn has_extension(file: &SourceFile, meta: &ExchangeMeta) -> bool {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.')
        .is_some_and(|(_, end)| meta.extensions.iter().any(|known| known.eq_ignore_ascii_case(end)))
}

#[cfg(test)]
mod tests;
