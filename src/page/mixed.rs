//! Lines in two languages: a credit line whose label is the site's and whose sentence is the article's, and a sentence
//! with words that the markup says are in another language.
//!
//! A line is split at `|` and behind a label such as "Photo :"; its parts count only where their languages differ. The parts
//! that the markup tells stand in one region: they are one text.

use super::Part;
use super::detect::Detector;
use super::languages::Languages;
use crate::document::Role;
use crate::lang;
use crate::text::{Passage, Span};

/// Labels behind which the article's words begin.
const LABELS: &[&str] = &[
    "Photo :",
    "Photo:",
    "Photos :",
    "Photos:",
    "Image :",
    "Image:",
    "Légende :",
    "Caption:",
    "Crédit :",
    "Credit:",
    "Crédits :",
    "Credits:",
    "Source :",
    "Source:",
    "Vidéo :",
    "Video:",
    "Foto:",
    "Illustration :",
    "Illustration:",
];
/// Characters past which a line is no label with its text, but a paragraph.
const LONGEST: usize = 2000;

/// The parts of a line; none where it is in one language.
pub(super) fn parts(text: &str, languages: &Languages, pair: &Detector) -> Vec<Part> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let parts: Vec<Part> =
        pieces(text).into_iter().map(|piece| part(text, piece, languages, pair)).collect();
    let is = |part: &Part, lang: &Option<unic_langid::LanguageIdentifier>| matches!((&part.lang, lang), (Some(a), Some(b)) if lang::same(a, b));
    let mixed = parts.iter().any(|part| is(part, &languages.body))
        && parts.iter().any(|part| is(part, &languages.chrome));
    if mixed { parts } else { Vec::new() }
}

fn part(text: &str, (span, label): (Span, bool), languages: &Languages, pair: &Detector) -> Part {
    let lang = pair
        .detect(span.slice(text))
        .lang
        .or_else(|| label.then(|| languages.chrome.clone()).flatten());
    let body = lang.is_some() && lang == languages.body;
    Part { span, lang, role: if body { Role::Body } else { Role::Chrome } }
}

/// The parts of a text that holds words in another language than the rest, by its markup; none for any other.
pub(super) fn voices(
    passage: &Passage,
    role: Role,
    own: Option<&unic_langid::LanguageIdentifier>,
) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut push = |from: usize, to: usize, lang: Option<&unic_langid::LanguageIdentifier>| {
        let text = passage.text.get(from..to).unwrap_or_default();
        let lead = text.len() - text.trim_start().len();
        let span = Span::of(from + lead, from + lead + text.trim().len());
        if !span.is_empty() {
            parts.push(Part { span, lang: lang.cloned(), role });
        }
    };
    let mut from = 0;
    for foreign in &passage.foreign {
        let range = foreign.span.range();
        push(from, range.start, own);
        push(range.start, range.end, Some(&foreign.lang));
        from = range.end;
    }
    if from > 0 {
        push(from, passage.text.len(), own);
    }
    parts
}

/// The pieces of a line, and whether each is a label.
fn pieces(text: &str) -> Vec<(Span, bool)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for cell in text.split('|') {
        push_cell(text, start, cell, &mut pieces);
        start += cell.len() + 1;
    }
    pieces
}

fn push_cell(text: &str, start: usize, cell: &str, pieces: &mut Vec<(Span, bool)>) {
    let trimmed = cell.trim_start();
    let from = start + cell.len() - trimmed.len();
    let label = label(trimmed);
    push(text, from, from + label, true, pieces);
    push(text, from + label, start + cell.len(), false, pieces);
}

fn push(text: &str, from: usize, to: usize, label: bool, pieces: &mut Vec<(Span, bool)>) {
    let piece = text.get(from..to).unwrap_or_default();
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        pieces.push((Span::of(from + lead, from + lead + trimmed.len()), label));
    }
}

/// Length in bytes of the label that a cell begins with; a no-break space counts as a space.
fn label(cell: &str) -> usize {
    LABELS.iter().map(|label| matching(cell, label)).max().unwrap_or(0)
}

fn matching(cell: &str, label: &str) -> usize {
    let mut chars = cell.chars();
    for wanted in label.chars() {
        let found = chars.next().map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c });
        if found != Some(wanted) {
            return 0;
        }
    }
    cell.len() - chars.as_str().len()
}
