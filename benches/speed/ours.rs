//! What is measured: each part of a run as one function of its input.

use unic_langid::LanguageIdentifier;
use visavis::align::{self, Hints, Input};
use visavis::bitext::Bitext;
use visavis::exchange::{self, Languages};
use visavis::format;
use visavis::glossary::{self, Glossary};
use visavis::lang;
use visavis::page;
use visavis::segment::Segmenter;
use visavis::text::{SourceFile, SourceId};

pub(super) fn languages() -> (LanguageIdentifier, LanguageIdentifier) {
    (lang::parse("en").unwrap(), lang::parse("fr").unwrap())
}

pub(super) fn load(path: &str, text: &str) -> Glossary {
    let file = SourceFile::decode(path, text.as_bytes());
    let loaded = glossary::load(SourceId::new(0), &file, None);
    assert!(loaded.faults.is_empty(), "{:?}", loaded.faults.first());
    loaded.glossary
}

/// The source terms of a glossary.
pub(super) fn sources(glossary: &Glossary) -> Vec<String> {
    let (en, _) = languages();
    let terms = glossary.concepts.iter().flat_map(|concept| concept.terms_in(&en));
    terms.map(|term| term.form.clone()).collect()
}

pub(super) fn read_pairs(text: &str) -> Bitext {
    let (en, fr) = languages();
    let file = SourceFile::decode("pairs.tsv", text.as_bytes());
    let langs = Languages { source: Some(&en), target: Some(&fr) };
    exchange::of(&file).unwrap().read(SourceId::new(0), &file, langs).unwrap().bitext
}

pub(super) fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The number of beads.
pub(super) fn align(source: &[&str], target: &[&str]) -> usize {
    let input = |sentences| Input { sentences, paragraphs: &[] };
    let aligned = align::align(&input(source), &input(target), &Hints::default());
    assert!(aligned.parallel);
    aligned.beads.len()
}

/// The number of sentences.
pub(super) fn segment(segmenter: &Segmenter, text: &str) -> usize {
    text.lines().map(|line| segmenter.spans(line).len()).sum()
}

/// The number of blocks.
pub(super) fn split(text: &str) -> usize {
    let file = SourceFile::decode("a.html", text.as_bytes());
    let (document, _) = format::of(&file).read(SourceId::new(0), &file);
    page::split(&document, &page::Options::default()).len()
}
