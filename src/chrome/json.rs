//! JSON catalogues: keys and texts in the conventions of the programs that use them.
//!
//! [`Shape`] tells the convention of a file; here its texts become messages. Plural forms are those of i18next
//! (suffixes `_one`, `_other`, `_ordinal_two`, `_plural`, `_0`), of Rails (an object of `one` and `other`), of ICU
//! ([`icu`]) and of vue-i18n (forms with `|` between them). References to other texts (`$t(key)`, `@:key`) are followed
//! in the file. What JSON cannot say in a comment, it says under `@key` or in a `description`: what may stand for a
//! variable, that a message is open, what is silenced.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::gettext::categories;
use super::icu;
use super::json_shape::Shape;
use super::json_tree::{Node, Tree, Value};
use super::model::{Definition, Key, Kind};
use super::pipes::{self, Pipes};
use super::placeholders::{Notation, cut};
use super::read::Remarks;
use super::references::{dollars, resolve};
use super::silence;
use super::strings::Strings;
use crate::document::Suppression;
use crate::message::Message;
use crate::text::{Location, SourceId, Span};

crate::messages! { MESSAGES;
    unfit = "chrome-json-icu" (id);
}

/// Longest key, its parents' included, in bytes.
const KEY: usize = 500;
/// CLDR's categories, which name plural forms, and i18next's old word for the last of them.
const SUFFIXES: [&str; 7] = ["zero", "one", "two", "few", "many", "other", "plural"];
const COUNT: &str = "count";

/// What a file defines, in the order of its keys.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Language where the file says it, identifier, what it says.
    pub(super) messages: Vec<(Option<LanguageIdentifier>, String, Definition)>,
    pub(super) faults: Vec<(Span, Message)>,
    /// Keys that come twice.
    pub(super) twice: Vec<(Span, String)>,
    /// Descriptions that silence findings.
    pub(super) silenced: Vec<Suppression>,
}

/// A text with its identifier and its place.
struct Leaf<'t> {
    id: String,
    text: Cow<'t, str>,
    at: Span,
    /// Its plural form, where its place in the file says it.
    form: Option<Key>,
    /// The member of the file whose description is about it.
    member: usize,
}

/// Texts of one message: which plural form, what it says, where, and which member describes it.
type Forms<'l> = Vec<(Option<Key>, &'l str, Span, usize)>;

/// Reads a file as far as it goes; `lang` is what its name says.
pub(super) fn read(
    text: &str,
    source: SourceId,
    layer: u32,
    lang: Option<&LanguageIdentifier>,
) -> Read {
    let tree = Tree::read(text);
    let shape = Shape::of(&tree, lang);
    let mut out = Read::default();
    out.faults.extend(tree.fault.clone());
    out.silenced = notes(&tree, text.len());
    for (root, own) in &shape.roots {
        let lang = own.as_ref().or(lang);
        let known = lang.map(categories).unwrap_or_default();
        let leaves = leaves(&tree, *root, &shape, &known, &mut out.twice);
        let reader = Reader::of(&tree, &leaves, &shape, known);
        for (id, forms) in reader.grouped(&leaves) {
            let Some((_, _, span, member)) = forms.first().cloned() else { continue };
            let mut strings = reader.strings(forms);
            if strings.unfit {
                out.faults.push((span, unfit(id)));
            }
            let remarks = reader.described(member, &mut strings.kinds);
            let at = Some(Location { source, span });
            let mut definition = strings.define(layer, at, remarks.state);
            definition.made_from = remarks.made_from;
            out.messages.push((own.clone(), id.to_owned(), definition));
        }
    }
    out
}

/// Every text below a root, with keys that come twice.
fn leaves<'t>(
    tree: &'t Tree,
    root: usize,
    shape: &Shape,
    known: &[&str],
    twice: &mut Vec<(Span, String)>,
) -> Vec<Leaf<'t>> {
    let mut out: BTreeMap<(String, Option<usize>), Leaf<'t>> = BTreeMap::new();
    let mut open: Vec<(usize, String)> = vec![(root, String::new())];
    while let Some((number, name)) = open.pop() {
        let plural = is_plural_object(tree, number, known) && number != root;
        for (child, node) in tree.below(number) {
            if node.key.starts_with('@') {
                continue;
            }
            let id = if plural {
                name.clone()
            } else if name.is_empty() {
                node.key.clone()
            } else {
                format!("{name}.{}", node.key)
            };
            if id.len() > KEY {
                continue;
            }
            let (inner, member) = if shape.extension {
                (tree.child(child, "message").map(|(number, _)| number), child)
            } else {
                (Some(child), if plural { number } else { child })
            };
            let Some(text) = inner.and_then(|number| tree.text(number)) else {
                if !shape.extension {
                    open.push((child, id));
                }
                continue;
            };
            let at = inner.and_then(|number| tree.nodes.get(number)).map_or(node.at, |own| own.at);
            let text = if shape.extension {
                Cow::Owned(dollars(text, &contents(tree, child)))
            } else {
                Cow::Borrowed(text)
            };
            let place = SUFFIXES.iter().position(|name| plural && *name == node.key);
            let form = place.map(|_| category_key(&node.key, known));
            let leaf = Leaf { id: id.clone(), text, at, form, member };
            if out.insert((id.clone(), place), leaf).is_some() {
                twice.push((at, id));
            }
        }
    }
    out.into_values().collect()
}

/// Does an object hold the plural forms of one message, each under the name of its category?
fn is_plural_object(tree: &Tree, number: usize, known: &[&str]) -> bool {
    let (mut all, mut other) = (0, false);
    for (_, node) in tree.below(number).filter(|(_, node)| !node.key.starts_with('@')) {
        let category = SUFFIXES.iter().take(6).any(|name| *name == node.key);
        if !category || !matches!(node.value, Value::Text(_)) {
            return false;
        }
        all += 1;
        other |= node.key == "other";
    }
    other && (all > 1 || known.len() == 1)
}

/// The key of a category; `zero` means nothing at all in languages that have no such category.
fn category_key(name: &str, known: &[&str]) -> Key {
    match name {
        "other" | "plural" => Key::Default,
        "zero" if !known.contains(&"zero") => Key::Number(0),
        other => Key::Word(other.to_owned()),
    }
}

/// The placeholders that an extension's message names, in small letters, with what stands for each.
fn contents(tree: &Tree, number: usize) -> BTreeMap<String, String> {
    let Some((placeholders, _)) = tree.child(number, "placeholders") else {
        return BTreeMap::new();
    };
    let own = tree.below(placeholders).filter_map(|(number, node)| {
        let (content, _) = tree.child(number, "content")?;
        Some((node.key.to_lowercase(), tree.text(content)?.to_owned()))
    });
    own.collect()
}

/// What descriptions and comments silence: `@key`, an extension's `description`, and `@@comment` for the file.
fn notes(tree: &Tree, length: usize) -> Vec<Suppression> {
    let mut out = Vec::new();
    for (number, node) in tree.nodes.iter().enumerate() {
        let Value::Text(text) = &node.value else { continue };
        if !text.trim_start().starts_with("visavis-") {
            continue;
        }
        let reach = reach(tree, number, length);
        out.extend(reach.and_then(|reach| silence::order(text.trim(), node.at, reach, length)));
    }
    out
}

/// The member that a note is about.
fn reach(tree: &Tree, number: usize, length: usize) -> Option<Span> {
    let mut at = tree.nodes.get(number)?;
    let whole = Span::of(0, length);
    let member = |node: &Node| Span::of(node.start, node.at.end() as usize);
    loop {
        if at.key.starts_with("@@") {
            return Some(whole);
        }
        let parent = tree.nodes.get(at.parent)?;
        if let Some(key) = at.key.strip_prefix('@') {
            return tree.child(at.parent, key).map(|(_, node)| member(node));
        }
        if at.key == "description" && tree.child(at.parent, "message").is_some() {
            return Some(member(parent));
        }
        if at.parent == 0 {
            return None;
        }
        at = parent;
    }
}

/// One language of a file on its way to messages.
struct Reader<'t> {
    tree: &'t Tree,
    texts: BTreeMap<&'t str, &'t str>,
    known: Vec<&'static str>,
    /// Are some texts ICU's? Apostrophes then quote.
    icu: bool,
    /// Do some texts hold plural forms with `|` between them?
    piped: bool,
    extension: bool,
}

impl<'t> Reader<'t> {
    fn of(tree: &'t Tree, leaves: &'t [Leaf<'t>], shape: &Shape, known: Vec<&'static str>) -> Self {
        let texts: BTreeMap<&str, &str> =
            leaves.iter().map(|leaf| (leaf.id.as_str(), leaf.text.as_ref())).collect();
        let icu = shape.arb || leaves.iter().any(|leaf| cut(&leaf.text).icu);
        let piped = !icu && leaves.iter().any(|leaf| Pipes::of(&leaf.text).is_some_and(|p| p.sure));
        Self { tree, texts, known, icu, piped, extension: shape.extension }
    }

    /// The texts by message, with the plural form that each is.
    fn grouped<'l>(&self, leaves: &'l [Leaf<'_>]) -> BTreeMap<&'l str, Forms<'l>> {
        let mut out: BTreeMap<&str, Forms<'_>> = BTreeMap::new();
        for leaf in leaves {
            let (base, form) = match &leaf.form {
                Some(form) => (leaf.id.as_str(), Some(form.clone())),
                None => self.plural_of(&leaf.id, &leaf.text),
            };
            out.entry(base).or_default().push((form, &leaf.text, leaf.at, leaf.member));
        }
        for forms in out.values_mut().filter(|forms| forms.len() > 1) {
            // The key without a suffix is the singular where a plural stands beside it.
            for (key, ..) in forms {
                key.get_or_insert_with(|| Key::Word("one".to_owned()));
            }
        }
        out
    }

    /// The key that a plural form belongs to, and which form it is.
    fn plural_of<'k>(&self, key: &'k str, text: &str) -> (&'k str, Option<Key>) {
        let plain = (key, None);
        if self.extension || self.icu {
            return plain;
        }
        let Some((base, suffix)) = key.rsplit_once('_') else { return plain };
        if base.ends_with("_ordinal") {
            let has_other = self.texts.contains_key(format!("{base}_other").as_str());
            return match suffix {
                "other" => (base, Some(Key::Default)),
                _ if has_other && SUFFIXES.contains(&suffix) => {
                    (base, Some(Key::Ordinal(suffix.to_owned())))
                }
                _ => plain,
            };
        }
        if let Some(form) = self.numbered(base, suffix) {
            return (base, Some(form));
        }
        if !SUFFIXES.contains(&suffix) {
            return plain;
        }
        let has = |suffix: &str| self.texts.contains_key(format!("{base}_{suffix}").as_str());
        // A language with one form writes that alone.
        let alone = self.known.len() == 1 && has_count(text);
        let belongs = match suffix {
            "plural" => self.texts.contains_key(base),
            "other" => alone || SUFFIXES.iter().take(5).any(|other| has(other)),
            _ => has("other"),
        };
        if belongs { (base, Some(category_key(suffix, &self.known))) } else { plain }
    }

    /// i18next's older suffixes `_0`, `_1`, `_2`: as many as the language has forms, in their order.
    fn numbered(&self, base: &str, suffix: &str) -> Option<Key> {
        let number: usize = suffix.parse().ok().filter(|number| *number < 6)?;
        let own = |number: usize| self.texts.get(format!("{base}_{number}").as_str()).copied();
        let count = self.known.len();
        let all: Vec<&str> = (0..count).map_while(own).collect();
        let whole = count > 0 && all.len() == count && own(count).is_none();
        let name = self.known.get(number).filter(|_| whole && all.iter().any(|own| has_count(own)));
        name.map(|name| category_key(name, &self.known))
    }

    fn strings(&self, forms: Forms<'_>) -> Strings {
        let notation = Notation::default();
        if let [(None, text, ..)] = forms.as_slice() {
            let whole = self.resolved(text);
            if self.icu && icu::is_icu(&whole, cut(&whole).icu) {
                return Strings::icu(&whole);
            }
            // A bar that is a literal parts nothing: forms are told before literals are read.
            let Some(found) = Pipes::of(text).filter(|_| self.piped) else {
                return Strings::plain(&whole, notation);
            };
            let keys = pipes::keys(found.forms.len(), &self.known);
            let forms: Vec<Cow<'_, str>> =
                found.forms.iter().map(|form| self.resolved(form)).collect();
            let forms = forms.iter().map(AsRef::as_ref);
            let own = keys.into_iter().map(Some).zip(forms).collect();
            return Strings::counted(own, found.count, notation);
        }
        let resolved: Vec<(Option<Key>, Cow<'_, str>)> =
            forms.into_iter().map(|(key, text, ..)| (key, self.resolved(text))).collect();
        let own = resolved.iter().map(|(key, text)| (key.clone(), text.as_ref())).collect();
        Strings::counted(own, COUNT, notation)
    }

    fn resolved<'l>(&self, text: &'l str) -> Cow<'l, str> {
        resolve(text, self.piped, &|key| self.texts.get(key).copied())
    }

    /// What the description of a member says: remarks to this program, and what may stand for its variables.
    fn described(&self, member: usize, kinds: &mut BTreeMap<String, Kind>) -> Remarks {
        let mut out = Remarks::default();
        let Some(node) = self.tree.nodes.get(member) else { return out };
        let about = if self.extension {
            Some(member)
        } else {
            self.tree.child(node.parent, &format!("@{}", node.key)).map(|(number, _)| number)
        };
        let Some(about) = about else { return out };
        if let Some((number, _)) = self.tree.child(about, "description") {
            self.tree.text(number).into_iter().flat_map(str::lines).for_each(|line| out.line(line));
        }
        if let Some((number, _)) = self.tree.child(about, "placeholders") {
            for (number, node) in self.tree.below(number) {
                let kind = self.tree.child(number, "type").and_then(|(at, _)| self.tree.text(at));
                let kind = match kind {
                    Some("int" | "num" | "double") => Kind::Number,
                    Some("DateTime") => Kind::Date,
                    _ => continue,
                };
                kinds.entry(node.key.clone()).and_modify(|own| *own = kind);
            }
        }
        out
    }
}

/// Does a text show a number that is counted?
fn has_count(text: &str) -> bool {
    text.contains("{{count") || text.contains("{{ count") || text.contains("{count}")
}
