//! Approved forms in a text of one language that are right but for accents, hyphens or capitals.
//!
//! Beside a source, a use that calls for the form tells that a flawed form is meant. Alone, nothing does; so only
//! what can hardly be another word is reported: phrases, names, words with a capital inside a sentence. *turkey*,
//! *who* and *marche* are left alone, and so is a pair of words without the hyphen between them (*rendez vous*).

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::Match;
use super::Matcher;
use super::index::Index;
use super::judge::Fault;
use super::places::Side;
use super::respell::respell;
use super::scan::Candidate;
use super::spelling;
use super::tokens;
use crate::glossary::CaseRule;
use crate::glossary::Glossary;
use crate::glossary::Matching;
use crate::glossary::Term;
use crate::lang;
use crate::morphology::Morphology;
use crate::text;
use crate::text::Span;

/// Fewest letters of a common word that is known without its accents; shorter ones are too often other words.
const LEAST_LETTERS: usize = 6;

/// An approved form with a flaw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    /// Index into the glossary's concepts.
    pub concept: usize,
    /// [`Fault::Spelling`] or [`Fault::Case`].
    pub fault: Fault,
}

/// The approved forms with accents of one language: concept and term, by each form of the first word without accents.
pub(super) type Accents = BTreeMap<Box<str>, Vec<(u32, u32)>>;

/// Finds flawed forms in texts of one language.
#[derive(Debug)]
pub struct Flaws<'g> {
    glossary: &'g Glossary,
    matcher: &'g Matcher,
    lang: &'g LanguageIdentifier,
    /// `None` for a language that the glossary has no terms of.
    accents: Option<&'g Accents>,
}

impl<'g> Flaws<'g> {
    /// Lists the forms, unless the matcher has done so for another text. Takes time in proportion to the glossary.
    pub fn new(glossary: &'g Glossary, matcher: &'g Matcher, lang: &'g LanguageIdentifier) -> Self {
        let list = |index: &'g Index| {
            index.accents.get_or_init(|| accents(glossary, &index.morphology, lang))
        };
        Self { glossary, matcher, lang, accents: matcher.index(lang).map(list) }
    }

    /// The flawed forms of a text, in order; no two overlap, and none overlaps a use of a term.
    pub fn find(&self, text: &str, inert: &[Span]) -> Vec<Flaw> {
        let Some(side) = Side::new(self.matcher, self.lang, text, inert) else { return Vec::new() };
        let mut found = cased(&side);
        found.extend(self.unaccented(&side, text, inert));
        found.sort_by_key(|flaw| {
            let span = flaw.fault.span().unwrap_or(Span::at(0));
            (span.start(), u32::MAX - span.end(), flaw.concept)
        });
        let mut end = 0;
        found.retain(|flaw| {
            let Some(span) = flaw.fault.span() else { return false };
            let is_free = span.start() >= end && !is_used(&side, span);
            if is_free {
                end = span.end();
            }
            is_free
        });
        found
    }

    fn unaccented(&self, side: &Side<'_>, text: &str, inert: &[Span]) -> Vec<Flaw> {
        let tokens = tokens::tokenize(text, inert, |_| 0);
        let folded = spelling::folded(text, &tokens);
        let mut found = Vec::new();
        for (at, word) in folded.iter().enumerate() {
            let here = self.accents.and_then(|accents| accents.get(word.as_str()));
            for (concept, term) in here.into_iter().flatten() {
                let (concept, term) = (*concept as usize, *term as usize);
                let Some(listed) = self.term(concept, term) else { continue };
                let end = (at + spelling::WORDS).min(tokens.len());
                let window = tokens.get(at..end).unwrap_or_default();
                let words = folded.get(at..end).unwrap_or_default();
                let span = spelling::starts(listed, &side.index.morphology, window, words);
                let Some(span) = span else { continue };
                let written = span.slice(text);
                let differs = respell(listed, written, true, &side.index.morphology).is_some();
                if differs && is_sure(listed, written) && !is_known(side, concept, span) {
                    found.push(Flaw { concept, fault: Fault::Spelling { span, term } });
                }
            }
        }
        found
    }

    fn term(&self, concept: usize, term: usize) -> Option<&'g Term> {
        self.glossary.concepts.get(concept)?.terms.get(term)
    }
}

fn accents(glossary: &Glossary, morphology: &Morphology, lang: &LanguageIdentifier) -> Accents {
    let mut found = Accents::new();
    for (number, concept) in (0..).zip(&glossary.concepts) {
        for (place, term) in (0..).zip(&concept.terms) {
            let is_ours = lang::same(&term.lang, lang) && term.status.is_approved();
            if !is_ours || term.matching == Matching::Regex || !has_accents(&term.form) {
                continue;
            }
            let tokens = tokens::tokenize(&term.form, &[], |_| 0);
            let Some(first) = tokens.first() else { continue };
            let word = first.span.slice(&term.form);
            let forms = morphology.forms(word, None);
            let mut keys: Vec<String> = forms.iter().map(|it| text::fold_diacritics(it)).collect();
            keys.push(text::fold_diacritics(word));
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                found.entry(key.into()).or_default().push((number, place));
            }
        }
    }
    found
}

/// Is the place a form of the concept already, be it one that is only accepted?
fn is_known(side: &Side<'_>, concept: usize, span: Span) -> bool {
    let all = &side.reading.candidates;
    let from = all.partition_point(|candidate| candidate.span.start() < span.start());
    let here = all.iter().skip(from).take_while(|it| it.span.start() == span.start());
    here.filter(|candidate| candidate.span == span)
        .filter_map(|candidate| side.index.patterns.get(candidate.pattern as usize))
        .any(|pattern| pattern.concept as usize == concept)
}

/// Forms in the wrong case or with other hyphens.
fn cased(side: &Side<'_>) -> Vec<Flaw> {
    let mut found = Vec::new();
    for (candidate, pattern) in side.candidates() {
        if !pattern.approved || candidate.wide {
            continue;
        }
        let (span, term) = (candidate.span, pattern.term as usize);
        let spelt = candidate.has_right_hyphens(side.index);
        let fault = match candidate.how {
            // Words that a hyphen should join may stand side by side for another reason.
            Match::Respelt if !spelt && (!is_pair(candidate) || has_hyphen(span, side)) => {
                Fault::Spelling { span, term }
            }
            _ if spelt
                && !candidate.has_right_case(side.index, pattern)
                && is_miscased(side, candidate, pattern.case) =>
            {
                Fault::Case { span, term }
            }
            _ => continue,
        };
        found.push(Flaw { concept: pattern.concept as usize, fault });
    }
    found
}

fn is_pair(candidate: &Candidate) -> bool {
    candidate.last - candidate.first == 2
}

fn has_hyphen(span: Span, side: &Side<'_>) -> bool {
    text::fold_token(span.slice(side.reading.text)).contains('-')
}

/// Is a form in another letter case surely the term?
fn is_miscased(side: &Side<'_>, candidate: &Candidate, rule: CaseRule) -> bool {
    if candidate.last - candidate.first > 1 {
        return true;
    }
    let word = candidate.span.slice(side.reading.text);
    let has_capital = word.chars().any(char::is_uppercase);
    let is_long = word.chars().count() > 2;
    let is_name = is_long || rule == CaseRule::Exact;
    has_capital && is_name && !side.reading.opens_sentence(candidate)
}

/// Is a form without its accents surely the term? The accent of a last vowel tells words apart (*marche*, *marché*).
fn is_sure(listed: &Term, found: &str) -> bool {
    if found.split_whitespace().nth(1).is_some() || found.contains('-') {
        return true;
    }
    let is_name = listed.form.chars().next().is_some_and(char::is_uppercase);
    if is_name {
        return found.chars().next().is_some_and(char::is_uppercase);
    }
    let stem: String = {
        let plain = text::fold_case(&listed.form);
        plain.trim_end_matches(['s', 'e', 'x']).to_owned()
    };
    let mut letters: Vec<char> = stem.chars().collect();
    letters.pop();
    let stem: String = letters.into_iter().collect();
    found.chars().count() >= LEAST_LETTERS && has_accents(&stem)
}

fn has_accents(form: &str) -> bool {
    text::fold_diacritics(form) != text::fold_case(form)
}

/// Is a use of a term at the place?
fn is_used(side: &Side<'_>, span: Span) -> bool {
    let after = side.hits.partition_point(|hit| hit.span.start() < span.end());
    let before = side.hits.get(..after).unwrap_or_default();
    // Uses do not overlap unless they are at the same place, so that the last one before reaches furthest. A use with
    // hyphens of its own may be the flaw itself.
    before.last().is_some_and(|hit| {
        hit.span.overlaps(span) && !(hit.how == Match::Respelt && hit.span == span)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Term;
    use crate::text::Location;
    use crate::text::SourceId;

    fn found(form: &str, case: CaseRule, text: &str) -> Vec<String> {
        let lang = lang::parse("fr").unwrap();
        let at = Location { source: SourceId::new(0), span: Span::at(0) };
        let mut concept = crate::glossary::Concept::new("x", at);
        let mut term = Term::new(form, lang.clone(), at);
        term.case = case;
        concept.terms.push(term);
        let glossary = Glossary { concepts: vec![concept], ..Glossary::default() };
        let matcher = Matcher::new(&glossary);
        let flaws = Flaws::new(&glossary, &matcher, &lang).find(text, &[]);
        let spans = flaws.iter().filter_map(|flaw| flaw.fault.span());
        spans.map(|span| span.slice(text).to_owned()).collect()
    }

    #[test]
    fn what_can_be_nothing_else_is_found() {
        let smart = CaseRule::Smart;
        assert_eq!(found("Nations unies", smart, "Les nations unies votent."), ["nations unies"]);
        assert_eq!(found("OTAN", smart, "Pour l’Otan, rien."), ["Otan"]);
        assert_eq!(found("réfugié", smart, "Deux refugiés, un réfugié."), ["refugiés"]);
        assert_eq!(found("Erdoğan", smart, "Il voit Erdogan."), ["Erdogan"]);
        assert_eq!(found("cessez-le-feu", smart, "Un cessez le feu."), ["cessez le feu"]);
        assert_eq!(found("internet", CaseRule::Exact, "Sur l’Internet."), ["Internet"]);
    }

    #[test]
    fn what_may_be_another_word_is_left_alone() {
        let smart = CaseRule::Smart;
        assert_eq!(found("marché", smart, "On marche, il marche."), [""; 0]);
        assert_eq!(found("État", smart, "Un état de fait."), [""; 0]);
        assert_eq!(found("ONU", smart, "Un onu. Onu."), [""; 0]);
        assert_eq!(found("rendez-vous", smart, "Rendez vous compte."), [""; 0]);
        assert_eq!(found("hôpital", smart, "Des hôpitaux, l’Hôpital."), [""; 0]);
        assert_eq!(found("internet", CaseRule::Exact, "Là. Internet dort."), [""; 0]);
    }

    #[test]
    fn a_long_text_of_one_word_costs_no_square() {
        let text = "refugies ".repeat(20_000);
        assert_eq!(found("réfugié", CaseRule::Smart, &text).len(), 20_000);
    }
}
