//! Rows of texts, found again in the files by their letters.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unicode_normalization::char::decompose_canonical;

use super::read::{Cell, Row};
use super::{Say, Segments, Settled, not_found, numbers_differ, out_of_range};
use crate::diagnostic::Severity;
use crate::message::Message;
use crate::text::{Passage, Span};

/// One side as its letters, spelt the one way in which rows are compared with it.
struct Letters {
    text: String,
    /// For every byte of `text` that begins a letter: the sentence and the byte in it.
    places: Vec<(usize, usize)>,
    /// Where each sentence begins in `text`, and where the last one ends.
    starts: Vec<usize>,
    /// The beginnings of sentences in the order of what is written there.
    sorted: Vec<usize>,
}

/// Bytes by which beginnings of sentences are sorted.
const WINDOW: usize = 64;
/// Sentences of one beginning that are looked at.
const ALIKE: usize = 4096;
/// Bytes that are searched on one side for rows that begin in the middle of a sentence.
const BUDGET: usize = 1 << 28;

/// What a text keeps when programs pass it on: no white space, no marks that are not seen, letters and their accents
/// apart (as in Unicode's form NFD), and one kind of quotation mark, apostrophe and dash.
fn spelt(text: &str, mut each: impl FnMut(usize, char)) {
    for (at, c) in text.char_indices() {
        match c {
            c if c.is_whitespace() => {}
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{FEFF}' => {}
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' => each(at, '\''),
            '\u{201C}' | '\u{201D}' | '\u{201F}' => each(at, '"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => each(at, '-'),
            '\u{2026}' => (0..3).for_each(|_| each(at, '.')),
            _ => decompose_canonical(c, |c| each(at, c)),
        }
    }
}

impl Letters {
    fn new(passages: &[Passage]) -> Self {
        let (mut text, mut places) = (String::new(), Vec::new());
        let mut starts = Vec::with_capacity(passages.len() + 1);
        for (sentence, passage) in passages.iter().enumerate() {
            starts.push(text.len());
            spelt(&passage.text, |at, c| {
                text.push(c);
                places.resize(text.len(), (sentence, at));
            });
        }
        starts.push(text.len());
        Self { text, places, starts, sorted: Vec::new() }
    }

    /// The same, ready to be searched.
    fn sorted(mut self) -> Self {
        let mut sorted = self.starts.clone();
        sorted.pop();
        sorted.sort_by(|x, y| self.window(*x).cmp(self.window(*y)).then(x.cmp(y)));
        self.sorted = sorted;
        self
    }

    fn window(&self, at: usize) -> &[u8] {
        let end = (at + WINDOW).min(self.text.len());
        self.text.as_bytes().get(at..end).unwrap_or_default()
    }

    /// Where the text of a row stands that follows the row before it at `from`: there; or else where a sentence begins,
    /// further on rather than before; or else anywhere. Places that other rows have are the last choice.
    fn find(&self, wanted: &str, from: usize, used: &mut Used) -> Option<Range<usize>> {
        let range = |start: usize| start..start + wanted.len();
        let stands = |start: &usize| self.text.get(*start..).is_some_and(|x| x.starts_with(wanted));
        if stands(&from) && used.leaves(&range(from)) {
            return Some(range(from));
        }
        let begin = wanted.as_bytes().get(..WINDOW.min(wanted.len())).unwrap_or_default();
        let first = self.sorted.partition_point(|at| self.window(*at) < begin);
        let alike = self.sorted.get(first..).unwrap_or_default().iter().take(ALIKE);
        let alike: Vec<usize> =
            alike.take_while(|at| self.window(**at).starts_with(begin)).copied().collect();
        let whole = alike.iter().copied().filter(stands);
        let best = whole.min_by_key(|at| {
            let taken = !used.leaves(&range(*at));
            let cuts = !self.begins(at + wanted.len());
            (taken, cuts, *at < from, *at)
        });
        match best {
            Some(at) if used.leaves(&range(at)) => Some(range(at)),
            best => self.inside(wanted, from, used).or(best.map(range)),
        }
    }

    /// The first place, further on rather than before, that is free.
    fn inside(&self, wanted: &str, from: usize, used: &mut Used) -> Option<Range<usize>> {
        if used.searched > BUDGET {
            return None;
        }
        used.searched += self.text.len();
        let here = self.text.get(from..)?.match_indices(wanted).map(|(at, _)| from + at);
        let places = here.chain(self.text.match_indices(wanted).map(|(at, _)| at));
        let mut ranges = places.take(ALIKE).map(|at| at..at + wanted.len());
        ranges.find(|range| used.leaves(range))
    }

    /// The letters of sentences.
    fn of(&self, numbers: &[usize]) -> Option<Range<usize>> {
        let end = *self.starts.get(numbers.last()? + 1)?;
        Some(*self.starts.get(*numbers.first()?)?..end)
    }

    /// Is a letter the first of its sentence?
    fn begins(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.places.get(before)), self.places.get(at)) {
            (Some(before), Some(here)) => before.0 != here.0,
            _ => true,
        }
    }
}

/// Letters that rows stand at already.
#[derive(Default)]
struct Used {
    ends: BTreeMap<usize, usize>,
    searched: usize,
}

impl Used {
    fn leaves(&self, range: &Range<usize>) -> bool {
        let before = self.ends.range(..range.end).next_back();
        before.is_none_or(|(_, end)| *end <= range.start)
    }
}

/// The rows as numbers of sentences, after the sentences that rows cut were cut.
pub(super) fn settle(rows: &[Row], sides: [&mut Segments; 2], say: Say<'_>) -> Vec<Settled> {
    let mut found: Vec<[Option<Range<usize>>; 2]> = vec![[None, None]; rows.len()];
    let mut letters = Vec::new();
    for (side, segments) in sides.into_iter().enumerate() {
        let own = Letters::new(&segments.passages).sorted();
        let mut used = Used::default();
        let mut from = 0;
        for (row, found) in rows.iter().zip(&mut found) {
            let cell = &row.cells[side];
            found[side] = place(&own, cell, from, &mut used, say);
            if let Some(range) = found[side].as_ref().filter(|range| !range.is_empty()) {
                used.ends.insert(range.start, range.end);
                from = range.end;
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

/// Where a cell stands among the letters: nowhere where it is empty, `None` where it is not found.
fn place(
    own: &Letters,
    cell: &Cell,
    from: usize,
    used: &mut Used,
    say: &mut dyn FnMut(Severity, Span, Message),
) -> Option<Range<usize>> {
    let mut wanted = String::new();
    spelt(&cell.text, |_, c| wanted.push(c));
    let numbers = cell.numbers.as_deref().filter(|numbers| !numbers.is_empty());
    let named = numbers.map(|numbers| own.of(numbers));
    if wanted.is_empty() {
        if let Some((numbers, None)) = numbers.zip(named.as_ref()) {
            let last = numbers.last().copied().unwrap_or(0);
            say(Severity::Error, cell.span, out_of_range(last, own.starts.len() - 1));
        }
        return named.unwrap_or(Some(0..0));
    }
    let found = own.find(&wanted, from, used);
    if found.is_none() {
        say(Severity::Warning, cell.span, not_found());
    } else if named.flatten().is_some_and(|named| own.text.get(named) != Some(&wanted)) {
        say(Severity::Warning, cell.span, numbers_differ());
    }
    found
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
