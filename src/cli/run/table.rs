//! Tables for terminals: columns aligned by the width that characters have there, not by their number.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::text::visible;

/// On which side a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Widest cell of words; longer ones are cut, so that one long entry does not push the numbers out of sight.
const WIDEST: usize = 44;

/// Writes rows with two spaces between columns; nothing stands behind the last cell of a row.
pub(super) fn write(
    columns: &[Column],
    rows: &[Vec<String>],
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| cut(&visible(cell))).collect()).collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    for row in &rows {
        let mut line = String::new();
        for ((cell, column), width) in row.iter().zip(columns).zip(&widths) {
            if !line.is_empty() {
                line.push_str("  ");
            }
            let space = " ".repeat(width.saturating_sub(cell.width()));
            let (before, after) =
                if *column == Column::Right { (space.as_str(), "") } else { ("", space.as_str()) };
            line.extend([before, cell, after]);
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn cut(cell: &str) -> String {
    if cell.width() <= WIDEST {
        return cell.to_owned();
    }
    let mut out = String::new();
    for c in cell.chars() {
        if out.width() + 2 > WIDEST {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[&[&str]]) -> String {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let mut out = Vec::new();
        write(&[Column::Left, Column::Right, Column::Left], &rows, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_are_aligned_by_the_width_that_is_seen() {
        let table =
            written(&[&["terme", "n", "x"], &["東京", "12", "y"], &["e\u{301}té", "3", "z"]]);
        assert_eq!(table, "terme   n  x\n東京   12  y\ne\u{301}té     3  z\n");
    }

    #[test]
    fn long_cells_are_cut_and_control_characters_shown() {
        let table = written(&[&[&"a".repeat(80), "1", "\u{1b}[2J"]]);
        assert!(table.starts_with(&format!("{}…  1", "a".repeat(43))), "{table}");
        assert!(table.contains("\\u{1b}"));
    }
}
