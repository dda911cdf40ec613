//! The best alignment of two words, grapheme by grapheme.
//!
//! Segmentation and alignment are found together, as in joint models of letters and sounds (Deligne and Bimbot,
//! 1995): «dj» faces «j» in Djoumblatt and Joumblatt whatever other graphemes the letters could be cut into.
//! Whole numbers throughout; of equal paths the first found wins, in a fixed order.

use super::parse::{LETTERS, Word};
use super::tables::{Grapheme, NEVER, Tables, is_vowel};

/// Two graphemes that face each other, or one that faces none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) a: Option<Grapheme>,
    pub(super) b: Option<Grapheme>,
    /// Hundredths of a natural logarithm.
    pub(super) score: i32,
}

impl Step {
    /// Does a grapheme face nothing?
    pub(super) fn is_lone(self) -> bool {
        self.a.is_none() || self.b.is_none()
    }
}

/// A vowel or h that French and English add or leave out at the end of a name, behind a consonant.
const SILENT: i32 = -80;

/// A vowel that helps to speak two consonants at the end, and that some do not write.
const HELPING: i32 = -150;

/// The steps of the best alignment, first letters first. Both words must fit.
pub(super) fn align(tables: &Tables, a: &Word, b: &Word) -> Vec<Step> {
    let mut grid = Grid::new(tables, a, b);
    for row in 0..=a.letters.len() {
        for &(size, own) in a.ending(row) {
            grid.face(row, size, own);
        }
        grid.stand_alone(row);
    }
    grid.trace()
}

/// The best scores of all beginnings of one word with all beginnings of the other, row by row.
struct Grid<'w> {
    tables: &'w Tables,
    a: &'w Word,
    b: &'w Word,
    width: usize,
    best: Vec<i32>,
    /// How many letters of each word the last step takes.
    back: Vec<(u8, u8)>,
    /// What each letter of the second word scores alone.
    lone: [i32; LETTERS + 1],
}

impl<'w> Grid<'w> {
    fn new(tables: &'w Tables, a: &'w Word, b: &'w Word) -> Self {
        let width = b.letters.len() + 1;
        let mut best = vec![NEVER; (a.letters.len() + 1) * width];
        if let Some(first) = best.first_mut() {
            *first = 0;
        }
        let mut lone = [NEVER; LETTERS + 1];
        for (column, slot) in lone.iter_mut().enumerate().take(width).skip(1) {
            *slot = self::lone(tables, b, column);
        }
        let back = vec![(0, 0); best.len()];
        Self { tables, a, b, width, best, back, lone }
    }

    /// Steps into a row in which a grapheme of the first word faces one of the second.
    fn face(&mut self, row: usize, size: u8, own: Grapheme) {
        let Some(start) = row.checked_sub(usize::from(size)) else { return };
        let (above, here) = self.best.split_at_mut(row * self.width);
        let above = above.get(start * self.width..(start + 1) * self.width).unwrap_or_default();
        let back = self.back.get_mut(row * self.width..).unwrap_or_default();
        let scores = self.tables.row(own);
        let closing = row == self.a.letters.len();
        for (end, &(other_size, other)) in self.b.ends.iter().zip(&self.b.edges) {
            let column = usize::from(*end);
            let mut pair = scores.get(usize::from(other)).copied().unwrap_or(NEVER);
            if own == 0 && other == 0 {
                pair = unknown(self.a, self.b, row, column);
            } else if closing && column + 1 == self.width && own != other {
                pair = pair.max(self.tables.closing(own, other));
            }
            let Some(from) = column.checked_sub(other_size.into()).and_then(|at| above.get(at))
            else {
                continue;
            };
            let (Some(cell), Some(way)) = (here.get_mut(column), back.get_mut(column)) else {
                continue;
            };
            if from + pair > *cell {
                (*cell, *way) = (from + pair, (size, other_size));
            }
        }
    }

    /// Steps into a row in which a letter of one word faces nothing.
    fn stand_alone(&mut self, row: usize) {
        let own = if row > 0 { lone(self.tables, self.a, row) } else { NEVER };
        for column in 0..self.width {
            let at = row * self.width + column;
            let score = |at: Option<usize>| at.and_then(|at| self.best.get(at)).copied();
            let above = score(at.checked_sub(self.width)).unwrap_or(NEVER) + own;
            let left = score(at.checked_sub(1)).filter(|_| column > 0).unwrap_or(NEVER);
            let left = left + self.lone.get(column).copied().unwrap_or(NEVER);
            let (Some(cell), Some(way)) = (self.best.get_mut(at), self.back.get_mut(at)) else {
                continue;
            };
            if above > *cell {
                (*cell, *way) = (above, (1, 0));
            }
            if left > *cell {
                (*cell, *way) = (left, (0, 1));
            }
        }
    }

    /// The steps that lead to the end.
    fn trace(&self) -> Vec<Step> {
        let (mut row, mut column) = (self.a.letters.len(), self.b.letters.len());
        let mut steps = Vec::with_capacity(row.max(column) + 2);
        while row + column > 0 {
            let at = row * self.width + column;
            let (Some(&score), Some(&(size, other))) = (self.best.get(at), self.back.get(at))
            else {
                break;
            };
            if size + other == 0 {
                break;
            }
            let (before, left) =
                (row.saturating_sub(size.into()), column.saturating_sub(other.into()));
            let from = self.best.get(before * self.width + left).copied().unwrap_or(0);
            let (a, b) = (named(self.a, row, size), named(self.b, column, other));
            steps.push(Step { a, b, score: score - from });
            (row, column) = (before, left);
        }
        steps.reverse();
        steps
    }
}

/// What a letter scores that faces nothing.
fn lone(tables: &Tables, word: &Word, end: usize) -> i32 {
    let Some((_, grapheme)) = tables.ending(&word.letters, end).next() else { return -400 };
    let silent = end == word.letters.len()
        && !word.accented
        && end > 2
        && matches!(word.letters.get(end - 1), Some('e' | 'h'))
        && word
            .letters
            .get(end - 2)
            .is_some_and(|c| (*c == 'a') == (word.letters.get(end - 1) == Some(&'h')));
    if silent {
        SILENT
    } else if helping(word, end) {
        HELPING
    } else {
        tables.gap(grapheme)
    }
}

/// Is the letter before `end` a vowel that only helps to speak two consonants at the end: Sadr, Sader?
fn helping(word: &Word, end: usize) -> bool {
    end + 1 == word.letters.len()
        && end > 2
        && matches!(word.letters.get(end), Some('r' | 'l' | 'm' | 'n'))
        && word.letters.get(end - 1).is_some_and(|c| is_vowel(*c))
        && word.letters.get(end - 2).is_some_and(|c| !is_vowel(*c))
}

/// Letters that stand in no grapheme: equal or not.
fn unknown(a: &Word, b: &Word, row: usize, column: usize) -> i32 {
    let (one, other) = (row.checked_sub(1), column.checked_sub(1));
    let letters = one.and_then(|at| a.letters.get(at)).zip(other.and_then(|at| b.letters.get(at)));
    if letters.is_some_and(|(a, b)| a == b) { 400 } else { -500 }
}

fn named(word: &Word, end: usize, size: u8) -> Option<Grapheme> {
    word.ending(end).iter().find(|edge| size > 0 && edge.0 == size).map(|edge| edge.1)
}
