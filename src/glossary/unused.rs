//! Entries that no text uses.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;

use super::Glossary;
use super::code;

crate::messages! { MESSAGES;
    entry = "glossary-unused-entry" (id);
}

/// The entries of which no text uses a form, by place; `used` are the numbers of the concepts that some text uses.
pub fn unused(glossary: &Glossary, used: &BTreeSet<usize>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (number, concept) in glossary.concepts.iter().enumerate() {
        if !used.contains(&number) {
            let severity = code::severity(code::UNUSED);
            let mut finding =
                Diagnostic::new(code::UNUSED, severity, concept.at, entry(concept.id.as_str()));
            finding.concept = Some(concept.id.clone());
            found.push(finding);
        }
    }
    found.sort_by_key(|finding| finding.primary.at);
    found
}
