//! Follows the nesting of a page and collects its blocks of text.
//!
//! The open elements stand on an explicit stack of bounded height. Nesting is mended as browsers do, as far as it
//! changes what is read: a list item closes the one before it, an end tag closes what was left open inside, one that
//! closes nothing is passed over, and an inline element that is closed too late (`<b><p></b>`) is taken out of the
//! middle of the stack. Elements beyond the height are read as if they were not there.

use unic_langid::LanguageIdentifier;

use crate::document::{Block, Directive, Kind, Role, directive};
use crate::lang;
use crate::text::{Passage, SourceId, Span};

use super::super::draft::{Draft, is_blank, is_readable};
use super::element::{Name, Tag};
use super::entity::{self, Place};
use super::regions::{RegionId, Regions};
use super::tokens::{Attribute, Start, Token};
use super::{attributes, percent};

/// Open elements that are kept apart; WebKit and Blink stop at 512 too.
const MAX_DEPTH: usize = 512;

/// An element that is open.
#[derive(Debug, Clone)]
struct Frame {
    name: Name,
    /// What a block of text in it is.
    kind: Kind,
    region: RegionId,
    /// Number of the nearest division round it.
    area: u32,
    lang: Option<LanguageIdentifier>,
    is_link: bool,
    hides: bool,
    /// Where inert text began in the draft.
    code: Option<u32>,
}

/// What is known of the block that is being collected, from where its first text stands.
#[derive(Debug)]
struct Opening {
    kind: Kind,
    region: RegionId,
    area: u32,
    lang: Option<LanguageIdentifier>,
    /// Language of the block round an inline element.
    outer: Option<LanguageIdentifier>,
    /// Does it stand in the `title` element?
    is_page_title: bool,
}

/// Most other languages of a page that are noted.
const ALTERNATES: usize = 256;

/// What a page was read as.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
    pub(super) directives: Vec<(Span, Directive)>,
    /// Where `<html lang>` stands.
    pub(super) lang: Option<Span>,
    /// Languages and addresses of `<link rel="alternate" hreflang>`, as written.
    pub(super) alternates: Vec<(Span, Span)>,
}

#[derive(Debug)]
pub(super) struct Builder<'t> {
    id: SourceId,
    file: &'t str,
    stack: Vec<Frame>,
    /// Elements beyond the height of the stack.
    skipped: u32,
    /// How many open elements hide their content, are links, keep white space.
    hidden: u32,
    links: u32,
    pre: u32,
    /// How many open elements hold code.
    codes: u32,
    areas: u32,
    draft: Draft<'t>,
    opening: Option<Opening>,
    chars: usize,
    linked: usize,
    /// A line break that nothing but white space has followed yet.
    broken: bool,
    regions: Regions,
    blocks: Vec<(Block, RegionId)>,
    title: Option<Block>,
    has_h1: bool,
    section: u32,
    last_area: Option<u32>,
    directives: Vec<(Span, Directive)>,
    lang: Option<Span>,
    alternates: Vec<(Span, Span)>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(id: SourceId, file: &'t str) -> Self {
        Self {
            id,
            file,
            stack: Vec::new(),
            skipped: 0,
            hidden: 0,
            links: 0,
            pre: 0,
            codes: 0,
            areas: 0,
            draft: Draft::new(file),
            opening: None,
            chars: 0,
            linked: 0,
            broken: false,
            regions: Regions::default(),
            blocks: Vec::new(),
            title: None,
            has_h1: false,
            section: 0,
            last_area: None,
            directives: Vec::new(),
            lang: None,
            alternates: Vec::new(),
        }
    }

    /// Takes in the next part of the page.
    pub(super) fn take(&mut self, token: Token) {
        match token {
            Token::Text(span) if self.hidden == 0 => self.text(span),
            Token::Text(_) => {}
            Token::Start(start) => self.start(&start),
            Token::End(name) => self.end(name),
            Token::Comment(span) => {
                let inner = span.slice(self.file).strip_prefix("<!--").unwrap_or_default();
                let inner = inner.strip_suffix("-->").unwrap_or(inner);
                self.directives.extend(directive(inner).map(|directive| (span, directive)));
            }
        }
    }

    fn start(&mut self, start: &Start) {
        let tag = start.name.tag;
        self.close_implied(tag);
        if tag == Tag::Html && self.lang.is_none() {
            self.lang = start.get(Attribute::Lang);
        }
        if tag == Tag::Meta && self.alternates.len() < ALTERNATES {
            let alternate = start.get(Attribute::Hreflang).zip(start.get(Attribute::Href));
            self.alternates.extend(alternate);
        }
        if tag.is_block() {
            self.flush();
        }
        let hides = tag.is_hidden() || attributes::is_hidden(start, self.file);
        let closed = start.self_closing && matches!(tag, Tag::Svg | Tag::Math);
        if !tag.is_void() && !closed {
            self.push(start, hides);
        }
        if !hides && self.hidden == 0 {
            self.readable_attributes(start);
            match tag {
                Tag::Br => self.line_break(start.span),
                // A rule is a division: what follows does not belong with what went before.
                Tag::Hr => self.last_area = self.last_area.map(|_| u32::MAX),
                _ => {}
            }
        }
    }

    /// Closes what a start tag closes without saying so.
    fn close_implied(&mut self, tag: Tag) {
        if !tag.is_head() && self.top().is_some_and(|frame| frame.name.tag == Tag::Head) {
            self.pop_to(self.stack.len().saturating_sub(1));
        }
        if tag.is_block() {
            let nearest = self.stack.iter().rposition(|frame| frame.name.tag.is_block());
            if let Some(at) = nearest
                && self.stack.get(at).is_some_and(|frame| frame.name.tag == Tag::P)
            {
                self.pop_to(at);
            }
        }
        if let Some((is_same, stops)) = tag.closes()
            && let Some(at) = self
                .stack
                .iter()
                .rposition(|frame| is_same(frame.name.tag) || stops(frame.name.tag))
            && self.stack.get(at).is_some_and(|frame| is_same(frame.name.tag))
        {
            self.close(at);
        }
    }

    fn push(&mut self, start: &Start, hides: bool) {
        if self.stack.len() >= MAX_DEPTH {
            self.skipped = self.skipped.saturating_add(1);
            return;
        }
        let tag = start.name.tag;
        let outer = self.top();
        let mut frame = Frame {
            name: start.name,
            kind: tag.kind(outer.map_or(Kind::Paragraph, |frame| frame.kind)),
            region: outer.map_or(0, |frame| frame.region),
            area: outer.map_or(0, |frame| frame.area),
            lang: outer.and_then(|frame| frame.lang.clone()),
            is_link: tag == Tag::A && start.get(Attribute::Href).is_some(),
            hides,
            code: None,
        };
        if let Some(span) = start.get(Attribute::Lang) {
            frame.lang = lang::parse(span.slice(self.file).trim());
        }
        if tag.is_area() {
            self.areas += 1;
            frame.area = self.areas;
        }
        if !hides && self.hidden == 0 {
            self.open_region(start, &mut frame);
        }
        if tag == Tag::Code || tag == Tag::Pre {
            self.draft.settle();
            frame.code = Some(self.draft.len());
            self.codes += 1;
        }
        self.hidden += u32::from(hides);
        self.links += u32::from(frame.is_link);
        self.pre += u32::from(tag == Tag::Pre);
        self.stack.push(frame);
    }

    fn open_region(&mut self, start: &Start, frame: &mut Frame) {
        let within = |tag| matches!(tag, Tag::Article | Tag::Main | Tag::Section);
        let in_article =
            start.name.tag == Tag::Header && self.stack.iter().any(|frame| within(frame.name.tag));
        if let Some((evidence, kind)) = attributes::evidence(start, self.file, in_article) {
            frame.region = self.regions.add(frame.region, evidence, kind);
        }
        // The links of a menu stand side by side; each is an entry of its own.
        let listed =
            matches!(self.regions.kind(frame.region), Some(Kind::Navigation | Kind::Share));
        if frame.is_link && listed {
            self.flush();
        }
    }

    fn end(&mut self, name: Name) {
        if name.tag == Tag::Br || name.tag == Tag::P && !self.is_open(name) {
            // `</br>` is a line break and a lone `</p>` an empty paragraph, to browsers as well.
            self.flush();
            return;
        }
        if self.skipped > 0 && !name.tag.is_void() {
            self.skipped -= 1;
            if name.tag.is_block() {
                self.flush();
            }
            return;
        }
        let found = self.stack.iter().rposition(|frame| {
            frame.name == name || (frame.name.tag.is_scope() && !closes_scope(name.tag))
        });
        let Some(at) = found else { return };
        if self.stack.get(at).is_none_or(|frame| frame.name != name) {
            return;
        }
        self.close(at);
    }

    /// Closes an element with all that is open inside it; an inline one leaves the blocks inside it open.
    fn close(&mut self, at: usize) {
        let Some(tag) = self.stack.get(at).map(|frame| frame.name.tag) else { return };
        let crosses = self.stack.iter().skip(at + 1).any(|frame| frame.name.tag.is_block());
        if crosses && !tag.is_block() && !tag.is_hidden() {
            let frame = self.stack.remove(at);
            self.leave(&frame);
        } else {
            self.pop_to(at);
        }
    }

    fn is_open(&self, name: Name) -> bool {
        self.stack.iter().any(|frame| frame.name == name)
    }

    fn top(&self) -> Option<&Frame> {
        self.stack.last()
    }

    /// Closes the elements from position `at` of the stack on.
    fn pop_to(&mut self, at: usize) {
        while self.stack.len() > at
            && let Some(frame) = self.stack.pop()
        {
            self.leave(&frame);
        }
    }

    fn leave(&mut self, frame: &Frame) {
        if let Some(from) = frame.code {
            self.draft.mark_inert(from);
            self.codes -= 1;
        }
        let listed = frame.is_link
            && matches!(self.regions.kind(frame.region), Some(Kind::Navigation | Kind::Share));
        if frame.name.tag.is_block() || listed {
            self.flush();
        }
        self.hidden -= u32::from(frame.hides).min(self.hidden);
        self.links -= u32::from(frame.is_link).min(self.links);
        self.pre -= u32::from(frame.name.tag == Tag::Pre).min(self.pre);
    }

    /// One break is white space; two, with nothing between them, end the block.
    fn line_break(&mut self, tag: Span) {
        if self.broken {
            self.flush();
        }
        self.draft.space(tag);
        self.broken = true;
    }

    fn text(&mut self, span: Span) {
        let text = span.slice(self.file);
        let blank = text.bytes().all(is_blank);
        if blank {
            if self.pre == 0 {
                self.draft.space(span);
            } else if !self.draft.is_empty() {
                self.draft.push(span);
            }
            return;
        }
        if self.top().is_some_and(|frame| frame.name.tag == Tag::Head) {
            self.pop_to(self.stack.len().saturating_sub(1));
        }
        if self.broken && is_spacing(text) {
            return;
        }
        self.open_block();
        let before = self.draft.len();
        self.append(text, span);
        let added = self.draft.chars_from(before);
        self.chars += added;
        self.linked += if self.links > 0 { added } else { 0 };
        self.broken = false;
    }

    fn open_block(&mut self) {
        let Some(frame) = self.stack.last() else {
            self.opening.get_or_insert(Opening {
                kind: Kind::Paragraph,
                region: 0,
                area: 0,
                lang: None,
                outer: None,
                is_page_title: false,
            });
            return;
        };
        if let Some(opening) = &mut self.opening {
            if opening.lang != frame.lang {
                opening.lang = opening.outer.clone();
            }
            return;
        }
        let block = self.stack.iter().rev().find(|frame| frame.name.tag.is_block());
        self.opening = Some(Opening {
            kind: frame.kind,
            region: frame.region,
            area: frame.area,
            lang: frame.lang.clone(),
            outer: block.and_then(|frame| frame.lang.clone()),
            is_page_title: frame.name.tag == Tag::Title,
        });
    }

    /// Appends text, its references decoded.
    fn append(&mut self, text: &str, span: Span) {
        let base = span.range().start;
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest.find('&').unwrap_or(rest.len());
            self.plain(Span::of(base + at, base + at + plain));
            at += plain;
            let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) else { return };
            at += if let Some((decoded, len)) = entity::decode(rest, Place::Text) {
                self.decoded(&decoded, Span::of(base + at, base + at + len));
                len
            } else {
                self.plain(Span::of(base + at, base + at + 1));
                1
            };
        }
    }

    fn plain(&mut self, span: Span) {
        if self.pre > 0 {
            let skip = if self.draft.is_empty() {
                span.slice(self.file).bytes().take_while(|byte| is_blank(*byte)).count()
            } else {
                0
            };
            self.draft.push(Span::of(span.range().start + skip, span.range().end));
        } else {
            self.draft.collapse(span);
        }
    }

    fn decoded(&mut self, text: &str, span: Span) {
        if self.pre == 0 && text.bytes().all(is_blank) {
            self.draft.space(span);
        } else {
            self.draft.push_decoded(text, span);
        }
    }

    /// Ends the block that is being collected.
    fn flush(&mut self) {
        self.broken = false;
        if self.codes > 0 {
            self.mark_open_code();
        }
        let (chars, linked) = (std::mem::take(&mut self.chars), std::mem::take(&mut self.linked));
        let opening = self.opening.take();
        let passage = self.draft.finish(self.id);
        let (Some(opening), Some(passage)) = (opening, passage) else { return };
        let block = Block {
            kind: Some(opening.kind),
            lang: opening.lang,
            link_percent: percent(linked, chars),
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
        self.blocks.push((block, region));
    }

    fn readable_attributes(&mut self, start: &Start) {
        for (kind, span) in attributes::readable(start, self.file) {
            let Some(passage) = self.value(span) else { continue };
            let top = self.top();
            let (region, area) = top.map_or((0, 0), |frame| (frame.region, frame.area));
            let lang = top.and_then(|frame| frame.lang.clone());
            let block = Block { kind: Some(kind), lang, ..Block::plain(passage) };
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
    pub(super) fn finish(mut self) -> Page {
        self.pop_to(0);
        self.flush();
        let verdicts = self.regions.judge();
        let mut titled = false;
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len() + 1);
        for (mut block, region) in self.blocks {
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
            blocks.push(block);
        }
        if !self.has_h1 {
            blocks.extend(self.title);
        }
        blocks.sort_by_key(|block| block.passage.location().span.start());
        Page { blocks, directives: self.directives, lang: self.lang, alternates: self.alternates }
    }
}

/// Does the region say more of such a block than its element?
fn is_general(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::ListItem | Kind::TableCell | Kind::Quote)
}

/// May the end tag close an element beyond a table or cell?
fn closes_scope(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Row | Tag::Cell | Tag::Body | Tag::Html) || tag.is_hidden()
}

/// Is it an empty line made of no-break spaces, as word processors write them?
fn is_spacing(text: &str) -> bool {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skip = if first.is_whitespace() {
            first.len_utf8()
        } else if let Some(spaces) = ["&nbsp;", "&#160;"].iter().find(|s| rest.starts_with(**s)) {
            spaces.len()
        } else {
            return false;
        };
        rest = rest.get(skip..).unwrap_or_default();
    }
    true
}
