//! What the beginnings and ends of sentences tell of a bead: signs, capitals, quotation marks.
//!
//! A translator who keeps a sentence mostly keeps how it begins and ends: a question stays one, and a dash that opens
//! a speech faces another dash or a quotation mark. And a sentence that ends with a colon, or begins with a small
//! letter, is often only a part of what faces it. How far this holds differs between languages and texts, so that it is
//! learnt: how much more often do two beginnings (or ends) face each other in good beads than by chance, and how much
//! more often does a place between two sentences stand inside a bead than anywhere? Before there are good beads, a part
//! of the beginnings and ends (`edge-kept`) is taken to be kept.
//!
//! Punctuation as evidence beside lengths: Chuang & Yeh (2005), who count signs; here they are paired by their place.

use std::ops::Range;

use super::Pair;
use super::weights::Weights;

/// Classes of what opens a sentence before its first letter: nothing, a quotation mark, a dash, another sign.
const OPENERS: usize = 4;
/// Classes of the first letter: a capital or caseless one, a small one, a digit, none.
const LETTERS: usize = 4;
/// Classes of the last sign but for what closes after it: see [`sign`].
const SIGNS: usize = 9;
/// Classes of what closes after the last sign: nothing, a quotation mark, a bracket.
const CLOSERS: usize = 3;

/// Signs that are looked at before the first letter and after the last.
const REACH: usize = 8;

/// How one sentence begins and ends, in classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Edge {
    opener: u8,
    letter: u8,
    sign: u8,
    closer: u8,
}

impl Edge {
    pub(super) fn of(sentence: &str) -> Self {
        let (opener, letter) = beginning(sentence);
        let (sign, closer) = end(sentence);
        Self { opener, letter, sign, closer }
    }
}

fn beginning(sentence: &str) -> (u8, u8) {
    let mut opened = 0;
    for c in sentence.chars().take(REACH) {
        if let Some(letter) = letter(c) {
            return (opened, letter);
        }
        if opened == 0 {
            opened = opener(c);
        }
    }
    (opened, 3)
}

fn end(sentence: &str) -> (u8, u8) {
    let (mut closed, mut dots) = (0, 0);
    for c in sentence.chars().rev().filter(|c| !c.is_whitespace()).take(REACH) {
        match (closer(c), sign(c)) {
            (Some(class), _) if dots == 0 => closed = class,
            (_, DOT) => dots += 1,
            (_, class) if dots == 0 => return (class, closed),
            _ => break,
        }
    }
    // Three dots are an ellipsis.
    let sign = match dots {
        0 => 0,
        1 | 2 => DOT,
        _ => ELLIPSIS,
    };
    (sign, closed)
}

fn letter(c: char) -> Option<u8> {
    if c.is_lowercase() {
        Some(1)
    } else if c.is_alphabetic() {
        Some(0)
    } else {
        c.is_numeric().then_some(2)
    }
}

fn opener(c: char) -> u8 {
    match c {
        '"' | '“' | '”' | '«' | '„' | '「' | '\'' | '‘' | '‹' | '`' => 1,
        '—' | '–' | '-' | '―' => 2,
        _ if c.is_whitespace() => 0,
        _ => 3,
    }
}

fn closer(c: char) -> Option<u8> {
    match c {
        '"' | '“' | '”' | '»' | '」' | '\'' | '’' | '›' => Some(1),
        ')' | ']' | '）' => Some(2),
        _ => None,
    }
}

const DOT: u8 = 1;
const ELLIPSIS: u8 = 4;

/// The class of a sign that ends a sentence or a part of one, alike in every script; 0 for anything else.
fn sign(c: char) -> u8 {
    match c {
        '.' | '。' | '．' | '۔' | '।' => DOT,
        '!' | '！' => 2,
        '?' | '？' | '؟' | '\u{37E}' => 3,
        '…' => ELLIPSIS,
        ':' | '：' => 5,
        ';' | '；' | '؛' => 6,
        ',' | '，' | '،' | '、' => 7,
        '—' | '–' | '-' | '―' => 8,
        _ => 0,
    }
}

type Table<const N: usize> = [[f32; N]; N];

/// Log-likelihood ratios, in nats.
#[derive(Debug, Clone)]
pub(super) struct EdgeModel {
    openers: Table<OPENERS>,
    letters: Table<LETTERS>,
    signs: Table<SIGNS>,
    closers: Table<CLOSERS>,
    /// A place inside a bead, on either side, by the sign before it and the letter after it.
    inside: [[[f32; LETTERS]; SIGNS]; 2],
}

/// Beads, and places inside beads, that the expectation counts as.
const PRIOR: f32 = 12.0;
/// No edge tells more than this, in nats.
const MOST: f32 = 2.5;

impl EdgeModel {
    /// Learns from good beads of two texts with these edges.
    pub(super) fn new(edges: [&[Edge]; 2], beads: &[Pair], w: &Weights) -> Self {
        let pairs: Vec<[&[Edge]; 2]> = beads
            .iter()
            .filter_map(|pair| Some([edges[0].get(pair.0.clone())?, edges[1].get(pair.1.clone())?]))
            .collect();
        let both = |pick: fn(&[Edge]) -> Option<&Edge>| -> Vec<[Edge; 2]> {
            pairs.iter().filter_map(|[own, other]| Some([*pick(own)?, *pick(other)?])).collect()
        };
        let (first, last) = (both(<[Edge]>::first), both(<[Edge]>::last));
        let inner = |side: usize| pairs.iter().map(move |pair| pair[side]);
        Self {
            openers: table(edges, &first, |edge| edge.opener, w),
            letters: table(edges, &first, |edge| edge.letter, w),
            signs: table(edges, &last, |edge| edge.sign, w),
            closers: table(edges, &last, |edge| edge.closer, w),
            inside: [inside(edges[0], inner(0), w), inside(edges[1], inner(1), w)],
        }
    }

    /// What the edges say of a bead of these sentences of two texts.
    pub(super) fn score(
        &self,
        texts: [&[Edge]; 2],
        (source, target): (Range<usize>, Range<usize>),
    ) -> f32 {
        let (Some(own), Some(other)) = (texts[0].get(source), texts[1].get(target)) else {
            return 0.0;
        };
        let (Some(s), Some(t)) = (own.first(), other.first()) else { return 0.0 };
        let (Some(u), Some(v)) = (own.last(), other.last()) else { return 0.0 };
        let sides = self.openers[usize::from(s.opener)][usize::from(t.opener)]
            + self.letters[usize::from(s.letter)][usize::from(t.letter)]
            + self.signs[usize::from(u.sign)][usize::from(v.sign)]
            + self.closers[usize::from(u.closer)][usize::from(v.closer)];
        sides + self.within(0, own) + self.within(1, other)
    }

    fn within(&self, side: usize, edges: &[Edge]) -> f32 {
        let place = |pair: &[Edge]| {
            self.inside[side][usize::from(pair[0].sign)][usize::from(pair[1].letter)]
        };
        edges.windows(2).map(place).sum()
    }
}

/// Ratios of two classes that face each other, learnt from beads on top of what is expected of them.
fn table<const N: usize>(
    edges: [&[Edge]; 2],
    seen: &[[Edge; 2]],
    class: fn(&Edge) -> u8,
    w: &Weights,
) -> Table<N> {
    let shares = edges.map(|side| shares::<N>(side, class));
    let alike: f32 = (0..N).map(|c| shares[0][c].min(shares[1][c])).sum();
    let mut joint: Table<N> = std::array::from_fn(|s| {
        std::array::from_fn(|t| {
            let same = if s == t { shares[0][s].min(shares[1][s]) } else { 0.0 };
            let chance = shares[0][s] * shares[1][t];
            PRIOR * (w.edge_kept * same + (1.0 - w.edge_kept * alike) * chance)
        })
    });
    for [own, other] in seen {
        joint[usize::from(class(own))][usize::from(class(other))] += 1.0;
    }
    let total: f32 = joint.iter().flatten().sum();
    let rows: [f32; N] = std::array::from_fn(|s| joint[s].iter().sum());
    let columns: [f32; N] = std::array::from_fn(|t| joint.iter().map(|row| row[t]).sum());
    std::array::from_fn(|s| {
        std::array::from_fn(|t| w.edge * ratio(joint[s][t] * total, rows[s] * columns[t]))
    })
}

/// How often each class occurs on one side.
fn shares<const N: usize>(edges: &[Edge], class: fn(&Edge) -> u8) -> [f32; N] {
    let mut counts = [0.5; N];
    for edge in edges {
        counts[usize::from(class(edge))] += 1.0;
    }
    let total: f32 = counts.iter().sum();
    counts.map(|count| count / total)
}

/// Ratios of places inside beads to all places of a text.
fn inside<'e>(
    edges: &[Edge],
    beads: impl Iterator<Item = &'e [Edge]>,
    w: &Weights,
) -> [[f32; LETTERS]; SIGNS] {
    let mut all = [[0.05; LETTERS]; SIGNS];
    count(&mut all, edges);
    let total: f32 = all.iter().flatten().sum();
    let mut held = all.map(|row| row.map(|count| PRIOR * count / total));
    for bead in beads {
        count(&mut held, bead);
    }
    let sum: f32 = held.iter().flatten().sum();
    std::array::from_fn(|sign| {
        std::array::from_fn(|letter| {
            w.edge_inside * ratio(held[sign][letter] * total, all[sign][letter] * sum)
        })
    })
}

fn count(places: &mut [[f32; LETTERS]; SIGNS], edges: &[Edge]) {
    for pair in edges.windows(2) {
        places[usize::from(pair[0].sign)][usize::from(pair[1].letter)] += 1.0;
    }
}

fn ratio(seen: f32, chance: f32) -> f32 {
    libm::logf(seen / chance.max(1e-6)).clamp(-MOST, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(sentences: &[&str]) -> Vec<Edge> {
        sentences.iter().map(|sentence| Edge::of(sentence)).collect()
    }

    fn weights() -> &'static Weights {
        super::super::weights::shipped()
    }

    #[test]
    fn signs_are_read_through_what_closes_after_them() {
        let asked = Edge::of("“Are you coming?”");
        assert_eq!((asked.opener, asked.letter, asked.sign, asked.closer), (1, 0, 3, 1));
        let listed = Edge::of("— venez :");
        assert_eq!((listed.opener, listed.letter, listed.sign, listed.closer), (2, 1, 5, 0));
        assert_eq!(Edge::of("And then...").sign, ELLIPSIS);
        assert_eq!(Edge::of("And then…").sign, ELLIPSIS);
        assert_eq!(Edge::of("去吗？").sign, Edge::of("Going?").sign);
        assert_eq!(Edge::of(""), Edge::of("   "));
    }

    #[test]
    fn a_question_is_expected_to_face_a_question_before_anything_is_learnt() {
        let own = edges(&["Is it late?", "It is.", "We go.", "He stays."]);
        let other = edges(&["Est-il tard ?", "Oui.", "On part.", "Il reste."]);
        let model = EdgeModel::new([&own, &other], &[], weights());
        let right = model.score([&own, &other], (0..1, 0..1));
        let wrong = model.score([&own, &other], (0..1, 1..2));
        assert!(right > 0.0 && wrong < 0.0, "{right} {wrong}");
    }

    #[test]
    fn dashes_learn_to_face_quotation_marks() {
        let own: Vec<Edge> =
            (0..40).map(|n| Edge::of(if n % 2 == 0 { "“Yes.”" } else { "No." })).collect();
        let other: Vec<Edge> =
            (0..40).map(|n| Edge::of(if n % 2 == 0 { "— Oui." } else { "Non." })).collect();
        let beads: Vec<Pair> = (0..40).map(|n| (n..n + 1, n..n + 1)).collect();
        let before = EdgeModel::new([&own, &other], &[], weights());
        let after = EdgeModel::new([&own, &other], &beads, weights());
        let score = |model: &EdgeModel| model.score([&own, &other], (0..1, 0..1));
        assert!(score(&after) > score(&before) + 0.2, "{} {}", score(&before), score(&after));
    }

    #[test]
    fn places_after_a_colon_are_learnt_to_stand_inside_beads() {
        let own: Vec<Edge> =
            (0..60).map(|n| Edge::of(if n % 3 == 0 { "He said:" } else { "We go." })).collect();
        let other: Vec<Edge> = (0..40).map(|_| Edge::of("Il a dit cela.")).collect();
        let beads: Vec<Pair> = (0..20)
            .flat_map(|n| {
                [(3 * n..3 * n + 2, 2 * n..2 * n + 1), (3 * n + 2..3 * n + 3, 2 * n + 1..2 * n + 2)]
            })
            .collect();
        let model = EdgeModel::new([&own, &other], &beads, weights());
        assert!(model.within(0, &own[0..2]) > 0.3 && model.within(0, &own[1..3]) < -0.3);
    }
}
