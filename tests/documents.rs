//! The documents say what the program does: their examples are read as files are, their links lead somewhere, and
//! their lists leave nothing out.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use visavis::config;
use visavis::document::Kind;
use visavis::glossary;
use visavis::text::{SourceFile, SourceId};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Every document for users and contributors, below the root, with `/` between the parts of its path.
fn documents() -> Vec<String> {
    let mut out = Vec::new();
    for folder in [".", "docs", "docs/rules"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if Path::new(&name).extension().is_some_and(|ending| ending == "md") {
                out.push(format!("{folder}/{name}").trim_start_matches("./").to_owned());
            }
        }
    }
    out.sort();
    out
}

/// The fenced blocks of a document that begin with a given word line, without their fences.
fn blocks(text: &str, info: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(found) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if found == info {
            out.push(body.join("\n") + "\n");
        }
    }
    out
}

/// The text without its fenced blocks, where brackets are no links.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[test]
fn every_glossary_in_the_documents_loads_without_a_fault() {
    let mut seen = 0;
    for path in documents().iter().filter(|path| !path.starts_with("docs/rules/")) {
        for ending in ["toml", "csv"] {
            for block in blocks(&read(path), &format!("{ending} glossary")) {
                let file = SourceFile::decode(format!("{path}.{ending}"), block.as_bytes());
                let loaded = glossary::load(SourceId::new(0), &file, None);
                assert!(loaded.faults.is_empty(), "{path}: {block}\n{:#?}", loaded.faults);
                assert!(!loaded.glossary.concepts.is_empty(), "{path}: {block}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 5, "only {seen} glossaries found: the blocks are not recognised any more");
}

#[test]
fn every_project_file_in_the_documents_is_read_without_a_fault() {
    let mut seen = 0;
    for path in documents() {
        for block in blocks(&read(&path), "toml project") {
            let file = SourceFile::decode("visavis.toml", block.as_bytes());
            let (_, faults) = config::read(SourceId::new(0), &file);
            assert!(faults.is_empty(), "{path}: {block}\n{faults:#?}");
            seen += 1;
        }
    }
    assert!(seen >= 2, "only {seen} project files found: the blocks are not recognised any more");
}

/// The targets of inline links; pictures are left out.
fn links(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let is_picture = before.rsplit_once('[').is_some_and(|(head, _)| head.ends_with('!'));
        let Some((target, tail)) = after.split_once(')') else { break };
        if !is_picture {
            out.push(target);
        }
        rest = tail;
    }
    out
}

/// The anchor that a heading gets on code hosting sites.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading.trim().to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
}

fn has_anchor(path: &Path, wanted: &str) -> bool {
    let text = fs::read_to_string(path).unwrap();
    prose(&text)
        .lines()
        .filter(|line| line.starts_with('#'))
        .any(|line| anchor(line.trim_start_matches('#')) == wanted)
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut seen = 0;
    for path in documents() {
        let own = root().join(&path);
        for link in links(&prose(&read(&path))) {
            if link.contains("://") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target: PathBuf =
                if file.is_empty() { own.clone() } else { own.parent().unwrap().join(file) };
            assert!(target.exists(), "{path}: no file {link}");
            assert!(
                heading.is_empty() || has_anchor(&target, heading),
                "{path}: no heading {link}"
            );
            seen += 1;
        }
    }
    assert!(seen > 10, "only {seen} links found: they are not recognised any more");
}

#[test]
fn the_page_of_formats_names_every_output_and_every_kind_of_block() {
    let text = read("docs/formats.md");
    for format in config::KNOWN_FORMATS {
        assert!(text.contains(&format!("| `{format}` |")), "docs/formats.md: no output {format}");
    }
    for kind in Kind::ALL {
        assert!(text.contains(&format!("`{}`", kind.as_str())), "docs/formats.md: no {kind:?}");
    }
}

#[test]
fn the_page_of_glossaries_names_every_finding_about_them() {
    let text = read("docs/glossary-format.md");
    for code in glossary::CODES {
        assert!(text.contains(&format!("`{}`", code.code)), "no {}", code.code);
    }
}
