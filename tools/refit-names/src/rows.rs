//! Labelled pairs, measured; and the figures of a model on them.

use std::collections::BTreeMap;

use visavis::names::{FEATURES, Names};

/// Parts for cross-validation.
pub const PARTS: usize = 5;

/// A labelled pair.
pub struct Row {
    pub kind: String,
    pub same: bool,
    /// Is it fitted to, or only measured?
    pub fitted: bool,
    /// Its part in cross-validation; rows with the same first name share one.
    pub part: usize,
    /// `None` where nothing is to be decided.
    pub features: Option<Vec<f64>>,
    pub facing: Vec<(&'static str, &'static str)>,
    /// Are the two equal once made plain?
    pub equal: bool,
}

/// Reads and measures rows.
pub fn read(text: &str, origins: &[String], names: &Names) -> Vec<Row> {
    text.lines().skip(1).filter_map(|line| row(line, origins, names)).collect()
}

fn row(line: &str, origins: &[String], names: &Names) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [kind, a, b, label, origin] = cells[..] else { return None };
    let found = names.measure(a, b);
    let scaled = |found: &visavis::names::Measured| {
        let corrections = FEATURES.len() - 1;
        let values = found.features.iter().take(corrections).map(|value| f64::from(*value) / 100.0);
        values.collect()
    };
    Some(Row {
        kind: kind.to_owned(),
        same: label == "1",
        fitted: origins.iter().any(|own| origin.starts_with(own.as_str())),
        part: part(a),
        features: found.as_ref().map(scaled),
        facing: found.map(|found| found.facing).unwrap_or_default(),
        equal: names.compare(a, b).score >= 1.0,
    })
}

/// The part of a name: FNV-1a, so that it is the same everywhere.
fn part(name: &str) -> usize {
    let hash = name.to_lowercase().bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 33) as usize % PARTS
}

/// Precision, recall and F1 of all rows, of those fitted to and of the others, and what is said of each kind.
pub fn figures(rows: &[Row], chances: &[f64], same: f64) {
    let both: Vec<(&Row, f64)> = rows.iter().zip(chances.iter().copied()).collect();
    let some = |keep: &dyn Fn(&Row) -> bool| -> Vec<(&Row, f64)> {
        both.iter().filter(|(row, _)| keep(row)).copied().collect()
    };
    line("all", &both, same);
    line("fitted to, cross-validated", &some(&|row| row.fitted), same);
    line("measured only", &some(&|row| !row.fitted), same);
    line("news", &some(&|row| row.kind.contains("news")), same);
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (row, chance) in &both {
        let kind = kinds.entry(row.kind.as_str()).or_default();
        kind.0 += usize::from(*chance >= same);
        kind.1 += 1;
    }
    for (kind, (yes, all)) in kinds {
        println!("  {kind:16} said the same: {yes}/{all}");
    }
}

fn line(name: &str, rows: &[(&Row, f64)], same: f64) {
    let all = rows.iter().filter(|(row, _)| row.same).count() as f64;
    let said = rows.iter().filter(|(_, chance)| *chance >= same).count() as f64;
    let right = rows.iter().filter(|(row, chance)| row.same && *chance >= same).count() as f64;
    let mut sorted = rows.to_vec();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (mut yes, mut best) = (0.0, 0.0_f64);
    for (count, (row, _)) in sorted.iter().enumerate() {
        yes += f64::from(u8::from(row.same));
        if yes / (count + 1) as f64 >= 0.95 {
            best = best.max(yes / all);
        }
    }
    println!(
        "{name}: P {:.3} R {:.3} F1 {:.3}; recall where precision is at least .95: {best:.3}",
        right / said,
        right / all,
        2.0 * right / (said + all)
    );
}
