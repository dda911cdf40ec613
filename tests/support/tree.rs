//! The texts of this repository, for the tests that hold them to something.
//!
//! Sources are looked at as lines, not parsed: they are formatted by rustfmt, so that an item ends at the first line
//! of its own indentation that ends in `;` or `}`.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository.
pub(crate) struct Text {
    /// Its path from the root, with `/` between its parts.
    pub(crate) path: String,
    /// What is in it.
    pub(crate) text: String,
}

/// A file that must be there.
pub(crate) fn read(path: &str) -> String {
    let text = fs::read_to_string(root().join(path));
    text.unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files below a folder whose names end so, sorted by path.
pub(crate) fn below(folder: &str, ending: &str) -> Vec<Text> {
    let (mut found, mut open) = (Vec::new(), vec![root().join(folder)]);
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder);
        for entry in entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no *{ending} below {folder}");
    found.iter().map(|path| relative(path)).map(|path| Text { text: read(&path), path }).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn relative(path: &Path) -> String {
    let path = path.strip_prefix(root()).expect("below the root");
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

impl Text {
    /// The lines of a Rust file that are the product's: with their numbers, without tests and comments.
    pub(crate) fn code(&self) -> Vec<(usize, &str)> {
        let mut kept = Vec::new();
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return kept;
        }
        let mut lines = self.text.lines().enumerate();
        while let Some((at, line)) = lines.next() {
            if line.trim() != "#[cfg(test)]" {
                kept.push((at + 1, line.split("//").next().unwrap_or_default()));
                continue;
            }
            let depth = indent(line);
            let mut item = lines.by_ref().map(|(_, line)| line);
            item.find(|line| indent(line) == depth && line.ends_with([';', '}']));
        }
        kept
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
