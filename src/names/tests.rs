//! What the module promises, with names of general knowledge.

use super::*;
use crate::lang;

fn names() -> &'static Names {
    Names::shipped()
}

/// Every pair with a verdict other than the one wanted.
fn judged_otherwise(pairs: &[(&str, &str)], same: bool) -> Vec<String> {
    let wrong = pairs.iter().map(|(a, b)| (a, b, names().compare(a, b)));
    wrong
        .filter(|(_, _, found)| found.same != same)
        .map(|(a, b, found)| format!("{a} / {b}: {} {:?}", found.score, found.evidence))
        .collect()
}

fn assert_same(pairs: &[(&str, &str)]) {
    assert_eq!(judged_otherwise(pairs, true), Vec::<String>::new());
}

fn assert_other(pairs: &[(&str, &str)]) {
    assert_eq!(judged_otherwise(pairs, false), Vec::<String>::new());
}

#[test]
fn the_tables_are_read_whole() {
    assert_eq!(
        names().tables.spelling(names().tables.ending(&['s', 'c', 'h'], 3).last().unwrap().1),
        "sch"
    );
    assert!(names().model.same > 300 && names().model.same < 900);
    let weights: toml::Table = toml::from_str(include_str!("data/model.toml")).unwrap();
    let weights = weights["weights"].as_table().unwrap();
    assert_eq!(weights.len(), FEATURES.len());
    assert!(FEATURES.iter().all(|name| weights.contains_key(*name)));
    let _: toml::Table = toml::from_str(include_str!("data/words.toml")).unwrap();
    let _: toml::Table = toml::from_str(include_str!("data/endings.toml")).unwrap();
}

#[test]
fn one_man_of_many_romanisations_is_one_man() {
    assert_same(&[
        ("Kosachev", "Kossatchev"),
        ("Kosachev", "Kosatschow"),
        ("Tchaikovsky", "Čajkovskij"),
        ("Tchaïkovski", "Tschaikowski"),
        ("Khrushchev", "Chruschtschow"),
        ("Putin", "Poutine"),
        ("Erdogan", "Erdoğan"),
        ("Khadafi", "Kadhafi"),
        ("Qaddafi", "Kadhafi"),
        ("Djoumblatt", "Joumblatt"),
        ("Schoigu", "Choïgou"),
        ("Daish", "Daech"),
        ("Hafter", "Haftar"),
        ("Zhukov", "Joukov"),
    ]);
}

#[test]
fn names_that_only_look_alike_are_others() {
    assert_other(&[
        ("Haftar", "Hariri"),
        ("Lavrov", "Lvov"),
        ("Khomeini", "Khamenei"),
        ("Zambia", "Gambia"),
        ("Niger", "Nigeria"),
        ("Iran", "Irak"),
        ("Austria", "Australia"),
        ("Karimov", "Kadyrov"),
    ]);
}

#[test]
fn articles_elisions_and_possessives_are_left_out() {
    assert_same(&[
        ("al-Sarraj", "Sarraj"),
        ("Serraj", "es-Serraj"),
        ("Ar-Raqqa", "Raqqa"),
        ("Haftar’s", "Haftar"),
        ("d’Erdogan", "Erdogan"),
        ("L’Ukraine", "Ukraine"),
        ("Le Caire", "Caire"),
    ]);
    assert!(names().compare("al-Sarraj", "Sarraj").evidence.contains(&Evidence::Article));
    assert!(names().compare("Haftar’s", "Haftar").evidence.contains(&Evidence::Trimmed));
}

#[test]
fn capitals_of_headlines_do_not_count() {
    assert_same(&[("ERDOĞAN", "Erdogan"), ("KHALIFA HAFTAR", "Khalifa Haftar")]);
}

#[test]
fn names_of_several_words_are_paired_word_by_word() {
    assert_same(&[
        ("V. Putin", "Vladimir Poutine"),
        ("Putin", "Vladimir Putin"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Angela van Dijk", "Angela Dijk"),
        ("Abdul Rahman", "Abdurrahman"),
        ("Abd al-Rahman", "Abdel Rahman"),
        ("Salah al-Din", "Saladdin"),
        ("Ossama bin Laden", "Oussama Ben Laden"),
    ]);
    assert_other(&[
        ("Saddam Haftar", "Khalifa Haftar"),
        ("South Sudan", "Sudan"),
        ("Guinea-Bissau", "Guinea"),
        ("Lake Chad", "Mount Chad"),
        ("V. Putin", "Dmitri Putin"),
    ]);
    let order = names().compare("Orbán Viktor", "Viktor Orban");
    assert!(order.evidence.contains(&Evidence::Order));
}

#[test]
fn other_scripts_are_compared_by_sound() {
    assert_same(&[("Путин", "Poutine"), ("Кадыров", "Kadyrov"), ("Τσίπρας", "Tsipras")]);
}

#[test]
fn inflected_names_are_known_in_languages_that_inflect() {
    let polish = lang::parse("pl").unwrap();
    let found = names().compare_in("Putinem", "Putin", &polish);
    assert!(found.same && found.score > names().compare("Putinem", "Putin").score);
    assert!(names().compare_in("Путина", "Путин", &lang::parse("ru").unwrap()).score > 0.9);
    assert_eq!(names().base_forms("Putina", &lang::parse("fr").unwrap()), Vec::<String>::new());
}

#[test]
fn evidence_names_what_was_equated() {
    let found = names().compare("Putin", "Poutine");
    assert!(found.evidence.contains(&Evidence::Equated("u", "ou")), "{:?}", found.evidence);
    let codes: Vec<String> = found.evidence.iter().map(Evidence::code).collect();
    assert_eq!(codes, ["u=ou", "+e"]);
}

#[test]
fn comparing_is_symmetric_in_its_verdict() {
    for (a, b) in
        [("Kosachev", "Kosatschow"), ("Haftar", "Hariri"), ("Orbán Viktor", "Viktor Orban")]
    {
        assert_eq!(names().compare(a, b).same, names().compare(b, a).same);
    }
}

#[test]
fn hostile_texts_are_answered() {
    let long = "ch".repeat(5_000);
    let words = "al-".repeat(5_000);
    let strange = [
        "",
        " ",
        "-",
        "’",
        "’s",
        "d’",
        "A",
        "7",
        "007",
        "😀",
        "😀😀",
        "e\u{301}",
        "\u{301}",
        "李",
        "北京",
        "Путin",
        "\u{202e}abc",
        "ﷺ",
        "İstanbul",
        "ẞ",
        "🇫🇷 France",
        "a\0b",
        "al-",
        "al- -",
        "V.",
        "...",
        &long,
        &words,
    ];
    for a in strange {
        for b in strange {
            let found = names().compare(a, b);
            assert!((0.0..=1.0).contains(&found.score));
            assert!(a != b || found.same || a.trim().is_empty(), "{:?}", a.get(..20));
        }
    }
    assert!(!names().compare("李", "王").same);
    assert!(!names().compare("", "").same);
    assert!(!names().compare("Haftar", "").same);
}

#[test]
fn time_is_bounded_by_length() {
    let (one, other) = ("Aleksandr ".repeat(20_000), "Alexander ".repeat(20_000));
    let started = std::time::Instant::now();
    assert!(!names().compare(&one, &other).same);
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn an_index_finds_listed_names_by_any_spelling() {
    let listed =
        ["Khalifa Haftar", "Muammar Kadhafi", "Tchaïkovski", "Vladimir Poutine", "Misrata"];
    let index = NameIndex::new(names(), listed);
    let first = |text: &str| index.lookup(text).first().map(|found| (found.name, found.word));
    assert_eq!(first("Hafter"), Some((0, Some(1))));
    assert_eq!(first("Khalifa Hifter"), Some((0, None)));
    assert_eq!(first("Qaddafi"), Some((1, Some(1))));
    assert_eq!(first("Tschaikowski"), Some((2, None)));
    assert_eq!(first("Putin"), Some((3, Some(1))));
    assert_eq!(first("Misurata"), Some((4, None)));
    assert_eq!(first("Paris"), None);
    assert_eq!(first(""), None);
}

#[test]
fn a_look_up_scores_few_of_many_names() {
    let consonants =
        ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z", "ch", "sh", "kh"];
    let vowels = ["a", "e", "i", "o", "u"];
    let mut listed: Vec<String> = Vec::new();
    let mut state = 1u64;
    let mut draw = |from: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % from
    };
    for _ in 0..10_000 {
        let syllables = 2 + draw(3);
        let word = (0..syllables).map(|_| format!("{}{}", consonants[draw(16)], vowels[draw(5)]));
        listed.push(word.collect::<String>() + consonants[draw(13)]);
    }
    let index = NameIndex::new(names(), listed.iter().map(String::as_str));
    let asked = ["Haftar", "Kadhafi", "Poutine", "Tchaïkovski", "Government", "Wednesday"];
    let considered: usize = asked.iter().map(|text| index.considered(text)).sum();
    assert!(considered / asked.len() < 60, "{considered}");
}

#[test]
fn groups_hold_the_spellings_of_one_name() {
    let spellings = ["Haftar", "Poutine", "Hafter", "Putin", "Paris", "Heftar", "Putine"];
    assert_eq!(names().group(&spellings), [vec![0, 2, 5], vec![1, 3, 6], vec![4]]);
    assert_eq!(names().group(&[]), Vec::<Vec<usize>>::new());
}

#[test]
fn a_chain_of_small_steps_does_not_make_one_group() {
    let chain =
        ["Salman", "Saliman", "Soliman", "Souliman", "Soulimane", "Souleimane", "Souleimanov"];
    let groups = names().group(&chain);
    assert!(groups.iter().all(|group| !(group.contains(&0) && group.contains(&6))), "{groups:?}");
}

#[test]
fn every_grapheme_is_found_where_it_ends() {
    let tables = &names().tables;
    for line in include_str!("data/graphemes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let spelling = line.split('\t').next().unwrap();
        let letters: Vec<char> = spelling.chars().collect();
        let found =
            tables.ending(&letters, letters.len()).last().map(|edge| tables.spelling(edge.1));
        assert_eq!(found, Some(spelling));
    }
}
