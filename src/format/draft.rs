//! A block's text while it is being collected: white space collapsed, entities decoded, every piece with its place.

use unic_langid::LanguageIdentifier;

use crate::lang;
use crate::text::{Foreign, Passage, SourceId, Span, SpanMap, inert, join_spans};

/// Text under construction. All spans are bytes of the file.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    file: &'t str,
    text: String,
    map: SpanMap,
    inert: Vec<Span>,
    voices: Vec<Foreign>,
    /// White space that becomes one space as soon as more text follows.
    space: Option<Span>,
    /// Was the last space written before the text behind it? More white space belongs to it.
    settled: bool,
}

impl<'t> Draft<'t> {
    /// An empty draft of a part of `file`.
    pub(super) fn new(file: &'t str) -> Self {
        Self {
            file,
            text: String::new(),
            map: SpanMap::default(),
            inert: Vec::new(),
            voices: Vec::new(),
            space: None,
            settled: false,
        }
    }

    /// Is there no text yet (white space does not count)?
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Bytes of text so far.
    pub(super) fn len(&self) -> u32 {
        self.map.len()
    }

    /// Characters of text from an offset of it on, white space not counted.
    pub(super) fn chars_from(&self, from: u32) -> usize {
        visible_chars(self.text.get(from as usize..).unwrap_or_default())
    }

    /// Appends a stretch of the file as it is.
    pub(super) fn push(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        self.flush_space();
        self.settled = false;
        let text = span.slice(self.file);
        self.text.push_str(text);
        self.map.push(span.len(), span, true);
    }

    /// Appends text that stands otherwise in the file: one piece for all of it.
    pub(super) fn push_decoded(&mut self, text: &str, span: Span) {
        if text.is_empty() {
            return;
        }
        self.flush_space();
        self.settled = false;
        self.text.push_str(text);
        self.map.push(Span::of(0, text.len()).len(), span, false);
    }

    /// Notes white space: one space if text stands on both sides of it, nothing at the ends.
    ///
    /// Where markup stands between two stretches of white space, the first is the space, as in browsers.
    pub(super) fn space(&mut self, span: Span) {
        match &mut self.space {
            _ if self.settled => {}
            Some(space) if space.end() == span.start() => *space = space.cover(span),
            Some(_) => {}
            None => self.space = Some(span),
        }
    }

    /// Appends a stretch of the file with its ordinary white space collapsed.
    pub(super) fn collapse(&mut self, span: Span) {
        let mut rest = span;
        while !rest.is_empty() {
            let text = rest.slice(self.file);
            let words = unbroken(text.as_bytes());
            let (run, tail) = split(rest, words);
            self.push(run);
            let blank = text.bytes().skip(words).take_while(|byte| is_blank(*byte)).count();
            let (white, tail) = split(tail, blank);
            if !white.is_empty() {
                self.space(white);
            }
            if run.is_empty() && white.is_empty() {
                return;
            }
            rest = tail;
        }
    }

    /// Does white space wait for text behind it?
    pub(super) fn has_space(&self) -> bool {
        self.space.is_some()
    }

    /// Writes pending white space now, so that [`Draft::len`] is where the next text will start.
    pub(super) fn settle(&mut self) {
        self.settled |= self.space.is_some() && !self.text.is_empty();
        self.flush_space();
    }

    /// Declares what was appended from offset `from` of the text on to be no prose.
    pub(super) fn mark_inert(&mut self, from: u32) {
        self.inert.push(Span::at(from).cover(Span::at(self.len())));
    }

    /// Declares what was appended from offset `from` of the text on to be in a language.
    pub(super) fn mark_voice(&mut self, from: u32, lang: &LanguageIdentifier) {
        let span = Span::at(from).cover(Span::at(self.len()));
        match self.voices.last_mut() {
            Some(last) if last.span.end() >= from && last.lang == *lang => {
                last.span = last.span.cover(span);
            }
            // What is marked from within another's is marked already.
            Some(last) if last.span.end() > from => {}
            _ => self.voices.push(Foreign { span, lang: lang.clone() }),
        }
    }

    /// As [`Draft::finish`], for a text in a language: what was declared to be in another is noted.
    pub(super) fn finish_in(
        &mut self,
        source: SourceId,
        own: Option<&LanguageIdentifier>,
    ) -> Option<Passage> {
        let voices = std::mem::take(&mut self.voices);
        let mut passage = self.finish(source)?;
        let other = |voice: &Foreign| own.is_none_or(|own| !lang::same(own, &voice.lang));
        let trimmed = |voice: Foreign| {
            let text = voice.span.slice(&passage.text);
            let lead = text.len() - text.trim_start().len();
            let start = voice.span.range().start + lead;
            (!text.trim().is_empty())
                .then(|| Foreign { span: Span::of(start, start + text.trim().len()), ..voice })
        };
        let whole = passage.span();
        let clipped =
            voices.into_iter().map(|voice| Foreign { span: clip(voice.span, whole), ..voice });
        passage.foreign = clipped.filter(other).filter_map(trimmed).collect();
        Some(passage)
    }

    /// The passage, or `None` where there is nothing to read. The draft is empty afterwards.
    pub(super) fn finish(&mut self, source: SourceId) -> Option<Passage> {
        self.voices.clear();
        self.space = None;
        self.settled = false;
        let mut text = std::mem::take(&mut self.text);
        let mut map = std::mem::take(&mut self.map);
        let mut marked = std::mem::take(&mut self.inert);
        if !is_readable(&text) {
            return None;
        }
        let end = text.trim_end_matches(|c: char| c.is_ascii() && is_blank(c as u8)).len();
        if end < text.len() {
            text.truncate(end);
            map = map.slice(Span::of(0, end));
            let whole = Span::of(0, end);
            for span in &mut marked {
                *span = clip(*span, whole);
            }
        }
        marked.extend(inert(&text));
        text.shrink_to_fit();
        map.shrink();
        let inert = join_spans(marked);
        Some(Passage { source, text, map, inert, foreign: Vec::new() })
    }

    fn flush_space(&mut self) {
        let Some(span) = self.space.take() else { return };
        if self.text.is_empty() {
            return;
        }
        self.text.push(' ');
        self.map.push(1, span, span.slice(self.file) == " ");
    }
}

/// Is there anything that a reader sees?
pub(super) fn is_readable(text: &str) -> bool {
    text.chars().any(|c| {
        !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    })
}

/// Characters of a text, white space not counted.
pub(super) fn visible_chars(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// White space that HTML and Markdown collapse. No-break and typographic spaces are text.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// Length of the leading stretch whose only white space are single spaces between words.
fn unbroken(bytes: &[u8]) -> usize {
    let mut end = 0;
    loop {
        end += bytes.iter().skip(end).take_while(|byte| !is_blank(**byte)).count();
        match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b' '), Some(next)) if end > 0 && !is_blank(*next) => end += 1,
            _ => return end,
        }
    }
}

fn clip(span: Span, whole: Span) -> Span {
    let end = whole.range().end;
    Span::of(span.range().start.min(end), span.range().end.min(end))
}

fn split(span: Span, at: usize) -> (Span, Span) {
    let range = span.range();
    let middle = range.start.saturating_add(at).min(range.end);
    (Span::of(range.start, middle), Span::of(middle, range.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(file: &str) -> Passage {
        let mut draft = Draft::new(file);
        draft.collapse(Span::of(0, file.len()));
        draft.finish(SourceId::new(0)).unwrap()
    }

    #[test]
    fn white_space_collapses_to_one_space_that_knows_its_place() {
        let found = passage("  one two \n\t three\u{a0}! ");
        assert_eq!(found.text, "one two three\u{a0}!");
        assert_eq!(found.locate(Span::of(7, 8)).span, Span::of(9, 13));
        assert_eq!(found.map.pieces().len(), 3);
    }

    #[test]
    fn spaces_on_both_sides_of_a_tag_are_one() {
        let file = "one <b> two</b>";
        let mut draft = Draft::new(file);
        draft.collapse(Span::of(0, 4));
        draft.collapse(Span::of(7, 11));
        let found = draft.finish(SourceId::new(0)).unwrap();
        assert_eq!(found.text, "one two");
        assert_eq!(found.locate(Span::of(4, 7)).span, Span::of(8, 11));
    }

    #[test]
    fn nothing_but_invisible_characters_is_no_passage() {
        let file = " \u{a0}\u{200b} ";
        let mut draft = Draft::new(file);
        draft.collapse(Span::of(0, file.len()));
        assert!(draft.finish(SourceId::new(0)).is_none());
    }
}
