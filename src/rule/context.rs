//! What a rule sees: the bitext, the glossary, and where the glossary's terms stand in the bitext.

use crate::bitext::{Bitext, Form, State, Unit};
use crate::document::{Kind, Role};
use crate::glossary::{Concept, Glossary};
use crate::segment::Segmenters;
use crate::term::{Fault, Flaw, Flaws, Judgement, Matcher, judge, take_up};
use crate::text::Passage;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::copies::Copies;

/// What is known of one unit before any rule has run.
#[derive(Debug)]
pub struct UnitScan {
    /// The glossary's terms on both sides, and what is wrong with them.
    pub judgement: Judgement,
    /// Approved forms with other accents, hyphens or capitals, in a text of one language.
    pub flaws: Vec<Flaw>,
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
        let alone = bitext.form == Form::Alone;
        let flaws = alone.then(|| Flaws::new(glossary, matcher, &bitext.target_lang));
        let scan = |unit: &Unit| UnitScan {
            judgement: judgement(bitext, unit, glossary, matcher),
            flaws: flaws.as_ref().map(|flaws| flaws_of(flaws, unit)).unwrap_or_default(),
            untranslated: copies.is_copy(unit.source_text(), unit.target_text()),
        };
        // Each unit is looked at by itself; the order of the results is that of the units.
        let mut units: Vec<UnitScan> = bitext.units.par_iter().map(scan).collect();
        take_up_from_before(bitext, glossary, matcher, &mut units);
        Self { units }
    }
}

/// Marks missing terms that a sentence's pronouns take up from the sentence before, in the same paragraph.
fn take_up_from_before(
    bitext: &Bitext,
    glossary: &Glossary,
    matcher: &Matcher,
    scans: &mut [UnitScan],
) {
    for (at, units) in bitext.units.windows(2).enumerate() {
        let ([before, unit], Some([scan_before, scan])) = (units, scans.get_mut(at..at + 2)) else {
            continue;
        };
        if before.paragraph != unit.paragraph || before.role != unit.role {
            continue;
        }
        let inert = unit.target_passage().map(|passage| passage.inert.as_slice());
        let (text, lang) = (unit.target_text(), &bitext.target_lang);
        let inert = inert.unwrap_or_default();
        let (judgement, known) = (&mut scan.judgement, &scan_before.judgement);
        take_up(matcher, glossary, judgement, known, text, lang, inert);
    }
}

/// Titles have capitals of their own, and code is no prose.
fn flaws_of(flaws: &Flaws<'_>, unit: &Unit) -> Vec<Flaw> {
    if unit.kind == Kind::Code {
        return Vec::new();
    }
    let inert = unit.target_passage().map(|passage| passage.inert.clone()).unwrap_or_default();
    let mut found = flaws.find(unit.target_text(), &inert);
    if matches!(unit.kind, Kind::Title | Kind::Heading) {
        found.retain(|flaw| !matches!(flaw.fault, Fault::Case { .. }));
    }
    found
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
    /// How sentences are cut, with what the project adds.
    pub segmenters: &'a Segmenters,
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
