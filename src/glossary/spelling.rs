//! How texts are spelt in the cells of a table: alternatives, quotation marks, and what is no formula.
//!
//! - `|` stands between alternatives; one that belongs to a text is `\|`, and backslashes right before a `|` are
//!   doubled. Backslashes anywhere else stand for themselves.
//! - A spreadsheet takes a cell of a CSV file that begins with `=`, `+`, `-` or `@` for a formula, which may read
//!   other files or call other programs (OWASP, "CSV Injection"). Such a text is written behind an apostrophe, and
//!   the reader takes one away: an apostrophe before such a sign is never part of a term. Full-width signs count
//!   as well, since spreadsheets in East Asian languages take them for the same. XLSX needs none of this.

use std::borrow::Cow;

/// May a spreadsheet take the text for a formula? Also behind apostrophes, so that guards can be told apart.
pub(super) fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text as it may stand in a CSV file that a spreadsheet opens.
pub(super) fn guard(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A cell of a CSV file: in quotation marks where it needs them.
pub(super) fn quote(text: &str) -> Cow<'_, str> {
    if text.contains(['"', ',', ';', '\t', '\n', '\r']) || text.trim() != text {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

/// Several texts as one cell.
pub(super) fn join<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut out = String::new();
    let mut texts = texts.into_iter().peekable();
    while let Some(text) = texts.next() {
        let is_inner = texts.peek().is_some();
        escape(text, is_inner, &mut out);
        if is_inner {
            out.push('|');
        }
    }
    out
}

/// Adds a text with its `|` escaped; `is_inner` where a separator follows.
fn escape(text: &str, is_inner: bool, out: &mut String) {
    let mut run = 0;
    for c in text.chars() {
        match c {
            '\\' => run += 1,
            '|' => {
                out.extend(std::iter::repeat_n('\\', run + 1));
                run = 0;
            }
            _ => run = 0,
        }
        out.push(c);
    }
    if is_inner {
        out.extend(std::iter::repeat_n('\\', run));
    }
}

/// The parts between `|` that are not escaped.
pub(super) fn split(cell: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(cell);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut run = 0_usize;
        for (at, c) in text.char_indices() {
            match c {
                '|' if run.is_multiple_of(2) => {
                    rest = text.get(at + 1..);
                    return text.get(..at);
                }
                '\\' => run += 1,
                _ => run = 0,
            }
        }
        rest = None;
        Some(text)
    })
}

/// The text of a part; `is_inner` where a separator follows it at once.
pub(super) fn unescape(part: &str, is_inner: bool) -> String {
    let mut out = String::with_capacity(part.len());
    let mut run = 0;
    for c in part.chars() {
        match c {
            '\\' => run += 1,
            '|' => {
                out.extend(std::iter::repeat_n('\\', run / 2));
                out.push('|');
                run = 0;
            }
            _ => {
                out.extend(std::iter::repeat_n('\\', run));
                out.push(c);
                run = 0;
            }
        }
    }
    out.extend(std::iter::repeat_n('\\', if is_inner { run / 2 } else { run }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_come_back_whatever_is_in_them() {
        let hostile = ["a", "|", "\\", "\\|", "a\\\\|\\", "\\w+(a|b)", "||", "b\\\\"];
        for first in hostile {
            for second in hostile {
                let cell = join([first, second]);
                let parts: Vec<_> = split(&cell).collect();
                let [one, two] = parts[..] else { panic!("{cell}: {parts:?}") };
                assert_eq!(
                    (unescape(one, true).as_str(), unescape(two, false).as_str()),
                    (first, second)
                );
            }
        }
        assert_eq!(split("a|b|").collect::<Vec<_>>(), ["a", "b", ""]);
    }

    #[test]
    fn formulas_are_guarded_and_apostrophes_told_apart() {
        for text in ["=1+1", "-ing", "@x", "'=a", "＝1"] {
            assert_eq!(guard(text), format!("'{text}"));
        }
        for text in ["l’eau", "'tis", "a=b", ""] {
            assert_eq!(guard(text), text);
        }
        assert_eq!(quote("a;\"b\""), "\"a;\"\"b\"\"\"");
    }
}
