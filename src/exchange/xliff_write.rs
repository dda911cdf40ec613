//! XLIFF 1.2, writing: valid against the strict schema of OASIS, one `file`, one `trans-unit` a unit.
//!
//! A unit's kind is its `restype`; the units of one paragraph stand in a `group`; a region that the kind does not
//! tell and the message of the chrome catalogue are contexts, and the message is also a note for the translator.
//! An open row has no `target`. Ids must differ (the schema's key): a repeated one gets `~2`, `~3` … appended.

use std::collections::BTreeMap;
use std::io;

use super::WriteContext;
use crate::bitext::{Bitext, Origin, State, Unit};
use crate::xml::escape;

/// The `restype` of a group that stands for a paragraph.
pub(super) const BLOCK: &str = "x-block";
/// The `from` of notes that the program writes.
pub(super) const TOOL: &str = "visavis";
/// The `context-type` of a unit's region.
pub(super) const ROLE: &str = "x-role";

/// Writes the whole file.
pub(super) fn write(
    bitext: &Bitext,
    cx: &WriteContext<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let original = cx.path.or(cx.title).unwrap_or("text");
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">"#)?;
    writeln!(
        out,
        r#"<file original="{}" source-language="{}" target-language="{}" datatype="plaintext" tool-id="{TOOL}">"#,
        escape::attribute(original),
        bitext.source_lang,
        bitext.target_lang,
    )?;
    header(cx, out)?;
    writeln!(out, "<body>")?;
    let mut ids = BTreeMap::new();
    let mut row = 0;
    for block in bitext.units.chunk_by(|a, b| a.paragraph == b.paragraph) {
        paragraph(block, row, &mut ids, out)?;
        row += block.len();
    }
    writeln!(out, "</body>\n</file>\n</xliff>")
}

fn header(cx: &WriteContext<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "<header>")?;
    if let Some(title) = cx.title {
        writeln!(out, r#"<note from="{TOOL}">{}</note>"#, escape::text(title))?;
    }
    let version = env!("CARGO_PKG_VERSION");
    writeln!(out, r#"<tool tool-id="{TOOL}" tool-name="{TOOL}" tool-version="{version}"/>"#)?;
    writeln!(out, "</header>")
}

fn paragraph(
    block: &[Unit],
    row: usize,
    ids: &mut BTreeMap<String, u32>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let number = block.first().map_or(0, |unit| unit.paragraph);
    // A single unit whose paragraph is its row needs no group: that is what a reader assumes.
    let grouped = block.len() > 1 || usize::try_from(number) != Ok(row);
    if grouped {
        writeln!(out, r#"<group restype="{BLOCK}" extradata="{number}">"#)?;
    }
    for unit in block {
        trans_unit(unit, ids, out)?;
    }
    if grouped {
        writeln!(out, "</group>")?;
    }
    Ok(())
}

fn trans_unit(
    unit: &Unit,
    ids: &mut BTreeMap<String, u32>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let id = unique(&escape::attribute(&unit.id), ids);
    write!(out, r#"<trans-unit id="{id}""#)?;
    if unit.state == State::Skipped {
        write!(out, r#" translate="no""#)?;
    }
    writeln!(out, r#" restype="x-{}" xml:space="preserve">"#, unit.kind.as_str())?;
    writeln!(out, "<source>{}</source>", escape::text(unit.source_text()))?;
    if let Some(target) = &unit.target {
        let state = state(unit.state).map_or(String::new(), |word| format!(r#" state="{word}""#));
        writeln!(out, "<target{state}>{}</target>", escape::text(target.text()))?;
    }
    contexts(unit, out)?;
    if let Some(note) = &unit.note {
        writeln!(out, "<note>{}</note>", escape::text(note))?;
    }
    writeln!(out, "</trans-unit>")
}

fn contexts(unit: &Unit, out: &mut dyn io::Write) -> io::Result<()> {
    let mut contexts = Vec::new();
    if unit.role != unit.kind.role() {
        contexts.push((ROLE, unit.role.as_str()));
    }
    if let Origin::Catalogue { message, tier } = &unit.origin {
        contexts.extend([("x-message", message.as_str()), ("x-tier", tier.as_str())]);
    }
    if contexts.is_empty() {
        return Ok(());
    }
    writeln!(out, r#"<context-group purpose="information">"#)?;
    for (kind, value) in contexts {
        writeln!(out, r#"<context context-type="{kind}">{}</context>"#, escape::text(value))?;
    }
    writeln!(out, "</context-group>")?;
    if let Origin::Catalogue { message, .. } = &unit.origin {
        writeln!(out, r#"<note from="{TOOL}">{}</note>"#, escape::text(message))?;
    }
    Ok(())
}

fn state(state: State) -> Option<&'static str> {
    match state {
        State::Translated => Some("translated"),
        State::Untranslated => Some("needs-translation"),
        State::Fuzzy => Some("needs-review-translation"),
        State::Skipped => None,
    }
}

/// An id that was not given yet. The count of an id goes on where its last repetition ended.
fn unique(id: &str, ids: &mut BTreeMap<String, u32>) -> String {
    let Some(mut count) = ids.get(id).copied() else {
        ids.insert(id.to_owned(), 1);
        return id.to_owned();
    };
    loop {
        count += 1;
        let candidate = format!("{id}~{count}");
        if !ids.contains_key(&candidate) {
            ids.insert(candidate.clone(), 1);
            ids.insert(id.to_owned(), count);
            return candidate;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_id_gets_a_number_that_is_free() {
        let mut ids = BTreeMap::new();
        let given: Vec<_> = ["a", "a~2", "a", "a", "b"].map(|id| unique(id, &mut ids)).into();
        assert_eq!(given, ["a", "a~2", "a~3", "a~4", "b"]);
    }
}
