//! `name-inconsistent`: one name that no glossary lists, spelled in two ways in one project.
//!
//! Nobody says which spelling is right; that of the majority is proposed. Different people may have names that sound
//! alike, so two spellings are taken for one name only where nothing speaks against it: they never stand in one
//! sentence, their first names agree, and where there is a source, it has one spelling for both.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use unic_langid::LanguageIdentifier;

use super::proper::{Ordinary, Proper, is_derived, is_slip, propers};
use super::sink::{Spot, excerpt};
use super::{
    Context, FixAvailability, ProjectRule, RuleMeta, Sink, Survey, UnitScan, name_variant,
};
use crate::bitext::{State, Unit};
use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::names::Names;
use crate::page::script_of;
use crate::term::Likeness;
use crate::text::{Passage, Word, fold_case, words};

crate::messages! { MESSAGES;
    inconsistent = "name-inconsistent-spellings" (found, usual, count, usual_count);
}

const META: RuleMeta = RuleMeta {
    code: "name-inconsistent",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/name-inconsistent.md"),
    doc_fr: include_str!("../../docs/rules/fr/name-inconsistent.md"),
    messages: MESSAGES,
};

/// Fewest letters of a name.
const LETTERS: usize = 5;
/// Least chance that two spellings are one name: where the source has one spelling for both, and where it cannot be asked.
const FACED: f64 = 0.5;
const SURE: f64 = 0.9;
/// Titles, ranks and offices, which are no first names; only asked, never listed.
static TITLES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("data/titles.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Most spellings of a project, in one language, that are compared with each other.
const SPELLINGS: usize = 20_000;
/// Most uses of a spelling for which the source is asked, and most first names that are compared.
const ASKED: usize = 8;

#[derive(Debug)]
pub(super) struct NameInconsistent;

impl ProjectRule for NameInconsistent {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn survey(&self) -> Box<dyn Survey> {
        Box::new(Seen::default())
    }
}

/// What is kept of a run.
#[derive(Debug, Default)]
struct Seen {
    /// Spellings by language.
    langs: BTreeMap<String, BTreeMap<String, Spelling>>,
    /// How many units were seen.
    units: usize,
    /// The names in the sources of units that may be asked, folded; `None` where there is no source.
    sources: BTreeMap<usize, Option<Vec<String>>>,
}

/// A spelling and where it stands.
#[derive(Debug, Default)]
struct Spelling {
    uses: Vec<Use>,
    /// Words before it in its run of capitals, folded: first names.
    before: BTreeSet<String>,
    /// Does it stand where not every word has a capital?
    inside: bool,
}

#[derive(Debug)]
struct Use {
    /// Number of the unit in the run.
    at: usize,
    spot: Spot,
}

/// A spelling with its text.
type Named<'s> = (&'s str, &'s Spelling);

impl Survey for Seen {
    fn collect(&mut self, cx: &Context<'_>) {
        let lang = &cx.bitext.target_lang;
        let units = || {
            cx.body().filter(|(unit, scan)| unit.state == State::Translated && !scan.untranslated)
        };
        let ordinary = Ordinary::new(units().map(|(unit, _)| unit.target_text()), lang);
        let mut document =
            Document { seen: self, cx, lang, ordinary: &ordinary, known: BTreeMap::new() };
        for (unit, scan) in units() {
            document.collect(unit, scan);
        }
    }

    fn conclude(mut self: Box<Self>, out: &mut Sink) {
        let langs = std::mem::take(&mut self.langs);
        for (tag, all) in &langs {
            let lang = tag.parse().unwrap_or_default();
            let known = all.iter().filter(|(_, spelling)| spelling.inside).take(SPELLINGS);
            let known: Vec<Named<'_>> = known.map(|(name, own)| (name.as_str(), own)).collect();
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            for group in Names::shipped().group(&names).into_iter().filter(|it| it.len() > 1) {
                let group = group.into_iter().filter_map(|at| known.get(at).copied());
                self.hold(group.collect(), &lang, out);
            }
        }
    }
}

/// A document that is being searched.
struct Document<'a> {
    seen: &'a mut Seen,
    cx: &'a Context<'a>,
    lang: &'a LanguageIdentifier,
    ordinary: &'a Ordinary,
    /// What listed names spellings are like.
    known: BTreeMap<&'a str, Vec<Likeness>>,
}

impl<'a> Document<'a> {
    /// Keeps the unlisted names of a unit's target.
    fn collect(&mut self, unit: &'a Unit, scan: &UnitScan) {
        let at = self.seen.units;
        self.seen.units += 1;
        let Some(passage) = unit.target_passage() else { return };
        let mut previous: Option<Proper<'_>> = None;
        for proper in propers(&passage.text, self.lang) {
            let before = previous.filter(|previous| previous.run == proper.run);
            previous = Some(proper);
            if self.is_unlisted(&proper, passage, scan) {
                self.keep(at, unit, passage, &proper, before);
            }
        }
    }

    fn is_unlisted(&mut self, proper: &Proper<'a>, passage: &Passage, scan: &UnitScan) -> bool {
        let hits = &scan.judgement.target_hits;
        !hits.iter().any(|hit| hit.span.overlaps(proper.span))
            && !passage.is_aside(proper.span)
            && is_long(proper.text)
            && is_of_one_script(proper.text)
            && !self.ordinary.has(proper.text, self.lang)
            && !self.is_variant(proper.text, scan)
    }

    /// Is it a spelling of a listed name? Then name-variant speaks of it.
    fn is_variant(&mut self, text: &'a str, scan: &UnitScan) -> bool {
        let Some(names) = self.cx.matcher.names(self.cx.glossary, self.lang) else { return false };
        let faced = |own: &Likeness| {
            scan.judgement.source_hits.iter().any(|hit| hit.concept == own.concept)
        };
        let like = self.known.entry(text).or_insert_with(|| names.like(text));
        like.iter().any(|own| own.score >= name_variant::SURE || faced(own))
    }

    fn keep(
        &mut self,
        at: usize,
        unit: &Unit,
        passage: &Passage,
        proper: &Proper<'_>,
        before: Option<Proper<'_>>,
    ) {
        let all = self.seen.langs.entry(self.lang.to_string()).or_default();
        let spelling = all.entry(proper.text.to_owned()).or_default();
        if spelling.uses.len() < ASKED
            && let Entry::Vacant(slot) = self.seen.sources.entry(at)
        {
            slot.insert(names_in(unit.source_text()));
        }
        let spot = Spot {
            unit: unit.id.clone(),
            at: passage.locate(proper.span),
            source: None,
            target: Some(excerpt(unit.target_text(), proper.span)),
            concept: None,
        };
        spelling.uses.push(Use { at, spot });
        spelling.inside |= !proper.initial;
        let first = before.map(|before| (before.text, fold_case(before.text)));
        let first = first.filter(|(text, folded)| {
            !self.ordinary.has(text, self.lang) && !TITLES.contains(folded.as_str())
        });
        spelling.before.extend(first.map(|(_, folded)| folded));
    }
}

/// The names in a source, folded; `None` where there is none.
fn names_in(source: &str) -> Option<Vec<String>> {
    if source.trim().is_empty() {
        return None;
    }
    let names = propers(source, &LanguageIdentifier::default()).into_iter();
    let bare = names.map(|name| name.text.trim_end_matches("’s").trim_end_matches("'s"));
    Some(bare.map(fold_case).collect())
}

impl Seen {
    /// Reports what of a group is one name in several spellings.
    fn hold(&self, mut group: Vec<Named<'_>>, lang: &LanguageIdentifier, out: &mut Sink) {
        // The most frequent first; of equals, that which comes first in the text.
        group.sort_by_key(|(_, spelling)| {
            let first = spelling.uses.first().map(|found| (found.at, found.spot.at));
            (std::cmp::Reverse(spelling.uses.len()), first)
        });
        let Some((usual, rest)) = group.split_first() else { return };
        for odd in rest.iter().filter(|odd| self.is_same(usual, odd, lang)) {
            report(usual, odd, out);
        }
    }

    /// Are two spellings one name, as far as can be told?
    fn is_same(&self, usual: &Named<'_>, odd: &Named<'_>, lang: &LanguageIdentifier) -> bool {
        let (a, b) = (fold_case(usual.0), fold_case(odd.0));
        if a == b
            || is_part(&a, &b)
            || is_derived(&a, &b)
            || Names::shipped().are_inflections(&a, &b, lang)
            || together(usual.1, odd.1)
            || !agree(&usual.1.before, &odd.1.before)
        {
            return false;
        }
        let score = Names::shipped().compare(usual.0, odd.0).score;
        match self.in_source(usual, odd) {
            Some(one) => one && score >= FACED,
            None => score >= SURE || (score >= FACED && is_slip(&a, &b)),
        }
    }

    /// Has the source one spelling where the target has the two? `None` where there is no source to ask.
    fn in_source(&self, usual: &Named<'_>, odd: &Named<'_>) -> Option<bool> {
        let facing = |(name, spelling): &Named<'_>| -> Option<BTreeSet<&str>> {
            let mut out = BTreeSet::new();
            for found in spelling.uses.iter().take(ASKED) {
                let own = self.sources.get(&found.at)?.as_deref()?;
                let alike = own.iter().filter(|word| Names::shipped().compare(name, word).same);
                out.extend(alike.map(String::as_str));
            }
            Some(out)
        };
        let (usual, odd) = (facing(usual)?, facing(odd)?);
        Some(usual.len() == 1 && usual == odd)
    }
}

fn is_long(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS
}

/// A word of two alphabets is a fault of its own.
fn is_of_one_script(text: &str) -> bool {
    let mut scripts = text.chars().filter_map(script_of);
    let first = scripts.next();
    scripts.all(|script| Some(script) == first)
}

/// Has one of them all the parts of the other (Trump, pro-Trump)?
fn is_part(a: &str, b: &str) -> bool {
    let parts = |text| words(text).map(|word: Word<'_>| word.text).collect::<BTreeSet<&str>>();
    let (a, b) = (parts(a), parts(b));
    a.is_subset(&b) || b.is_subset(&a)
}

/// Do both stand in one sentence? Then a writer tells them apart.
fn together(a: &Spelling, b: &Spelling) -> bool {
    let own: BTreeSet<usize> = a.uses.iter().map(|found| found.at).collect();
    b.uses.iter().any(|found| own.contains(&found.at))
}

/// Do the first names agree, as far as there are any?
fn agree(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    if a.is_empty() || b.is_empty() {
        return true;
    }
    a.iter()
        .take(ASKED)
        .any(|a| b.iter().take(ASKED).any(|b| a == b || Names::shipped().compare(a, b).same))
}

fn report(usual: &Named<'_>, odd: &Named<'_>, out: &mut Sink) {
    let (most, least) = (usual.1.uses.len(), odd.1.uses.len());
    for found in &odd.1.uses {
        let edit = Edit { at: found.spot.at, text: usual.0.to_owned() };
        let finding = out.report_at(&found.spot, inconsistent(odd.0, usual.0, least, most));
        finding.fix = Some(Fix { applicability: Applicability::Suggestion, edits: vec![edit] });
        finding.related.extend(usual.1.uses.first().map(|first| super::label(first.spot.at)));
    }
}
