//! Rules: what may be wrong with a bitext, one file a rule and one line in [`registry`].
//!
//! A rule sees the bitext and the glossary, never a file or its format; rules do not know each other and hold
//! options but no state. A [`Rule`] looks at one bitext; a [`ProjectRule`] compares those of a run, and what it has
//! seen is kept by the [`Run`]. [`RuleSet::begin`] begins one with the selected rules; it applies the severities that
//! were asked for, and drops what a comment silences.

mod acronym_late;
mod acronym_mismatch;
mod acronym_redefined;
mod acronym_undefined;
mod acronyms;
mod chrome_unpaired;
mod context;
mod copies;
mod date_order;
mod do_not_translate;
mod double_space;
mod glued_sentence;
mod longer_name;
mod meta;
mod mixed_script;
mod name_form;
mod name_inconsistent;
mod name_untransliterated;
mod name_variant;
mod no_break_space;
mod number_mismatch;
mod numbers;
mod options;
mod overlap;
mod placeholder_mismatch;
mod placeholders;
mod project;
mod proper;
mod raw_placeholder;
mod registry;
mod rewording;
mod sink;
mod spacing;
mod suppress;
mod tally;
mod term_case;
mod term_count;
mod term_deprecated;
mod term_forbidden;
mod term_inconsistent;
mod term_missing;
mod term_spelling;
mod term_untranslated;
mod unbalanced;
mod unit_inconsistent;
mod unit_missing;
mod unit_untranslated;
mod verdicts;

pub use context::{Context, Scanned, UnitScan};
pub use meta::{FixAvailability, RuleMeta};
pub use project::{ProjectRule, Run, Survey};
pub use registry::{all, metas, of_projects, rule_codes};
pub use sink::{Place, Sink, Spot};
pub use suppress::META as UNUSED_SUPPRESSION;
pub use suppress::Silencer;
pub use tally::{Tallies, Tally, tally, worst_first};

use std::collections::BTreeMap;
use std::fmt::Debug;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::glossary::Glossary;
use crate::message::Message;
use crate::message::MessageSpec;
use crate::term::Matcher;
use crate::text::Location;

/// A rule.
pub trait Rule: Debug + Send + Sync {
    /// What it is called, how grave it is, what it says.
    fn meta(&self) -> &'static RuleMeta;

    /// Looks at a bitext and reports what it finds.
    fn check(&self, cx: &Context<'_>, out: &mut Sink);
}

/// Which rules run and how grave their findings are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Codes, or prefixes such as `term`, or `all`.
    pub select: Vec<String>,
    /// Codes or prefixes left out.
    pub ignore: Vec<String>,
    /// Severities that replace the rules' own.
    pub severity: BTreeMap<String, Severity>,
}

impl Default for Selection {
    fn default() -> Self {
        Self { select: vec!["all".to_owned()], ignore: Vec::new(), severity: BTreeMap::new() }
    }
}

impl Selection {
    /// Does the rule run?
    pub fn has(&self, code: &str) -> bool {
        let names = |list: &[String]| list.iter().any(|name| covers(name, code));
        names(&self.select) && !names(&self.ignore)
    }
}

/// Does a name in a selection mean the rule: its code, a prefix of whole words of it, or `all`?
pub fn covers(name: &str, code: &str) -> bool {
    name == "all"
        || name == code
        || code.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
}

/// A rule's options could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionError {
    /// The rule.
    pub code: &'static str,
    /// What is wrong with them.
    pub message: Message,
}

/// Options by rule code, as they stand in the project file.
pub type RuleOptions = BTreeMap<String, toml::Table>;

/// The rules with their options, ready to run.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Box<dyn Rule>>,
    project: Vec<Box<dyn ProjectRule>>,
    selection: Selection,
}

impl RuleSet {
    /// Makes the rules that a selection asks for.
    ///
    /// # Errors
    ///
    /// Where a rule cannot use its options.
    pub fn new(options: &RuleOptions, selection: Selection) -> Result<Self, OptionError> {
        let (mut rules, mut project) = (all(options)?, of_projects(options)?);
        rules.retain(|rule| selection.has(rule.meta().code));
        project.retain(|rule| selection.has(rule.meta().code));
        Ok(Self { rules, project, selection })
    }

    /// Runs the rules that look at one bitext over one, side by side: rules do not know each other. The findings come
    /// in the order of the rules, nothing silenced or graded; [`Run::take`] is to be given them.
    pub fn look(&self, cx: &Context<'_>) -> Vec<Diagnostic> {
        let of_rules: Vec<Vec<Diagnostic>> = self
            .rules
            .par_iter()
            .map(|rule| {
                let mut sink = Sink::new(rule.meta());
                rule.check(cx, &mut sink);
                sink.into_found()
            })
            .collect();
        of_rules.into_iter().flatten().collect()
    }

    /// Begins a run over the bitexts of a project; one bitext is a project of one.
    pub fn begin(&self) -> Run<'_> {
        Run::new(self)
    }

    /// A concept's own severity wins over the rule's, and the project's over both. What is for information only says
    /// nothing against the concept's use, and stays so.
    fn grade(&self, glossary: &Glossary, matcher: &Matcher, found: &mut [Diagnostic]) {
        let graded = matcher.graded().iter().filter_map(|at| glossary.concepts.get(*at));
        let own: BTreeMap<&str, Severity> = graded
            .filter_map(|concept| concept.severity.map(|severity| (concept.id.as_str(), severity)))
            .collect();
        for finding in found {
            let concept = finding.concept.as_deref().filter(|_| finding.severity > Severity::Info);
            if let Some(severity) = concept.and_then(|id| own.get(id)) {
                finding.severity = *severity;
            }
            if let Some(severity) = self.selection.severity.get(finding.rule) {
                finding.severity = *severity;
            }
        }
    }
}

/// Everything that the rules may say.
pub(crate) fn messages() -> Vec<&'static [MessageSpec]> {
    metas().iter().map(|meta| meta.messages).chain([options::MESSAGES]).collect()
}

/// A further place of a finding, of which nothing is to be said.
fn label(at: Location) -> Label {
    Label { at, note: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_of_whole_words_names_a_family() {
        assert!(covers("term", "term-missing"));
        assert!(covers("all", "unit-missing"));
        assert!(!covers("te", "term-missing"));
        assert!(!covers("term-miss", "term-missing"));
    }
}
