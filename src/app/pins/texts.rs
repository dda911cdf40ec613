//! Rows of texts, found again in the files by their letters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::read::Row;
use super::{Say, Segments, Settled, not_found};
use crate::diagnostic::Severity;
use crate::text::{Passage, Span};

/// One side as its letters without white space.
struct Letters {
    text: String,
    /// For every byte of `text` that begins a letter: the sentence and the byte in it.
    places: Vec<(usize, usize)>,
}

impl Letters {
    fn new(passages: &[Passage]) -> Self {
        let (mut text, mut places) = (String::new(), Vec::new());
        for (sentence, passage) in passages.iter().enumerate() {
            for (at, c) in passage.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                text.push(c);
                places.resize(text.len(), (sentence, at));
            }
        }
        Self { text, places }
    }

    /// Where the text of a row stands: where the row before it ends, or else further on, or else before.
    fn find(&self, wanted: &str, from: usize) -> Option<Range<usize>> {
        let here = self.text.get(from..)?;
        let start = if here.starts_with(wanted) {
            from
        } else {
            here.find(wanted).map(|at| from + at).or_else(|| self.text.find(wanted))?
        };
        Some(start..start + wanted.len())
    }

    /// Is a letter the first of its sentence?
    fn begins(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.places.get(before)), self.places.get(at)) {
            (Some(before), Some(here)) => before.0 != here.0,
            _ => true,
        }
    }
}

/// The rows as numbers of sentences, after the sentences that rows cut were cut.
pub(super) fn settle(rows: &[Row], sides: [&mut Segments; 2], say: Say<'_>) -> Vec<Settled> {
    let mut found: Vec<[Option<Range<usize>>; 2]> = vec![[None, None]; rows.len()];
    let mut letters = Vec::new();
    for (side, segments) in sides.into_iter().enumerate() {
        let own = Letters::new(&segments.passages);
        let mut from = 0;
        for (row, found) in rows.iter().zip(&mut found) {
            let cell = &row.cells[side];
            let wanted: String = cell.text.chars().filter(|c| !c.is_whitespace()).collect();
            found[side] = if wanted.is_empty() { Some(0..0) } else { own.find(&wanted, from) };
            match &found[side] {
                Some(range) if !range.is_empty() => from = range.end,
                Some(_) => {}
                None => say(Severity::Warning, cell.span, not_found()),
            }
        }
        let ends = found.iter().filter_map(|sides| sides[side].clone());
        let ends =
            ends.filter(|range| !range.is_empty()).flat_map(|range| [range.start, range.end]);
        let cuts: BTreeSet<usize> = ends.filter(|at| !own.begins(*at)).collect();
        letters.push(cut(segments, &own, &cuts));
    }
    let sentences = |side: usize, range: &Range<usize>| {
        let of = |at: usize| letters.get(side).and_then(|own: &Vec<usize>| own.get(at)).copied();
        match (of(range.start), range.end.checked_sub(1).and_then(of)) {
            (Some(first), Some(last)) if !range.is_empty() => first..last + 1,
            _ => 0..0,
        }
    };
    let both = rows.iter().zip(&found).filter_map(|(row, found)| {
        let (source, target) = (found[0].as_ref()?, found[1].as_ref()?);
        Some(Settled {
            sides: [sentences(0, source), sentences(1, target)],
            spans: [row.cells[0].span, row.cells[1].span],
        })
    });
    both.collect()
}

/// Cuts sentences, and answers the number of the sentence of every letter afterwards.
fn cut(segments: &mut Segments, letters: &Letters, cuts: &BTreeSet<usize>) -> Vec<usize> {
    let mut places: Vec<(usize, usize)> =
        cuts.iter().filter_map(|cut| letters.places.get(*cut).copied()).collect();
    places.dedup();
    let mut passages = Vec::with_capacity(segments.passages.len() + places.len());
    let mut paragraphs = Vec::new();
    let mut next = places.into_iter().peekable();
    for (number, passage) in segments.passages.iter().enumerate() {
        let mut from = 0;
        while let Some((_, at)) = next.next_if(|(sentence, _)| *sentence == number) {
            passages.push(part(passage, from, at));
            paragraphs.extend(segments.paragraphs.get(number));
            from = at;
        }
        passages.push(if from == 0 {
            passage.clone()
        } else {
            part(passage, from, passage.text.len())
        });
        paragraphs.extend(segments.paragraphs.get(number));
    }
    (segments.passages, segments.paragraphs) = (passages, paragraphs);
    Letters::new(&segments.passages).places.into_iter().map(|(sentence, _)| sentence).collect()
}

/// A part of a sentence, without white space at its ends.
fn part(passage: &Passage, from: usize, to: usize) -> Passage {
    let text = passage.text.get(from..to).unwrap_or_default();
    let lead = text.len() - text.trim_start().len();
    passage.slice(Span::of(from + lead, from + lead + text.trim().len()))
}
