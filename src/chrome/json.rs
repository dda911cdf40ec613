//! JSON catalogues: nested or flat keys with texts, plural forms by i18next's suffixes.
//!
//! Read by a parser of our own, because a finding needs the place of a text and the usual parsers give none. It
//! keeps its own stack, so that a file that nests without end costs memory in proportion to its size and no more.

use std::collections::BTreeMap;

use super::model::{Definition, Key, State};
use super::strings::Strings;
use crate::message::Message;
use crate::text::{Location, SourceId, Span};

crate::messages! { MESSAGES;
    syntax = "chrome-json-syntax" ();
    too_deep = "chrome-json-too-deep" ();
    unfit = "chrome-json-icu" (id);
}

/// Deepest objects inside one another; keys of that depth are nobody's.
const DEPTH: usize = 32;
/// Longest key, its parents' included, in bytes.
const KEY: usize = 500;
/// i18next's suffixes (version 4 and, last, version 3), with the variable that they are about.
const SUFFIXES: [&str; 7] = ["zero", "one", "two", "few", "many", "other", "plural"];
const COUNT: &str = "count";

/// A text with its key and its place.
type Leaf = (String, String, Span);

/// Texts of one message: which plural form, what it says, where.
type Forms<'t> = Vec<(Option<Key>, &'t str, Span)>;

/// What a file defines, in the order of its keys.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) messages: Vec<(String, Definition)>,
    pub(super) faults: Vec<(Span, Message)>,
    /// Keys that come twice.
    pub(super) twice: Vec<(Span, String)>,
}

/// Reads a file as far as it goes.
pub(super) fn read(text: &str, source: SourceId, layer: u32) -> Read {
    let mut out = Read::default();
    let (leaves, fault) = leaves(text);
    out.faults.extend(fault);
    let mut by_key: BTreeMap<&str, (&str, Span)> = BTreeMap::new();
    for (key, value, span) in &leaves {
        if by_key.insert(key, (value, *span)).is_some() {
            out.twice.push((*span, key.clone()));
        }
    }
    let mut groups: BTreeMap<&str, Forms<'_>> = BTreeMap::new();
    for (key, (value, span)) in &by_key {
        let (base, plural) = plural_of(key, &by_key);
        groups.entry(base).or_default().push((plural, value, *span));
    }
    for (id, mut texts) in groups {
        // The key without a suffix is the singular where a plural stands beside it.
        if texts.len() > 1 {
            for (key, _, _) in &mut texts {
                key.get_or_insert_with(|| Key::Word("one".to_owned()));
            }
        }
        let Some(span) = texts.first().map(|(_, _, span)| *span) else { continue };
        let texts = texts.into_iter().map(|(key, text, _)| (key, text)).collect();
        let strings = Strings::counted(texts, COUNT);
        if strings.unfit {
            out.faults.push((span, unfit(id)));
        }
        let at = Some(Location { source, span });
        out.messages.push((id.to_owned(), strings.define(layer, at, State::Ready)));
    }
    out
}

/// The key that a plural form belongs to, and which form it is.
fn plural_of<'k>(key: &'k str, all: &BTreeMap<&str, (&str, Span)>) -> (&'k str, Option<Key>) {
    let Some((base, suffix)) = key.rsplit_once('_') else { return (key, None) };
    if !SUFFIXES.contains(&suffix) {
        return (key, None);
    }
    let has = |suffix: &str| all.contains_key(format!("{base}_{suffix}").as_str());
    match suffix {
        "plural" if all.contains_key(base) => (base, Some(Key::Default)),
        "other" if SUFFIXES.iter().take(5).any(|other| has(other)) => (base, Some(Key::Default)),
        "plural" | "other" => (key, None),
        _ if has("other") => (base, Some(Key::Word(suffix.to_owned()))),
        _ => (key, None),
    }
}

/// Every text of the file; where it is no JSON, those before the fault.
fn leaves(text: &str) -> (Vec<Leaf>, Option<(Span, Message)>) {
    let mut scan = Scan { text, at: 0, out: Vec::new(), path: Vec::new() };
    let fault = scan.document().err();
    let fault = fault.map(|message| {
        let end =
            text.get(scan.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (Span::of(scan.at, scan.at + end), message)
    });
    (scan.out, fault)
}

/// An object (with the key being read) or an array (with the number of the element) that is open.
enum Open {
    Object(String),
    Array(usize),
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    out: Vec<Leaf>,
    path: Vec<Open>,
}

impl Scan<'_> {
    fn document(&mut self) -> Result<(), Message> {
        self.value()?;
        while !self.path.is_empty() {
            self.next()?;
        }
        self.blank();
        if self.at == self.text.len() { Ok(()) } else { Err(syntax()) }
    }

    fn blank(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at +=
            rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    }

    fn peek(&mut self) -> Option<u8> {
        self.blank();
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Result<(), Message> {
        if self.peek() != Some(byte) {
            return Err(syntax());
        }
        self.at += 1;
        Ok(())
    }

    /// A value; of an object or array, its beginning.
    fn value(&mut self) -> Result<(), Message> {
        match self.peek() {
            Some(b'{') => {
                self.at += 1;
                if self.peek() == Some(b'}') {
                    self.at += 1;
                    return Ok(());
                }
                let key = self.key()?;
                self.open(Open::Object(key))?;
                self.value()
            }
            Some(b'[') => {
                self.at += 1;
                if self.peek() == Some(b']') {
                    self.at += 1;
                    return Ok(());
                }
                self.open(Open::Array(0))?;
                self.value()
            }
            Some(b'"') => {
                let start = self.at;
                let value = self.string()?;
                let key = self.name();
                if key.len() <= KEY && !key.starts_with('@') {
                    self.out.push((key, value, Span::of(start, self.at)));
                }
                Ok(())
            }
            Some(_) => self.word(),
            None => Err(syntax()),
        }
    }

    fn open(&mut self, open: Open) -> Result<(), Message> {
        self.path.push(open);
        if self.path.len() > DEPTH { Err(too_deep()) } else { Ok(()) }
    }

    /// What follows a value: the next one, or the end of what holds it.
    fn next(&mut self) -> Result<(), Message> {
        let sign = self.peek().ok_or_else(syntax)?;
        let array = matches!(self.path.last(), Some(Open::Array(_)));
        match (sign, array) {
            (b'}', false) | (b']', true) => {
                self.at += 1;
                self.path.pop();
                Ok(())
            }
            (b',', true) => {
                self.at += 1;
                if let Some(Open::Array(number)) = self.path.last_mut() {
                    *number += 1;
                }
                self.value()
            }
            (b',', false) => {
                self.at += 1;
                let key = self.key()?;
                if let Some(Open::Object(own)) = self.path.last_mut() {
                    *own = key;
                }
                self.value()
            }
            _ => Err(syntax()),
        }
    }

    fn key(&mut self) -> Result<String, Message> {
        self.blank();
        let key = self.string()?;
        self.take(b':')?;
        Ok(key)
    }

    /// The keys from the outermost to this value, with full stops between them.
    fn name(&self) -> String {
        let mut out = String::new();
        for open in &self.path {
            if !out.is_empty() {
                out.push('.');
            }
            match open {
                Open::Object(key) => out.push_str(key),
                Open::Array(number) => out.push_str(&number.to_string()),
            }
            if out.len() > KEY {
                break;
            }
        }
        out
    }

    /// A number, `true`, `false` or `null`: nothing that a page could show.
    fn word(&mut self) -> Result<(), Message> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            .count();
        let word = rest.get(..length).unwrap_or_default();
        let number = word.starts_with(|c: char| c == '-' || c.is_ascii_digit())
            && word.parse::<f64>().is_ok();
        if !number && !["true", "false", "null"].contains(&word) {
            return Err(syntax());
        }
        self.at += length;
        Ok(())
    }

    fn string(&mut self) -> Result<String, Message> {
        self.take(b'"')?;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let stop = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').ok_or_else(syntax)?;
            out.push_str(rest.get(..stop).unwrap_or_default());
            self.at += stop;
            match rest.as_bytes().get(stop) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(syntax()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Message> {
        let own = self.text.as_bytes().get(self.at + 1).copied().ok_or_else(syntax)?;
        let plain = match own {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' | b'f' => ' ',
            b'"' | b'\\' | b'/' => char::from(own),
            b'u' => return self.unicode(),
            _ => return Err(syntax()),
        };
        self.at += 2;
        Ok(plain)
    }

    /// `\u00e9`, or a pair of them for what lies beyond U+FFFF.
    fn unicode(&mut self) -> Result<char, Message> {
        let first = self.hex(self.at)?;
        self.at += 6;
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        match self.hex(self.at) {
            Ok(second @ 0xDC00..0xE000) => {
                self.at += 6;
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            _ => Ok(char::REPLACEMENT_CHARACTER),
        }
    }

    fn hex(&self, at: usize) -> Result<u32, Message> {
        let own =
            self.text.get(at..at + 6).and_then(|own| own.strip_prefix("\\u")).ok_or_else(syntax)?;
        if !own.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(syntax());
        }
        u32::from_str_radix(own, 16).map_err(|_| syntax())
    }
}
