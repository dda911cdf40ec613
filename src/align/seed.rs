//! What can be known of two vocabularies before anything is aligned: identical names and numbers, cognates,
//! glossary pairs.

use std::collections::HashMap;

use super::token::{Kind, Text, Type};
use super::weights::Weights;
use crate::text::fold_diacritics;

/// A pair of types that are expected to face each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seed {
    pub(super) source: u32,
    pub(super) target: u32,
    /// Expected share of the rarer word's sentences that face the other word.
    pub(super) belief: f32,
}

/// More namesakes than this say nothing.
const NAMESAKES: usize = 12;

/// All seeds, sorted by source and target type, the strongest belief for each pair.
pub(super) fn seeds(
    source: &Text,
    target: &Text,
    glossary: &[(String, String)],
    w: &Weights,
) -> Vec<Seed> {
    let mut out = Vec::new();
    let exact = by_key(target, |one| Some(one.key.clone()));
    let prefixes = by_key(target, |one| prefix(one, w.prefix));
    for (id, one) in source.types.iter().enumerate() {
        let id = id as u32;
        if let Some(same) = exact.get(&one.key).and_then(|same| same.first()) {
            out.push(Seed { source: id, target: *same, belief: identical(one, w) });
        }
        let Some(namesakes) = prefix(one, w.prefix).and_then(|key| prefixes.get(&key)) else {
            continue;
        };
        for other in namesakes.iter().take(NAMESAKES) {
            out.push(Seed { source: id, target: *other, belief: w.cognate });
        }
    }
    names(&mut out, (source, target), w);
    from_glossary(&mut out, (source, target), glossary, w);
    out.sort_by(|a, b| {
        (a.source, a.target).cmp(&(b.source, b.target)).then(b.belief.total_cmp(&a.belief))
    });
    out.dedup_by_key(|seed| (seed.source, seed.target));
    out
}

/// Names that sound alike, in whatever script.
fn names(out: &mut Vec<Seed>, (source, target): (&Text, &Text), w: &Weights) {
    let sounds = by_key(target, |one| telling(one).then(|| one.consonants.clone()));
    for (id, one) in source.types.iter().enumerate().filter(|(_, one)| telling(one)) {
        for other in sounds.get(&one.consonants).into_iter().flatten().take(NAMESAKES) {
            let named = |kind| kind == Kind::Name;
            if named(one.kind) || named(target.types[*other as usize].kind) {
                out.push(Seed { source: id as u32, target: *other, belief: w.sound });
            }
        }
    }
}

/// Has the word enough consonants to be known by them?
fn telling(one: &Type) -> bool {
    matches!(one.kind, Kind::Name | Kind::Word) && one.consonants.len() >= 3
}

fn by_key(text: &Text, key: impl Fn(&Type) -> Option<String>) -> HashMap<String, Vec<u32>> {
    let mut out: HashMap<String, Vec<u32>> = HashMap::new();
    for (id, one) in text.types.iter().enumerate() {
        if let Some(key) = key(one) {
            out.entry(key).or_default().push(id as u32);
        }
    }
    out
}

fn identical(one: &Type, w: &Weights) -> f32 {
    match one.kind {
        Kind::Number => w.number,
        Kind::Sign => w.punct,
        Kind::Word if one.key.chars().count() < 4 => w.short,
        Kind::Name | Kind::Word | Kind::Gram => w.identical,
    }
}

fn prefix(one: &Type, length: usize) -> Option<String> {
    let wordlike = matches!(one.kind, Kind::Word | Kind::Name);
    (wordlike && one.key.chars().count() >= length).then(|| one.key.chars().take(length).collect())
}

fn from_glossary(
    out: &mut Vec<Seed>,
    (source, target): (&Text, &Text),
    glossary: &[(String, String)],
    w: &Weights,
) {
    if glossary.is_empty() {
        return;
    }
    let (sources, targets) =
        (by_key(source, |one| Some(one.key.clone())), by_key(target, |one| Some(one.key.clone())));
    for (from, to) in glossary {
        let (from, to) = (content_types(from, &sources, w), content_types(to, &targets, w));
        let belief = w.glossary / (from.len().max(to.len()).clamp(1, 4) as f32).sqrt();
        for source in from.iter().take(4) {
            out.extend(to.iter().take(4).map(|target| Seed {
                source: *source,
                target: *target,
                belief,
            }));
        }
    }
}

/// The types of a term's words; little words are left out where there are longer ones.
fn content_types(term: &str, types: &HashMap<String, Vec<u32>>, w: &Weights) -> Vec<u32> {
    let folded: Vec<String> =
        crate::text::words(term).map(|word| fold_diacritics(word.text)).collect();
    let longest = folded.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let content = folded.iter().filter(|word| longest < 4 || word.chars().count() >= 4);
    content
        .filter_map(|word| {
            types.get(&word.chars().take(w.trunc).collect::<String>())?.first().copied()
        })
        .collect()
}
