//! `term-inconsistent`: one term, written in several ways that would each be right alone.
//!
//! A form that the glossary does not approve has a rule of its own, and preferred and admitted forms may be mixed. What
//! is left are the freedoms that every single use has: the capitals of a phrase (*Nations unies*, *Nations Unies*) and
//! the hyphens of a compound (*peace keeping*, *peace-keeping*), of which a project should make one choice. With
//! `strict = true`, preferred and admitted full forms are held to one choice as well; short forms and acronyms stand
//! for the full ones in any text. Titles and headings are left out, for their capitals are their own.

use std::collections::BTreeMap;

use super::options::Options;
use super::sink::{Spot, excerpt};
use super::{
    Context, FixAvailability, OptionError, ProjectRule, RuleMeta, RuleOptions, Sink, Survey,
    UnitScan,
};
use crate::bitext::{State, Unit};
use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::document::Kind;
use crate::glossary::{Status, TermRole};
use crate::term::{Fault, TermHit};
use crate::text::{Span, fold_token, words};

crate::messages! { MESSAGES;
    spelling = "term-inconsistent-spelling" (found, other);
    form = "term-inconsistent-form" (found, other);
}

const META: RuleMeta = RuleMeta {
    code: "term-inconsistent",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/term-inconsistent.md"),
    doc_fr: include_str!("../../docs/rules/fr/term-inconsistent.md"),
    messages: MESSAGES,
};

#[derive(Debug)]
pub(super) struct TermInconsistent {
    /// Are admitted forms beside preferred ones inconsistent?
    strict: bool,
}

impl TermInconsistent {
    /// The rule with its options.
    pub(super) fn new(options: &RuleOptions) -> Result<Self, OptionError> {
        let own = Options::new(META.code, options, &["strict"])?;
        Ok(Self { strict: own.flag("strict")? })
    }
}

impl ProjectRule for TermInconsistent {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn survey(&self) -> Box<dyn Survey> {
        Box::new(Seen { strict: self.strict, uses: BTreeMap::new() })
    }
}

/// What is to be one choice: a term of a concept in its spellings, or the full forms of a concept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Choice {
    Spelling { lang: String, concept: usize, term: usize },
    Form { lang: String, concept: usize },
}

#[derive(Debug)]
struct Seen {
    strict: bool,
    uses: BTreeMap<Choice, Vec<Use>>,
}

/// What is kept of a use.
#[derive(Debug)]
struct Use {
    /// What it chose.
    way: Way,
    /// Is that as the glossary lists it, or prefers it?
    listed: bool,
    spot: Spot,
    found: String,
    verbatim: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Shape(Vec<(bool, String)>),
    Term(usize),
}

impl Survey for Seen {
    fn collect(&mut self, cx: &Context<'_>) {
        let is_prose = |unit: &Unit| {
            unit.state == State::Translated
                && !matches!(unit.kind, Kind::Title | Kind::Heading | Kind::Code)
        };
        for (unit, scan) in cx.body().filter(|(unit, it)| is_prose(unit) && !it.untranslated) {
            for hit in sound(scan) {
                self.collect_use(cx, unit, hit);
            }
        }
    }

    fn conclude(self: Box<Self>, out: &mut Sink) {
        for uses in self.uses.values() {
            let Some(usual) = usual(uses) else { continue };
            for odd in uses.iter().filter(|odd| odd.way != usual.way) {
                report(odd, usual, out);
            }
        }
    }
}

/// The uses that no other rule finds fault with.
fn sound(scan: &UnitScan) -> impl Iterator<Item = &TermHit> {
    let faults = scan.judgement.verdicts.iter().map(|verdict| verdict.fault);
    let faults = faults.chain(scan.flaws.iter().map(|flaw| flaw.fault));
    let wrong: Vec<Span> = faults.filter_map(Fault::span).collect();
    let hits = scan.judgement.target_hits.iter();
    hits.filter(move |hit| !wrong.iter().any(|span| span.overlaps(hit.span)))
}

impl Seen {
    fn collect_use(&mut self, cx: &Context<'_>, unit: &Unit, hit: &TermHit) {
        let Some(concept) = cx.concept(hit.concept) else { return };
        let Some(term) = concept.terms.get(hit.term).filter(|term| term.status.is_approved())
        else {
            return;
        };
        let Some(passage) = unit.target_passage() else { return };
        let text = unit.target_text();
        let found = hit.span.slice(text);
        let spot = Spot {
            unit: unit.id.clone(),
            at: passage.locate(hit.span),
            source: None,
            target: Some(excerpt(text, hit.span)),
            concept: Some(concept.id.clone()),
        };
        let lang = cx.bitext.target_lang.language.to_string();
        let verbatim = passage.map.is_verbatim(hit.span);
        let found = found.to_owned();
        if self.strict && term.role == TermRole::Full {
            let choice = Choice::Form { lang: lang.clone(), concept: hit.concept };
            let (way, listed) = (Way::Term(hit.term), term.status == Status::Preferred);
            let own =
                Use { way, listed, spot: spot.clone(), found: found.clone(), verbatim: false };
            self.uses.entry(choice).or_default().push(own);
        }
        let (shape, wanted) = (shape(&found), shape(&term.form));
        if wanted.len() < 2 || is_shouted(&found) || !term.form.chars().any(char::is_uppercase) {
            return;
        }
        let choice = Choice::Spelling { lang, concept: hit.concept, term: hit.term };
        let listed = shape == wanted;
        self.uses.entry(choice).or_default().push(Use {
            way: Way::Shape(shape),
            listed,
            spot,
            found,
            verbatim,
        });
    }
}

/// Whether each word has a capital, and what stands before it. A sentence may give the first word its capital.
fn shape(text: &str) -> Vec<(bool, String)> {
    let mut end = 0;
    let mut shape = Vec::new();
    for word in words(text) {
        let between = Span::of(end, word.span.start() as usize).slice(text);
        end = word.span.end() as usize;
        let capital = word.text.chars().next().is_some_and(char::is_uppercase);
        shape.push((capital && !shape.is_empty(), fold_token(between)));
    }
    shape
}

fn is_shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// The use to go by, where there is a choice: the first as listed, else the first of the most frequent way.
fn usual(uses: &[Use]) -> Option<&Use> {
    let first = uses.first()?;
    if uses.iter().all(|other| other.way == first.way) {
        return None;
    }
    let mut counts: BTreeMap<&Way, usize> = BTreeMap::new();
    for own in uses {
        *counts.entry(&own.way).or_default() += 1;
    }
    let most = counts.values().copied().max();
    let frequent = || uses.iter().find(|own| counts.get(&own.way).copied() == most);
    uses.iter().find(|own| own.listed).or_else(frequent)
}

fn report(odd: &Use, usual: &Use, out: &mut Sink) {
    let right = match &usual.way {
        Way::Term(_) => None,
        Way::Shape(shape) => Some(shaped(&odd.found, shape)),
    };
    let message = match &right {
        None => form(&odd.found, &usual.found),
        Some(right) => spelling(&odd.found, right.as_ref().unwrap_or(&usual.found)),
    };
    let trust =
        if usual.listed && odd.verbatim { Applicability::Safe } else { Applicability::Unsafe };
    let fix = right
        .flatten()
        .map(|text| Fix { applicability: trust, edits: vec![Edit { at: odd.spot.at, text }] });
    let finding = out.report_at(&odd.spot, message);
    finding.fix = fix;
    finding.related.push(super::label(usual.spot.at));
}

/// The same words in another shape; `None` where the words are not as many.
fn shaped(found: &str, shape: &[(bool, String)]) -> Option<String> {
    let own: Vec<_> = words(found).collect();
    if own.len() != shape.len() {
        return None;
    }
    let mut out = String::with_capacity(found.len());
    for (at, (word, (capital, between))) in own.iter().zip(shape).enumerate() {
        out.push_str(between);
        let mut chars = word.text.chars();
        match chars.next() {
            Some(first) if at > 0 && *capital => out.extend(first.to_uppercase()),
            Some(first) if at > 0 => out.extend(first.to_lowercase()),
            first => out.extend(first),
        }
        out.push_str(chars.as_str());
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_brought_into_the_shape_of_others() {
        let listed = shape("Nations unies");
        assert_eq!(shaped("Nations Unies", &listed).as_deref(), Some("Nations unies"));
        assert_eq!(shaped("Nations", &listed), None);
        assert_eq!(shape("nations unies"), listed);
        assert_eq!(shape("Nations\u{A0}unies"), listed);
        assert_ne!(shape("Nations-unies"), listed);
    }
}
