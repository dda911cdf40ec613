//! A page as tags, comments and text, each with its exact bytes.
//!
//! `html5gum` (a tokeniser held to the tests of the WHATWG) says where tags and comments begin and end. `lol_html` gives
//! exact text chunks too, but is a rewriter with an engine for CSS selectors, of which nothing is needed here.
//! Text is what lies between two tags, taken from the file undecoded, because a decoded text no longer tells where
//! its references stood.
//!
//! The tokeniser has no tree, so whoever follows the tree is asked for what depends on one: `<title/>` and `<style/>` inside
//! SVG do not swallow the rest of the page, and `<![CDATA[` is a section there and a comment elsewhere.

use std::borrow::Cow;
use std::cell::Cell;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, State, Tokenizer};

use crate::text::Span;

use super::element::{Name, Tag};

/// Attributes that are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the attributes")]
pub(super) enum Attribute {
    Alt,
    AriaHidden,
    AriaLabel,
    Class,
    Hidden,
    Href,
    Hreflang,
    Id,
    Itemprop,
    Label,
    Lang,
    Placeholder,
    Role,
    Style,
    Title,
    Translate,
    Type,
    Value,
}

impl Attribute {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"alt" => Self::Alt,
            b"aria-hidden" => Self::AriaHidden,
            b"aria-label" => Self::AriaLabel,
            b"class" => Self::Class,
            b"hidden" => Self::Hidden,
            b"href" => Self::Href,
            b"hreflang" => Self::Hreflang,
            b"id" => Self::Id,
            b"itemprop" => Self::Itemprop,
            b"label" => Self::Label,
            b"lang" | b"xml:lang" => Self::Lang,
            b"placeholder" => Self::Placeholder,
            b"role" => Self::Role,
            b"style" => Self::Style,
            b"title" => Self::Title,
            b"translate" => Self::Translate,
            b"type" => Self::Type,
            b"value" => Self::Value,
            _ => return None,
        })
    }
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Start {
    /// Name of the element.
    pub(super) name: Name,
    /// The attributes that are looked at, the first of each name, with the bytes of their values as written.
    pub(super) attributes: Vec<(Attribute, Span)>,
    /// Does the tag end with `/>`?
    pub(super) self_closing: bool,
    /// The whole tag.
    pub(super) span: Span,
}

impl Start {
    /// The bytes of an attribute's value; empty for an attribute without one.
    pub(super) fn get(&self, name: Attribute) -> Option<Span> {
        self.attributes.iter().find(|(other, _)| *other == name).map(|(_, span)| *span)
    }
}

/// A part of a page.
#[derive(Debug)]
pub(super) enum Token {
    /// Text as written, references and all.
    Text(Span),
    /// Text that stands for itself, without references.
    Literal(Span),
    /// `<p class=…>`.
    Start(Start),
    /// `</p>`.
    End(Name),
    /// `<!-- … -->`, whole.
    Comment(Span),
}

/// Where the tree stands behind a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    /// Is the element that a start tag opened one of HTML, and not of SVG or MathML?
    pub(super) is_html: bool,
    /// Is what comes next content of SVG or MathML?
    pub(super) in_foreign: bool,
}

/// Reads a part of `file` and hands on what it consists of, in order.
pub(super) fn scan(file: &str, part: Span, on: impl FnMut(Token) -> Stand) {
    let text = part.slice(file);
    let foreign = Cell::new(false);
    let base = part.range().start;
    let mut scanner = Scanner { file, base, last: base, foreign: &foreign, is_literal: false, on };
    let emitter = Quiet(CallbackEmitter::new(Scribe::default()), &foreign);
    let text = parted(text);
    let mut tokenizer = Tokenizer::new_with_emitter(&*text, emitter);
    while let Some(Ok(token)) = tokenizer.next() {
        if let Some(state) = scanner.take(token) {
            tokenizer.set_state(state);
        }
    }
    scanner.finish(part.range().end);
}

/// The text with a slash for one in [`CHAIN`] of the spaces behind a double quote, all lengths kept.
///
/// The tokeniser (html5gum 0.9) goes from one attribute in double quotes to the next by a nested call, so that a tag with some
/// twenty thousand of them overflows the stack. A slash between attributes means nothing but leads past that
/// call. What is read is always taken from the file and never from this text.
fn parted(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_space = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    let mut slashes = Vec::new();
    let mut chain = 0;
    for (at, _) in text.match_indices('"').filter(|(at, _)| is_space(at + 1)) {
        chain += 1;
        // Before the end of a tag the slash would close the element; there the chain ends anyway.
        if chain >= CHAIN && bytes.get(at + 2) != Some(&b'>') {
            slashes.push(at + 1);
            chain = 0;
        }
    }
    if slashes.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in slashes {
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push('/');
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Attributes that are read by nested calls at most.
const CHAIN: usize = 16;

struct Scanner<'t, F> {
    file: &'t str,
    base: usize,
    /// End of the last tag or comment.
    last: usize,
    /// Is what comes next content of SVG or MathML? The tokeniser asks.
    foreign: &'t Cell<bool>,
    /// Is what comes next text, tags and all, as in `textarea`?
    is_literal: bool,
    on: F,
}

impl<F: FnMut(Token) -> Stand> Scanner<'_, F> {
    /// Hands on the text before a token and the token; answers the state that its content is read in.
    fn take(&mut self, token: Raw) -> Option<State> {
        match token {
            Raw::Start(mut start) => {
                start.span = start.span.shift(Span::of(0, self.base).end());
                for (_, value) in &mut start.attributes {
                    // No value starts at offset 0: the attribute has none.
                    *value = match value.range().start {
                        0 => Span::at(start.span.start()),
                        at => self.value(at + self.base),
                    };
                }
                self.markup(start.span);
                let tag = start.name.tag;
                let is_html = self.tell(Token::Start(start)).is_html;
                let state = if is_html { state(tag) } else { None };
                self.is_literal = state.is_some();
                state
            }
            Raw::End(name, span) => {
                self.markup(span.shift(Span::of(0, self.base).end()));
                self.is_literal = false;
                self.tell(Token::End(name));
                None
            }
            Raw::Comment(span) => {
                let span = span.shift(Span::of(0, self.base).end());
                self.markup(span);
                self.tell(Token::Comment(span));
                None
            }
            Raw::Nothing(span) => {
                self.markup(span.shift(Span::of(0, self.base).end()));
                None
            }
        }
    }

    fn tell(&mut self, token: Token) -> Stand {
        let stand = (self.on)(token);
        self.foreign.set(stand.in_foreign);
        stand
    }

    fn markup(&mut self, span: Span) {
        let range = span.range();
        self.text(range.start);
        self.last = self.last.max(range.end);
    }

    /// Hands on the text up to an offset; `</>` in it is a tag that browsers pass over.
    fn text(&mut self, end: usize) {
        while let Some((section, inside)) = self.section(end) {
            self.plain(section.range().start);
            self.tell(Token::Literal(inside));
            self.last = section.range().end;
        }
        self.plain(end);
    }

    /// The next CDATA section before an offset, and what is in it; only where there are any.
    fn section(&self, end: usize) -> Option<(Span, Span)> {
        const OPEN: &str = "<![CDATA[";
        let text = self.file.get(self.last..end).filter(|_| self.foreign.get())?;
        let start = text.find(OPEN)?;
        let inside = text.get(start + OPEN.len()..)?;
        let len = inside.find("]]>");
        let from = self.last + start + OPEN.len();
        let to = from + len.unwrap_or(inside.len());
        let close = if len.is_some() { "]]>".len() } else { 0 };
        Some((Span::of(self.last + start, to + close), Span::of(from, to)))
    }

    fn plain(&mut self, end: usize) {
        let literal = self.is_literal;
        let mark = |text: &str| text.find("</>").filter(|_| !literal);
        while let Some(at) = self.file.get(self.last..end).and_then(mark) {
            let found = self.last + at;
            if at > 0 {
                self.tell(Token::Text(Span::of(self.last, found)));
            }
            self.last = found + 3;
        }
        if end > self.last {
            self.tell(Token::Text(Span::of(self.last, end)));
        }
    }

    /// The bytes of the attribute value that starts at an offset, its quotes left out.
    fn value(&self, start: usize) -> Span {
        let bytes = self.file.as_bytes();
        let rest = bytes.get(start..).unwrap_or_default();
        let quote = start.checked_sub(1).and_then(|before| bytes.get(before)).copied();
        let len = match quote {
            Some(quote @ (b'"' | b'\'')) => rest.iter().position(|byte| *byte == quote),
            _ => rest.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>'),
        };
        Span::of(start, start + len.unwrap_or(0))
    }

    /// Hands on the text behind the last tag. A tag that the file's end cuts off is no text.
    fn finish(&mut self, end: usize) {
        let rest = self.file.get(self.last..end).unwrap_or_default();
        if self.is_literal {
            self.text(end);
            return;
        }
        let cut = rest.match_indices('<').find(|(at, _)| {
            let tail = rest.get(at + 1..).unwrap_or_default();
            tail.strip_prefix('/').unwrap_or(tail).starts_with(|c: char| c.is_ascii_alphabetic())
        });
        let len = cut.map_or(rest.len(), |(at, _)| at);
        self.text(self.last + len);
    }
}

/// The state in which the content of an element of HTML is read (HTML standard, section 13.2.6; a browser with scripts).
fn state(tag: Tag) -> Option<State> {
    match tag {
        Tag::Title | Tag::Textarea => Some(State::RcData),
        Tag::Script => Some(State::ScriptData),
        Tag::Style | Tag::Raw | Tag::Noscript | Tag::Xmp => Some(State::RawText),
        Tag::Plaintext => Some(State::PlainText),
        _ => None,
    }
}

/// What the tokeniser reports; spans are relative to its input.
#[derive(Debug)]
enum Raw {
    Start(Start),
    End(Name, Span),
    Comment(Span),
    /// A document type.
    Nothing(Span),
}

/// The emitter without the check of every character for those that HTML forbids.
#[derive(Debug)]
struct Quiet<'c>(CallbackEmitter<Scribe, Raw, usize>, &'c Cell<bool>);

impl ForwardingEmitter for Quiet<'_> {
    type Token = Raw;

    fn inner(&mut self) -> &mut impl Emitter<Token = Raw> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.1.get()
    }
}

/// Puts a start tag together from the events that it comes in.
#[derive(Debug, Default)]
struct Scribe {
    start: Option<Start>,
    /// The attribute whose value comes next, if it is looked at.
    attribute: Option<usize>,
}

impl html5gum::emitters::callback::Callback<Raw, usize> for Scribe {
    fn handle_event(
        &mut self,
        event: CallbackEvent<'_>,
        span: html5gum::Span<usize>,
    ) -> Option<Raw> {
        let at = Span::of(span.start, span.end);
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = Name::of(name);
                self.attribute = None;
                self.start =
                    Some(Start { name, attributes: Vec::new(), self_closing: false, span: at });
            }
            CallbackEvent::AttributeName { name } => self.name(name),
            CallbackEvent::AttributeValue { .. } => self.value(at),
            CallbackEvent::CloseStartTag { self_closing } => {
                let mut start = self.start.take()?;
                start.self_closing = self_closing;
                start.span = start.span.cover(at);
                return Some(Raw::Start(start));
            }
            CallbackEvent::EndTag { name } => {
                self.start = None;
                return Some(Raw::End(Name::of(name), at));
            }
            CallbackEvent::Comment { .. } => return Some(Raw::Comment(at)),
            CallbackEvent::Doctype { .. } => return Some(Raw::Nothing(at)),
            CallbackEvent::String { .. } | CallbackEvent::Error(_) => {}
        }
        None
    }
}

impl Scribe {
    fn name(&mut self, name: &[u8]) {
        self.attribute = None;
        let (Some(start), Some(attribute)) = (&mut self.start, Attribute::of(name)) else { return };
        if start.get(attribute).is_none() {
            self.attribute = Some(start.attributes.len());
            start.attributes.push((attribute, Span::default()));
        }
    }

    fn value(&mut self, at: Span) {
        let index = self.attribute.take();
        let attributes = self.start.as_mut().map(|start| &mut start.attributes);
        if let (Some(attributes), Some(index)) = (attributes, index)
            && let Some((_, value)) = attributes.get_mut(index)
        {
            *value = at;
        }
    }
}
