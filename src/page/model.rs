//! Body or chrome: a score for each block, then the cheapest path through the page.
//!
//! Plain text is scored by two passes of logistic regression: the first sees a block and its neighbours, the second the
//! first one's scores round it; their weights are in `data/weights.tsv`, in two sets: pages in two languages and in one.
//! Pages with markup are scored by decision trees (`trees`). A Viterbi path (1967) then weighs each change between body
//! and chrome. Nothing but sums and products decides, so that every platform decides alike.

use std::ops::Range;
use std::sync::LazyLock;

use super::classify;
use super::detect::Detector;
use super::facts::Facts;
use super::features::{self, FIRST, LANGUAGE, Row, SECOND};
use super::kinds::Kinds;
use super::places::Places;
use super::trees::Trees;
use crate::document::{Block, Kind, Outline, Role};

static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| Weights::read(include_str!("data/weights.tsv")));

/// What kind of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Set {
    /// Plain text, the body in one language and the chrome in another.
    Bilingual,
    /// Plain text in one language.
    Single,
    /// Blocks with markup.
    Markup,
}

impl Set {
    /// Those with weights, in the order of the columns.
    pub const PLAIN: [Self; 2] = [Self::Bilingual, Self::Single];
}

/// The score, as log-odds, that the likeliest running text of a page with markup has at least.
const LIKELIEST: f32 = 2.0;

/// Fitted weights; see `data/weights.tsv`.
#[derive(Debug, Clone, Default)]
pub(super) struct Weights {
    first: Vec<[f32; 2]>,
    second: Vec<[f32; 2]>,
    change: [f32; 2],
}

impl Weights {
    /// Reads a table of weights; a feature that is missing weighs nothing.
    fn read(tsv: &str) -> Self {
        let row = |pass: &str, name: &str| {
            tsv.lines()
                .filter_map(|line| {
                    line.strip_prefix(pass)?
                        .strip_prefix('.')?
                        .strip_prefix(name)?
                        .strip_prefix('\t')
                })
                .map(numbers)
                .next()
                .unwrap_or_default()
        };
        Self {
            first: FIRST.iter().map(|name| row("first", name)).collect(),
            second: SECOND.iter().map(|name| row("second", name)).collect(),
            change: row("path", "change"),
        }
    }
}

fn numbers(fields: &str) -> [f32; 2] {
    let mut out = [0.0; 2];
    for (out, field) in out.iter_mut().zip(fields.split('\t')) {
        *out = field.trim().parse().ok().filter(|weight: &f32| weight.is_finite()).unwrap_or(0.0);
    }
    out
}

/// A page made ready for the model: its blocks, what they show, the set of weights that fits.
#[derive(Debug)]
pub struct Measured<'p> {
    blocks: Vec<&'p Block>,
    outline: &'p Outline,
    facts: Vec<Facts>,
    /// The set of weights that fits the page.
    pub set: Set,
    bilingual: bool,
}

impl<'p> Measured<'p> {
    /// Measures blocks that stand in the elements of an outline; `pair` is a detector for the body's language and the chrome's, in this order, where they differ.
    pub fn new(blocks: Vec<&'p Block>, outline: &'p Outline, pair: Option<&Detector>) -> Self {
        let kinds = Kinds::built_in();
        let facts =
            blocks.iter().map(|block| Facts::of(&block.passage.text, pair, kinds)).collect();
        let marked = blocks.iter().any(|block| block.kind.is_some() || block.role.is_some());
        let set = match pair {
            _ if marked => Set::Markup,
            Some(_) => Set::Bilingual,
            None => Set::Single,
        };
        Self { blocks, outline, facts, set, bilingual: pair.is_some() }
    }

    /// The features of the first pass, a row for each block; [`FIRST`] names them.
    pub fn first(&self) -> Vec<Row> {
        features::first(&self.blocks, &self.facts)
    }

    /// All features of pages with markup, a row for each block; [`super::trees::names`] names them.
    pub fn marked(&self) -> Vec<Row> {
        let mut rows = self.first();
        let places = Places::new(&self.blocks, &self.facts, self.outline);
        for (at, (row, facts)) in rows.iter_mut().zip(&self.facts).enumerate() {
            places.push(row, at, facts);
        }
        rows
    }

    /// The features of the second pass, given the first one's scores; [`SECOND`] names them.
    pub fn second(&self, scores: &[f32]) -> Vec<Row> {
        features::second(&self.blocks, &self.facts, scores)
    }

    /// The scores of a page with markup, raised until the likeliest running text is body, since such a page is seldom
    /// without an article.
    pub fn settle(&self, mut scores: Vec<f32>) -> Vec<f32> {
        let texts = self.blocks.iter().zip(&self.facts).zip(&scores);
        let best = texts
            .filter(|((block, facts), _)| facts.is_text() && block.role != Some(Role::Chrome))
            .map(|(_, score)| *score)
            .fold(f32::MIN, f32::max);
        if best > f32::MIN && best < LIKELIEST {
            for score in &mut scores {
                *score += LIKELIEST - best;
            }
        }
        scores
    }

    /// Which blocks are body.
    pub(super) fn decide(&self) -> Vec<bool> {
        if self.is_bare() {
            return vec![true; self.blocks.len()];
        }
        if self.set == Set::Markup { self.decide_marked() } else { self.decide_plain(&WEIGHTS) }
    }

    /// Pages with markup that are in two languages borrow the language weights of the bilingual set: the labelled pages
    /// with markup are all in one language.
    fn decide_marked(&self) -> Vec<bool> {
        let trees = Trees::built_in();
        let language = |row: &Row| {
            if self.bilingual {
                dot(row, &WEIGHTS.first, Set::Bilingual as usize, LANGUAGE)
            } else {
                0.0
            }
        };
        let scores = self.marked().iter().map(|row| trees.score(row) + language(row)).collect();
        path(&self.settle(scores), trees.change)
    }

    /// The path takes the mean of both passes.
    fn decide_plain(&self, weights: &Weights) -> Vec<bool> {
        let column = self.set as usize;
        let score = |row: &Row, weights: &[[f32; 2]]| dot(row, weights, column, 0..row.len());
        let first: Vec<f32> = self.first().iter().map(|row| score(row, &weights.first)).collect();
        let second = self.second(&first);
        let second = second.iter().map(|row| score(row, &weights.second));
        let mean: Vec<f32> =
            first.iter().zip(second).map(|(first, second)| (first + second) / 2.0).collect();
        path(&mean, weights.change.get(column).copied().unwrap_or_default())
    }

    /// The kind of each block, given which are body; takes the page's title into the body.
    pub fn kinds(&self, body: &mut [bool]) -> Vec<Kind> {
        classify::claim_title(&self.blocks, body);
        classify::kinds(&self.blocks, body)
    }

    /// Is it a text without a site round it, as a file that somebody wrote? Nearly no block speaks of a site, few are short
    /// and most of its words are running text. (The weights know only pages with a site.)
    pub fn is_bare(&self) -> bool {
        let of_site = |(block, facts): (&&Block, &Facts)| {
            block.role == Some(Role::Chrome)
                || block.kind.is_some_and(|kind| kind.role() == Role::Chrome)
                || (facts.words < 20.0 && (facts.phrase > 0.0 || block.link_percent > 80))
        };
        let hints = self.blocks.iter().zip(&self.facts).filter(|pair| of_site(*pair)).count();
        let short = self.facts.iter().filter(|facts| facts.words < 5.0).count();
        let words = |text: bool| -> f32 {
            self.facts
                .iter()
                .filter(|facts| !text || facts.is_text())
                .map(|facts| facts.words)
                .sum()
        };
        !self.bilingual
            && hints * 20 <= self.blocks.len()
            && short * 5 <= self.blocks.len()
            && words(true) * 2.0 > words(false)
    }
}

fn dot(row: &Row, weights: &[[f32; 2]], column: usize, part: Range<usize>) -> f32 {
    let pairs = row.iter().zip(weights).enumerate().filter(|(at, _)| part.contains(at));
    pairs
        .map(|(_, (value, weights))| value * weights.get(column).copied().unwrap_or_default())
        .sum()
}

/// The best path: log-odds of body for each block, and the cost of each change of region.
pub fn path(scores: &[f32], change: f32) -> Vec<bool> {
    let (mut chrome, mut body) = (0.0f32, 0.0f32);
    let mut steps = Vec::with_capacity(scores.len());
    for score in scores {
        let to_chrome = body - change > chrome;
        let to_body = chrome - change > body;
        let next_chrome = if to_chrome { body - change } else { chrome };
        let next_body = if to_body { chrome - change } else { body } + score;
        // Only the difference counts; keeping the sums near zero keeps them exact on long pages.
        let top = next_chrome.max(next_body);
        (chrome, body) = (next_chrome - top, next_body - top);
        steps.push((to_chrome, to_body));
    }
    let mut state = body > chrome;
    let mut out: Vec<bool> = steps
        .iter()
        .rev()
        .map(|(to_chrome, to_body)| {
            let here = state;
            state = if here { !*to_body } else { *to_chrome };
            here
        })
        .collect();
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_doubt_does_not_break_a_region() {
        assert_eq!(path(&[3.0, -1.0, 3.0, -3.0], 2.0), [true, true, true, false]);
        assert_eq!(path(&[3.0, -1.0, 3.0, -3.0], 0.0), [true, false, true, false]);
        assert_eq!(path(&[-3.0, 9.0, -3.0], 2.0), [false, true, false]);
        assert!(path(&[], 2.0).is_empty());
    }

    #[test]
    fn every_feature_has_a_weight_and_every_weight_a_feature() {
        let names: Vec<String> = include_str!("data/weights.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next().map(str::to_owned))
            .collect();
        let first = FIRST.iter().map(|name| format!("first.{name}"));
        let second = SECOND.iter().map(|name| format!("second.{name}"));
        let wanted: Vec<String> = first.chain(second).chain(["path.change".to_owned()]).collect();
        assert_eq!(names, wanted);
    }
}
