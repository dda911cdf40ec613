//! Properties of the aligner on texts made for them.

use proptest::prelude::*;

use super::*;

/// Two languages that share nothing but numbers: words are made of syllables by a generator of numbers.
pub(super) struct Babel {
    pub(super) state: u64,
}

impl Babel {
    fn next(&mut self, below: u64) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % below
    }

    /// A sentence as word numbers: low numbers, the common words, far more often than high ones.
    pub(super) fn sentence(&mut self) -> Vec<u64> {
        let length = 4 + self.next(14);
        (0..length)
            .map(|_| {
                let top = 10 << self.next(7);
                self.next(top)
            })
            .collect()
    }
}

fn word(number: u64, syllables: &[&str]) -> String {
    let n = syllables.len() as u64;
    let at = |place: u64| syllables[(place % n) as usize];
    format!("{}{}{}", at(number), at(number / n), at(number / n / n + number))
}

const SOURCE: &[&str] = &["ka", "lo", "mi", "tor", "ven", "sud", "pri", "ga"];
const TARGET: &[&str] = &["eth", "wyn", "dro", "uf", "ash", "bel", "cy", "oxi", "je"];

fn text(sentences: &[Vec<u64>], syllables: &[&str]) -> Vec<String> {
    let line =
        |words: &Vec<u64>| words.iter().map(|n| word(*n, syllables)).collect::<Vec<_>>().join(" ");
    sentences.iter().map(line).collect()
}

/// Numbers that both sides share, in every seventh sentence; after `cut`, `shift` sentences later.
fn dated(mut lines: Vec<String>, from: usize, cut: usize, shift: usize) -> Vec<String> {
    for at in (from..lines.len() - shift).step_by(7) {
        let line = if at < cut { at } else { at + shift };
        lines[line] = format!("{} {}", lines[line], 10_000 + at);
    }
    lines
}

fn sentences(seed: u64, count: usize) -> Vec<Vec<u64>> {
    let mut babel = Babel { state: seed };
    (0..count).map(|_| babel.sentence()).collect()
}

fn run(source: &[String], target: &[String], hints: &Hints<'_>) -> Alignment {
    let (source, target): (Vec<&str>, Vec<&str>) =
        (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
    let found = align(
        &Input { sentences: &source, paragraphs: &[] },
        &Input { sentences: &target, paragraphs: &[] },
        hints,
    );
    check(&found, source.len(), target.len());
    found
}

/// Every sentence in exactly one bead, in order, none larger than may be.
pub(super) fn check(found: &Alignment, n: usize, m: usize) {
    let (mut i, mut j) = (0, 0);
    for bead in &found.beads {
        assert_eq!((bead.source.start, bead.target.start), (i, j));
        assert!(bead.source.end >= i && bead.target.end >= j && bead.confidence <= 100);
        if bead.source.is_empty() || bead.target.is_empty() {
            assert!((1..=lattice::MOST).contains(&(bead.source.len() + bead.target.len())));
        }
        (i, j) = (bead.source.end, bead.target.end);
    }
    assert_eq!((i, j), (n, m));
}

/// Sentences without counterpart.
fn nulls(found: &Alignment) -> usize {
    let nulls = found.beads.iter().filter(|bead| bead.source.is_empty() || bead.target.is_empty());
    nulls.map(|bead| bead.source.len() + bead.target.len()).sum()
}

fn bead(source: Range<usize>, target: Range<usize>) -> Bead {
    Bead { source, target, confidence: 100 }
}

#[test]
fn two_empty_texts_are_parallel_and_hold_no_bead() {
    assert_eq!(
        run(&[], &[], &Hints::default()),
        Alignment { beads: vec![], parallel: true, moved: vec![] }
    );
}

#[test]
fn a_text_against_nothing_is_all_null_beads() {
    let text = text(&sentences(1, 20), SOURCE);
    for found in [run(&text, &[], &Hints::default()), run(&[], &text, &Hints::default())] {
        assert!(!found.parallel);
        assert_eq!(nulls(&found), 20);
    }
}

#[test]
fn identical_texts_align_one_to_one() {
    let text = text(&sentences(2, 60), SOURCE);
    let found = run(&text, &text, &Hints::default());
    assert!(found.parallel);
    assert!(
        found
            .beads
            .iter()
            .enumerate()
            .all(|(at, bead)| bead.source == (at..at + 1) && bead.target == (at..at + 1))
    );
}

#[test]
fn a_pair_of_single_sentences_is_one_bead() {
    let found = run(
        &["Good morning to you all.".to_owned()],
        &["Bonjour à toutes et à tous.".to_owned()],
        &Hints::default(),
    );
    assert!(found.parallel);
    assert_eq!(found.beads.len(), 1);
}

#[test]
fn one_sentence_finds_its_like_among_a_thousand() {
    let target = text(&sentences(3, 1000), SOURCE);
    let found = run(&target[600..601], &target, &Hints::default());
    assert_eq!(nulls(&found), 999);
    assert!(found.beads.iter().any(|bead| bead.source == (0..1) && bead.target == (600..601)));
}

#[test]
fn a_translation_without_common_words_is_learnt() {
    let both = sentences(4, 120);
    let found = run(&text(&both, SOURCE), &text(&both, TARGET), &Hints::default());
    assert!(found.parallel);
    let right = found
        .beads
        .iter()
        .filter(|bead| bead.source == bead.target && bead.source.len() == 1)
        .count();
    assert!(right >= 118, "{right}");
}

#[test]
fn an_inserted_section_stays_alone() {
    let both = sentences(5, 160);
    let mut target = text(&both, TARGET);
    target.splice(80..80, text(&sentences(77, 90), TARGET));
    let found =
        run(&dated(text(&both, SOURCE), 0, 80, 0), &dated(target, 0, 80, 90), &Hints::default());
    assert!(found.parallel);
    let alone = found
        .beads
        .iter()
        .filter(|bead| bead.source.is_empty() && (80..170).contains(&bead.target.start))
        .count();
    assert!(alone >= 87, "{alone}");
    assert!(found.beads.iter().any(|bead| bead.source == (120..121) && bead.target == (210..211)));
}

#[test]
fn sentences_without_counterpart_at_the_edges_and_inside_are_null_beads() {
    let both = sentences(6, 100);
    let mut target = text(&both, TARGET);
    let extra = text(&sentences(88, 3), TARGET);
    target.insert(100, extra[2].clone());
    target.insert(50, extra[1].clone());
    target.insert(0, extra[0].clone());
    let found = run(&text(&both, SOURCE), &target, &Hints::default());
    let alone: Vec<usize> = found
        .beads
        .iter()
        .filter(|bead| bead.source.is_empty())
        .map(|bead| bead.target.start)
        .collect();
    assert_eq!(alone, [0, 51, 102]);
}

#[test]
fn split_and_joined_sentences_are_found() {
    let both = sentences(7, 100);
    let (mut source, mut target) = (text(&both, SOURCE), text(&both, TARGET));
    let next = source.remove(31);
    source[30] = format!("{} {next}", source[30]);
    let next = target.remove(71);
    target[70] = format!("{} {next}", target[70]);
    let found = run(&source, &target, &Hints::default());
    assert!(found.beads.iter().any(|bead| bead.source == (30..31) && bead.target == (30..32)));
    assert!(found.beads.iter().any(|bead| bead.source == (69..71) && bead.target == (70..71)));
}

#[test]
fn unrelated_texts_are_not_parallel() {
    let found =
        run(&text(&sentences(8, 80), SOURCE), &text(&sentences(9, 75), TARGET), &Hints::default());
    assert!(!found.parallel);
    assert_eq!(nulls(&found), 155);
}

#[test]
fn an_article_against_menu_lines_is_not_parallel() {
    let menu: Vec<String> = sentences(10, 40)
        .iter()
        .map(|words| text(&[words[..2].to_vec()], TARGET).remove(0))
        .collect();
    let found = run(&text(&sentences(11, 30), SOURCE), &menu, &Hints::default());
    assert!(!found.parallel);
    assert_eq!(nulls(&found), 70);
}

#[test]
fn pins_come_out_as_they_are_and_nothing_crosses_them() {
    let both = sentences(12, 40);
    let pins = [
        bead(10..12, 9..10),
        bead(20..20, 21..21),
        bead(30..31, 30..30),
        bead(11..13, 12..13),
        bead(90..99, 1..2),
    ];
    let found =
        run(&text(&both, SOURCE), &text(&both, TARGET), &Hints { pins: &pins, ..Hints::default() });
    assert!(found.beads.contains(&bead(10..12, 9..10)));
    assert!(found.beads.contains(&bead(30..31, 30..30)));
    assert!(found.beads.iter().all(|bead| bead.source.start >= 20 || bead.source.end <= 20));
    assert!(found.beads.iter().any(|bead| bead.source.start == 20 && bead.target.start <= 21));
}

#[test]
fn a_glossary_pair_draws_its_sentences_together() {
    // Three sentences of one length against one: only the glossary can tell which of them it translates.
    let both = sentences(17, 20);
    let mut source = dated(text(&both, SOURCE), 0, 20, 0);
    let mut target = dated(text(&both, TARGET), 0, 20, 0);
    let three = [
        "The guards held the airport.",
        "The gunmen left the hospital.",
        "The elders read the letters.",
    ];
    source.splice(10..10, three.map(str::to_owned));
    target.insert(10, "Tous les tireurs ont quitté la clinique.".to_owned());
    for (at, (one, two)) in [("guards", "airport"), ("gunmen", "hospital"), ("elders", "letters")]
        .into_iter()
        .enumerate()
    {
        let pairs =
            [(one.to_owned(), "tireurs".to_owned()), (two.to_owned(), "clinique".to_owned())];
        let found = run(&source, &target, &Hints { pairs: &pairs, ..Hints::default() });
        let facing = found.beads.iter().find(|bead| bead.target.contains(&10)).unwrap();
        assert!(facing.source.contains(&(10 + at)), "{facing:?}");
    }
}

#[test]
fn paragraphs_on_both_sides_guide_but_do_not_bind() {
    let both = sentences(13, 60);
    let (source, target) = (text(&both, SOURCE), text(&both, TARGET));
    let (source, target): (Vec<&str>, Vec<&str>) =
        (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
    let wrong: Vec<u32> = (0..60).map(|at| (at + 1) / 3).collect();
    let right: Vec<u32> = (0..60).map(|at| at / 3).collect();
    let found = align(
        &Input { sentences: &source, paragraphs: &right },
        &Input { sentences: &target, paragraphs: &wrong },
        &Hints::default(),
    );
    check(&found, 60, 60);
    assert!(found.beads.iter().filter(|bead| bead.source == bead.target).count() >= 55);
}

#[test]
fn running_line_numbers_do_not_mislead() {
    let both = sentences(14, 80);
    let mut target = text(&both, TARGET);
    target.insert(5, text(&sentences(99, 1), TARGET).remove(0));
    let number = |lines: Vec<String>| -> Vec<String> {
        lines.iter().enumerate().map(|(at, line)| format!("{at}\t{line}")).collect()
    };
    let found = run(&number(text(&both, SOURCE)), &number(target), &Hints::default());
    assert!(
        found.beads.iter().filter(|bead| bead.target.start == bead.source.start + 1).count() >= 70
    );
}

#[test]
fn the_same_texts_align_alike_twice() {
    let both = sentences(15, 90);
    let (source, target) = (text(&both, SOURCE), text(&both[3..], TARGET));
    assert_eq!(run(&source, &target, &Hints::default()), run(&source, &target, &Hints::default()));
}

#[test]
fn a_long_text_with_a_long_cut_is_aligned_in_a_band() {
    let both = sentences(16, 1600);
    let mut source = text(&both, SOURCE);
    let mut target = text(&both, TARGET);
    for at in (0..1600).step_by(9) {
        source[at] = format!("{} {}", source[at], 10_000 + at);
        target[at] = format!("{} {}", target[at], 10_000 + at);
    }
    source.drain(400..900);
    let found = run(&source, &target, &Hints::default());
    assert!(found.parallel);
    let kept = found
        .beads
        .iter()
        .filter(|bead| bead.source.start >= 400 && bead.target.start == bead.source.start + 500);
    assert!(kept.count() >= 680);
}

#[test]
fn the_shipped_weights_can_be_read() {
    let weights = weights::shipped();
    assert!(
        weights.lexical > 0.0 && weights.length > 0.0 && weights.trunc > 0 && weights.keep >= 1.0
    );
}

/// Texts with paragraph numbers.
fn run_in_paragraphs(
    source: &[String],
    target: &[String],
    paragraphs: (&[u32], &[u32]),
) -> Alignment {
    let (s, t): (Vec<&str>, Vec<&str>) =
        (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
    let found = align(
        &Input { sentences: &s, paragraphs: paragraphs.0 },
        &Input { sentences: &t, paragraphs: paragraphs.1 },
        &Hints::default(),
    );
    check(&found, source.len(), target.len());
    found
}

#[test]
fn a_short_paragraph_without_translation_is_not_absorbed() {
    // A line of two words between paragraphs of four sentences; the target lacks it.
    for (seed, place) in [(21, 4), (22, 8), (23, 12), (24, 16)] {
        let both = sentences(seed, 24);
        let mut source = text(&both, SOURCE);
        let target = text(&both, TARGET);
        let mut own: Vec<u32> = (0..24).map(|at| at / 4).collect();
        let other = own.clone();
        source.insert(place, text(&[vec![900, 901]], SOURCE).remove(0));
        own.insert(place, 99);
        let found = run_in_paragraphs(&source, &target, (&own, &other));
        let alone: Vec<usize> = found
            .beads
            .iter()
            .filter(|bead| bead.target.is_empty())
            .map(|bead| bead.source.start)
            .collect();
        assert_eq!(alone, [place], "seed {seed}");
    }
}

#[test]
fn paragraphs_that_agree_hold_sentences_apart() {
    // Both sides have a bead of two sentences against one, in the middle of a paragraph; a border is nowhere crossed.
    let both = sentences(25, 60);
    let (source, mut target) = (text(&both, SOURCE), text(&both, TARGET));
    let mut other: Vec<u32> = (0..60).map(|at| at / 5).collect();
    let own = other.clone();
    let next = target.remove(32);
    other.remove(32);
    target[31] = format!("{} {next}", target[31]);
    let found = run_in_paragraphs(&source, &target, (&own, &other));
    assert!(found.beads.iter().any(|bead| bead.source == (31..33) && bead.target == (31..32)));
    let starts = |numbers: &[u32], at: usize| at == 0 || numbers[at] != numbers[at - 1];
    for bead in found.beads.iter().filter(|b| !b.source.is_empty() && !b.target.is_empty()) {
        assert_eq!(starts(&own, bead.source.start), starts(&other, bead.target.start), "{bead:?}");
    }
}

#[test]
fn a_paragraph_in_another_place_is_named() {
    let both = sentences(26, 90);
    let source = text(&both, SOURCE);
    let mut target = text(&both, TARGET);
    let moved: Vec<String> = target.drain(20..26).collect();
    target.splice(60..60, moved);
    let found = run(&source, &target, &Hints::default());
    assert!(found.parallel);
    assert_eq!(found.moved.len(), 1, "{:?}", found.moved);
    let (from, to) = found.moved[0].clone();
    assert!(from.start.abs_diff(20) <= 1 && from.end.abs_diff(26) <= 1, "{from:?}");
    assert!(to.start.abs_diff(60) <= 1 && to.end.abs_diff(66) <= 1, "{to:?}");
    let alone = found.beads.iter().filter(|bead| bead.target.is_empty());
    assert!(alone.flat_map(|bead| bead.source.clone()).filter(|at| from.contains(at)).count() >= 6);
}

#[test]
fn what_is_only_left_out_or_added_is_not_called_moved() {
    let both = sentences(27, 90);
    let mut source = text(&both, SOURCE);
    let mut target = text(&both, TARGET);
    target.drain(20..26);
    source.drain(60..66);
    target.extend(text(&sentences(78, 6), TARGET));
    assert_eq!(run(&source, &target, &Hints::default()).moved, []);
}

#[test]
fn a_translation_of_parts_is_aligned_where_it_can_be() {
    let both = sentences(28, 120);
    let target = dated(text(&both, TARGET), 0, 120, 0);
    let target = [&target[10..60], &target[75..110]].concat();
    let found = run(&dated(text(&both, SOURCE), 0, 120, 0), &target, &Hints::default());
    assert!(found.parallel);
    let right = found.beads.iter().filter(|bead| {
        let shift = if bead.target.start < 50 { 10 } else { 25 };
        bead.target.len() == 1
            && bead.source == (bead.target.start + shift..bead.target.end + shift)
    });
    assert!(right.count() >= 80);
}

#[test]
fn one_line_again_and_again_is_parallel_to_its_translation() {
    for count in [40, 400] {
        let source = vec!["The train is late again today.".to_owned(); count];
        let target = vec!["Le train est encore en retard.".to_owned(); count];
        let found = run(&source, &target, &Hints::default());
        assert!(found.parallel, "{count}");
        assert!(found.beads.iter().all(|bead| bead.source == bead.target), "{count}");
    }
}

#[test]
fn a_sentence_that_is_said_to_stand_alone_stands_alone() {
    let both = sentences(29, 40);
    let (source, target) = (text(&both, SOURCE), text(&both, TARGET));
    let found =
        run(&source, &target, &Hints { alone: [&[7..8, 900..902], &[]], ..Hints::default() });
    assert!(found.beads.iter().any(|bead| bead.source == (7..8) && bead.target.is_empty()));
}

/// Embeddings as a model might give them: a direction of its own for every sentence, and much that all share.
fn embedded(rows: &[Vec<u64>], noise: u64) -> Vectors {
    let width = 24;
    let mut babel = Babel { state: noise };
    let rows = rows.iter().flat_map(|words| {
        let mut own = Babel { state: words[0] * 977 };
        let direction: Vec<f32> = (0..width).map(|_| own.next(1000) as f32 / 250.0 - 2.0).collect();
        let row: Vec<f32> =
            direction.iter().map(|x| 3.0 + x + babel.next(100) as f32 / 200.0).collect();
        row
    });
    Vectors::new(width, rows.collect()).unwrap()
}

#[test]
fn embeddings_align_what_words_cannot() {
    // Every word occurs once: nothing can be learnt, and all sentences are of one length.
    let both: Vec<Vec<u64>> =
        (0..30).map(|at| (0..6).map(|k| 1000 + at * 6 + k).collect()).collect();
    let mut kept = both.clone();
    kept.remove(11);
    let lines = |rows: &[Vec<u64>], syllables| text(rows, syllables);
    let (source, target) = (lines(&both, SOURCE), lines(&kept, TARGET));
    let (own, other) = (embedded(&both, 1), embedded(&kept, 2));
    let right = |found: &Alignment| {
        let shift = |at: usize| at - usize::from(at > 11);
        let ones = found.beads.iter().filter(|bead| bead.source.len() == 1);
        ones.filter(|bead| bead.target == (shift(bead.source.start)..shift(bead.source.start) + 1))
            .count()
    };
    let hints = Hints { vectors: Some([&own, &other]), ..Hints::default() };
    let heavy = Weights { vector: 1.0, ..weights::shipped().clone() };
    let (a, b): (Vec<&str>, Vec<&str>) =
        (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
    let with = align_with(
        &Input { sentences: &a, paragraphs: &[] },
        &Input { sentences: &b, paragraphs: &[] },
        &hints,
        (&heavy, &|_| ()),
    );
    check(&with, 30, 29);
    assert!(with.parallel);
    assert!(right(&with) >= 28, "{}", right(&with));
    // Vectors of another number of sentences are no use and do no harm.
    let hints = Hints { vectors: Some([&own, &own]), ..Hints::default() };
    assert_eq!(run(&source, &target, &hints), run(&source, &target, &Hints::default()));
}

#[test]
fn clauses_show_where_sentences_were_cut_in_other_places() {
    // Sentences of two clauses, each a direction in space; the second clause of sentence 12 was given to the next one.
    let mut babel = Babel { state: 5 };
    let mut direction = || (0..24).map(|_| babel.next(1000) as f32 / 500.0 - 1.0).collect();
    let clauses: Vec<[Vec<f32>; 2]> = (0..40).map(|_| [direction(), direction()]).collect();
    let source: Vec<Vec<Vec<f32>>> = clauses.iter().map(|pair| pair.to_vec()).collect();
    let mut target = source.clone();
    let moved = target[12].remove(1);
    target[13].insert(0, moved);
    let side = |sentences: &[Vec<Vec<f32>>], split: bool| {
        let mean = |rows: &Vec<Vec<f32>>| vectors::mean_row(rows.iter().map(Vec::as_slice), 24);
        let mut out = Vectors::new(24, sentences.iter().flat_map(mean).collect()).unwrap();
        for (at, rows) in sentences.iter().enumerate().filter(|_| split) {
            out.split(at, rows);
        }
        out
    };
    let words: Vec<Vec<u64>> =
        (0..40).map(|at| (0..6).map(|k| 1000 + at * 6 + k).collect()).collect();
    let (own, other) = (text(&words, SOURCE), text(&words, TARGET));
    let found = |split| {
        let vectors = [side(&source, split), side(&target, split)];
        run(&own, &other, &Hints { vectors: Some([&vectors[0], &vectors[1]]), ..Hints::default() })
    };
    let together = |found: &Alignment| found.beads.iter().any(|bead| bead.source == (12..14));
    assert!(together(&found(true)) && !together(&found(false)));
    assert_eq!(found(true).beads.len(), 39);
}

#[test]
fn vectors_that_are_none_are_refused() {
    assert!(Vectors::new(0, vec![]).is_none());
    assert!(Vectors::new(2, vec![1.0]).is_none());
    assert!(Vectors::new(1, vec![f32::NAN]).is_none());
    assert_eq!(Vectors::new(2, vec![0.0; 4]).map(|all| all.len()), Some(2));
    let whole = Vectors::new(2, vec![1.0; 4]).unwrap();
    let mut split = whole.clone();
    for rows in [vec![vec![1.0, 0.0]], vec![vec![1.0]; 2], vec![vec![f32::NAN, 0.0]; 2]] {
        split.split(0, &rows);
    }
    split.split(2, &[vec![1.0, 0.0], vec![0.0, 1.0]]);
    assert_eq!(split, whole);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_sentence_stands_in_exactly_one_bead(
        source in proptest::collection::vec("[\\PC\n\u{0}]{0,30}", 0..25),
        target in proptest::collection::vec("[a-dA-D0-3 .?一二三اب]{0,40}", 0..25),
        pins in proptest::collection::vec((0usize..28, 0usize..4, 0usize..28, 0usize..4), 0..4),
        paragraphs in proptest::collection::vec(0u32..4, 0..25),
        numbers in proptest::collection::vec(-2i8..3, 75),
        split in proptest::collection::vec((0usize..2, 0usize..25, 1usize..5), 0..12),
    ) {
        let pins: Vec<Bead> = pins.into_iter().map(|(i, a, j, b)| bead(i..i + a, j..j + b)).collect();
        let (s, t): (Vec<&str>, Vec<&str>) =
            (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
        let found = align(
            &Input { sentences: &s, paragraphs: &paragraphs },
            &Input { sentences: &t, paragraphs: &paragraphs },
            &Hints { pins: &pins, ..Hints::default() },
        );
        check(&found, s.len(), t.len());
        // The same with embeddings, rows of nothing among them, and clauses of any sentences.
        let rows = |count: usize| (0..3 * count).map(|at| f32::from(numbers[at % 75])).collect();
        let mut vectors = [s.len(), t.len()].map(|count| Vectors::new(3, rows(count)).unwrap());
        for (side, at, count) in split {
            vectors[side].split(at, &vec![vec![1.0, f32::from(numbers[at]), 0.0]; count]);
        }
        let found = align(
            &Input { sentences: &s, paragraphs: &paragraphs },
            &Input { sentences: &t, paragraphs: &paragraphs },
            &Hints { pins: &pins, vectors: Some([&vectors[0], &vectors[1]]), ..Hints::default() },
        );
        check(&found, s.len(), t.len());
    }
}
