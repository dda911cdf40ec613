//! Rules as SARIF describes them, taken from their pages.

use std::collections::BTreeSet;

use super::level;
use super::model::{Configuration, Described, Descriptor};
use crate::diagnostic::Diagnostic;
use crate::rule::{self, RuleMeta};

/// Every rule, and behind them the codes of findings that no rule made (files that cannot be read, faults of a
/// glossary).
pub(super) fn describe(found: &[Diagnostic]) -> Vec<Descriptor<'_>> {
    let rules = rule::metas();
    let known: BTreeSet<&str> = rules.iter().map(|meta| meta.code).collect();
    let others: BTreeSet<&str> =
        found.iter().map(|finding| finding.rule).filter(|code| !known.contains(code)).collect();
    let bare =
        |id| Descriptor { id, short_description: None, help: None, default_configuration: None };
    rules.into_iter().map(described).chain(others.into_iter().map(bare)).collect()
}

fn described(meta: &'static RuleMeta) -> Descriptor<'static> {
    let what = section(meta.doc, "## What it checks");
    let why = section(meta.doc, "## Why it matters");
    let first = what.split("\n\n").next().unwrap_or_default();
    let text = |text: String| (!text.is_empty()).then_some(text);
    let plain = text([what, why].join("\n\n").trim().to_owned());
    Descriptor {
        id: meta.code,
        short_description: text(first.replace('\n', " "))
            .map(|text| Described { text, markdown: None }),
        help: plain.map(|text| Described { text, markdown: Some(meta.doc.to_owned()) }),
        default_configuration: Some(Configuration { level: level(meta.severity) }),
    }
}

/// The text under a heading of a page, up to the next one.
fn section<'d>(doc: &'d str, heading: &str) -> &'d str {
    let mut parts = doc.split("\n## ");
    let name = heading.trim_start_matches("## ");
    parts
        .find_map(|part| part.strip_prefix(name)?.strip_prefix(['\n', '\r']))
        .unwrap_or_default()
        .trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_described_by_the_first_paragraph_of_its_page() {
        for meta in rule::metas() {
            let described = described(meta);
            let short = described.short_description.expect(meta.code).text;
            assert!(meta.doc.contains(&short) && short.ends_with(['.', ':']), "{short}");
            assert!(described.help.expect(meta.code).text.starts_with(&short));
        }
    }
}
