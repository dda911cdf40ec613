//! Differences: word by word for people, line by line for `patch`.

use similar::{ChangeTag, TextDiff};

use crate::text::{Encoding, SourceFile};

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

/// The difference between a file and its new text as bytes that `patch -p1` applies: the lines in the file's own encoding.
///
/// Nothing can patch a file in UTF-16; its difference is for people, in UTF-8.
pub fn patch(path: &str, file: &SourceFile, new: &str) -> Vec<u8> {
    let Encoding::Declared(_) = file.encoding else {
        // The mark is a part of the first line for whoever compares bytes.
        let mark = if file.encoding == Encoding::Utf8Bom { "\u{FEFF}" } else { "" };
        return match mark {
            "" => unified(path, &file.text, new),
            mark => unified(path, &format!("{mark}{}", file.text), &format!("{mark}{new}")),
        }
        .into_bytes();
    };
    // What the encoding lacks is written as it will stand in the file.
    let written = file.encoding.encode(new);
    let new = SourceFile::decode(file.path.as_str(), &written);
    let text = unified(path, &file.text, &new.text);
    let names = text.match_indices('\n').nth(1).map_or(0, |(at, _)| at + 1);
    let (names, lines) = text.split_at_checked(names).unwrap_or_default();
    [names.as_bytes(), &file.encoding.encode(lines)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_of_a_file_is_in_its_own_encoding() {
        let page = b"<meta charset=windows-1252>\n\xE9\n";
        let file = SourceFile::decode("\u{e9}.html", page);
        let found = patch("\u{e9}.html", &file, "<meta charset=windows-1252>\n\u{e9}\u{202f}!\n");
        let wanted =
            "--- a/\u{e9}.html\n+++ b/\u{e9}.html\n@@ -1,2 +1,2 @@\n <meta charset=windows-1252>\n";
        let lines = b"-\xE9\n+\xE9&#8239;!\n".as_slice();
        assert_eq!(found, [wanted.as_bytes(), lines].concat());
        let marked = SourceFile::decode("a.md", b"\xEF\xBB\xBFun\n");
        assert!(patch("a.md", &marked, "deux\n").windows(5).any(|at| at == b"-\xEF\xBB\xBFu"));
        assert!(patch("a.md", &marked, "un\n").is_empty());
    }

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
