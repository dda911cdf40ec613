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
        original: BTreeMap::new(),
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
        Fault::Missing if verdict.taken_up => "taken up",
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
    let erdogan = ["Erdogan = Erdoğan"];
    assert_eq!(faults(&erdogan, "Erdogan", "Erdogan"), ["spelling:Erdogan:Erdogan"]);
    let mut person = listed(&["erdogan = erdoğan"]);
    person.concepts[0].kind = ConceptKind::Person;
    let verdicts = judged(&person, "erdogan", "erdogan").verdicts;
    assert!(matches!(verdicts[0].fault, Fault::Spelling { .. }), "{verdicts:?}");
    assert_eq!(faults(&["NATO = OTAN"], "NATO", "L’Otan"), ["case:NATO:Otan"]);
    assert_eq!(faults(&["OMS = WHO"], "L’OMS", "Who were they? who"), ["missing:OMS:"]);
}

#[test]
fn a_hyphen_that_the_listed_form_has_not_is_a_fault_of_spelling() {
    let lines = ["United Nations = Nations unies", "flagship = navire amiral"];
    let wrong = faults(&lines, "The United Nations", "Les Nations-Unies");
    assert_eq!(wrong, ["spelling:United Nations:Nations-Unies"]);
    assert_eq!(faults(&lines, "Flagships", "Les navires-amiraux").len(), 1);
    // English joins words freely before a noun.
    let mut english = listed(&["x = changement climatique"]);
    english.concepts[0].terms[0].form = "climate change".to_owned();
    let matcher = Matcher::new(&english);
    let (source, target) = ("Le changement climatique", "The climate-change policy");
    let (en, fr) = (tag("en"), tag("fr"));
    let found = judge(&matcher, &english, source, &fr, &[], target, &en, &[]);
    assert_eq!(found.verdicts, []);
}

#[test]
fn a_short_form_inside_the_source_words_renders_nothing() {
    let lines = ["Fayez al-Sarraj = Fayez el-Sarraj | Sarraj", "parking space = parking"];
    let left = faults(&lines, "Fayez al-Sarraj left", "Fayez al-Sarraj est parti");
    assert_eq!(left, ["untranslated:Fayez al-Sarraj:Fayez al-Sarraj"]);
    assert_eq!(faults(&lines, "Fayez al-Sarraj left", "M. Sarraj est parti"), [""; 0]);
    let space = faults(&lines, "A parking space", "Un parking space");
    assert_eq!(space, ["untranslated:parking space:parking space"]);
}

#[test]
fn an_acronym_with_periods_is_the_same_in_the_source_and_misspelt_in_the_target() {
    let lines = ["UN = ONU"];
    assert_eq!(faults(&lines, "The U.N. met", "L’assemblée"), ["missing:U.N.:"]);
    assert_eq!(faults(&lines, "The U.N. met", "L’ONU"), [""; 0]);
    assert_eq!(faults(&lines, "The UN met", "L’O.N.U. siège"), ["spelling:UN:O.N.U."]);
    assert_eq!(faults(&lines, "U. N. Owen", "U. N. Owen, u.n."), [""; 0]);
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

/// A concept of an English term and a French one that is a regular expression, with a status.
fn expression(english: &str, french: &str, status: Status) -> Concept {
    let mut french = term("fr", french);
    (french.matching, french.status) = (Matching::Regex, status);
    concept(vec![term("en", english), french])
}

#[test]
fn a_regular_expression_is_found_at_its_exact_place() {
    let mut report = term("en", r"\bS/RES/\d+(?: \(\d{4}\))?");
    report.matching = Matching::Regex;
    let terms = glossary(vec![concept(vec![report])]);
    let text = "After S/RES/2259 (2015) and S/RES/1970, not <S/RES/1>.";
    let inert = [Span::of(44, 53)];
    let hits = Matcher::new(&terms).scan(text, &tag("en"), &inert);
    let found: Vec<_> = hits.iter().map(|hit| hit.span.slice(text)).collect();
    assert_eq!(found, ["S/RES/2259 (2015)", "S/RES/1970"]);
    assert!(hits.iter().all(|hit| hit.how == Match::Exact));
}

#[test]
fn regular_expressions_are_judged_as_other_terms_are() {
    let terms = glossary(vec![expression("the dead", r"\bmort(?:e?s)?\b", Status::Preferred)]);
    assert_eq!(judged(&terms, "The dead", "Les morts").verdicts, []);
    let found = judged(&terms, "The dead and the dead", "Les victimes et les mortes").verdicts;
    assert_eq!(found.len(), 0, "coordinated uses share a rendering");
    let found = judged(&terms, "The dead fell. The dead lie.", "Les mortes gisent.").verdicts;
    assert_eq!(found.iter().map(|it| it.fault).collect::<Vec<_>>(), [Fault::Missing]);
}

#[test]
fn forbidden_and_deprecated_regular_expressions_are_found() {
    for status in [Status::Forbidden, Status::Deprecated] {
        let mut concept = expression("ceasefire", r"cessez[- ]?feux?", status);
        concept.terms.push(term("fr", "cessez-le-feu"));
        let terms = glossary(vec![concept]);
        let target = "Le cessez\u{2011}feu, puis un cessez-le-feu";
        let found = judged(&terms, "a ceasefire", target);
        assert_eq!(found.verdicts, [], "the right form stands there");
        let hit = found.target_hits.iter().find(|hit| hit.term == 1).unwrap();
        assert_eq!(hit.span.slice(target), "cessez\u{2011}feu");
        let found = judged(&terms, "a ceasefire", "Le cessez feu").verdicts;
        let span = Span::of(3, 13);
        let wanted = match status {
            Status::Forbidden => Fault::Forbidden { span, term: 1 },
            _ => Fault::Deprecated { span, term: 1 },
        };
        assert_eq!(found[0].fault, wanted);
    }
}

#[test]
fn the_longer_of_an_expression_and_a_term_counts_and_except_frees_it() {
    let mut code = term("en", r"\b[A-Z]\d+");
    code.matching = Matching::Regex;
    code.except = vec!["form B12".to_owned()];
    let terms = glossary(vec![concept(vec![code]), concept(vec![term("en", "A4 paper")])]);
    assert_eq!(found(&terms, "en", "A4 paper, A4, form B12, B12"), ["A4 paper", "A4", "B12"]);
}

#[test]
fn a_pronoun_or_the_bare_head_takes_up_what_was_named() {
    let gender = |gender| {
        let mut army = listed(&["army = armée"]);
        army.concepts[0].terms[1].gender = gender;
        army
    };
    let source = "The army fled. Nobody saw where the army went.";
    let taken = |terms: &Glossary, target: &str| {
        let verdicts = judged(terms, source, target).verdicts;
        assert_eq!(verdicts.len(), 1, "{target}");
        verdicts[0].taken_up
    };
    let (feminine, masculine) = (
        gender(Some(crate::glossary::Gender::Feminine)),
        gender(Some(crate::glossary::Gender::Masculine)),
    );
    assert!(taken(&feminine, "L’armée a fui. Nul ne sait où elle est."));
    assert!(taken(&gender(None), "L’armée a fui. Nul ne sait où elle est."));
    assert!(taken(&feminine, "L’armée a fui ; celle-ci n’est plus là."));
    assert!(!taken(&masculine, "L’armée a fui. Nul ne sait où elle est."));
    assert!(!taken(&feminine, "Elle dit que l’armée a fui sans que les troupes soient vues."));
    assert!(!taken(&feminine, "L’armée a fui, il y a des troupes en ville."));
    let gna = listed(&["Government of National Accord = Gouvernement d’union nationale"]);
    let source =
        "The Government of National Accord fell. The Government of National Accord was weak.";
    let taken = |target| judged(&gna, source, target).verdicts[0].taken_up;
    assert!(taken("Le Gouvernement d’union nationale est tombé. Le Gouvernement était faible."));
    assert!(!taken(
        "Le Gouvernement d’union nationale est tombé. Le gouvernement syrien était faible."
    ));
    assert!(!taken("Le Gouvernement d’union nationale est tombé. Le gouvernement de Tripoli."));
}

#[test]
fn one_pronoun_takes_up_one_use() {
    let source = "The army fled. The army hid. Then the army fell.";
    let found =
        judged(&listed(&["army = armée"]), source, "L’armée a fui. Elle s’est cachée. Chute.");
    assert_eq!(found.verdicts.iter().map(|it| it.taken_up).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_sentence_takes_up_what_the_one_before_it_named() {
    let terms = listed(&["army = armée"]);
    let matcher = Matcher::new(&terms);
    let before = judged(&terms, "The army fled.", "L’armée a fui.");
    let unnamed = judged(&terms, "The army fled.", "Les troupes ont fui.");
    for (before, target, taken_up) in [
        (&before, "Elle se cache.", true),
        (&before, "Les troupes se cachent.", false),
        (&unnamed, "Elle se cache.", false),
    ] {
        let mut found = judged(&terms, "The army hides.", target);
        take_up(&matcher, &terms, &mut found, before, target, &tag("fr"), &[]);
        assert_eq!(found.verdicts[0].taken_up, taken_up, "{target}");
    }
}

#[test]
fn hyphenated_compounds_inflect_inside() {
    for (line, source, target) in [
        ("platform = plate-forme", "platforms", "des plates-formes"),
        ("chief of staff = chef d’état-major", "chiefs of staff", "les chefs d’état-major"),
        ("coast guard = garde-côte", "coast guards", "des gardes-côtes, des garde-côtes"),
        ("vice president = vice-président", "vice presidents", "les vice-présidentes"),
        (
            "North Korean = nord-coréen",
            "North Koreans",
            "les Nord-Coréens, une force nord-coréenne",
        ),
        ("masterpiece = chef-d’œuvre", "masterpieces", "des chefs-d’œuvre"),
        ("attorney general = procureur général", "attorneys general", "les procureurs généraux"),
    ] {
        assert_eq!(faults(&[line], source, target), [] as [&str; 0], "{line}");
    }
    let terms = listed(&["attorney general = x", "mother-in-law = y", "passer-by = z"]);
    let text = "attorneys general, mothers-in-law, passers-by";
    assert_eq!(found(&terms, "en", text), ["attorneys general", "mothers-in-law", "passers-by"]);
}

#[test]
fn possessives_are_uses() {
    let terms = listed(&["army = armée", "minister = ministre", "NGO = ONG"]);
    let text = "the army’s men, the ministers' votes, an NGO's boat, NGOs’ boats";
    assert_eq!(found(&terms, "en", text), ["army", "ministers", "NGO", "NGOs"]);
}

#[test]
fn nothing_is_found_in_addresses_tags_and_placeholders() {
    let terms = listed(&["army = armée"]);
    let text =
        "See https://example.org/army/ or army@example.org, {army}, %(army)s, ${army}, an army.";
    let hits = Matcher::new(&terms).scan(text, &tag("en"), &crate::text::inert(text));
    let found: Vec<_> = hits.iter().map(|hit| text.get(..hit.span.range().start)).collect();
    assert_eq!(found, [text.strip_suffix("army.")]);
}

#[test]
fn a_term_that_is_too_long_is_left_out_as_the_glossary_says() {
    let most = crate::glossary::MOST_WORDS;
    for (words, is_found) in [(most, true), (most + 1, false)] {
        let long = vec!["mot"; words].join(" ");
        let terms = glossary(vec![concept(vec![term("fr", &long)])]);
        assert_eq!(!found(&terms, "fr", &long).is_empty(), is_found);
        let reported =
            crate::glossary::validate(&terms).iter().any(|it| it.rule == "glossary-too-long");
        assert_eq!(reported, !is_found);
    }
}

#[test]
fn terms_are_found_with_a_projects_own_rules() {
    let rules = Morphology::parse("plural = ['o > oj', 'a > aj']").unwrap();
    let mut all = Morphologies::default();
    all.set(&tag("eo"), rules);
    let terms = glossary(vec![concept(vec![term("eo", "nova domo")])]);
    let text = "la novaj domoj";
    let hits = Matcher::with(&terms, all).scan(text, &tag("eo"), &[]);
    assert_eq!(hits.iter().map(|hit| hit.span.slice(text)).collect::<Vec<_>>(), ["novaj domoj"]);
}
