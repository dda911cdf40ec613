//! Lines that are almost a message: character trigrams, with a guard on the words that differ.
//!
//! The measure is Dice's coefficient over character trigrams (Angell, Freund and Willett, "Automatic spelling
//! correction using a trigram similarity measure", 1983). Letters alone take "older posts" for "other posts", so
//! every word that differs must be a misspelling of its counterpart, or the differing words a small part of a
//! long line; words that turn a label into its opposite (`data/guard.tsv`) must agree.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::normal::is_wordlike;

/// Fewest letters of a line that is compared at all.
const LETTERS: usize = 12;
/// Fewest letters of a line in which a word may be another word.
const LONG: usize = 40;

const GUARD: &str = include_str!("data/guard.tsv");

static GUARDED: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    GUARD
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(_, words)| words.split_whitespace())
        .collect()
});

/// A comparable text with its trigrams.
#[derive(Debug, Clone)]
pub(super) struct Grams {
    text: String,
    grams: Vec<u64>,
}

impl Grams {
    /// The trigrams of a comparable text; `None` where it is too short, or one word alone.
    pub(super) fn of(core: &[char]) -> Option<Self> {
        let letters = core.iter().filter(|c| c.is_alphabetic()).count();
        let text: String = core.iter().collect();
        if letters < LETTERS || words(&text).count() < 2 {
            return None;
        }
        let padded: Vec<char> =
            std::iter::once(' ').chain(core.iter().copied()).chain([' ']).collect();
        let mut grams: Vec<u64> = padded
            .windows(3)
            .map(|three| {
                three.iter().fold(0, |packed, c| (packed << 21) | u64::from(u32::from(*c)))
            })
            .collect();
        grams.sort_unstable();
        Some(Self { text, grams })
    }

    /// Their likeness in thousandths, where it is at least .700 and the differing words may differ.
    pub(super) fn likeness(&self, other: &Self) -> Option<u32> {
        let (a, b) = (self.grams.len(), other.grams.len());
        // With every shared trigram the coefficient is at most 2·min / (a + b).
        if 20 * a.min(b) < 7 * (a + b) {
            return None;
        }
        let shared = shared(&self.grams, &other.grams);
        let score = 2000 * shared / (a + b).max(1);
        (score >= 700 && differ_rightly(&self.text, &other.text))
            .then(|| u32::try_from(score).unwrap_or(0))
    }
}

fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_wordlike(c)).filter(|word| !word.is_empty())
}

/// May two lines with these differing words say the same?
fn differ_rightly(a: &str, b: &str) -> bool {
    let mut left: Vec<&str> = words(a).collect();
    let mut right: Vec<&str> = words(b).collect();
    left.sort_unstable();
    right.sort_unstable();
    let (mut only_left, mut only_right) = (difference(&left, &right), difference(&right, &left));
    let binding = |word: &&str| GUARDED.contains(word) || word.contains(char::is_numeric);
    if only_left.iter().any(binding) || only_right.iter().any(binding) {
        return false;
    }
    if only_left.iter().any(|word| only_right.iter().any(|other| other_number(word, other))) {
        return false;
    }
    only_left.retain(|word| match only_right.iter().position(|other| misspelt(word, other)) {
        Some(at) => {
            only_right.remove(at);
            false
        }
        None => true,
    });
    let rest: usize = only_left.iter().chain(&only_right).map(|word| word.chars().count()).sum();
    let length = |text: &str| text.chars().filter(|c| is_wordlike(*c)).count();
    let (left, right) = (length(a), length(b));
    rest == 0 || (left.min(right) >= LONG && rest * 6 <= left + right)
}

/// The words of `a` that `b` has not, each as often as it is left over. Both are sorted.
fn difference<'t>(a: &[&'t str], b: &[&'t str]) -> Vec<&'t str> {
    let mut rest = b.iter().copied().peekable();
    let mut out = Vec::new();
    for word in a {
        while rest.next_if(|other| other < word).is_some() {}
        if rest.next_if(|other| other == word).is_none() {
            out.push(*word);
        }
    }
    out
}

/// Is one word the other with a plural's ending? That is another number, not a slip.
fn other_number(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    matches!(long.strip_prefix(short), Some("s" | "x" | "es"))
}

/// One slip in a word of three letters or more, two in one of eight or more.
fn misspelt(a: &str, b: &str) -> bool {
    let length = a.chars().count().min(b.chars().count());
    let slips = match length {
        3..=7 => 1,
        8..=40 => 2,
        _ => return false,
    };
    strsim::osa_distance(a, b) <= slips
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> Option<u32> {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        Grams::of(&a)?.likeness(&Grams::of(&b)?)
    }

    #[test]
    fn a_slip_of_the_pen_is_forgiven() {
        assert!(like("enter your detials below", "enter your details below").is_some());
        assert!(
            like(
                "fill in your details below or click an icon to log in",
                "enter your details below or click an icon to log in"
            )
            .is_some()
        );
    }

    #[test]
    fn another_word_is_another_message() {
        assert_eq!(like("show all the comments", "hide all the comments"), None);
        assert_eq!(like("load the older comments", "load the newer comments"), None);
        assert_eq!(
            like("the 12 best articles of the week", "the 13 best articles of the week"),
            None
        );
        assert_eq!(like("comments", "comment"), None);
        assert_eq!(like("nouveaux commentaires", "nouveau commentaire"), None);
    }
}
