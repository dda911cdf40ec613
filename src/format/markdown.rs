//! Markdown (CommonMark with tables, footnotes, strike-through, task lists, definition lists and heading attributes).
//!
//! `pulldown-cmark` says what is what and where; this file turns its events into blocks.
//! It gives a character escape as the character behind the backslash, so a backslash in the gap before a text is
//! made part of the escape's piece here. HTML blocks go through the HTML reader, so that what a reader sees of
//! them is text, and comments work alike in both formats.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use unic_langid::LanguageIdentifier;

use crate::diagnostic::Diagnostic;
use crate::document::{Block, Directive, Document, Kind, Outline, directive};
use crate::format::{Format, FormatMeta, declared, report_cut, take};
use crate::text::{Passage, SourceFile, SourceId, Span};

use super::draft::{Draft, visible_chars};
use super::{front_matter, html, suppression};

const META: FormatMeta =
    FormatMeta { name: "markdown", extensions: &["md", "markdown", "mdown", "mkd", "mdwn"] };

/// See the module.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn meta(&self) -> &'static FormatMeta {
        &META
    }

    fn read(&self, id: SourceId, file: &SourceFile) -> (Document, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let front = front_matter::find(&file.text);
        let lang = front
            .as_ref()
            .and_then(|front| front.lang.as_ref())
            .and_then(|(tag, span)| declared(id, tag, *span, &mut found));
        let base = front.map_or(0, |front| front.span.range().end);
        let body = file.text.get(base..).unwrap_or_default();
        let mut reader = Reader::new(id, &file.text, base);
        for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
            reader.event(event, range);
        }
        report_cut(id, reader.cut, &mut found);
        let (blocks, directives) = reader.finish();
        let suppressions = suppression::resolve(directives, &blocks, file);
        let (outline, alternates) = (Outline::default(), Vec::new());
        (Document { source: id, lang, blocks, outline, suppressions, alternates }, found)
    }

    fn escape<'t>(&self, text: &'t str) -> Cow<'t, str> {
        escape(text)
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Escapes the characters that mark something up wherever they stand.
///
/// Those that do so only at the beginning of a line (`#`, `-`, `1.`) are left alone: an edit stands in a sentence.
fn escape(text: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '&' | '|' | '~');
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if special(c) {
            out.push('\\');
        }
        out.push(c);
    }
    Cow::Owned(out)
}

#[derive(Debug)]
struct Reader<'t> {
    id: SourceId,
    file: &'t str,
    /// Where the parsed part begins in the file.
    base: usize,
    draft: Draft<'t>,
    blocks: Vec<Block>,
    /// Where the first block stands for which there was no room.
    cut: Option<Span>,
    directives: Vec<(Span, Directive)>,
    /// Kinds of the blocks that are open, the innermost last.
    kinds: Vec<Kind>,
    section: u32,
    titled: bool,
    /// How many links, and images, are open.
    links: u32,
    images: Vec<Draft<'t>>,
    linked: usize,
    chars: usize,
    /// Offset of the text behind the last piece; a backslash between it and the next piece is an escape.
    last: usize,
    /// HTML that is being gathered: its lines touch.
    html: Option<Range<usize>>,
    /// Where inert inline HTML (`<code>`) began in the text.
    code_tag: Option<u32>,
    /// Inline HTML elements that are open.
    elements: Vec<Element>,
    wrappers: html::Wrappers,
}

/// An inline HTML element.
#[derive(Debug)]
struct Element {
    name: String,
    /// Where its text begins in the block's.
    from: u32,
    /// The language that it declares.
    lang: Option<LanguageIdentifier>,
}

/// Inline HTML elements that are kept apart.
const MAX_DEPTH: usize = 64;

impl<'t> Reader<'t> {
    fn new(id: SourceId, file: &'t str, base: usize) -> Self {
        Self {
            id,
            file,
            base,
            draft: Draft::new(file),
            blocks: Vec::new(),
            cut: None,
            directives: Vec::new(),
            kinds: Vec::new(),
            section: 0,
            titled: false,
            links: 0,
            images: Vec::new(),
            linked: 0,
            chars: 0,
            last: base,
            html: None,
            code_tag: None,
            elements: Vec::new(),
            wrappers: html::Wrappers::default(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let range = range.start + self.base..range.end + self.base;
        match event {
            Event::Start(tag) => self.start(&tag, &range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => self.code(&code, &range),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.code(&text, &range),
            Event::SoftBreak | Event::HardBreak => {
                self.draft().space(Span::of(range.start, range.end));
                self.last = range.end;
            }
            Event::InlineHtml(tag) => self.inline_html(&tag, &range),
            Event::Html(_) => self.html(range),
            Event::Rule => {
                self.flush();
                self.section += u32::from(!self.blocks.is_empty());
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => self.last = range.end,
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            Tag::Link { title, .. } => {
                self.links += 1;
                self.title(title, range);
            }
            Tag::Image { title, .. } => {
                self.images.push(Draft::new(self.file));
                self.title(title, range);
            }
            _ => {
                self.flush();
                self.last = range.start;
                self.open(tag);
            }
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let outer = self.kinds.last().copied();
        let kind = match tag {
            Tag::Heading { level, .. } => {
                self.section += u32::from(!self.blocks.is_empty());
                let title = *level == HeadingLevel::H1 && !self.titled;
                if title { Kind::Title } else { Kind::Heading }
            }
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => Kind::Code,
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => Kind::ListItem,
            Tag::TableCell => Kind::TableCell,
            _ => outer.unwrap_or(Kind::Paragraph),
        };
        self.kinds.push(kind);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => {
                let alt = self.images.pop().and_then(|mut alt| alt.finish(self.id));
                if let Some(passage) = alt {
                    self.label(passage);
                }
            }
            _ => {
                self.flush();
                self.kinds.pop();
            }
        }
    }

    fn label(&mut self, passage: Passage) {
        let (kind, section, lang) = (Some(Kind::Label), self.section, self.wrappers.lang());
        let block = Block { kind, lang, section, ..Block::plain(passage) };
        take(block, &mut self.blocks, &mut self.cut);
    }

    /// The title of a link or an image, which browsers show when it is pointed at.
    fn title(&mut self, title: &str, range: &Range<usize>) {
        let whole = self.file.get(range.clone()).unwrap_or_default();
        // One that stands with the address elsewhere, or is written otherwise, is left out.
        let Some(at) = whole.rfind(title).filter(|_| !title.is_empty()) else { return };
        let mut draft = Draft::new(self.file);
        draft.collapse(Span::of(range.start + at, range.start + at + title.len()));
        if let Some(passage) = draft.finish(self.id) {
            self.label(passage);
        }
    }

    /// The text that is being collected: that of the innermost image, else the block's.
    fn draft(&mut self) -> &mut Draft<'t> {
        self.images.last_mut().unwrap_or(&mut self.draft)
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let mut span = Span::of(range.start, range.end);
        if self.in_code_block() {
            self.code_line(text, span);
            return;
        }
        let count = visible_chars(text);
        self.chars += count;
        self.linked += if self.links > 0 { count } else { 0 };
        let escaped = range.start > self.last
            && self.file.get(range.start - 1..range.start) == Some("\\")
            && text.starts_with(|c: char| c.is_ascii_punctuation());
        if escaped {
            let first = text.get(..1).unwrap_or_default();
            let at = Span::of(range.start - 1, range.start + 1);
            self.draft().push_decoded(first, at);
            span = Span::of(range.start + 1, range.end);
        }
        let rest = if escaped { text.get(1..).unwrap_or_default() } else { text };
        if span.slice(self.file) == rest {
            self.draft().collapse(span);
        } else {
            self.draft().push_decoded(rest, span);
        }
        self.last = range.end;
    }

    fn in_code_block(&self) -> bool {
        self.kinds.last() == Some(&Kind::Code)
    }

    /// A line of a code block, kept as it stands.
    fn code_line(&mut self, text: &str, span: Span) {
        let from = self.draft.len();
        if span.slice(self.file) == text {
            self.draft.push(span);
        } else {
            self.draft.push_decoded(text, span);
        }
        self.draft.mark_inert(from);
    }

    /// Inline code: what stands between the back-ticks.
    fn code(&mut self, code: &str, range: &Range<usize>) {
        let whole = Span::of(range.start, range.end).slice(self.file);
        let inner = whole.trim_matches(['`', '$']);
        let lead = whole.len() - whole.trim_start_matches(['`', '$']).len();
        let found = inner.find(code).filter(|_| !code.is_empty());
        // The space before the code has to be there before the code's own offset is taken.
        let draft = self.images.last_mut().unwrap_or(&mut self.draft);
        draft.settle();
        let from = draft.len();
        match found {
            Some(at) => {
                let start = range.start + lead + at;
                draft.push(Span::of(start, start + code.len()));
            }
            None => draft.push_decoded(code, Span::of(range.start, range.end)),
        }
        draft.mark_inert(from);
        let count = visible_chars(code);
        self.chars += count;
        self.linked += if self.links > 0 { count } else { 0 };
        self.last = range.end;
    }

    fn inline_html(&mut self, tag: &str, range: &Range<usize>) {
        self.last = range.end;
        let at = Span::of(range.start, range.end);
        if let Some(comment) = tag.strip_prefix("<!--") {
            let inner = comment.trim_end_matches("-->");
            self.directives.extend(directive(inner).map(|directive| (at, directive)));
            return;
        }
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if tag.starts_with("</") {
            self.close_element(&name);
        } else if self.elements.len() < MAX_DEPTH && !tag.ends_with("/>") {
            self.open_element(&name, at);
        }
        let draft = self.images.last_mut().unwrap_or(&mut self.draft);
        match name.as_str() {
            "br" => draft.space(at),
            "code" | "kbd" | "samp" | "tt" if tag.starts_with("</") => {
                if let Some(from) = self.code_tag.take() {
                    draft.mark_inert(from);
                }
            }
            "code" | "kbd" | "samp" | "tt" => {
                draft.settle();
                self.code_tag = Some(draft.len());
            }
            _ => {}
        }
    }

    fn open_element(&mut self, name: &str, tag: Span) {
        const VOID: &[&str] = &["br", "img", "wbr", "input"];
        if !VOID.contains(&name) {
            let (name, from) = (name.to_owned(), self.draft.len());
            let lang = html::language_of_tag(self.file, tag);
            self.elements.push(Element { name, from, lang });
        }
    }

    fn close_element(&mut self, name: &str) {
        if let Some(at) = self.elements.iter().rposition(|element| element.name == name) {
            for element in self.elements.drain(at..).rev() {
                if let Some(lang) = &element.lang {
                    self.draft.mark_voice(element.from, lang);
                }
            }
        }
    }

    fn html(&mut self, range: Range<usize>) {
        self.last = range.end;
        match &mut self.html {
            Some(gathered) if gathered.end == range.start => gathered.end = range.end,
            _ => {
                self.flush_html();
                self.html = Some(range);
            }
        }
    }

    fn flush_html(&mut self) {
        if let Some(range) = self.html.take() {
            let span = Span::of(range.start, range.end);
            let (blocks, directives) = html::fragment(self.id, self.file, span);
            let (section, lang) = (self.section, self.wrappers.lang());
            for block in blocks {
                let lang = block.lang.or_else(|| lang.clone());
                take(Block { lang, section, ..block }, &mut self.blocks, &mut self.cut);
            }
            self.directives.extend(directives);
            self.wrappers.follow(self.file, span);
        }
    }

    fn flush(&mut self) {
        self.flush_html();
        let (linked, chars) = (std::mem::take(&mut self.linked), std::mem::take(&mut self.chars));
        self.code_tag = None;
        self.elements.clear();
        let lang = self.wrappers.lang();
        let Some(passage) = self.draft.finish_in(self.id, lang.as_ref()) else { return };
        let kind = self.kinds.last().copied().unwrap_or(Kind::Paragraph);
        self.titled |= kind == Kind::Title;
        let block = Block {
            kind: Some(kind),
            section: self.section,
            lang,
            link_percent: html::percent(linked, chars),
            ..Block::plain(passage)
        };
        take(block, &mut self.blocks, &mut self.cut);
    }

    fn finish(mut self) -> (Vec<Block>, Vec<(Span, Directive)>) {
        self.flush();
        let start = |block: &Block| block.passage.location().span.start();
        if !self.blocks.is_sorted_by_key(start) {
            self.blocks.sort_by_key(start);
        }
        self.directives.sort_by_key(|(at, _)| *at);
        (self.blocks, self.directives)
    }
}

#[cfg(test)]
mod tests {
    use Kind::{Code, Heading, ListItem, Paragraph, Quote, TableCell, Title};

    use super::*;

    fn read(text: &str) -> Document {
        let file = SourceFile::decode("a.md", text.as_bytes());
        Markdown.read(SourceId::new(0), &file).0
    }

    fn shown(text: &str) -> Vec<(Kind, String)> {
        read(text).blocks.into_iter().map(|b| (b.kind.unwrap(), b.passage.text)).collect()
    }

    #[test]
    fn markup_is_left_out_and_maps_back() {
        let text = "A **bold** claim\nthat _holds_ \\*here\\* caf&eacute;.";
        let document = read(text);
        let passage = &document.blocks[0].passage;
        assert_eq!(passage.text, "A bold claim that holds *here* café.");
        let at = |part: &str| {
            let start = passage.text.find(part).unwrap();
            passage.locate(Span::of(start, start + part.len())).span.slice(text)
        };
        assert_eq!(at("bold"), "bold");
        assert_eq!(at("*"), "\\*");
        assert_eq!(at("here"), "here");
        assert_eq!(at("é"), "&eacute;");
        assert_eq!(at("m t"), "m\nt");
    }

    #[test]
    fn blocks_have_the_kinds_of_their_markup() {
        let text = "Title\n=====\n\n## Part\n\nText.\n\n- one\n- two\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nlet x;\n```\n\n# Again\n";
        let kinds: Vec<_> = shown(text).into_iter().map(|(kind, _)| kind).collect();

        let cells = [TableCell; 4];
        let expected =
            [&[Title, Heading, Paragraph, ListItem, ListItem, Quote][..], &cells, &[Code, Heading]];
        assert_eq!(kinds, expected.concat());
    }

    #[test]
    fn code_and_addresses_are_inert_and_alternative_texts_are_read() {
        let text = "Run `cargo fix` at <https://example.org> ![a *fine* view](x.png \"t\") now.";
        let document = read(text);
        let passage = &document.blocks[0].passage;
        assert_eq!(passage.text, "Run cargo fix at https://example.org now.");
        let inert: Vec<_> = passage.inert.iter().map(|span| span.slice(&passage.text)).collect();
        assert_eq!(inert, ["cargo fix", "https://example.org"]);
        assert_eq!(document.blocks[1].passage.text, "a fine view");
    }

    #[test]
    fn front_matter_gives_the_language_and_is_no_block() {
        let document = read("---\ntitle: T\nlang: fr\n---\n\nBonjour.\n");
        assert_eq!(document.lang.unwrap().to_string(), "fr");
        assert_eq!(document.blocks.len(), 1);
        assert_eq!(document.blocks[0].passage.location().span, Span::of(27, 35));
    }

    #[test]
    fn comments_silence_their_line_or_the_next_block() {
        let text = "<!-- visavis-ignore term-missing: known -->\n\nFirst\nline.\n\nSecond. <!-- visavis-ignore -->\n";
        let document = read(text);
        let scopes: Vec<_> = document.suppressions.iter().map(|s| s.scope.slice(text)).collect();
        assert_eq!(scopes, ["First\nline.", "Second. <!-- visavis-ignore -->"]);
        assert_eq!(document.suppressions[0].rules, ["term-missing"]);
    }

    #[test]
    fn html_inside_markdown_is_read_as_html() {
        let found = shown("<div>Some <b>text</b></div>\n\nA <em>word</em> and <code>x y</code>.\n");
        assert_eq!(found[0].1, "Some text");
        assert_eq!(found[1].1, "A word and x y.");
    }

    #[test]
    fn words_that_inline_html_declares_to_be_in_another_language_are_foreign() {
        let document = read(
            "Il a dit <q lang=\"en\">no <span>further</span> comment</q> et <i>c</i> <b lang=la>ad hoc\n\nHier.",
        );
        let passage = &document.blocks[0].passage;
        let foreign: Vec<_> =
            passage.foreign.iter().map(|foreign| foreign.span.slice(&passage.text)).collect();
        assert_eq!(foreign, ["no further comment"]);
        assert!(document.blocks[1].passage.foreign.is_empty());
    }

    #[test]
    fn html_round_blocks_gives_them_its_language() {
        let document = read("<div lang=\"fr\">\n\nUn *mot*.\n\n- deux\n\n</div>\n\nThree.\n");
        let langs: Vec<_> =
            document.blocks.iter().map(|b| b.lang.as_ref().map(ToString::to_string)).collect();
        assert_eq!(langs, [Some("fr".to_owned()), Some("fr".to_owned()), None]);
    }

    #[test]
    fn titles_of_links_and_images_and_definitions_are_read() {
        let text = "See [x](u \"The title\") and ![a](b 'Its title') [y](u)\n\nTerm\n: Meaning\n";
        let shown = shown(text);
        let texts: Vec<_> = shown.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["See x and y", "The title", "a", "Its title", "Term", "Meaning"]);
        assert_eq!(shown[5].0, ListItem);
    }

    #[test]
    fn an_escaped_text_reads_as_it_was() {
        let word = "a*b_c [d] `e` <f> & |g| \\ ~h~";
        let written = escape(word).into_owned();
        assert_eq!(shown(&written)[0].1, word);
        assert!(matches!(escape("sain"), Cow::Borrowed(_)));
    }
}
