//! Every scheme against lists of names, and the engine against text that no table expects.

use super::{FILES, find, schemes};

/// The lists of names, by language.
const LISTS: &[(&str, &str)] = &[
    ("ru", include_str!("data/tests/ru.tsv")),
    ("uk", include_str!("data/tests/uk.tsv")),
    ("be", include_str!("data/tests/be.tsv")),
    ("bg", include_str!("data/tests/bg.tsv")),
    ("sr", include_str!("data/tests/sr.tsv")),
    ("mk", include_str!("data/tests/mk.tsv")),
    ("el", include_str!("data/tests/el.tsv")),
    ("tr", include_str!("data/tests/tr.tsv")),
    ("ar", include_str!("data/tests/ar.tsv")),
    ("fa", include_str!("data/tests/fa.tsv")),
];

fn romanize(from: &str, to: &str, scheme: &str, text: &str) -> String {
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    find(&from, &to, Some(scheme)).unwrap().romanize(text)
}

#[test]
fn every_data_file_is_well_made() {
    assert_eq!(schemes().len(), FILES.len());
}

#[test]
fn known_names_are_written_as_they_are_known() {
    let mut faults = Vec::new();
    let mut seen = Vec::new();
    for (lang, list) in LISTS {
        let mut rows =
            list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
        let columns: Vec<(&str, &str)> =
            rows.next().unwrap().skip(1).map(|name| name.split_once(':').unwrap()).collect();
        let rows: Vec<Vec<&str>> = rows.map(Iterator::collect).collect();
        assert!(rows.len() >= 40, "{lang}: {}", rows.len());
        for row in rows {
            assert_eq!(row.len(), columns.len() + 1, "{row:?}");
            for ((to, scheme), wanted) in columns.iter().zip(&row[1..]) {
                let got = romanize(lang, to, scheme, row[0]);
                if got != *wanted {
                    faults.push(format!("{lang} {to}:{scheme} {} {got}, not {wanted}", row[0]));
                }
            }
        }
        seen.extend(columns.into_iter().map(|(to, scheme)| (*lang, to, scheme)));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    for scheme in schemes() {
        let tested = |(from, to, name): &(&str, &str, &str)| {
            scheme.serves(from, to) && scheme.is_called(name)
        };
        assert!(seen.iter().any(tested), "{:?} {:?}", scheme.from, scheme.names);
    }
}

#[test]
fn capitals_stay_as_they_were() {
    assert_eq!(romanize("ru", "en", "press", "ЩУКА Щука щука"), "SHCHUKA Shchuka shchuka");
    assert_eq!(romanize("ru", "en", "press", "Я, Ющенко"), "Ya, Yushchenko");
    assert_eq!(romanize("ru", "en", "press", "Я — ЩУКА"), "YA — SHCHUKA");
    assert_eq!(romanize("ru", "fr", "press", "ЩУКА-Ямал"), "CHTCHOUKA-Iamal");
}

#[test]
fn what_is_in_no_table_passes_through() {
    assert_eq!(
        romanize("ru", "fr", "press", "Путин (Putin), 2019 г. 🙂"),
        "Poutine (Putin), 2019 g. 🙂"
    );
    assert_eq!(romanize("ru", "en", "press", ""), "");
    assert_eq!(romanize("uk", "en", "bgn", "'Знам'янка'"), "'Znamianka'");
    assert_eq!(romanize("el", "en", "press", "µ Ω"), "µ O");
}

#[test]
fn decomposed_letters_and_marks_of_stress_are_read() {
    assert_eq!(romanize("ru", "fr", "press", "Шои\u{306}гу\u{301}"), "Choïgou");
    assert_eq!(romanize("ru", "en", "bgn", "Хрущёв"), romanize("ru", "en", "bgn", "Хруще\u{308}в"));
    assert_eq!(romanize("mk", "en", "press", "Г\u{301}орге"), "Gjorge");
    assert_eq!(romanize("el", "en", "press", "Ὀδυσσεῦς"), "Odyssefs");
}

#[test]
fn a_table_is_found_whatever_the_region_and_by_any_of_its_names() {
    let lang = |tag: &str| tag.parse().unwrap();
    assert!(find(&lang("ru-RU"), &lang("fr-CA"), None).unwrap().is_called("press"));
    assert!(find(&lang("uk"), &lang("en"), Some("official")).unwrap().is_called("bgn"));
    assert!(find(&lang("ru"), &lang("ja"), None).is_none());
    assert!(find(&lang("ru"), &lang("en"), Some("elot")).is_none());
}

#[test]
fn long_and_hostile_text_takes_linear_time() {
    for unit in ["щ", "Ё", "'", "а\u{301}", "\u{301}", "сь", "\u{0}", "я'"] {
        let text = unit.repeat(200_000);
        for from in ["ru", "uk", "el", "ar"] {
            let out =
                find(&from.parse().unwrap(), &"en".parse().unwrap(), None).unwrap().romanize(&text);
            assert!(out.len() <= text.len() * 4 + 8, "{unit}");
        }
    }
}
