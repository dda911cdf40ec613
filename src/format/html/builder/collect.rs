//! Blocks of a page as they are finished: their text, what the markup says of them, their place among the others.

use crate::document::{Block, Kind, Role};
use crate::format::draft::{Draft, is_readable};
use crate::format::html::entity::{self, Place};
use crate::format::html::regions::RegionId;
use crate::format::html::tokens::Start;
use crate::format::html::{attributes, percent};
use crate::format::take;
use crate::text::{Passage, Span};

use super::{Builder, Page};

impl Builder<'_> {
    /// Ends the block that is being collected.
    pub(super) fn flush(&mut self) {
        self.broken = false;
        if self.codes > 0 {
            self.mark_open_code();
        }
        let (chars, linked) = (std::mem::take(&mut self.chars), std::mem::take(&mut self.linked));
        let opening = self.opening.take();
        let lang = opening.as_ref().and_then(|opening| opening.lang.as_ref());
        let passage = self.draft.finish_in(self.id, lang);
        let (Some(opening), Some(passage)) = (opening, passage) else { return };
        let block = Block {
            kind: Some(opening.kind),
            lang: opening.lang,
            link_percent: percent(linked, chars),
            element: opening.element,
            is_media: opening.is_media,
            ..Block::plain(passage)
        };
        if opening.is_page_title {
            self.title.get_or_insert(block);
            return;
        }
        self.has_h1 |= opening.kind == Kind::Title;
        self.add(block, opening.region, opening.area);
        self.regions.count(opening.region, chars, linked);
    }

    /// Code that goes on behind the end of a block.
    fn mark_open_code(&mut self) {
        for frame in &mut self.stack {
            if let Some(from) = &mut frame.code {
                self.draft.mark_inert(std::mem::take(from));
            }
        }
    }

    fn add(&mut self, mut block: Block, region: RegionId, area: u32) {
        if self.last_area.is_some_and(|last| last != area) {
            self.section += 1;
        }
        self.last_area = Some(area);
        block.section = self.section;
        take(block, &mut self.blocks, &mut self.cut);
        self.places.push(region);
        self.places.truncate(self.blocks.len());
    }

    pub(super) fn readable_attributes(&mut self, start: &Start) {
        for (kind, span) in attributes::readable(start, self.file) {
            let Some(mut passage) = self.value(span) else { continue };
            let said = attributes::translates(start, self.file);
            if said.map_or_else(|| self.is_kept(), |translates| !translates) {
                passage.inert = vec![passage.span()];
            }
            let top = self.top();
            let (region, area) = top.map_or((0, 0), |frame| (frame.region, frame.area));
            let element = top.map_or(0, |frame| frame.element);
            let lang = top.and_then(|frame| frame.lang.clone());
            let block = Block { kind: Some(kind), lang, element, ..Block::plain(passage) };
            self.add(block, region, area);
        }
    }

    /// An attribute's value as a passage.
    ///
    /// Only a value in double quotes is verbatim: an edit written into it is escaped for those.
    fn value(&self, span: Span) -> Option<Passage> {
        let text = span.slice(self.file);
        if !is_readable(text) {
            return None;
        }
        let quoted = self.file.get(..span.range().start).is_some_and(|head| head.ends_with('"'));
        let mut draft = Draft::new(self.file);
        let base = span.range().start;
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let decoded = entity::decode(rest, Place::Attribute);
            let next =
                rest.get(1..).and_then(|tail| tail.find('&')).map_or(rest.len(), |at| at + 1);
            let len = decoded.as_ref().map_or(next, |(_, len)| *len);
            let piece = Span::of(base + at, base + at + len);
            match decoded {
                Some((decoded, _)) => draft.push_decoded(&decoded, piece),
                None if quoted => draft.collapse(piece),
                None => draft.push_decoded(piece.slice(self.file), piece),
            }
            at += len;
        }
        draft.finish(self.id)
    }

    /// The blocks in file order.
    pub(in crate::format::html) fn finish(mut self) -> Page {
        self.pop_to(0);
        self.flush();
        let verdicts = self.regions.judge();
        let mut titled = false;
        let mut blocks = self.blocks;
        for (block, region) in blocks.iter_mut().zip(self.places) {
            let verdict = verdicts.get(region as usize).copied().unwrap_or_default();
            block.role = verdict.role;
            block.kind = block.kind.map(|kind| match kind {
                Kind::Title if titled || verdict.role == Some(Role::Chrome) => Kind::Heading,
                Kind::Title => {
                    titled = true;
                    kind
                }
                _ => verdict.kind.filter(|_| is_general(kind)).unwrap_or(kind),
            });
        }
        if !self.has_h1 {
            blocks.extend(self.title);
        }
        let start = |block: &Block| block.passage.location().span.start();
        // Sorting takes room for half of them, and most pages are in order.
        if !blocks.is_sorted_by_key(start) {
            blocks.sort_by_key(start);
        }
        Page {
            blocks,
            outline: self.outline,
            directives: self.directives,
            lang: self.lang,
            cut: self.cut,
            alternates: self.alternates,
        }
    }
}

/// Does the region say more of such a block than its element?
fn is_general(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::ListItem | Kind::TableCell | Kind::Quote)
}
