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
mod outline;
mod regions;
mod tokens;

use std::borrow::Cow;

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Diagnostic;
use crate::document::{Block, Directive, Document};
use crate::format::{Format, FormatMeta, declared, report_cut};
use crate::text::{SourceFile, SourceId, Span};

use super::suppression;
use builder::Builder;
use tokens::{Attribute, Stand, Token};

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
        builder.is_xml = is_xml(&file.path);
        tokens::scan(&file.text, Span::of(0, file.text.len()), |token| builder.take(token));
        let page = builder.finish();
        report_cut(id, page.cut, &mut found);
        let lang =
            page.lang.and_then(|span| declared(id, span.slice(&file.text), span, &mut found));
        let suppressions = suppression::resolve(page.directives, &page.blocks, file);
        let alternates = page.alternates.into_iter().filter_map(|(tag, address)| {
            let address = entity::decoded(address.slice(&file.text));
            Some((crate::lang::parse(tag.slice(&file.text).trim())?, address))
        });
        let alternates = alternates.collect();
        let (blocks, outline) = (page.blocks, page.outline);
        (Document { source: id, lang, blocks, outline, suppressions, alternates }, found)
    }

    fn escape<'t>(&self, text: &'t str) -> Cow<'t, str> {
        escape(text)
    }
}

/// Is a page XML, which browsers tell by the type that comes with these endings and by nothing inside the page?
///
/// There `<script src="a.js"/>` is a whole element, no element holds raw text, and `<![CDATA[` begins text.
fn is_xml(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| {
        ending.eq_ignore_ascii_case("xhtml") || ending.eq_ignore_ascii_case("xht")
    })
}

/// Reads HTML that stands inside another format, which has no outline.
pub(super) fn fragment(
    id: SourceId,
    file: &str,
    part: Span,
) -> (Vec<Block>, Vec<(Span, Directive)>) {
    let mut builder = Builder::new(id, file);
    tokens::scan(file, part, |token| builder.take(token));
    let page = builder.finish();
    let blocks = page.blocks.into_iter().map(|block| Block { element: 0, ..block });
    (blocks.collect(), page.directives)
}

/// The language that a start tag inside another format declares.
pub(super) fn language_of_tag(file: &str, tag: Span) -> Option<LanguageIdentifier> {
    let mut lang = None;
    tokens::scan(file, tag, |token| {
        if let Token::Start(start) = token
            && let Some(span) = start.get(Attribute::Lang)
        {
            lang = crate::lang::parse(span.slice(file).trim());
        }
        Stand { is_html: true, in_foreign: false }
    });
    lang
}

/// HTML elements that stand open round the blocks of another format, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Wrappers(Vec<(element::Name, Option<LanguageIdentifier>)>);

impl Wrappers {
    /// Elements that are kept apart.
    const MOST: usize = 64;

    /// Follows what a part of the file opens and closes.
    pub(super) fn follow(&mut self, file: &str, part: Span) {
        let open = &mut self.0;
        tokens::scan(file, part, |token| {
            match token {
                Token::Start(start) if !start.name.tag.is_void() && open.len() < Self::MOST => {
                    let lang = start.get(Attribute::Lang);
                    let lang = lang.and_then(|span| crate::lang::parse(span.slice(file).trim()));
                    open.push((start.name, lang));
                }
                Token::End(name) => {
                    if let Some(at) = open.iter().rposition(|(other, _)| *other == name) {
                        open.truncate(at);
                    }
                }
                _ => {}
            }
            Stand { is_html: true, in_foreign: false }
        });
    }

    /// The language that the nearest of them declares.
    pub(super) fn lang(&self) -> Option<LanguageIdentifier> {
        self.0.iter().rev().find_map(|(_, lang)| lang.clone())
    }
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
