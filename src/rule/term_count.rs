//! `term-count`: a term stands in the translation more often than in its source.
//!
//! The other direction is `term-missing`, which counts: a term used twice and rendered once is missing once. So this
//! rule speaks of the surplus only, and only where every use was rendered, and no fault is found twice. A translator
//! often says again what a pronoun said; hence one rendering more is passed over unless `spare` says otherwise, and
//! the rest is for information. What is in surplus faces nothing, and so no part of the source is pointed at.

use std::collections::{BTreeMap, BTreeSet};

use super::options::Options;
use super::{
    Context, FixAvailability, OptionError, Place, Rule, RuleMeta, RuleOptions, Sink, UnitScan,
};
use crate::bitext::Unit;
use crate::diagnostic::Severity;
use crate::text::Span;

crate::messages! { MESSAGES;
    surplus = "term-count-surplus" (term, source, target);
}

const META: RuleMeta = RuleMeta {
    code: "term-count",
    severity: Severity::Info,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-count.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-count.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermCount {
    /// Renderings more than uses that are passed over.
    spare: usize,
}

impl TermCount {
    /// The rule with its options.
    pub(super) fn new(options: &RuleOptions) -> Result<Self, OptionError> {
        let own = Options::new(META.code, options, &["spare"])?;
        Ok(Self { spare: own.number("spare", 1, 0..=100)? })
    }
}

impl Rule for TermCount {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for (unit, scan) in cx.translated() {
            self.check_unit(cx, unit, scan, out);
        }
    }
}

impl TermCount {
    fn check_unit(&self, cx: &Context<'_>, unit: &Unit, scan: &UnitScan, out: &mut Sink) {
        let judgement = &scan.judgement;
        let faulty: BTreeSet<usize> = judgement.verdicts.iter().map(|it| it.concept).collect();
        let mut used: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for hit in &judgement.source_hits {
            used.entry(hit.concept).or_default().push(hit.span);
        }
        let mut rendered: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for hit in &judgement.target_hits {
            let own = rendered.entry(hit.concept).or_default();
            if !own.last().is_some_and(|last| is_gloss(unit.target_text(), *last, hit.span)) {
                own.push(hit.span);
            }
        }
        let mut reported = BTreeSet::new();
        for (concept, uses) in used {
            let places = rendered.get(&concept).map(Vec::as_slice).unwrap_or_default();
            let Some(first) = places.get(uses.len() + self.spare) else { continue };
            if faulty.contains(&concept) || !reported.insert(*first) {
                continue;
            }
            let message = surplus(first.slice(unit.target_text()), uses.len(), places.len());
            if let Some(found) = out.report(unit, Place::Target(*first), message) {
                found.concept = cx.concept(concept).map(|concept| concept.id.clone());
            }
        }
    }
}

/// Does the second form stand in parentheses behind the first, as an acronym behind its long form?
fn is_gloss(text: &str, first: Span, second: Span) -> bool {
    let between = Span::of(first.end() as usize, second.start() as usize).slice(text);
    first.end() <= second.start() && between.trim() == "("
}
