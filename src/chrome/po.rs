//! PO files, line by line, as gettext writes and translators edit them.
//!
//! The reader is our own: the format is a dozen kinds of line, and what a user needs when one of them is wrong is
//! its place. Reading is one pass; what is sound is kept. Source of the format: GNU gettext manual, "The Format of
//! PO Files".

use super::gettext::{Item, Items};
use super::read::OPEN;
use super::silence;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Suppression;
use crate::message::Message;
use crate::text::{Location, SourceFile, SourceId, Span};

crate::messages! { MESSAGES;
    no_string = "chrome-po-string" ();
    no_keyword = "chrome-po-keyword" ();
    bad_escape = "chrome-po-escape" (sign);
    bad_index = "chrome-po-index" ();
    stray = "chrome-po-stray" ();
}

/// Most faults of one file that are told.
const FAULTS: usize = 100;
/// Most plural forms of one message.
const FORMS: usize = 8;

/// What a file holds.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) items: Items,
    pub(super) faults: Vec<Diagnostic>,
    /// Comments that silence findings.
    pub(super) silenced: Vec<Suppression>,
}

/// Reads a file.
pub(super) fn read(id: SourceId, file: &SourceFile) -> Read {
    let mut reader = Reader {
        id,
        length: file.text.len(),
        end: 0,
        items: Items::default(),
        item: Item::default(),
        obsolete: false,
        last: Last::None,
        orders: Vec::new(),
        silenced: Vec::new(),
        faults: Vec::new(),
    };
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        reader.line(line.trim_end_matches(['\n', '\r']), at);
        at += line.len();
    }
    reader.flush();
    reader.settle(at);
    Read { items: reader.items, faults: reader.faults, silenced: reader.silenced }
}

/// What a string that stands alone on a line continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    None,
    Context,
    Text,
    Plural,
    Translation,
    Previous,
    /// Something that is not kept.
    Other,
}

struct Reader {
    id: SourceId,
    /// Of the file, in bytes.
    length: usize,
    /// Where the last statement ends.
    end: usize,
    items: Items,
    item: Item,
    /// Does the entry stand behind `#~`?
    obsolete: bool,
    last: Last,
    /// Comments above the entry that may silence findings, and where they stand.
    orders: Vec<(String, Span)>,
    silenced: Vec<Suppression>,
    faults: Vec<Diagnostic>,
}

impl Reader {
    fn fault(&mut self, start: usize, end: usize, message: Message) {
        if self.faults.len() < FAULTS {
            let at = Location { source: self.id, span: Span::of(start, end) };
            let code = super::code::CATALOGUE;
            self.faults.push(Diagnostic::new(code, Severity::Error, at, message));
        }
    }

    fn flush(&mut self) {
        let item = std::mem::take(&mut self.item);
        let obsolete = std::mem::take(&mut self.obsolete);
        self.last = Last::None;
        if item.started {
            self.settle(self.end);
            if !obsolete {
                self.items.all.push(item);
            }
        }
    }

    /// Lets the comments above an entry that ends here silence what is found in it.
    fn settle(&mut self, end: usize) {
        for (comment, at) in std::mem::take(&mut self.orders) {
            let reach = Span::of(at.end() as usize, end.max(at.end() as usize));
            self.silenced.extend(silence::order(&comment, at, reach, self.length));
        }
    }

    fn line(&mut self, line: &str, at: usize) {
        let trimmed = line.trim_start();
        let at = at + line.len() - trimmed.len();
        if trimmed.is_empty() {
            self.flush();
        } else if let Some(comment) = trimmed.strip_prefix('#') {
            self.comment(comment, at + 1);
        } else {
            self.statement(trimmed, at, false);
        }
    }

    fn comment(&mut self, comment: &str, at: usize) {
        // A comment belongs to what follows; only gettext's own `#~` may stand inside an entry.
        let old = comment.strip_prefix('~');
        if old.is_none() && !self.item.strings.is_empty() {
            self.flush();
        }
        if let Some(rest) = old {
            if !self.obsolete && !self.item.strings.is_empty() {
                self.flush();
            }
            self.obsolete = true;
            let own = rest.trim_start();
            if !own.is_empty() && !own.starts_with('|') {
                self.statement(own, at + 1 + rest.len() - own.len(), false);
            }
        } else if let Some(flags) = comment.strip_prefix(',') {
            self.item.flag(flags);
        } else if let Some(rest) = comment.strip_prefix('|') {
            let own = rest.trim_start();
            self.statement(own, at + 1 + rest.len() - own.len(), true);
        } else {
            // A translator's comment, or one that was taken from the program (`#.`).
            self.remark(comment.strip_prefix('.').unwrap_or(comment), at);
        }
    }

    fn remark(&mut self, comment: &str, at: usize) {
        let own = comment.trim();
        if own.starts_with("visavis-") {
            self.orders.push((own.to_owned(), Span::of(at, at + comment.len())));
        } else if let Some(said) = own.strip_prefix("visavis:") {
            self.item.to_translate |= said.trim() == OPEN;
        }
    }

    fn statement(&mut self, text: &str, at: usize, previous: bool) {
        self.end = at + text.len();
        let split = text.find('"').unwrap_or(text.len());
        let keyword = text.get(..split).unwrap_or_default();
        let string = text.get(split..).unwrap_or_default();
        let span = Span::of(at, at + text.len());
        let keyword = keyword.trim_end();
        if !keyword.is_empty() && !self.begin(keyword, span, previous) {
            self.last = Last::Other;
            self.fault(at, at + keyword.len(), no_keyword());
            return;
        }
        let Some(value) = self.string(string, at + split) else { return };
        match self.last {
            Last::None => self.fault(at, at + text.len(), stray()),
            Last::Other => {}
            Last::Context => self.item.context.get_or_insert_default().push_str(&value),
            Last::Text => self.item.text.push_str(&value),
            Last::Plural => self.item.plural.get_or_insert_default().push_str(&value),
            Last::Previous => self.item.previous.get_or_insert_default().push_str(&value),
            Last::Translation => {
                if let Some((_, own)) = self.item.strings.last_mut() {
                    own.push_str(&value);
                }
            }
        }
    }

    /// Begins what a keyword names; is it one?
    fn begin(&mut self, keyword: &str, span: Span, previous: bool) -> bool {
        if previous {
            self.last = if keyword == "msgid" { Last::Previous } else { Last::Other };
            return matches!(keyword, "msgid" | "msgctxt" | "msgid_plural");
        }
        let begins = matches!(keyword, "msgctxt" | "msgid");
        if begins && (!self.item.strings.is_empty() || keyword == "msgid" && self.item.started) {
            let obsolete = self.obsolete;
            self.flush();
            self.obsolete = obsolete;
        }
        self.last = match keyword {
            "msgctxt" => Last::Context,
            "msgid" => {
                self.item.started = true;
                self.item.at = span;
                Last::Text
            }
            "msgid_plural" => Last::Plural,
            "msgstr" => self.translation(0, span),
            _ => {
                let index = keyword.strip_prefix("msgstr[").and_then(|own| own.strip_suffix(']'));
                let Some(index) = index else { return false };
                if let Some(index) = index.trim().parse().ok().filter(|index| *index < FORMS) {
                    self.translation(index, span)
                } else {
                    let start = span.start() as usize;
                    self.fault(start, start + keyword.len(), bad_index());
                    Last::Other
                }
            }
        };
        if self.last == Last::Context {
            self.item.context = Some(String::new());
        }
        true
    }

    fn translation(&mut self, index: usize, span: Span) -> Last {
        if self.item.strings.is_empty() {
            self.item.translation_at = span;
        }
        self.item.strings.push((index, String::new()));
        Last::Translation
    }

    /// The value of a quoted string.
    fn string(&mut self, text: &str, at: usize) -> Option<String> {
        let end = at + text.len();
        let text = text.trim_end();
        let inner = text.strip_prefix('"').and_then(|own| own.strip_suffix('"'));
        let Some(inner) = inner else {
            self.fault(at, end, no_string());
            return None;
        };
        let mut out = String::with_capacity(inner.len());
        let mut chars = inner.char_indices();
        while let Some((place, c)) = chars.next() {
            match c {
                '"' => {
                    self.fault(at + 1 + place, at + 2 + place, no_string());
                    return None;
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => out.push('\n'),
                    Some((_, 't')) => out.push('\t'),
                    Some((_, 'r')) => out.push('\r'),
                    Some((_, own @ ('"' | '\\' | '\''))) => out.push(own),
                    Some((_, 'a' | 'b' | 'f' | 'v')) => {}
                    Some((_, other)) => {
                        let start = at + 1 + place;
                        self.fault(start, start + 1, bad_escape(other.to_string()));
                        out.push(other);
                    }
                    // The quotation mark that seemed to close the string is escaped.
                    None => {
                        self.fault(at, end, no_string());
                        return None;
                    }
                },
                other => out.push(other),
            }
        }
        Some(out)
    }
}
