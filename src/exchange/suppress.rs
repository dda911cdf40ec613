//! Notes that silence rules in their unit: `visavis-ignore CODE[, CODE]: reason`.

use crate::document::Suppression;
use crate::text::Span;

/// The suppression in a note, if it holds one; a line of the note that begins with the word counts.
///
/// `visavis-ignore-file` silences `whole`, the rest `unit`.
pub(super) fn in_note(note: &str, at: Span, unit: Span, whole: Span) -> Option<Suppression> {
    let rest = note.lines().find_map(|line| line.trim().strip_prefix("visavis-ignore"))?;
    let (rest, scope) = match rest.strip_prefix("-file") {
        Some(rest) => (rest, whole),
        None => (rest, unit),
    };
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let codes = rest.split(':').next().unwrap_or_default();
    let rules =
        codes.split([',', ' ', '\t']).filter(|code| !code.is_empty()).map(str::to_owned).collect();
    Some(Suppression { at, rules, scope })
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
