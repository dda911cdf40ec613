//! The language of a text that nobody named.

use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::page::read;
use super::session::Session;
use crate::document::Document;
use crate::lang;
use crate::page::detect::Detector;
use crate::text::{Passage, SourceId};

/// The language of an opened file that nobody named: declared in it, in its name, else detected; else English.
pub fn language_of(session: &mut Session<'_>, id: SourceId) -> LanguageIdentifier {
    let path = PathBuf::from(&session.sources.get(id).path);
    let document = read(session, id);
    lone_language(None, &path, &document)
}

/// The language of a lone file: said, declared, in its name, else detected; English where nothing tells.
pub(super) fn lone_language(
    said: Option<&LanguageIdentifier>,
    path: &Path,
    document: &Document,
) -> LanguageIdentifier {
    said.cloned()
        .or_else(|| document.lang.clone())
        .or_else(|| language_of_name(path))
        .or_else(|| detected(document))
        .unwrap_or_else(|| lang::parse("en").unwrap_or_default())
}

/// The language that a path names: `article.fr.md`, `fr/article.md`.
pub(super) fn language_of_name(path: &Path) -> Option<LanguageIdentifier> {
    let stem = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let ending = stem.rsplit_once('.').and_then(|(_, tag)| lang::parse(tag));
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str())
        .and_then(lang::parse);
    ending.or(folder)
}

/// The language of a document's longest blocks.
pub(super) fn detected(document: &Document) -> Option<LanguageIdentifier> {
    let mut blocks: Vec<&Passage> = document.blocks.iter().map(|block| &block.passage).collect();
    blocks.sort_by_key(|passage| std::cmp::Reverse(passage.text.len()));
    let mut sample = String::new();
    for passage in blocks.into_iter().take(8) {
        sample.push_str(&passage.own_text());
        sample.push('\n');
    }
    Detector::any().detect(&sample).lang
}
