//! Bilingual documents for people. One file a format, one line in [`registry`].

mod changes;
mod html;
mod markdown;
mod marks;
#[cfg(test)]
mod sample;
mod view;
mod words;

use std::fmt::Debug;
use std::io;

use crate::bitext::Bitext;
use crate::diagnostic::Diagnostic;
use crate::glossary::Glossary;
use crate::l10n::Localizer;
use crate::rule::Scanned;
use crate::text::Sources;

pub use html::{Html, IndexEntry, index};
pub use markdown::Markdown;
pub(crate) use words::MESSAGES;

/// What a renderer is called and where its document goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RendererMeta {
    /// Its name in `[output] formats`.
    pub name: &'static str,
    /// The ending of its files, without the dot.
    pub extension: &'static str,
}

/// What a renderer needs beside the bitext.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// The document's title.
    pub title: &'a str,
    /// The files that the bitext comes from.
    pub sources: &'a Sources,
    /// Says the messages.
    pub l10n: &'a Localizer,
    /// The termbase.
    pub glossary: &'a Glossary,
    /// The terms in each unit.
    pub scanned: &'a Scanned,
    /// Was anything checked? Where not, the document does not speak of findings.
    pub checked: bool,
    /// The findings, sorted.
    pub found: &'a [Diagnostic],
    /// For each finding: is it mended in the fixed text?
    pub mended: &'a [bool],
    /// For each unit: its target text with the safe fixes made, where that differs.
    pub fixed: &'a [Option<String>],
}

/// A format of bilingual documents.
pub trait Renderer: Sync + Debug {
    /// What it is called.
    fn meta(&self) -> &'static RendererMeta;

    /// Writes a bilingual document.
    ///
    /// # Errors
    ///
    /// Where the output cannot be written.
    fn write(
        &self,
        bitext: &Bitext,
        cx: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()>;
}

/// Every renderer.
pub fn registry() -> &'static [&'static dyn Renderer] {
    &[&Html, &Markdown]
}

/// The renderer of a name.
pub fn by_name(name: &str) -> Option<&'static dyn Renderer> {
    registry().iter().find(|renderer| renderer.meta().name == name).copied()
}
