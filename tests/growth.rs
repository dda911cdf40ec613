//! Inputs that are large in one way each: what takes eight times as much must not take the square of it.
//!
//! Times are compared with each other and not with a clock, so that a slow or busy machine changes nothing: eight
//! times the input takes about eight times as long, and would take sixty-four times as long were it quadratic.

#[path = "support/memory.rs"]
mod memory;

use std::fmt::Write;
use std::time::Instant;

use memory::Memory;
use visavis::align::{self, Hints, Input};
use visavis::app::{self, CheckRequest};

/// Seconds of a check, the better of two, and the number of findings.
fn check(files: &Memory) -> (f64, usize) {
    let once = || {
        let mut session = files.session();
        let start = Instant::now();
        let checked = app::check(&mut session, &CheckRequest::default());
        let checked = checked.unwrap_or_else(|_| panic!("{:?}", session.notices));
        (start.elapsed().as_secs_f64(), checked.found.len())
    };
    let ((first, found), (second, _)) = (once(), once());
    (first.min(second), found)
}

/// Holds an input to its growth from `size` to eight times that.
fn grows(what: &str, size: usize, files: impl Fn(usize) -> Memory) {
    // What every run costs is in both.
    let ((small, few), (large, many)) = (check(&files(size)), check(&files(8 * size)));
    assert!(large < 28.0 * small, "{what}: {small} s, {large} s");
    assert!(many >= few, "{what}: {few} findings, {many} findings");
}

fn project(glossary: &str, name: &str, text: &str) -> Memory {
    let files = Memory::default();
    let project = "source = \"en\"\ntarget = \"fr\"\nglossaries = [\"g.toml\"]\n";
    files.put("visavis.toml", project);
    files.put("g.toml", glossary);
    files.put(name, text);
    files
}

const KITE: &str =
    "[concept.kite]\nen = \"kite\"\nfr = { term = \"cerf-volant\", forbidden = [\"drone\"] }\n";

#[test]
fn one_unit_with_many_uses_that_are_missing() {
    grows("missing uses", 500, |size| {
        let (source, target) = ("A kite flies. ".repeat(size), "Le ballon vole. ".repeat(size));
        project(KITE, "a.tsv", &format!("en\tfr\n{source}\tLe cerf-volant. {target}\n"))
    });
}

#[test]
fn one_line_with_many_findings() {
    grows("findings in a line", 500, |size| {
        project(KITE, "a.fr.md", &"Un drone  vole, dit-il; et après. ".repeat(size))
    });
}

#[test]
fn one_term_with_many_variants() {
    grows("variants", 500, |size| {
        let mut glossary =
            "[concept.kite]\nen = \"kite\"\n[concept.kite.fr]\nterm = \"cerf-volant\"\n\
                            admitted = ["
                .to_owned();
        for at in 0..size {
            let _ = write!(glossary, "\"ballon n{at}\", ");
        }
        let lines = "A kite flies.\tLe dragon vole.\n".repeat(size);
        project(&(glossary + "]\n"), "a.tsv", &format!("en\tfr\n{lines}"))
    });
}

#[test]
fn many_terms_that_open_with_a_linking_word() {
    grows("linking words", 250, |size| {
        let (mut glossary, mut text) = (String::new(), "en\tfr\n".to_owned());
        for at in 0..size {
            let _ =
                writeln!(glossary, "[concept.c{at}]\nen = \"of kite{at}\"\nfr = \"de cerf{at}\"");
            let _ = writeln!(text, "The end of kite{at} here.\tLa fin du dragon ici.");
        }
        project(&glossary, "a.tsv", &text)
    });
}

#[test]
fn many_entities_and_many_comments_in_one_page() {
    grows("entities", 1000, |size| {
        project(
            KITE,
            "a.fr.html",
            &format!("<p lang=fr>{}</p>", "caf&eacute; &amp; th&eacute; ".repeat(size)),
        )
    });
    grows("comments", 250, |size| {
        let block = "<!-- visavis-ignore double-space: so -->\n\nUn  drone vole.\n\n";
        project(KITE, "a.fr.md", &block.repeat(size))
    });
}

#[test]
fn one_long_run_of_marks() {
    grows("marks", 2000, |size| project(KITE, "a.fr.md", &format!("Word {}", ":!".repeat(size))));
}

/// A text of invented words and its translation; every fifth sentence has a number of its own, and every thirtieth of the
/// text is not translated.
fn text_and_translation(sentences: usize) -> [Vec<String>; 2] {
    const SYLLABLES: [[&str; 10]; 2] = [
        ["ka", "lo", "mi", "tor", "ven", "sud", "pri", "ga", "ne", "hu"],
        ["eth", "wyn", "dro", "uf", "ash", "bel", "cy", "oxi", "je", "yr"],
    ];
    let word = |side: usize, number: usize| -> String {
        let digits = format!("{number:03}");
        let digits = digits.bytes().filter_map(|digit| digit.checked_sub(b'0'));
        digits.map(|digit| SYLLABLES[side][usize::from(digit)]).collect()
    };
    let mut both = [Vec::new(), Vec::new()];
    for at in 0..sentences {
        let numbers = (0..8 + at * 5 % 7).map(|k| (at * (2 * k + 3) + k * k * 31) % 397);
        let numbers: Vec<usize> = numbers.collect();
        for (side, out) in both.iter_mut().enumerate() {
            let words: Vec<String> = numbers.iter().map(|number| word(side, *number)).collect();
            let own = if at % 5 == 0 { format!(" {}", 10_000 + at) } else { String::new() };
            if side == 0 || at % 30 != 7 {
                out.push(format!("{}{own}.", words.join(" ")));
            }
        }
    }
    both
}

#[test]
fn a_long_text_and_its_translation() {
    let seconds = |size: usize| {
        let [source, target] = text_and_translation(size);
        let texts = [&source, &target].map(|text| text.iter().map(String::as_str).collect());
        let texts: [Vec<&str>; 2] = texts;
        let inputs = [0, 1].map(|side| Input { sentences: &texts[side], paragraphs: &[] });
        let start = Instant::now();
        let found = align::align(&inputs[0], &inputs[1], &Hints::default());
        assert!(found.parallel, "{size}");
        start.elapsed().as_secs_f64()
    };
    let (small, large) = (seconds(150), seconds(1200));
    assert!(large < 28.0 * small, "{small} s, {large} s");
}
