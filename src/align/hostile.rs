//! Texts of the kinds that mislead an aligner: each is aligned without a panic, every sentence in one bead, and right
//! where there is a right answer.

use super::tests::{Babel, check};
use super::*;

fn run(source: &[String], target: &[String]) -> Alignment {
    let (s, t): (Vec<&str>, Vec<&str>) =
        (source.iter().map(String::as_str).collect(), target.iter().map(String::as_str).collect());
    let input = |sentences| Input { sentences, paragraphs: &[] };
    let found = align(&input(&s), &input(&t), &Hints::default());
    check(&found, source.len(), target.len());
    found
}

/// A text in two invented languages, in scripts given by their syllables, words set apart by `gap`; every other
/// sentence has a number of its own.
fn both(seed: u64, count: usize, scripts: [&[&str]; 2], gap: &str) -> [Vec<String>; 2] {
    let mut babel = Babel { state: seed };
    let sentences: Vec<Vec<u64>> = (0..count).map(|_| babel.sentence()).collect();
    scripts.map(|syllables| {
        let n = syllables.len() as u64;
        let word = |number: &u64| {
            let at = |place: u64| syllables[(place % n) as usize];
            format!("{}{}{}", at(*number), at(number / n), at(number / n / n + number))
        };
        let line = |(at, words): (usize, &Vec<u64>)| {
            let text = words.iter().map(word).collect::<Vec<_>>().join(gap);
            if at % 2 == 0 { format!("{text} {}", 1000 + at * 7) } else { text }
        };
        sentences.iter().enumerate().map(line).collect()
    })
}

const LATIN: &[&str] = &["ka", "lo", "mi", "tor", "ven", "sud", "pri", "ga"];
const HAN: &[&str] = &["山", "水", "火", "木", "金", "土", "日", "月", "人", "口", "手", "目"];
const THAI: &[&str] = &["กา", "ขอ", "งู", "ดี", "ตาม", "นา", "ปู", "มือ", "รัก", "ลม"];
const HEBREW: &[&str] = &["בא", "גל", "דר", "הו", "זן", "חם", "טב", "ים"];
const KANA: &[&str] = &["か", "き", "つ", "の", "ほ", "み", "ら", "わ", "ア", "ト"];

fn straight(found: &Alignment) -> usize {
    found.beads.iter().filter(|bead| bead.source == bead.target && bead.source.len() == 1).count()
}

#[test]
fn scripts_without_spaces_and_from_right_to_left_are_aligned() {
    for (scripts, gap) in
        [([LATIN, HEBREW], " "), ([HAN, KANA], ""), ([THAI, HAN], ""), ([HEBREW, THAI], "")]
    {
        let [source, mut target] = both(41, 90, scripts, gap);
        target.remove(60);
        let found = run(&source, &target);
        assert!(found.parallel, "{scripts:?}");
        assert!(straight(&found) >= 56, "{scripts:?}: {}", straight(&found));
    }
}

#[test]
fn a_song_with_a_refrain_keeps_its_verses() {
    let [verses, lines] = both(42, 48, [LATIN, HEBREW], " ");
    let song = |verses: &[String], refrain: &str| -> Vec<String> {
        verses.chunks(4).flat_map(|verse| [verse, &[refrain.to_owned()]].concat()).collect()
    };
    let (source, mut target) = (song(&verses, "kalo mitor kalo."), song(&lines, "בא גל בא."));
    // The translation lacks the third verse with its refrain.
    target.drain(10..15);
    let found = run(&source, &target);
    assert!(found.parallel);
    let shift = |at: usize| if at < 10 { at } else { at - 5 };
    let right = found.beads.iter().filter(|bead| {
        bead.target.len() == 1
            && bead.source.len() == 1
            && !(10..15).contains(&bead.source.start)
            && bead.target.start == shift(bead.source.start)
    });
    assert!(right.count() >= 50);
}

#[test]
fn a_table_of_numbers_and_a_list_of_names_are_held_by_what_stands_in_them() {
    let row = |at: usize| format!("{} {} {}", at * 7919 % 1000, at * 104_729 % 977, at * 31 % 89);
    let source: Vec<String> = (0..80).map(row).collect();
    let mut target = source.clone();
    target.drain(30..33);
    let found = run(&source, &target);
    let right = found.beads.iter().filter(|bead| {
        bead.target.len() == 1
            && bead.source.start == bead.target.start + if bead.target.start < 30 { 0 } else { 3 }
    });
    let right = right.count();
    assert!(found.parallel && right >= 76, "{right}");
    let names = ["Sokolov", "Baranov", "Lebedeva", "Kuznetsov", "Morozov", "Tarasova", "Gusev"];
    let other = ["Соколов", "Баранов", "Лебедева", "Кузнецов", "Морозов", "Тарасова", "Гусев"];
    let list = |names: [&str; 7]| -> Vec<String> {
        let pairs = (0..35).map(|at| format!("{} {}", names[at % 7], names[(at * 3 + at / 7) % 7]));
        pairs.collect()
    };
    let found = run(&list(names), &list(other));
    assert!(found.parallel && straight(&found) >= 30, "{}", straight(&found));
}

#[test]
fn halves_that_changed_places_are_noticed() {
    let [source, target] = both(43, 120, [LATIN, HEBREW], " ");
    let target = [&target[60..], &target[..60]].concat();
    let found = run(&source, &target);
    let (kept, moved) = (found.beads.iter().filter(|bead| bead.source.len() == 1), &found.moved);
    let kept = kept.filter(|bead| bead.target.len() == 1).count();
    assert!(found.parallel && kept >= 55, "{kept}");
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert!(moved[0].0.len() >= 50 && moved[0].1.len() >= 50, "{moved:?}");
}

#[test]
fn a_third_of_a_text_is_found_in_the_whole_wherever_it_stands() {
    let [source, target] = both(44, 120, [LATIN, HEBREW], " ");
    for from in [0, 40, 80] {
        let found = run(&source, &target[from..from + 40]);
        assert!(found.parallel, "{from}");
        let right = found.beads.iter().filter(|bead| {
            bead.target.len() == 1
                && bead.source == (bead.target.start + from..bead.target.end + from)
        });
        let right = right.count();
        assert!(right >= 37, "{from}: {right}");
        let alone = found.beads.iter().filter(|bead| bead.target.is_empty()).count();
        assert!(alone >= 77, "{from}: {alone}");
    }
}

#[test]
fn sizes_that_are_wildly_unlike_do_no_harm() {
    let [source, target] = both(45, 600, [LATIN, HEBREW], " ");
    run(&source[300..303], &target);
    run(&source, &target[..1]);
    let one = vec![source.join(" ")];
    run(&one, &target[..5]);
    run(&one, &one.clone());
    run(&one, &[]);
    run(&vec![String::new(); 40], &vec![" ".to_owned(); 37]);
    run(&vec!["a".to_owned(); 300], &vec!["b".to_owned(); 20]);
}

#[test]
fn reports_of_one_event_are_no_translations_of_each_other() {
    let english = [
        "A freight train left the rails near Dommartin on Tuesday night.",
        "Nobody was hurt, the operator Ferrolia said in a statement.",
        "Eleven wagons carrying grain overturned and blocked both tracks.",
        "Mayor Claire Vautrin opened the sports hall for 140 stranded passengers.",
        "Many of them spent the night on camp beds.",
        "Engineers suspect a broken axle but would not rule out sabotage.",
        "The line between Dommartin and Saint-Aubin carries 60 trains a day.",
        "It will stay shut until Friday at the earliest.",
        "Shares in Ferrolia fell by 3 per cent in early trading.",
        "In 2017 a similar accident on the same stretch killed two workers.",
        "A union leader, Marc Pelletier, called for an independent inquiry.",
        "He said that inspections had been halved since 2019.",
        "The ministry declined to comment.",
        "Farmers along the line collected spilt grain in buckets.",
        "Rain is forecast for the rest of the week.",
        "Replacement buses will run every hour from the town hall.",
        "Tickets remain valid, and refunds may be claimed online.",
        "The regional council meets on Thursday to discuss the line's future.",
        "Local shops reported brisk business from the stranded travellers.",
        "A crane from Nancy is expected at dawn.",
        "The driver, aged 52, was questioned and released.",
        "His record is without blemish, colleagues say.",
    ];
    let french = [
        "Claire Vautrin n’a pas dormi.",
        "Toute la nuit, la maire de Dommartin a distribué du café et des couvertures dans le gymnase.",
        "« On a fait ce qu’on a pu », dit-elle en souriant.",
        "Parmi les naufragés du rail, une classe de neige, un chœur et deux mariés en retard.",
        "Marc Pelletier, lui, ne décolère pas contre Ferrolia.",
        "Le syndicaliste brandit un courrier resté sans réponse depuis des mois.",
        "On y parle de traverses pourries et d’un aiguillage rafistolé.",
        "Sur le talus, les curieux photographient les wagons couchés dans le maïs.",
        "Un agriculteur calcule déjà ses pertes.",
        "À Saint-Aubin, les collégiens ont eu droit à une journée de congé.",
        "La gare, construite en 1887, n’avait jamais connu pareille affluence.",
        "Des bénévoles ont préparé 140 sandwichs au fromage.",
        "Le curé a ouvert le presbytère aux familles.",
        "Un violoniste du chœur a joué jusqu’à l’aube.",
        "Personne ne se plaint, ou presque.",
        "Reste la colère des riverains, qui demandent depuis 2017 un passage plus sûr.",
        "Une pétition circule au marché.",
        "Elle a recueilli 60 signatures en une matinée.",
        "Le préfet promet une réunion publique.",
        "Ici, on attend surtout la grue.",
        "Et le soleil.",
    ];
    let text = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let found = run(&text(&english), &text(&french));
    assert!(!found.parallel, "{:?}", found.beads);
    assert_eq!(found.beads.len(), english.len() + french.len());
}
