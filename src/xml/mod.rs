//! XML as a stream of tokens with exact places, over quick-xml: no tree, no recursion, nothing fetched.
//!
//! Rules for every XML format of the program:
//! - a DOCTYPE with an internal subset is refused (entities declared there are how XML is made to explode or to
//!   read other files), one that only names an external DTD is skipped;
//! - an entity that XML itself does not declare is a fault, and its spelling stays in the text;
//! - more than [`MAX_DEPTH`] nested elements are refused: no format of texts or terms needs a tenth of that;
//! - an encoding other than UTF-8 and UTF-16 is refused where it matters, that is where the file is not plain
//!   ASCII: offsets, and writing the file back, hold for the encodings of [`SourceFile`] only;
//! - at the first mistake in the markup reading stops with a fault; what came before is kept.

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::{BytesStart, Event};

use crate::message::Message;
use crate::text::{Encoding, Location, SourceFile, SourceId, Span};

pub(crate) mod escape;

crate::messages! { MESSAGES;
    internal_subset = "xml-internal-subset" ();
    foreign_encoding = "xml-foreign-encoding" (encoding);
    too_deep = "xml-too-deep" (limit);
    truncated = "xml-truncated" ();
    mismatched_tag = "xml-mismatched-tag" (expected, found);
    malformed = "xml-malformed" ();
    undeclared_entity = "xml-undeclared-entity" (entity);
    bare_ampersand = "xml-bare-ampersand" ();
}

/// Why a file was not read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is the matter, and what to do.
    pub message: Message,
    /// Where in the file.
    pub at: Location,
}

/// Who takes note of what could not be read of a file.
pub trait Faults {
    /// The file.
    fn source(&self) -> SourceId;

    /// Takes note of a fault.
    fn fault(&mut self, span: Span, message: Message);
}

/// Refuses the file.
fn refuse<T>(out: &impl Faults, span: Span, message: Message) -> Result<T, Refusal> {
    Err(Refusal { message, at: Location { source: out.source(), span } })
}

/// Elements that may stand inside each other.
pub(crate) const MAX_DEPTH: u32 = 256;

/// A piece of an XML file.
#[derive(Debug)]
pub(crate) enum Token<'t> {
    /// A tag that opens an element; an empty element is followed by its end.
    Start(Tag<'t>),
    /// The end of an element: its name without prefix, and the place of the tag.
    End(&'t str, Span),
    /// Text as it stands, without references (also a CDATA section's inside).
    Text(&'t str, Span),
    /// The character of a reference; an undeclared one is text as it stands.
    Reference(char, Span),
}

/// An opening tag.
#[derive(Debug)]
pub(crate) struct Tag<'t> {
    start: BytesStart<'t>,
    /// Name without prefix.
    pub(crate) name: &'t str,
    /// Place of the tag.
    pub(crate) span: Span,
}

impl Tag<'_> {
    /// The value of an attribute, by its name with its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.find(|key| key == name)
    }

    /// The value of an attribute, by its name without a prefix, whatever prefix it has.
    pub(crate) fn local_attribute(&self, name: &str) -> Option<String> {
        self.find(|key| key.rsplit(':').next() == Some(name))
    }

    /// Is the attribute there with this value?
    pub(crate) fn says(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|found| found.eq_ignore_ascii_case(value))
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        // Checking for repeated names takes quadratic time; the first one counts.
        self.start
            .attributes()
            .with_checks(false)
            .map_while(Result::ok)
            .find(|attribute| wanted(attribute.key.as_ref()))
            .map(|attribute| attribute_value(attribute.value.as_ref()))
    }
}

/// Goes through a file.
pub(crate) struct Scanner<'t> {
    reader: Reader<&'t [u8]>,
    file: &'t SourceFile,
    /// Bytes before the first that quick-xml sees.
    base: u64,
    depth: u32,
    /// Name of the element that was opened last.
    opened: &'t str,
    done: bool,
}

impl<'t> Scanner<'t> {
    /// At the start of the file.
    pub(crate) fn new(file: &'t SourceFile) -> Self {
        // quick-xml would leave a second byte order mark out without counting it.
        let text = file.text.trim_start_matches('\u{FEFF}');
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        let base = (file.text.len() - text.len()) as u64;
        Self { reader, file, base, depth: 0, opened: "", done: false }
    }

    /// The tag of the root element; `None` where there is none.
    ///
    /// # Errors
    ///
    /// As [`Scanner::next`].
    pub(crate) fn root(&mut self, out: &mut impl Faults) -> Result<Option<Tag<'t>>, Refusal> {
        while let Some(token) = self.next(out)? {
            match token {
                Token::Start(tag) => return Ok(Some(tag)),
                Token::Text(text, _) if text.trim().is_empty() => {}
                _ => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The next token; `None` at the end, or at a mistake in the markup, which becomes a fault.
    ///
    /// # Errors
    ///
    /// Refuses the file for what the module's rules name.
    pub(crate) fn next(&mut self, out: &mut impl Faults) -> Result<Option<Token<'t>>, Refusal> {
        while !self.done {
            let from = self.position();
            let event = self.reader.read_event();
            let span = Span::of(from, self.position());
            match event {
                Ok(event) => {
                    if let Some(token) = self.token(event, span, out)? {
                        return Ok(Some(token));
                    }
                }
                Err(error) => self.stop(&error, out),
            }
        }
        Ok(None)
    }

    /// Leaves an element that has just been opened out, with all that is in it.
    ///
    /// # Errors
    ///
    /// As [`Scanner::next`].
    pub(crate) fn skip(&mut self, out: &mut impl Faults) -> Result<(), Refusal> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next(out)?.is_some() {}
        Ok(())
    }

    /// The text of an element that has just been opened, and where it stands.
    ///
    /// # Errors
    ///
    /// As [`Scanner::next`].
    pub(crate) fn content(&mut self, out: &mut impl Faults) -> Result<(String, Span), Refusal> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        let mut at: Option<Span> = None;
        while self.depth > outside {
            let Some(token) = self.next(out)? else { break };
            let span = match token {
                Token::Text(part, span) => {
                    text.push_str(part);
                    span
                }
                Token::Reference(part, span) => {
                    text.push(part);
                    span
                }
                Token::Start(_) | Token::End(..) => continue,
            };
            at = Some(at.map_or(span, |at| at.cover(span)));
        }
        Ok((text, at.unwrap_or(Span::of(self.position(), self.position()))))
    }

    /// Elements that are open.
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    fn position(&self) -> usize {
        usize::try_from(self.base + self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn token(
        &mut self,
        event: Event<'t>,
        span: Span,
        out: &mut impl Faults,
    ) -> Result<Option<Token<'t>>, Refusal> {
        match event {
            Event::Start(start) | Event::Empty(start) => self.open(start, span, out).map(Some),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Some(Token::End(self.end_name(span), span)))
            }
            Event::Text(_) => Ok(self.text(span, out)),
            Event::CData(_) => {
                let inside = Span::of(
                    span.start() as usize + "<![CDATA[".len(),
                    (span.end() as usize).saturating_sub("]]>".len()),
                );
                Ok(Some(Token::Text(inside.slice(&self.file.text), inside)))
            }
            Event::GeneralRef(_) => Ok(Some(self.reference(span, out))),
            Event::DocType(_) => self.doctype(span, out),
            Event::Decl(decl) => {
                let encoding = decl.encoding().and_then(Result::ok);
                self.encoding(encoding.as_deref(), span, out)
            }
            Event::Comment(_) | Event::PI(_) => Ok(None),
            Event::Eof => {
                if self.depth > 0 {
                    out.fault(self.end_of_file(), truncated());
                }
                self.done = true;
                Ok(None)
            }
        }
    }

    fn open(
        &mut self,
        start: BytesStart<'t>,
        span: Span,
        out: &impl Faults,
    ) -> Result<Token<'t>, Refusal> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return refuse(out, span, too_deep(MAX_DEPTH));
        }
        let name = local(span.slice(&self.file.text).trim_start_matches('<'));
        self.opened = name;
        Ok(Token::Start(Tag { start, name, span }))
    }

    /// The name of the element that ends; an empty element's end has no tag of its own.
    fn end_name(&self, span: Span) -> &'t str {
        if span.is_empty() {
            return self.opened;
        }
        local(span.slice(&self.file.text).trim_start_matches(['<', '/']))
    }

    fn text(&self, span: Span, out: &mut impl Faults) -> Option<Token<'t>> {
        let raw = span.slice(&self.file.text);
        if raw.starts_with('&') {
            out.fault(Span::of(span.start() as usize, span.start() as usize + 1), bare_ampersand());
        }
        (!raw.is_empty()).then_some(Token::Text(raw, span))
    }

    fn reference(&self, span: Span, out: &mut impl Faults) -> Token<'t> {
        let raw = span.slice(&self.file.text);
        let name = raw.trim_start_matches('&').trim_end_matches(';');
        if let Some(c) = resolve(name) {
            return Token::Reference(c, span);
        }
        out.fault(span, undeclared_entity(raw));
        Token::Text(raw, span)
    }

    fn doctype(&self, span: Span, out: &impl Faults) -> Result<Option<Token<'t>>, Refusal> {
        if has_internal_subset(span.slice(&self.file.text)) {
            return refuse(out, span, internal_subset());
        }
        Ok(None)
    }

    fn encoding(
        &self,
        declared: Option<&str>,
        span: Span,
        out: &impl Faults,
    ) -> Result<Option<Token<'t>>, Refusal> {
        const KNOWN: &[&str] =
            &["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"];
        // Spaces round it are not allowed and do no harm.
        let Some(name) = declared.map(str::trim) else { return Ok(None) };
        let known = KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name));
        // A byte order mark says more than the declaration.
        if known || self.file.encoding != Encoding::Utf8 || self.file.text.is_ascii() {
            return Ok(None);
        }
        refuse(out, span, foreign_encoding(name))
    }

    fn stop(&mut self, error: &Error, out: &mut impl Faults) {
        self.done = true;
        let at = usize::try_from(self.base + self.reader.error_position()).unwrap_or(usize::MAX);
        let (span, message) = match error {
            Error::Syntax(SyntaxError::InvalidBangMarkup) => (self.tag_at(at), malformed()),
            Error::Syntax(_) => (self.end_of_file(), truncated()),
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                (self.tag_at(at), mismatched_tag(format!("</{expected}>"), format!("</{found}>")))
            }
            _ => (self.tag_at(at), malformed()),
        };
        // The element stays open: what is in it was not read whole.
        self.depth = self.depth.max(1);
        out.fault(span, message);
    }

    /// The markup that begins here, at most 80 bytes of it.
    fn tag_at(&self, at: usize) -> Span {
        let text = &self.file.text;
        let rest = text.get(at..).unwrap_or_default();
        let len = rest
            .char_indices()
            .map(|(index, c)| index + c.len_utf8())
            .take_while(|end| *end <= 80)
            .find(|end| rest.get(..*end).is_some_and(|part| part.ends_with('>')))
            .unwrap_or(rest.len().min(1));
        Span::of(at, at + len)
    }

    fn end_of_file(&self) -> Span {
        Span::of(self.file.text.len(), self.file.text.len())
    }
}

/// The bytes of an XML file that declares another encoding, as UTF-8; `None` where it is UTF-8 or UTF-16, where the
/// encoding is not known, and where the bytes are not in it.
///
/// Offsets are then those of the new bytes, so this is for files that are never written back. The declaration is
/// overwritten in place, so that lines and columns stay.
pub(crate) fn transcode(bytes: &[u8]) -> Option<Vec<u8>> {
    let end = bytes.iter().take(256).position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let rest = declaration.trim_start().strip_prefix("<?xml")?;
    let (_, rest) = rest.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let name = rest.get(1..)?.split(['"', '\'']).next()?;
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes())?;
    if [encoding_rs::UTF_8, encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&encoding) {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let declared = format!("{:<1$}", "utf-8", name.len());
    Some(text.replacen(name, &declared, 1).into_bytes())
}

/// The name of the root element of something that may be XML, without its prefix, and the value of its `version`.
///
/// For telling formats apart: nothing is refused, and no more than the prologue is read.
pub(crate) fn root(file: &SourceFile) -> Option<(String, Option<String>)> {
    let text = file.text.trim_start_matches('\u{FEFF}');
    if !text.trim_start().starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => {
                let span = Span::of(0, 0);
                let name = start.local_name().as_ref().to_owned();
                let version = Tag { start, name: "", span }.attribute("version");
                return Some((name, version));
            }
            Event::Eof | Event::End(_) => return None,
            _ => {}
        }
    }
}

/// The character of a reference: one of the five entities of XML, or a character reference.
///
/// References to control characters are let through, as XML 1.1 does: files in use hold them.
fn resolve(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}

/// An attribute's value: references decoded, line breaks and tabs as spaces (XML 1.0, 3.3.3).
fn attribute_value(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\n', '\t', '\r']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let decoded = from.strip_prefix('&').and_then(|tail| {
            // No reference is longer than "&#x10FFFF;".
            let (name, tail) =
                tail.split_at_checked(tail.bytes().take(12).position(|b| b == b';')?)?;
            Some((resolve(name)?, tail.strip_prefix(';')?))
        });
        let mut chars = from.chars();
        match (decoded, chars.next()) {
            (Some((c, tail)), _) => {
                out.push(c);
                rest = tail;
            }
            (None, Some('&')) => {
                out.push('&');
                rest = chars.as_str();
            }
            (None, _) => {
                out.push(' ');
                rest = chars.as_str();
            }
        }
    }
    out.push_str(rest);
    out
}

/// Does a DOCTYPE hold a `[` outside its quoted identifiers?
fn has_internal_subset(doctype: &str) -> bool {
    let mut quote = None;
    for byte in doctype.bytes() {
        match (quote, byte) {
            (None, b'[') => return true,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    false
}

/// The name at the start of a tag's inside, without its prefix.
fn local(inside: &str) -> &str {
    let end = inside.find([' ', '\t', '\r', '\n', '/', '>']).unwrap_or(inside.len());
    let name = inside.get(..end).unwrap_or_default();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
