//! Refits the numbers in `src/names/data` from labelled pairs of names given on the command line.
//!
//!     refit-names PAIRS.tsv FOLDER [ORIGIN…]
//!
//! PAIRS.tsv has a header and the columns kind, a, b, label (1 = one name) and origin. Only rows whose origin begins
//! with one of the given words are fitted to; the others are measured only. `model.toml` and `corrections.tsv` are
//! written to FOLDER, figures to standard output: those of the rows fitted to are cross-validated in five parts.
//! Which words of a name are measured depends on the weights in place, so run it twice.
mod corrections;
mod logistic;
mod rows;

use std::fmt::Write as _;
use std::process::ExitCode;
use std::{fs, io};

use visavis::names::{FEATURES, Names};

use crate::rows::{PARTS, Row};

/// How strongly weights of standardised features are drawn to nought.
const RIDGE: f64 = 3.0;
/// How strongly corrections of single pairs are.
const RIDGE_PAIRS: f64 = 8.0;
/// The chance from which two names are said to be the same: about the lowest with which nine in ten of all rows that
/// are said to be the same are.
const SAME: f64 = 0.57;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.as_slice() {
        [pairs, folder, origins @ ..] => refit(pairs, folder, origins),
        _ => Err(io::Error::other("usage: refit-names PAIRS.tsv FOLDER [ORIGIN…]")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn refit(pairs: &str, folder: &str, origins: &[String]) -> io::Result<()> {
    let names = Names::new();
    let rows = rows::read(&fs::read_to_string(pairs)?, origins, &names);
    let whole = Fitted::to(&rows, None);
    let parts: Vec<Fitted> = (0..PARTS).map(|part| Fitted::to(&rows, Some(part))).collect();
    let chances: Vec<f64> = rows
        .iter()
        .map(|row| if row.fitted { parts[row.part].chance(row) } else { whole.chance(row) })
        .collect();
    rows::figures(&rows, &chances, SAME);
    fs::write(format!("{folder}/model.toml"), whole.model(origins))?;
    fs::write(format!("{folder}/corrections.tsv"), whole.table())
}

/// Weights and corrections.
struct Fitted {
    weights: Vec<f64>,
    corrections: corrections::Corrections,
}

impl Fitted {
    /// Fits to the rows that are fitted to, one part left out where cross-validation asks for it.
    fn to(rows: &[Row], without: Option<usize>) -> Self {
        let own: Vec<&Row> = rows
            .iter()
            .filter(|row| row.fitted && Some(row.part) != without && row.features.is_some())
            .collect();
        let weights = logistic::fit(&own, RIDGE);
        let corrections = corrections::fit(&own, &weights, RIDGE_PAIRS);
        Self { weights, corrections }
    }

    fn chance(&self, row: &Row) -> f64 {
        let Some(features) = &row.features else { return f64::from(u8::from(row.equal)) };
        let sum = logistic::sum(features, &self.weights) + self.corrections.sum(row);
        1.0 / (1.0 + (-sum).exp())
    }

    fn model(&self, origins: &[String]) -> String {
        let constant = self.weights.last().copied().unwrap_or_default();
        let mut out = format!(
            "# Logistic regression: are two spellings one name? Made by tools/refit-names; do not edit by hand.\n\
             # Fitted to labelled pairs whose origin begins with: {}.\n\
             # The chance is 1 / (1 + exp(-(constant + weight × feature + …))), features in units of 1 (scores in nats).\n\n\
             constant = {constant:.4}\n\
             # The chance from which two spellings are said to be the same.\n\
             same = {SAME}\n\n[weights]\n",
            origins.join(", ")
        );
        for (name, weight) in FEATURES.iter().zip(&self.weights) {
            let weight = if *name == "corrections" { 1.0 } else { *weight };
            writeln!(out, "{name} = {weight:.4}").expect("a string takes all");
        }
        out
    }

    fn table(&self) -> String {
        let mut out = String::from(
            "# What fitting adds where two graphemes face each other: natural logarithms of odds. Made by\n\
             # tools/refit-names; do not edit by hand. Without a second grapheme: where the first faces nothing.\n",
        );
        for ((a, b), value) in self.corrections.rows() {
            writeln!(out, "{a}\t{b}\t{value:.2}").expect("a string takes all");
        }
        out
    }
}
