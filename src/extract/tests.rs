//! Proposals from small texts: what must be found, what must not, and hostile input.

use super::*;
use crate::bitext::{Origin, Side as UnitSide};
use crate::glossary::load;
use crate::lang;
use crate::text::{SourceFile, SourceId};

fn side(text: &str) -> Option<UnitSide> {
    let passage = Passage::verbatim(SourceId::new(0), text, 0);
    (!text.is_empty()).then_some(UnitSide::File(passage))
}

fn unit(source: &str, target: &str) -> Unit {
    Unit {
        id: String::new(),
        source: side(source),
        target: side(target),
        role: Role::Body,
        kind: Kind::Paragraph,
        origin: Origin::Given,
        state: State::Translated,
        paragraph: 0,
        note: None,
    }
}

fn bitext(units: Vec<Unit>, form: TextForm) -> Bitext {
    Bitext {
        source_lang: lang::parse("en").unwrap(),
        target_lang: lang::parse(if form == TextForm::Alone { "en" } else { "fr" }).unwrap(),
        form,
        units,
        paragraphs: Vec::new(),
        suppressions: Vec::new(),
        translated: true,
    }
}

fn alone(texts: &[&str]) -> Vec<Proposal> {
    let units = texts.iter().map(|text| unit("", text)).collect();
    propose(
        &[bitext(units, TextForm::Alone)],
        &Glossary::default(),
        &Matcher::new(&Glossary::default()),
        2,
    )
    .proposals
}

fn forms(proposals: &[Proposal]) -> Vec<&str> {
    proposals.iter().map(|found| found.source.text.as_str()).collect()
}

const TEXTS: &[&str] = &[
    "The harbour master closed the outer basin after the World Meteorological Organization (WMO) warned of a storm.",
    "A harbour master is paid by the town, and Rosa Lindqvist knows every harbour master on the coast.",
    "The storm tore the roof off the fish market.",
    "Fishermen say that Rosa Lindqvist had the fish market rebuilt with help from the WMO.",
];

#[test]
fn acronyms_names_and_terms_are_proposed_with_their_counts() {
    let found = alone(TEXTS);
    let of = |text: &str| found.iter().find(|one| one.source.text == text).unwrap();
    let organization = of("World Meteorological Organization");
    assert_eq!(organization.source.acronym.as_deref(), Some("WMO"));
    assert_eq!((organization.sort, organization.count), (Sort::Acronym, 2));
    assert_eq!((of("Rosa Lindqvist").sort, of("Rosa Lindqvist").count), (Sort::Name, 2));
    assert_eq!((of("harbour master").sort, of("harbour master").count), (Sort::Term, 3));
    assert!(of("harbour master").excerpt.contains("harbour master closed"));
    assert_eq!(of("fish market").count, 2);
}

#[test]
fn parts_of_longer_terms_and_function_words_are_not_proposed() {
    let found = alone(TEXTS);
    let forms = forms(&found);
    for wrong in ["Rosa", "Lindqvist", "WMO", "the harbour master", "harbour", "The storm"] {
        assert!(!forms.contains(&wrong), "{forms:?}");
    }
}

#[test]
fn what_the_glossary_lists_is_left_out() {
    let text = "[concept.master]\nen = \"harbour master\"\n[concept.wmo]\nen = { acronym = \"WMO\", term = \"x\" }\n";
    let file = SourceFile::decode("g.toml", text.as_bytes());
    let glossary = load(SourceId::new(0), &file, None).glossary;
    let units = TEXTS.iter().map(|text| unit("", text)).collect();
    let found = propose(&[bitext(units, TextForm::Alone)], &glossary, &Matcher::new(&glossary), 2)
        .proposals;
    assert_eq!(forms(&found), ["fish market", "Rosa Lindqvist"]);
}

#[test]
fn a_bitext_gives_the_renderings() {
    let units = vec![
        unit("The coast guard left the port.", "La garde côtière a quitté le port."),
        unit("A coast guard ship sank.", "Un navire de la garde côtière a coulé."),
        unit("Nobody saw the ship.", "Personne n’a vu le navire."),
        unit("The ceasefire agreement was signed.", "L’accord de cessez-le-feu a été signé."),
        unit("They broke the ceasefire agreement.", "Ils ont rompu l’accord de cessez-le-feu."),
        unit(
            "The World Health Organization (WHO) helps.",
            "L’Organisation mondiale de la santé (OMS) apporte son aide.",
        ),
        unit("It rained for a week in the hills.", "Il a plu une semaine dans les collines."),
    ];
    let found = propose(
        &[bitext(units, TextForm::Exchange)],
        &Glossary::default(),
        &Matcher::new(&Glossary::default()),
        2,
    )
    .proposals;
    let of = |text: &str| {
        let proposal = found.iter().find(|one| one.source.text == text);
        proposal.and_then(|found| found.target.clone()).map(|target| target.form)
    };
    assert_eq!(of("coast guard").unwrap().text, "garde côtière");
    assert_eq!(of("ceasefire agreement").unwrap().text, "accord de cessez-le-feu");
    let who = of("World Health Organization").unwrap();
    assert_eq!(who.text, "Organisation mondiale de la santé");
    assert_eq!(who.acronym.as_deref(), Some("OMS"));
}

#[test]
fn the_same_texts_give_the_same_proposals() {
    assert_eq!(alone(TEXTS), alone(TEXTS));
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    let long = "word ".repeat(60_000);
    let capitals = "Aa Bb ".repeat(30_000);
    let nested = "(ABC (ABC ".repeat(5_000);
    let mixed = "\u{202E}é-é'é\u{301}- ".repeat(20_000);
    let started = std::time::Instant::now();
    let found = alone(&[&long, &capitals, &nested, &mixed, "", "'", "-", "("]);
    assert!(started.elapsed().as_secs() < 20, "{} proposals", found.len());
}
