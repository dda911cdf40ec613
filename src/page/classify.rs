//! The kind of each block, once its region is known: by markup, by its words, by its place.

use super::kinds::Kinds;
use crate::document::{Block, Kind, Outline, Role};

/// Words that a title or heading has at most.
const HEADING: usize = 25;
/// Words that a credit has at most.
const CREDIT: usize = 6;
/// Percent of a block's characters that may stand in links where it is no navigation, as for a text without a site.
const LINKED: u8 = 80;

/// Takes the page's title into the body: where markup names one before the article, outside the site's regions.
///
/// The labelled pages say nothing of titles, so the model does not know them.
pub(super) fn claim_title(blocks: &[&Block], body: &mut [bool]) {
    let Some(first) = body.iter().position(|body| *body) else { return };
    let is_title =
        |block: &&Block| block.kind == Some(Kind::Title) && block.role != Some(Role::Chrome);
    let title = blocks.iter().take(first).position(is_title);
    if let Some(claimed) = title.and_then(|at| body.get_mut(at)) {
        *claimed = true;
    }
}

/// Takes what the markup says is the article into the body, for a page in which nothing else looks like one: an article
/// may be a heading and one short sentence. Navigation stays out of it.
pub(super) fn claim_article(blocks: &[&Block], outline: &Outline, body: &mut [bool]) {
    let elements = outline.elements();
    for (block, body) in blocks.iter().zip(body) {
        let in_article =
            elements.get(block.element as usize).is_some_and(|element| element.in_article);
        let of_site = block.role == Some(Role::Chrome)
            || block.kind.is_some_and(|kind| kind.role() == Role::Chrome)
            || block.link_percent > LINKED;
        *body |= in_article && !of_site;
    }
}

/// Kinds of all blocks, given which are body.
pub(super) fn kinds(blocks: &[&Block], body: &[bool]) -> Vec<Kind> {
    let built_in = Kinds::built_in();
    let mut kinds: Vec<Kind> = blocks
        .iter()
        .zip(body)
        .map(
            |(block, body)| {
                if *body { body_kind(block, built_in) } else { chrome_kind(block, built_in) }
            },
        )
        .collect();
    mark_title(blocks, body, &mut kinds);
    mark_credits(blocks, body, &mut kinds);
    mark_authors(blocks, body, &mut kinds);
    kinds
}

fn body_kind(block: &Block, kinds: &Kinds) -> Kind {
    let text = block.passage.text.trim();
    let told = block.kind.filter(|kind| kind.role() == Role::Body && *kind != Kind::Paragraph);
    let is_item =
        text.starts_with(['•', '◦', '▪', '‣']) || text.starts_with("- ") || text.starts_with("* ");
    if let Some(kind) = told {
        kind
    } else if let Some(kind) = kinds.find(text, Role::Body) {
        kind
    } else if is_item {
        Kind::ListItem
    } else if is_dateline(text) {
        Kind::Dateline
    } else if block.kind.is_none() && is_headline(text, HEADING / 2) {
        Kind::Heading
    } else {
        Kind::Paragraph
    }
}

fn chrome_kind(block: &Block, kinds: &Kinds) -> Kind {
    let text = block.passage.text.trim();
    let count = text.split_whitespace().take(9).count();
    let told = block.kind.filter(|kind| kind.role() == Role::Chrome && *kind != Kind::Other);
    if let Some(kind) = told.or_else(|| kinds.find(text, Role::Chrome)) {
        kind
    } else if text.ends_with(':') {
        Kind::Label
    } else if count <= 4 && !ends_sentence(text) {
        Kind::Navigation
    } else {
        Kind::Other
    }
}

/// The first block of the article, where it is short and no sentence.
fn mark_title(blocks: &[&Block], body: &[bool], kinds: &mut [Kind]) {
    let Some(at) = body.iter().position(|body| *body) else { return };
    let followed = body.iter().skip(at + 1).any(|body| *body);
    if let (Some(block), Some(kind)) = (blocks.get(at), kinds.get_mut(at))
        && matches!(kind, Kind::Heading | Kind::Paragraph)
        && followed
        && is_headline(block.passage.text.trim(), HEADING)
    {
        *kind = Kind::Title;
    }
}

/// Short names behind the article's last sentence: the agency or paper it came from.
fn mark_credits(blocks: &[&Block], body: &[bool], kinds: &mut [Kind]) {
    let own = blocks.iter().zip(body).zip(kinds).filter(|((_, body), _)| **body);
    let own: Vec<_> = own.map(|((block, _), kind)| (block.passage.text.trim(), kind)).collect();
    for (text, kind) in own.into_iter().rev() {
        match kind {
            Kind::Caption | Kind::Credit => {}
            Kind::Heading | Kind::Paragraph if is_name(text) => *kind = Kind::Credit,
            _ => break,
        }
    }
}

/// A sentence right behind a byline tells of the author.
fn mark_authors(blocks: &[&Block], body: &[bool], kinds: &mut [Kind]) {
    let mut after_byline = false;
    for ((block, body), kind) in blocks.iter().zip(body).zip(kinds) {
        if after_byline
            && !body
            && *kind == Kind::Other
            && block.passage.text.split_whitespace().nth(7).is_some()
        {
            *kind = Kind::Author;
        }
        after_byline = *kind == Kind::Byline;
    }
}

fn is_headline(text: &str, most: usize) -> bool {
    text.split_whitespace().nth(most).is_none()
        && !ends_sentence(text.trim_end_matches(['"', '”', '»', '’', ' ', '\u{a0}']))
        && !text.ends_with(',')
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '…', ';'])
}

/// A few capitalised words without a full stop.
pub(super) fn is_name(text: &str) -> bool {
    let words = || text.split_whitespace();
    words().nth(CREDIT).is_none()
        && words().next().is_some()
        && !ends_sentence(text)
        && words().all(|word| word.starts_with(char::is_uppercase) || word.chars().count() <= 3)
}

/// A line that holds nothing but a place and a date, or a date.
fn is_dateline(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let count = text.split_whitespace().take(9).count();
    let year = text
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
    count <= 8
        && year
        && digits * 10 >= text.chars().count()
        && !ends_sentence(text)
        && !text.ends_with(':')
}
