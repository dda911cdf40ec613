//! A message in the other language, with the line's own values and ornaments.
//!
//! Values go over as they stand, but for the grouping of digits. Raw placeholders that take their arguments by
//! turn (`%s`) keep their turn; where the other language wants them in another order they are numbered
//! (`%2$s`), as the programs that fill them in expect.

use std::collections::BTreeMap;

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::model::{Form, Key, Part, Wording};
use super::normal::Normal;
use super::typography::{number, typography};
use super::value::{Value, by_turn};

/// Languages in which whole millions have a category of their own, which the rules of `intl_pluralrules` do not know
/// yet. Source: CLDR 38 and later, `plurals.xml`, category `many` of integers.
const MILLIONS: &str = include_str!("data/millions.txt");

/// Values by variable.
pub(super) type Values = BTreeMap<String, Value>;

/// The wordings' best filled with the values; `None` where a variable has none.
///
/// Best is the first that shows the variables which the line shows ("One comment" faces "Un commentaire", not
/// "1 commentaire") with the same signs (a colon, quotation marks), then one that shows the same variables.
pub(super) fn fill(
    wordings: &[&Wording],
    line: &Form,
    values: &Values,
    to: &LanguageIdentifier,
) -> Option<String> {
    let forms: Vec<&Form> =
        wordings.iter().filter_map(|wording| choose(wording, values, to)).collect();
    let shown = shown(line);
    let signs = signs(line);
    let alike = || forms.iter().filter(|form| self::shown(form) == shown);
    let form = alike()
        .find(|form| self::signs(form) == signs)
        .or_else(|| alike().next())
        .or(forms.first())?;
    let turns = turns(line, values);
    let used: Vec<&str> = form.parts.iter().filter_map(Part::variable).collect();
    let numbered = needs_numbers(&used, values, &turns);
    let mut out = String::new();
    for part in &form.parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Variable(name) => {
                let value = values.get(name)?;
                out.push_str(&show(name, value, numbered.then_some(&turns), to));
            }
        }
    }
    Some(out)
}

fn shown(form: &Form) -> Vec<&str> {
    let mut names: Vec<&str> = form.parts.iter().filter_map(Part::variable).collect();
    names.sort_unstable();
    names
}

/// The colons, quotation marks and brackets of a form.
fn signs(form: &Form) -> Vec<char> {
    let texts =
        form.parts.iter().map(|part| if let Part::Text(text) = part { text.as_str() } else { "" });
    let mut signs: Vec<char> = texts
        .flat_map(str::chars)
        .filter_map(|c| match c {
            ':' | '(' => Some(c),
            '«' | '“' | '"' | '„' => Some('"'),
            _ => None,
        })
        .collect();
    signs.sort_unstable();
    signs.dedup();
    signs
}

/// The variables whose values are placeholders taken by turn, in the order of the line.
fn turns(form: &Form, values: &Values) -> Vec<String> {
    let variables = form.parts.iter().filter_map(Part::variable);
    variables
        .filter(|name| values.get(*name).is_some_and(|value| by_turn(&value.text).is_some()))
        .map(str::to_owned)
        .collect()
}

fn needs_numbers(used: &[&str], values: &Values, turns: &[String]) -> bool {
    let now: Vec<&str> = used
        .iter()
        .copied()
        .filter(|name| values.get(*name).is_some_and(|value| by_turn(&value.text).is_some()))
        .collect();
    now != turns
}

fn show(name: &str, value: &Value, turns: Option<&[String]>, to: &LanguageIdentifier) -> String {
    if let Some(turns) = turns
        && let Some(conversion) = by_turn(&value.text)
        && let Some(turn) = turns.iter().position(|known| known == name)
    {
        return format!("%{}${conversion}", turn + 1);
    }
    match value.number {
        Some(count) => number(&value.text, count, to),
        None => value.text.clone(),
    }
}

/// The form for these values: exact numbers first, then plural categories and words, then the default.
fn choose<'w>(wording: &'w Wording, values: &Values, to: &LanguageIdentifier) -> Option<&'w Form> {
    let rank = |form: &Form| -> Option<u32> {
        form.when
            .iter()
            .try_fold(0, |sum, (name, key)| Some(sum + fits(key, values.get(name), to)?))
    };
    wording
        .forms
        .iter()
        .filter_map(|form| Some((rank(form)?, form)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, form)| form)
}

fn fits(key: &Key, value: Option<&Value>, to: &LanguageIdentifier) -> Option<u32> {
    let count = value.and_then(|value| value.number);
    let hit = match key {
        Key::Default => return Some(0),
        Key::Number(exact) => count == Some(*exact),
        Key::Ordinal(word) => count.is_some_and(|count| ordinal(count, to) == word),
        Key::Index(rule, index) => count.is_some_and(|count| rule.index(count) == *index),
        Key::Word(word) if word == "none" => value.is_none_or(|value| value.text.is_empty()),
        Key::Word(word) => {
            count.is_some_and(|count| category(count, to) == word)
                || value.is_some_and(|value| value.text == *word)
        }
    };
    hit.then_some(if matches!(key, Key::Number(_)) { 2 } else { 1 })
}

/// CLDR's plural category of a number.
pub(super) fn category(count: u64, lang: &LanguageIdentifier) -> &'static str {
    let million = count > 0 && count.is_multiple_of(1_000_000);
    if million && MILLIONS.lines().any(|own| own == lang.language.as_str()) {
        return "many";
    }
    named(count, lang, PluralRuleType::CARDINAL)
}

/// CLDR's category of a number in a row: “1st”, “2nd”.
pub(super) fn ordinal(count: u64, lang: &LanguageIdentifier) -> &'static str {
    named(count, lang, PluralRuleType::ORDINAL)
}

fn named(count: u64, lang: &LanguageIdentifier, kind: PluralRuleType) -> &'static str {
    use intl_pluralrules::PluralCategory as C;
    let bare = LanguageIdentifier::from_parts(lang.language, None, None, &[]);
    let rules = PluralRules::create(bare, kind);
    match rules.ok().and_then(|rules| rules.select(count).ok()) {
        Some(C::ZERO) => "zero",
        Some(C::ONE) => "one",
        Some(C::TWO) => "two",
        Some(C::FEW) => "few",
        Some(C::MANY) => "many",
        Some(C::OTHER) | None => "other",
    }
}

/// Puts the line's own ornaments around the other language's text, in that language's spacing.
pub(super) fn adorn(text: &str, line: &str, normal: &Normal, to: &LanguageIdentifier) -> String {
    let core = Normal::of(text).map_or(text, |own| {
        let span = own.core_span();
        if span.is_empty() { text } else { span.slice(text) }
    });
    let span = normal.core_span();
    let lead = line.get(..span.start() as usize).unwrap_or_default();
    let trail = line.get(span.end() as usize..).unwrap_or_default();
    format!("{}{core}{}", collapse(lead).trim_start(), trailing(&collapse(trail), to))
}

fn trailing(trail: &str, to: &LanguageIdentifier) -> String {
    let own = typography(to);
    let bare = trail.trim_start();
    let space = match bare.chars().next() {
        Some(':') => own.before_colon,
        Some(';' | '!' | '?') => own.before_mark,
        _ => return trail.trim_end().to_owned(),
    };
    format!("{space}{}", bare.trim_end())
}

fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(64));
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}
