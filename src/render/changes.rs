//! What a fix changes in a text, as stretches of the text and what takes their place.
//!
//! A word diff is shown only where the two texts are alike enough; of two that are not, a reader makes out neither,
//! and they are shown one under the other.

use crate::diff;
use crate::diff::Change;
use crate::text::Span;

/// Longest text, in bytes, whose words are compared; the comparison may take time in the square of a text's words.
const MAX_COMPARED: usize = 16 * 1024;
/// Least share of the longer text that must stay, in hundredths. Below one half most of what is shown is marks.
const MIN_KEPT: usize = 50;

/// A stretch of the old text and what takes its place; one of the two may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    /// Bytes of the old text.
    pub(super) removed: Span,
    /// What is put there.
    pub(super) added: String,
}

/// What makes `old` into `new`, in order; `None` where they are too little alike.
///
/// Changes with nothing between them but white space, a hyphen or an apostrophe are one change; of words that differ
/// in the signs and spaces round them only, these alone are changed.
pub(super) fn replacements(old: &str, new: &str) -> Option<Vec<Replacement>> {
    if old.len().max(new.len()) > MAX_COMPARED {
        return None;
    }
    let mut out: Vec<Replacement> = Vec::new();
    let (mut at, mut kept) = (0, 0);
    // White space since the last change, still open to be part of it.
    let mut gap: Option<String> = None;
    for run in diff::words(old, new) {
        let len = run.text.len();
        match run.change {
            Change::Kept => {
                kept += len;
                gap = (!out.is_empty() && run.text.trim_matches(is_link).is_empty())
                    .then_some(run.text);
                at += len;
            }
            change => {
                let joins = gap.is_some()
                    || out.last().is_some_and(|last| last.removed.end() as usize == at);
                match out.last_mut().filter(|_| joins) {
                    Some(last) => {
                        last.added.push_str(&gap.take().unwrap_or_default());
                        last.removed = last.removed.cover(Span::of(at, at));
                    }
                    None => {
                        out.push(Replacement { removed: Span::of(at, at), added: String::new() });
                    }
                }
                let Some(last) = out.last_mut() else { continue };
                if change == Change::Removed {
                    at += len;
                    last.removed = last.removed.cover(Span::of(at, at));
                } else {
                    last.added.push_str(&run.text);
                }
            }
        }
    }
    for change in &mut out {
        change.narrow(old);
    }
    (kept * 100 >= old.len().max(new.len()) * MIN_KEPT).then_some(out)
}

/// What may stand between two changes that are one for the eye.
fn is_link(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’')
}

impl Replacement {
    /// Leaves out what both texts share where the rest is no word. (A word of UAX 29 may hold a narrow no-break space.)
    fn narrow(&mut self, old: &str) {
        let removed = self.removed.slice(old);
        let front = shared(removed.chars(), self.added.chars());
        let (rest, added) =
            (removed.get(front..).unwrap_or_default(), self.added.get(front..).unwrap_or_default());
        let back = shared(rest.chars().rev(), added.chars().rev());
        let (rest, added) = (
            rest.get(..rest.len() - back).unwrap_or_default(),
            added.get(..added.len() - back).unwrap_or_default(),
        );
        if !rest.contains(char::is_alphanumeric) && !added.contains(char::is_alphanumeric) {
            let start = self.removed.range().start + front;
            self.removed = Span::of(start, start + rest.len());
            self.added = added.to_owned();
        }
    }
}

/// How many bytes two texts share from their start.
fn shared(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> Vec<(String, String)> {
        let found = replacements(old, new).unwrap();
        found.iter().map(|one| (one.removed.slice(old).to_owned(), one.added.clone())).collect()
    }

    #[test]
    fn neighbouring_changes_are_one() {
        assert_eq!(
            shown(
                "Le président de la Russie du Nord parle.",
                "Le président de la Suisse du Sud parle."
            ),
            [("Russie".to_owned(), "Suisse".to_owned()), ("Nord".to_owned(), "Sud".to_owned())]
        );
        assert_eq!(
            shown(
                "Il vit au bord un ours gris dans la forêt.",
                "Il vit au bord deux loups gris dans la forêt."
            ),
            [("un ours".to_owned(), "deux loups".to_owned())]
        );
    }

    #[test]
    fn signs_and_names_change_whole_and_spaces_alone() {
        let change = |removed: &str, added: &str| (removed.to_owned(), added.to_owned());
        assert_eq!(
            shown("« Nous y sommes enfin »", "«\u{202F}Nous y sommes enfin »"),
            [change(" ", "\u{202F}")]
        );
        assert_eq!(
            shown("Hier le chef al-Serraj a parlé", "Hier le chef el-Sarraj a parlé"),
            [change("al-Serraj", "el-Sarraj")]
        );
    }

    #[test]
    fn replacements_make_the_new_text() {
        for (old, new) in [
            ("a b c d e f g", "a b x d e y g"),
            ("un deux trois quatre", "deux trois quatre cinq"),
            ("l’armée à 20 % du pays", "l’armée à 20\u{202F}% du pays"),
            ("", ""),
        ] {
            let mut built = String::new();
            let mut at = 0;
            for one in replacements(old, new).unwrap() {
                built.push_str(old.get(at..one.removed.range().start).unwrap());
                built.push_str(&one.added);
                at = one.removed.end() as usize;
            }
            built.push_str(old.get(at..).unwrap());
            assert_eq!(built, new);
        }
    }

    #[test]
    fn unlike_and_very_long_texts_are_not_compared() {
        assert_eq!(replacements("un deux trois", "vier fünf sechs"), None);
        assert_eq!(replacements(&"a ".repeat(20_000), &"a ".repeat(20_001)), None);
    }
}
