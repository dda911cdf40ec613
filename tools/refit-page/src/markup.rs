//! Labelled pages with markup: a folder of `NAME.html` files and `ground-truth.json` with `{NAME: {articleBody, url}}`.
//!
//! A block belongs to the article where its words do: half of its runs of four words, or, for a block of up to seven
//! words, the whole of it as a line of the article's. Each part of the article is given to one block only, the longest
//! first and labels of images last, so that a teaser or label that repeats a paragraph is none of it.
//! Headings before the article's first block are left out of the fit: the truth says nothing of the title.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;
use visavis::document::{Block, Document, Kind, Role};
use visavis::format;
use visavis::text::{SourceFile, SourceId};

use crate::measure;

/// A page with its article.
pub struct Page {
    pub name: String,
    /// Number of its site.
    pub site: usize,
    pub document: Document,
    pub article: String,
    /// For each block: is it body?
    pub body: Vec<bool>,
    /// What each block counts in the fit.
    pub share: Vec<f64>,
}

/// Reads the pages of a folder.
pub fn pages(folder: &str) -> io::Result<Vec<Page>> {
    let truth: Value =
        serde_json::from_str(&fs::read_to_string(Path::new(folder).join("ground-truth.json"))?)?;
    let mut sites = BTreeMap::new();
    for (name, page) in truth.as_object().into_iter().flatten() {
        let count = sites.len();
        sites.entry(site(name, page)).or_insert(count);
    }
    let names = truth.as_object().into_iter().flatten();
    names
        .map(|(name, page)| {
            let article = page["articleBody"].as_str().unwrap_or_default();
            let site = sites.get(&site(name, page)).copied().unwrap_or_default();
            read(folder, name, site, article)
        })
        .collect()
}

/// The part of the host's name that is registered, more or less; the page itself where no address is known.
fn site(name: &str, page: &Value) -> String {
    let url = page["url"].as_str().unwrap_or_default();
    let host = url.split('/').nth(2).unwrap_or(name);
    let labels: Vec<&str> = host.split('.').collect();
    let take = match labels.as_slice() {
        [.., second, last] if second.len() <= 3 && last.len() == 2 => 3,
        _ => 2,
    };
    labels[labels.len().saturating_sub(take)..].join(".")
}

fn read(folder: &str, name: &str, site: usize, article: &str) -> io::Result<Page> {
    let path = Path::new(folder).join(format!("{name}.html"));
    let file = SourceFile::decode(format!("{name}.html"), &fs::read(path)?);
    let (mut document, _) = format::of(&file).read(SourceId::new(0), &file);
    document.blocks.retain(|block| !block.passage.text.trim().is_empty());
    let body = label(&document.blocks, article);
    let share = share(&document.blocks, &body, article);
    Ok(Page { name: name.to_owned(), site, document, article: article.to_owned(), body, share })
}

fn label(blocks: &[Block], article: &str) -> Vec<bool> {
    let article_words = measure::words(article);
    let mut runs = measure::runs(&article_words);
    let mut lines: HashMap<Vec<String>, usize> = HashMap::new();
    for line in article.lines() {
        *lines.entry(measure::words(line)).or_default() += 1;
    }
    let words: Vec<Vec<String>> =
        blocks.iter().map(|block| measure::words(&block.passage.text)).collect();
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by_key(|at| {
        let is_label = matches!(blocks[*at].kind, Some(Kind::Label | Kind::Button | Kind::Form));
        (is_label, Reverse(words[*at].len()), blocks[*at].role == Some(Role::Chrome))
    });
    let mut body = vec![false; blocks.len()];
    for at in order {
        let own = &words[at];
        if own.is_empty() {
            continue;
        }
        if own.len() <= 7 {
            if let Some(count) = lines.get_mut(own).filter(|count| **count > 0) {
                *count -= 1;
                body[at] = true;
            }
            continue;
        }
        let own = measure::runs(own);
        let shared = |run: &[String], count: usize| runs.get(run).copied().unwrap_or(0).min(count);
        let both: usize = own.iter().map(|(run, count)| shared(run, *count)).sum();
        if both * 2 > own.values().sum() {
            body[at] = true;
            for (run, count) in own {
                if let Some(left) = runs.get_mut(run) {
                    *left = left.saturating_sub(count);
                }
            }
        }
    }
    body
}

/// Blocks count by their words and all pages alike, as in the measure.
fn share(blocks: &[Block], body: &[bool], article: &str) -> Vec<f64> {
    let first = body.iter().position(|body| *body).unwrap_or(0);
    let whole = measure::words(article).len().max(30) as f64;
    let count = |(at, block): (usize, &Block)| {
        let heading = matches!(block.kind, Some(Kind::Title | Kind::Heading));
        let words = measure::words(&block.passage.text).len() as f64;
        if heading && at < first { 0.0 } else { 60.0 * (1.0 + words) / whole }
    };
    blocks.iter().enumerate().map(count).collect()
}
