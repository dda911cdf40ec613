//! Comparing names of one or several words.
//!
//! Words are compared in pairs and paired off best first, whatever their order. What one name has more than the other
//! may only stand at its front (a given name) or be a small word; the name as a whole is as sure as its least sure
//! pair, since one wrong word makes another name. Names that divide their words differently (Abdul Azim, Abdelazim)
//! are compared as one word as well.

use super::align::Step;
use super::evidence::Evidence;
use super::features::{self, Features};
use super::model::Model;
use super::parse::{Name, WORDS, Word};
use super::tables::Tables;
use super::words::Role;

/// How far a missing given name lowers the chance, in hundredths.
const MISSING: u32 = 90;
/// How far another order does.
const ORDER: u32 = 97;
/// How sure an initial is of the word that it may stand for, in thousandths.
const INITIAL: u16 = 900;

/// What comparing two names gives: the chance in thousandths, and why.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub(super) chance: u16,
    pub(super) evidence: Vec<Evidence>,
}

/// Compares two names; evidence is gathered only where it is wanted.
pub(super) fn names(tables: &Tables, model: &Model, a: &Name, b: &Name, why: bool) -> Found {
    let mut found = match (a.words.as_slice(), b.words.as_slice()) {
        ([], _) | (_, []) => return Found::default(),
        ([one], [other]) => words(tables, model, one, other, why),
        _ => several(tables, model, a, b, why),
    };
    if why && found.chance > 0 {
        if a.article != b.article && !found.evidence.contains(&Evidence::Article) {
            found.evidence.push(Evidence::Article);
        }
        if a.trimmed != b.trimmed {
            found.evidence.push(Evidence::Trimmed);
        }
    }
    found
}

/// Compares two words.
pub(super) fn words(tables: &Tables, model: &Model, a: &Word, b: &Word, why: bool) -> Found {
    if a.letters == b.letters {
        let evidence = if why { vec![Evidence::SameLetters] } else { Vec::new() };
        return Found { chance: 1000, evidence };
    }
    if !a.fits() || !b.fits() {
        return Found::default();
    }
    let glued = unglued(tables, a, b);
    if glued.is_none() && features::hopeless(a, b) {
        return Found::default();
    }
    let (measured, steps) = features::measure(tables, a, b);
    let chance = model.chance(&measured).min(999);
    let mut found = Found { chance, evidence: if why { told(tables, &steps) } else { Vec::new() } };
    if let Some((one, other)) = glued {
        let (measured, steps) = features::measure(tables, &one, &other);
        let chance = model.chance(&measured).min(999);
        if chance > found.chance {
            found.chance = chance;
            if why {
                found.evidence = told(tables, &steps);
                found.evidence.push(Evidence::Article);
            }
        }
    }
    found
}

/// The two words with an article taken off that only one of them may have.
fn unglued(tables: &Tables, a: &Word, b: &Word) -> Option<(Word, Word)> {
    match (a.glued > 0, b.glued > 0) {
        (true, false) if !features::opens_with_vowel(b) => Some((tables.unglued(a), b.clone())),
        (false, true) if !features::opens_with_vowel(a) => Some((a.clone(), tables.unglued(b))),
        _ => None,
    }
}

/// What is measured of two names, for fitting: of the words that decide, as the present weights choose them. `None`
/// where they are equal or cannot be aligned.
pub(super) fn measured(tables: &Tables, model: &Model, a: &Name, b: &Name) -> Option<Measured> {
    let whole = |name: &Name| name.joined.as_deref().or(name.words.first()).cloned();
    let core = |name: &Name| {
        let mut core = name.words.iter().filter(|word| word.role == Role::Core);
        core.next().filter(|_| core.next().is_none()).cloned()
    };
    let mut best: Option<(u16, Features, Vec<Step>)> = None;
    for (one, other) in [core(a).zip(core(b)), whole(a).zip(whole(b))].into_iter().flatten() {
        if one.letters == other.letters || !one.fits() || !other.fits() {
            return None;
        }
        let cut = unglued(tables, &one, &other)
            .map(|(one, other)| features::measure(tables, &one, &other));
        let plain = features::measure(tables, &one, &other);
        for (found, steps) in [Some(plain), cut].into_iter().flatten() {
            let chance = model.chance(&found);
            if best.as_ref().is_none_or(|best| chance > best.0) {
                best = Some((chance, found, steps));
            }
        }
    }
    let (_, features, steps) = best?;
    let spelled = |side: Option<u8>| side.map_or("", |grapheme| tables.spelling(grapheme));
    let facing = steps.iter().filter(|step| step.a != step.b).map(|step| {
        let (a, b) = (spelled(step.a), spelled(step.b));
        if step.is_lone() || a < b {
            (if a.is_empty() { b } else { a }, if a.is_empty() { a } else { b })
        } else {
            (b, a)
        }
    });
    Some(Measured { features, facing: facing.collect() })
}

/// What the weights are fitted to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The features, in the order of [`FEATURES`](super::FEATURES).
    pub features: Features,
    /// Graphemes that face each other and are not equal, the first in alphabetical order first; the second is empty
    /// where the first faces nothing.
    pub facing: Vec<(&'static str, &'static str)>,
}

/// Compares names of which at least one has several words.
fn several(tables: &Tables, model: &Model, a: &Name, b: &Name, why: bool) -> Found {
    let joined = a.joined.as_deref().zip(b.joined.as_deref());
    if joined.is_some_and(|(one, other)| one.letters == other.letters) {
        let evidence = if why { vec![Evidence::SameLetters] } else { Vec::new() };
        return Found { chance: 1000, evidence };
    }
    let mut best = by_words(tables, model, a, b, why);
    let telling = |name: &Name| name.words.iter().filter(|word| word.role == Role::Telling).count();
    if a.words.len() != b.words.len() && best.chance < 990 && telling(a) == telling(b) {
        let whole = |name: &Name| name.joined.as_deref().or(name.words.first()).cloned();
        if let Some((one, other)) = whole(a).zip(whole(b)) {
            let mut joined = words(tables, model, &one, &other, why);
            if joined.chance > best.chance {
                joined.evidence.push(Evidence::Joined);
                best = joined;
            }
        }
    }
    best
}

/// Pairs the words of two names off, best first.
fn by_words(tables: &Tables, model: &Model, a: &Name, b: &Name, why: bool) -> Found {
    let parts = |name: &Name| -> Vec<usize> {
        (0..name.words.len())
            .filter(|at| {
                name.words
                    .get(*at)
                    .is_some_and(|word| matches!(word.role, Role::Core | Role::Telling))
            })
            .collect()
    };
    let (left, right) = (parts(a), parts(b));
    if left.is_empty() || right.is_empty() || left.len() > WORDS || right.len() > WORDS {
        return Found::default();
    }
    if !generics_agree(a, b) {
        return Found::default();
    }
    let mut pairs = Vec::new();
    for (one, at) in left.iter().enumerate() {
        for (other, place) in right.iter().enumerate() {
            let Some((own, facing)) = a.words.get(*at).zip(b.words.get(*place)) else { continue };
            let found = pair(tables, model, own, facing, why);
            if found.chance > 0 {
                pairs.push((one, other, found));
            }
        }
    }
    // Neighbours first where two pairs are equally sure, so that the order of the words is kept.
    pairs.sort_by_key(|(one, other, found)| {
        (std::cmp::Reverse(found.chance), one.abs_diff(*other), *one, *other)
    });
    let (mut taken_left, mut taken_right) = (0u16, 0u16);
    let mut facing: Vec<(usize, usize)> = Vec::new();
    let mut out = Found { chance: 1000, evidence: Vec::new() };
    for (one, other, found) in pairs {
        if taken_left & (1 << one) != 0 || taken_right & (1 << other) != 0 {
            continue;
        }
        taken_left |= 1 << one;
        taken_right |= 1 << other;
        facing.push((one, other));
        out.chance = out.chance.min(found.chance);
        out.evidence.extend(found.evidence);
    }
    let fewer = left.len().min(right.len());
    if facing.len() < fewer {
        return Found::default();
    }
    facing.sort_unstable();
    let (longer, taken, name) =
        if left.len() >= right.len() { (&left, taken_left, a) } else { (&right, taken_right, b) };
    let missing = longer.len() - fewer;
    if missing > 0 {
        // The last word is the family name; a word that tells places apart is never missing.
        let kept = |at: &usize| taken & (1 << at) != 0;
        let telling = (0..longer.len()).filter(|at| !kept(at)).any(|at| {
            longer
                .get(at)
                .and_then(|at| name.words.get(*at))
                .is_none_or(|word| word.role == Role::Telling)
        });
        if telling || !kept(&(longer.len() - 1)) {
            return Found::default();
        }
        for _ in 0..missing {
            out.chance = lowered(out.chance, MISSING);
        }
        out.evidence.push(Evidence::Missing(u8::try_from(missing).unwrap_or(u8::MAX)));
    }
    if facing.windows(2).any(|two| matches!(two, [first, second] if second.1 < first.1)) {
        out.chance = lowered(out.chance, ORDER);
        out.evidence.push(Evidence::Order);
    }
    out
}

/// Compares two words of names, either of which may be an initial.
fn pair(tables: &Tables, model: &Model, a: &Word, b: &Word, why: bool) -> Found {
    if a.role != b.role {
        return Found::default();
    }
    if a.initial != b.initial {
        let same = a.letters.first() == b.letters.first();
        let evidence = if same && why { vec![Evidence::Initial] } else { Vec::new() };
        return Found { chance: if same { INITIAL } else { 0 }, evidence };
    }
    words(tables, model, a, b, why)
}

/// What two places are (lake, oblast) may be left out by one, but must not differ.
fn generics_agree(a: &Name, b: &Name) -> bool {
    let of = |name: &Name| {
        name.words.iter().find_map(|word| match word.role {
            Role::Generic(group) => Some(group),
            _ => None,
        })
    };
    of(a).zip(of(b)).is_none_or(|(a, b)| a == b)
}

fn lowered(chance: u16, hundredths: u32) -> u16 {
    u16::try_from(u32::from(chance) * hundredths / 100).unwrap_or(chance)
}

/// What the steps of an alignment say.
fn told(tables: &Tables, steps: &[Step]) -> Vec<Evidence> {
    steps
        .iter()
        .filter(|step| step.a != step.b)
        .filter_map(|step| match (step.a, step.b) {
            (Some(a), Some(b)) if a != 0 && b != 0 => {
                let (a, b) = (tables.spelling(a), tables.spelling(b));
                Some(if step.score >= 0 { Evidence::Equated(a, b) } else { Evidence::Differ(a, b) })
            }
            (Some(a), None) | (None, Some(a)) if a != 0 => {
                Some(Evidence::Extra(tables.spelling(a)))
            }
            _ => None,
        })
        .collect()
}
