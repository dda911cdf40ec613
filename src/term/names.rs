//! The listed persons and places, filed by how they sound, to be found in spellings that are not listed.

use unic_langid::LanguageIdentifier;

use crate::glossary::{Concept, ConceptKind, Glossary, Matching, Term, TermRole};
use crate::lang;
use crate::names::{NameIndex, Names};
use crate::text::{fold_case, words};

/// The listed names of one language.
#[derive(Debug)]
pub struct ListedNames {
    lang: LanguageIdentifier,
    index: NameIndex<'static>,
    forms: Vec<Listed>,
}

/// A form of a listed name.
#[derive(Debug)]
struct Listed {
    concept: usize,
    term: usize,
    person: bool,
    /// Its words, folded.
    words: Vec<String>,
}

/// A listed name that a spelling may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// Index into the glossary's concepts.
    pub concept: usize,
    /// Index into the concept's terms.
    pub term: usize,
    /// Is the spelling the last word of the form only: a surname?
    pub surname: bool,
    /// Letters at the end of the spelling that are an ending of its language; 0 in languages that do not inflect names.
    pub ending: usize,
    /// Do the two share a word, such as a first name?
    pub shared: bool,
    /// The chance that it is that name, 0 to 1.
    pub score: f64,
}

impl ListedNames {
    /// The listed names that a spelling may be, the likeliest first. A single word is compared with names of one word
    /// and with surnames, several words with whole names; parts and repetitions of a listed form are no spellings of it.
    ///
    /// In languages that inflect names, the spelling is taken without each ending that it may have as well.
    pub fn like(&self, spelling: &str) -> Vec<Likeness> {
        let Some(mut out) = self.like_as(spelling, 0) else { return Vec::new() };
        for base in Names::shipped().base_forms(spelling, &self.lang) {
            let ending = spelling.chars().count().saturating_sub(base.chars().count());
            let Some(found) = self.like_as(&base, ending) else { return Vec::new() };
            out.extend(found);
        }
        out.sort_by(|a, b| b.score.total_cmp(&a.score));
        out
    }

    /// `None` where it is a listed name.
    fn like_as(&self, spelling: &str, ending: usize) -> Option<Vec<Likeness>> {
        let own = folded(spelling);
        let has = |words: &[String], word: &String| {
            let alike = |known| Names::shipped().are_inflections(known, word, &self.lang);
            words.iter().any(|known| alike(known))
        };
        let mut out: Vec<Likeness> = Vec::new();
        for candidate in self.index.lookup(spelling) {
            let Some(form) = self.forms.get(candidate.name) else { continue };
            let surname = match candidate.word {
                None => false,
                Some(at) if form.person && at + 1 == form.words.len() => true,
                Some(_) => continue,
            };
            let part = own.iter().all(|word| has(&form.words, word));
            let more = form.words.iter().all(|word| has(&own, word));
            if part || more {
                // It is this name as it is listed, or a part of it: no likeness to another matters.
                return None;
            }
            if is_longer(&own, &form.words) || !rest_is_alike(&own, &form.words) {
                continue;
            }
            let (concept, term) = (form.concept, form.term);
            let shared = own.iter().any(|word| form.words.contains(word));
            out.push(Likeness { concept, term, surname, ending, shared, score: candidate.score });
        }
        Some(out)
    }
}

/// Are several words compared with a name of one word? The one that is alike is looked up by itself.
fn is_longer(own: &[String], listed: &[String]) -> bool {
    let article = own.first().is_some_and(|word| matches!(word.as_str(), "al" | "el"));
    listed.len() == 1 && own.len() > 1 + usize::from(article)
}

/// Where words are the same, are those left alike too? What both share may be what is most common in them.
fn rest_is_alike(own: &[String], listed: &[String]) -> bool {
    let rest = |words: &[String], others: &[String]| {
        let left: Vec<&str> =
            words.iter().filter(|word| !others.contains(word)).map(String::as_str).collect();
        left.join(" ")
    };
    let (a, b) = (rest(own, listed), rest(listed, own));
    let shared = own.iter().any(|word| listed.contains(word));
    !shared || (!a.is_empty() && !b.is_empty() && Names::shipped().compare(&a, &b).same)
}

/// The names of every language of a glossary.
pub(super) fn listed(glossary: &Glossary) -> Vec<(LanguageIdentifier, ListedNames)> {
    let mut by_lang: Vec<(LanguageIdentifier, Vec<(Listed, &str)>)> = Vec::new();
    for (at, concept) in
        glossary.concepts.iter().enumerate().filter(|(_, concept)| is_filed(concept))
    {
        for (number, term) in concept.terms.iter().enumerate().filter(|(_, term)| is_name(term)) {
            let words = folded(&term.form);
            let person = concept.kind == ConceptKind::Person;
            let own = (Listed { concept: at, term: number, person, words }, term.form.as_str());
            match by_lang.iter_mut().find(|(known, _)| lang::same(known, &term.lang)) {
                Some((_, forms)) => forms.push(own),
                None => by_lang.push((term.lang.clone(), vec![own])),
            }
        }
    }
    let file = |(lang, forms): (LanguageIdentifier, Vec<(Listed, &str)>)| {
        let index = NameIndex::new(Names::shipped(), forms.iter().map(|(_, form)| *form));
        let forms = forms.into_iter().map(|(listed, _)| listed).collect();
        (lang.clone(), ListedNames { lang, index, forms })
    };
    by_lang.into_iter().map(file).collect()
}

/// Are unlisted spellings of the concept looked for? Of persons and places unless the glossary says no.
fn is_filed(concept: &Concept) -> bool {
    match concept.variants {
        None => concept.kind.is_name(),
        Some(severity) => severity.is_some(),
    }
}

fn is_name(term: &Term) -> bool {
    term.status.is_approved() && term.role != TermRole::Acronym && term.matching != Matching::Regex
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| fold_case(word.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Location, SourceId, Span};

    fn names(forms: &[(&str, ConceptKind)]) -> ListedNames {
        names_in("fr", forms)
    }

    fn names_in(lang: &str, forms: &[(&str, ConceptKind)]) -> ListedNames {
        let at = Location { source: SourceId::new(0), span: Span::of(0, 0) };
        let lang: LanguageIdentifier = lang.parse().unwrap();
        let mut glossary = Glossary::default();
        for (form, kind) in forms {
            let mut concept = Concept::new(*form, at);
            concept.kind = *kind;
            concept.terms.push(Term::new(*form, lang.clone(), at));
            glossary.concepts.push(concept);
        }
        listed(&glossary).remove(0).1
    }

    fn like(names: &ListedNames, spelling: &str) -> Option<usize> {
        names.like(spelling).first().map(|likeness| likeness.concept)
    }

    #[test]
    fn a_surname_is_known_by_itself_and_a_first_name_is_not() {
        let names = names(&[("Khalifa Haftar", ConceptKind::Person)]);
        assert_eq!(like(&names, "Hafter"), Some(0));
        assert_eq!(like(&names, "Khalifa Hifter"), Some(0));
        assert_eq!(like(&names, "Kalifa"), None);
    }

    #[test]
    fn listed_forms_and_their_parts_are_no_spellings() {
        let names = names(&[
            ("Recep Tayyip Erdogan", ConceptKind::Person),
            ("Tripoli", ConceptKind::Place),
        ]);
        for spelling in [
            "Erdogan",
            "Tayyip Erdogan",
            "Recep Tayyip Erdogan",
            "Tripoli",
            "TRIPOLI",
            "Tripoli Ouest",
        ] {
            assert_eq!(like(&names, spelling), None, "{spelling}");
        }
    }

    #[test]
    fn endings_make_no_other_spelling_and_hide_none() {
        let names = names_in(
            "pl",
            &[("Chalifa Haftar", ConceptKind::Person), ("Moskwa", ConceptKind::Place)],
        );
        for listed in ["Haftara", "Haftarem", "Moskwy", "Moskwie"] {
            assert_eq!(like(&names, listed), None, "{listed}");
        }
        let found = names.like("Hafterowi");
        assert_eq!(found.first().map(|found| (found.concept, found.ending)), Some((0, 3)));
    }

    #[test]
    fn what_two_names_share_is_not_enough() {
        let names = names(&[("mer Noire", ConceptKind::Place), ("Sotchi", ConceptKind::Place)]);
        for spelling in ["mer Rouge", "Lance Noire", "Hotel Sotschi"] {
            assert_eq!(like(&names, spelling), None, "{spelling}");
        }
        assert_eq!(like(&names, "Sotschi"), Some(1));
    }
}
