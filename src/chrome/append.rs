//! New messages written into a file of any format, everything that stands in it left as it is.
//!
//! A file is never written out anew from what was read: the new messages are spliced in, behind the last message of a
//! Fluent or PO file and behind the last member of a JSON object, in the file's own line ends, indentation and
//! placeholders. Where a message stays open: in Fluent and PO a comment says so (`visavis: to translate`), in JSON the
//! text is empty, and where the convention has descriptions, these say so. A text that a file's notation would read
//! otherwise, and cannot quote, is no message for that file: [`Host::unfit`] names it.
//!
//! A PO file knows a message by its original. Of a line in the language of the translations the original is not
//! known; its entry stands under a name, is marked fuzzy so that gettext does not use it, and says that the original
//! is to be written.

use std::fmt::Write as _;

use unic_langid::LanguageIdentifier;

use super::addition::{Addition, Style};
use super::escape::Signs;
use super::gettext::Items;
use super::jed;
use super::json_shape::Shape;
use super::json_tree::{Node, Tree, Value};
use super::pipes::Pipes;
use super::placeholders::Notation;
use super::po;
use super::read::{FROM, OPEN};
use super::strings::Strings;
use crate::lang;
use crate::text::{SourceFile, SourceId};

/// How a file of messages is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Fluent, a file a language.
    Fluent,
    /// gettext's PO.
    Gettext,
    /// JSON of any convention.
    Json,
}

/// A file that messages are added to.
#[derive(Debug, Clone, Copy)]
pub struct Host<'h> {
    /// How it is written.
    pub kind: FileKind,
    /// What stands in it.
    pub file: &'h SourceFile,
    /// The language that its name says: of a PO file, of its translations.
    pub lang: Option<&'h LanguageIdentifier>,
    /// The language of gettext's texts where the file does not say it.
    pub source: &'h LanguageIdentifier,
}

/// A message with the language of the line that it was made from.
pub type New = (Addition, LanguageIdentifier);

impl Host<'_> {
    /// Does it hold both languages, so that no other file is needed?
    pub fn holds_both(&self, langs: [&LanguageIdentifier; 2]) -> bool {
        match self.kind {
            FileKind::Fluent => false,
            FileKind::Gettext => !self.items().header().keyed,
            FileKind::Json => {
                let roots = Shape::of(&Tree::read(&self.file.text), self.lang).roots;
                langs.iter().all(|wanted| {
                    let is = |own: &LanguageIdentifier| lang::same(own, wanted);
                    roots.iter().any(|(_, own)| own.as_ref().is_some_and(is))
                })
            }
        }
    }

    /// The new messages that its notation cannot hold, by their numbers, each with what nothing can quote there.
    pub fn unfit(&self, new: &[New]) -> Vec<(usize, String)> {
        if self.kind != FileKind::Json {
            return Vec::new();
        }
        let tree = Tree::read(&self.file.text);
        let shape = Shape::of(&tree, self.lang);
        let signs = signs(&tree, &shape);
        let is_own = |from: &LanguageIdentifier| {
            let mut langs = shape.roots.iter().filter_map(|(_, own)| own.as_ref().or(self.lang));
            langs.any(|own| lang::same(from, own))
        };
        let unquotable = |addition: &Addition| {
            let text = worded((&shape, signs), &self.file.text, addition);
            signs.unquotable(&text).map(str::to_owned)
        };
        let own = new.iter().enumerate().filter(|(_, (_, from))| is_own(from));
        own.filter_map(|(number, (addition, _))| Some((number, unquotable(addition)?))).collect()
    }

    /// Its text with the new messages; `None` where it is not understood well enough to be added to.
    pub fn with(&self, new: &[New]) -> Option<String> {
        match self.kind {
            FileKind::Fluent => Some(self.behind(&fluent(new, self.lang?))),
            FileKind::Gettext => Some(self.behind(&self.gettext(new)?)),
            FileKind::Json => self.json(new),
        }
    }

    /// The text with something behind it, in its own line ends.
    fn behind(&self, more: &str) -> String {
        let text = &self.file.text;
        let lead = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        let more = if text.trim().is_empty() { more.trim_start() } else { more };
        let more = format!("{lead}{more}");
        let more = if text.contains("\r\n") { more.replace('\n', "\r\n") } else { more };
        format!("{text}{more}")
    }

    fn items(&self) -> Items {
        po::read(SourceId::new(0), self.file).items
    }

    fn gettext(&self, new: &[New]) -> Option<String> {
        let header = self.items().header();
        let own = header.language.as_ref().or(self.lang)?;
        let source = header.source.as_ref().unwrap_or(self.source);
        let style = Style::of(&self.file.text, Style::Turn);
        let mut out = String::new();
        for (addition, from) in new {
            let text = addition.text(style);
            let (key, said) = (quoted(&addition.id), quoted(&text));
            let entry = if header.keyed && lang::same(from, own) {
                format!("msgid {key}\nmsgstr {said}\n")
            } else if header.keyed {
                format!(
                    "# visavis: {FROM} \"{}\"\n# visavis: {OPEN}\nmsgid {key}\nmsgstr \"\"\n",
                    shown(&text)
                )
            } else if lang::same(from, source) {
                format!("# visavis: {OPEN}\nmsgid {said}\nmsgstr \"\"\n")
            } else if lang::same(from, own) {
                format!("# visavis: {OPEN}\n#, fuzzy\nmsgid {key}\nmsgstr {said}\n")
            } else {
                continue;
            };
            out.push('\n');
            out.push_str(&entry);
        }
        Some(out)
    }

    fn json(&self, new: &[New]) -> Option<String> {
        let text = if self.file.text.trim().is_empty() { "{}\n" } else { &self.file.text };
        let tree = Tree::read(text);
        if tree.fault.is_some() || !tree.is_object(0) || jed::read(text).is_some() {
            return None;
        }
        let mut shape = Shape::of(&tree, self.lang);
        let signs = signs(&tree, &shape);
        shape.roots.sort_by_key(|(root, _)| tree.nodes.get(*root).map(|node| node.at));
        let mut out = text.to_owned();
        for (root, own) in shape.roots.iter().rev() {
            let Some(own) = own.as_ref().or(self.lang) else { continue };
            let members: Vec<String> = new
                .iter()
                .flat_map(|(addition, from)| {
                    member((&shape, signs), text, addition, lang::same(from, own))
                })
                .collect();
            out = spliced(&out, &tree, *root, &members)?;
        }
        Some(out)
    }
}

/// What is put behind a Fluent file.
fn fluent(new: &[New], own: &LanguageIdentifier) -> String {
    let mut out = String::new();
    for (addition, from) in new {
        out.push('\n');
        out.push_str(&if lang::same(from, own) { addition.filled() } else { addition.open() });
    }
    out
}

/// A text as an audit shows it, to be compared with later.
fn shown(text: &str) -> String {
    let own = Strings::plain(text, Notation::default());
    own.define(0, None, super::model::State::Ready).shown()
}

/// A string of a PO file.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The notation of a file's texts.
fn signs(tree: &Tree, shape: &Shape) -> Signs {
    let texts = tree.nodes.iter().filter_map(|node| match &node.value {
        Value::Text(text) if !node.key.starts_with('@') => Some(text.as_str()),
        _ => None,
    });
    if shape.extension { Signs::Plain } else { Signs::of(&texts.collect::<Vec<_>>(), shape.arb) }
}

/// The text of a message with its variables as the file writes them.
fn worded((shape, signs): (&Shape, Signs), file: &str, addition: &Addition) -> String {
    let usual = if shape.extension { Style::Dollar } else { Style::Brace };
    // A number inside a form of ICU's, `{{count}}`, is no other notation.
    let told = shape.extension || signs.quotes();
    let text = addition.text(if told { usual } else { Style::of(file, usual) });
    if !told && Pipes::of(&text).is_some_and(|own| own.sure) {
        // With its number as a variable it would be taken for plural forms, and the whole file with it.
        return addition.line.clone();
    }
    text
}

/// A message as members of a JSON object: key and value each, and its description where the convention has one.
fn member(
    (shape, signs): (&Shape, Signs),
    file: &str,
    addition: &Addition,
    filled: bool,
) -> Vec<String> {
    let ascii = file.is_ascii() && file.contains("\\u");
    let string = |text: &str| json_string(text, ascii);
    let text = worded((shape, signs), file, addition);
    let said = string(&if filled { signs.escaped(&text) } else { String::new() });
    let key = string(&addition.id);
    let note = format!("visavis: {FROM} \"{}\"\nvisavis: {OPEN}", shown(&text));
    let note = (!filled).then(|| format!("\"description\": {}", string(&note)));
    if shape.extension {
        let mut fields = vec![format!("\"message\": {said}")];
        fields.extend(note);
        let names = addition.names();
        if !names.is_empty() {
            let own = names.iter().enumerate().map(|(number, name)| {
                format!("{}: {{ \"content\": \"${}\" }}", string(name), number + 1)
            });
            fields.push(format!("\"placeholders\": {{ {} }}", own.collect::<Vec<_>>().join(", ")));
        }
        return vec![format!("{key}: {{ {} }}", fields.join(", "))];
    }
    let described = note.filter(|_| shape.arb);
    let about =
        described.map(|note| format!("{}: {{ {note} }}", string(&format!("@{}", addition.id))));
    std::iter::once(format!("{key}: {said}")).chain(about).collect()
}

/// A text with members behind the last one of an object, set as that one is.
fn spliced(text: &str, tree: &Tree, root: usize, members: &[String]) -> Option<String> {
    if members.is_empty() {
        return Some(text.to_owned());
    }
    let object = tree.nodes.get(root)?;
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let last: Option<&Node> = tree.below(root).last().map(|(_, node)| node);
    let mut new = String::new();
    let Some(last) = last else {
        let own = before(text, object.start).trim_start_matches(['\r', '\n']);
        let gap = format!("{newline}{own}  ");
        return empty(text, object, &gap, &format!("{newline}{own}"), members);
    };
    let (at, gap) = (last.at.end() as usize, before(text, last.start));
    for member in members {
        // Writing to a string cannot fail.
        let _ = write!(new, ",{}{member}", if gap.is_empty() { " " } else { gap });
    }
    Some(format!("{}{new}{}", text.get(..at)?, text.get(at..)?))
}

/// Members in an object that has none.
fn empty(text: &str, object: &Node, gap: &str, close: &str, members: &[String]) -> Option<String> {
    let own: Vec<String> = members.iter().map(|member| format!("{gap}{member}")).collect();
    let (start, end) = (object.at.start() as usize + 1, object.at.end() as usize - 1);
    Some(format!("{}{}{close}{}", text.get(..start)?, own.join(","), text.get(end..)?))
}

/// The white space before a place: its line end and indentation, or the spaces on its line.
fn before(text: &str, at: usize) -> &str {
    let lead = text.get(..at).unwrap_or_default();
    let blank = lead.get(lead.trim_end().len()..).unwrap_or_default();
    // Of several empty lines one is enough.
    match blank.rfind('\n') {
        Some(line) if blank.get(..line).is_some_and(|own| own.ends_with('\r')) => {
            blank.get(line - 1..).unwrap_or_default()
        }
        Some(line) => blank.get(line..).unwrap_or_default(),
        None => blank,
    }
}

fn json_string(text: &str, ascii: bool) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || ascii && !c.is_ascii() => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
