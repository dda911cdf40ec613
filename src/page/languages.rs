//! The languages of a page: the body's from its long blocks, the chrome's from the short rest.

use unic_langid::LanguageIdentifier;

use super::Options;
use super::detect::Detector;
use super::facts::word_count;
use crate::document::{Block, Document};
use crate::lang;

/// Words from which a block is long: running text, hardly a label.
const LONG: usize = 12;
/// Blocks that are looked at; a page's languages show in fewer.
const LOOKED_AT: usize = 2000;
/// Of the words of long blocks, one in so many in the other language makes a page bilingual; so do
/// three short blocks that are one in so many of the short.
const SHARE: usize = 12;

/// The body's language and the chrome's, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Languages {
    pub(super) body: Option<LanguageIdentifier>,
    pub(super) chrome: Option<LanguageIdentifier>,
    /// Do both stand on the page, and differ?
    pub(super) bilingual: bool,
}

impl Languages {
    /// What the options say, and what the page shows where they are silent.
    pub(super) fn of(document: &Document, blocks: &[&Block], options: &Options<'_>) -> Self {
        let (mut body, mut chrome) = (options.body_lang.cloned(), options.chrome_lang.cloned());
        if body.is_none() || chrome.is_none() {
            let counts = Counts::of(blocks, Detector::any());
            let declared = || document.lang.clone();
            body = body.or_else(|| counts.most(|count| count.long)).or_else(declared);
            chrome = chrome
                .or_else(|| counts.second(body.as_ref(), document.lang.as_ref()))
                .or_else(|| body.clone());
        }
        let bilingual = match (&body, &chrome) {
            (Some(body), Some(chrome)) if !lang::same(body, chrome) => both(blocks, body, chrome),
            _ => false,
        };
        Self { body, chrome, bilingual }
    }

    /// A detector that tells the two apart, where they differ and both stand on the page.
    pub(super) fn pair(&self) -> Option<Detector> {
        let (body, chrome) = (self.body.as_ref()?, self.chrome.as_ref()?);
        self.bilingual.then(|| Detector::new(&[body.clone(), chrome.clone()]))
    }

    /// A detector for whatever is known.
    pub(super) fn any(&self) -> Option<Detector> {
        let mut known: Vec<_> = self.body.iter().chain(&self.chrome).cloned().collect();
        known.dedup_by(|a, b| lang::same(a, b));
        (!known.is_empty()).then(|| Detector::new(&known))
    }
}

/// Do enough blocks speak each of the two languages?
fn both(blocks: &[&Block], body: &LanguageIdentifier, chrome: &LanguageIdentifier) -> bool {
    let counts = Counts::of(blocks, &Detector::new(&[body.clone(), chrome.clone()]));
    let present = |lang: &LanguageIdentifier| {
        let (count, all) = (counts.get(lang), counts.sum());
        count.long * SHARE > all.long || (count.short >= 3 && count.short * SHARE > all.short)
    };
    present(body) && present(chrome)
}

/// How much of a page is in a language.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    /// Words of long blocks.
    long: usize,
    /// Short blocks.
    short: usize,
}

struct Counts(Vec<(LanguageIdentifier, Count)>);

impl Counts {
    fn of(blocks: &[&Block], detector: &Detector) -> Self {
        let mut counts: Vec<(LanguageIdentifier, Count)> = Vec::new();
        for block in blocks.iter().take(LOOKED_AT) {
            // What is quoted in another language says nothing of the page's.
            let text = block.passage.own_text();
            let Some(lang) = detector.detect(&text).lang else { continue };
            let words = word_count(&text);
            let at = counts.iter().position(|(known, _)| *known == lang).unwrap_or_else(|| {
                counts.push((lang, Count::default()));
                counts.len() - 1
            });
            if let Some((_, count)) = counts.get_mut(at) {
                if words >= LONG {
                    count.long += words;
                } else {
                    count.short += 1;
                }
            }
        }
        counts.sort_by(|a, b| a.0.cmp(&b.0));
        Self(counts)
    }

    fn get(&self, lang: &LanguageIdentifier) -> Count {
        self.0.iter().find(|(known, _)| known == lang).map(|(_, count)| *count).unwrap_or_default()
    }

    fn sum(&self) -> Count {
        self.0.iter().fold(Count::default(), |sum, (_, count)| Count {
            long: sum.long + count.long,
            short: sum.short + count.short,
        })
    }

    /// The language with most of something; `None` where none has any.
    fn most(&self, of: impl Fn(&Count) -> usize) -> Option<LanguageIdentifier> {
        let best = self.0.iter().max_by_key(|(_, count)| of(count))?;
        (of(&best.1) > 0).then(|| best.0.clone())
    }

    /// The language of the short blocks, where it is not the body's and does not stand on the page by chance; a site that
    /// declares it for the whole page, as most do for their own, says that it does not.
    fn second(
        &self,
        body: Option<&LanguageIdentifier>,
        declared: Option<&LanguageIdentifier>,
    ) -> Option<LanguageIdentifier> {
        let lang = self.most(|count| count.short)?;
        let count = self.get(&lang).short;
        let is_declared = declared.is_some_and(|declared| lang::same(declared, &lang));
        let least = if is_declared { 1 } else { 2 };
        let chance = body.is_some_and(|body| count < 3 || count < least * self.get(body).short);
        (!chance).then_some(lang)
    }
}
