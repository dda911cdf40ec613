//! A readable text that remembers where in which file it stands.

use std::borrow::Cow;

use unic_langid::LanguageIdentifier;

use super::{Location, Piece, SourceId, Span, SpanMap, join_spans};

/// Readable text (decoded, white space collapsed) with the way back to its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The file.
    pub source: SourceId,
    /// What a reader sees.
    pub text: String,
    /// From `text` to bytes of the file.
    pub map: SpanMap,
    /// Parts of `text` that are no prose (code, URLs, tags, placeholders): never matched, never changed. Sorted, none
    /// overlapping another.
    pub inert: Vec<Span>,
    /// Parts of `text` that the markup says are in another language than the rest: a quotation, the title of a book.
    /// They are prose, but not of the text's language. Sorted, none overlapping another.
    pub foreign: Vec<Foreign>,
}

/// A part of a passage in another language than the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// Bytes of the passage's text.
    pub span: Span,
    /// Its language.
    pub lang: LanguageIdentifier,
}

impl Passage {
    /// A stretch of a file as it stands there, from byte `start` on.
    pub fn verbatim(source: SourceId, text: &str, start: u32) -> Self {
        let len = Span::of(0, text.len()).len();
        Self {
            source,
            text: text.to_owned(),
            map: SpanMap::verbatim(start, len),
            inert: Vec::new(),
            foreign: Vec::new(),
        }
    }

    /// The whole text as a span.
    pub fn span(&self) -> Span {
        Span::of(0, self.text.len())
    }

    /// Where a part of the text stands in the file.
    pub fn locate(&self, part: Span) -> Location {
        Location { source: self.source, span: self.map.to_source(part) }
    }

    /// Where the whole text stands in the file.
    pub fn location(&self) -> Location {
        self.locate(self.span())
    }

    /// The part of the text that comes from a place of the file; `None` where none of it does.
    pub fn find(&self, at: Location) -> Option<Span> {
        if at.source != self.source {
            return None;
        }
        let part_of = |piece: &Piece| {
            if !piece.verbatim {
                return piece.derived;
            }
            let start = at.span.start().max(piece.source.start()) - piece.source.start();
            let end = at.span.end().min(piece.source.end()) - piece.source.start();
            Span::of(start as usize, end as usize).shift(piece.derived.start())
        };
        self.map.pieces_from(at.span).map(part_of).reduce(Span::cover)
    }

    /// Does the part overlap code, a tag or another stretch that is no prose?
    pub fn is_inert(&self, part: Span) -> bool {
        self.inert_in(part).next().is_some()
    }

    /// Does the part overlap what is no prose of the text's language: code, tags, or words of another language?
    pub fn is_aside(&self, part: Span) -> bool {
        self.is_inert(part) || self.foreign_in(part).next().is_some()
    }

    /// All stretches that are no prose of the text's language, sorted and joined.
    pub fn asides(&self) -> Cow<'_, [Span]> {
        if self.foreign.is_empty() {
            return Cow::Borrowed(&self.inert);
        }
        let foreign = self.foreign.iter().map(|foreign| foreign.span);
        Cow::Owned(join_spans(self.inert.iter().copied().chain(foreign).collect()))
    }

    /// The text without its parts in other languages; the whole where nothing would be left.
    pub fn own_text(&self) -> Cow<'_, str> {
        let mut own = String::new();
        let mut from = 0;
        for foreign in &self.foreign {
            own.push_str(self.text.get(from..foreign.span.range().start).unwrap_or_default());
            own.push(' ');
            from = foreign.span.range().end;
        }
        own.push_str(self.text.get(from..).unwrap_or_default());
        let is_left = own.chars().any(char::is_alphanumeric);
        if self.foreign.is_empty() || !is_left {
            Cow::Borrowed(&self.text)
        } else {
            Cow::Owned(own)
        }
    }

    fn foreign_in(&self, part: Span) -> impl Iterator<Item = &Foreign> {
        let first = self.foreign.partition_point(|foreign| foreign.span.end() <= part.start());
        let rest = self.foreign.get(first..).unwrap_or_default().iter();
        rest.take_while(move |foreign| foreign.span.overlaps(part))
    }

    /// The inert stretches that overlap a part, looked up by bisection.
    fn inert_in(&self, part: Span) -> impl Iterator<Item = &Span> {
        let first = self.inert.partition_point(|inert| inert.end() <= part.start());
        let rest = self.inert.get(first..).unwrap_or_default().iter();
        rest.take_while(move |inert| inert.start() < part.end())
            .filter(move |inert| inert.overlaps(part))
    }

    /// A part of the passage, with its own map.
    pub fn slice(&self, part: Span) -> Self {
        let cut = |span: Span| {
            let start = span.start().max(part.start()) - part.start();
            Span::of(start as usize, (span.end().min(part.end()) - part.start()) as usize)
        };
        let foreign = self.foreign_in(part);
        Self {
            source: self.source,
            text: part.slice(&self.text).to_owned(),
            map: self.map.slice(part),
            inert: self.inert_in(part).map(|inert| cut(*inert)).collect(),
            foreign: foreign
                .map(|foreign| Foreign { span: cut(foreign.span), lang: foreign.lang.clone() })
                .collect(),
        }
    }

    /// Several passages of one file as one, a space between them. `None` for none.
    ///
    /// A separator maps to what lies between its neighbours in the file.
    pub fn join<'p>(parts: impl IntoIterator<Item = &'p Self>) -> Option<Self> {
        let mut parts = parts.into_iter();
        let mut whole = parts.next()?.clone();
        for part in parts {
            let gap_start = whole.locate(Span::at(whole.span().end())).span.end();
            let gap_end = part.locate(Span::at(0)).span.start().max(gap_start);
            whole.text.push(' ');
            whole.map.push(1, Span::of(gap_start as usize, gap_end as usize), false);
            let shift = whole.span().end();
            whole.text.push_str(&part.text);
            whole.map.extend(&part.map);
            whole.inert.extend(part.inert.iter().map(|inert| inert.shift(shift)));
            let foreign = part.foreign.iter().cloned();
            whole.foreign.extend(
                foreign.map(|foreign| Foreign { span: foreign.span.shift(shift), ..foreign }),
            );
        }
        Some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_passages_map_to_their_own_places() {
        let file = SourceId::new(0);
        let whole = Passage::join([
            &Passage::verbatim(file, "One.", 0),
            &Passage::verbatim(file, "Two.", 6),
        ])
        .unwrap();
        assert_eq!(whole.text, "One. Two.");
        assert_eq!(whole.locate(Span::of(5, 9)).span, Span::of(6, 10));
        assert_eq!(whole.location().span, Span::of(0, 10));
        assert_eq!(
            whole.find(Location { source: file, span: Span::of(7, 9) }),
            Some(Span::of(6, 8))
        );
        assert_eq!(whole.slice(Span::of(5, 8)).locate(Span::of(0, 3)).span, Span::of(6, 9));
    }

    #[test]
    fn parts_in_another_language_are_told_apart_and_kept_by_slices_and_joins() {
        let mut passage = Passage::verbatim(SourceId::new(0), "Il dit no comment hier", 0);
        passage.foreign = vec![Foreign { span: Span::of(7, 17), lang: "en".parse().unwrap() }];
        passage.inert = vec![Span::of(16, 22)];
        assert_eq!(passage.own_text(), "Il dit   hier");
        assert!(passage.is_aside(Span::of(8, 9)) && !passage.is_aside(Span::of(0, 7)));
        assert_eq!(passage.asides().as_ref(), [Span::of(7, 22)]);
        let part = passage.slice(Span::of(10, 22));
        assert_eq!(part.foreign[0].span.slice(&part.text), "comment");
        let whole = Passage::join([&part, &part]).unwrap();
        assert_eq!(whole.foreign[1].span.slice(&whole.text), "comment");
        let all = passage.slice(Span::of(7, 17));
        assert_eq!(all.own_text(), "no comment");
    }
}
