//! The words of TBX for the model's choices, what follows where a file says nothing, and ids that XML takes.
//!
//! Names: TBX-Basic 2008 (`TBXBasicXCSV02`) and 2019 (modules Min and Basic), with those of the older default set
//! that are found in files: `synonym`, `entryTerm`, `properNoun`, the short names of statuses.

use std::fmt::Write as _;

use crate::glossary::form;
use crate::glossary::{Gender, GrammaticalNumber, PartOfSpeech, Status, Term, TermRole};

/// Is this a category that a term may have here?
pub(super) fn is_of_term(category: &str) -> bool {
    matches!(
        category,
        "administrativeStatus"
            | "termType"
            | "partOfSpeech"
            | "grammaticalGender"
            | "grammaticalNumber"
            | "note"
            | "context"
            | "definition"
            | "source"
            | "subjectField"
    )
}

/// The word of a status.
pub(super) fn of_status(status: Status) -> &'static str {
    match status {
        Status::Preferred => "preferredTerm-admn-sts",
        Status::Admitted => "admittedTerm-admn-sts",
        Status::Deprecated => "supersededTerm-admn-sts",
        Status::Forbidden => "deprecatedTerm-admn-sts",
    }
}

/// The status of a word.
pub(super) fn status(word: &str) -> Option<Status> {
    match word.strip_suffix("-admn-sts").unwrap_or(word) {
        "preferredTerm" | "preferred" => Some(Status::Preferred),
        "admittedTerm" | "admitted" => Some(Status::Admitted),
        "supersededTerm" | "superseded" | "obsolete" => Some(Status::Deprecated),
        "deprecatedTerm" | "deprecated" | "notRecommended" | "forbidden" => Some(Status::Forbidden),
        _ => None,
    }
}

/// The word of a role.
pub(super) fn of_role(role: TermRole) -> &'static str {
    match role {
        TermRole::Full => "fullForm",
        TermRole::Acronym => "acronym",
        TermRole::Short => "shortForm",
    }
}

/// The role of a word.
pub(super) fn role(word: &str, form: &str) -> Option<TermRole> {
    match word {
        "fullForm" | "entryTerm" | "synonym" | "phrase" | "variant" => Some(TermRole::Full),
        "acronym" | "initialism" => Some(TermRole::Acronym),
        "abbreviation" if form::role(form) == TermRole::Acronym => Some(TermRole::Acronym),
        "shortForm" | "abbreviation" | "clippedTerm" => Some(TermRole::Short),
        _ => None,
    }
}

/// The part of speech of a word.
pub(super) fn pos(word: &str) -> Option<PartOfSpeech> {
    match word {
        "noun" => Some(PartOfSpeech::Noun),
        "adjective" => Some(PartOfSpeech::Adjective),
        "verb" => Some(PartOfSpeech::Verb),
        "properNoun" => Some(PartOfSpeech::ProperNoun),
        _ => None,
    }
}

/// The word of a part of speech. `proper` where the edition has `properNoun`: that of 2019 has not.
pub(super) fn of_pos(pos: PartOfSpeech, proper: bool) -> &'static str {
    match pos {
        PartOfSpeech::Adjective => "adjective",
        PartOfSpeech::Verb => "verb",
        PartOfSpeech::ProperNoun if proper => "properNoun",
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun => "noun",
        PartOfSpeech::Phrase => "other",
    }
}

/// The gender of a word.
pub(super) fn gender(word: &str) -> Option<Gender> {
    match word {
        "masculine" => Some(Gender::Masculine),
        "feminine" => Some(Gender::Feminine),
        "neuter" => Some(Gender::Neuter),
        _ => None,
    }
}

/// The word of a gender.
pub(super) fn of_gender(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "masculine",
        Gender::Feminine => "feminine",
        Gender::Neuter => "neuter",
    }
}

/// The number of a word; TBX-Basic has none, the older default set has.
pub(super) fn number(word: &str) -> Option<GrammaticalNumber> {
    match word {
        "singular" => Some(GrammaticalNumber::Singular),
        "plural" => Some(GrammaticalNumber::Plural),
        "mass" | "uncountable" => Some(GrammaticalNumber::Mass),
        _ => None,
    }
}

/// Gives the terms of one language the status and role that follow from their order where the file says none, and
/// puts the preferred full form first. Answers whether a second one was preferred, which is admitted then.
pub(super) fn settle<S>(
    terms: &[(Term, S)],
    said: impl Fn(&S) -> (Option<Status>, Option<TermRole>),
) -> (Vec<Term>, bool) {
    let mut out: Vec<Term> = Vec::with_capacity(terms.len());
    // Which roles have their preferred form by the file's word.
    let mut taken: Vec<TermRole> = Vec::new();
    for (index, (term, what)) in terms.iter().enumerate() {
        let (status, role) = said(what);
        let role = role.unwrap_or(if index == 0 { TermRole::Full } else { form::role(&term.form) });
        if status == Some(Status::Preferred) && !taken.contains(&role) {
            taken.push(role);
        }
        out.push(Term { role, ..term.clone() });
    }
    let mut surplus = false;
    let mut given: Vec<TermRole> = Vec::new();
    for (term, (_, what)) in out.iter_mut().zip(terms) {
        let is_single = term.role == TermRole::Full;
        term.status = match said(what).0 {
            Some(Status::Preferred) if is_single && given.contains(&term.role) => {
                surplus = true;
                Status::Admitted
            }
            Some(status) => status,
            None if term.role == TermRole::Short => Status::Preferred,
            None if taken.contains(&term.role) || given.contains(&term.role) => Status::Admitted,
            None => Status::Preferred,
        };
        if term.status == Status::Preferred && !given.contains(&term.role) {
            given.push(term.role);
        }
    }
    out.sort_by_key(|term| !term.is_preferred(TermRole::Full));
    (out, surplus)
}

/// A concept's id as an XML name: other characters, and a digit at the start, as `_xHHHH_`.
pub(super) fn id_of(id: &str) -> String {
    let mut out = String::with_capacity(id.len() + 8);
    for (at, c) in id.char_indices() {
        let looks_escaped = c == '_' && id.get(at + 1..).is_some_and(|rest| rest.starts_with('x'));
        let is_letter =
            c.is_ascii_alphabetic() || matches!(c, '_' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ');
        let is_inner = at > 0 && (c.is_ascii_digit() || matches!(c, '-' | '.'));
        if (is_letter || is_inner) && !looks_escaped {
            out.push(c);
        } else {
            let _ = write!(out, "_x{:04X}_", u32::from(c));
        }
    }
    if out.is_empty() { "c".to_owned() } else { out }
}

/// Reads what [`id_of`] wrote.
pub(super) fn id_from(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, from)) = rest.split_once("_x") {
        out.push_str(before);
        if let Some((c, behind)) = escaped(from) {
            out.push(c);
            rest = behind;
        } else {
            out.push_str("_x");
            rest = from;
        }
    }
    out.push_str(rest);
    out
}

fn escaped(text: &str) -> Option<(char, &str)> {
    let (digits, behind) = text.split_once('_')?;
    let is_hex = (4..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let code = is_hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
    Some((char::from_u32(code)?, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_xml_names_and_come_back() {
        for id in ["gna", "2014-x", "air strike", "été", "_x0041_", "a_x", "😀|", "", "ø.1"] {
            let name = id_of(id);
            assert!(!name.starts_with(|c: char| c.is_ascii_digit()) && !name.contains([' ', '|']));
            assert_eq!(id_from(&name), if id.is_empty() { "c" } else { id });
        }
        assert_eq!(id_of("air strike"), "air_x0020_strike");
    }
}
