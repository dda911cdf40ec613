//! Where a block stands among the elements of a page with markup, and how much running text stands with it.
//!
//! The paragraphs of an article stand together: in one division, or in divisions of one. Teasers stand one in a division
//! each, however many they are, so running text without company in its division counts a fifth. The innermost element
//! that holds three fifths of the text so weighed is the core of the page, or one round it that adds hardly anything
//! but running text, since articles are cut up by advertisements; most features say where a block stands towards it. Words in class names are hardly used: they differ from site to site, nesting does not.
//! Every element has a higher number than the one round it, so sums and inherited facts are one loop each.

use std::collections::HashMap;
use std::ops::Range;

use super::facts::Facts;
use super::features::{Row, flag, log, small};
use crate::document::{Block, Element, Kind, Outline, Role, Shape};

/// Names of the features of the place, in order; numbers count the divisions round a block from the innermost.
pub(super) const PLACE: &[&str] = &[
    "share-0",
    "share-1",
    "share-2",
    "share-3",
    "text-0",
    "text-1",
    "text-2",
    "text-3",
    "linked-0",
    "linked-1",
    "linked-2",
    "linked-3",
    "words-0",
    "words-1",
    "words-2",
    "words-3",
    "block-words-0",
    "block-words-1",
    "block-words-2",
    "block-words-3",
    "texts-0",
    "texts-1",
    "core",
    "core-depth",
    "core-away",
    "core-text",
    "core-child",
    "most",
    "most-text",
    "look",
    "look-around",
    "parent-text",
    "media",
    "media-around",
    "quote-around",
    "aside-around",
    "minor",
    "siblings",
    "label",
    "same-start",
    "before-core-text",
    "after-core-text",
    "amid-core-text",
];

/// Words that running text beside a paragraph has at least for the paragraph to be in company.
const COMPANY: f32 = 25.0;
/// What running text without company counts.
const ALONE: f32 = 0.2;
/// Share of the running text that the core holds at least.
const CORE: f32 = 0.6;
/// Share of the running text that an element round the core adds at least to become the core, and its share of all
/// words that it adds.
const WIDER: (f32, f32) = (0.03, 0.5);
/// Share of the running text that the wider core holds at least.
const MOST: f32 = 0.8;
/// Words by which two blocks begin alike.
const START: usize = 8;

/// What stands inside an element.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    /// Running text, in words, weighed.
    text: f32,
    /// Blocks of running text.
    texts: f32,
    words: f32,
    linked: f32,
    /// Blocks without labels and buttons.
    blocks: f32,
    is_used: bool,
}

/// What an element has from those round it.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a feature; no two exclude each other")]
struct Standing {
    depth: u16,
    /// The nearest division, itself included.
    area: u32,
    /// Is it the core or inside it, and how deep?
    in_core: bool,
    core_depth: u16,
    /// Levels of the core that it does not share.
    away: u16,
    in_most: bool,
    /// Elements that hold less than half of the text, itself included.
    minor: u16,
    /// Are there, among those, a picture, a quotation, a division of its own kind?
    media: bool,
    quote: bool,
    aside: bool,
    /// The most elements of one look beside any of those.
    siblings: u16,
}

/// The places of all blocks of a page.
#[derive(Debug)]
pub(super) struct Places<'p> {
    blocks: &'p [&'p Block],
    elements: &'p [Element],
    /// Running text of each block, in words, weighed.
    text: Vec<f32>,
    total: f32,
    contents: Vec<Content>,
    standings: Vec<Standing>,
    /// Running text by the look of its element, and of the one round that.
    looks: HashMap<u32, f32>,
    looks_around: HashMap<(u32, u32), f32>,
    starts: HashMap<String, u32>,
    amid: Range<usize>,
}

impl<'p> Places<'p> {
    pub(super) fn new(blocks: &'p [&'p Block], facts: &'p [Facts], outline: &'p Outline) -> Self {
        let elements = outline.elements();
        let text = weighed(blocks, facts, elements);
        let total = text.iter().sum::<f32>().max(1.0);
        let contents = contents(blocks, facts, elements, &text);
        let standings = standings(elements, &contents, total);
        let mut places = Self {
            looks: HashMap::new(),
            looks_around: HashMap::new(),
            starts: HashMap::new(),
            amid: 0..blocks.len(),
            blocks,
            elements,
            text,
            total,
            contents,
            standings,
        };
        places.index(facts);
        places
    }

    /// Notes what is looked up for every block.
    fn index(&mut self, facts: &[Facts]) {
        let mut core = Vec::new();
        for (at, (block, facts)) in self.blocks.iter().zip(facts).enumerate() {
            if let Some(start) = start(block, facts) {
                *self.starts.entry(start).or_default() += 1;
            }
            let text = self.text.get(at).copied().unwrap_or_default();
            if text > 0.0 {
                let looks = self.looks_of(block);
                *self.looks.entry(looks.0).or_default() += text;
                *self.looks_around.entry(looks).or_default() += text;
                if self.standing(block.element).in_core {
                    core.push(at);
                }
            }
        }
        if let (Some(first), Some(last)) = (core.first(), core.last()) {
            self.amid = *first..*last + 1;
        }
    }

    fn element(&self, id: u32) -> Element {
        let page =
            Element { parent: 0, shape: Shape::Area, is_media: false, in_article: false, look: 0 };
        self.elements.get(id as usize).copied().unwrap_or(page)
    }

    fn content(&self, id: u32) -> Content {
        self.contents.get(id as usize).copied().unwrap_or_default()
    }

    fn standing(&self, id: u32) -> Standing {
        self.standings.get(id as usize).copied().unwrap_or_default()
    }

    fn looks_of(&self, block: &Block) -> (u32, u32) {
        let element = self.element(block.element);
        (element.look, self.element(element.parent).look)
    }

    /// Adds the features of a block.
    pub(super) fn push(&self, row: &mut Row, at: usize, facts: &Facts) {
        let Some(block) = self.blocks.get(at) else { return };
        self.push_areas(row, block);
        self.push_core(row, at, block);
        self.push_looks(row, at, block);
        self.push_around(row, block);
        row.push(flag(block.kind == Some(Kind::Label)));
        let count = start(block, facts).and_then(|start| self.starts.get(&start).copied());
        row.push(flag(count.is_some_and(|count| count > 1)));
        row.push(log(small(self.amid.start.saturating_sub(at))));
        row.push(log(small((at + 1).saturating_sub(self.amid.end))));
        row.push(flag(self.amid.contains(&at)));
    }

    /// The divisions round a block: their share of the page's text, and what else is in them.
    fn push_areas(&self, row: &mut Row, block: &Block) {
        let mut areas = [Content::default(); 4];
        let mut id = self.standing(block.element).area;
        for area in &mut areas {
            *area = self.content(id);
            id = self.standing(self.element(id).parent).area;
        }
        row.extend(areas.iter().map(|area| area.text / self.total));
        row.extend(areas.iter().map(|area| area.text / area.words.max(1.0)));
        row.extend(areas.iter().map(|area| area.linked / area.words.max(1.0)));
        row.extend(areas.iter().map(|area| log(area.words) / 2.0));
        row.extend(areas.iter().map(|area| log(area.words / area.blocks.max(1.0))));
        row.extend(areas.iter().take(2).map(|area| log(area.texts)));
    }

    fn push_core(&self, row: &mut Row, at: usize, block: &Block) {
        let standing = self.standing(block.element);
        let is_text = self.text.get(at).is_some_and(|text| *text > 0.0);
        row.push(flag(standing.in_core));
        row.push(f32::from(standing.core_depth.min(8)));
        row.push(f32::from(standing.away));
        row.push(flag(standing.in_core && is_text));
        row.push(flag(standing.in_core && standing.core_depth <= 1));
        row.push(flag(standing.in_most));
        row.push(flag(standing.in_most && is_text));
    }

    /// Shares of the other running text that stands in elements of the same look, or in the same element.
    fn push_looks(&self, row: &mut Row, at: usize, block: &Block) {
        let own = self.text.get(at).copied().unwrap_or_default();
        let others = |text: f32| (text - own).max(0.0) / (self.total - own).max(1.0);
        let looks = self.looks_of(block);
        row.push(others(self.looks.get(&looks.0).copied().unwrap_or_default()));
        row.push(others(self.looks_around.get(&looks).copied().unwrap_or_default()));
        row.push(others(self.content(self.element(block.element).parent).text));
    }

    fn push_around(&self, row: &mut Row, block: &Block) {
        let (element, standing) = (self.element(block.element), self.standing(block.element));
        let near = element.is_media || self.element(element.parent).is_media;
        row.push(flag(block.is_media || near));
        row.push(flag(block.is_media || standing.media));
        row.push(flag(standing.quote));
        row.push(flag(standing.aside));
        row.push(f32::from(standing.minor.min(10)) / 3.0);
        row.push(if standing.siblings > 1 { log(f32::from(standing.siblings) - 1.0) } else { 0.0 });
    }
}

fn is_label(block: &Block) -> bool {
    matches!(block.kind, Some(Kind::Label | Kind::Button | Kind::Form))
}

/// Is it running text that may be the article's?
fn is_running(block: &Block, facts: &Facts) -> bool {
    facts.is_text()
        && block.link_percent < 50
        && !is_label(block)
        && block.role != Some(Role::Chrome)
}

/// The words of each block's running text outside links, a fifth of them where it has no company.
fn weighed(blocks: &[&Block], facts: &[Facts], elements: &[Element]) -> Vec<f32> {
    let counts = counts(blocks, elements);
    let holder = |block: &Block| holder(block, elements, &counts);
    let mut held = vec![0.0_f32; elements.len()];
    for (block, facts) in blocks.iter().zip(facts).filter(|(block, facts)| is_running(block, facts))
    {
        if let Some(held) = held.get_mut(holder(block)) {
            *held += facts.words;
        }
    }
    let weigh = |(block, facts): (&&Block, &Facts)| {
        if !is_running(block, facts) {
            return 0.0;
        }
        let others = held.get(holder(block)).map_or(0.0, |held| held - facts.words);
        let weight = if others >= COMPANY { 1.0 } else { ALONE };
        facts.words * (1.0 - f32::from(block.link_percent) / 100.0) * weight
    };
    blocks.iter().zip(facts).map(weigh).collect()
}

/// How many blocks each element holds, labels left out.
fn counts(blocks: &[&Block], elements: &[Element]) -> Vec<u32> {
    let mut counts = vec![0_u32; elements.len()];
    for block in blocks.iter().filter(|block| !is_label(block)) {
        if let Some(count) = counts.get_mut(block.element as usize) {
            *count += 1;
        }
    }
    for (id, element) in elements.iter().enumerate().skip(1).rev() {
        let inner = counts.get(id).copied().unwrap_or_default();
        if let Some(outer) = counts.get_mut(element.parent as usize) {
            *outer += inner;
        }
    }
    counts
}

/// The element in which a block has its company: the one round its line, and round divisions that hold nothing else.
fn holder(block: &Block, elements: &[Element], counts: &[u32]) -> usize {
    let mut id = block.element as usize;
    let mut is_first = true;
    while id > 0
        && let Some(element) = elements.get(id)
    {
        let goes_on = match element.shape {
            Shape::Line | Shape::Quote => is_first,
            Shape::Area | Shape::Aside => counts.get(id) == Some(&1),
            Shape::Item | Shape::Other => false,
        };
        if !goes_on {
            break;
        }
        is_first = false;
        id = element.parent as usize;
    }
    id
}

fn contents(
    blocks: &[&Block],
    facts: &[Facts],
    elements: &[Element],
    text: &[f32],
) -> Vec<Content> {
    let mut contents = vec![Content::default(); elements.len()];
    for ((block, facts), text) in blocks.iter().zip(facts).zip(text) {
        let Some(content) = contents.get_mut(block.element as usize) else { continue };
        content.is_used = true;
        if !is_label(block) {
            content.text += text;
            content.texts += flag(*text > 0.0);
            content.words += facts.words;
            content.linked += facts.words * f32::from(block.link_percent) / 100.0;
            content.blocks += 1.0;
        }
    }
    for (id, element) in elements.iter().enumerate().skip(1).rev() {
        let Some(inner) = contents.get(id).copied() else { continue };
        if let Some(outer) = contents.get_mut(element.parent as usize) {
            outer.text += inner.text;
            outer.texts += inner.texts;
            outer.words += inner.words;
            outer.linked += inner.linked;
            outer.blocks += inner.blocks;
            outer.is_used |= inner.is_used;
        }
    }
    contents
}

/// The innermost division that holds such a share of the text; the page where none does.
fn holds(elements: &[Element], contents: &[Content], text: f32) -> usize {
    let can =
        |element: &Element| matches!(element.shape, Shape::Area | Shape::Aside | Shape::Other);
    elements
        .iter()
        .zip(contents)
        .rposition(|(element, content)| can(element) && content.text >= text)
        .unwrap_or_default()
}

/// The outermost element round the core that adds hardly anything but running text to it.
fn widen(core: usize, elements: &[Element], contents: &[Content], total: f32) -> usize {
    let content = |id: usize| contents.get(id).copied().unwrap_or_default();
    let (mut widest, mut id) = (core, core);
    while id > 0 {
        id = elements.get(id).map_or(0, |element| element.parent as usize);
        let (inner, outer) = (content(widest), content(id));
        let (text, words) = (outer.text - inner.text, outer.words - inner.words);
        if id > 0 && text >= WIDER.0 * total && text >= WIDER.1 * words {
            widest = id;
        }
    }
    widest
}

fn standings(elements: &[Element], contents: &[Content], total: f32) -> Vec<Standing> {
    let core = widen(holds(elements, contents, CORE * total), elements, contents, total);
    let most = holds(elements, contents, MOST * total);
    let siblings = siblings(elements, contents, total);
    let mut standings: Vec<Standing> = Vec::with_capacity(elements.len());
    for (id, element) in elements.iter().enumerate() {
        let outer = standings.get(element.parent as usize).copied().unwrap_or_default();
        let is_minor = contents.get(id).is_some_and(|content| content.text * 2.0 < total);
        let beside = siblings.get(id).copied().unwrap_or_default();
        let is_area = id == 0 || matches!(element.shape, Shape::Area | Shape::Aside);
        standings.push(Standing {
            depth: if id == 0 { 0 } else { outer.depth.saturating_add(1) },
            area: if is_area { u32::try_from(id).unwrap_or(0) } else { outer.area },
            in_core: outer.in_core || id == core,
            core_depth: if outer.in_core { outer.core_depth.saturating_add(1) } else { 0 },
            away: outer.away,
            in_most: outer.in_most || id == most,
            minor: outer.minor.saturating_add(u16::from(is_minor)),
            media: outer.media || (is_minor && element.is_media),
            quote: outer.quote || (is_minor && element.shape == Shape::Quote),
            aside: outer.aside || (is_minor && element.shape == Shape::Aside),
            siblings: if is_minor { outer.siblings.max(beside) } else { 0 },
        });
    }
    tell_away(elements, core, &mut standings);
    standings
}

/// How many levels of the core each element does not share: none inside, all for what stands in nothing round the core.
fn tell_away(elements: &[Element], core: usize, standings: &mut [Standing]) {
    let depth = |standings: &[Standing], id: usize| standings.get(id).map_or(0, |s| s.depth);
    let deepest = depth(standings, core);
    let mut round = vec![false; elements.len()];
    let mut id = core;
    while let Some(is_round) = round.get_mut(id).filter(|is_round| !**is_round) {
        *is_round = true;
        id = elements.get(id).map_or(0, |element| element.parent as usize);
    }
    for (id, element) in elements.iter().enumerate() {
        let away = if round.get(id).copied().unwrap_or_default() {
            deepest - depth(standings, id).min(deepest)
        } else {
            standings.get(element.parent as usize).map_or(0, |outer| outer.away)
        };
        if let Some(standing) = standings.get_mut(id) {
            standing.away = away;
        }
    }
}

/// How many elements of one look stand side by side, each with blocks in it and less than half of the text.
fn siblings(elements: &[Element], contents: &[Content], total: f32) -> Vec<u16> {
    let key = |element: &Element| (element.parent, element.look);
    let counts = |id: usize, element: &Element| {
        id > 0
            && element.shape != Shape::Line
            && contents.get(id).is_some_and(|content| content.is_used && content.text * 2.0 < total)
    };
    let mut count: HashMap<(u32, u32), u16> = HashMap::new();
    for (_, element) in elements.iter().enumerate().filter(|(id, element)| counts(*id, element)) {
        let count = count.entry(key(element)).or_default();
        *count = count.saturating_add(1);
    }
    let own = |(id, element): (usize, &Element)| {
        if counts(id, element) { count.get(&key(element)).copied().unwrap_or_default() } else { 0 }
    };
    elements.iter().enumerate().map(own).collect()
}

/// The first words of a block that has several.
fn start(block: &Block, facts: &Facts) -> Option<String> {
    if facts.words < 4.0 {
        return None;
    }
    let mut start = String::new();
    for word in block.passage.text.split_whitespace().take(START) {
        start.extend(word.chars().filter(|c| c.is_alphanumeric()));
        start.push(' ');
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::kinds::Kinds;
    use crate::text::{Passage, SourceId};

    const SENTENCE: &str = "The boat left the harbour late that day and came back before it was dark, as the keeper of the light had said.";

    fn element(parent: u32, shape: Shape) -> Element {
        Element {
            parent,
            shape,
            is_media: false,
            in_article: false,
            look: u32::from(shape == Shape::Line),
        }
    }

    fn value(row: &Row, name: &str) -> f32 {
        row[PLACE.iter().position(|other| *other == name).unwrap()]
    }

    /// Rows of blocks with a sentence each, in these elements.
    fn rows(outline: &Outline, places: &[u32]) -> Vec<Row> {
        let places: Vec<(u32, &str)> = places.iter().map(|element| (*element, SENTENCE)).collect();
        rows_of(outline, &places)
    }

    fn rows_of(outline: &Outline, places: &[(u32, &str)]) -> Vec<Row> {
        let blocks: Vec<Block> = (0..)
            .zip(places)
            .map(|(at, (element, text))| {
                let passage = Passage::verbatim(SourceId::new(0), text, at * 200);
                Block { element: *element, ..Block::plain(passage) }
            })
            .collect();
        let blocks: Vec<&Block> = blocks.iter().collect();
        let facts: Vec<Facts> =
            places.iter().map(|(_, text)| Facts::of(text, None, Kinds::built_in())).collect();
        let places = Places::new(&blocks, &facts, outline);
        let row = |at: usize| {
            let mut row = Row::new();
            places.push(&mut row, at, &facts[at]);
            row
        };
        (0..blocks.len()).map(row).collect()
    }

    #[test]
    fn an_article_outweighs_many_teasers() {
        let mut outline = Outline::default();
        let article = outline.add(element(0, Shape::Area));
        let mut places: Vec<(u32, &str)> =
            (0..3).map(|_| (outline.add(element(article, Shape::Line)), SENTENCE)).collect();
        let list = outline.add(element(0, Shape::Area));
        for _ in 0..9 {
            let card = outline.add(element(list, Shape::Area));
            places.push((outline.add(element(card, Shape::Line)), SENTENCE));
            places.push((outline.add(element(card, Shape::Line)), "A headline"));
        }
        let rows = rows_of(&outline, &places);
        assert!(rows.iter().all(|row| row.len() == PLACE.len()));
        let core: Vec<f32> = rows.iter().map(|row| value(row, "core")).collect();
        assert_eq!(core[..4], [1.0, 1.0, 1.0, 0.0]);
        assert!(value(&rows[0], "share-0") > 0.5 && value(&rows[3], "share-0") < 0.1);
        assert!(value(&rows[0], "siblings") < value(&rows[3], "siblings"));
        assert!((value(&rows[3], "core-away") - 1.0).abs() < 1e-6);
        assert_eq!(
            (value(&rows[2], "amid-core-text"), value(&rows[3], "amid-core-text")),
            (1.0, 0.0)
        );
    }

    #[test]
    fn an_article_cut_in_two_is_one() {
        let mut outline = Outline::default();
        let site = outline.add(element(0, Shape::Area));
        let article = outline.add(element(site, Shape::Area));
        let mut places = Vec::new();
        for count in [4, 3] {
            let part = outline.add(element(article, Shape::Area));
            for _ in 0..count {
                // Each paragraph in a division of its own.
                let lone = outline.add(element(part, Shape::Area));
                places.push(outline.add(element(lone, Shape::Line)));
            }
        }
        let rows = rows(&outline, &places);
        assert!(rows.iter().all(|row| value(row, "core") > 0.0));
        assert!(rows.iter().all(|row| value(row, "share-1") > 0.0));
    }

    #[test]
    fn without_elements_all_stands_in_the_core() {
        let rows = rows(&Outline::default(), &[0, 0, 0, 7]);
        assert!(value(&rows[0], "share-0") > 0.9);
        assert!((value(&rows[1], "core") - 1.0).abs() < 1e-6);
        assert!(rows.iter().flatten().all(|value| value.is_finite()));
    }

    #[test]
    fn a_deep_page_is_no_trouble() {
        let mut outline = Outline::default();
        let deepest = (0..100_000).fold(0, |parent, _| outline.add(element(parent, Shape::Area)));
        let rows = rows(&outline, &[deepest, deepest, 5]);
        assert!((value(&rows[0], "core") - 1.0).abs() < 1e-6);
        assert!(value(&rows[2], "core") < 1e-6);
    }
}
