//! New messages for lines that no catalogue knows: their identifiers and their texts in each notation.
//!
//! The language of the line is filled in; the other is left open and says so in a way that the reader of the file
//! understands, so that an open message is never taken for a translation. A value becomes a
//! variable only where nobody would take it for a word of the label: a placeholder, an address, a number that is
//! the only one of its line and no year.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use unic_langid::LanguageIdentifier;

use super::model::{Definition, Form, Kind, Part};
use super::normal::Normal;
use super::placeholders::cut;
use super::read::{FROM, OPEN};
use super::template::Template;
use super::{Catalogue, tags};
use crate::lang;
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
    /// Does the line itself hold a program's placeholders?
    raw: bool,
}

/// How identifiers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// `hold-the-auction`, as Fluent and gettext's keys have it.
    #[default]
    Kebab,
    /// `hold_the_auction`.
    Snake,
    /// `holdTheAuction`, which Flutter asks for.
    Camel,
}

impl Naming {
    /// What most of some identifiers are, counted by their last part; `usual` where nothing tells.
    pub fn of<'i>(ids: impl Iterator<Item = &'i str>, usual: Self) -> Self {
        let mut counts = [(Self::Kebab, 0_usize), (Self::Snake, 0), (Self::Camel, 0)];
        for id in ids {
            let own = id.rsplit('.').next().unwrap_or_default();
            let humped = own.starts_with(|c: char| c.is_ascii_lowercase())
                && own.contains(|c: char| c.is_ascii_uppercase());
            let found = [own.contains('-'), own.contains('_'), humped];
            for (count, found) in counts.iter_mut().zip(found) {
                count.1 += usize::from(found);
            }
        }
        let most = counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, n)| *n > 0);
        most.map_or(usual, |(naming, _)| *naming)
    }

    fn join(self, words: &[&str]) -> String {
        match self {
            Self::Kebab => words.join("-"),
            Self::Snake => words.join("_"),
            Self::Camel => {
                let mut out = String::new();
                for word in words {
                    let (first, rest) = word.split_at(word.len().min(1));
                    let first =
                        if out.is_empty() { first.to_owned() } else { first.to_ascii_uppercase() };
                    out.push_str(&first);
                    out.push_str(rest);
                }
                out
            }
        }
    }
}

/// How a variable is written in a program's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `%s`, `%d`.
    Turn,
    /// `%(name)s`.
    Named,
    /// `{name}`.
    Brace,
    /// `{{name}}`.
    Double,
    /// `%{name}`.
    Ruby,
    /// `$NAME$`, which the entry explains.
    Dollar,
}

impl Style {
    /// What most placeholders of a file are; `usual` where it has none.
    pub(super) fn of(text: &str, usual: Self) -> Self {
        Self::told(text).unwrap_or(usual)
    }

    /// What most placeholders of a text are; `None` where it has none.
    pub(super) fn told(text: &str) -> Option<Self> {
        let double = text.matches("{{").count();
        let ruby = text.matches("%{").count();
        let named = text.matches("%(").count();
        let turn = ["%s", "%d", "$s", "$d"].iter().map(|sign| text.matches(sign).count()).sum();
        let words = text.match_indices('{').filter(|(at, _)| {
            let behind = text.get(at + 1..).and_then(|rest| rest.chars().next());
            behind.is_some_and(|c| c.is_ascii_lowercase())
        });
        let single = words.count().saturating_sub(double + ruby);
        let counts = [
            (Self::Brace, single),
            (Self::Double, double),
            (Self::Ruby, ruby),
            (Self::Named, named),
            (Self::Turn, turn),
        ];
        let most = counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, n)| *n > 0);
        most.map(|(style, _)| *style)
    }

    fn write(self, name: &str, kind: Kind) -> String {
        let conversion = if kind == Kind::Number { 'd' } else { 's' };
        match self {
            Self::Turn => format!("%{conversion}"),
            Self::Named => format!("%({name}){conversion}"),
            Self::Brace => format!("{{{name}}}"),
            Self::Double => format!("{{{{{name}}}}}"),
            Self::Ruby => format!("%{{{name}}}"),
            Self::Dollar => format!("${}$", name.to_uppercase()),
        }
    }
}

impl Catalogue {
    /// Does a message of a language say this line, whether or not it is translated?
    pub fn knows(&self, line: &str, lang: &LanguageIdentifier) -> bool {
        Normal::of(line).is_none() || !self.saying(line, lang).is_empty()
    }

    /// Does a message of a user's file say this line, with its translation still open or missing?
    pub fn awaits(&self, line: &str, lang: &LanguageIdentifier) -> bool {
        self.saying(line, lang).iter().any(|number| {
            self.entries.get(*number).is_some_and(|entry| {
                let mut others = entry.sides.iter().filter(|(own, _)| !lang::same(own, lang));
                let placed = entry.sides.iter().any(|(_, side)| side.at.is_some());
                placed && others.all(|(_, side)| !side.is_ready())
            })
        })
    }

    /// The messages of a language that say a line, by number.
    fn saying(&self, line: &str, lang: &LanguageIdentifier) -> Vec<usize> {
        let Some(normal) = Normal::of(line) else { return Vec::new() };
        let indices = tags(lang, self.indices.iter().map(|index| &index.lang));
        let mut out = Vec::new();
        for index in indices.filter_map(|tag| self.indices.iter().find(|index| index.lang == *tag))
        {
            let plain = index.exact(line).iter().chain(index.normal(&normal.key()));
            out.extend(plain.map(|place| place.entry));
            let shaped = index
                .templates
                .iter()
                .filter(|(_, template)| template.matches(line, &normal).is_some());
            out.extend(shaped.map(|(place, _)| place.entry));
        }
        out
    }

    /// The identifiers of a platform's messages.
    pub fn identifiers<'c>(&'c self, platform: &'c str) -> impl Iterator<Item = &'c str> {
        let own = self.entries.iter().filter(move |entry| entry.platform == platform);
        own.map(|entry| entry.id.as_str())
    }

    /// The messages to be made of lines, in their order, none twice; identifiers are those of no message of
    /// `platform`.
    pub fn additions(
        &self,
        lines: &[&str],
        lang: &LanguageIdentifier,
        platform: &str,
        naming: Naming,
    ) -> Vec<Addition> {
        let mut ids: BTreeSet<String> = self.identifiers(platform).map(str::to_owned).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut out = Vec::new();
        for line in lines {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            let key = Normal::of(&line).map(|normal| normal.key()).unwrap_or_default();
            let (form, kinds) = pattern(&line);
            let raw = cut(&line).parts.iter().any(|part| part.variable().is_some());
            let shown = form.shown();
            if key.is_empty() || line.len() > LONGEST || self.knows(&line, lang) {
                continue;
            }
            if raw && !can_be_found(&form, &kinds) {
                continue;
            }
            if !seen.insert(key) || !seen.insert(shown.clone()) {
                continue;
            }
            let id = identifier(&shown, &ids, naming);
            ids.insert(id.clone());
            out.push(Addition { id, line, form, kinds, raw });
        }
        out
    }
}

impl Addition {
    /// The message in the language of its line.
    pub(super) fn filled(&self) -> String {
        format!("{}{} = {}\n", self.typed(), self.id, fluent(&self.form))
    }

    /// The message in the other language, open.
    pub(super) fn open(&self) -> String {
        let text = self.form.shown();
        format!(
            "{}# visavis: {FROM} \"{text}\"\n# visavis: {OPEN}\n{} = {{ \"\" }}\n",
            self.typed(),
            self.id
        )
    }

    /// Its text in a program's notation; a line with placeholders of its own is taken as it is.
    pub(super) fn text(&self, style: Style) -> String {
        if self.raw {
            return self.line.clone();
        }
        let kind = |name: &str| {
            let own = self.kinds.iter().find(|(known, _)| known == name);
            own.map_or(Kind::Any, |(_, kind)| *kind)
        };
        let piece = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Variable(name) => style.write(name, kind(name)),
        };
        self.form.parts.iter().map(piece).collect()
    }

    /// The names of its variables; of a line with placeholders of its own, none.
    pub(super) fn names(&self) -> Vec<&str> {
        let own = self.kinds.iter().filter(|_| !self.raw);
        own.map(|(name, _)| name.as_str()).collect()
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
    let form = Form { when: Vec::new(), parts };
    if can_be_found(&form, &kinds) {
        return (form, kinds);
    }
    (Form { when: Vec::new(), parts: vec![Part::Text(line.to_owned())] }, Vec::new())
}

/// Would a line be known by this form? One of variables alone, or with two in a row, says nothing of a line: it would be
/// added again and again.
fn can_be_found(form: &Form, kinds: &[(String, Kind)]) -> bool {
    let definition = Definition::ready(Vec::new(), kinds.iter().cloned().collect(), 0, None);
    form.parts.iter().all(|part| part.variable().is_none())
        || Template::of(form, &definition).is_some()
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

/// `@name`, `https://…`; an address of mail is the site's own and no variable.
fn is_address(word: &str) -> bool {
    let handle = word.strip_prefix('@').is_some_and(|own| own.chars().count() > 1);
    handle || word.starts_with("https://") || word.starts_with("http://")
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
fn identifier(text: &str, taken: &BTreeSet<String>, naming: Naming) -> String {
    let folded = fold_diacritics(text).to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut chosen: Vec<&str> = Vec::new();
    let mut length = 0;
    for word in words.take(WORDS) {
        length += word.len() + 1;
        if length > BYTES + 1 {
            break;
        }
        chosen.push(word);
    }
    let hash;
    if chosen.is_empty() {
        let own = text
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        hash = format!("{own:08x}");
        chosen = vec!["line", &hash];
    } else if !chosen
        .first()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
    {
        chosen.insert(0, "line");
    }
    let mut id = naming.join(&chosen);
    let mut number = 2;
    while taken.contains(&id) {
        let own = number.to_string();
        id = naming.join(&[chosen.as_slice(), &[&own]].concat());
        number += 1;
    }
    id
}
