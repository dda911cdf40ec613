//! `weights`: fits `data/weights.tsv` and says by ten-fold cross-validation what it is worth.
//!
//! Pages of one site are held out together: a model that knew the site's menu would look better than it is.
//!
//! The second pass is fitted on scores that the first gave to pages it had not seen (five inner folds).

use std::collections::BTreeSet;
use std::fs;
use std::io;

use serde_json::Value;
use visavis::document::{Block, Document, Outline};
use visavis::lang;
use visavis::page::detect::Detector;
use visavis::page::fit::{FIRST, Measured, Row, SECOND, Set, path};
use visavis::text::{Passage, SourceId};

use crate::logistic;

/// Costs of a change of region that are tried.
const CHANGES: [f32; 8] = [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0];
/// Strengths of the ridge that are tried.
const RIDGES: [f64; 4] = [0.3, 1.0, 4.0, 16.0];

/// A page with the label of each block (body or not) and what each block counts in the fit.
pub struct Page {
    /// Name of the page in reports.
    pub name: String,
    pub document: Document,
    pub body: Vec<bool>,
    pub share: Vec<f64>,
}

struct Prepared<'p> {
    /// Pages of one site are held out together.
    site: usize,
    measured: Measured<'p>,
    first: Vec<Row>,
    page: &'p Page,
}

struct Model {
    first: Vec<f64>,
    second: Vec<f64>,
    change: f32,
    /// What cross-validation says of it.
    worth: String,
}

/// Fits all sets for which pages are given and prints the table.
pub fn run(args: &[&str]) -> io::Result<()> {
    let mut sets: Vec<(Set, Vec<Page>)> = Set::PLAIN.iter().map(|set| (*set, Vec::new())).collect();
    let mut pair = None;
    for couple in args.chunks(2) {
        match couple {
            ["--langs", langs] => {
                let langs: Vec<_> = langs.split(',').filter_map(lang::parse).collect();
                pair = Some(Detector::new(&langs));
            }
            ["--bilingual", file] => sets[0].1.extend(labelled(file)?),
            ["--single", file] => sets[1].1.extend(labelled(file)?),
            other => return Err(io::Error::other(format!("{other:?} is not understood"))),
        }
    }
    let mut models = Vec::new();
    for (set, pages) in &sets {
        let pair = pair.as_ref().filter(|_| *set == Set::Bilingual);
        let sites = sites(pages);
        eprintln!(
            "{set:?}: {} pages of {} sites",
            pages.len(),
            sites.iter().max().map_or(0, |most| most + 1)
        );
        let prepared: Vec<Prepared<'_>> =
            pages.iter().zip(sites).map(|(page, site)| prepare(page, site, pair)).collect();
        let bare = prepared.iter().filter(|page| page.measured.is_bare()).count();
        eprintln!("{set:?}: {bare} pages look like texts without a site");
        models.push(if prepared.is_empty() { None } else { Some(choose(*set, &prepared)) });
    }
    print(&models);
    Ok(())
}

/// Pages as JSON: a list of objects with `blocks` (texts) and `lab` (1 for body).
fn labelled(file: &str) -> io::Result<Vec<Page>> {
    let pages: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    Ok(pages.iter().enumerate().map(|(at, page)| read_page(at, page)).collect())
}

fn read_page(at: usize, page: &Value) -> Page {
    let list = |key: &str| page[key].as_array().cloned().unwrap_or_default();
    let mut blocks = Vec::new();
    let mut start = 0;
    for text in list("blocks") {
        let text =
            text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        blocks.push(Block::plain(Passage::verbatim(SourceId::new(0), &text, start)));
        start += u32::try_from(text.len()).unwrap_or(0) + 2;
    }
    let body: Vec<bool> = list("lab").iter().map(|label| label.as_i64() == Some(1)).collect();
    let share = vec![1.0; blocks.len()];
    let name = at.to_string();
    Page {
        name,
        document: Document {
            source: SourceId::new(0),
            lang: None,
            blocks,
            outline: Outline::default(),
            suppressions: Vec::new(),
            alternates: Vec::new(),
        },
        body,
        share,
    }
}

/// A number for each page; pages that share a third of their chrome have the same.
fn sites(pages: &[Page]) -> Vec<usize> {
    let chrome = |page: &Page| -> BTreeSet<String> {
        let labelled = page.document.blocks.iter().zip(&page.body);
        labelled.filter(|(_, body)| !**body).map(|(block, _)| block.passage.text.clone()).collect()
    };
    let sets: Vec<BTreeSet<String>> = pages.iter().map(chrome).collect();
    let mut numbers: Vec<usize> = Vec::new();
    for (at, own) in sets.iter().enumerate() {
        let alike = |other: &usize| {
            let shared = own.intersection(&sets[*other]).count();
            shared * 3 > own.len().min(sets[*other].len())
        };
        let known = (0..at).find(alike).map(|other| numbers[other]);
        numbers.push(known.unwrap_or_else(|| numbers.iter().max().map_or(0, |most| most + 1)));
    }
    numbers
}

fn prepare<'p>(page: &'p Page, site: usize, pair: Option<&Detector>) -> Prepared<'p> {
    let measured =
        Measured::new(page.document.blocks.iter().collect(), &page.document.outline, pair);
    let first = measured.first();
    Prepared { site, measured, first, page }
}

/// The best ridge and change by cross-validation, refitted on all pages.
fn choose(set: Set, pages: &[Prepared<'_>]) -> Model {
    let pages: Vec<&Prepared<'_>> = pages.iter().collect();
    let mut best: Option<(f64, f64, f32, String)> = None;
    for ridge in RIDGES {
        let mut scored: Vec<(&Prepared<'_>, Vec<f32>)> = Vec::new();
        for fold in 0..10 {
            let (train, test) = split(&pages, 10, fold);
            let (first, second) = fit(&train, ridge);
            for page in test {
                scored.push((page, score(page, &first, &second)));
            }
        }
        for change in CHANGES {
            let tally = Tally::of(&scored, change);
            eprintln!("{set:?} ridge {ridge} change {change}: {tally}");
            if change == 1.0 {
                let worst =
                    tally.pages.iter().take(12).map(|(f1, name)| format!(" {name} {f1:.2}"));
                eprintln!("  worst pages:{}", worst.collect::<String>());
            }
            if best.as_ref().is_none_or(|(worth, ..)| tally.worth() > *worth) {
                best = Some((tally.worth(), ridge, change, tally.to_string()));
            }
        }
    }
    let (_, ridge, change, worth) = best.unwrap_or((0.0, 1.0, 1.0, String::new()));
    eprintln!("{set:?}: chose ridge {ridge}, change {change}");
    let worth = format!("{set:?}, {} pages, ridge {ridge}: {worth}", pages.len());
    let (first, second) = fit(&pages, ridge);
    Model { first, second, change, worth }
}

/// The pages of a fold left out, and the others.
fn split<'a, 'p>(
    pages: &[&'a Prepared<'p>],
    folds: usize,
    fold: usize,
) -> (Vec<&'a Prepared<'p>>, Vec<&'a Prepared<'p>>) {
    let (test, train) = pages.iter().partition(|page| page.site % folds == fold);
    (train, test)
}

/// Both passes, the second on scores that the first gave to unseen pages.
fn fit(pages: &[&Prepared<'_>], ridge: f64) -> (Vec<f64>, Vec<f64>) {
    let (mut rows, mut labels, mut share) = (Vec::new(), Vec::new(), Vec::new());
    for fold in 0..5 {
        let (train, test) = split(pages, 5, fold);
        let first = fit_first(&train, ridge);
        for page in test {
            rows.extend(page.measured.second(&first_scores(page, &first)));
            labels.extend(&page.page.body);
            share.extend(&page.page.share);
        }
    }
    let rows: Vec<&[f32]> = rows.iter().map(Vec::as_slice).collect();
    (fit_first(pages, ridge), logistic::fit(&rows, &labels, &share, ridge))
}

fn fit_first(pages: &[&Prepared<'_>], ridge: f64) -> Vec<f64> {
    let rows: Vec<&[f32]> =
        pages.iter().flat_map(|page| page.first.iter().map(Vec::as_slice)).collect();
    let labels: Vec<bool> = pages.iter().flat_map(|page| page.page.body.iter().copied()).collect();
    let share: Vec<f64> = pages.iter().flat_map(|page| page.page.share.iter().copied()).collect();
    logistic::fit(&rows, &labels, &share, ridge)
}

fn first_scores(page: &Prepared<'_>, first: &[f64]) -> Vec<f32> {
    page.first.iter().map(|row| logistic::dot(row, first) as f32).collect()
}

fn score(page: &Prepared<'_>, first: &[f64], second: &[f64]) -> Vec<f32> {
    let first = first_scores(page, first);
    let rows = page.measured.second(&first);
    let second: Vec<f32> = rows.iter().map(|row| logistic::dot(row, second) as f32).collect();
    first.iter().zip(&second).map(|(first, second)| (first + second) / 2.0).collect()
}

#[derive(Default)]
struct Tally {
    blocks: [[f64; 2]; 2],
    words: [[f64; 2]; 2],
    page_f1: f64,
    /// F1 in words of each page, the worst first.
    pages: Vec<(f64, String)>,
}

impl Tally {
    fn of(scored: &[(&Prepared<'_>, Vec<f32>)], change: f32) -> Self {
        let mut tally = Self::default();
        for (page, scores) in scored {
            let mut own = [[0.0f64; 2]; 2];
            let blocks = page.page.document.blocks.iter();
            for ((block, said), gold) in blocks.zip(path(scores, change)).zip(&page.page.body) {
                let words = block.passage.text.split_whitespace().count() as f64;
                tally.blocks[usize::from(*gold)][usize::from(said)] += 1.0;
                tally.words[usize::from(*gold)][usize::from(said)] += words;
                own[usize::from(*gold)][usize::from(said)] += words;
            }
            tally.page_f1 += f1(&own) / scored.len() as f64;
            tally.pages.push((f1(&own), page.page.name.clone()));
        }
        tally.pages.sort_by(|a, b| a.0.total_cmp(&b.0));
        tally
    }

    fn worth(&self) -> f64 {
        right(&self.blocks) + f1(&self.blocks) + right(&self.words)
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (blocks, f1_blocks, words) =
            (right(&self.blocks), f1(&self.blocks), right(&self.words));
        write!(
            out,
            "blocks {blocks:.4} body F1 {f1_blocks:.4} words {words:.4} F1 by page {:.4}",
            self.page_f1
        )
    }
}

fn right(table: &[[f64; 2]; 2]) -> f64 {
    (table[0][0] + table[1][1]) / table.iter().flatten().sum::<f64>().max(1.0)
}

fn f1(table: &[[f64; 2]; 2]) -> f64 {
    2.0 * table[1][1] / (2.0 * table[1][1] + table[0][1] + table[1][0]).max(1.0)
}

fn print(models: &[Option<Model>]) {
    println!(
        "# Weights of the body and chrome model for plain text: feature, then a column each for pages in two languages and"
    );
    println!("# pages in one language. Positive speaks for body.");
    println!(
        "# Origin: fitted to labelled web pages (news articles in the sites' own navigation; articles of one site set in the"
    );
    println!("# chrome of another) by");
    println!(
        "#   cargo run --release --manifest-path tools/refit-page/Cargo.toml -- weights --langs en,fr \\"
    );
    println!("#     --bilingual PAGES.json --single PAGES.json");
    println!(
        "# Ten-fold cross-validation, pages of one site held out together (shares of blocks and words told right):"
    );
    for model in models.iter().flatten() {
        println!("#   {}", model.worth);
    }
    let row = |name: String, of: &dyn Fn(&Model) -> f64| {
        let cells = models.iter().map(|model| format!("\t{:.4}", model.as_ref().map_or(0.0, of)));
        println!("{name}{}", cells.collect::<String>());
    };
    for (at, name) in FIRST.iter().enumerate() {
        row(format!("first.{name}"), &|model| model.first[at]);
    }
    for (at, name) in SECOND.iter().enumerate() {
        row(format!("second.{name}"), &|model| model.second[at]);
    }
    row("path.change".to_owned(), &|model| f64::from(model.change));
}
