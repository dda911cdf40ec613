//! `ngrams MODEL.fst COUNT`: the letter table of a language, pruned from a model of the `lingua` crates.
//!
//! A model gives ln P(last letter | up to four letters before it).
//! A sequence is kept for what it adds: how often it occurs, times how far its own probability lies from the
//! one that backing off to the shorter sequence would give (the weighted difference method of Seymore and
//! Rosenfeld, 1996).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

use fst::{Map, Streamer};

/// Prints the table.
pub fn run(path: &str, count: usize) -> io::Result<()> {
    let costs = read(path)?;
    let mut lines: BTreeMap<String, Vec<(char, i64)>> = BTreeMap::new();
    for sequence in kept(&costs, count) {
        let Some((at, last)) = sequence.char_indices().last() else { continue };
        let context = sequence[..at].to_owned();
        let tenths = (-10.0 * costs.get(&sequence).copied().unwrap_or(-12.0)).round() as i64;
        lines.entry(context).or_default().push((last, tenths));
    }
    println!(
        "# Letters: after the letters before the tab, each letter with its cost, -ln P in tenths."
    );
    println!(
        "# Origin: pruned from the language models of lingua by Peter M. Stahl (Apache-2.0), with"
    );
    println!(
        "#   cargo run --release --manifest-path tools/refit-page/Cargo.toml -- ngrams MODEL/ngrams.fst {count}"
    );
    for (context, followers) in lines {
        let followers: String = followers.iter().map(|(c, cost)| format!("{c}{cost}")).collect();
        println!("{context}\t{followers}");
    }
    Ok(())
}

fn read(path: &str) -> io::Result<BTreeMap<String, f64>> {
    let map = Map::new(fs::read(path)?).map_err(io::Error::other)?;
    let (mut stream, mut costs) = (map.stream(), BTreeMap::new());
    while let Some((key, value)) = stream.next() {
        if let Ok(sequence) = std::str::from_utf8(key) {
            costs.insert(sequence.to_owned(), f64::from_bits(value));
        }
    }
    Ok(costs)
}

fn kept(costs: &BTreeMap<String, f64>, count: usize) -> BTreeSet<String> {
    let mut gains: Vec<(f64, &String)> =
        costs.keys().map(|sequence| (gain(costs, sequence), sequence)).collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    gains.into_iter().take(count).map(|(_, sequence)| sequence.clone()).collect()
}

fn gain(costs: &BTreeMap<String, f64>, sequence: &str) -> f64 {
    let mut chars = sequence.chars();
    let Some(_) = chars.next() else { return 0.0 };
    let shorter = chars.as_str();
    if shorter.is_empty() {
        return f64::MAX;
    }
    let own = costs.get(sequence).copied().unwrap_or(-12.0);
    let backed_off = costs.get(shorter).copied().unwrap_or(-12.0);
    joint(costs, sequence).exp() * (own - backed_off).abs()
}

/// ln of how often the whole sequence occurs.
fn joint(costs: &BTreeMap<String, f64>, sequence: &str) -> f64 {
    let ends = sequence.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| costs.get(&sequence[..end]).copied().unwrap_or(-12.0)).sum()
}
