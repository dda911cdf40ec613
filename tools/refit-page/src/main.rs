//! Refits the numbers in `src/page/data` from models and labelled pages given on the command line.
//!
//!     refit-page ngrams MODEL.fst COUNT > src/page/data/ngrams/LANG.tsv
//!     refit-page weights --langs en,fr --bilingual PAGES.json --single PAGES.json > src/page/data/weights.tsv
//!     refit-page trees FOLDER > src/page/data/trees.tsv
//!     refit-page heldout FOLDER ROUNDS
mod boost;
mod dump;
mod logistic;
mod markup;
mod measure;
mod ngrams;
mod trees;
mod weights;

use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["ngrams", model, count] => {
            count.parse().map_err(io::Error::other).and_then(|count| ngrams::run(model, count))
        }
        ["dump", folder] => dump::run(folder),
        ["trees", folder] => trees::run(folder),
        ["heldout", folder, rounds] => rounds
            .parse()
            .map_err(io::Error::other)
            .and_then(|rounds| trees::heldout(folder, rounds)),
        ["weights", pages @ ..] => weights::run(pages),
        _ => Err(io::Error::other(
            "usage: refit-page ngrams MODEL.fst COUNT | weights [--langs A,B] [--bilingual FILE] [--single FILE] | trees FOLDER | heldout FOLDER ROUNDS | dump FOLDER",
        )),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
