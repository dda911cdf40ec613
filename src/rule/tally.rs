//! How often each concept of the glossary is used in a source, kept in its translation, and broken, and how.
//!
//! Counted from the judgement that the rules report from, so that the table and the findings agree: a use is what
//! the matcher found in the source; it is broken where the judgement says so; it is open where there is nothing to
//! judge (no translation yet, one to be reviewed, a target left in the source's language, or a concept that lists
//! no form for it); else it is kept. A text in one language is counted by itself: there, a forbidden or deprecated
//! form is a broken use and any other form a kept one.

use std::collections::BTreeMap;

use super::context::{Scanned, UnitScan};
use crate::bitext::{Bitext, Form, State, Unit};
use crate::document::Role;
use crate::glossary::{Concept, Glossary, Status};
use crate::term::{Fault, Judgement, TermHit};
use crate::text::Span;

/// The uses of one concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Uses in the source; in a text alone, in the text.
    pub used: usize,
    /// Uses whose translation is right.
    pub kept: usize,
    /// Uses that cannot be judged.
    pub open: usize,
    /// Uses with no form of the concept in the target.
    pub missing: usize,
    /// Uses rendered by a forbidden form.
    pub forbidden: usize,
    /// Uses rendered by a deprecated form.
    pub deprecated: usize,
    /// Uses left as they are in the source.
    pub untranslated: usize,
    /// Uses rendered with other diacritics or hyphens.
    pub spelling: usize,
    /// Uses rendered in another letter case.
    pub case: usize,
    /// Forbidden and deprecated forms in the target that face no use in the source; not among the uses.
    pub unasked: usize,
}

impl Tally {
    /// Uses whose translation is wrong.
    pub fn broken(&self) -> usize {
        self.missing
            + self.forbidden
            + self.deprecated
            + self.untranslated
            + self.spelling
            + self.case
    }

    /// Adds the counts of another text.
    pub fn add(&mut self, other: &Self) {
        self.used += other.used;
        self.kept += other.kept;
        self.open += other.open;
        self.missing += other.missing;
        self.forbidden += other.forbidden;
        self.deprecated += other.deprecated;
        self.untranslated += other.untranslated;
        self.spelling += other.spelling;
        self.case += other.case;
        self.unasked += other.unasked;
    }

    /// The uses that were judged and are right, in thousandths; `None` where none was judged.
    pub fn kept_per_mille(&self) -> Option<usize> {
        let judged = self.kept + self.broken();
        (judged > 0).then(|| (self.kept * 1000 + judged / 2) / judged)
    }

    fn break_by(&mut self, fault: Fault) {
        let count = match fault {
            Fault::Missing | Fault::NotKept => &mut self.missing,
            Fault::Untranslated { .. } => &mut self.untranslated,
            Fault::Forbidden { .. } => &mut self.forbidden,
            Fault::Deprecated { .. } => &mut self.deprecated,
            Fault::Spelling { .. } => &mut self.spelling,
            Fault::Case { .. } => &mut self.case,
        };
        *count += 1;
    }
}

/// Counts by concept (index into the glossary's concepts); concepts that no text speaks of are left out.
pub type Tallies = BTreeMap<usize, Tally>;

/// Counts the uses in the body of a bitext; locked and obsolete units are left out.
pub fn tally(bitext: &Bitext, scanned: &Scanned, glossary: &Glossary) -> Tallies {
    let mut counter = Counter { bitext, glossary, tallies: Tallies::new() };
    for (unit, scan) in bitext.units.iter().zip(&scanned.units) {
        if unit.role == Role::Body && unit.state != State::Skipped {
            counter.unit(unit, scan);
        }
    }
    counter.tallies
}

/// The concepts of a tally, those with most broken uses first; among equals the more used, then the glossary's order.
pub fn worst_first(tallies: &Tallies) -> Vec<(usize, Tally)> {
    let mut rows: Vec<(usize, Tally)> = tallies.iter().map(|(at, tally)| (*at, *tally)).collect();
    let weight = |tally: &Tally| tally.broken() + tally.unasked;
    rows.sort_by(|a, b| {
        (weight(&b.1), b.1.used).cmp(&(weight(&a.1), a.1.used)).then(a.0.cmp(&b.0))
    });
    rows
}

struct Counter<'c> {
    bitext: &'c Bitext,
    glossary: &'c Glossary,
    tallies: Tallies,
}

impl Counter<'_> {
    fn unit(&mut self, unit: &Unit, scan: &UnitScan) {
        if self.bitext.form == Form::Alone {
            return self.alone(&scan.judgement.target_hits);
        }
        let judged = unit.state == State::Translated
            && !scan.untranslated
            && !unit.source_text().trim().is_empty()
            && !unit.target_text().trim().is_empty();
        self.uses(&scan.judgement, judged);
        if unit.state == State::Translated && !scan.untranslated {
            self.unasked(&scan.judgement);
        }
    }

    fn uses(&mut self, judgement: &Judgement, judged: bool) {
        let faults: BTreeMap<Span, Fault> =
            judgement.verdicts.iter().map(|verdict| (verdict.source.span, verdict.fault)).collect();
        for hit in &judgement.source_hits {
            let Some(concept) = self.glossary.concepts.get(hit.concept) else { continue };
            let judged = judged && self.asks_for_a_form(concept);
            let tally = self.tallies.entry(hit.concept).or_default();
            tally.used += 1;
            match faults.get(&hit.span) {
                _ if !judged => tally.open += 1,
                Some(fault) => tally.break_by(*fault),
                None => tally.kept += 1,
            }
        }
    }

    fn asks_for_a_form(&self, concept: &Concept) -> bool {
        concept.do_not_translate
            || concept.terms_in(&self.bitext.target_lang).any(|term| term.status.is_approved())
    }

    /// Unwanted forms of the target that no verdict speaks of.
    fn unasked(&mut self, judgement: &Judgement) {
        let mut spoken_of: Vec<Span> =
            judgement.verdicts.iter().filter_map(|verdict| verdict.fault.span()).collect();
        spoken_of.sort_unstable();
        // Verdicts of one text do not overlap, so that only the neighbours can share a byte with a hit.
        let is_spoken_of = |span: Span| {
            let after = spoken_of.partition_point(|known| known.start() < span.end());
            spoken_of
                .get(..after)
                .and_then(<[Span]>::last)
                .is_some_and(|known| known.overlaps(span))
        };
        for hit in &judgement.target_hits {
            if self.is_unwanted(hit) && !is_spoken_of(hit.span) {
                self.tallies.entry(hit.concept).or_default().unasked += 1;
            }
        }
    }

    fn is_unwanted(&self, hit: &TermHit) -> bool {
        self.status(hit).is_some_and(|status| !status.is_approved())
    }

    fn status(&self, hit: &TermHit) -> Option<Status> {
        Some(self.glossary.concepts.get(hit.concept)?.terms.get(hit.term)?.status)
    }

    fn alone(&mut self, hits: &[TermHit]) {
        for hit in hits {
            let Some(status) = self.status(hit) else { continue };
            let tally = self.tallies.entry(hit.concept).or_default();
            tally.used += 1;
            match status {
                Status::Preferred | Status::Admitted => tally.kept += 1,
                Status::Deprecated => tally.deprecated += 1,
                Status::Forbidden => tally.forbidden += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitext::{Origin, Side};
    use crate::document::Kind;
    use crate::glossary::load;
    use crate::lang;
    use crate::term::Matcher;
    use crate::text::{Passage, SourceFile, SourceId};

    fn glossary() -> Glossary {
        let text = "[concept.truce]\nen = \"truce\"\n\
                    fr = { term = \"trêve\", deprecated = [\"suspension d’armes\"], forbidden = [\"armistice\"] }\n\
                    [concept.harbour]\nen = \"harbour\"\nfr = \"port\"\n\
                    [concept.bare]\nen = \"lighthouse\"\n";
        load(SourceId::new(0), &SourceFile::decode("g.toml", text.as_bytes()), None).glossary
    }

    fn unit(source: &str, target: &str, state: State) -> Unit {
        let side = |text: &str| {
            (!text.is_empty()).then(|| Side::File(Passage::verbatim(SourceId::new(0), text, 0)))
        };
        Unit {
            id: String::new(),
            source: side(source),
            target: side(target),
            role: Role::Body,
            kind: Kind::Paragraph,
            origin: Origin::Given,
            state,
            paragraph: 0,
            note: None,
        }
    }

    fn counted(units: Vec<Unit>, form: Form) -> Tallies {
        let tag = |tag| lang::parse(tag).unwrap();
        let bitext = Bitext {
            source_lang: tag(if form == Form::Alone { "fr" } else { "en" }),
            target_lang: tag("fr"),
            form,
            units,
            paragraphs: Vec::new(),
            suppressions: Vec::new(),
            translated: true,
        };
        let glossary = glossary();
        let scanned = Scanned::new(&bitext, &glossary, &Matcher::new(&glossary));
        tally(&bitext, &scanned, &glossary)
    }

    #[test]
    fn every_use_is_kept_broken_or_open() {
        let done = State::Translated;
        let tallies = counted(
            vec![
                unit("The truce holds in the town.", "La trêve tient dans la ville.", done),
                unit("The truce holds in the town.", "L’armistice tient dans la ville.", done),
                unit("The truce holds in the town.", "La suspension d’armes tient bon.", done),
                unit("The truce holds in the town.", "Tout est calme dans la ville.", done),
                unit("The truce holds in the town.", "La treve tient dans la ville.", done),
                unit("The truce holds in the town.", "", State::Untranslated),
                unit("The truce holds in the town.", "La trêve tient.", State::Fuzzy),
                unit("The truce holds in the town.", "La trêve tient.", State::Skipped),
                unit("Nobody sleeps in the town.", "L’armistice dure.", done),
                unit("The lighthouse is dark.", "Le phare est éteint.", done),
            ],
            Form::Exchange,
        );
        let truce = tallies[&0];
        assert_eq!((truce.used, truce.kept, truce.open), (7, 1, 2));
        assert_eq!((truce.missing, truce.forbidden, truce.deprecated), (1, 1, 1));
        assert_eq!((truce.spelling, truce.unasked), (1, 1));
        assert_eq!(truce.used, truce.kept + truce.broken() + truce.open);
        assert_eq!(truce.kept_per_mille(), Some(200));
        // A concept without a form in the target cannot be judged.
        assert_eq!((tallies[&2].used, tallies[&2].open), (1, 1));
        assert!(!tallies.contains_key(&1));
    }

    #[test]
    fn a_text_alone_is_counted_by_its_own_forms() {
        let texts = ["La trêve tient.", "L’armistice tient.", "La suspension d’armes tient."];
        let units = texts.map(|text| unit("", text, State::Translated)).into();
        let truce = counted(units, Form::Alone)[&0];
        assert_eq!((truce.used, truce.kept, truce.forbidden, truce.deprecated), (3, 1, 1, 1));
    }

    #[test]
    fn the_worst_come_first_and_equals_in_the_glossarys_order() {
        let of = |used, missing| Tally { used, missing, kept: used - missing, ..Tally::default() };
        let tallies = Tallies::from([(0, of(9, 0)), (1, of(2, 1)), (2, of(9, 0)), (3, of(5, 1))]);
        let order: Vec<usize> = worst_first(&tallies).into_iter().map(|(at, _)| at).collect();
        assert_eq!(order, [3, 1, 0, 2]);
    }
}
