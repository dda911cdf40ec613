//! Speed of what a long run spends its time on, each figure beside a known thing measured on the same input.
//!
//! `cargo bench` prints two things. First divan's tables: times and throughput of each part and of the known thing
//! beside it, from several samples. Then a line a part with the ratio of the two, which holds on any machine where
//! the seconds do not. `cargo bench -- align` measures one part (divan's filter); with `VISAVIS_BENCH=quick` in the
//! environment every input is a twentieth of its size. Inputs are made here from a fixed seed.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::wildcard_imports,
    missing_docs,
    reason = "a program for developers, with inputs of its own"
)]

mod known;
mod made;
mod ours;
mod ratios;
mod tables;

fn main() {
    divan::main();
    let given: Vec<String> = std::env::args().skip(1).collect();
    // What cargo and divan are told to list or only to try needs no figures.
    if !given.iter().any(|word| word == "--test" || word == "--list") {
        ratios::print(&given);
    }
}

/// By how much inputs are made smaller.
fn scale() -> usize {
    if std::env::var_os("VISAVIS_BENCH").is_some_and(|word| word == "quick") { 20 } else { 1 }
}
