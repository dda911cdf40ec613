//! Lists that were written into one paragraph: `1) The first 2) The second`, `a. One b. Two`, `• One • Two`.
//!
//! Only a paragraph that begins with the marker of an item is looked through, and only for the marker that must
//! come next in the same shape, so that numbers in running text are left alone.

use std::ops::Range;

use super::marks::is_bullet;

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Bytes of its marker.
    pub(super) marker: Range<usize>,
}

/// The shape of a list's markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape<'t> {
    bullet: Option<char>,
    value: Option<Value>,
    /// What stands behind the value: `)`, `.` or `.)`.
    tail: &'t str,
}

/// What a marker counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Number(u32),
    Letter(char),
}

impl Shape<'_> {
    /// The shape that the next item has.
    fn next(self) -> Self {
        let value = self.value.map(|value| match value {
            Value::Number(number) => Value::Number(number + 1),
            Value::Letter(letter) => {
                Value::Letter(char::from_u32(letter as u32 + 1).unwrap_or(letter))
            }
        });
        Self { value, ..self }
    }
}

/// The items of a paragraph that is a list of at least two; empty for any other.
pub(super) fn items(text: &str) -> Vec<Item> {
    let mut pieces = pieces(text).peekable();
    let mut items = Vec::new();
    let mut wanted = None;
    while let Some(piece) = pieces.next() {
        let found = marker(piece, pieces.peek().copied());
        let is_item = |shape: &Shape<'_>| wanted.is_none_or(|wanted| wanted == *shape);
        match found {
            Some((shape, marker)) if is_item(&shape) => {
                items.push(Item { marker });
                wanted = Some(shape.next());
            }
            // Prose that does not begin with a marker is not read to its end.
            _ if wanted.is_none() => break,
            _ => {}
        }
    }
    if items.len() > 1 { items } else { Vec::new() }
}

/// A run without white space, and the byte at which it starts.
type Piece<'t> = (usize, &'t str);

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + (rest.len() - rest.trim_start().len());
        let piece = text.get(start..)?.split(char::is_whitespace).next()?;
        at = start + piece.len();
        (!piece.is_empty()).then_some((start, piece))
    })
}

/// The marker that begins with a piece; a bullet and the number behind it are one.
fn marker<'t>(
    (start, piece): Piece<'t>,
    next: Option<Piece<'t>>,
) -> Option<(Shape<'t>, Range<usize>)> {
    let bullet = piece.chars().next().filter(|c| is_bullet(*c));
    let label = piece.get(bullet.map_or(0, char::len_utf8)..)?;
    if !label.is_empty() {
        let (value, tail) = label_parts(label)?;
        // In running text "5." followed by a small letter is an ordinal or a reference.
        let begins_small = next.is_some_and(|(_, word)| word.starts_with(char::is_lowercase));
        let fits = bullet.is_some() || tail != "." || !begins_small;
        let shape = Shape { bullet, value: Some(value), tail };
        return fits.then_some((shape, start..start + piece.len()));
    }
    bullet?;
    let (next_start, next) = next?;
    match label_parts(next) {
        Some((value, tail)) => {
            let shape = Shape { bullet, value: Some(value), tail };
            Some((shape, start..next_start + next.len()))
        }
        None => Some((Shape { bullet, value: None, tail: "" }, start..start + piece.len())),
    }
}

fn label_parts(label: &str) -> Option<(Value, &str)> {
    let at = label.find([')', '.'])?;
    let (value, tail) = label.split_at_checked(at)?;
    if !matches!(tail, ")" | "." | ".)") {
        return None;
    }
    let mut chars = value.chars();
    match (chars.next()?, chars.next()) {
        (letter, None) if letter.is_ascii_alphabetic() => Some((Value::Letter(letter), tail)),
        (digit, _) if digit.is_ascii_digit() && value.len() <= 3 => {
            Some((Value::Number(value.parse().ok()?), tail))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(text: &str) -> Vec<usize> {
        items(text).into_iter().map(|item| item.marker.start).collect()
    }

    #[test]
    fn items_are_found_by_shape_and_order() {
        assert_eq!(starts("1) One 2) Two 4) No 3) Three"), [0, 7, 20]);
        assert_eq!(starts("a. One b. Two"), [0, 7]);
        assert_eq!(
            starts("• One • Two"),
            ["• One • Two".find("• T").unwrap()].map(|at| [0, at])[0]
        );
        assert_eq!(starts("• 9. One • 10. Two").len(), 2);
    }

    #[test]
    fn prose_and_single_items_are_no_lists() {
        assert!(starts("One 1) two 2) three").is_empty());
        assert!(starts("1. One, and the 2. of May").is_empty());
        assert!(starts("1. One").is_empty());
        assert!(starts("").is_empty());
        assert!(starts("1. One 2) Two").is_empty());
    }
}
