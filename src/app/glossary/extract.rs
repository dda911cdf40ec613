//! `glossary extract`: proposals for entries, from texts, pairs or bilingual files.

use std::collections::BTreeMap;

use super::too_much_text;
use crate::app::bench::{CheckRequest, bench};
use crate::app::check::each_bitext;
use crate::app::session::{Session, Stop};
use crate::diagnostic::Severity;
use crate::extract::{self, Proposal};
use crate::text::fold_diacritics;

/// What to extract.
#[derive(Debug, Clone, Default)]
pub struct ExtractRequest {
    /// The texts, the glossaries and the languages.
    pub check: CheckRequest,
    /// Fewest uses of a name or a term.
    pub least: u32,
    /// Most proposals.
    pub limit: usize,
}

/// Proposals with ids that no entry has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extracted {
    /// The proposals, best first, each with an id for its entry.
    pub proposals: Vec<(String, Proposal)>,
    /// How many more there were.
    pub left_out: usize,
}

/// Proposes entries.
///
/// # Errors
///
/// Where a file, the project or a glossary cannot be used.
pub fn extract(session: &mut Session<'_>, request: &ExtractRequest) -> Result<Extracted, Stop> {
    let bench = bench(session, &request.check)?;
    let mut bitexts = Vec::new();
    each_bitext(session, &bench, &request.check, &mut |_, some| bitexts.extend(some))?;
    let mut proposed = extract::propose(&bitexts, &bench.glossary, &bench.matcher, request.least);
    if proposed.cut {
        session.note(Severity::Warning, too_much_text());
    }
    let left_out = proposed.proposals.len().saturating_sub(request.limit);
    proposed.proposals.truncate(request.limit);
    let mut taken: BTreeMap<String, usize> =
        bench.glossary.concepts.iter().map(|concept| (concept.id.clone(), 1)).collect();
    let with_id = |proposal: Proposal| (unique(&slug(&proposal.source.text), &mut taken), proposal);
    Ok(Extracted { proposals: proposed.proposals.into_iter().map(with_id).collect(), left_out })
}

/// Longest id, in characters.
const LONGEST: usize = 48;

/// An id made from a form: its letters without diacritics and its digits, with hyphens between words.
fn slug(form: &str) -> String {
    let mut out = String::new();
    for c in fold_diacritics(form).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    let slug = out.trim_end_matches('-');
    // Forms in other scripts have no letters that a bare key may hold.
    if slug.is_empty() { "entry".to_owned() } else { slug.to_owned() }
}

/// The id, or the first numbered one that is free.
fn unique(slug: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let mut number = taken.get(slug).copied().unwrap_or(0);
    loop {
        number += 1;
        let id = if number == 1 { slug.to_owned() } else { format!("{slug}-{number}") };
        // The number is remembered, so that a thousand forms of one slug are not tried a thousand times each.
        taken.insert(slug.to_owned(), number);
        if number == 1 || !taken.contains_key(&id) {
            taken.entry(id.clone()).or_insert(1);
            return id;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_and_no_two_alike() {
        let mut taken = BTreeMap::from([("cote-d-ivoire".to_owned(), 1)]);
        assert_eq!(unique(&slug("Côte d’Ivoire"), &mut taken), "cote-d-ivoire-2");
        assert_eq!(unique(&slug("Сирт"), &mut taken), "entry");
        assert_eq!(unique(&slug("Сабха"), &mut taken), "entry-2");
        assert!(slug(&"é".repeat(500)).len() <= LONGEST);
    }
}
