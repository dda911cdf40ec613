//! Pairs of expressions that say the same number, and pairs that do not. English stands left, French right.

use std::time::Instant;

use proptest::prelude::{any, proptest};

use super::{Mismatch, compare};

fn found(source: &str, target: &str) -> Vec<Mismatch> {
    in_langs("en", source, "fr", target)
}

fn in_langs(source_lang: &str, source: &str, target_lang: &str, target: &str) -> Vec<Mismatch> {
    compare(source, &source_lang.parse().unwrap(), &[], target, &target_lang.parse().unwrap(), &[])
}

/// What is reported, as text of each side.
fn told<'t>(source: &'t str, target: &'t str) -> Vec<(Option<&'t str>, Option<&'t str>)> {
    let sides = |mismatch: &Mismatch| {
        (
            mismatch.source.map(|span| span.slice(source)),
            mismatch.target.map(|span| span.slice(target)),
        )
    };
    found(source, target).iter().map(sides).collect()
}

const SAME: &[(&str, &str)] = &[
    // Grouping and decimals.
    ("15,600", "15\u{202F}600"),
    ("15,600", "15\u{A0}600"),
    ("15,600", "15 600"),
    ("15,600", "15.600"),
    ("15,600", "15600"),
    ("1,234,567", "1 234 567"),
    ("1,234.5", "1 234,5"),
    ("2.5", "2,5"),
    ("2.5", "2.5"),
    ("0.75", "0,75"),
    (".38 calibre", "calibre 0,38"),
    (".22 calibre", "calibre 22"),
    ("3.10", "3,1"),
    ("1.618", "1.618"),
    ("1.618", "1,618"),
    ("007", "7"),
    ("4 000 people", "4 000 personnes"),
    // Powers of ten.
    ("2.5 million", "2,5 millions"),
    ("2.5 million", "2 500 000"),
    ("2,500,000", "2,5 millions"),
    ("5 billion", "5 milliards"),
    ("$5bn", "5 milliards de dollars"),
    ("$5 billion", "5 Md$"),
    ("£37m", "37 millions de livres"),
    ("€37m", "37 M€"),
    ("1 trillion", "1 000 milliards"),
    ("1 trillion", "1 billion"),
    ("10k", "10 000"),
    ("€40k", "40 k€"),
    ("120,000", "120 mille"),
    ("2 to 3 million", "2 à 3 millions"),
    ("2 million to 3 million", "de 2 à 3 millions"),
    ("$2-3 million", "2 à 3 millions de dollars"),
    ("2, 3 or 4 million", "2 millions, 3 millions ou 4 millions"),
    ("1.5 million", "un million et demi"),
    ("2.5 million", "deux millions et demi"),
    ("two and a half million", "2,5 millions"),
    ("300 billion", "300 000 millions"),
    ("15 hundred", "1 500"),
    ("five million", "5 millions"),
    // Words.
    ("three", "3"),
    ("3", "trois"),
    ("22", "vingt-deux"),
    ("twenty-two", "22"),
    ("71", "soixante et onze"),
    ("77", "soixante-dix-sept"),
    ("80", "quatre-vingts"),
    ("97", "quatre-vingt-dix-sept"),
    ("97", "nonante-sept"),
    ("21", "vingt et un"),
    ("200", "deux cents"),
    ("two hundred and five", "205"),
    ("250,000", "deux cent cinquante mille"),
    ("two hundred and fifty thousand", "250 000"),
    ("1,900", "dix-neuf cents"),
    ("nineteen hundred", "1 900"),
    ("1,234", "mille deux cent trente-quatre"),
    ("three thousand and seven", "3 007"),
    ("a dozen", "12"),
    ("12 eggs", "une douzaine d’œufs"),
    ("20 or so", "une vingtaine"),
    ("100 people", "une centaine de personnes"),
    ("two times", "2 fois"),
    ("twice", "2 fois"),
    ("both brothers", "les 2 frères"),
    ("zero", "0"),
    ("0-0", "zéro partout"),
    ("one of them", "l’un d’eux"),
    ("10 years", "une décennie"),
    ("a decade", "10 ans"),
    ("100 years", "un siècle"),
    ("a fortnight", "15 jours"),
    // Ordinals, centuries, decades, names.
    ("19th century", "XIXe siècle"),
    ("19th century", "19e siècle"),
    ("the 21st", "le 21e"),
    ("the 1800s", "le XIXe siècle"),
    ("1st prize", "1er prix"),
    ("first prize", "1er prix"),
    ("the 3rd time", "la troisième fois"),
    ("twenty-first", "21e"),
    ("the 2nd half", "la seconde période"),
    ("1990s", "années 1990"),
    ("1990s", "années 90"),
    ("the '90s", "les années 1990"),
    ("the nineties", "les années 90"),
    ("the 1960s", "les années soixante"),
    ("Louis XIV", "Louis XIV"),
    ("Chapter IV", "chapitre 4"),
    ("World War II", "la Seconde Guerre mondiale"),
    ("Charles I", "Charles Ier"),
    // Shares.
    ("20%", "20 %"),
    ("20 per cent", "20 %"),
    ("20 percent", "vingt pour cent"),
    ("50%", "la moitié"),
    ("half", "50 %"),
    ("a quarter", "25 %"),
    ("1/2", "la moitié"),
    ("2/3", "deux tiers"),
    ("two-thirds", "2/3"),
    ("three quarters", "les 3/4"),
    ("1/4", "¼"),
    ("2½", "2,5"),
    ("2 in 5", "deux sur cinq"),
    ("in full", "à 100 %"),
    // Times.
    ("8 p.m.", "20 heures"),
    ("8 p.m.", "20 h"),
    ("8pm", "20h"),
    ("8:30 pm", "20h30"),
    ("8:30 p.m.", "20 h 30"),
    ("8.30pm", "20 h 30"),
    ("8 a.m.", "8 heures"),
    ("8 p.m.", "8 heures du soir"),
    ("12 a.m.", "minuit"),
    ("12 p.m.", "midi"),
    ("noon", "12 h"),
    ("midnight", "0 h"),
    ("midnight", "24 h"),
    ("09:30", "9h30"),
    ("at 23.45", "à 23 h 45"),
    ("20:30", "20h30"),
    ("9:30 on Sunday evening", "21 h 30 dimanche"),
    ("7 to 8 p.m.", "de 19 à 20 heures"),
    ("at 8", "à 20 heures"),
    ("8 o'clock", "20 heures"),
    ("1400 hours", "14 heures"),
    ("20 hours and 30 minutes", "20 heures et 30 minutes"),
    ("John 3:16", "Jean 3, 16"),
    // Dates.
    ("January 19, 2020", "19 janvier 2020"),
    ("January 19, 2020", "19/01/2020"),
    ("14 January 2020", "14.01.2020"),
    ("2020-01-14", "14 janvier 2020"),
    ("01/14/2020", "14/01/2020"),
    ("14/01/20", "14 janvier 2020"),
    ("9/11", "11 septembre"),
    ("1 May", "1er mai"),
    ("the class of ’18", "la promotion 2018"),
    ("2018-19", "2018-2019"),
    ("2018/19", "2018-2019"),
    ("2018–19", "2018/2019"),
    // Rows, scores, codes.
    ("10-15", "de 10 à 15"),
    ("2-1", "2 à 1"),
    ("2-1", "2 – 1"),
    ("325 to 184", "325 voix contre 184"),
    ("COVID-19", "Covid-19"),
    ("G7", "G7"),
    ("F-16", "F16"),
    ("the U-17 team", "les moins de 17 ans"),
    ("version 1.2.3", "version 1.2.3"),
    ("01 23 45 67 89", "01.23.45.67.89"),
    ("555-0199-88", "555 0199 88"),
    ("in 2018 and again in 2018", "en 2018"),
    ("a fact.[12]", "un fait."),
    // Measures.
    ("5 miles", "8 km"),
    ("10 feet", "3 mètres"),
    ("12 inches", "30 cm"),
    ("200 pounds", "90 kg"),
    ("68 degrees Fahrenheit", "20 °C"),
    ("80 degrees", "27 degrés"),
    ("100 acres", "40 hectares"),
    ("10 gallons", "38 litres"),
    ("60 mph", "97 km/h"),
    ("2 to 4 inches", "de 5 à 10 cm"),
    ("6 feet 2 inches", "1,88 m"),
    ("6-foot-6", "1,98 m"),
    ("half a mile", "800 m"),
    ("18 months", "un an et demi"),
    ("48 hours", "deux jours"),
    ("10 sq km", "10 km²"),
];

const DIFFERENT: &[(&str, &str)] = &[
    ("15,600", "15\u{202F}500"),
    ("15,600", "1 560"),
    ("15,600", "15,600"),
    ("2.5", "25"),
    ("2.5", "2,6"),
    ("0.75", "0,57"),
    ("1,234,567", "1 234 576"),
    ("2.5 million", "2,5 milliards"),
    ("2.5 billion", "2,5 millions"),
    ("5 billion", "5 billions"),
    ("$5bn", "5 M$"),
    ("5 million", "5"),
    ("2 to 3 million", "2 à 4 millions"),
    ("300,000", "trois cents"),
    ("10k", "10"),
    ("3", "quatre"),
    ("three", "4"),
    ("97", "quatre-vingt-sept"),
    ("71", "soixante et un"),
    ("205", "deux cent cinquante"),
    ("250,000", "deux cent cinq mille"),
    ("a dozen", "15"),
    ("13 eggs", "une douzaine d’œufs"),
    ("19th century", "XXe siècle"),
    ("18th century", "XIXe siècle"),
    ("Louis XIV", "Louis XVI"),
    ("Chapter IV", "chapitre 6"),
    ("1st", "2e"),
    ("1990s", "années 80"),
    ("1970s", "années 1670"),
    ("1960s", "années soixante-dix"),
    ("20%", "30 %"),
    ("20 per cent", "2 %"),
    ("half", "40 %"),
    ("2/3", "trois quarts"),
    ("1/2", "un tiers"),
    ("8 p.m.", "8 h"),
    ("8 p.m.", "21 heures"),
    ("8 a.m.", "20 heures"),
    ("8:30 pm", "20h45"),
    ("8:30 pm", "8 h 30"),
    ("noon", "13 h"),
    ("12 a.m.", "midi"),
    ("20:30", "21h30"),
    ("January 19, 2020", "20 janvier 2020"),
    ("January 19, 2020", "19 janvier 2021"),
    ("January 19, 2020", "19/02/2020"),
    ("2020-01-14", "14 février 2020"),
    ("9/11", "11 octobre"),
    ("2018-19", "2018-2020"),
    ("10-15", "de 10 à 50"),
    ("2-1", "3-1"),
    ("325 to 184", "325 voix contre 148"),
    ("COVID-19", "Covid-18"),
    ("G7", "G8"),
    ("F-16", "F-15"),
    ("version 1.2.3", "version 1.2.4"),
    ("01 23 45 67 89", "01 23 45 67 98"),
    ("5 miles", "9 km"),
    ("10 feet", "5 mètres"),
    ("68 degrees Fahrenheit", "30 °C"),
    ("100 acres", "60 hectares"),
    ("6-foot-6", "1,68 m"),
    ("18 months", "deux ans"),
    ("in 2018 and in 2019", "en 2018"),
    ("many", "des centaines, soit 400"),
];

#[test]
fn one_number_in_two_habits_is_no_mismatch() {
    assert!(SAME.len() >= 120);
    let wrong: Vec<_> =
        SAME.iter().filter(|(source, target)| !found(source, target).is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn two_numbers_are_a_mismatch() {
    assert!(DIFFERENT.len() >= 60);
    let missed: Vec<_> =
        DIFFERENT.iter().filter(|(source, target)| found(source, target).is_empty()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn the_two_languages_may_change_sides() {
    let back = |(source, target): &&(&str, &str)| !in_langs("fr", target, "en", source).is_empty();
    let wrong: Vec<_> = SAME.iter().filter(back).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_and_turns_of_phrase_are_never_at_fault() {
    for (source, target) in [
        ("One of the two men left at once.", "L’homme est parti."),
        ("First, both sides met twice.", "Les parties se sont rencontrées."),
        ("He left.", "Un homme est parti, puis deux autres."),
        ("hundreds of people", "beaucoup de monde"),
        ("No. 1 in the world", "le meilleur du monde"),
        ("I may march", "je peux marcher"),
        ("He is entirely right.", "Il a raison à 100 %."),
    ] {
        assert_eq!(found(source, target), [], "{source} / {target}");
    }
}

#[test]
fn a_finding_points_at_the_numerals() {
    assert_eq!(told("from 325 to 184", "de 325 à 148"), [(Some("184"), Some("148"))]);
    assert_eq!(told("a plan of 3 years", "un projet"), [(Some("3"), None)]);
    assert_eq!(told("a plan", "un projet de 3 ans"), [(None, Some("3"))]);
    assert_eq!(
        told("2.5 billion euros", "2,5 millions d’euros"),
        [(Some("2.5 billion"), Some("2,5 millions"))]
    );
    assert_eq!(told("at 8:30 p.m.", "à 20 h 45"), [(Some("8:30 p.m."), Some("20 h 45"))]);
}

#[test]
fn numerals_nearly_alike_are_paired() {
    let pairs = told("In 1998, 412 men and 75 women", "75 femmes, 421 hommes en 1989");
    assert_eq!(pairs, [(Some("412"), Some("421")), (Some("1998"), Some("1989"))]);
}

#[test]
fn the_number_of_the_source_is_suggested_as_the_target_writes_it() {
    let suggested = |source: &str, target: &str| found(source, target)[0].suggestion.clone();
    assert_eq!(suggested("15,600 men", "15 500 hommes").as_deref(), Some("15\u{202F}600"));
    assert_eq!(suggested("2.5 points", "2,6 points").as_deref(), Some("2,5"));
    assert_eq!(suggested("in 1998", "en 1989").as_deref(), Some("1998"));
    assert_eq!(suggested("8 p.m.", "21 heures"), None);
}

#[test]
fn stretches_that_are_no_prose_hold_no_numbers() {
    let inert = [crate::text::Span::of(4, 9)];
    let (en, fr) = ("en".parse().unwrap(), "fr".parse().unwrap());
    assert_eq!(compare("See a/123 now", &en, &inert, "Voir ici", &fr, &[]), []);
}

#[test]
fn languages_without_words_have_their_digits_read() {
    for (lang, text) in [
        ("de", "15.600 Menschen und 2,5 Millionen Euro"),
        ("es", "15.600 personas y 2,5 millones de euros"),
        ("it", "15.600 persone e 2,5 milioni di euro"),
        ("pt", "15.600 pessoas e 2,5 milhões de euros"),
        ("ru", "15 600 человек и 2,5 млн евро"),
        ("ar", "١٥٬٦٠٠ شخص و٢٫٥ مليون يورو"),
    ] {
        let source = "15,600 people and 2.5 million euros";
        let reported = in_langs("en", source, lang, text);
        assert!(reported.is_empty(), "{lang} {reported:?}");
        assert!(!in_langs("en", "15,700 people", lang, text).is_empty(), "{lang}");
    }
    assert_eq!(in_langs("en", "3 men", "de", "drei Männer"), []);
    assert_eq!(in_langs("en", "8 p.m.", "de", "20 Uhr"), []);
}

#[test]
fn hostile_texts_take_no_time() {
    let mut hostile = vec![
        "9".repeat(1_000_000),
        (0..100_000).map(|number: u32| number.to_string()).collect::<Vec<_>>().join("; "),
    ];
    let rows = [
        "1 ",
        "111,",
        "1.",
        "1/",
        "1:",
        "12-",
        "two ",
        "million ",
        "and ",
        "et ",
        "5 miles 6 ",
        "X",
        "2 to ",
        "5 feet ",
        "½",
        "a.m. ",
        "square ",
        "[1]",
        "’18",
        "$",
    ];
    hostile.extend(rows.iter().map(|row| row.repeat(100_000 / row.len())));
    for text in &hostile {
        let began = Instant::now();
        let reported =
            compare(text, &"en".parse().unwrap(), &[], "rien", &"fr".parse().unwrap(), &[]);
        assert!(began.elapsed().as_secs() < 20, "{:?} {}", text.get(..8), reported.len());
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(source in any::<String>(), target in "[0-9 .,:/’'%€$½hXVIaepm\u{A0}-]{0,60}") {
        found(&source, &target);
        found(&target, &source);
    }

    #[test]
    fn words_in_any_order_make_it_panic_no_more(
        words in proptest::collection::vec("(two|half|million|hundred|and|a|thirds|XIXe|et|demi|cent|mille|[0-9]{1,20})", 0..20),
    ) {
        let text = words.join(" ");
        found(&text, "");
        found("", &text);
    }

    #[test]
    fn a_text_agrees_with_itself(text in "[0-9 .,:/a-zé%-]{0,60}") {
        assert_eq!(in_langs("en", &text, "en", &text), []);
        assert_eq!(in_langs("fr", &text, "fr", &text), []);
    }
}
