//! What of an element goes into the outline of a page: its shape, its look and whether it shows media.

use crate::document::{Element, Outline, Shape};

use super::element::Tag;
use super::hints;
use super::tokens::{Attribute, Start};

/// The element that a start tag opens inside another of the outline.
pub(super) fn element(start: &Start, file: &str, parent: u32, outline: &Outline) -> Element {
    let outer = outline.elements().get(parent as usize);
    let role = start.get(Attribute::Role).map_or("", |span| span.slice(file).trim());
    Element {
        parent,
        shape: shape(start.name.tag),
        is_media: is_media(start, file),
        in_article: outer.is_some_and(|outer| outer.in_article)
            || matches!(start.name.tag, Tag::Article | Tag::Main)
            || matches!(role, "article" | "main"),
        look: look(start, file),
    }
}

/// Do the classes or the id of an element name a picture, a film or what stands below one?
pub(super) fn is_media(start: &Start, file: &str) -> bool {
    [Attribute::Class, Attribute::Id]
        .into_iter()
        .filter_map(|name| start.get(name))
        .any(|span| hints::names_media(span.slice(file)))
}

fn shape(tag: Tag) -> Shape {
    match tag {
        Tag::Article
        | Tag::Body
        | Tag::Cell
        | Tag::Dialog
        | Tag::Div
        | Tag::Footer
        | Tag::Form
        | Tag::Header
        | Tag::Html
        | Tag::List
        | Tag::Main
        | Tag::Nav
        | Tag::Section => Shape::Area,
        Tag::Aside | Tag::Block => Shape::Aside,
        Tag::P | Tag::H1 | Tag::Heading | Tag::Pre => Shape::Line,
        Tag::Blockquote => Shape::Quote,
        Tag::Item | Tag::Definition | Tag::Caption => Shape::Item,
        _ => Shape::Other,
    }
}

/// A hash (FNV-1a) of the element's name and classes, in which all numbers are alike: `post-17` looks like `post-18`.
fn look(start: &Start, file: &str) -> u32 {
    let classes = start.get(Attribute::Class).map_or("", |span| span.slice(file));
    let mut last = b' ';
    let bytes = classes.bytes().filter_map(|byte| {
        let byte = match byte {
            b'0'..=b'9' => b'0',
            byte if byte.is_ascii_whitespace() => b' ',
            byte => byte,
        };
        let repeats = matches!(byte, b'0' | b' ') && byte == last;
        last = byte;
        (!repeats).then_some(byte)
    });
    bytes.fold(start.name.hash(), |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
