//! XLIFF 1.2 (OASIS, 2008) and its predecessors 1.0 and 1.1, with the extensions of SDLXLIFF and MQXLIFF; reading.
//!
//! A `trans-unit` is a unit, or, where `seg-source` and `target` are cut into `mrk mtype="seg"`, each pair of
//! segments with the same `mid` (called `ID:MID` where there are several).
//! Inline codes (`x`, `bx`, `ex`, `ph`, `bpt`, `ept`, `it`, and the `sub` in them) are left out of the readable
//! text, the text inside `g` and `mrk` stays; text marked `protected` is inert, text that SDL's revision marks
//! call deleted is left out.
//! `approved="no"` alone says nothing, since it is the default; `approved="yes"` outweighs a `needs-…` state.

use std::borrow::Cow;
use std::io;

use unic_langid::LanguageIdentifier;

use super::collect::{Collector, Draft};
use super::inline::{Builder, Codes, is_break};
use super::{
    Exchange, ExchangeMeta, Languages, Read, Refusal, WriteContext, has_extension, messages, words,
    xliff_write,
};
use crate::bitext::{Bitext, State};
use crate::document::Kind;
use crate::lang;
use crate::text::{SourceFile, SourceId, Span};
use crate::xml::{self, Scanner, Tag, Token, escape};

const META: ExchangeMeta = ExchangeMeta {
    name: "xliff",
    extensions: &["xlf", "xliff", "sdlxliff", "mqxliff", "mxliff"],
    media_type: "application/x-xliff+xml",
    keeps_line_breaks: true,
    keeps_controls: false,
    keeps_kinds: true,
};

/// XML Localisation Interchange File Format 1.2.
#[derive(Debug)]
pub(super) struct Xliff;

impl Exchange for Xliff {
    fn meta(&self) -> &'static ExchangeMeta {
        &META
    }

    fn sniff(&self, file: &SourceFile) -> bool {
        match xml::root(file) {
            Some((name, version)) => {
                name == "xliff" && version.is_none_or(|version| version.starts_with('1'))
            }
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
        let Some(root) = scanner.root(&mut out)?.filter(|root| root.name == "xliff") else {
            return out.refuse(super::start_of(file), messages::not_format("XLIFF"));
        };
        let version = root.attribute("version").unwrap_or_default();
        if !version.is_empty() && !version.starts_with('1') {
            return out.refuse(root.span, messages::other_version("XLIFF 1.2", version));
        }
        let mut reader = Reader {
            id,
            scanner,
            out,
            wanted: languages,
            source: None,
            target: None,
            found: Vec::new(),
            groups: Vec::new(),
        };
        reader.files()?;
        reader.finish()
    }

    fn write(
        &self,
        bitext: &Bitext,
        cx: &WriteContext<'_>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        xliff_write::write(bitext, cx, out)
    }

    fn escape<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        Some(escape::text(text))
    }
}

/// A `group` that is open.
struct Group {
    depth: u32,
    translate: bool,
    /// Paragraph of its units, where the group stands for one.
    paragraph: Option<u32>,
}

/// A segment of a `source`, `seg-source` or `target`.
#[derive(Default)]
struct Segment {
    mid: String,
    text: Builder,
}

/// What stands in a `source`, `seg-source` or `target`.
#[derive(Default)]
struct Content {
    whole: Builder,
    segments: Vec<Segment>,
}

/// A `trans-unit` as far as it was read.
#[derive(Default)]
struct Parts {
    source: Content,
    seg_source: Content,
    target: Content,
    /// What SDL's `seg` says of each segment.
    states: Vec<(String, State)>,
}

struct Reader<'t> {
    id: SourceId,
    scanner: Scanner<'t>,
    out: Collector,
    wanted: Languages<'t>,
    /// Languages of the first `file` that is read.
    source: Option<LanguageIdentifier>,
    target: Option<LanguageIdentifier>,
    /// Language pairs of the files that were left out.
    found: Vec<String>,
    groups: Vec<Group>,
}

impl<'t> Reader<'t> {
    fn files(&mut self) -> Result<(), Refusal> {
        while let Some(token) = self.scanner.next(&mut self.out)? {
            match token {
                Token::Start(tag) => match tag.name {
                    "file" => self.file(&tag)?,
                    "header" | "alt-trans" | "bin-source" | "bin-target" => {
                        self.scanner.skip(&mut self.out)?;
                    }
                    "group" => self.group(&tag),
                    "trans-unit" => self.unit(&tag)?,
                    _ => {}
                },
                Token::End("group", _) => {
                    let depth = self.scanner.depth();
                    while self.groups.last().is_some_and(|group| group.depth > depth) {
                        self.groups.pop();
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads a `file` on, or leaves it out where it is of another language pair.
    fn file(&mut self, tag: &Tag<'t>) -> Result<(), Refusal> {
        let read = |name: &str| tag.attribute(name).unwrap_or_default();
        let (source, target) = (read("source-language"), read("target-language"));
        let (source_lang, target_lang) = (lang::parse(&source), lang::parse(&target));
        let fits = |wanted: Option<&LanguageIdentifier>, found: &Option<LanguageIdentifier>| {
            let same = |(wanted, found)| lang::same(wanted, found);
            wanted.zip(found.as_ref()).is_none_or(same)
        };
        if !fits(self.wanted.source, &source_lang) || !fits(self.wanted.target, &target_lang) {
            self.found.push(format!("{source}-{target}"));
            return self.scanner.skip(&mut self.out);
        }
        if !fits(self.source.as_ref(), &source_lang) || !fits(self.target.as_ref(), &target_lang) {
            self.out.faults.add(tag.span, messages::other_languages(source, target));
            return self.scanner.skip(&mut self.out);
        }
        self.source = self.source.take().or(source_lang);
        self.target = self.target.take().or(target_lang);
        Ok(())
    }

    fn finish(self) -> Result<Read, Refusal> {
        const SHOWN: usize = 12;
        let nothing_read = self.source.is_none() && self.target.is_none();
        if nothing_read
            && !self.found.is_empty()
            && let Some(wanted) = self.wanted.target.or(self.wanted.source)
        {
            let found: Vec<_> = self.found.into_iter().take(SHOWN).collect();
            let message = messages::no_language(wanted, found.join(", "));
            return self.out.refuse(Span::at(0), message);
        }
        let source = self.wanted.source.cloned().or(self.source).unwrap_or_default();
        let target = self.wanted.target.cloned().or(self.target).unwrap_or_default();
        Ok(self.out.finish(source, target))
    }

    fn group(&mut self, tag: &Tag<'t>) {
        let outer = self.groups.last();
        let translate = translate(tag).unwrap_or(outer.is_none_or(|group| group.translate));
        let mut paragraph = outer.and_then(|group| group.paragraph);
        if tag.says("restype", xliff_write::BLOCK) {
            paragraph = tag.attribute("extradata").and_then(|number| number.parse().ok());
        }
        self.groups.push(Group { depth: self.scanner.depth(), translate, paragraph });
    }

    fn unit(&mut self, tag: &Tag<'t>) -> Result<(), Refusal> {
        let outside = self.scanner.depth() - 1;
        let group = self.groups.last();
        let mut draft = Draft {
            id: tag.attribute("id"),
            kind: tag.attribute("restype").as_deref().and_then(kind),
            paragraph: group.and_then(|group| group.paragraph),
            span: tag.span,
            ..Draft::default()
        };
        let translated = translate(tag).unwrap_or(group.is_none_or(|group| group.translate));
        draft.state =
            state_of_unit(tag).filter(|_| translated).or((!translated).then_some(State::Skipped));
        let approved = tag.says("approved", "yes");
        let mut parts = Parts::default();
        while self.scanner.depth() > outside {
            match self.scanner.next(&mut self.out)? {
                Some(Token::Start(inner)) => {
                    self.child(&inner, approved, &mut draft, &mut parts)?;
                }
                Some(Token::End(_, span)) => draft.span = draft.span.cover(span),
                Some(_) => {}
                None => return Ok(()),
            }
        }
        self.rows(draft, parts)
    }

    /// A child of a `trans-unit`; the elements of other tools are left out but for SDL's states.
    fn child(
        &mut self,
        tag: &Tag<'t>,
        approved: bool,
        draft: &mut Draft,
        parts: &mut Parts,
    ) -> Result<(), Refusal> {
        match tag.name {
            "source" => parts.source = self.content()?,
            "seg-source" => parts.seg_source = self.content()?,
            "target" => {
                let said = tag.attribute("state").as_deref().and_then(state_of_target);
                draft.state = draft.state.or(if approved { Some(State::Translated) } else { said });
                parts.target = self.content()?;
            }
            "note" if tag.says("from", xliff_write::TOOL) => self.scanner.skip(&mut self.out)?,
            "note" => {
                let (text, at) = self.scanner.content(&mut self.out)?;
                draft.note.add(&text, at);
            }
            "context" => {
                let is_role = tag.says("context-type", xliff_write::ROLE);
                let (text, _) = self.scanner.content(&mut self.out)?;
                draft.role = draft.role.or(words::role(&text).filter(|_| is_role));
            }
            "seg" => {
                let mid = tag.attribute("id").unwrap_or_default();
                parts.states.extend(state_of_segment(tag).map(|state| (mid, state)));
            }
            "context-group" | "seg-defs" => {}
            _ => self.scanner.skip(&mut self.out)?,
        }
        Ok(())
    }

    fn rows(&mut self, mut draft: Draft, parts: Parts) -> Result<(), Refusal> {
        let cut = !parts.seg_source.segments.is_empty()
            && (parts.target.whole.is_blank() || !parts.target.segments.is_empty());
        if !cut {
            draft.source = parts.source.whole.finish(self.id);
            draft.source = draft.source.or_else(|| parts.seg_source.whole.finish(self.id));
            draft.target = parts.target.whole.finish(self.id);
            if let [(_, state)] = parts.states.as_slice() {
                draft.state = draft.state.or(Some(*state));
            }
            return self.out.row(draft);
        }
        self.segments(draft, parts)
    }

    fn segments(&mut self, draft: Draft, parts: Parts) -> Result<(), Refusal> {
        let pairs = pair(parts.seg_source.segments, parts.target.segments);
        let several = pairs.len() > 1;
        let mut states = parts.states;
        states.sort_by(|a, b| a.0.cmp(&b.0));
        let id = draft.id.clone().unwrap_or_default();
        let paragraph = draft.paragraph.unwrap_or(self.out.next_row());
        let mut note = draft.note;
        for (mid, source, target) in pairs {
            let own = states.binary_search_by(|(known, _)| known.as_str().cmp(&mid)).ok();
            let own = own.and_then(|at| states.get(at)).map(|(_, state)| *state);
            self.out.row(Draft {
                id: Some(if several { format!("{id}:{mid}") } else { id.clone() }),
                source: source.and_then(|segment| segment.text.finish(self.id)),
                target: target.and_then(|segment| segment.text.finish(self.id)),
                note: std::mem::take(&mut note),
                state: draft.state.filter(|state| *state == State::Skipped).or(own).or(draft.state),
                role: draft.role,
                kind: draft.kind,
                paragraph: Some(paragraph),
                span: draft.span,
            })?;
        }
        Ok(())
    }

    /// Reads a `source`, `seg-source` or `target` that has just been opened.
    fn content(&mut self) -> Result<Content, Refusal> {
        let outside = self.scanner.depth() - 1;
        let mut content = Content::default();
        let mut codes = Codes::default();
        let mut marks: Vec<Mark> = Vec::new();
        while self.scanner.depth() > outside {
            let Some(token) = self.scanner.next(&mut self.out)? else { break };
            let depth = self.scanner.depth();
            match token {
                Token::Start(tag) if is_code(&tag) => {
                    let breaks = is_break(tag.attribute("ctype").as_deref());
                    codes.enter(depth, tag.span, breaks);
                }
                Token::Start(tag) if tag.name == "mrk" && !codes.is_hidden() => {
                    marks.extend(content.mark(&tag, depth));
                }
                Token::Start(_) => {}
                Token::End(_, span) => {
                    if let Some((code, true)) = codes.leave(depth, span) {
                        content.each(&marks, |text| text.line_break(code));
                    }
                    while let Some(mark) = marks.pop_if(|mark| mark.depth > depth) {
                        content.unmark(&mark, &marks);
                    }
                }
                Token::Text(part, _) if codes.is_hidden() => codes.text(part),
                Token::Reference(c, _) if codes.is_hidden() => codes.character(c),
                Token::Text(part, span) => {
                    content.each(&marks, |text| text.verbatim(part, span.start()));
                }
                Token::Reference(c, span) => {
                    content.each(&marks, |text| text.character(c, span));
                }
            }
        }
        Ok(content)
    }
}

/// A `mrk` that is open.
struct Mark {
    depth: u32,
    /// Number of the segment that it is, else it is a protected stretch.
    segment: Option<usize>,
    /// Where the protected stretch begins in the whole text and in the segment's.
    from: (usize, usize),
}

impl Content {
    /// Opens a `mrk`; `None` for one that means nothing here.
    fn mark(&mut self, tag: &Tag<'_>, depth: u32) -> Option<Mark> {
        let kind = tag.attribute("mtype").unwrap_or_default();
        let inside = self.segments.last().map_or(0, |segment| segment.text.len());
        let from = (self.whole.len(), inside);
        match kind.as_str() {
            "seg" => {
                let mid = tag.attribute("mid").unwrap_or_default();
                self.segments.push(Segment { mid, text: Builder::default() });
                Some(Mark { depth, segment: Some(self.segments.len() - 1), from })
            }
            "protected" => Some(Mark { depth, segment: None, from }),
            _ => None,
        }
    }

    fn unmark(&mut self, mark: &Mark, outer: &[Mark]) {
        if mark.segment.is_some() {
            return;
        }
        self.whole.inert_since(mark.from.0);
        if let Some(text) = self.segment(outer) {
            text.inert_since(mark.from.1);
        }
    }

    /// Does something to the whole text and to that of the segment that is open.
    fn each(&mut self, marks: &[Mark], mut act: impl FnMut(&mut Builder)) {
        act(&mut self.whole);
        if let Some(text) = self.segment(marks) {
            act(text);
        }
    }

    fn segment(&mut self, marks: &[Mark]) -> Option<&mut Builder> {
        let number = marks.iter().rev().find_map(|mark| mark.segment)?;
        self.segments.get_mut(number).map(|segment| &mut segment.text)
    }
}

/// Segments of both sides with the same `mid`, in the order of the source; targets without a source last.
fn pair(
    source: Vec<Segment>,
    target: Vec<Segment>,
) -> Vec<(String, Option<Segment>, Option<Segment>)> {
    let mut by_mid = std::collections::BTreeMap::new();
    let mut rest: Vec<Option<Segment>> = target.into_iter().map(Some).collect();
    for (index, segment) in rest.iter().enumerate() {
        if let Some(segment) = segment {
            by_mid.entry(segment.mid.clone()).or_insert(index);
        }
    }
    let mut pairs: Vec<_> = source
        .into_iter()
        .map(|segment| {
            let facing = by_mid.remove(&segment.mid).and_then(|at| rest.get_mut(at)?.take());
            (segment.mid.clone(), Some(segment), facing)
        })
        .collect();
    pairs.extend(rest.into_iter().flatten().map(|left| (left.mid.clone(), None, Some(left))));
    pairs
}

/// Is the element's content markup of the original, or text that a revision deleted?
fn is_code(tag: &Tag<'_>) -> bool {
    match tag.name {
        "x" | "bx" | "ex" | "ph" | "bpt" | "ept" | "it" | "sub" => true,
        "mrk" => tag.says("mtype", "x-sdl-deleted"),
        _ => false,
    }
}

fn kind(restype: &str) -> Option<Kind> {
    words::kind(restype.strip_prefix("x-").unwrap_or(restype))
}

/// What `translate` says, where it is there.
fn translate(tag: &Tag<'_>) -> Option<bool> {
    tag.attribute("translate").map(|value| !value.eq_ignore_ascii_case("no"))
}

/// The state of a target (XLIFF 1.2, 2.2, attribute `state`).
fn state_of_target(word: &str) -> Option<State> {
    match word {
        "new" | "needs-translation" => Some(State::Untranslated),
        "final" | "signed-off" | "translated" => Some(State::Translated),
        word if word.starts_with("needs-") => Some(State::Fuzzy),
        _ => None,
    }
}

/// What memoQ's and others' attributes of a `trans-unit` say (`mq:locked`, `mq:status`, `m:locked`).
fn state_of_unit(tag: &Tag<'_>) -> Option<State> {
    let locked = tag.local_attribute("locked").unwrap_or_default();
    if matches!(locked.to_ascii_lowercase().as_str(), "locked" | "true" | "yes" | "1") {
        return Some(State::Skipped);
    }
    match tag.attribute("mq:status").as_deref()? {
        "NotStarted" => Some(State::Untranslated),
        "PartiallyEdited" | "Pretranslated" | "PartiallyConfirmed" | "Rejected" => {
            Some(State::Fuzzy)
        }
        _ => None,
    }
}

/// What SDL's `sdl:seg` says of a segment (`locked`, `conf`).
fn state_of_segment(tag: &Tag<'_>) -> Option<State> {
    if tag.says("locked", "true") {
        return Some(State::Skipped);
    }
    match tag.attribute("conf").as_deref()? {
        "Draft" | "RejectedTranslation" | "RejectedSignOff" => Some(State::Fuzzy),
        "Translated" | "ApprovedTranslation" | "ApprovedSignOff" => Some(State::Translated),
        "Unspecified" => Some(State::Untranslated),
        _ => None,
    }
}
