//! Grouping spellings into names.
//!
//! Groups are joined surest pair first, and only where their spellings are alike throughout: were one link enough, a
//! chain of small steps could lead from any name to any other.

use std::collections::HashMap;

use super::Names;
use super::index::all_keys;
use super::parse::Name;

/// The chance, in thousandths, that any two spellings of a group have at least.
const LEAST: u32 = 300;
/// Most spellings of a group that a new one is compared with.
const MEMBERS: usize = 32;

impl Names {
    /// Groups spellings that are one name: for each name the numbers of its spellings, in order; spellings that
    /// stand alone are groups of one. The groups are in the order of their first spellings.
    pub fn group(&self, spellings: &[&str]) -> Vec<Vec<usize>> {
        let prepared: Vec<Name> = spellings.iter().map(|text| self.prepare(text)).collect();
        let mut links = self.links(&prepared);
        links.sort_unstable_by_key(|(chance, a, b)| (std::cmp::Reverse(*chance), *a, *b));
        let mut group_of: Vec<usize> = (0..spellings.len()).collect();
        let mut groups: Vec<Vec<usize>> = (0..spellings.len()).map(|at| vec![at]).collect();
        for (_, a, b) in links {
            let (Some(&one), Some(&other)) = (group_of.get(a), group_of.get(b)) else { continue };
            let (one, other) = (one.min(other), one.max(other));
            if one == other || !self.fit(&prepared, &groups, one, other) {
                continue;
            }
            let moved = groups.get_mut(other).map(std::mem::take).unwrap_or_default();
            for member in &moved {
                if let Some(slot) = group_of.get_mut(*member) {
                    *slot = one;
                }
            }
            if let Some(group) = groups.get_mut(one) {
                group.extend(moved);
                group.sort_unstable();
            }
        }
        groups.retain(|group| !group.is_empty());
        groups
    }

    /// Pairs of spellings that are the same, of those that share a key.
    fn links(&self, prepared: &[Name]) -> Vec<(u16, usize, usize)> {
        let mut keys: HashMap<u64, Vec<usize>> = HashMap::new();
        let mut links = Vec::new();
        for (number, name) in prepared.iter().enumerate() {
            let mut near: Vec<usize> = Vec::new();
            for (key, _) in name.words.iter().flat_map(all_keys) {
                let own = keys.entry(key).or_default();
                // The first of a crowded key stand for it; without a bound, equal keys would cost the square.
                near.extend(own.iter().take(4 * MEMBERS));
                if own.last() != Some(&number) {
                    own.push(number);
                }
            }
            near.sort_unstable();
            near.dedup();
            for other in near.into_iter().filter(|other| *other != number) {
                let Some(facing) = prepared.get(other) else { continue };
                let chance = self.chance(facing, name);
                if chance >= self.model.same {
                    links.push((chance, other, number));
                }
            }
        }
        links
    }

    /// Are two groups alike throughout: every pair possible, and the same name on the whole?
    fn fit(&self, prepared: &[Name], groups: &[Vec<usize>], one: usize, other: usize) -> bool {
        let members = |at: usize| {
            groups.get(at).into_iter().flatten().take(MEMBERS).filter_map(|at| prepared.get(*at))
        };
        let (mut sum, mut count) = (0u32, 0u32);
        for a in members(one) {
            for b in members(other) {
                let chance = u32::from(self.chance(a, b));
                if chance < LEAST {
                    return false;
                }
                sum += chance;
                count += 1;
            }
        }
        count > 0 && sum / count >= u32::from(self.model.same)
    }
}
