//! The running order of a page: its blocks without those that markup sets apart.
//!
//! Labels of images, buttons and advertisements stand between the paragraphs of an article; a paragraph's
//! neighbours are the blocks that a reader reads before and after it, not those.

use std::ops::Range;

use super::facts::Facts;
use crate::document::{Block, Kind, Role};

/// The blocks of the running order, and prefix sums over them.
#[derive(Debug)]
pub(super) struct Flow {
    order: Vec<usize>,
    /// For each block, how many of the running order stand before it.
    rank: Vec<usize>,
}

impl Flow {
    /// The running order; the whole page where markup would leave no running text.
    ///
    /// Comments may well outweigh the article, so a small share proves nothing against the markup.
    pub(super) fn of(blocks: &[&Block], facts: &[Facts]) -> Self {
        let mut both = blocks.iter().zip(facts);
        let all = !both.any(|(block, facts)| is_flow(block) && facts.is_text());
        let order: Vec<usize> = (0..blocks.len())
            .filter(|at| all || blocks.get(*at).is_some_and(|block| is_flow(block)))
            .collect();
        let mut next = 0;
        let rank = (0..blocks.len())
            .map(|at| {
                while order.get(next).is_some_and(|block| *block < at) {
                    next += 1;
                }
                next
            })
            .collect();
        Self { order, rank }
    }

    /// The block so many places before (negative) or after another.
    pub(super) fn neighbour(&self, at: usize, steps: isize) -> Option<usize> {
        let rank = self.rank.get(at).copied()?;
        // A block outside the order stands just before the one of its rank.
        let base = if steps > 0 && !self.contains(at) {
            rank.checked_add_signed(steps - 1)
        } else {
            rank.checked_add_signed(steps)
        };
        self.order.get(base?).copied()
    }

    /// The blocks in order.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }

    /// Sums of a measure of the blocks.
    pub(super) fn sums(&self, value: impl Fn(usize) -> f32) -> Sums {
        let mut sum = 0.0;
        let sums = self.order.iter().map(|at| {
            sum += f64::from(value(*at));
            sum
        });
        Sums(std::iter::once(0.0).chain(sums).collect())
    }

    /// The mean of a measure over up to `reach` blocks on either side, the own one left out.
    #[allow(clippy::cast_possible_truncation, reason = "a mean of small values")]
    pub(super) fn mean_round(&self, sums: &Sums, at: usize, reach: usize) -> f32 {
        let rank = self.rank.get(at).copied().unwrap_or_default();
        let own = usize::from(self.contains(at));
        let window = rank.saturating_sub(reach)..(rank + own + reach).min(self.order.len());
        let others = window.len().saturating_sub(own).max(1);
        let others = u16::try_from(others).unwrap_or(u16::MAX);
        ((sums.over(window) - sums.over(rank..rank + own)) / f64::from(others)) as f32
    }

    fn contains(&self, at: usize) -> bool {
        self.rank.get(at).and_then(|rank| self.order.get(*rank)) == Some(&at)
    }
}

/// Prefix sums.
#[derive(Debug)]
pub(super) struct Sums(Vec<f64>);

impl Sums {
    fn over(&self, window: Range<usize>) -> f64 {
        match (self.0.get(window.start), self.0.get(window.end)) {
            (Some(before), Some(after)) => after - before,
            _ => 0.0,
        }
    }
}

fn is_flow(block: &Block) -> bool {
    block.role != Some(Role::Chrome)
        && !matches!(block.kind, Some(Kind::Label | Kind::Button | Kind::Form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::kinds::Kinds;
    use crate::text::{Passage, SourceId};

    #[test]
    fn neighbours_skip_what_markup_sets_apart() {
        let mut blocks: Vec<Block> = (0..5)
            .map(|at| Block::plain(Passage::verbatim(SourceId::new(0), "words", at * 10)))
            .collect();
        blocks[2].kind = Some(Kind::Button);
        let blocks: Vec<&Block> = blocks.iter().collect();
        let sentence = "The boat left the harbour late that day and came back before it was dark.";
        let text = Facts::of(sentence, None, Kinds::built_in());
        let flow = Flow::of(&blocks, &[text; 5]);
        assert_eq!(flow.order(), [0, 1, 3, 4]);
        assert_eq!(
            (flow.neighbour(1, 1), flow.neighbour(3, -1), flow.neighbour(0, -1)),
            (Some(3), Some(1), None)
        );
        assert_eq!(
            (flow.neighbour(2, -1), flow.neighbour(2, 1), flow.neighbour(2, 2)),
            (Some(1), Some(3), Some(4))
        );
        assert_eq!(Flow::of(&blocks, &[Facts::default(); 5]).order().len(), 5);
        let sums = flow.sums(|at| if at == 0 { 8.0 } else { 2.0 });
        assert!((flow.mean_round(&sums, 1, 1) - 5.0).abs() < 1e-6);
        assert!((flow.mean_round(&sums, 2, 2) - 3.5).abs() < 1e-6);
    }
}
