//! Labelled pages with markup: a folder of `NAME.html` files and `ground-truth.json` with `{NAME: {articleBody}}`.
//!
//! A block belongs to the article where its words do: half of its runs of four words, or, for a block of up to
//! seven words, the whole of it as a line of the article's. Headings before the article's first block are left
//! out of the fit: the truth says nothing of the title.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;
use visavis::document::{Block, Document, Kind};
use visavis::format;
use visavis::text::{SourceFile, SourceId};

use crate::weights::Page;

/// Reads the pages of a folder.
pub fn pages(folder: &str) -> io::Result<Vec<Page>> {
    let truth: Value =
        serde_json::from_str(&fs::read_to_string(Path::new(folder).join("ground-truth.json"))?)?;
    let names = truth.as_object().into_iter().flatten();
    names
        .map(|(name, page)| read(folder, name, page["articleBody"].as_str().unwrap_or_default()))
        .collect()
}

fn read(folder: &str, name: &str, article: &str) -> io::Result<Page> {
    let path = Path::new(folder).join(format!("{name}.html"));
    let file = SourceFile::decode(format!("{name}.html"), &fs::read(path)?);
    let (mut document, _) = format::of(&file).read(SourceId::new(0), &file);
    document.blocks.retain(|block| !block.passage.text.trim().is_empty());
    let body = label(&document, article);
    let share = share(&document.blocks, &body);
    Ok(Page { name: name.to_owned(), document, body, share })
}

fn label(document: &Document, article: &str) -> Vec<bool> {
    let runs: BTreeSet<Vec<String>> = words(article).windows(4).map(<[String]>::to_vec).collect();
    let lines: BTreeSet<Vec<String>> = article.lines().map(words).collect();
    let is_body = |block: &Block| {
        let words = words(&block.passage.text);
        let shared = words.windows(4).filter(|run| runs.contains(*run)).count();
        let long = words.len() > 7;
        !words.is_empty() && (lines.contains(&words) || (long && shared * 2 > words.len() - 3))
    };
    document.blocks.iter().map(is_body).collect()
}

/// Long blocks count more: the measure is the article's text.
fn share(blocks: &[Block], body: &[bool]) -> Vec<f64> {
    let first = body.iter().position(|body| *body).unwrap_or(0);
    let count = |(at, block): (usize, &Block)| {
        let heading = matches!(block.kind, Some(Kind::Title | Kind::Heading));
        let words = block.passage.text.split_whitespace().count() as f64;
        if heading && at < first { 0.0 } else { ((1.0 + words) / 8.0).sqrt() }
    };
    blocks.iter().enumerate().map(count).collect()
}

fn words(text: &str) -> Vec<String> {
    visavis::text::words(text).map(|word| word.text.to_lowercase()).collect()
}
