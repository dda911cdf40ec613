//! `trees` and `heldout`: fits `data/trees.tsv` to labelled pages with markup, and says what it is worth on sites it never saw.
//!
//! Sites are dealt into ten parts; each part is scored by trees fitted to the other nine. Nothing else is chosen: how many
//! trees and how large stands fixed in `boost`, what a change of region costs below.

use std::io;

use visavis::page::fit::{Measured, Node, Row, Trees, names, path};

use crate::boost;
use crate::boost::Example;
use crate::markup;
use crate::markup::Page;
use crate::measure;
use crate::measure::Score;

/// What a change of region costs. Held out, costs from 0 to a half are as good as each other, and greater ones worse.
const CHANGE: f32 = 0.5;
/// Parts that the sites are dealt into.
const FOLDS: usize = 10;
/// Ways of dealing the sites that the table reports.
const ROUNDS: usize = 5;

struct Prepared<'p> {
    page: &'p Page,
    measured: Measured<'p>,
    rows: Vec<Row>,
}

/// Prints the table of trees for the pages of a folder.
pub fn run(folder: &str) -> io::Result<()> {
    let pages = markup::pages(folder)?;
    let prepared = prepare(&pages);
    let all: Vec<&Prepared<'_>> = prepared.iter().collect();
    let worth: Vec<String> = (0..ROUNDS).map(|round| worth(&all, round).0).collect();
    print(&fit(&all), prepared.len(), &worth);
    Ok(())
}

/// Prints what the model is worth on held-out sites, for several ways to deal them, with the worst pages of each.
pub fn heldout(folder: &str, rounds: usize) -> io::Result<()> {
    let pages = markup::pages(folder)?;
    let prepared = prepare(&pages);
    let all: Vec<&Prepared<'_>> = prepared.iter().collect();
    for round in 0..rounds {
        let (line, mut scores) = worth(&all, round);
        println!("round {}: {line}", round + 1);
        scores.sort_by(|a, b| a.1.f1().total_cmp(&b.1.f1()));
        for (page, score) in scores.iter().take(8) {
            println!("  {} P {:.3} R {:.3}", page.name, score.precision, score.recall);
        }
    }
    let trees = fit(&all);
    let own = Score::mean(all.iter().map(|page| page.score(&trees)));
    println!(
        "fitted to the same pages: P {:.4} R {:.4} F1 {:.4}",
        own.precision,
        own.recall,
        own.f1()
    );
    Ok(())
}

fn prepare(pages: &[Page]) -> Vec<Prepared<'_>> {
    fn prepared(page: &Page) -> Prepared<'_> {
        let document = &page.document;
        let measured = Measured::new(document.blocks.iter().collect(), &document.outline, None);
        let rows = measured.marked();
        Prepared { page, measured, rows }
    }
    pages.iter().map(prepared).collect()
}

impl Prepared<'_> {
    fn score(&self, trees: &Trees) -> Score {
        let scores = self.rows.iter().map(|row| trees.score(row)).collect();
        let mut body = path(&self.measured.settle(scores), trees.change);
        let kinds = self.measured.kinds(&mut body);
        let text = self.page.document.blocks.iter().zip(body).zip(kinds).filter_map(
            |((block, body), kind)| {
                let is_text = !matches!(kind.as_str(), "title" | "byline" | "credit");
                (body && is_text).then_some(block.passage.text.as_str())
            },
        );
        measure::score(&text.collect::<Vec<_>>().join("\n"), &self.page.article)
    }
}

/// Held-out scores: a line that sums them up, and each page's.
fn worth<'a>(pages: &[&'a Prepared<'a>], round: usize) -> (String, Vec<(&'a Page, Score)>) {
    let mut scores = Vec::new();
    for fold in 0..FOLDS {
        let (train, test) = deal(pages, fold, round);
        if test.is_empty() {
            continue;
        }
        let trees = fit(&train);
        scores.extend(test.iter().map(|page| (page.page, page.score(&trees))));
    }
    let mean = Score::mean(scores.iter().map(|(_, score)| *score));
    let by_site: Vec<(usize, Score)> =
        scores.iter().map(|(page, score)| (page.site, *score)).collect();
    let (low, high) = measure::interval(&by_site);
    let line = format!(
        "P {:.4} R {:.4} F1 {:.4} (95 % over sites: {low:.4} to {high:.4})",
        mean.precision,
        mean.recall,
        mean.f1()
    );
    (line, scores)
}

/// The pages outside a part and those in it.
fn deal<'a>(
    pages: &[&'a Prepared<'a>],
    fold: usize,
    round: usize,
) -> (Vec<&'a Prepared<'a>>, Vec<&'a Prepared<'a>>) {
    // A multiplicative hash deals the sites anew in each round.
    let part = |site: usize| {
        let mixed = (site as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15 + 2 * round as u64);
        ((mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 33) as usize % FOLDS
    };
    let (test, train) = pages.iter().partition(|page| part(page.page.site) == fold);
    (train, test)
}

fn fit(pages: &[&Prepared<'_>]) -> Trees {
    let examples: Vec<Example<'_>> = pages
        .iter()
        .flat_map(|page| page.rows.iter().zip(page.page.body.iter().zip(&page.page.share)))
        .map(|(row, (body, share))| Example { row, body: *body, share: *share })
        .collect();
    Trees { change: CHANGE, ..boost::fit(&examples) }
}

fn print(trees: &Trees, pages: usize, worth: &[String]) {
    println!(
        "# Decision trees of the body and chrome model for pages with markup. A score begins with `start`; each tree adds"
    );
    println!(
        "# the answer that it comes to. Positive speaks for body; `change` is what each change along the page costs."
    );
    println!(
        "# A line is a question: tree, node, feature, \"is it at most?\", node to go to if so, node to go to if not;"
    );
    println!("# or an answer: tree, node, log-odds.");
    println!(
        "# Origin: fitted to {pages} labelled web pages of the article extraction benchmark of Zyte by"
    );
    println!("#   cargo run --manifest-path tools/refit-page/Cargo.toml -- trees FOLDER");
    println!("# On sites held out (`heldout FOLDER {ROUNDS}`), dealt in {ROUNDS} ways:");
    worth.iter().for_each(|line| println!("#   {line}"));
    println!("start\t{}", trees.start);
    println!("change\t{}", trees.change);
    let names: Vec<&str> = names().collect();
    for (tree, nodes) in trees.trees.iter().enumerate() {
        for (at, node) in nodes.iter().enumerate() {
            match node {
                Node::Question { feature, at_most, yes, no } => {
                    println!("{tree}\t{at}\t{}\t{at_most}\t{yes}\t{no}", names[*feature]);
                }
                Node::Answer(value) => println!("{tree}\t{at}\t{value}"),
            }
        }
    }
}
