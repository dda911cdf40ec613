//! Follows the nesting of a page and collects its blocks of text.
//!
//! The open elements stand on an explicit stack of bounded height. Nesting is mended as browsers do, as far as it
//! changes what is read: a list item closes the one before it, an end tag closes what was left open inside, one that
//! closes nothing is passed over, and an inline element that is closed too late (`<b><p></b>`) is taken out of the
//! middle of the stack. Elements beyond the height are read as if they were not there.

mod collect;

use unic_langid::LanguageIdentifier;

use crate::document::{Block, Directive, Kind, Outline, directive};
use crate::format::draft::{Draft, is_blank};
use crate::format::html::attributes;
use crate::format::html::element::{Name, Tag};
use crate::format::html::entity::{self, Place};
use crate::format::html::outline;
use crate::format::html::regions::{RegionId, Regions};
use crate::format::html::tokens::{Attribute, Stand, Start, Token};
use crate::lang;
use crate::text::{SourceId, Span};

/// Open elements that are kept apart; WebKit and Blink stop at 512 too.
const MAX_DEPTH: usize = 512;

/// An element that is open.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
struct Frame {
    name: Name,
    /// What a block of text in it is.
    kind: Kind,
    region: RegionId,
    /// Number of the nearest division round it.
    area: u32,
    /// Number of the nearest block element round it in the outline, itself included.
    element: u32,
    /// For a part of a line: does it belong to a picture or film?
    is_media: bool,
    lang: Option<LanguageIdentifier>,
    is_link: bool,
    hides: bool,
    /// Is what stands inside not to be translated?
    is_kept: bool,
    /// Is what stands inside SVG or MathML?
    is_foreign: bool,
    /// Does it keep what is inside from closing what is outside?
    is_scope: bool,
    /// Where inert text began in the draft.
    code: Option<u32>,
}

/// What is known of the block that is being collected, from where its first text stands.
#[derive(Debug)]
struct Opening {
    kind: Kind,
    region: RegionId,
    area: u32,
    element: u32,
    is_media: bool,
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
pub(in crate::format::html) struct Page {
    pub(in crate::format::html) blocks: Vec<Block>,
    pub(in crate::format::html) outline: Outline,
    pub(in crate::format::html) directives: Vec<(Span, Directive)>,
    /// Where `<html lang>` stands.
    pub(in crate::format::html) lang: Option<Span>,
    /// Where the first block stands for which there was no room.
    pub(in crate::format::html) cut: Option<Span>,
    /// Languages and addresses of `<link rel="alternate" hreflang>`, as written.
    pub(in crate::format::html) alternates: Vec<(Span, Span)>,
}

#[derive(Debug)]
pub(in crate::format::html) struct Builder<'t> {
    /// Is the page XML?
    pub(in crate::format::html) is_xml: bool,
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
    blocks: Vec<Block>,
    outline: Outline,
    cut: Option<Span>,
    /// The region of each block.
    places: Vec<RegionId>,
    title: Option<Block>,
    has_h1: bool,
    section: u32,
    last_area: Option<u32>,
    directives: Vec<(Span, Directive)>,
    lang: Option<Span>,
    alternates: Vec<(Span, Span)>,
}

impl<'t> Builder<'t> {
    pub(in crate::format::html) fn new(id: SourceId, file: &'t str) -> Self {
        Self {
            is_xml: false,
            id,
            file,
            cut: None,
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
            outline: Outline::default(),
            places: Vec::new(),
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
    pub(in crate::format::html) fn take(&mut self, token: Token) -> Stand {
        let mut is_html = true;
        match token {
            Token::Text(span) if self.hidden == 0 => self.text(span, false),
            Token::Literal(span) if self.hidden == 0 => self.text(span, true),
            Token::Text(_) | Token::Literal(_) => {}
            Token::Start(start) => {
                self.break_out(start.name);
                // An `svg` in HTML has a content that is none.
                is_html = !self.in_foreign() && !matches!(start.name.tag, Tag::Svg | Tag::Math);
                self.start(&start);
            }
            Token::End(name) => self.end(name),
            Token::Comment(span) => {
                let inner = span.slice(self.file).strip_prefix("<!--").unwrap_or_default();
                let inner = inner.strip_suffix("-->").unwrap_or(inner);
                self.directives.extend(directive(inner).map(|directive| (span, directive)));
            }
        }
        let is_html = is_html && !self.is_xml;
        Stand { is_html, in_foreign: self.is_xml || self.in_foreign() }
    }

    fn in_foreign(&self) -> bool {
        self.top().is_some_and(|frame| frame.is_foreign)
    }

    /// Closes SVG and MathML that a paragraph or another element of HTML shows to have been left open.
    fn break_out(&mut self, name: Name) {
        if self.in_foreign() && name.breaks_out {
            let html = self.stack.iter().rposition(|frame| !frame.is_foreign);
            self.pop_to(html.map_or(0, |at| at + 1));
        }
    }

    fn start(&mut self, start: &Start) {
        let tag = start.name.tag;
        let foreign = self.in_foreign();
        if !foreign {
            self.close_implied(tag);
        }
        if tag == Tag::Html && self.lang.is_none() {
            self.lang = start.get(Attribute::Lang);
        }
        if tag == Tag::Meta && self.alternates.len() < ALTERNATES {
            let alternate = start.get(Attribute::Hreflang).zip(start.get(Attribute::Href));
            self.alternates.extend(alternate);
        }
        if tag.is_block() && self.hidden == 0 {
            self.flush();
        }
        let hides = tag.is_hidden() || attributes::is_hidden(start, self.file);
        let seen = self.hidden == 0 && !attributes::is_hidden(start, self.file);
        let may_be_whole = foreign || self.is_xml || matches!(tag, Tag::Svg | Tag::Math);
        let closed = start.self_closing && may_be_whole;
        if !closed && (foreign || !tag.is_void()) {
            self.push(start, hides);
        }
        if seen {
            // A chart and a frame have names, though what is in them is not read.
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
            let stops = |frame: &Frame| frame.name.tag.is_block() || frame.is_scope;
            let nearest = self.stack.iter().rposition(stops);
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
            element: outer.map_or(0, |frame| frame.element),
            is_media: outer.is_some_and(|frame| frame.is_media),
            lang: outer.and_then(|frame| frame.lang.clone()),
            is_link: tag == Tag::A && start.get(Attribute::Href).is_some(),
            hides,
            is_kept: attributes::translates(start, self.file)
                .map_or_else(|| self.is_kept(), |translates| !translates),
            is_scope: tag.is_scope()
                || tag.is_island() && outer.is_some_and(|outer| outer.is_foreign),
            is_foreign: match outer {
                Some(outer) if outer.is_foreign => !tag.is_island(),
                _ => matches!(tag, Tag::Svg | Tag::Math),
            },
            code: None,
        };
        if let Some(span) = start.get(Attribute::Lang) {
            frame.lang = lang::parse(span.slice(self.file).trim());
        }
        self.place(start, &mut frame);
        if tag.is_area() {
            self.areas += 1;
            frame.area = self.areas;
        }
        if !hides && self.hidden == 0 {
            self.open_region(start, &mut frame);
        }
        if frame.is_kept && !self.is_kept() {
            // The space before it is not part of it.
            self.draft.settle();
        }
        if matches!(tag, Tag::Code | Tag::Pre | Tag::Xmp) {
            self.draft.settle();
            frame.code = Some(self.draft.len());
            self.codes += 1;
        }
        self.hidden += u32::from(hides);
        self.links += u32::from(frame.is_link);
        self.pre += u32::from(tag.is_spaced());
        self.stack.push(frame);
    }

    /// Gives an element its place in the outline.
    fn place(&mut self, start: &Start, frame: &mut Frame) {
        if start.name.tag.is_block() {
            let element = outline::element(start, self.file, frame.element, &self.outline);
            frame.element = self.outline.add(element);
            frame.is_media = false;
        } else {
            frame.is_media |= outline::is_media(start, self.file);
        }
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
        if frame.is_link && (listed || self.touches_link()) {
            self.flush();
        }
    }

    /// Did the block so far hold nothing but links, of which the last ends right here? Whoever lays them out sets them apart.
    fn touches_link(&self) -> bool {
        self.links == 0 && self.chars > 0 && self.linked == self.chars && !self.draft.has_space()
    }

    fn end(&mut self, name: Name) {
        if name.tag == Tag::Br || name.tag == Tag::P && !self.is_open(name) {
            // `</br>` is a line break and a lone `</p>` an empty paragraph, to browsers as well.
            self.flush();
            return;
        }
        if self.skipped > 0 && !name.tag.is_void() {
            self.skipped -= 1;
            if name.tag.is_block() && self.hidden == 0 {
                self.flush();
            }
            return;
        }
        let found = self
            .stack
            .iter()
            .rposition(|frame| frame.name == name || (frame.is_scope && !closes_scope(name.tag)));
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

    /// Is what stands here not to be translated?
    fn is_kept(&self) -> bool {
        self.top().is_some_and(|frame| frame.is_kept)
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
        let hidden = self.hidden - u32::from(frame.hides).min(self.hidden);
        if listed || frame.name.tag.is_block() && hidden == 0 {
            self.flush();
        }
        self.hidden = hidden;
        self.links -= u32::from(frame.is_link).min(self.links);
        self.pre -= u32::from(frame.name.tag.is_spaced()).min(self.pre);
    }

    /// One break is white space; two, with nothing between them, end the block.
    fn line_break(&mut self, tag: Span) {
        if self.broken {
            self.flush();
        }
        self.draft.space(tag);
        self.broken = true;
    }

    fn text(&mut self, span: Span, literal: bool) {
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
        let voice = self.voice();
        let raw = |frame: &Frame| matches!(frame.name.tag, Tag::Xmp | Tag::Plaintext);
        if literal || self.top().is_some_and(raw) {
            self.plain(span);
        } else {
            self.append(text, span);
        }
        if let Some(voice) = voice {
            self.draft.mark_voice(before, &voice);
        }
        if self.is_kept() {
            self.draft.mark_inert(before);
        }
        let added = self.draft.chars_from(before);
        self.chars += added;
        self.linked += if self.links > 0 { added } else { 0 };
        self.broken = false;
    }

    /// The language of an inline element, where it is not that of the block round it.
    fn voice(&self) -> Option<LanguageIdentifier> {
        let own = self.top()?.lang.as_ref()?;
        let outer = self.opening.as_ref()?.outer.as_ref();
        (outer != Some(own)).then(|| own.clone())
    }

    fn open_block(&mut self) {
        let Some(frame) = self.stack.last() else {
            self.opening.get_or_insert(Opening {
                kind: Kind::Paragraph,
                region: 0,
                area: 0,
                element: 0,
                is_media: false,
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
            element: frame.element,
            is_media: frame.is_media,
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
