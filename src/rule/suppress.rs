//! Comments that silence rules, those that silence nothing, and those that name no rule.

use std::collections::BTreeMap;

use super::{FixAvailability, RuleMeta, covers};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Suppression;
use crate::message::Message;
use crate::text::{Location, SourceId, Span};
use crate::toml_reader;

crate::messages! { MESSAGES;
    unused = "unused-suppression-nothing" (rules);
    unused_any = "unused-suppression-nothing-at-all" ();
    no_rule = "unused-suppression-no-rule" (code);
    no_rule_nearest = "unused-suppression-no-rule-nearest" (code, nearest);
}

/// `unused-suppression`: a comment that silences nothing.
pub const META: RuleMeta = RuleMeta {
    code: "unused-suppression",
    severity: Severity::Warning,
    fix: FixAvailability::Never,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/unused-suppression.md"),
    doc_fr: include_str!("../../docs/rules/fr/unused-suppression.md"),
    messages: MESSAGES,
};

/// The silencing comments of a run, and which of them have silenced something.
#[derive(Debug, Default)]
pub struct Silencer {
    comments: BTreeMap<SourceId, BTreeMap<Suppression, bool>>,
}

impl Silencer {
    /// Takes in the comments of a bitext's or a catalogue's files.
    pub fn take(&mut self, suppressions: &[(SourceId, Suppression)]) {
        for (source, suppression) in suppressions {
            let own = self.comments.entry(*source).or_default();
            own.entry(suppression.clone()).or_default();
        }
    }

    /// Drops what is silenced.
    ///
    /// A file may have as many comments as findings, and every comment may reach to its end; so neither is held to
    /// each of the other, but both to sorted tables, one for each rule that has found something in the file.
    pub fn keep(&mut self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut spans: BTreeMap<(SourceId, &'static str), Vec<Span>> = BTreeMap::new();
        for finding in &found {
            let Location { source, span } = finding.primary.at;
            if self.comments.contains_key(&source) {
                spans.entry((source, finding.rule)).or_default().push(span);
            }
        }
        let mut scopes: BTreeMap<(SourceId, &'static str), Scopes> = BTreeMap::new();
        for ((source, code), spans) in spans {
            let inner = Parts::new(spans);
            let mut reach = Vec::new();
            for (suppression, used) in self.comments.entry(source).or_default() {
                if names(&suppression.rules, code) {
                    *used |= inner.has_in(suppression.scope);
                    reach.push(suppression.scope);
                }
            }
            scopes.insert((source, code), Scopes::new(reach));
        }
        found.retain(|finding| {
            let Location { source, span } = finding.primary.at;
            scopes.get(&(source, finding.rule)).is_none_or(|scopes| !scopes.hold(span))
        });
        found
    }

    /// Findings about the comments that silenced nothing, and about codes of no rule. A comment for a rule that did
    /// not run (`runs` says which do) may well have its reason.
    pub fn idle(&self, known: &[&str], runs: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let may_silence = |suppression: &Suppression| {
            let mut ran = known.iter().filter(|code| runs(code));
            ran.any(|code| names(&suppression.rules, code))
        };
        let mut found = Vec::new();
        for (source, comments) in &self.comments {
            for (suppression, used) in comments {
                let at = Location { source: *source, span: suppression.at };
                let message = match unknown(suppression, known) {
                    Some(code) => unknown_message(code, known),
                    None if *used || !may_silence(suppression) => continue,
                    None if suppression.rules.is_empty() => unused_any(),
                    None => unused(suppression.rules.join(", ")),
                };
                found.push(Diagnostic::new(META.code, META.severity, at, message));
            }
        }
        found
    }
}

/// Spans by their start, each with the least end of it and those behind it: is there one within another span?
#[derive(Debug)]
struct Parts(Vec<(u32, u32)>);

impl Parts {
    fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut parts: Vec<(u32, u32)> =
            spans.iter().map(|span| (span.start(), span.end())).collect();
        let mut least = u32::MAX;
        for (_, end) in parts.iter_mut().rev() {
            least = least.min(*end);
            *end = least;
        }
        Self(parts)
    }

    fn has_in(&self, scope: Span) -> bool {
        let from = self.0.partition_point(|(start, _)| *start < scope.start());
        self.0.get(from).is_some_and(|(_, least)| *least <= scope.end())
    }
}

/// Spans by their start, each with the greatest end of it and those before it: does one hold another span?
#[derive(Debug)]
struct Scopes(Vec<(u32, u32)>);

impl Scopes {
    fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut scopes: Vec<(u32, u32)> =
            spans.iter().map(|span| (span.start(), span.end())).collect();
        let mut greatest = 0;
        for (_, end) in &mut scopes {
            greatest = greatest.max(*end);
            *end = greatest;
        }
        Self(scopes)
    }

    fn hold(&self, part: Span) -> bool {
        let upto = self.0.partition_point(|(start, _)| *start <= part.start());
        let last = upto.checked_sub(1).and_then(|at| self.0.get(at));
        last.is_some_and(|(_, greatest)| *greatest >= part.end())
    }
}

fn names(rules: &[String], code: &str) -> bool {
    rules.is_empty() || rules.iter().any(|name| covers(name, code))
}

/// The first code of a comment that no rule has.
fn unknown<'s>(suppression: &'s Suppression, known: &[&str]) -> Option<&'s str> {
    let is_known = |name: &String| known.iter().any(|code| covers(name, code));
    suppression.rules.iter().find(|name| !is_known(name)).map(String::as_str)
}

fn unknown_message(code: &str, known: &[&str]) -> Message {
    match toml_reader::nearest(code, known) {
        Some(nearest) => no_rule_nearest(code, nearest),
        None => no_rule(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    const KNOWN: [&str; 2] = ["number-mismatch", "term-missing"];

    fn silencer(rules: &[&str]) -> Silencer {
        let rules = rules.iter().map(|rule| (*rule).to_owned()).collect();
        let suppression = Suppression { at: Span::of(0, 5), rules, scope: Span::of(10, 20) };
        Silencer { comments: [(SourceId::new(0), [(suppression, false)].into())].into() }
    }

    fn said(silencer: &Silencer, runs: impl Fn(&str) -> bool) -> Vec<Message> {
        silencer.idle(&KNOWN, runs).into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn a_code_of_no_rule_is_said_with_the_nearest() {
        let all = |_: &str| true;
        let nearest = no_rule_nearest("term-mising", "term-missing");
        assert_eq!(said(&silencer(&["term-mising"]), all), [nearest]);
        assert_eq!(said(&silencer(&["xyzzy"]), all), [no_rule("xyzzy")]);
        assert_eq!(said(&silencer(&["term"]), all), [unused("term")]);
    }

    #[test]
    fn a_comment_for_a_rule_that_did_not_run_is_not_idle() {
        let some = |code: &str| code == "number-mismatch";
        assert_eq!(said(&silencer(&["term-missing"]), some), []);
        assert_eq!(said(&silencer(&[]), some), [unused_any()]);
    }

    #[test]
    fn as_many_comments_as_findings_cost_no_more_than_both() {
        const MANY: usize = 100_000;
        let reach = |at: usize| Suppression {
            at: Span::of(at, at + 1),
            rules: vec!["term".to_owned()],
            scope: Span::of(at + 1, 2 * MANY),
        };
        let mut silencer = Silencer {
            comments: [(SourceId::new(0), (0..MANY).map(|at| (reach(2 * at), false)).collect())]
                .into(),
        };
        let finding = |at: usize| {
            let at = Location { source: SourceId::new(0), span: Span::of(at, at + 2) };
            Diagnostic::new("term-missing", Severity::Error, at, unused_any())
        };
        let kept = silencer.keep((0..MANY).map(|at| finding(2 * at)).collect());
        assert_eq!(kept, [finding(0)]);
        assert_eq!(said(&silencer, |_| true).len(), 1);
    }

    #[test]
    fn what_silences_is_used() {
        let mut silencer = silencer(&["term"]);
        let finding = |start, end| {
            let at = Location { source: SourceId::new(0), span: Span::of(start, end) };
            Diagnostic::new("term-missing", Severity::Error, at, unused_any())
        };
        let kept = silencer.keep(vec![finding(12, 14), finding(15, 25)]);
        assert_eq!(kept, [finding(15, 25)]);
        assert_eq!(said(&silencer, |_| true), []);
    }
}
