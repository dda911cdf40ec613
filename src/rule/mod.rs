//! Rules: what may be wrong with a bitext, one file a rule and one line in [`registry`].
//!
//! A rule sees the bitext and the glossary, never a file or its format; rules do not know each other and hold
//! options but no state. [`RuleSet::check`] runs the selected ones, applies the severities that were asked for, and drops
//! what a comment silences.

mod acronym_late;
mod acronym_mismatch;
mod acronym_undefined;
mod acronyms;
mod chrome_unpaired;
mod context;
mod copies;
mod glued_sentence;
mod meta;
mod name_form;
mod number_mismatch;
mod numbers;
mod placeholder_mismatch;
mod placeholders;
mod registry;
mod rewording;
mod sink;
mod suppress;
mod term_deprecated;
mod term_forbidden;
mod term_missing;
mod term_untranslated;
mod unit_missing;
mod unit_untranslated;
mod verdicts;

pub use context::{Context, Scanned, UnitScan};
pub use meta::{FixAvailability, RuleMeta};
pub use registry::{all, metas, rule_codes};
pub use sink::{Place, Sink};
pub use suppress::META as UNUSED_SUPPRESSION;

use std::collections::BTreeMap;
use std::fmt::Debug;

use crate::bitext::Bitext;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::glossary::Glossary;
use crate::message::Message;
use crate::message::MessageSpec;
use crate::term::Matcher;

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
    selection: Selection,
}

impl RuleSet {
    /// Makes the rules that a selection asks for.
    ///
    /// # Errors
    ///
    /// Where a rule cannot use its options.
    pub fn new(options: &RuleOptions, selection: Selection) -> Result<Self, OptionError> {
        let mut rules = all(options)?;
        rules.retain(|rule| selection.has(rule.meta().code));
        Ok(Self { rules, selection })
    }

    /// Runs every rule over a bitext; the findings come sorted by place.
    pub fn check(
        &self,
        bitext: &Bitext,
        scanned: &Scanned,
        glossary: &Glossary,
        matcher: &Matcher,
    ) -> Vec<Diagnostic> {
        let cx = Context { bitext, scanned, glossary, matcher };
        let mut found = Vec::new();
        for rule in &self.rules {
            let mut sink = Sink::new(rule.meta());
            rule.check(&cx, &mut sink);
            found.extend(sink.into_found());
        }
        let mut found = suppress::apply(bitext, found, self.selection.has(suppress::META.code));
        self.grade(glossary, &mut found);
        diagnostic::sort(&mut found);
        found
    }

    /// A concept's own severity wins over the rule's, and the project's over both.
    fn grade(&self, glossary: &Glossary, found: &mut [Diagnostic]) {
        let own: BTreeMap<&str, Severity> = glossary
            .concepts
            .iter()
            .filter_map(|concept| concept.severity.map(|severity| (concept.id.as_str(), severity)))
            .collect();
        for finding in found {
            if let Some(severity) = finding.concept.as_deref().and_then(|id| own.get(id)) {
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
    let rules = all(&RuleOptions::new()).unwrap_or_default();
    let own = rules.iter().map(|rule| rule.meta().messages);
    own.chain([UNUSED_SUPPRESSION.messages]).collect()
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
