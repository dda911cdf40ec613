//! Pages and documents in: one file per format, a registry, and the choice of a format for a file.
//!
//! Reading never fails: whatever the bytes, a format answers blocks of readable text in file order, each with the
//! way back to its bytes. A format knows nothing of languages (beyond the tags that a file declares) nor of rules,
//! and it does not decide what is body and what is chrome: it hands on what the markup says ([`Block::role`]).
//!
//! [`Block::role`]: crate::document::Block::role

mod draft;
mod front_matter;
mod html;
mod markdown;
mod plain;
mod suppression;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::document::{Block, Document};
use crate::lang;
use crate::text::{Location, SourceFile, SourceId, Span};

crate::messages! { MESSAGES;
    language_unknown = "format-language-unknown" (tag);
    language_unknown_nearest = "format-language-unknown-nearest" (tag, nearest);
    too_many = "format-too-many-blocks" (count);
}

/// The code under which a declared language that is none is reported.
pub const LANGUAGE: &str = "document-language";

/// The code under which a file is reported that was not read to its end.
pub const LENGTH: &str = "document-length";

/// Blocks that a file is read to. The longest pages that people read hold a tenth of them; a file of single letters, each
/// in a paragraph of its own, would take a hundred times its size in memory.
const MAX_BLOCKS: usize = 1_000_000;

/// What a format is called and which files it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatMeta {
    /// Its name on the command line.
    pub name: &'static str,
    /// Endings of file names, in lower case, without the dot.
    pub extensions: &'static [&'static str],
}

/// A format that documents are written in.
pub trait Format: Sync + std::fmt::Debug {
    /// Name and file name endings.
    fn meta(&self) -> &'static FormatMeta;

    /// Reads a file. Never fails; what is wrong with the file comes as findings.
    fn read(&self, id: SourceId, file: &SourceFile) -> (Document, Vec<Diagnostic>);

    /// A text as it is written into a file of this format, in the place of verbatim text.
    fn escape<'t>(&self, text: &'t str) -> Cow<'t, str>;
}

/// Every format, the general one last.
pub fn registry() -> &'static [&'static dyn Format] {
    &[&html::Html, &markdown::Markdown, &plain::Plain]
}

/// The format of a file: by its name's ending, else by how it begins, else plain text.
///
/// A `.txt` that begins with `<!DOCTYPE html` or `<html` is a page that was saved under a wrong name.
pub fn of(file: &SourceFile) -> &'static dyn Format {
    let name = file.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let known = extension.and_then(|ending| {
        registry().iter().find(|format| format.meta().extensions.contains(&ending.as_str()))
    });
    match known {
        Some(format) if format.meta().name != plain::META.name => *format,
        _ if html::looks_like(&file.text) => &html::Html,
        None if front_matter::find(&file.text).is_some() => &markdown::Markdown,
        _ => &plain::Plain,
    }
}

/// Takes a block in, as long as there is room; `cut` is where the first stands that was left out.
fn take(block: Block, blocks: &mut Vec<Block>, cut: &mut Option<Span>) {
    if blocks.len() < MAX_BLOCKS {
        blocks.push(block);
    } else {
        cut.get_or_insert(block.passage.location().span);
    }
}

/// Says that a file was not read to its end.
fn report_cut(source: SourceId, cut: Option<Span>, found: &mut Vec<Diagnostic>) {
    found.extend(cut.map(|span| {
        let at = Location { source, span };
        let count = u32::try_from(MAX_BLOCKS).unwrap_or(u32::MAX);
        Diagnostic::new(LENGTH, Severity::Error, at, too_many(count))
    }));
}

/// The language that a whole file declares, or the finding that it declares none.
fn declared(
    source: SourceId,
    tag: &str,
    span: Span,
    found: &mut Vec<Diagnostic>,
) -> Option<unic_langid::LanguageIdentifier> {
    let tag = tag.trim();
    let lang = lang::parse(tag);
    if lang.is_none() && !tag.is_empty() {
        let message = match lang::nearest(tag) {
            Some(nearest) => language_unknown_nearest(tag, nearest),
            None => language_unknown(tag),
        };
        let at = Location { source, span };
        found.push(Diagnostic::new(LANGUAGE, Severity::Warning, at, message));
    }
    lang
}

#[cfg(test)]
mod tests;
