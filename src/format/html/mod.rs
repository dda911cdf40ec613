//! HTML: what a visitor of the page reads, block by block.
//!
//! Three steps: `tokens` cuts the page into tags and text, `builder` follows the nesting (as far as reading needs
//! it, and mending what is broken) and collects blocks, `regions` decides what the markup says about body and chrome.
//! No tree is built: a page of 200 KB is read in about a millisecond, and nesting costs no stack.

mod attributes;
mod builder;
mod element;
mod entity;
mod hints;
mod regions;
mod tokens;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::document::{Block, Directive, Document};
use crate::format::{Format, FormatMeta, declared};
use crate::text::{SourceFile, SourceId, Span};

use super::suppression;
use builder::Builder;

const META: FormatMeta =
    FormatMeta { name: "html", extensions: &["html", "htm", "xhtml", "xht", "shtml"] };

/// See the module.
#[derive(Debug)]
pub(super) struct Html;

impl Format for Html {
    fn meta(&self) -> &'static FormatMeta {
        &META
    }

    fn read(&self, id: SourceId, file: &SourceFile) -> (Document, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut builder = Builder::new(id, &file.text);
        tokens::scan(&file.text, Span::of(0, file.text.len()), |token| builder.take(token));
        let page = builder.finish();
        let lang =
            page.lang.and_then(|span| declared(id, span.slice(&file.text), span, &mut found));
        let suppressions = suppression::resolve(page.directives, &page.blocks, file);
        let alternates = page.alternates.into_iter().filter_map(|(tag, address)| {
            let address = entity::decoded(address.slice(&file.text));
            Some((crate::lang::parse(tag.slice(&file.text).trim())?, address))
        });
        let alternates = alternates.collect();
        (Document { source: id, lang, blocks: page.blocks, suppressions, alternates }, found)
    }

    fn escape<'t>(&self, text: &'t str) -> Cow<'t, str> {
        escape(text)
    }
}

/// Reads HTML that stands inside another format.
pub(super) fn fragment(
    id: SourceId,
    file: &str,
    part: Span,
) -> (Vec<Block>, Vec<(Span, Directive)>) {
    let mut builder = Builder::new(id, file);
    tokens::scan(file, part, |token| builder.take(token));
    let page = builder.finish();
    (page.blocks, page.directives)
}

/// Does a text begin like an HTML page?
pub(super) fn looks_like(text: &str) -> bool {
    let head = text.trim_start();
    let starts = |prefix: &str| {
        head.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    starts("<!doctype html") || starts("<html")
}

/// A share in per cent, rounded down.
pub(super) fn percent(part: usize, whole: usize) -> u8 {
    let share = part.saturating_mul(100).checked_div(whole).unwrap_or(0);
    u8::try_from(share.min(100)).unwrap_or(100)
}

/// Escapes what ends a text or an attribute's value in double quotes. Apostrophes stay: attributes in single quotes
/// are never said to be verbatim.
fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests;
