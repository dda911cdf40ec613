//! The way back from derived text (decoded, collapsed, joined) to the bytes of the file.

use super::Span;

/// One run of derived text and the stretch of the file that it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the derived text.
    pub derived: Span,
    /// Bytes of the file.
    pub source: Span,
    /// Are the two the same bytes? Otherwise the piece is one unit (an entity, an escape, collapsed white space).
    pub verbatim: bool,
}

/// Pieces that cover a derived text without gaps, in order.
///
/// What asks for a part looks its pieces up by bisection: a paragraph of a million entities has a million pieces and
/// is cut into a hundred thousand sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpanMap {
    pieces: Vec<Piece>,
    /// Does a piece come before its neighbour in the file, too? Only a map that was put together is otherwise.
    mixed: bool,
}

impl SpanMap {
    /// A text that stands in the file as it is, from byte `start` on.
    pub fn verbatim(start: u32, len: u32) -> Self {
        let mut map = Self::default();
        map.push(len, Span::at(start).cover(Span::at(start.saturating_add(len))), true);
        map
    }

    /// Appends a piece: `len` bytes of derived text that come from `source`.
    ///
    /// Adjacent verbatim pieces are joined. A piece said to be verbatim whose lengths differ is not.
    pub fn push(&mut self, len: u32, source: Span, verbatim: bool) {
        let verbatim = verbatim && source.len() == len;
        let start = self.len();
        let derived = Span::at(start).cover(Span::at(start.saturating_add(len)));
        if verbatim
            && let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && last.source.end() == source.start()
        {
            last.derived = last.derived.cover(derived);
            last.source = last.source.cover(source);
            return;
        }
        if let Some(last) = self.pieces.last() {
            self.mixed |= source.start() < last.source.start() || source.end() < last.source.end();
        }
        if self.pieces.is_empty() {
            // Most texts are one piece, and a page may hold a million of them.
            self.pieces.reserve_exact(1);
        }
        self.pieces.push(Piece { derived, source, verbatim });
    }

    /// Gives back the room that was kept for further pieces.
    pub fn shrink(&mut self) {
        self.pieces.shrink_to_fit();
    }

    /// Appends another map behind this one.
    pub fn extend(&mut self, other: &Self) {
        for piece in &other.pieces {
            self.push(piece.derived.len(), piece.source, piece.verbatim);
        }
    }

    /// Length of the derived text in bytes.
    pub fn len(&self) -> u32 {
        self.pieces.last().map_or(0, |piece| piece.derived.end())
    }

    /// Is there no derived text?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The pieces that come from a place of the file, in order.
    pub fn pieces_from(&self, source: Span) -> impl Iterator<Item = &Piece> {
        let near = if self.mixed {
            self.pieces.as_slice()
        } else {
            let first = self.pieces.partition_point(|piece| piece.source.end() <= source.start());
            let after = self.pieces.partition_point(|piece| piece.source.start() < source.end());
            self.pieces.get(first..after).unwrap_or_default()
        };
        near.iter().filter(move |piece| piece.source.overlaps(source))
    }

    /// The pieces that `derived` lies in or touches, in order.
    fn near(&self, derived: Span) -> &[Piece] {
        let first = self.pieces.partition_point(|piece| piece.derived.end() < derived.start());
        let after = self.pieces.partition_point(|piece| piece.derived.start() <= derived.end());
        self.pieces.get(first..after).unwrap_or_default()
    }

    /// The smallest stretch of the file that holds what `derived` came from.
    ///
    /// Offsets beyond the text are taken as its end; an empty map answers the start of the file.
    pub fn to_source(&self, derived: Span) -> Span {
        let start = self.offset(derived.start(), Side::Start);
        if derived.is_empty() {
            return Span::at(start);
        }
        let end = self.offset(derived.end(), Side::End);
        Span::at(start).cover(Span::at(end.max(start)))
    }

    /// May an edit of `derived` be spliced into the file as it is?
    pub fn is_verbatim(&self, derived: Span) -> bool {
        self.near(derived)
            .iter()
            .filter(|piece| {
                piece.derived.overlaps(derived)
                    || (derived.is_empty() && piece.derived.contains(derived))
            })
            .all(|piece| piece.verbatim)
            && self.to_source(derived).len() == derived.len()
    }

    /// The map of a part of the derived text.
    pub fn slice(&self, derived: Span) -> Self {
        let mut out = Self::default();
        out.pieces.reserve_exact(self.near(derived).len());
        for piece in self.near(derived).iter().filter(|piece| piece.derived.overlaps(derived)) {
            let start = piece.derived.start().max(derived.start());
            let end = piece.derived.end().min(derived.end());
            let source = if piece.verbatim {
                Span::at(piece.source.start() + (start - piece.derived.start()))
                    .cover(Span::at(piece.source.start() + (end - piece.derived.start())))
            } else {
                piece.source
            };
            out.push(end - start, source, piece.verbatim);
        }
        if out.pieces.is_empty() {
            out.pieces.push(Piece {
                derived: Span::default(),
                source: self.to_source(Span::at(derived.start())),
                verbatim: true,
            });
        }
        out
    }

    fn offset(&self, at: u32, side: Side) -> u32 {
        let index = match side {
            Side::Start => self.pieces.partition_point(|piece| piece.derived.end() <= at),
            Side::End => self.pieces.partition_point(|piece| piece.derived.end() < at),
        };
        let Some(piece) = self.pieces.get(index).or(self.pieces.last()) else { return 0 };
        if piece.verbatim {
            let into = at.saturating_sub(piece.derived.start()).min(piece.derived.len());
            return piece.source.start() + into;
        }
        match side {
            Side::Start if at >= piece.derived.end() => piece.source.end(),
            Side::Start => piece.source.start(),
            Side::End if at <= piece.derived.start() => piece.source.start(),
            Side::End => piece.source.end(),
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `caf&eacute; noir`: derived "café noir".
    fn cafe() -> SpanMap {
        let mut map = SpanMap::verbatim(0, 3);
        map.push(2, Span::of(3, 11), false);
        map.push(5, Span::of(11, 16), true);
        map
    }

    #[test]
    fn an_entity_is_one_unit() {
        let map = cafe();
        assert_eq!(map.to_source(Span::of(0, 5)), Span::of(0, 11));
        assert_eq!(map.to_source(Span::of(6, 10)), Span::of(12, 16));
        assert_eq!(map.to_source(Span::of(3, 5)), Span::of(3, 11));
        assert!(map.is_verbatim(Span::of(6, 10)));
        assert!(!map.is_verbatim(Span::of(0, 5)));
    }

    #[test]
    fn a_slice_maps_as_the_whole_does() {
        let part = cafe().slice(Span::of(2, 7));
        assert_eq!(part.to_source(Span::of(0, 1)), Span::of(2, 3));
        assert_eq!(part.to_source(Span::of(1, 3)), Span::of(3, 11));
        assert_eq!(part.to_source(Span::of(4, 5)), Span::of(12, 13));
    }

    #[test]
    fn empty_spans_and_the_end_have_a_place() {
        let map = cafe();
        assert_eq!(map.to_source(Span::at(10)), Span::at(16));
        assert_eq!(map.to_source(Span::at(99)), Span::at(16));
        assert_eq!(SpanMap::default().to_source(Span::of(0, 4)), Span::at(0));
    }

    #[test]
    fn joined_verbatim_pieces_become_one() {
        let mut map = SpanMap::verbatim(4, 3);
        map.push(2, Span::of(7, 9), true);
        assert_eq!(map.pieces().len(), 1);
    }

    #[test]
    fn pieces_of_a_place_are_the_same_by_bisection_and_one_by_one() {
        let mut in_order = SpanMap::default();
        let mut mixed = SpanMap::default();
        for at in 0..50u32 {
            in_order.push(1, Span::of(at as usize * 3, at as usize * 3 + 2), false);
            let back = if at % 7 == 3 { at - 2 } else { at } as usize;
            mixed.push(1, Span::of(back * 3, back * 3 + 2), false);
        }
        for map in [in_order, mixed] {
            for start in 0..150 {
                let place = Span::of(start, start + 4);
                let one_by_one: Vec<&Piece> =
                    map.pieces().iter().filter(|piece| piece.source.overlaps(place)).collect();
                assert_eq!(map.pieces_from(place).collect::<Vec<_>>(), one_by_one);
            }
        }
    }
}
