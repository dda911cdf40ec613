//! What a rule sees: the bitext, the glossary, and where the glossary's terms stand in the bitext.

use crate::bitext::{Bitext, State, Unit};
use crate::document::Role;
use crate::glossary::{Concept, Glossary};
use crate::term::{Judgement, Matcher, judge};
use crate::text::Passage;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::copies::Copies;

/// What is known of one unit before any rule has run.
#[derive(Debug)]
pub struct UnitScan {
    /// The glossary's terms on both sides, and what is wrong with them.
    pub judgement: Judgement,
    /// Is the target still in the source's language? Then every other fault of the unit is that one.
    pub untranslated: bool,
}

/// The glossary's terms in every unit of a bitext, found once for all rules.
#[derive(Debug, Default)]
pub struct Scanned {
    /// One for each unit, in order.
    pub units: Vec<UnitScan>,
}

impl Scanned {
    /// Looks the terms up in every unit.
    pub fn new(bitext: &Bitext, glossary: &Glossary, matcher: &Matcher) -> Self {
        let copies = Copies::new(&bitext.source_lang, &bitext.target_lang);
        let scan = |unit: &Unit| UnitScan {
            judgement: judgement(bitext, unit, glossary, matcher),
            untranslated: copies.is_copy(unit.source_text(), unit.target_text()),
        };
        // Each unit is looked at by itself; the order of the results is that of the units.
        Self { units: bitext.units.par_iter().map(scan).collect() }
    }
}

fn judgement(bitext: &Bitext, unit: &Unit, glossary: &Glossary, matcher: &Matcher) -> Judgement {
    let inert = |passage: Option<&Passage>| {
        passage.map(|passage| passage.inert.clone()).unwrap_or_default()
    };
    judge(
        matcher,
        glossary,
        unit.source_text(),
        &bitext.source_lang,
        &inert(unit.source_passage()),
        unit.target_text(),
        &bitext.target_lang,
        &inert(unit.target_passage()),
    )
}

/// What a rule sees.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The text and its translation.
    pub bitext: &'a Bitext,
    /// The terms in it.
    pub scanned: &'a Scanned,
    /// The termbase.
    pub glossary: &'a Glossary,
    /// The termbase, compiled.
    pub matcher: &'a Matcher,
}

impl<'a> Context<'a> {
    /// The units that rules are to look at, with the terms in them; locked and obsolete ones are left out.
    pub fn units(&self) -> impl Iterator<Item = (&'a Unit, &'a UnitScan)> + use<'a> {
        let (units, scanned) = (&self.bitext.units, &self.scanned.units);
        units.iter().zip(scanned).filter(|(unit, _)| unit.state != State::Skipped)
    }

    /// The same, of the body only.
    pub fn body(&self) -> impl Iterator<Item = (&'a Unit, &'a UnitScan)> + use<'a> {
        self.units().filter(|(unit, _)| unit.role == Role::Body)
    }

    /// The units of the body whose translation is to be held to the source: both sides stand there and are final,
    /// and the target is not the source left as it was.
    pub fn translated(&self) -> impl Iterator<Item = (&'a Unit, &'a UnitScan)> + use<'a> {
        self.body().filter(|(unit, scan)| {
            unit.state == State::Translated
                && !scan.untranslated
                && !unit.source_text().trim().is_empty()
                && !unit.target_text().trim().is_empty()
        })
    }

    /// A concept by its number; `None` never happens for numbers that the matcher gave.
    pub fn concept(&self, index: usize) -> Option<&'a Concept> {
        self.glossary.concepts.get(index)
    }
}
