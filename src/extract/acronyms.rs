//! The acronyms of a side with the long forms that stand beside them.

use std::collections::BTreeMap;

use super::corpus::Side;
use super::words::{ARTICLE, INSIDE, INSIDE_NAMES, STOP};
use crate::text::{self, Span, fold_case, words};

/// An acronym of a side.
#[derive(Debug, Clone, Default)]
pub(super) struct Acronym {
    /// The letters.
    pub(super) letters: String,
    /// The long form that stands beside it most often.
    pub(super) long: Option<String>,
    /// Uses of the acronym.
    pub(super) count: u32,
    /// How often a long form stands beside it.
    pub(super) defined: u32,
    /// The units that it stands in, in order.
    pub(super) units: Vec<u32>,
    /// Where it stands first, or is first defined: unit and place.
    pub(super) example: (u32, Span),
    longs: BTreeMap<String, (u32, String)>,
}

/// The acronyms of a side, by their letters.
pub(super) fn of_side(side: &Side<'_>) -> Vec<Acronym> {
    let mut found: BTreeMap<&str, Acronym> = BTreeMap::new();
    for (number, passage) in (0u32..).zip(&side.texts) {
        let Some(passage) = passage else { continue };
        if side.ranges.get(number as usize).is_none_or(std::ops::Range::is_empty) {
            continue;
        }
        for word in text::acronyms(&passage.text) {
            let is_part = is_part(&passage.text, word.span);
            if is_part || text::is_numeral(word.text) || passage.is_aside(word.span) {
                continue;
            }
            let entry = found.entry(word.text).or_insert_with(|| Acronym {
                letters: word.text.to_owned(),
                example: (number, word.span),
                ..Acronym::default()
            });
            entry.count += 1;
            if entry.units.last() != Some(&number) {
                entry.units.push(number);
            }
            define(entry, side, &passage.text, number, word.span);
        }
    }
    let mut all: Vec<Acronym> = found.into_values().collect();
    for acronym in &mut all {
        let longs = acronym.longs.values();
        let best = longs.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
        acronym.long = best.map(|(_, long)| long.clone());
    }
    all
}

fn define(entry: &mut Acronym, side: &Side<'_>, text: &str, unit: u32, at: Span) {
    let Some(window) = text::window(text, at) else { return };
    let spelled = text::spelled(text, window, &entry.letters);
    let Some(span) = spelled.or_else(|| begun(text, window, &entry.letters, side)) else { return };
    let long = without_small_words(span.slice(text), side);
    if words(long).nth(1).is_none() {
        return;
    }
    if entry.defined == 0 {
        entry.example = (unit, at);
    }
    entry.defined += 1;
    let whole = long.split_whitespace().collect::<Vec<_>>().join(" ");
    entry.longs.entry(fold_case(&whole)).or_insert((0, whole)).0 += 1;
}

/// Is an acronym a part of a longer code (*COVID-19*, *MERS-CoV*)?
fn is_part(text: &str, at: Span) -> bool {
    let mut after = text.get(at.end() as usize..).unwrap_or_default().chars();
    let joins = matches!(after.next(), Some('-' | '\u{2011}'));
    joins && after.next().is_some_and(|c| c.is_numeric() || c.is_uppercase())
}

/// Words at the end of a window that begin with a capital, the acronym's first letter, and hold no function word but
/// such as stand in names: a translation keeps an acronym that its words do not spell.
fn begun(text: &str, window: Span, letters: &str, side: &Side<'_>) -> Option<Span> {
    let initial = letters.chars().next()?;
    let found: Vec<_> = words(window.slice(text)).collect();
    let is_inside = |word: &str| side.words.marks(word) & (INSIDE | ARTICLE | INSIDE_NAMES) != 0;
    let mut start = found.iter().rev().take_while(|word| {
        let folded = fold_case(word.text);
        side.words.marks(&folded) & STOP == 0 || is_inside(&folded)
    });
    let first = start.find(|word| word.text.starts_with(initial))?;
    let span = Span::of((window.start() + first.span.start()) as usize, window.end() as usize);
    (words(span.slice(text)).filter(|word| word.text.chars().count() > 3).count() >= 2)
        .then_some(span)
}

/// A long form without the function words before it and the signs round it.
fn without_small_words<'t>(long: &'t str, side: &Side<'_>) -> &'t str {
    let content = |word: &str| side.words.marks(&fold_case(word)) & (STOP | INSIDE | ARTICLE) == 0;
    let mut found = words(long);
    let start = found.find(|word| content(word.text)).map_or(0, |word| word.span.start());
    let end = words(long).last().map_or(0, |word| word.span.end());
    Span::of(start as usize, end as usize).slice(long)
}
