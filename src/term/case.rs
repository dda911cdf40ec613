//! Which letter cases of a text are those of a listed form.

use crate::glossary::CaseRule;

/// How a word's letter case stands to the listed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CaseFit {
    /// As listed.
    Same,
    /// Different, in a way that the rule allows.
    Allowed,
    /// Against the rule.
    Wrong,
}

/// Compares a word of a text with a word of a listed form; both in NFC.
///
/// `opens` says that the word opens a sentence. An inflected word is longer or shorter than the listed one: the
/// part both have must agree, and what follows must be in lower case.
pub(super) fn fit(listed: &str, word: &str, rule: CaseRule, opens: bool) -> CaseFit {
    if agrees(listed, word) {
        return CaseFit::Same;
    }
    let allowed = match rule {
        CaseRule::Ignore => true,
        CaseRule::Exact => opens && !has_capital(listed) && has_initial_only(word),
        CaseRule::Smart => smart(listed, word),
    };
    if allowed { CaseFit::Allowed } else { CaseFit::Wrong }
}

/// Smart: what is listed small may be capitalised anywhere (titles, headlines, polite capitals); what is listed with
/// a capital must keep it; an acronym matches exactly.
fn smart(listed: &str, word: &str) -> bool {
    if !has_capital(listed) {
        return true;
    }
    !is_acronym(listed) && is_shouted(word)
}

/// Is it all in capitals, two letters at least?
pub(super) fn is_acronym(word: &str) -> bool {
    is_shouted(word)
}

/// Do the letters that both have agree in case, and are the rest small?
fn agrees(listed: &str, word: &str) -> bool {
    let mut known = listed.chars();
    let mut same = true;
    for c in word.chars() {
        match known.next() {
            Some(l) if same => {
                same = l == c;
                let inflected_here = !same && !l.is_uppercase() && !c.is_uppercase();
                if !same && !inflected_here {
                    return false;
                }
            }
            _ if c.is_uppercase() => return false,
            _ => {}
        }
    }
    true
}

fn is_shouted(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && !word.chars().any(char::is_lowercase)
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

fn has_initial_only(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && !chars.any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smart(listed: &str, word: &str) -> CaseFit {
        fit(listed, word, CaseRule::Smart, false)
    }

    #[test]
    fn what_is_listed_small_may_be_capitalised() {
        assert_eq!(smart("president", "presidents"), CaseFit::Same);
        assert_eq!(smart("president", "President"), CaseFit::Allowed);
        assert_eq!(smart("president", "PRESIDENT"), CaseFit::Allowed);
    }

    #[test]
    fn what_is_listed_with_a_capital_keeps_it() {
        assert_eq!(smart("Turkey", "turkey"), CaseFit::Wrong);
        assert_eq!(smart("Syrien", "Syrienne"), CaseFit::Same);
        assert_eq!(smart("Turkey", "TURKEY"), CaseFit::Allowed);
        assert_eq!(smart("nCoV", "NCoV"), CaseFit::Wrong);
    }

    #[test]
    fn an_acronym_matches_exactly_and_takes_a_small_plural() {
        assert_eq!(smart("UN", "un"), CaseFit::Wrong);
        assert_eq!(smart("UN", "Un"), CaseFit::Wrong);
        assert_eq!(smart("NGO", "NGOs"), CaseFit::Same);
        assert_eq!(smart("OTAN", "Otan"), CaseFit::Wrong);
    }

    #[test]
    fn exact_allows_the_capital_of_a_sentence_and_nothing_else() {
        assert_eq!(fit("brexit", "Brexit", CaseRule::Exact, false), CaseFit::Wrong);
        assert_eq!(fit("brexit", "Brexit", CaseRule::Exact, true), CaseFit::Allowed);
        assert_eq!(fit("Brexit", "brexit", CaseRule::Exact, true), CaseFit::Wrong);
        assert_eq!(fit("Brexit", "BREXIT", CaseRule::Exact, false), CaseFit::Wrong);
        assert_eq!(fit("Brexit", "bREXIT", CaseRule::Ignore, false), CaseFit::Allowed);
    }
}
