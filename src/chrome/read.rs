//! Fluent files into definitions, with every fault at its place.
//!
//! `fluent-syntax` gives a tree without positions, but its strings are slices of the file, so that the place of
//! an identifier is the distance of its first byte from the file's. A pattern with selectors is spread into flat
//! forms; the number of forms, of variables and the depth of references are bounded, for a catalogue may come
//! from anywhere.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ErrorKind};

use super::code::CATALOGUE;
use super::model::{Definition, Form, Kind, State, Wording};
use super::silence;
use super::spread::{Names, Problem, Spread};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Suppression;
use crate::message::Message;
use crate::text::{Location, SourceId, Span};

crate::messages! { MESSAGES;
    syntax = "chrome-syntax" ();
    syntax_expected = "chrome-syntax-expected" (sign);
    too_deep = "chrome-too-deep" ();
    duplicate = "chrome-twice" (id);
    no_value = "chrome-no-value" (id);
    unknown_reference = "chrome-unknown-reference" (id, name);
    too_many_forms = "chrome-too-many-forms" (id);
    unknown_kind = "chrome-unknown-kind" (kind, known);
}

/// Behind `# visavis:` above a message, this says that the message is to be translated.
pub(super) const OPEN: &str = "to translate";
/// Behind `# visavis:` above a message, this and a text in quotation marks say what it was translated from.
pub(super) const FROM: &str = "from";

/// Most variables of one form.
const VARIABLES: usize = 6;
/// Most bytes of one wording, references followed.
const BYTES: usize = 20_000;
/// What all references of a file may amount to in bytes, beside the file itself.
const REFERENCES: usize = 1_000_000;
/// Deepest braces that the parser is given; it calls itself once for each.
const BRACES: usize = 50;

/// What a file defines, in its order.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Identifiers, where they stand, and what they say.
    pub(super) messages: Vec<(String, Span, Definition)>,
    /// What is wrong.
    pub(super) faults: Vec<Diagnostic>,
    /// Comments that silence findings.
    pub(super) silenced: Vec<Suppression>,
    /// How many bytes may still be spread.
    allowance: usize,
}

/// Reads a file as far as it goes. `id` is `None` for the built-in files, which have no place a user could edit.
pub(super) fn read(text: &str, id: Option<SourceId>, layer: u32) -> Read {
    let mut out = Read { allowance: text.len().saturating_add(REFERENCES), ..Read::default() };
    if let Some(at) = deep_brace(text) {
        out.fault(id, Span::of(at, at.saturating_add(1)), too_deep());
        return out;
    }
    let (tree, errors) = match parser::parse(text) {
        Ok(tree) => (tree, Vec::new()),
        Err((tree, errors)) => (tree, errors),
    };
    for error in errors {
        let message = match error.kind {
            ErrorKind::ExpectedToken(sign) => syntax_expected(sign.to_string()),
            _ => syntax(),
        };
        out.fault(id, Span::of(error.pos.start, error.pos.end), message);
    }
    out.take(&tree, text, id, layer);
    out.silenced = silence::in_fluent(&tree, text);
    out
}

/// The first brace that lies too deep; a line that begins with a letter or a sign at its margin starts afresh.
fn deep_brace(text: &str) -> Option<usize> {
    let (mut depth, mut margin) = (0usize, true);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ if margin && (byte.is_ascii_alphabetic() || byte == b'-' || byte == b'#') => {
                depth = 0;
            }
            _ => {}
        }
        if depth > BRACES {
            return Some(at);
        }
        margin = byte == b'\n';
    }
    None
}

/// Where a slice of the file stands in it.
pub(super) fn place(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Span::of(start, start.saturating_add(part.len()))
}

impl Read {
    fn fault(&mut self, id: Option<SourceId>, span: Span, message: Message) {
        let source = id.unwrap_or_else(|| SourceId::new(u32::MAX));
        let at = Location { source, span };
        self.faults.push(Diagnostic::new(CATALOGUE, Severity::Error, at, message));
    }

    fn take(&mut self, tree: &ast::Resource<&str>, text: &str, id: Option<SourceId>, layer: u32) {
        let names = Names::of(tree);
        let mut kinds = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for entry in &tree.body {
            match entry {
                ast::Entry::ResourceComment(comment) => {
                    kinds.extend(self.kinds(comment, text, id));
                }
                ast::Entry::Message(message) => {
                    let name = message.id.name;
                    let span = place(text, name);
                    if !seen.insert(name) {
                        self.fault(id, span, duplicate(name));
                        continue;
                    }
                    let mut own = kinds.clone();
                    if let Some(comment) = &message.comment {
                        own.extend(self.kinds(comment, text, id));
                    }
                    let wordings = self.wordings(message, &names, &mut own, text, id);
                    if wordings.is_empty() {
                        continue;
                    }
                    let at = id.map(|source| Location { source, span });
                    let Remarks { state, made_from } = remarks(message.comment.as_ref());
                    let ready = Definition::ready(wordings, own, layer, at);
                    let definition = Definition { state, made_from, ..ready };
                    self.messages.push((name.to_owned(), span, definition));
                }
                _ => {}
            }
        }
    }

    /// Reads `$count (Number)` in a comment.
    fn kinds(
        &mut self,
        comment: &ast::Comment<&str>,
        text: &str,
        id: Option<SourceId>,
    ) -> Vec<(String, Kind)> {
        let mut out = Vec::new();
        let own = comment.content.iter().filter(|line| !is_ours(line));
        for line in own {
            for piece in line.split('$').skip(1) {
                let Some((name, rest)) = piece.split_once(" (") else { continue };
                let Some((word, _)) = rest.split_once([')', ',', ' ']) else { continue };
                if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
                    continue;
                }
                match Kind::parse(word) {
                    Some(kind) => out.push((name.to_owned(), kind)),
                    None => self.fault(
                        id,
                        place(text, word),
                        unknown_kind(word, "Number, Name, Date, Title, Terms, Any"),
                    ),
                }
            }
        }
        out
    }

    fn wordings(
        &mut self,
        message: &ast::Message<&str>,
        names: &Names<'_>,
        kinds: &mut BTreeMap<String, Kind>,
        text: &str,
        id: Option<SourceId>,
    ) -> Vec<Wording> {
        let span = place(text, message.id.name);
        let Some(value) = &message.value else {
            self.fault(id, span, no_value(message.id.name));
            return Vec::new();
        };
        let attributes = message.attributes.iter().map(|own| (Some(own.id.name), &own.value));
        let mut out = Vec::new();
        for (attribute, pattern) in std::iter::once((None, value)).chain(attributes) {
            let bytes = BYTES.min(self.allowance);
            let mut spread = Spread::new(names, kinds, bytes);
            let forms = spread.pattern(pattern, 0);
            self.allowance -= bytes - spread.bytes;
            let problem = spread.problem.or_else(|| too_wide(&forms).then_some(Problem::TooMany));
            match problem {
                None => out.push(Wording { attribute: attribute.map(str::to_owned), forms }),
                Some(Problem::TooMany) => self.fault(id, span, too_many_forms(message.id.name)),
                Some(Problem::Unknown(name)) => {
                    self.fault(id, span, unknown_reference(message.id.name, name));
                }
            }
            if out.is_empty() {
                return out;
            }
        }
        out
    }
}

/// Is a line of a comment said to this program?
fn is_ours(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("visavis:") || line.starts_with("visavis-")
}

/// What a comment says to this program of its message: that it is open, and what it was translated from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Remarks {
    pub(super) state: State,
    pub(super) made_from: Option<String>,
}

impl Remarks {
    /// Takes in a line of a comment.
    pub(super) fn line(&mut self, line: &str) {
        match line.trim().strip_prefix("visavis:").map(str::trim) {
            Some(OPEN) => self.state = State::Open,
            Some(rest) => {
                let text = rest.strip_prefix(FROM).and_then(|rest| rest.trim().strip_prefix('"'));
                self.made_from = text.and_then(|text| text.strip_suffix('"')).map(str::to_owned);
            }
            None => {}
        }
    }
}

fn remarks(comment: Option<&ast::Comment<&str>>) -> Remarks {
    let mut out = Remarks::default();
    comment.iter().flat_map(|comment| &comment.content).for_each(|line| out.line(line));
    out
}

fn too_wide(forms: &[Form]) -> bool {
    forms
        .iter()
        .any(|form| form.parts.iter().filter(|part| part.variable().is_some()).count() > VARIABLES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chrome::model::{Key, Part};

    fn ids(text: &str) -> Vec<&'static str> {
        read(text, Some(SourceId::new(0)), 1).faults.iter().map(|fault| fault.message.id).collect()
    }

    #[test]
    fn a_selector_becomes_one_form_a_variant() {
        let read =
            read("a = { $n ->\n    [one] { $n } cat\n   *[other] { $n } cats\n } here\n", None, 0);
        let forms = &read.messages[0].2.wordings[0].forms;
        assert_eq!(forms.len(), 2);
        assert_eq!(forms[0].when, [("n".to_owned(), Key::Word("one".to_owned()))]);
        assert_eq!(forms[1].parts.len(), 2);
        assert_eq!(read.messages[0].2.kinds["n"], Kind::Number);
    }

    #[test]
    fn faults_are_named_and_placed() {
        let file = "ok = Fine\nbad\nok = Again\nempty =\n    .alt = x\nref = { -nobody }\n";
        let faults = read(file, Some(SourceId::new(0)), 1).faults;
        let ids: Vec<_> = faults.iter().map(|fault| fault.message.id).collect();
        assert_eq!(
            ids,
            [
                "chrome-syntax-expected",
                "chrome-twice",
                "chrome-no-value",
                "chrome-unknown-reference"
            ]
        );
        assert_eq!(faults[1].primary.at.span, Span::of(14, 16));
        assert_eq!(faults[3].primary.at.span.slice(file), "ref");
    }

    #[test]
    fn terms_are_read_into_the_messages_that_name_them() {
        let read = read("-brand = Quai\na = About { -brand }{ \"!\" }\n", None, 0);
        assert_eq!(
            read.messages[0].2.wordings[0].forms[0].parts,
            [Part::Text("About Quai!".to_owned())]
        );
    }

    #[test]
    fn hostile_files_are_answered() {
        assert_eq!(ids(&format!("a = {}", "{".repeat(100_000))), ["chrome-too-deep"]);
        assert_eq!(ids("a = { a }\n"), ["chrome-too-many-forms"]);
        let select = |name| format!("{{ ${name} ->\n    [x] x\n   *[y] y\n }}");
        let wider = format!("a = {}\n", ["a", "b", "c", "d", "e", "f", "g"].map(select).concat());
        assert_eq!(ids(&wider), ["chrome-too-many-forms"]);
        assert_eq!(ids(&format!("a = {}\n", "{ $v }".repeat(40))), ["chrome-too-many-forms"]);
        let laughs =
            (0..5).map(|n| format!("-t{n} = {}\n", format!("{{ -t{} }}", n + 1).repeat(300)));
        let laughs = laughs.chain(["-t5 = ha\na = { -t0 }\n".to_owned()]).collect::<String>();
        assert_eq!(ids(&laughs), ["chrome-too-many-forms"]);
        let long = format!("-t = {}\n", "x".repeat(15_000));
        let many: Vec<String> = (0..2000).map(|n| format!("a{n} = {{ -t }}\n")).collect();
        assert!(ids(&(long + &many.concat())).contains(&"chrome-too-many-forms"));
        assert_eq!(ids("# $n (Nonsense)\na = x\n"), ["chrome-unknown-kind"]);
        assert!(ids(&"\u{0}".repeat(1000)).len() < 3);
    }
}
