//! One fault, one finding: where two rules see the same fault of a name, the one that says more exactly what it is speaks.
//!
//! A name with one Cyrillic letter is neither as the glossary writes it nor spelled as any other name; a name in an
//! unlisted spelling is missing in its listed one. Rules know nothing of each other, so what they say of one place is
//! sorted out here, when all of them have spoken: mixed-script before the rules of spelling, and those, which name
//! the words that are wrong, before name-form, which only misses something in a sentence. Only rules that run take
//! part, so that a rule that is switched off silences no other.

use std::collections::{BTreeMap, BTreeSet};

use super::{mixed_script, name_form, name_untransliterated, name_variant};
use crate::diagnostic::Diagnostic;
use crate::glossary::Glossary;
use crate::text::{Location, SourceId, fold_case, words};

/// The rules that report a name by the words that stand for it.
const BY_WORDS: &[&str] = &[name_variant::CODE, name_untransliterated::CODE];

/// Drops what another finding of the same bitext says more exactly.
pub(super) fn one_each(glossary: &Glossary, found: &mut Vec<Diagnostic>) {
    let mixed = Mixed::of(found);
    // A name that is found by its words is not missing.
    let exact: BTreeSet<(String, String)> = found
        .iter()
        .filter(|found| BY_WORDS.contains(&found.rule))
        .filter_map(|found| Some((found.unit.clone()?, found.concept.clone()?)))
        .collect();
    if mixed.places.is_empty() && exact.is_empty() {
        return;
    }
    let forms = if mixed.places.is_empty() { BTreeMap::new() } else { forms(glossary) };
    found.retain(|found| {
        if BY_WORDS.contains(&found.rule) {
            return !mixed.covers(found.primary.at);
        }
        if found.message.id != name_form::MISSING {
            return true;
        }
        let (Some(unit), Some(concept)) = (&found.unit, &found.concept) else { return true };
        let own = forms.get(concept.as_str());
        !exact.contains(&(unit.clone(), concept.clone()))
            && !own.is_some_and(|own| mixed.mends(unit, own))
    });
}

/// Where words of mixed alphabets stand, and what they are mended to.
#[derive(Debug, Default)]
struct Mixed {
    /// The end of each place by its file and start, in bytes; words never overlap.
    places: BTreeMap<(SourceId, u32), u32>,
    /// The words as mended, folded, by unit.
    mended: BTreeMap<String, BTreeSet<String>>,
}

impl Mixed {
    fn of(found: &[Diagnostic]) -> Self {
        let mut mixed = Self::default();
        for found in found.iter().filter(|found| found.rule == mixed_script::CODE) {
            mixed.places.insert(
                (found.primary.at.source, found.primary.at.span.start()),
                found.primary.at.span.end(),
            );
            let edits = found.fix.iter().flat_map(|fix| &fix.edits);
            if let Some(unit) = &found.unit {
                let own = mixed.mended.entry(unit.clone()).or_default();
                own.extend(edits.map(|edit| fold_case(&edit.text)));
            }
        }
        mixed
    }

    fn covers(&self, at: Location) -> bool {
        let before = self.places.range(..(at.source, at.span.end())).next_back();
        before.is_some_and(|((source, _), end)| *source == at.source && *end > at.span.start())
    }

    /// Is a word of the unit, once mended, one of those?
    fn mends(&self, unit: &str, forms: &BTreeSet<String>) -> bool {
        self.mended.get(unit).is_some_and(|mended| mended.iter().any(|word| forms.contains(word)))
    }
}

/// The words of each name's forms, folded.
fn forms(glossary: &Glossary) -> BTreeMap<&str, BTreeSet<String>> {
    let names = glossary.concepts.iter().filter(|concept| concept.kind.is_name());
    let own = names.map(|concept| {
        let approved = concept.terms.iter().filter(|term| term.status.is_approved());
        let all = approved.flat_map(|term| words(&term.form).map(|word| fold_case(word.text)));
        (concept.id.as_str(), all.collect())
    });
    own.collect()
}
