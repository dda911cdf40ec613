//! A layer of names of countries and territories, made from CLDR: what a translator forgot to translate.
//!
//! It forbids the source language's name of a territory in a text of the target language, and asks for nothing: an
//! English country may well be a French adjective (Russia’s move, la décision russe), so that no name need face it.
//! Whatever the house's own glossary has a word about is left to it.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::{Concept, ConceptKind, Glossary, Status, Term};
use crate::diagnostic::Severity;
use crate::text::{Location, fold_case};

const DATA: &str = include_str!("data/territories.tsv");

/// What the concepts are known by.
const ORIGIN: &str = "CLDR";
const PREFIX: &str = "territory-";

/// Territories whose English names are persons' names, too: Georgia, Jordan, Chad.
const PERSONS: &[&str] = &["GE", "JO", "TD"];

/// The territories as concepts, for texts that are translated from one language into another.
///
/// `own` is the house's glossary: a territory of which any form stands in it is left out. Concepts are said to stand
/// `at` one place, since they stand in no file of the user's.
pub fn territories(
    source: &LanguageIdentifier,
    target: &LanguageIdentifier,
    own: &Glossary,
    at: Location,
) -> Glossary {
    let mut rows = DATA.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
    let head: Vec<&str> = rows.next().map(Iterator::collect).unwrap_or_default();
    let column =
        |lang: &LanguageIdentifier| head.iter().position(|code| *code == lang.language.as_str());
    let (Some(from), Some(to)) = (column(source), column(target)) else {
        return Glossary::default();
    };
    let rows: Vec<Vec<&str>> = rows.map(Iterator::collect).collect();
    let forms = |row: &Vec<&'static str>, at: usize| -> Vec<&'static str> {
        let cell = row.get(at).copied().unwrap_or_default();
        cell.split('|')
            .filter(|form| form.chars().any(char::is_lowercase) || !form.is_ascii())
            .collect()
    };
    let right: BTreeSet<String> =
        rows.iter().flat_map(|row| forms(row, to)).map(fold_case).collect();
    let claimed: BTreeSet<String> = own
        .concepts
        .iter()
        .flat_map(|concept| concept.terms.iter().map(|term| fold_case(&term.form)))
        .collect();
    let mut out = Glossary::default();
    for row in &rows {
        let (theirs, ours) = (forms(row, from), forms(row, to));
        let code = row.first().copied().unwrap_or_default();
        let taken = theirs.iter().chain(&ours).any(|form| claimed.contains(&fold_case(form)));
        let wrong: Vec<&str> =
            theirs.into_iter().filter(|form| !right.contains(&fold_case(form))).collect();
        if taken || wrong.is_empty() || ours.is_empty() || PERSONS.contains(&code) {
            continue;
        }
        out.concepts.push(concept(code, &ours, &wrong, target, at));
    }
    out
}

/// Is a concept one of this layer?
pub fn is_of_layer(concept: &Concept) -> bool {
    concept.source.as_deref() == Some(ORIGIN) && concept.id.starts_with(PREFIX)
}

fn concept(
    code: &str,
    right: &[&str],
    wrong: &[&str],
    lang: &LanguageIdentifier,
    at: Location,
) -> Concept {
    let mut concept = Concept::new(format!("{PREFIX}{}", code.to_lowercase()), at);
    concept.kind = ConceptKind::Place;
    concept.source = Some(ORIGIN.to_owned());
    concept.severity = Some(Severity::Warning);
    concept.variants = Some(None);
    for (number, form) in right.iter().enumerate() {
        let mut term = Term::new(*form, lang.clone(), at);
        term.status = if number == 0 { Status::Preferred } else { Status::Admitted };
        concept.terms.push(term);
    }
    for form in wrong {
        let mut term = Term::new(*form, lang.clone(), at);
        term.status = Status::Forbidden;
        concept.terms.push(term);
    }
    concept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{SourceId, Span};

    fn layer(from: &str, to: &str, own: &Glossary) -> Glossary {
        let at = Location { source: SourceId::new(0), span: Span::at(0) };
        territories(&from.parse().unwrap(), &to.parse().unwrap(), own, at)
    }

    fn of<'g>(glossary: &'g Glossary, id: &str) -> Option<Vec<(&'g str, Status)>> {
        let concept = glossary.concepts.iter().find(|concept| concept.id == id)?;
        Some(concept.terms.iter().map(|term| (term.form.as_str(), term.status)).collect())
    }

    #[test]
    fn the_source_languages_name_is_forbidden_where_the_target_has_its_own() {
        let layer = layer("en", "fr", &Glossary::default());
        assert_eq!(
            of(&layer, "territory-de").unwrap(),
            [("Allemagne", Status::Preferred), ("Germany", Status::Forbidden)]
        );
        // Türkiye is a name of both languages, Turkey of one.
        let turkey = of(&layer, "territory-tr").unwrap();
        assert!(turkey.contains(&("Türkiye", Status::Admitted)));
        assert!(turkey.contains(&("Turkey", Status::Forbidden)));
        assert!(!turkey.contains(&("Türkiye", Status::Forbidden)));
        for same in ["territory-ir", "territory-cu", "territory-ge", "territory-jo"] {
            assert_eq!(of(&layer, same), None, "{same}");
        }
    }

    #[test]
    fn what_the_house_lists_is_left_to_it() {
        let at = Location { source: SourceId::new(0), span: Span::at(0) };
        let mut concept = Concept::new("germany", at);
        concept.terms.push(Term::new("allemagne", "fr".parse().unwrap(), at));
        let own = Glossary { concepts: vec![concept], ..Glossary::default() };
        assert_eq!(of(&layer("en", "fr", &own), "territory-de"), None);
    }

    #[test]
    fn languages_without_data_have_no_layer() {
        assert!(layer("en", "ja", &Glossary::default()).concepts.is_empty());
        assert!(layer("en", "en", &Glossary::default()).concepts.is_empty());
        assert!(layer("fr", "ru", &Glossary::default()).concepts.len() > 200);
    }
}
