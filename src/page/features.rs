//! What is measured of a block: its shape, its words, its language, its markup, its place and its neighbours.
//!
//! Every feature is between 0 and about 5, so that one ridge fits all; names stand in the tables below and in the weights.
//! The features of the second pass look at the first pass's scores round the block.
//! All windows are prefix sums: the work grows with the number of blocks, whatever they hold.

use std::collections::HashMap;

use super::facts::Facts;
use super::flow::{Flow, Sums};
use crate::document::{Block, Kind, Role};

/// Names of the features of the first pass, in order.
pub const FIRST: &[&str] = &[
    "constant",
    "length",
    "one-word",
    "short",
    "long",
    "sentence",
    "sentences",
    "colon",
    "commas",
    "lower-case-start",
    "digit-start",
    "all-capitals",
    "title-case",
    "digits",
    "symbols",
    "address",
    "quotation",
    "placeholder",
    "chrome-phrase",
    "repeated",
    "listed-words",
    "question",
    "parenthesis",
    "word-length",
    "copyright",
    "body-language",
    "chrome-language",
    "margin",
    "no-language",
    "heading",
    "paragraph",
    "list-item",
    "table-cell",
    "quote",
    "code",
    "caption",
    "chrome-kind",
    "role-body",
    "role-chrome",
    "links",
    "links-and-short",
    "section-words",
    "section-links",
    "section-sentences",
    "section-share",
    "position",
    "from-start",
    "from-end",
    "before-length",
    "before-sentence",
    "before-margin",
    "before-links",
    "before-phrase",
    "after-length",
    "after-sentence",
    "after-margin",
    "after-links",
    "after-phrase",
    "near-text",
    "near-margin",
    "near-phrase",
    "near-links",
    "wide-text",
    "wide-margin",
    "wide-phrase",
    "wide-links",
    "lead",
    "tail",
    "title",
    "after-title",
    "from-title",
    "text-in-body",
    "plain-paragraph",
    "linked-item",
    "heading-before-text",
    "in-flow",
    "long-in-chrome",
    "outside-body",
    "no-region",
    "item-in-body",
    "linked-line",
    "short-in-body",
    "paragraph-in-body",
];

/// Names of the features of the second pass, in order.
pub const SECOND: &[&str] = &[
    "constant",
    "score",
    "before",
    "after",
    "two-before",
    "two-after",
    "near",
    "wide",
    "core",
    "core-before",
    "core-after",
    "core-score",
    "short-in-core",
    "phrase",
    "same-language",
    "other-language",
    "repeated",
    "links",
    "score-short",
    "heading",
    "nearest",
];

/// The place of the language features in [`FIRST`].
pub(super) const LANGUAGE: std::ops::Range<usize> = 25..29;

/// Features of one block.
pub type Row = Vec<f32>;

/// The features of the first pass, a row for each block.
pub(super) fn first(blocks: &[&Block], facts: &[Facts]) -> Vec<Row> {
    let page = Page::new(blocks, facts);
    (0..blocks.len()).map(|at| page.row(at)).collect()
}

/// Running sums of the neighbourhood features.
struct Page<'p> {
    blocks: &'p [&'p Block],
    facts: &'p [Facts],
    repeated: Vec<bool>,
    sections: HashMap<u32, Section>,
    words: f32,
    has_region: bool,
    flow: Flow,
    text: Sums,
    margin: Sums,
    phrase: Sums,
    links: Sums,
    first_text: usize,
    last_text: usize,
    title: Option<usize>,
}

/// What stands between two hard divisions of a page.
#[derive(Default, Clone, Copy)]
struct Section {
    words: f32,
    linked: f32,
    sentences: f32,
}

impl<'p> Page<'p> {
    fn new(blocks: &'p [&'p Block], facts: &'p [Facts]) -> Self {
        let mut sections: HashMap<u32, Section> = HashMap::new();
        for (block, facts) in blocks.iter().zip(facts) {
            let section = sections.entry(block.section).or_default();
            section.words += facts.words;
            section.linked += facts.words * link_share(block);
            section.sentences += f32::from(u8::from(facts.is_text()));
        }
        let text: Vec<bool> = facts
            .iter()
            .zip(blocks)
            .map(|(facts, block)| facts.is_text() && facts.margin > -0.2 && block.link_percent < 50)
            .collect();
        let flow = Flow::of(blocks, facts);
        let fact = |of: fn(&Facts) -> f32| flow.sums(|at| facts.get(at).map_or(0.0, of));
        Self {
            repeated: repeated(blocks),
            has_region: has_region(blocks, facts),
            words: facts.iter().map(|facts| facts.words).sum::<f32>().max(1.0),
            text: flow.sums(|at| flag(text.get(at).copied().unwrap_or_default())),
            margin: fact(|facts| facts.margin),
            phrase: fact(|facts| facts.phrase),
            links: flow.sums(|at| blocks.get(at).map_or(0.0, |block| link_share(block))),
            first_text: text.iter().position(|text| *text).unwrap_or(blocks.len()),
            last_text: text.iter().rposition(|text| *text).unwrap_or(0),
            title: blocks.iter().position(|block| block.kind == Some(Kind::Title)),
            flow,
            blocks,
            facts,
            sections,
        }
    }

    fn row(&self, at: usize) -> Row {
        let mut row = Vec::with_capacity(FIRST.len());
        let (Some(block), Some(facts)) = (self.blocks.get(at), self.facts.get(at)) else {
            return row;
        };
        row.push(1.0);
        facts.push_shape(&mut row, self.repeated.get(at).copied().unwrap_or_default());
        facts.push_language(&mut row);
        self.push_markup(&mut row, block, facts);
        self.push_place(&mut row, at);
        row
    }

    fn push_markup(&self, row: &mut Row, block: &Block, facts: &Facts) {
        const KINDS: [Kind; 7] = [
            Kind::Heading,
            Kind::Paragraph,
            Kind::ListItem,
            Kind::TableCell,
            Kind::Quote,
            Kind::Code,
            Kind::Caption,
        ];
        row.extend(KINDS.iter().map(|kind| flag(block.kind == Some(*kind))));
        row.push(flag(block.kind.is_some_and(|kind| kind.role() == Role::Chrome)));
        row.push(flag(block.role == Some(Role::Body)));
        row.push(flag(block.role == Some(Role::Chrome)));
        row.push(link_share(block));
        row.push(if facts.words < 8.0 { link_share(block) } else { 0.0 });
        let section = self.sections.get(&block.section).copied().unwrap_or_default();
        row.push(log(section.words) / 2.0);
        row.push(section.linked / section.words.max(1.0));
        row.push(log(section.sentences));
        row.push(section.words / self.words);
    }

    fn push_place(&self, row: &mut Row, at: usize) {
        let count = self.blocks.len();
        row.push(ratio(at, count));
        row.push(log(small(at)) / 2.0);
        row.push(log(small(count - 1 - at)) / 2.0);
        for neighbour in [self.flow.neighbour(at, -1), self.flow.neighbour(at, 1)] {
            let facts = neighbour.and_then(|at| self.facts.get(at));
            let block = neighbour.and_then(|at| self.blocks.get(at));
            row.push(facts.map_or(0.0, |facts| facts.length));
            row.push(facts.map_or(0.0, |facts| facts.sentence));
            row.push(facts.map_or(0.0, |facts| facts.margin));
            row.push(block.map_or(0.0, |block| link_share(block)));
            row.push(facts.map_or(0.0, |facts| facts.phrase));
        }
        for reach in [3, 9] {
            for sums in [&self.text, &self.margin, &self.phrase, &self.links] {
                row.push(self.flow.mean_round(sums, at, reach));
            }
        }
        row.push(flag(at < self.first_text));
        row.push(flag(at > self.last_text));
        let from = self.title.and_then(|title| at.checked_sub(title));
        row.push(flag(from == Some(0)));
        row.push(flag(from.is_some_and(|from| from > 0)));
        row.push(from.map_or(0.0, |from| log(small(from)) / 2.0));
        self.push_pairs(row, at);
    }

    /// Measures that mean something together.
    fn push_pairs(&self, row: &mut Row, at: usize) {
        let (Some(block), Some(facts)) = (self.blocks.get(at), self.facts.get(at)) else { return };
        let next = self.flow.neighbour(at, 1).and_then(|next| self.facts.get(next));
        let links = link_share(block);
        row.push(flag(facts.is_text() && block.role == Some(Role::Body)));
        row.push(flag(block.kind == Some(Kind::Paragraph) && facts.words >= 8.0 && links < 0.3));
        row.push(flag(block.kind == Some(Kind::ListItem) && facts.words >= 6.0 && links > 0.3));
        row.push(flag(block.kind == Some(Kind::Heading) && next.is_some_and(Facts::is_text)));
        row.push(flag(block.kind.is_some() && self.flow.order().binary_search(&at).is_ok()));
        row.push(flag(block.role == Some(Role::Chrome) && facts.is_text()));
        let body = block.role == Some(Role::Body);
        row.push(flag(self.has_region && !body));
        row.push(flag(block.kind.is_some() && !self.has_region));
        row.push(flag(block.kind == Some(Kind::ListItem) && body && links < 0.3));
        row.push(flag(links > 0.9 && facts.words >= 4.0));
        row.push(flag(body && facts.words < 8.0));
        row.push(flag(block.kind == Some(Kind::Paragraph) && body && links < 0.3));
    }
}

/// Does markup say of a third of the running text, that which it calls chrome left out, that it is the body?
fn has_region(blocks: &[&Block], facts: &[Facts]) -> bool {
    let shown =
        |(block, facts): &(&&Block, &Facts)| facts.is_text() && block.role != Some(Role::Chrome);
    let text = || blocks.iter().zip(facts).filter(shown);
    let inside = text().filter(|(block, _)| block.role == Some(Role::Body)).count();
    inside > 0 && inside * 3 >= text().count()
}

/// Which blocks' texts stand on the page more than once.
fn repeated(blocks: &[&Block]) -> Vec<bool> {
    let mut counts: HashMap<&str, u32> = HashMap::with_capacity(blocks.len());
    for block in blocks {
        *counts.entry(block.passage.text.trim()).or_default() += 1;
    }
    blocks
        .iter()
        .map(|block| counts.get(block.passage.text.trim()).is_some_and(|count| *count > 1))
        .collect()
}

/// The features of the second pass, from the scores of the first.
pub(super) fn second(blocks: &[&Block], facts: &[Facts], scores: &[f32]) -> Vec<Row> {
    let scores: Vec<f32> = scores.iter().map(|score| score.clamp(-6.0, 6.0)).collect();
    let flow = Flow::of(blocks, facts);
    let sums = flow.sums(|at| scores.get(at).copied().unwrap_or_default());
    let core = core(facts, &scores, flow.order());
    let repeated = repeated(blocks);
    let sure =
        (0..scores.len()).filter(|at| scores.get(*at).is_some_and(|score| *score > 2.0)).collect();
    let surroundings = Surroundings { scores, flow, sums, core, sure };
    blocks
        .iter()
        .zip(facts)
        .zip(repeated)
        .enumerate()
        .map(|(at, ((block, facts), repeated))| surroundings.row(at, block, facts, repeated))
        .collect()
}

/// What the first pass says round a block.
struct Surroundings {
    scores: Vec<f32>,
    flow: Flow,
    sums: Sums,
    core: std::ops::Range<usize>,
    sure: Vec<usize>,
}

impl Surroundings {
    fn score(&self, at: Option<usize>) -> f32 {
        at.and_then(|at| self.scores.get(at)).copied().unwrap_or(-3.0) / 2.0
    }

    fn row(&self, at: usize, block: &Block, facts: &Facts, repeated: bool) -> Row {
        let core = self.core.contains(&at);
        let own = self.score(Some(at));
        let beside = |steps| self.score(self.flow.neighbour(at, steps));
        let mut row = vec![1.0, own, beside(-1), beside(1), beside(-2), beside(2)];
        row.push(self.flow.mean_round(&self.sums, at, 3) / 2.0);
        row.push(self.flow.mean_round(&self.sums, at, 9) / 2.0);
        row.extend([
            flag(core),
            if core { 0.0 } else { log(small(self.core.start.saturating_sub(at))) },
            if core { 0.0 } else { log(small((at + 1).saturating_sub(self.core.end))) },
            if core { own } else { 0.0 },
            flag(core && facts.words < 5.0),
            facts.phrase,
            flag(facts.margin > 0.3),
            flag(facts.margin < -0.3),
            flag(repeated),
            link_share(block),
            if facts.words < 5.0 { own } else { 0.0 },
            flag(block.kind == Some(Kind::Heading)),
            log(small(self.nearest_sure(at))),
        ]);
        row
    }

    /// How far the nearest other block is that the first pass is sure of.
    fn nearest_sure(&self, at: usize) -> usize {
        let next = self.sure.partition_point(|sure| *sure < at);
        let behind = next
            .checked_sub(1)
            .and_then(|before| self.sure.get(before))
            .map_or(99, |sure| at - sure);
        let ahead = self.sure.get(next).map_or(99, |sure| sure - at);
        behind.min(ahead)
    }
}

/// The stretch of the running order with the greatest sum of scores, long blocks counting more (Kadane's algorithm).
fn core(facts: &[Facts], scores: &[f32], order: &[usize]) -> std::ops::Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for at in order {
        let (Some(facts), Some(score)) = (facts.get(*at), scores.get(*at)) else { continue };
        if sum <= 0.0 {
            (start, sum) = (*at, 0.0);
        }
        sum += score.clamp(-2.0, 3.0) * (0.3 + facts.length);
        if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    best
}

fn link_share(block: &Block) -> f32 {
    f32::from(block.link_percent) / 100.0
}

pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// ln(1 + x), the same on every platform.
pub(super) fn log(x: f32) -> f32 {
    libm::logf(1.0 + x)
}

pub(super) fn small(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn ratio(part: usize, whole: usize) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a share of a page")]
    let ratio = part as f32 / whole.max(1) as f32;
    ratio
}
