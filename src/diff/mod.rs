//! Differences: word by word for people, line by line for `patch`.

use similar::{ChangeTag, TextDiff};

/// What became of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stayed.
    Kept,
    /// It was taken away.
    Removed,
    /// It was put in.
    Added,
}

/// A run of words with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What became of it.
    pub change: Change,
    /// The words, with the white space and signs between them.
    pub text: String,
}

/// The words of `old` and `new` as runs. Adjacent runs differ in kind; a removal comes before what replaces it.
pub fn words(old: &str, new: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(old, new);
    let mut runs: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => Change::Kept,
            ChangeTag::Delete => Change::Removed,
            ChangeTag::Insert => Change::Added,
        };
        match runs.last_mut() {
            Some(last) if last.change == kind => last.text.push_str(change.value()),
            _ => runs.push(Run { change: kind, text: change.value().to_owned() }),
        }
    }
    runs
}

/// A unified diff of a file that `patch -p1` applies; empty where nothing differs.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    let path = path.trim_start_matches("./");
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_whole() {
        let runs = words("les mercenaires russes", "les soldats russes");
        let changed: Vec<_> = runs
            .iter()
            .filter(|run| run.change != Change::Kept)
            .map(|run| run.text.as_str())
            .collect();
        assert_eq!(changed, ["mercenaires", "soldats"]);
    }

    #[test]
    fn both_texts_can_be_read_back_from_the_runs() {
        let (old, new) = ("L’Armée, à Moscou.", "L’armée à Syrte !");
        let side = |keep: Change| -> String {
            words(old, new)
                .into_iter()
                .filter(|run| run.change == Change::Kept || run.change == keep)
                .map(|run| run.text)
                .collect()
        };
        assert_eq!(side(Change::Removed), old);
        assert_eq!(side(Change::Added), new);
    }

    #[test]
    fn a_unified_diff_names_both_sides_and_a_missing_last_newline() {
        let diff = unified("./a.md", "un\ndeux", "un\ntrois");
        assert!(diff.starts_with("--- a/a.md\n+++ b/a.md\n@@"));
        assert!(diff.contains("\\ No newline at end of file"));
        assert_eq!(unified("a", "x", "x"), "");
    }
}
