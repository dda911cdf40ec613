//! The tables of a language: its signs, its number words, its units.
//!
//! Everything is one dictionary from a phrase to what it may mean; the reader asks for the longest phrase at a place.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

use serde::Deserialize;
use unic_langid::LanguageIdentifier;

use super::decimal::Decimal;
use super::lexer::{Kind, Token};
use crate::text::fold_diacritics;

/// Most tokens of a phrase, spaces aside.
const PHRASE: usize = 8;

/// What a word or sign may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Cardinal(u64),
    /// Multiplies the number words before it by a power of ten.
    Scale(u8),
    Ordinal(u64),
    Denominator(u64),
    Count(u64),
    Decade(u64),
    Month(u64),
    Clock(u16),
    /// Multiplies the digits before it by a power of ten; `weak` where it may mean something else.
    Power {
        power: u8,
        weak: bool,
    },
    /// The number of a unit in [`UNITS`].
    Unit(usize),
    And,
    Of,
    Rank,
    Half,
    Am,
    Pm,
    Hour,
    EitherHalf,
    Percent,
    OrdinalSuffix,
    DecadeMark,
    BeforeDecade,
    BeforeHour,
    Evening,
    Range,
}

/// A unit of measure.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    name: String,
    /// Units of one dimension have one number.
    pub(super) dimension: usize,
    /// Its size in millionths of the dimension's first unit.
    factor: i128,
    /// Added before the size is applied, in millionths.
    offset: i128,
    /// How far a converted measure may lie off, in hundredths.
    pub(super) percent: i128,
    /// The same in millionths of the first unit.
    pub(super) slack: i128,
}

impl Unit {
    /// So many of the unit, in millionths of the dimension's first unit.
    pub(super) fn amount(&self, value: &Decimal) -> Option<i128> {
        Some(value.micros()?.checked_add(self.offset)?.checked_mul(self.factor)? / 1_000_000)
    }
}

/// The number of a unit.
pub(super) fn unit(name: &str) -> Option<usize> {
    UNITS.iter().position(|unit| unit.name == name)
}

/// What is known of a language.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) decimal: char,
    pub(super) grouping: Vec<char>,
    /// Are twenties counted (quatre-vingts)?
    pub(super) vigesimal: bool,
    /// Is the day counted in two halves?
    pub(super) twelve_hours: bool,
    /// Does the table hold number words?
    pub(super) spoken: bool,
    phrases: BTreeMap<String, Vec<Meaning>>,
}

impl Table {
    /// What a single word means.
    pub(super) fn word(&self, token: &Token<'_>) -> &[Meaning] {
        self.phrases.get(&token.folded).map_or(&[], Vec::as_slice)
    }

    /// Has the word this meaning?
    pub(super) fn is(&self, token: &Token<'_>, meaning: Meaning) -> bool {
        self.word(token).contains(&meaning)
    }

    /// The longest phrase from a token on with a meaning of some sort: what it means and the token behind it.
    pub(super) fn phrase_of(
        &self,
        tokens: &[Token<'_>],
        from: usize,
        wanted: impl Fn(&Meaning) -> bool,
    ) -> Option<(&[Meaning], usize)> {
        let mut key = String::new();
        let mut best = None;
        let window = tokens.iter().enumerate().skip(from).take(2 * PHRASE);
        for (at, token) in window.filter(|(_, token)| token.kind != Kind::Space).take(PHRASE) {
            if token.span.len() as usize > LONGEST_WORD {
                break;
            }
            key.push_str(&token.folded);
            // The keys are sorted: what does not begin the next one begins none.
            let next = self
                .phrases
                .range::<str, _>((Bound::Included(key.as_str()), Bound::Unbounded))
                .next();
            let Some((known, meanings)) = next.filter(|(known, _)| known.starts_with(&key)) else {
                break;
            };
            if *known == key && meanings.iter().any(&wanted) {
                best = Some((meanings.as_slice(), at + 1));
            }
        }
        best
    }
}

/// Longer runs are no word of any table, in bytes.
const LONGEST_WORD: usize = 64;

/// The table of a language.
pub(super) fn table(lang: &LanguageIdentifier) -> &'static Table {
    static TABLES: LazyLock<Tables> = LazyLock::new(Tables::load);
    TABLES.of.get(lang.language.as_str()).unwrap_or(&TABLES.other)
}

/// The units, by number.
pub(super) static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(load_units);

struct Tables {
    of: BTreeMap<String, Table>,
    other: Table,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Raw {
    decimal: Option<char>,
    grouping: Vec<char>,
    vigesimal: bool,
    twelve_hours: bool,
    cardinal: BTreeMap<String, u64>,
    scale: BTreeMap<String, u8>,
    ordinal: BTreeMap<String, u64>,
    denominator: BTreeMap<String, u64>,
    count: BTreeMap<String, u64>,
    decade: BTreeMap<String, u64>,
    month: BTreeMap<String, u64>,
    clock: BTreeMap<String, u16>,
    power: BTreeMap<String, u8>,
    weak_power: BTreeMap<String, u8>,
    unit: BTreeMap<String, Vec<String>>,
    sign: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDimension {
    percent: i128,
    #[serde(default)]
    slack: Option<String>,
    units: BTreeMap<String, String>,
    #[serde(default)]
    offset: BTreeMap<String, String>,
}

impl Tables {
    /// The data files are part of the program; a test reads each of them.
    fn load() -> Self {
        let mut raw: BTreeMap<String, Raw> =
            toml::from_str(include_str!("data/default.toml")).unwrap_or_default();
        let common = raw.remove("common").unwrap_or_default();
        for (lang, text) in
            [("en", include_str!("data/en.toml")), ("fr", include_str!("data/fr.toml"))]
        {
            raw.insert(lang.to_owned(), toml::from_str(text).unwrap_or_default());
        }
        let of = raw.iter().map(|(lang, own)| (lang.clone(), compile(&common, own))).collect();
        let signs = Raw {
            grouping: vec![',', '\u{202F}', '\u{00A0}', '\u{2009}', ' ', '\'', '’'],
            ..Raw::default()
        };
        Self { of, other: compile(&common, &signs) }
    }
}

fn compile(common: &Raw, own: &Raw) -> Table {
    let mut table = Table {
        decimal: own.decimal.unwrap_or('.'),
        grouping: own.grouping.clone(),
        vigesimal: own.vigesimal,
        twelve_hours: own.twelve_hours,
        spoken: !own.cardinal.is_empty(),
        phrases: BTreeMap::new(),
    };
    for raw in [common, own] {
        compile_words(&mut table, raw);
    }
    table
}

fn compile_words(table: &mut Table, raw: &Raw) {
    table.add(&raw.cardinal, |value| Meaning::Cardinal(*value));
    table.add(&raw.scale, |value| Meaning::Scale(*value));
    table.add(&raw.ordinal, |value| Meaning::Ordinal(*value));
    table.add(&raw.denominator, |value| Meaning::Denominator(*value));
    table.add(&raw.count, |value| Meaning::Count(*value));
    table.add(&raw.decade, |value| Meaning::Decade(*value));
    table.add(&raw.month, |value| Meaning::Month(*value));
    table.add(&raw.clock, |value| Meaning::Clock(*value));
    table.add(&raw.power, |power| Meaning::Power { power: *power, weak: false });
    table.add(&raw.weak_power, |power| Meaning::Power { power: *power, weak: true });
    for (name, words) in &raw.unit {
        let Some(unit) = unit(name) else { continue };
        table.add_all(words, Meaning::Unit(unit));
    }
    for (name, words) in &raw.sign {
        let Some(meaning) = sign(name) else { continue };
        table.add_all(words, meaning);
    }
}

impl Table {
    fn add<V>(&mut self, words: &BTreeMap<String, V>, meaning: impl Fn(&V) -> Meaning) {
        for (word, value) in words {
            self.add_all(std::slice::from_ref(word), meaning(value));
        }
    }

    fn add_all(&mut self, words: &[String], meaning: Meaning) {
        for word in words {
            let key = fold_diacritics(word).replace(' ', "");
            let meanings = self.phrases.entry(key).or_default();
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        }
    }
}

fn sign(name: &str) -> Option<Meaning> {
    Some(match name {
        "and" => Meaning::And,
        "of" => Meaning::Of,
        "rank" => Meaning::Rank,
        "half" => Meaning::Half,
        "am" => Meaning::Am,
        "pm" => Meaning::Pm,
        "hour" => Meaning::Hour,
        "either-half" => Meaning::EitherHalf,
        "percent" => Meaning::Percent,
        "ordinal-suffix" => Meaning::OrdinalSuffix,
        "decade-mark" => Meaning::DecadeMark,
        "before-decade" => Meaning::BeforeDecade,
        "before-hour" => Meaning::BeforeHour,
        "evening" => Meaning::Evening,
        "range" => Meaning::Range,
        _ => return None,
    })
}

fn load_units() -> Vec<Unit> {
    let raw: BTreeMap<String, RawDimension> =
        toml::from_str(include_str!("data/units.toml")).unwrap_or_default();
    let mut out = Vec::new();
    for (dimension, raw) in raw.values().enumerate() {
        let slack = raw.slack.as_deref().and_then(micros).unwrap_or_default();
        for (name, factor) in &raw.units {
            let Some(factor) = micros(factor) else { continue };
            let offset = raw.offset.get(name).and_then(|text| micros(text)).unwrap_or_default();
            out.push(Unit {
                name: name.clone(),
                dimension,
                factor,
                offset,
                percent: raw.percent,
                slack,
            });
        }
    }
    out
}

fn micros(text: &str) -> Option<i128> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    Decimal::new(whole, fraction).micros().map(|value| sign * value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_is_read_whole() {
        for text in [include_str!("data/en.toml"), include_str!("data/fr.toml")] {
            let raw: Raw = toml::from_str(text).unwrap();
            for name in raw.unit.keys() {
                assert!(UNITS.iter().any(|unit| unit.name == *name), "{name}");
            }
            for name in raw.sign.keys() {
                assert!(sign(name).is_some(), "{name}");
            }
            assert_eq!(raw.month.values().max(), Some(&12));
        }
        let raw: BTreeMap<String, Raw> = toml::from_str(include_str!("data/default.toml")).unwrap();
        for own in raw.values() {
            for name in own.unit.keys() {
                assert!(UNITS.iter().any(|unit| unit.name == *name), "{name}");
            }
            assert!(own.sign.keys().all(|name| sign(name).is_some()));
        }
    }

    #[test]
    fn units_have_sizes() {
        let mile = UNITS.iter().find(|unit| unit.name == "mile").unwrap();
        assert_eq!(mile.amount(&Decimal::from_u64(5)), Some(8_046_720_000));
        let fahrenheit = UNITS.iter().find(|unit| unit.name == "fahrenheit").unwrap();
        assert_eq!(
            fahrenheit.amount(&Decimal::from_u64(212)).map(|t| (t + 500_000) / 1_000_000),
            Some(100)
        );
    }
}
