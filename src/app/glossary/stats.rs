//! `glossary stats`: how often each concept is used, kept and broken in the texts of a project or in files.

use super::no_glossary;
use crate::app::bench::{CheckRequest, bench};
use crate::app::check::each_bitext;
use crate::app::session::{Session, Stop};
use crate::glossary::Glossary;
use crate::rule::{Scanned, Tallies, Tally, tally, worst_first};

/// How concepts are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Those with most broken uses first.
    #[default]
    Worst,
    /// By id.
    Id,
}

/// The counts of one concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptCount {
    /// Its id.
    pub id: String,
    /// The form to be used in the source's language, else any of its forms.
    pub form: String,
    /// The counts.
    pub tally: Tally,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    /// The concepts that the texts speak of.
    pub concepts: Vec<ConceptCount>,
    /// All of them together.
    pub total: Tally,
    /// Concepts that no text speaks of.
    pub unused: usize,
    /// Files looked at.
    pub files: usize,
}

/// Counts the uses of the glossary's concepts.
///
/// # Errors
///
/// Where a file, the project or a glossary cannot be used, and where there is no glossary.
pub fn stats(
    session: &mut Session<'_>,
    request: &CheckRequest,
    order: Order,
) -> Result<Counted, Stop> {
    let bench = bench(session, request)?;
    if bench.project.settings.glossaries.is_empty() {
        return Err(session.stop(no_glossary("visavis.toml")));
    }
    let mut tallies = Tallies::new();
    let files = each_bitext(session, &bench, request, &mut |_, bitexts| {
        for bitext in &bitexts {
            let scanned = Scanned::new(bitext, &bench.glossary, &bench.matcher);
            for (concept, counts) in tally(bitext, &scanned, &bench.glossary) {
                tallies.entry(concept).or_default().add(&counts);
            }
        }
    })?;
    let source = bench.project.settings.source.as_ref();
    let mut total = Tally::default();
    let mut concepts = Vec::new();
    for (number, tally) in worst_first(&tallies) {
        let Some(concept) = bench.glossary.concepts.get(number) else { continue };
        total.add(&tally);
        let preferred = source.and_then(|lang| concept.preferred(lang));
        let form = preferred.or(concept.terms.first()).map_or("", |term| term.form.as_str());
        concepts.push(ConceptCount { id: concept.id.clone(), form: form.to_owned(), tally });
    }
    if order == Order::Id {
        concepts.sort_by(|a, b| a.id.cmp(&b.id));
    }
    let unused = unused(&bench.glossary, concepts.len());
    Ok(Counted { concepts, total, unused, files })
}

fn unused(glossary: &Glossary, used: usize) -> usize {
    glossary.concepts.len().saturating_sub(used)
}
