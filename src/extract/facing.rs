//! What faces what in the translation: candidates by the units they share, acronyms by their letters first.

use std::collections::{BTreeMap, BTreeSet};

use super::Read;
use super::acronyms::Acronym;
use super::pairs::{self, Link};

/// Of the units in which two acronyms stand, this share is common to both, in thousandths (Dice).
const LEAST_DICE: u64 = 500;

/// Links by number on the side of the source.
#[derive(Debug, Default)]
pub(super) struct Facings {
    pub(super) links: BTreeMap<usize, Link>,
    /// The acronym of the target, and in how many units it faces the source's.
    pub(super) acronyms: BTreeMap<usize, (usize, u32)>,
}

impl Facings {
    pub(super) fn new(source: &Read<'_>, target: &Read<'_>) -> Self {
        let links = pairs::link(source.half(), target.half());
        Self {
            links: links.into_iter().map(|link| (link.source, link)).collect(),
            acronyms: acronyms(&source.acronyms, &target.acronyms),
        }
    }
}

/// Acronyms face acronyms: those with the same letters first, then those that stand in the same units.
fn acronyms(source: &[Acronym], target: &[Acronym]) -> BTreeMap<usize, (usize, u32)> {
    let mut by_unit: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, acronym) in target.iter().enumerate() {
        for unit in &acronym.units {
            by_unit.entry(*unit).or_default().push(number);
        }
    }
    let mut pairs: Vec<(u64, u32, usize, usize)> = Vec::new();
    for (number, acronym) in source.iter().enumerate() {
        let mut together: BTreeMap<usize, u32> = BTreeMap::new();
        for other in acronym.units.iter().filter_map(|unit| by_unit.get(unit)).flatten() {
            *together.entry(*other).or_default() += 1;
        }
        for (other, both) in together {
            let Some(found) = target.get(other) else { continue };
            let units = (acronym.units.len() + found.units.len()).max(1) as u64;
            let dice = 2000 * u64::from(both) / units;
            let same = acronym.letters == found.letters;
            let defined = acronym.defined > 0 && found.defined > 0;
            if same || dice >= LEAST_DICE && (both >= 2 || defined) {
                pairs.push((dice + if same { 2000 } else { 0 }, both, number, other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then((a.2, a.3).cmp(&(b.2, b.3))));
    let (mut out, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, both, number, other) in pairs {
        if !out.contains_key(&number) && taken.insert(other) {
            out.insert(number, (other, both));
        }
    }
    out
}
