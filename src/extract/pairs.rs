//! Which candidate of the target renders which candidate of the source.
//!
//! Two candidates that stand in the same units belong together: the measure is Dice's coefficient over units, to
//! which the log-likelihood ratio of Dunning 1993 adds a test that the two meet more often than by chance. Candidates of like
//! length, of like kind (names face names) and with words that look alike (the cognates of Simard, Foster and Isabelle
//! 1992: four first letters in common) are preferred. Then the best pair is linked, both are taken, and so on:
//! Melamed's competitive linking (2000).

use std::collections::{BTreeSet, HashMap};

use super::corpus::{Part, Side};
use super::grams::{Grams, LONGEST};
use super::terms::Candidate;
use crate::text::{fold_diacritics, is_acronym, words};

/// Candidates of a unit that are looked at, of source and target; longer units are lists, not sentences.
const MOST_SOURCE: usize = 64;
const MOST_TARGET: usize = 512;

/// Score below which nothing is linked, in thousandths: the two stand in one unit more often than apart.
const LEAST_SCORE: u64 = 450;

/// Log-likelihood ratio below which two meet by chance: 10.83 is the point of one in a thousand of χ² with one degree of
/// freedom. In thousandths.
const LEAST_RATIO: u64 = 10_830;

/// Letters by which short forms may differ without being unlike: an ending or an article.
const SLACK: u64 = 3;

/// What stands for likeness of length where one of two is an acronym, in thousandths.
const SHORTENED: u64 = 850;

/// Letters that cognates have in common at their beginning.
const COGNATE: usize = 4;

/// A rendering of a candidate of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// Number among the candidates of the source.
    pub(super) source: usize,
    /// Number among the candidates of the target.
    pub(super) target: usize,
    /// Units in which both stand.
    pub(super) together: u32,
    /// How well they fit, in thousandths.
    pub(super) score: u64,
}

/// One side with its candidates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Half<'h> {
    pub(super) side: &'h Side<'h>,
    pub(super) grams: &'h Grams,
    pub(super) candidates: &'h [Candidate],
}

/// The links between the candidates of two sides, one each at most.
pub(super) fn link(source: Half<'_>, target: Half<'_>) -> Vec<Link> {
    let (own, other) = (source.by_unit(MOST_SOURCE), target.by_unit(MOST_TARGET));
    let units = own.len().min(other.len());
    let mut together: HashMap<(u32, u32), u32> = HashMap::new();
    for (left, right) in own.iter().zip(&other) {
        for a in left {
            for b in right {
                *together.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let (left, right) = (counts(&own, source), counts(&other, target));
    let (a_words, b_words) = (source.beginnings(), target.beginnings());
    let mut pairs: Vec<((u32, u32), u32)> =
        together.into_iter().filter(|(_, both)| *both >= 2).collect();
    pairs.sort_unstable();
    let mut links: Vec<Link> = pairs
        .into_iter()
        .filter_map(|((a, b), both)| {
            let (a, b) = (a as usize, b as usize);
            let (alone, other) = (*left.get(a)?, *right.get(b)?);
            let fits = ratio(both, alone, other, units) >= LEAST_RATIO || both == alone.min(other);
            let dice = 2000 * u64::from(both) / u64::from((alone + other).max(1));
            let (one, two) = (source.candidates.get(a)?, target.candidates.get(b)?);
            let (short, long) = (one.letters.min(two.letters), one.letters.max(two.letters));
            // A word does not render a phrase of three.
            if short * 2 < long && !is_short(one, two) {
                return None;
            }
            let alike = cognates(a_words.get(a)?, b_words.get(b)?);
            let score = dice * fit(one, two) / 1000 * (1000 + alike / 2) / 1000;
            let link = Link { source: a, target: b, together: both, score };
            (fits && score >= LEAST_SCORE).then_some(link)
        })
        .collect();
    let length = |link: &Link| target.candidates.get(link.target).map_or(0, |found| found.letters);
    links.sort_by(|a, b| {
        let best = b.score.cmp(&a.score).then(b.together.cmp(&a.together));
        best.then(length(b).cmp(&length(a))).then((a.source, a.target).cmp(&(b.source, b.target)))
    });
    compete(links)
}

/// Takes links from the best down, each side of each once.
fn compete(links: Vec<Link>) -> Vec<Link> {
    let (mut left, mut right) = (BTreeSet::new(), BTreeSet::new());
    let free = |link: &Link| {
        let is_free = !left.contains(&link.source) && !right.contains(&link.target);
        if is_free {
            left.insert(link.source);
            right.insert(link.target);
        }
        is_free
    };
    links.into_iter().filter(free).collect()
}

impl Half<'_> {
    /// The candidates of every unit, each once, the first so many.
    fn by_unit(&self, most: usize) -> Vec<Vec<u32>> {
        let numbers: HashMap<usize, u32> =
            (0u32..).zip(self.candidates).map(|(at, found)| (found.gram, at)).collect();
        let of_unit = |range: &std::ops::Range<usize>| {
            let mut found = Vec::new();
            for at in range.clone() {
                for len in 1..=LONGEST {
                    let Some(gram) = self.grams.at(at, len) else { break };
                    found.extend(numbers.get(&gram).copied());
                }
            }
            found.sort_unstable();
            found.dedup();
            // Candidates are numbered from the best.
            found.truncate(most);
            found
        };
        self.side.ranges.iter().map(of_unit).collect()
    }

    /// The first letters of the content words of every candidate.
    fn beginnings(&self) -> Vec<BTreeSet<String>> {
        let of = |found: &Candidate| {
            let gram = self.grams.all.get(found.gram);
            let tokens = gram.map(|gram| gram.words(self.side)).unwrap_or_default();
            let content = tokens.iter().filter(|token| token.part == Part::Content);
            content
                .flat_map(|token| words(token.span.slice(self.side.text(token))))
                .map(|word| fold_diacritics(word.text).chars().take(COGNATE).collect::<String>())
                .filter(|start| start.chars().count() == COGNATE)
                .collect()
        };
        self.candidates.iter().map(of).collect()
    }
}

/// In how many units each candidate stands.
fn counts(units: &[Vec<u32>], half: Half<'_>) -> Vec<u32> {
    let mut counts = vec![0u32; half.candidates.len()];
    for number in units.iter().flatten() {
        if let Some(count) = counts.get_mut(*number as usize) {
            *count += 1;
        }
    }
    counts
}

/// Is one of two an acronym, whose letters say nothing of the length of the other?
fn is_short(a: &Candidate, b: &Candidate) -> bool {
    is_acronym(&a.text) || is_acronym(&b.text)
}

/// How alike two candidates are in length and kind, in thousandths.
fn fit(a: &Candidate, b: &Candidate) -> u64 {
    let (short, long) = (a.letters.min(b.letters) as u64, a.letters.max(b.letters) as u64);
    let by_letters = 500 + 500 * (short + SLACK) / (long + SLACK);
    let length = if is_short(a, b) { SHORTENED } else { by_letters };
    // A phrase is rendered by a phrase more often than by a word.
    let words = if is_phrase(a) == is_phrase(b) || is_short(a, b) { 1000 } else { 800 };
    let kind = if a.is_name == b.is_name { 1000 } else { 850 };
    length * kind / 1000 * words / 1000
}

/// Is it more than one word, those joined by hyphens counted one by one?
fn is_phrase(found: &Candidate) -> bool {
    words(&found.text).nth(1).is_some()
}

/// The share of words that look alike, in thousandths.
fn cognates(a: &BTreeSet<String>, b: &BTreeSet<String>) -> u64 {
    let shared = a.intersection(b).count() as u64;
    1000 * shared / (a.len().max(b.len()) as u64).max(1)
}

/// Dunning's log-likelihood ratio of two candidates that meet in `both` of `units` units, in thousandths.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "counts are small and the ratio is not negative"
)]
fn ratio(both: u32, a: u32, b: u32, units: usize) -> u64 {
    let [both, a, b, units] = [f64::from(both), f64::from(a), f64::from(b), units as f64];
    let term = |seen: f64, row: f64, column: f64| {
        let expected = row * column / units.max(1.0);
        if seen > 0.0 && expected > 0.0 { seen * libm::log(seen / expected) } else { 0.0 }
    };
    let sum = term(both, a, b)
        + term(a - both, a, units - b)
        + term(b - both, units - a, b)
        + term(units - a - b + both, units - a, units - b);
    (sum * 2000.0).max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_grows_with_the_units_in_which_two_meet() {
        assert!(ratio(5, 5, 5, 100) > LEAST_RATIO);
        assert!(ratio(2, 20, 20, 100) < LEAST_RATIO);
        assert_eq!(ratio(0, 0, 0, 0), 0);
    }

    #[test]
    fn each_candidate_is_linked_once() {
        let of = |source, target, score| Link { source, target, together: 3, score };
        let links = compete(vec![of(0, 0, 900), of(0, 1, 800), of(1, 0, 700), of(1, 1, 500)]);
        assert_eq!(links, [of(0, 0, 900), of(1, 1, 500)]);
    }
}
