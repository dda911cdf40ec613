//! New messages for lines that no catalogue knows: their identifiers and what is written into Fluent files.
//!
//! The language of the line is filled in; the other is left open and says so in a comment that the reader of this
//! module's files understands, so that an open message is never taken for a translation. A value becomes a
//! variable only where nobody would take it for a word of the label: a placeholder, an address, a number that is
//! the only one of its line and no year.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use unic_langid::LanguageIdentifier;

use super::model::{Form, Kind, Part};
use super::normal::Normal;
use super::placeholders::cut;
use super::read::{FROM, OPEN};
use super::{Catalogue, tags};
use crate::text::fold_diacritics;

/// Most words and most bytes of an identifier.
const WORDS: usize = 6;
const BYTES: usize = 48;
/// Longest line that becomes a message, in bytes: what is longer is no label.
const LONGEST: usize = 1000;

/// A message to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Its identifier.
    pub id: String,
    /// The line that it was made from.
    pub line: String,
    form: Form,
    kinds: Vec<(String, Kind)>,
}

impl Catalogue {
    /// Does a message of a language say this line, whether or not it is translated?
    pub fn knows(&self, line: &str, lang: &LanguageIdentifier) -> bool {
        let Some(normal) = Normal::of(line) else { return true };
        let indices = tags(lang, self.indices.iter().map(|index| &index.lang));
        indices.filter_map(|tag| self.indices.iter().find(|index| index.lang == *tag)).any(
            |index| {
                !index.exact(line).is_empty()
                    || !index.normal(&normal.key()).is_empty()
                    || index.templates.iter().any(|(_, form)| form.matches(line, &normal).is_some())
            },
        )
    }

    /// The messages to be made of lines, in their order, none twice; identifiers are those of no message of
    /// `platform`.
    pub fn additions(
        &self,
        lines: &[&str],
        lang: &LanguageIdentifier,
        platform: &str,
    ) -> Vec<Addition> {
        let own = self.entries.iter().filter(|entry| entry.platform == platform);
        let mut ids: BTreeSet<String> = own.map(|entry| entry.id.clone()).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut out = Vec::new();
        for line in lines {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            let key = Normal::of(&line).map(|normal| normal.key()).unwrap_or_default();
            let (form, kinds) = pattern(&line);
            let shown = form.shown();
            if key.is_empty() || line.len() > LONGEST || self.knows(&line, lang) {
                continue;
            }
            if !seen.insert(key) || !seen.insert(shown.clone()) {
                continue;
            }
            let id = identifier(&shown, &ids);
            ids.insert(id.clone());
            out.push(Addition { id, line, form, kinds });
        }
        out
    }
}

impl Addition {
    /// The message in the language of its line.
    pub fn filled(&self) -> String {
        format!("{}{} = {}\n", self.typed(), self.id, fluent(&self.form))
    }

    /// The message in the other language, open.
    pub fn open(&self) -> String {
        let text = self.form.shown();
        format!(
            "{}# visavis: {FROM} \"{text}\"\n# visavis: {OPEN}\n{} = {{ \"\" }}\n",
            self.typed(),
            self.id
        )
    }

    fn typed(&self) -> String {
        let mut out = String::new();
        for (name, kind) in &self.kinds {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "# ${name} ({})", kind.as_str());
        }
        out
    }
}

/// A line with what is surely a value cut out.
fn pattern(line: &str) -> (Form, Vec<(String, Kind)>) {
    let placeholders = cut(line);
    if placeholders.parts.iter().any(|part| part.variable().is_some()) {
        return renamed(placeholders.parts, |name| {
            placeholders.kinds.get(name).copied().unwrap_or(Kind::Any)
        });
    }
    let words: Vec<&str> = line.split(' ').collect();
    let numbers = words.iter().filter(|word| word.contains(|c: char| c.is_ascii_digit())).count();
    let mut parts: Vec<Part> = Vec::new();
    let mut kinds = Vec::new();
    let labelled = words.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
    for (at, word) in words.iter().enumerate() {
        let gap = if at == 0 { "" } else { " " };
        let bare =
            word.trim_end_matches([',', ':', '.', ';', '!', '?', ')']).trim_start_matches('(');
        let value = if !labelled {
            None
        } else if is_address(bare) {
            Some(("name", Kind::Name))
        } else if numbers == 1 && is_count(bare) {
            Some(("count", Kind::Number))
        } else {
            None
        };
        let free = value.filter(|(name, _)| !kinds.iter().any(|(known, _)| known == name));
        let Some(((name, kind), (before, after))) = free.zip(word.split_once(bare)) else {
            push(&mut parts, &format!("{gap}{word}"));
            continue;
        };
        push(&mut parts, &format!("{gap}{before}"));
        parts.push(Part::Variable(name.to_owned()));
        kinds.push((name.to_owned(), kind));
        push(&mut parts, after);
    }
    (Form { when: Vec::new(), parts }, kinds)
}

fn push(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(last)) => last.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

/// Placeholders under names that Fluent allows.
fn renamed(parts: Vec<Part>, kind: impl Fn(&str) -> Kind) -> (Form, Vec<(String, Kind)>) {
    let mut kinds: Vec<(String, Kind)> = Vec::new();
    let parts = parts.into_iter().map(|part| {
        let Part::Variable(name) = part else { return part };
        let plain: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let fits = plain.starts_with(|c: char| c.is_ascii_alphabetic());
        let new = if fits { plain } else { format!("value-{plain}") };
        if !kinds.iter().any(|(known, _)| *known == new) {
            kinds.push((new.clone(), kind(&name)));
        }
        Part::Variable(new)
    });
    let parts = parts.collect();
    (Form { when: Vec::new(), parts }, kinds)
}

/// `@name`, `name@host.org`, `https://…`.
fn is_address(word: &str) -> bool {
    let handle = word.strip_prefix('@').is_some_and(|own| own.chars().count() > 1);
    let mail =
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    handle || mail || word.starts_with("https://") || word.starts_with("http://")
}

/// Digits that count something: no year, no number that is written with a zero before it.
fn is_count(word: &str) -> bool {
    let plain = word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    plain && !word.is_empty() && !year && (word == "0" || !word.starts_with('0'))
}

/// A form in Fluent's notation, on one line.
fn fluent(form: &Form) -> String {
    let mut out = String::new();
    for part in &form.parts {
        match part {
            Part::Text(text) => {
                for c in text.chars() {
                    match c {
                        '{' => out.push_str("{ \"{\" }"),
                        '}' => out.push_str("{ \"}\" }"),
                        c if c.is_control() => out.push(' '),
                        c => out.push(c),
                    }
                }
            }
            Part::Variable(name) => {
                let _ = write!(out, "{{ ${name} }}");
            }
        }
    }
    out
}

/// An identifier from the first words of a text, with a number behind it where it is taken. What has no Latin
/// letters is named by a number made of its characters (FNV-1a), so that it stays the same from run to run.
fn identifier(text: &str, taken: &BTreeSet<String>) -> String {
    let folded = fold_diacritics(text).to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut base = String::new();
    for word in words.take(WORDS) {
        if base.len() + word.len() > BYTES {
            break;
        }
        if !base.is_empty() {
            base.push('-');
        }
        base.push_str(word);
    }
    if base.is_empty() {
        let hash = text
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        base = format!("line-{hash:08x}");
    } else if !base.starts_with(|c: char| c.is_ascii_alphabetic()) {
        base = format!("line-{base}");
    }
    let mut id = base.clone();
    let mut number = 2;
    while taken.contains(&id) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}
