//! Rules that compare the texts of a whole run, and the run that carries what they have seen.
//!
//! A [`ProjectRule`] holds its options and nothing else, as every rule does. What it has seen is kept in a
//! [`Survey`], which it makes anew for each run: every bitext is shown to it in turn ([`Survey::collect`]), and when the
//! last one is through, it reports ([`Survey::conclude`]). Three things keep that honest:
//!
//! - Bitexts are collected one after another in the order of the command, never in parallel, so that what is
//!   reported does not depend on the number of threads.
//! - A survey keeps places and the words it compares, never units or passages: its memory is bounded by the size of
//!   the texts, and texts may be dropped as soon as they are collected.
//! - A run over one document is a project of one: nothing is to be known of the others.
//!
//! Comments that silence rules are kept until the end too, because one may be written for a finding that only the
//! whole project shows.

use std::fmt::Debug;

use super::sink::Sink;
use super::suppress::Silencer;
use super::{Context, RuleMeta, RuleSet, Scanned, overlap, suppress};
use crate::bitext::Bitext;
use crate::diagnostic::{self, Diagnostic};
use crate::glossary::Glossary;
use crate::segment::Segmenters;
use crate::term::Matcher;

/// A rule that compares the bitexts of a run.
pub trait ProjectRule: Debug + Send + Sync {
    /// What it is called, how grave it is, what it says.
    fn meta(&self) -> &'static RuleMeta;

    /// What it keeps during one run, empty as yet.
    fn survey(&self) -> Box<dyn Survey>;
}

/// What a rule has seen of a run.
pub trait Survey: Debug {
    /// Looks at one more bitext.
    fn collect(&mut self, cx: &Context<'_>);

    /// Reports what all bitexts together show.
    fn conclude(self: Box<Self>, out: &mut Sink);
}

/// One run of the rules over the bitexts of a project.
#[derive(Debug)]
pub struct Run<'r> {
    rules: &'r RuleSet,
    surveys: Vec<(&'static RuleMeta, Box<dyn Survey>)>,
    silencer: Silencer,
}

impl<'r> Run<'r> {
    pub(super) fn new(rules: &'r RuleSet) -> Self {
        let surveys = rules.project.iter().map(|rule| (rule.meta(), rule.survey())).collect();
        Self { rules, surveys, silencer: Silencer::default() }
    }

    /// Runs every rule over a bitext; the findings that it shows by itself come sorted by place.
    pub fn check(
        &mut self,
        bitext: &Bitext,
        scanned: &Scanned,
        glossary: &Glossary,
        matcher: &Matcher,
        segmenters: &Segmenters,
    ) -> Vec<Diagnostic> {
        let cx = Context { bitext, scanned, glossary, matcher, segmenters };
        let found = self.rules.look(&cx);
        self.take(&cx, found)
    }

    /// As [`Run::check`], with what [`RuleSet::look`] has found in the bitext: bitexts may be looked at side by side,
    /// and have to be taken in one after another.
    pub fn take(&mut self, cx: &Context<'_>, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for (_, survey) in &mut self.surveys {
            survey.collect(cx);
        }
        overlap::one_each(cx.glossary, &mut found);
        self.silencer.take(&cx.bitext.suppressions);
        self.finished(cx.glossary, cx.matcher, found)
    }

    /// The findings that the bitexts show together, and those about comments that silence nothing.
    pub fn conclude(mut self, glossary: &Glossary, matcher: &Matcher) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (meta, survey) in std::mem::take(&mut self.surveys) {
            let mut sink = Sink::new(meta);
            survey.conclude(&mut sink);
            found.extend(sink.into_found());
        }
        let mut found = self.finished(glossary, matcher, found);
        let selection = &self.rules.selection;
        if selection.has(suppress::META.code) {
            let idle = self.silencer.idle(&super::rule_codes(), |code| selection.has(code));
            found.extend(self.finished(glossary, matcher, idle));
        }
        diagnostic::sort(&mut found);
        found
    }

    /// Drops what is silenced and grades the rest.
    fn finished(
        &mut self,
        glossary: &Glossary,
        matcher: &Matcher,
        found: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let mut found = self.silencer.keep(found);
        self.rules.grade(glossary, matcher, &mut found);
        diagnostic::sort(&mut found);
        found
    }
}
