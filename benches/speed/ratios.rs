//! How many times as long as the known thing ours takes, a line a part; each the better of two runs.

use std::hint::black_box;
use std::time::Instant;

use visavis::rule::Scanned;
use visavis::segment::Segmenter;
use visavis::term::Matcher;

use super::made::Made;
use super::{known, ours, scale};

/// Measures every part, or those that are named.
pub(super) fn print(given: &[String]) {
    let parts: [(&str, fn()); 4] =
        [("glossary", glossaries), ("check", checking), ("align", aligning), ("text", texts)];
    let named = |name: &str| given.iter().any(|word| word == name);
    let all = !parts.iter().any(|(name, _)| named(name));
    println!("\nratio to the known thing");
    for (name, part) in parts {
        if all || named(name) {
            part();
        }
    }
}

/// The seconds that something takes, the better of two runs, with what it gives.
fn timed<T>(run: impl Fn() -> T) -> (f64, T) {
    let once = || {
        let start = Instant::now();
        let value = black_box(run());
        (start.elapsed().as_secs_f64(), value)
    };
    let (first, value) = once();
    drop(value);
    let (second, value) = once();
    (first.min(second), value)
}

fn line(what: &str, seconds: f64, known: &str, beside: f64) {
    println!("{what:<44} {seconds:>8.3} s   {:>7.1} x {known}", seconds / beside.max(1e-9));
}

fn glossaries() {
    let made = Made::new(70_000 / scale());
    for name in ["plain.toml", "rich.toml", "plain.csv"] {
        let text = made.glossary(name);
        let is_toml = name.ends_with("toml");
        let (beside, _) =
            timed(|| if is_toml { known::parse_toml(&text) } else { known::split_csv(&text) });
        let (seconds, loaded) = timed(|| ours::load(name, &text));
        let what = format!("load {name}, {} entries", loaded.concepts.len());
        line(
            &what,
            seconds,
            if is_toml { "toml crate, values only" } else { "str::split" },
            beside,
        );
    }
}

fn checking() {
    let made = Made::new(70_000 / scale());
    let glossary = ours::load("rich.toml", &made.glossary("rich.toml"));
    let sources = ours::sources(&glossary);
    let (beside, automaton) = timed(|| known::automaton(&sources));
    let (seconds, matcher) = timed(|| Matcher::new(&glossary));
    line("compile for matching, both languages", seconds, "aho-corasick, source terms", beside);
    let text = made.pairs(100_000 / scale());
    let (beside, _) = timed(|| known::split_csv(&text));
    let (seconds, bitext) = timed(|| ours::read_pairs(&text));
    line("read the pairs, TSV", seconds, "str::split", beside);
    let (beside, _) = timed(|| automaton.find_iter(&text).count());
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let (seconds, _) = timed(|| pool.install(|| Scanned::new(&bitext, &glossary, &matcher)));
        let what = format!("judge {} pairs, {threads} thread(s)", bitext.units.len());
        line(&what, seconds, "aho-corasick scan", beside);
    }
}

fn aligning() {
    for sentences in [1_000, 10_000, 100_000] {
        let (source, target) = Made::new(5_000).bitext(sentences / scale());
        let (a, b) = (ours::strs(&source), ours::strs(&target));
        let (beside, _) = timed(|| known::gale_church(&a, &b));
        // Once: a hundred thousand sentences take a while.
        let start = Instant::now();
        black_box(ours::align(&a, &b));
        let seconds = start.elapsed().as_secs_f64();
        let each = 1e6 * seconds / a.len() as f64;
        let what = format!("align {} sentences, {each:.0} µs each", a.len());
        line(&what, seconds, "lengths only, band of 100", beside);
    }
}

fn texts() {
    let text = Made::new(5_000).text(200_000 / scale());
    let segmenter = Segmenter::new(&ours::languages().1);
    let (beside, _) = timed(|| known::unicode_sentences(&text));
    let (seconds, _) = timed(|| ours::segment(&segmenter, &text));
    let what = format!("segment, {:.0} MB/s", text.len() as f64 / 1e6 / seconds);
    line(&what, seconds, "UAX 29 sentences", beside);
    let pages = Made::pages(400 / scale());
    let (beside, _) = timed(|| pages.iter().map(|page| known::tags(page)).sum::<usize>());
    let (seconds, _) = timed(|| pages.iter().map(|page| ours::split(page)).sum::<usize>());
    let what = format!("read and split, {:.0} pages/s", pages.len() as f64 / seconds);
    line(&what, seconds, "counting tags", beside);
}
