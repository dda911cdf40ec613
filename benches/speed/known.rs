//! The known things beside which ours are measured.

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_segmentation::UnicodeSegmentation;

/// TOML to values without places.
pub(super) fn parse_toml(text: &str) -> usize {
    text.parse::<toml::Table>().map_or(0, |table| table.len())
}

/// Cells of a table, no quotes known.
pub(super) fn split_csv(text: &str) -> usize {
    text.lines().map(|line| line.split([';', '\t']).map(str::len).sum::<usize>()).sum()
}

/// The source terms, to be found anywhere and in any letter case of ASCII: no words, no forms, no translation.
pub(super) fn automaton(terms: &[String]) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(terms)
        .unwrap()
}

/// Sentences by Unicode's annex 29.
pub(super) fn unicode_sentences(text: &str) -> usize {
    text.lines().map(|line| line.unicode_sentences().count()).sum()
}

/// The least that reading a page can cost.
pub(super) fn tags(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'<').count()
}

/// Gale and Church (1993) by lengths alone, in a band of 100 sentences round the diagonal; the cost of the best path.
pub(super) fn gale_church(source: &[&str], target: &[&str]) -> f64 {
    const BAND: usize = 100;
    const SHAPES: [(usize, usize, f64); 6] =
        [(1, 1, 0.11), (1, 0, 4.6), (0, 1, 4.6), (2, 1, 2.4), (1, 2, 2.4), (2, 2, 4.5)];
    let sums = |texts: &[&str]| -> Vec<f64> {
        let mut sum = 0.0;
        let mut sums = vec![0.0];
        for text in texts {
            sum += text.chars().count() as f64;
            sums.push(sum);
        }
        sums
    };
    let (a, b) = (sums(source), sums(target));
    let width = 2 * BAND + 1;
    let middle = |row: usize| row * target.len() / source.len().max(1);
    let mut cost = vec![f64::INFINITY; (source.len() + 1) * width];
    let at = |row: usize, column: usize| {
        let offset = (column + BAND).checked_sub(middle(row))?;
        (offset < width).then_some(row * width + offset)
    };
    cost[BAND] = 0.0;
    for row in 0..=source.len() {
        let from = middle(row).saturating_sub(BAND);
        for column in from..=(middle(row) + BAND).min(target.len()) {
            let Some(here) = at(row, column) else { continue };
            for (rows, columns, penalty) in SHAPES {
                let (Some(i), Some(j)) = (row.checked_sub(rows), column.checked_sub(columns))
                else {
                    continue;
                };
                let Some(before) = at(i, j) else { continue };
                let (own, other) = (a[row] - a[i], b[column] - b[j]);
                let mean = f64::midpoint(own, other).max(1.0);
                let delta = (other - own) * (other - own) / (6.8 * mean);
                cost[here] = cost[here].min(cost[before] + penalty + delta / 2.0);
            }
        }
    }
    at(source.len(), target.len()).map_or(f64::INFINITY, |last| cost[last])
}
