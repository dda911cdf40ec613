//! The layers of ARCHITECTURE.md hold: who may know whom, and who may touch the world outside.
//!
//! Sources are scanned as text: groups in `use crate::…` are refused rather than parsed, so that a path of another
//! module always stands on one line as it is written.

#[path = "support/tree.rs"]
mod tree;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tree::Text;

/// The modules of each layer, lowest first. A module uses modules of lower layers only, so that those of one layer
/// do not know each other; `l10n` stands so high that nothing below `render` can turn a message into a sentence.
const LAYERS: &[&[&str]] = &[
    &["text", "lang", "message"],
    &["diagnostic", "document", "xml", "archive"],
    &["bitext", "toml_reader", "morphology", "workbook"],
    &["config", "glossary", "chrome"],
    &["format", "names"],
    &["segment", "page"],
    &["align", "term"],
    &["exchange", "extract", "rule"],
    &["fix", "diff", "l10n"],
    &["render", "report"],
    &["app"],
    &["cli"],
];

/// The layer from which on files, clock, environment and terminal may be used.
const OUTSIDE: usize = 10;

/// What belongs to the world outside. Clippy's `print_stdout` and `print_stderr` see to `println!` and its like.
const WORLD: &[&str] = &[
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::time",
    "io::stderr",
    "io::stdin",
    "io::stdout",
    "println!",
    // A group could hide any of these.
    "use std::{",
];

/// Most lines of a file, its tests left out.
const LINES: usize = 600;

fn layers() -> BTreeMap<&'static str, usize> {
    let numbered = LAYERS.iter().enumerate();
    numbered.flat_map(|(layer, names)| names.iter().map(move |name| (*name, layer))).collect()
}

/// The module that a file of `src/` belongs to; `None` for `lib.rs` and `main.rs`, which only hold them together.
fn module(file: &Text) -> Option<&str> {
    let path = file.path.strip_prefix("src/")?;
    let name = path.split_once('/').map_or(path.trim_end_matches(".rs"), |(folder, _)| folder);
    (!["lib", "main"].contains(&name)).then_some(name)
}

/// The modules that a line names as `crate::x`; the macro `messages!` belongs to `message`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        if name == "messages" && behind.starts_with('!') { "message" } else { name }
    })
}

/// Fails with a line for each fault.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_module_has_a_layer_and_every_layer_has_its_modules() {
    let layers = layers();
    let files = tree::below("src", ".rs");
    let there: Vec<&str> = files.iter().filter_map(module).collect();
    let mut faults = Vec::new();
    for name in &there {
        if !layers.contains_key(name) {
            faults.push(format!("src/{name}: give it a layer in LAYERS of tests/architecture.rs"));
        }
    }
    for name in layers.keys().filter(|name| !there.contains(name)) {
        faults.push(format!("LAYERS names “{name}”, but there is no src/{name}"));
    }
    faults.dedup();
    none(&faults);
}

#[test]
fn a_module_uses_modules_of_lower_layers_only() {
    let layers = layers();
    let mut faults = Vec::new();
    for file in &tree::below("src", ".rs") {
        let Some(own) = module(file) else { continue };
        for (number, line) in file.code() {
            for other in named(line).filter(|other| *other != own) {
                let Some(layer) = layers.get(other) else {
                    faults.push(format!("{}:{number}: “crate::{other}” is no module", file.path));
                    continue;
                };
                if layers.get(own).is_some_and(|own| layer >= own) {
                    faults.push(format!("{}:{number}: {own} may not use {other}", file.path));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn paths_are_seen_in_the_product_and_only_there() {
    let text = "use crate::app::X; // not crate::cli\n\
                #[cfg(test)]\nmod tests {\n    use crate::cli::Y;\n}\n\
                crate::messages! { MESSAGES; }\nfn f(x: crate::text::Span) {}\n";
    let file = Text { path: "src/x/mod.rs".to_owned(), text: text.to_owned() };
    let code = file.code();
    let seen: Vec<_> = code.iter().flat_map(|(_, line)| named(line)).collect();
    assert_eq!(seen, ["app", "message", "text"]);
    assert_eq!(code.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 6, 7]);
}

#[test]
fn every_path_of_another_module_is_written_out() {
    let mut faults = Vec::new();
    for file in &tree::below("src", ".rs") {
        for (number, line) in file.code() {
            if line.contains("crate::{") || line.contains("crate as ") || line.contains("crate::*")
            {
                faults.push(format!("{}:{number}: write “use crate::x::Y;”", file.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn what_is_below_the_commands_is_pure() {
    let layers = layers();
    let mut faults = Vec::new();
    for file in &tree::below("src", ".rs") {
        let layer = module(file).and_then(|name| layers.get(name));
        if layer.is_none_or(|layer| *layer >= OUTSIDE) {
            continue;
        }
        for (number, line) in file.code() {
            for word in WORLD.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{number}: “{word}” belongs to `app` or above", file.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_file_says_what_it_is_responsible_for() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "tools"] {
        let files = tree::below(folder, ".rs");
        for file in files.iter().filter(|file| !file.path.contains("/target/")) {
            if !file.text.starts_with("//!") {
                faults.push(format!("{}: begin with “//! What it is responsible for.”", file.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_file_is_longer_than_one_can_keep_in_mind() {
    let files = tree::below("src", ".rs");
    let lines = files.iter().map(|file| (&file.path, file.code().len()));
    let long = lines.filter(|(_, lines)| *lines > LINES);
    none(&long.map(|(path, lines)| format!("{path}: {lines} lines; split it")).collect::<Vec<_>>());
}

/// The rows that ARCHITECTURE.md must have, each module with the first line of its header.
fn table() -> String {
    let mut out = String::from("| layer | module | responsible for |\n|---|---|---|\n");
    for (layer, names) in LAYERS.iter().enumerate() {
        for name in *names {
            let header = tree::read(&format!("src/{name}/mod.rs"));
            let header = header.lines().next().unwrap_or_default().trim_start_matches("//! ");
            writeln!(out, "| {layer} | `{name}` | {header} |").expect("a string takes all");
        }
    }
    out
}

/// Layer and module of each row of a table, sorted.
fn rows(table: &str) -> Vec<(&str, &str)> {
    let mut rows: Vec<_> = table
        .lines()
        .filter_map(|row| {
            let mut cells = row.trim().trim_start_matches('|').split('|').map(str::trim);
            let (layer, name) = (cells.next()?, cells.next()?);
            layer.parse::<usize>().is_ok().then(|| (layer, name.trim_matches('`')))
        })
        .collect();
    rows.sort_unstable();
    rows
}

#[test]
fn the_table_of_architecture_md_is_the_one_that_is_kept() {
    let page = tree::read("ARCHITECTURE.md");
    let marked = page
        .split_once("<!-- layers -->")
        .and_then(|(_, rest)| rest.split_once("<!-- /layers -->"))
        .map_or("", |(table, _)| table);
    let wanted = table();
    assert!(
        rows(marked) == rows(&wanted),
        "put this between <!-- layers --> and <!-- /layers --> in ARCHITECTURE.md:\n\n{wanted}"
    );
}
