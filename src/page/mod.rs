//! A page's blocks: article or site round it, kind, language.
//!
//! Whether a page is in two languages is decided first, since language tells an English article from
//! French site chrome better than anything else does; on a page in one language shape and place decide alone.
//! The model's numbers and where they come from are in `data/weights.tsv` (plain text) and `data/trees.tsv` (pages with
//! markup); `tools/refit-page` fits them anew.

mod classify;
pub mod detect;
mod facts;
mod features;
mod flow;
mod kinds;
mod languages;
mod lexicon;
mod mixed;
mod model;
mod ngrams;
mod places;
mod trees;

pub use lexicon::{is_listed, script, script_of};

use unic_langid::LanguageIdentifier;

use crate::document::{Block, Document, Kind, Role};
use crate::text::Span;
use detect::{Detector, Guess};
use languages::Languages;

/// What the refitting of the weights needs of the model.
pub mod fit {
    pub use super::features::{FIRST, Row, SECOND};
    pub use super::model::{Measured, Set, path};
    pub use super::trees::{Node, Trees, names};
}

/// What is known of a page beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Language of the article; inferred from the long blocks where it is not given.
    pub body_lang: Option<&'a LanguageIdentifier>,
    /// Language of the site round it; inferred from the short blocks where it is not given.
    pub chrome_lang: Option<&'a LanguageIdentifier>,
}

/// A block with its region, kind and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBlock {
    /// Index of the block in [`Document::blocks`].
    pub block: usize,
    /// Article or site.
    pub role: Role,
    /// What it is; always a kind of its region.
    pub kind: Kind,
    /// Its language; `None` for names, numbers and placeholders that belong to none.
    pub lang: Option<LanguageIdentifier>,
    /// The parts of a line in two languages, in order, told by its words or by its markup; empty for every other block.
    pub parts: Vec<Part>,
}

/// A part of a line in two languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the block's text.
    pub span: Span,
    /// Language of the part.
    pub lang: Option<LanguageIdentifier>,
    /// Does the part belong to the article?
    pub role: Role,
}

/// Blocks that are decided about together. A page has a few hundred; one of millions is taken in stretches, so that what is
/// measured of them needs no more room than the blocks themselves.
const STRETCH: usize = 50_000;

/// Splits a page: every block that shows a character, in the order of the file.
pub fn split(document: &Document, options: &Options<'_>) -> Vec<PageBlock> {
    let shown = |block: &&Block| block.passage.text.chars().any(|c| !c.is_whitespace());
    let indexed = document.blocks.iter().enumerate().filter(|(_, block)| shown(block));
    let (indices, blocks): (Vec<usize>, Vec<&Block>) = indexed.unzip();
    let languages = Languages::of(document, &blocks, options);
    let pair = languages.pair();
    let decide = |stretch: &[&Block]| {
        model::Measured::new(stretch.to_vec(), &document.outline, pair.as_ref()).decide()
    };
    let mut body: Vec<bool> = blocks.chunks(STRETCH).flat_map(decide).collect();
    if !body.contains(&true) {
        classify::claim_article(&blocks, &document.outline, &mut body);
    }
    classify::claim_title(&blocks, &mut body);
    let kinds = classify::kinds(&blocks, &body);
    let page = document.lang.as_ref();
    let namer = Namer { any: languages.any(), pair, page, languages };
    let rows = indices.into_iter().zip(blocks).zip(body.into_iter().zip(kinds));
    rows.map(|((block, content), (body, kind))| {
        let role = if body { Role::Body } else { Role::Chrome };
        let lang = namer.lang(content, role, kind);
        let parts = namer.parts(content, role, lang.as_ref());
        PageBlock { block, role, kind, lang, parts }
    })
    .collect()
}

/// Names the language of blocks.
struct Namer<'d> {
    /// The language that the whole page declares.
    page: Option<&'d LanguageIdentifier>,
    pair: Option<Detector>,
    any: Option<Detector>,
    languages: Languages,
}

/// Hundredths from which a guess outweighs the region's language.
const SURE: u8 = 90;

impl Namer<'_> {
    fn lang(&self, block: &Block, role: Role, kind: Kind) -> Option<LanguageIdentifier> {
        let text = &*block.passage.own_text();
        if !text.chars().any(char::is_alphabetic) {
            return None;
        }
        // A site declares one language for all its pages, right or wrong; whoever declares another inside means it.
        if let Some(own) = block.lang.as_ref().filter(|own| Some(*own) != self.page) {
            return Some(own.clone());
        }
        let expected = match role {
            Role::Body => &self.languages.body,
            Role::Chrome => &self.languages.chrome,
        };
        let guess = self.pair.as_ref().or(self.any.as_ref()).map(|detector| detector.detect(text));
        match guess {
            _ if kind == Kind::Credit && classify::is_name(text) => None,
            Some(Guess { lang: Some(lang), confidence }) if confidence >= SURE => Some(lang),
            _ => block.lang.clone().filter(|_| expected.is_none()).or_else(|| expected.clone()),
        }
    }

    fn parts(&self, block: &Block, role: Role, own: Option<&LanguageIdentifier>) -> Vec<Part> {
        let told = self.pair.as_ref();
        let told = told.map(|pair| mixed::parts(&block.passage.text, &self.languages, pair));
        match told {
            Some(told) if !told.is_empty() => told,
            _ => mixed::voices(&block.passage, role, own),
        }
    }
}

#[cfg(test)]
mod tests;
