//! How a form that is right but for its accents, hyphens or capitals is written rightly.
//!
//! A misspelt plural is mended into the plural, so the form is rebuilt word by word from the inflections of the
//! listed one. Where two inflections differ from what stands there in accents alone, nothing tells which was meant,
//! and there is no answer.

use std::collections::BTreeSet;

use super::tokens;
use super::tokens::Token;
use crate::glossary::CaseRule;
use crate::glossary::Term;
use crate::morphology::Morphology;
use crate::text;

/// Words at most of a form that is rebuilt; longer ones are mended by hand.
const LONGEST: usize = 12;

/// The form of the term that `found` is but for accents, hyphens and capitals; `None` where the inflections do not
/// tell which, or where nothing is to be changed. `opens` says that it opens a sentence.
pub fn respell(term: &Term, found: &str, opens: bool, rules: &Morphology) -> Option<String> {
    let wanted = squashed(found);
    let listed = [&term.form].into_iter().chain(&term.forms);
    let same = listed.into_iter().find(|form| squashed(form) == wanted).cloned();
    let written = same.or_else(|| inflected(term, &wanted, rules))?;
    let cased = recased(term, &written, found, opens);
    (cased != found).then_some(cased)
}

/// The letters and signs of a text alone, without accents and capitals.
fn squashed(text: &str) -> String {
    let fold = |token: &Token| text::fold_diacritics(token.span.slice(text));
    tokens::tokenize(text, &[], |_| 0).iter().map(fold).collect()
}

/// The only inflection of the listed form that has these letters.
fn inflected(term: &Term, wanted: &str, rules: &Morphology) -> Option<String> {
    let form = term.form.as_str();
    let tokens = tokens::tokenize(form, &[], |_| 0);
    if tokens.is_empty() || tokens.len() > LONGEST {
        return None;
    }
    let mut slots = Vec::new();
    for token in &tokens {
        let word = token.span.slice(form);
        let forms = rules.forms(word, None);
        let mut written: BTreeSet<String> = forms.iter().map(|it| capitals_of(word, it)).collect();
        written.insert(word.to_owned());
        let folded = |it: String| (text::fold_diacritics(&it), it);
        slots.push(written.into_iter().map(folded).collect::<Vec<_>>());
    }
    let mut ways = vec![(0, String::new())];
    let mut end = 0;
    for (token, slot) in tokens.iter().zip(&slots) {
        let between = form.get(end..token.span.start() as usize).unwrap_or_default();
        end = token.span.end() as usize;
        let mut next = Vec::new();
        for (at, done) in &ways {
            let rest = wanted.get(*at..).unwrap_or_default();
            let fitting = slot.iter().filter(|(folded, _)| rest.starts_with(folded.as_str()));
            next.extend(
                fitting.map(|(folded, word)| (at + folded.len(), format!("{done}{between}{word}"))),
            );
        }
        // Two ways are too many already; some more are kept, for most of them end before the last word.
        next.truncate(LONGEST);
        ways = next;
    }
    ways.retain(|(at, _)| *at == wanted.len());
    match ways.as_slice() {
        [(_, written)] => Some(written.clone()),
        _ => None,
    }
}

/// An inflected form, which is in small letters, with the capitals of the listed word.
fn capitals_of(listed: &str, form: &str) -> String {
    let mut known = listed.chars();
    let mut same = true;
    let raise = |c: char| {
        let own = known.next().filter(|own| same && own.to_lowercase().eq([c]));
        same &= own.is_some();
        own.unwrap_or(c)
    };
    form.chars().map(raise).collect()
}

/// The written form with the capitals that its place gives it and that the term's rule allows.
fn recased(term: &Term, written: &str, found: &str, opens: bool) -> String {
    let has_capital = |text: &str| text.chars().any(char::is_uppercase);
    let is_shouted =
        has_capital(found) && found.chars().count() > 1 && !found.chars().any(char::is_lowercase);
    let free = term.case != CaseRule::Exact;
    if free && is_shouted && written.chars().any(char::is_lowercase) {
        return written.to_uppercase();
    }
    let raised = found.chars().next().is_some_and(char::is_uppercase);
    if raised && (free || opens) && !has_capital(written) {
        let mut chars = written.chars();
        let first = chars.next().map(char::to_uppercase);
        return first.into_iter().flatten().chain(chars).collect();
    }
    written.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;
    use crate::text::Location;
    use crate::text::SourceId;
    use crate::text::Span;

    fn mend(listed: &str, found: &str) -> Option<String> {
        let at = Location { source: SourceId::new(0), span: Span::at(0) };
        let lang = lang::parse("fr").unwrap();
        respell(&Term::new(listed, lang.clone(), at), found, false, Morphology::of(&lang))
    }

    #[test]
    fn accents_and_hyphens_are_set_and_the_number_is_kept() {
        assert_eq!(mend("hôpital", "hopitaux").as_deref(), Some("hôpitaux"));
        assert_eq!(mend("cessez-le-feu", "cessez le feu").as_deref(), Some("cessez-le-feu"));
        assert_eq!(mend("cessez-le-feu", "Cessez le feu").as_deref(), Some("Cessez-le-feu"));
        assert_eq!(mend("président élu", "presidents elus").as_deref(), Some("présidents élus"));
    }

    #[test]
    fn capitals_are_those_of_the_listed_form() {
        assert_eq!(mend("OTAN", "Otan").as_deref(), Some("OTAN"));
        assert_eq!(mend("Nations unies", "nations unies").as_deref(), Some("Nations unies"));
        assert_eq!(mend("Turquie", "turquie").as_deref(), Some("Turquie"));
    }

    #[test]
    fn nothing_is_made_of_what_is_right_or_another_word() {
        assert_eq!(mend("hôpital", "hôpital"), None);
        assert_eq!(mend("hôpital", "hospice"), None);
        assert_eq!(mend("", "x"), None);
    }

    #[test]
    fn a_long_form_is_left_to_people() {
        let listed = "a ".repeat(5_000);
        assert_eq!(mend(&listed, &"à ".repeat(5_000)), Some(listed.clone()));
        assert_eq!(mend(&format!("{listed}é"), &"b ".repeat(5_000)), None);
    }
}
