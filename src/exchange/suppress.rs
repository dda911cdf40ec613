//! Notes that silence rules in their unit, with the directive that `document` reads.

use crate::document::{Suppression, directive};
use crate::text::Span;

/// The suppression in a note, if it holds one; a line of the note that begins with the word counts.
///
/// `visavis-ignore-file` silences `whole`, the rest `unit`.
pub(super) fn in_note(note: &str, at: Span, unit: Span, whole: Span) -> Option<Suppression> {
    let found = note.lines().find_map(directive)?;
    Some(Suppression { at, rules: found.rules, scope: if found.file { whole } else { unit } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_silences_its_unit_or_the_file() {
        let (at, unit, whole) = (Span::of(5, 9), Span::of(2, 20), Span::of(0, 99));
        let found = |note| in_note(note, at, unit, whole);
        let one = found("see mail\nvisavis-ignore term-missing, term-case: house style").unwrap();
        assert_eq!(one.rules, ["term-missing", "term-case"]);
        assert_eq!(one.scope, unit);
        assert_eq!(found("visavis-ignore").unwrap().rules, Vec::<String>::new());
        assert_eq!(found("visavis-ignore-file: generated").unwrap().scope, whole);
        assert_eq!(found("visavis-ignored"), None);
        assert_eq!(found("please do not ignore"), None);
    }
}
