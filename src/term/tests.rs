//! Matching and judging, with glossaries of a few terms.

use unic_langid::LanguageIdentifier;

use super::*;
use crate::glossary::CaseRule;
use crate::glossary::Concept;
use crate::glossary::ConceptKind;
use crate::glossary::Matching;
use crate::glossary::Status;
use crate::glossary::Term;
use crate::text::Location;
use crate::text::SourceId;

fn tag(lang: &str) -> LanguageIdentifier {
    lang.parse().unwrap()
}

fn term(lang: &str, form: &str) -> Term {
    let at = Location { source: SourceId::new(0), span: Span::at(0) };
    Term::new(form, tag(lang), at)
}

fn concept(terms: Vec<Term>) -> Concept {
    Concept {
        id: terms[0].form.clone(),
        kind: ConceptKind::Term,
        at: terms[0].at,
        terms,
        definition: None,
        domain: None,
        source: None,
        original: std::collections::BTreeMap::new(),
        do_not_translate: false,
        severity: None,
        variants: None,
        not_variants: Vec::new(),
    }
}

fn glossary(concepts: Vec<Concept>) -> Glossary {
    Glossary { concepts, ..Glossary::default() }
}

/// A glossary from lines `english = french | french`; `-` before a form forbids it.
fn listed(lines: &[&str]) -> Glossary {
    let concepts = lines.iter().map(|line| {
        let (english, french) = line.split_once(" = ").unwrap();
        let mut terms = vec![term("en", english)];
        for form in french.split(" | ") {
            let mut french = term("fr", form.trim_start_matches('-'));
            if form.starts_with('-') {
                french.status = Status::Forbidden;
            }
            terms.push(french);
        }
        concept(terms)
    });
    glossary(concepts.collect())
}

fn judged(glossary: &Glossary, source: &str, target: &str) -> Judgement {
    let matcher = Matcher::new(glossary);
    judge(&matcher, glossary, source, &tag("en"), &[], target, &tag("fr"), &[])
}

/// The faults of a pair, as `rule:source:target`.
fn faults(lines: &[&str], source: &str, target: &str) -> Vec<String> {
    let found = judged(&listed(lines), source, target);
    found.verdicts.iter().map(|verdict| name(verdict, source, target)).collect()
}

fn name(verdict: &Verdict, source: &str, target: &str) -> String {
    let rule = match verdict.fault {
        Fault::Missing => "missing",
        Fault::Untranslated { .. } => "untranslated",
        Fault::Forbidden { .. } => "forbidden",
        Fault::Deprecated { .. } => "deprecated",
        Fault::Spelling { .. } => "spelling",
        Fault::Case { .. } => "case",
        Fault::NotKept => "not kept",
    };
    let place = verdict.fault.span().map_or("", |span| span.slice(target));
    format!("{rule}:{}:{place}", verdict.source.span.slice(source))
}

fn found(glossary: &Glossary, lang: &str, text: &str) -> Vec<String> {
    let hits = Matcher::new(glossary).scan(text, &tag(lang), &[]);
    hits.iter().map(|hit| hit.span.slice(text).to_owned()).collect()
}

#[test]
fn inflected_forms_raise_no_alarm() {
    for (line, source, target) in [
        ("airstrike = frappe aérienne", "Two airstrikes.", "Deux frappes aériennes."),
        ("senator = sénateur", "The senator spoke.", "La sénatrice a parlé."),
        ("platform = plate-forme", "The platforms", "Les plates-formes"),
        ("contagious = contagieux", "a contagious cold", "une affection contagieuse"),
        ("infect = infecter", "It infected us.", "Il nous a infectés."),
        ("national army = armée nationale", "national armies", "des armées nationales"),
        (
            "international treaty = traité international",
            "treaty, international treaties",
            "traités internationaux",
        ),
        (
            "wash your hands = se laver les mains",
            "Wash your hands",
            "Lavez-vous, vous laver les mains",
        ),
        ("sore throat = mal de gorge", "a sore throat", "des maux de gorge"),
        ("NGO = ONG", "NGOs and an NGO’s boat", "Des ONG, et le bateau d’une ONG"),
    ] {
        assert_eq!(faults(&[line], source, target), [] as [&str; 0], "{line}");
    }
}

#[test]
fn derivations_and_other_words_are_no_forms() {
    for (line, source, target) in [
        ("infection = infection", "an infection", "l’infectiologie"),
        ("infected = infecté", "infected people", "des gens infectieux"),
        ("army = armée", "the army", "les armes"),
        ("party = parti", "the party", "la partie"),
        ("vaccine = vaccin", "the vaccine", "la vaccination"),
    ] {
        assert_eq!(faults(&[line], source, target).len(), 1, "{line}");
    }
}

#[test]
fn apostrophes_spaces_hyphens_and_normal_forms_are_one_text() {
    let lines = ["army = armée", "human rights = droits de l’homme", "ceasefire = cessez-le-feu"];
    let target = "L'arme\u{301}e, les droits de\u{a0}l'homme, un cessez\u{2011}le\u{2011}feu";
    assert_eq!(
        faults(&lines, "The army, human\u{202f}rights, a ceasefire", target),
        [] as [&str; 0]
    );
    let hits = judged(&listed(&lines), "", target).target_hits;
    assert_eq!(hits[0].span.slice(target), "arme\u{301}e");
    assert_eq!(hits[0].how, Match::Exact);
}

#[test]
fn hyphenated_and_open_spellings_are_the_same_use_in_the_source() {
    let terms = listed(&["ceasefire = cessez-le-feu", "climate change = changement climatique"]);
    let text = "a cease-fire, climate-change policy";
    assert_eq!(found(&terms, "en", text), ["cease-fire", "climate-change"]);
    let faults = faults(&["White House = Maison-Blanche"], "The White House", "La Maison Blanche");
    assert_eq!(faults, ["spelling:White House:Maison Blanche"]);
}

#[test]
fn a_part_of_a_longer_term_is_not_the_shorter_one() {
    let lines = ["Korean = coréen", "North Korean = nord-coréen"];
    assert_eq!(faults(&lines, "A North Korean ship", "Un navire nord-coréen"), [] as [&str; 0]);
    let lines = ["vice president = vice-président", "president = président"];
    let found =
        faults(&lines, "The vice president met the president", "Le vice-président a reçu son chef");
    assert_eq!(found, ["missing:president:"]);
}

#[test]
fn any_approved_form_of_any_concept_with_the_source_form_is_enough() {
    let lines = ["government = gouvernement", "government = pouvoirs publics | État"];
    assert_eq!(faults(&lines, "The government", "Les pouvoirs publics"), [] as [&str; 0]);
    assert_eq!(faults(&lines, "The government", "Le chef").len(), 1);
}

#[test]
fn a_term_used_twice_is_rendered_twice() {
    let lines = ["army = armée"];
    let source = "The army fled. Nobody saw where the army went.";
    let found = judged(&listed(&lines), source, "L’armée a fui. Nul ne sait où elle est.");
    assert_eq!(found.verdicts.len(), 1);
    assert_eq!(found.verdicts[0].source.span.start(), 36);
    let coordinated =
        faults(&lines, "the old army and the new army", "l’ancienne et la nouvelle armée");
    assert_eq!(coordinated, [] as [&str; 0]);
}

#[test]
fn a_long_form_with_its_acronym_beside_it_is_said_once() {
    let forms = [("en", "United Nations"), ("en", "UN"), ("fr", "Nations unies"), ("fr", "ONU")];
    let nations = glossary(vec![concept(forms.map(|(lang, form)| term(lang, form)).to_vec())]);
    let verdicts =
        |target: &str| judged(&nations, "The United Nations (UN) has voted.", target).verdicts;
    assert_eq!(verdicts("L’ONU a voté."), []);
    assert_eq!(verdicts("Elle a voté.").len(), 2);
}

#[test]
fn what_stands_in_the_place_of_the_term_tells_the_fault() {
    let lines = ["hygiene = hygiène", "symptom = symptôme", "accord = entente | -accord national"];
    assert_eq!(faults(&lines, "Good hygiene", "Bonne hygiene"), ["untranslated:hygiene:hygiene"]);
    assert_eq!(faults(&lines, "The symptoms", "Les symptomes"), ["spelling:symptoms:symptomes"]);
    assert_eq!(faults(&lines, "The symptoms", "Les symptoms"), ["untranslated:symptoms:symptoms"]);
    let found = faults(&lines, "The accord", "L’accord national");
    assert_eq!(found, ["forbidden:accord:accord national"]);
    assert_eq!(faults(&["Erdogan = Erdoğan"], "Erdogan", "Erdogan"), ["spelling:Erdogan:Erdogan"]);
    assert_eq!(faults(&["NATO = OTAN"], "NATO", "L’Otan"), ["case:NATO:Otan"]);
}

#[test]
fn function_words_and_coordination_may_stand_between_and_content_words_may_not() {
    let accepted =
        |line: &str, source: &str, target: &str| faults(&[line], source, target).is_empty();
    let cases = "confirmed case = cas confirmé";
    assert!(accepted(cases, "confirmed cases", "les cas suspects et confirmés"));
    assert!(accepted(cases, "confirmed cases", "des cas déjà confirmés"));
    assert!(accepted(
        "defence minister = ministre de la Défense",
        "The defence minister",
        "Le ministre britannique de la Défense"
    ));
    assert!(accepted(
        "flu outbreak = épidémie de grippe",
        "flu outbreak",
        "l’épidémie de la grippe"
    ));
    assert!(!accepted(
        "civic leave = congé civique",
        "civic leave",
        "un congé pour fonctions civiques"
    ));
    assert!(!accepted(cases, "confirmed cases", "des cas. Ils sont venus, confirmés"));
}

#[test]
fn capitals_of_the_entry_are_kept() {
    let terms = listed(&["Turkey = Turquie", "UN = ONU", "president = président"]);
    assert_eq!(found(&terms, "en", "a turkey, un, President, TURKEY"), ["President", "TURKEY"]);
    let lines = ["United Nations = Nations Unies", "UN = ONU"];
    assert_eq!(faults(&lines, "The United Nations", "Les Nations unies"), [] as [&str; 0]);
    assert_eq!(faults(&lines, "The UN", "l’un").len(), 1);
    assert_eq!(faults(&lines, "The United Nations", "Les nations unies").len(), 1);
}

#[test]
fn an_acronym_listed_small_is_no_pronoun() {
    let terms = listed(&["who = OMS"]);
    assert_eq!(found(&terms, "en", "those who know the WHO"), ["WHO"]);
}

#[test]
fn exact_case_and_exact_matching_are_exact() {
    let mut brexit = term("en", "Brexit");
    let mut small = term("en", "brexit");
    (brexit.case, small.case, small.status) = (CaseRule::Exact, CaseRule::Exact, Status::Forbidden);
    let mut fixed = term("en", "data point");
    fixed.matching = Matching::Exact;
    let terms = glossary(vec![concept(vec![brexit, small]), concept(vec![fixed])]);
    let hits = Matcher::new(&terms).scan("Brexit, a brexit. BREXIT data points", &tag("en"), &[]);
    let found: Vec<_> = hits.iter().map(|hit| (hit.term, hit.span.start())).collect();
    assert_eq!(found, [(0, 0), (1, 10)]);
}

#[test]
fn a_form_forbidden_for_its_capital_may_open_a_sentence() {
    let mut forbidden = term("en", "Internet");
    forbidden.status = Status::Forbidden;
    let terms = glossary(vec![concept(vec![term("en", "internet"), forbidden])]);
    let hits = Matcher::new(&terms).scan("Internet users. The Internet", &tag("en"), &[]);
    assert_eq!(hits.iter().map(|hit| hit.term).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn a_forbidden_form_inside_or_equal_to_an_approved_one_is_no_fault() {
    let lines = ["peace deal = accord de paix", "deal = entente | -accord", "chord = accord"];
    let terms = listed(&lines);
    let hits = Matcher::new(&terms).scan("un accord, un accord de paix", &tag("fr"), &[]);
    assert!(
        hits.iter().all(|hit| terms.concepts[hit.concept].terms[hit.term].status.is_approved())
    );
}

#[test]
fn an_excepted_phrase_frees_the_term() {
    let mut court = term("en", "court");
    court.except = vec!["tennis court".to_owned()];
    let terms = glossary(vec![concept(vec![court, term("fr", "tribunal")])]);
    assert_eq!(found(&terms, "en", "tennis courts and a court"), ["court"]);
}

#[test]
fn a_gap_of_the_glossary_lets_any_words_stand_between() {
    let mut phrasal = term("en", "switch off");
    phrasal.gap = 2;
    let terms = glossary(vec![concept(vec![phrasal])]);
    assert_eq!(found(&terms, "en", "switch the engine off"), ["switch the engine off"]);
    assert!(found(&terms, "en", "switch all the engines off").is_empty());
}

#[test]
fn irregular_forms_of_the_glossary_are_forms() {
    let mut cactus = term("fr", "chou de l’Est");
    cactus.forms = vec!["choux d’Orient".to_owned()];
    let terms = glossary(vec![concept(vec![cactus])]);
    assert_eq!(found(&terms, "fr", "les choux d'Orient"), ["choux d'Orient"]);
}

#[test]
fn what_must_not_be_translated_stands_in_the_target() {
    let mut brand = concept(vec![term("en", "Blue Line")]);
    brand.do_not_translate = true;
    let terms = glossary(vec![brand]);
    assert!(judged(&terms, "The Blue Line", "La Blue Line").verdicts.is_empty());
    let found = judged(&terms, "The Blue Line", "La Ligne bleue").verdicts;
    assert_eq!(found[0].fault, Fault::NotKept);
}

#[test]
fn nothing_is_found_inside_or_across_code() {
    let terms = listed(&["army = armée", "national army = armée nationale"]);
    let matcher = Matcher::new(&terms);
    let text = "the army, national <b>army";
    let hits = matcher.scan(text, &tag("en"), &[Span::of(4, 8), Span::of(19, 22)]);
    assert_eq!(hits.iter().map(|hit| hit.span.slice(text)).collect::<Vec<_>>(), ["army"]);
}

#[test]
fn signs_belong_to_the_terms_that_are_listed_with_them() {
    let terms = listed(&["C++ = C++", "R&D = R-D"]);
    assert_eq!(found(&terms, "en", "C++ and C, R&D, R and D"), ["C++", "R&D"]);
}

#[test]
fn a_bound_prefix_or_suffix_makes_another_word() {
    let terms = listed(&["election = élection", "flu = grippe", "Serraj = Sarraj"]);
    assert_eq!(found(&terms, "en", "re-election, flu-like, Al-Serraj"), ["Serraj"]);
}

#[test]
fn languages_without_rules_and_unknown_languages_do_no_harm() {
    let terms = glossary(vec![concept(vec![term("zh", "联合国"), term("tr", "ordu")])]);
    assert_eq!(found(&terms, "zh", "他在联合国工作"), ["联合国"]);
    assert_eq!(found(&terms, "tr", "Ordu, ordular"), ["Ordu"]);
    assert!(found(&terms, "ar", "ordu").is_empty());
    assert!(
        judge(&Matcher::new(&terms), &terms, "ordu", &tag("tr"), &[], "", &tag("ar"), &[])
            .verdicts
            .is_empty()
    );
}

#[test]
fn hostile_texts_and_glossaries_are_read_in_reasonable_time() {
    let long = "a ".repeat(20_000);
    let mut gapped = term("en", "a b");
    gapped.gap = 255;
    let terms = glossary(vec![
        concept(vec![term("en", &long), term("fr", "b")]),
        concept(vec![gapped, term("fr", "")]),
        concept(vec![term("en", "-"), term("fr", "a a a a")]),
    ]);
    let text = "a-".repeat(5_000);
    let began = std::time::Instant::now();
    let found =
        judge(&Matcher::new(&terms), &terms, &text, &tag("en"), &[], &text, &tag("fr"), &[]);
    assert!(found.verdicts.len() < 10_000);
    assert!(began.elapsed().as_secs() < 20);
}
