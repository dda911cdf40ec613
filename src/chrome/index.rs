//! One language's wordings, made ready for look-up by each tier.

use std::collections::BTreeMap;

use unic_langid::LanguageIdentifier;

use super::fuzzy::Grams;
use super::model::{Definition, Entry, Form, Key, Part, Wording};
use super::normal::Normal;
use super::template::Template;
use super::value::Value;
use super::write::Values;
use crate::text::fold_diacritics;

/// Which form of which wording of which message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) entry: usize,
    pub(super) wording: usize,
    pub(super) form: usize,
}

/// One language's wordings.
#[derive(Debug, Clone)]
pub(super) struct Index {
    /// The language as its files are named.
    pub(super) lang: LanguageIdentifier,
    exact: BTreeMap<String, Vec<Place>>,
    normal: BTreeMap<String, Vec<Place>>,
    /// Without diacritics: French capitals often go without theirs.
    bare: BTreeMap<String, Vec<Place>>,
    /// Forms with variables, those with most letters first.
    pub(super) templates: Vec<(Place, Template)>,
    /// Forms without variables, as trigrams.
    pub(super) grams: Vec<(Place, Grams)>,
    /// Templates with one variable, the letters around it as trigrams, by number of template.
    pub(super) slots: Vec<(usize, Grams)>,
}

impl Index {
    /// Makes a language's wordings ready.
    pub(super) fn of(lang: &LanguageIdentifier, entries: &[Entry]) -> Self {
        let mut out = Self {
            lang: lang.clone(),
            exact: BTreeMap::new(),
            normal: BTreeMap::new(),
            bare: BTreeMap::new(),
            templates: Vec::new(),
            grams: Vec::new(),
            slots: Vec::new(),
        };
        for (entry, message) in entries.iter().enumerate() {
            let Some(definition) = message.side(lang).filter(|side| side.is_ready()) else {
                continue;
            };
            for (wording, said) in definition.wordings.iter().enumerate() {
                for (form, flat) in said.forms.iter().enumerate() {
                    out.take(Place { entry, wording, form }, flat, definition);
                }
            }
        }
        out.templates.sort_by_key(|(place, template)| (usize::MAX - template.letters, *place));
        for (number, (_, template)) in out.templates.iter().enumerate() {
            if let Some((before, after, _, _)) = template.around()
                && let Some(grams) = Grams::of(&[before, &[' '], after].concat())
            {
                out.slots.push((number, grams));
            }
        }
        out
    }

    fn take(&mut self, place: Place, form: &Form, definition: &Definition) {
        let [Part::Text(text)] = form.parts.as_slice() else {
            self.templates.extend(Template::of(form, definition).map(|template| (place, template)));
            return;
        };
        let Some(normal) = Normal::of(text) else { return };
        let key = normal.key();
        if let Some(grams) = Grams::of(normal.core()) {
            self.grams.push((place, grams));
        }
        self.exact.entry(text.trim().to_owned()).or_default().push(place);
        if !key.is_empty() {
            self.bare.entry(fold_diacritics(&key)).or_default().push(place);
            self.normal.entry(key).or_default().push(place);
        }
    }

    /// Letter for letter, but for white space around the line.
    pub(super) fn exact(&self, line: &str) -> &[Place] {
        self.exact.get(line.trim()).map_or(&[], Vec::as_slice)
    }

    /// But for what [`Normal`] does not see; failing that, but for diacritics too.
    pub(super) fn normal(&self, key: &str) -> &[Place] {
        let found = self.normal.get(key).or_else(|| self.bare.get(&fold_diacritics(key)));
        found.map_or(&[], Vec::as_slice)
    }
}

/// The form at a place.
pub(super) fn form_at<'e>(
    entries: &'e [Entry],
    place: Place,
    lang: &LanguageIdentifier,
) -> Option<(&'e Entry, &'e Definition, &'e Wording, &'e Form)> {
    let entry = entries.get(place.entry)?;
    let definition = entry.side(lang)?;
    let wording = definition.wordings.get(place.wording)?;
    Some((entry, definition, wording, wording.forms.get(place.form)?))
}

/// What a form says of its variables without showing them: "One comment" says that there is one.
pub(super) fn implied(form: &Form) -> Values {
    let mut out = Values::new();
    for (name, key) in &form.when {
        let value = match key {
            Key::Number(count) => Value::implied(*count),
            Key::Word(word) => match word.as_str() {
                "zero" => Value::implied(0),
                "one" => Value::implied(1),
                "two" => Value::implied(2),
                "none" => Value::default(),
                other => Value::read(other),
            },
            Key::Index(rule, index) => match rule.only(*index) {
                Some(count) => Value::implied(count),
                None => continue,
            },
            Key::Ordinal(_) | Key::Default => continue,
        };
        out.insert(name.clone(), value);
    }
    out
}
