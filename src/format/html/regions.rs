//! What the markup says of the regions of a page, weighed against how much of the page's text they hold.
//!
//! Markup lies: a whole page may stand in one `form` (ASP.NET) or in an element whose class says "sidebar" or "widget",
//! and a list of teasers is made of `article` elements. So a region is only taken at its word where that is plausible:
//! chrome other than `nav` and `footer` holds at most half of the page's running text, and the `article` that is the
//! body holds at least half of the running text of all articles. Running text is what stands in blocks that are long
//! and hardly linked, the two features that tell article from boilerplate best (Kohlschütter, Fankhauser and Nejdl,
//! "Boilerplate Detection using Shallow Text Features", WSDM 2010); all text would not do, since menus and teasers
//! often outweigh a short article. The halves were not fitted to anything. One pass from the innermost region outwards
//! counts, one back inwards decides; both are linear.

use crate::document::{Kind, Role};

/// A block of fewer characters than this, white space not counted, is no running text: some 15 words, the limit in the
/// paper's rule by number of words.
const RUNNING: usize = 70;

/// Number of a region; 0 is the page.
pub(super) type RegionId = u32;

/// Why a region is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// `nav`, `footer` and their roles: taken at their word.
    Certain(Role),
    /// A class, an id, `aside`, `form`: chrome, if it does not hold most of the page.
    Likely(Role),
    /// `article`.
    Article,
    /// `main`.
    Main,
    /// Only a kind is known.
    Nothing,
}

#[derive(Debug)]
struct Region {
    parent: RegionId,
    evidence: Evidence,
    kind: Option<Kind>,
    /// Its kind, or the nearest that a region round it has.
    claimed: Option<Kind>,
    chars: u64,
    /// `main`: does it hold an article?
    has_article: bool,
}

/// What was decided about a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Verdict {
    /// The region's role, if it has one.
    pub(super) role: Option<Role>,
    /// The kind of the plain blocks inside, if the region has one.
    pub(super) kind: Option<Kind>,
    in_article: bool,
}

/// The regions of a page; a region's parent always has a lower number.
#[derive(Debug)]
pub(super) struct Regions {
    list: Vec<Region>,
}

impl Default for Regions {
    fn default() -> Self {
        let page = Region {
            parent: 0,
            evidence: Evidence::Nothing,
            kind: None,
            claimed: None,
            chars: 0,
            has_article: false,
        };
        Self { list: vec![page] }
    }
}

impl Regions {
    /// Adds a region inside another.
    pub(super) fn add(
        &mut self,
        parent: RegionId,
        evidence: Evidence,
        kind: Option<Kind>,
    ) -> RegionId {
        let id = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let claimed = kind.or_else(|| self.kind(parent));
        self.list.push(Region { parent, evidence, kind, claimed, chars: 0, has_article: false });
        id
    }

    /// The kind that a region or one round it claims.
    pub(super) fn kind(&self, id: RegionId) -> Option<Kind> {
        self.list.get(id as usize)?.claimed
    }

    /// Counts the characters of a block in the region that it stands in, if it is running text.
    pub(super) fn count(&mut self, id: RegionId, chars: usize, linked: usize) {
        let is_running = chars >= RUNNING && linked.saturating_mul(2) < chars;
        if let Some(region) = self.list.get_mut(id as usize).filter(|_| is_running) {
            region.chars = region.chars.saturating_add(chars as u64);
        }
    }

    /// Decides about every region, in order of their numbers.
    pub(super) fn judge(mut self) -> Vec<Verdict> {
        for id in (1..self.list.len()).rev() {
            let Some(region) = self.list.get(id) else { continue };
            let (parent, chars) = (region.parent as usize, region.chars);
            let has_article = region.has_article || region.evidence == Evidence::Article;
            if let Some(parent) = self.list.get_mut(parent) {
                parent.chars = parent.chars.saturating_add(chars);
                parent.has_article |= has_article;
            }
        }
        let total = self.list.first().map_or(0, |page| page.chars);
        let articles = self.article_chars();
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(self.list.len());
        for (id, region) in self.list.iter().enumerate() {
            let outer = match id {
                0 => Verdict::default(),
                _ => verdicts.get(region.parent as usize).copied().unwrap_or_default(),
            };
            verdicts.push(region.judge(outer, total, articles));
        }
        verdicts
    }

    /// Characters in articles that stand in no other article.
    fn article_chars(&self) -> u64 {
        let mut inside: Vec<bool> = Vec::with_capacity(self.list.len());
        let mut chars = 0_u64;
        for (id, region) in self.list.iter().enumerate() {
            let outer = id > 0 && inside.get(region.parent as usize).copied().unwrap_or(false);
            let article = region.evidence == Evidence::Article;
            if article && !outer {
                chars = chars.saturating_add(region.chars);
            }
            inside.push(outer || article);
        }
        chars
    }
}

impl Region {
    fn judge(&self, outer: Verdict, total: u64, articles: u64) -> Verdict {
        let in_article = outer.in_article || self.evidence == Evidence::Article;
        let most_of = |whole: u64| self.chars.saturating_mul(2) > whole;
        let own = match self.evidence {
            Evidence::Likely(Role::Chrome) if most_of(total) => None,
            Evidence::Certain(role) | Evidence::Likely(role) => Some(role),
            Evidence::Article if self.chars == 0 || outer.in_article => None,
            Evidence::Article if self.chars.saturating_mul(2) >= articles => Some(Role::Body),
            Evidence::Main if !self.has_article => Some(Role::Body),
            Evidence::Article | Evidence::Main | Evidence::Nothing => None,
        };
        let implausible = own.is_none() && matches!(self.evidence, Evidence::Likely(_));
        let kind = if implausible { None } else { self.kind };
        let role = match (outer.role, own) {
            // An article among the comments does not make them the body.
            (Some(Role::Chrome), _) => Some(Role::Chrome),
            (outer, own) => own.or(outer),
        };
        Verdict { role, kind: kind.or(outer.kind), in_article }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_round_the_whole_page_is_no_chrome() {
        let mut regions = Regions::default();
        let form = regions.add(0, Evidence::Likely(Role::Chrome), Some(Kind::Form));
        let article = regions.add(form, Evidence::Article, None);
        regions.count(article, 900, 0);
        let nav = regions.add(form, Evidence::Certain(Role::Chrome), Some(Kind::Navigation));
        regions.count(nav, 100, 0);
        let verdicts = regions.judge();
        let roles: Vec<_> = verdicts.iter().map(|verdict| verdict.role).collect();
        assert_eq!(roles, [None, None, Some(Role::Body), Some(Role::Chrome)]);
        assert_eq!(verdicts[1].kind, None);
        assert_eq!(verdicts[3].kind, Some(Kind::Navigation));
    }

    #[test]
    fn only_an_article_that_outweighs_the_others_is_the_body() {
        let mut regions = Regions::default();
        for chars in [160, 170, 180] {
            let id = regions.add(0, Evidence::Article, None);
            regions.count(id, chars, 10);
        }
        assert!(regions.judge().iter().all(|verdict| verdict.role.is_none()));
    }

    #[test]
    fn links_and_short_blocks_have_no_weight() {
        let mut regions = Regions::default();
        let teasers = regions.add(0, Evidence::Likely(Role::Chrome), None);
        regions.count(teasers, 9_000, 8_000);
        let wrapper = regions.add(0, Evidence::Likely(Role::Chrome), None);
        regions.count(wrapper, 300, 0);
        let verdicts = regions.judge();
        assert_eq!(verdicts[1].role, Some(Role::Chrome));
        assert_eq!(verdicts[2].role, None);
    }

    #[test]
    fn articles_in_chrome_stay_chrome() {
        let mut regions = Regions::default();
        regions.count(0, 500, 0);
        let comments = regions.add(0, Evidence::Likely(Role::Chrome), None);
        let comment = regions.add(comments, Evidence::Article, None);
        regions.count(comment, 150, 0);
        assert_eq!(regions.judge()[2].role, Some(Role::Chrome));
    }
}
