//! TMX 1.4 (LISA OSCAR, "TMX 1.4b Specification", 2005), and 1.1 as far as it is read alike.
//!
//! The codes of `bpt`, `ept`, `ph`, `it` and `ut` are left out of the readable text, `hi` keeps its own; a code
//! that breaks the line leaves a space. Of several variants in one language the first counts.
//! What TMX has no element for (kind, region, state, chrome message) is written as `prop`.

use std::borrow::Cow;
use std::io;

use super::collect::{Collector, Draft};
use super::inline::{Builder, Codes, is_break};
use super::variants::{Lang, Variants};
use super::{
    Exchange, ExchangeMeta, Languages, Read, Refusal, WriteContext, has_extension, messages, words,
};
use crate::bitext::{Bitext, Origin, Side, State, Unit};
use crate::text::{Passage, SourceFile, SourceId};
use crate::xml::{self, Scanner, Tag, Token, escape};

const META: ExchangeMeta = ExchangeMeta {
    name: "tmx",
    extensions: &["tmx"],
    media_type: "application/x-tmx+xml",
    keeps_line_breaks: true,
    keeps_controls: false,
    keeps_kinds: true,
};

/// Translation Memory eXchange.
#[derive(Debug)]
pub(super) struct Tmx;

impl Exchange for Tmx {
    fn meta(&self) -> &'static ExchangeMeta {
        &META
    }

    fn sniff(&self, file: &SourceFile) -> bool {
        match xml::root(file) {
            Some((name, _)) => name == "tmx",
            None => has_extension(file, &META),
        }
    }

    fn read(
        &self,
        id: SourceId,
        file: &SourceFile,
        languages: Languages<'_>,
    ) -> Result<Read, Refusal> {
        let mut out = Collector::new(id, file);
        let mut scanner = Scanner::new(file);
        if scanner.root(&mut out)?.is_none_or(|root| root.name != "tmx") {
            return out.refuse(super::start_of(file), messages::not_format("TMX"));
        }
        let mut reader = Reader { id, scanner, out, variants: Variants::new(languages) };
        reader.body()?;
        let (source, target) = reader.variants.finish(&reader.out)?;
        Ok(reader.out.finish(source, target))
    }

    fn write(
        &self,
        bitext: &Bitext,
        _: &WriteContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let source = escape::attribute(&bitext.source_lang.to_string()).into_owned();
        let target = escape::attribute(&bitext.target_lang.to_string()).into_owned();
        writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        writeln!(out, r#"<tmx version="1.4">"#)?;
        writeln!(
            out,
            r#"<header creationtool="visavis" creationtoolversion="{}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="{source}" datatype="plaintext"/>"#,
            env!("CARGO_PKG_VERSION")
        )?;
        writeln!(out, "<body>")?;
        for (row, unit) in bitext.units.iter().enumerate() {
            writeln!(out, r#"<tu tuid="{}">"#, escape::attribute(&unit.id))?;
            properties(unit, row, out)?;
            variant(&source, unit.source.as_ref(), out)?;
            variant(&target, unit.target.as_ref(), out)?;
            writeln!(out, "</tu>")?;
        }
        writeln!(out, "</body>\n</tmx>")
    }

    fn escape<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        Some(escape::text(text))
    }
}

/// One variant of a unit.
struct Variant {
    lang: Lang,
    text: Option<Passage>,
}

struct Reader<'t> {
    id: SourceId,
    scanner: Scanner<'t>,
    out: Collector,
    variants: Variants,
}

impl<'t> Reader<'t> {
    fn body(&mut self) -> Result<(), Refusal> {
        while let Some(token) = self.scanner.next(&mut self.out)? {
            let Token::Start(tag) = token else { continue };
            match tag.name {
                "tu" => self.unit(&tag)?,
                "header" => {
                    self.variants.announce(&tag.attribute("srclang").unwrap_or_default());
                    self.scanner.skip(&mut self.out)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn unit(&mut self, tag: &Tag<'t>) -> Result<(), Refusal> {
        let outside = self.scanner.depth() - 1;
        let mut draft = Draft { id: tag.attribute("tuid"), span: tag.span, ..Draft::default() };
        let mut variants = Vec::new();
        while self.scanner.depth() > outside {
            match self.scanner.next(&mut self.out)? {
                Some(Token::Start(inner)) if inner.name == "tuv" => {
                    variants.push(self.variant(&inner, &mut draft)?);
                }
                Some(Token::Start(inner)) => self.property(&inner, &mut draft)?,
                Some(Token::End(_, span)) => draft.span = draft.span.cover(span),
                Some(_) => {}
                None => return Ok(()),
            }
        }
        self.row(draft, variants)
    }

    fn row(&mut self, mut draft: Draft, mut variants: Vec<Variant>) -> Result<(), Refusal> {
        let langs: Vec<Lang> = variants.iter().map(|variant| variant.lang.clone()).collect();
        let chosen = self.variants.choose(&langs);
        match chosen {
            (Some(one), None) | (None, Some(one)) if Variants::is_of_another_pair(&langs, one) => {
                self.out.skip_row();
                return Ok(());
            }
            (source, target) => {
                let mut take = |at: usize| variants.get_mut(at).and_then(|v| v.text.take());
                draft.source = source.and_then(&mut take);
                draft.target = target.and_then(&mut take);
            }
        }
        self.out.row(draft)
    }

    /// A `note` or `prop` of the unit or of a variant; anything else is left out.
    fn property(&mut self, tag: &Tag<'t>, draft: &mut Draft) -> Result<(), Refusal> {
        match tag.name {
            "note" => {
                let (text, at) = self.scanner.content(&mut self.out)?;
                draft.note.add(&text, at);
            }
            "prop" => {
                let name = tag.attribute("type").unwrap_or_default();
                let (value, _) = self.scanner.content(&mut self.out)?;
                match name.as_str() {
                    "x-state" => draft.state = words::state(&value),
                    "x-kind" => draft.kind = words::kind(&value),
                    "x-role" => draft.role = words::role(&value),
                    "x-paragraph" => draft.paragraph = value.parse().ok(),
                    _ => {}
                }
            }
            _ => self.scanner.skip(&mut self.out)?,
        }
        Ok(())
    }

    fn variant(&mut self, tag: &Tag<'t>, draft: &mut Draft) -> Result<Variant, Refusal> {
        let outside = self.scanner.depth() - 1;
        // "lang" is TMX 1.1.
        let lang = tag.attribute("xml:lang").or_else(|| tag.attribute("lang")).unwrap_or_default();
        let mut variant = Variant { lang: self.variants.tag(&lang), text: None };
        while self.scanner.depth() > outside {
            match self.scanner.next(&mut self.out)? {
                Some(Token::Start(inner)) if inner.name == "seg" => {
                    let text = self.segment()?;
                    variant.text = text.finish(self.id);
                }
                Some(Token::Start(inner)) => self.property(&inner, draft)?,
                Some(_) => {}
                None => break,
            }
        }
        Ok(variant)
    }

    fn segment(&mut self) -> Result<Builder, Refusal> {
        let outside = self.scanner.depth() - 1;
        let mut text = Builder::default();
        let mut codes = Codes::default();
        while self.scanner.depth() > outside {
            let Some(token) = self.scanner.next(&mut self.out)? else { break };
            match token {
                Token::Start(tag) if matches!(tag.name, "bpt" | "ept" | "ph" | "it" | "ut") => {
                    let breaks = is_break(tag.attribute("type").as_deref());
                    codes.enter(self.scanner.depth(), tag.span, breaks);
                }
                Token::Start(_) => {}
                Token::End(_, span) => {
                    if let Some((code, true)) = codes.leave(self.scanner.depth(), span) {
                        text.line_break(code);
                    }
                }
                Token::Text(part, _) if codes.is_hidden() => codes.text(part),
                Token::Reference(c, _) if codes.is_hidden() => codes.character(c),
                Token::Text(part, span) => text.verbatim(part, span.start()),
                Token::Reference(c, span) => text.character(c, span),
            }
        }
        Ok(text)
    }
}

fn variant(lang: &str, side: Option<&Side>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(side) = side else { return Ok(()) };
    writeln!(out, r#"<tuv xml:lang="{lang}"><seg>{}</seg></tuv>"#, escape::text(side.text()))
}

/// What stands before the variants; only what differs from what a reader would assume.
fn properties(unit: &Unit, row: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut prop = |name: &str, value: &str| {
        writeln!(out, r#"<prop type="x-{name}">{}</prop>"#, escape::text(value))
    };
    prop("kind", unit.kind.as_str())?;
    if unit.role != unit.kind.role() {
        prop("role", unit.role.as_str())?;
    }
    if usize::try_from(unit.paragraph) != Ok(row) {
        prop("paragraph", &unit.paragraph.to_string())?;
    }
    if state_is_worth_saying(unit) {
        prop("state", words::of_state(unit.state))?;
    }
    if let Origin::Catalogue { message, tier } = &unit.origin {
        prop("message", message)?;
        prop("tier", tier.as_str())?;
    }
    if let Some(note) = &unit.note {
        writeln!(out, "<note>{}</note>", escape::text(note))?;
    }
    Ok(())
}

/// Would a reader not guess the state from whether there is a target?
pub(super) fn state_is_worth_saying(unit: &Unit) -> bool {
    let guess = if unit.target.is_some() { State::Translated } else { State::Untranslated };
    unit.state != guess
}
