//! `mixed-script`: a word with letters of two alphabets, one of which only looks right.
//!
//! A Cyrillic “а” in a Latin name is not to be seen, but hides the name from every search, spell checker and glossary.
//! Words that mix alphabets on purpose are let alone: units and symbols with a Greek letter (kΩ, TNFα), and a Latin
//! acronym with an ending of the other alphabet (SMSки).

use std::sync::LazyLock;

use super::sink::replace;
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::{Facing, Side, Unit};
use crate::diagnostic::{Applicability, Severity};
use crate::page::script_of;
use crate::text::words;

crate::messages! { MESSAGES;
    mixed = "mixed-script-word" (found, letters, script);
}

/// The rule's code.
pub(super) const CODE: &str = "mixed-script";

const META: RuleMeta = RuleMeta {
    code: CODE,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/mixed-script.md"),
    doc_fr: include_str!("../../docs/rules/fr/mixed-script.md"),
    messages: MESSAGES,
};

/// The alphabets that share shapes, in the order of the columns of the table.
const ALPHABETS: [&str; 3] = ["Latin", "Cyrillic", "Greek"];

/// A row of the table: the letter in each alphabet, and the languages whose Cyrillic has it.
struct Shape {
    letters: [Option<char>; 3],
    only: Vec<&'static str>,
}

static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    let lines = include_str!("data/homoglyphs.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).map(shape).collect()
});

fn shape(line: &'static str) -> Shape {
    let mut fields = line.split('\t');
    let mut letter = || fields.next().and_then(|field| field.chars().next()).filter(|c| *c != '-');
    let letters = [letter(), letter(), letter()];
    Shape { letters, only: fields.next().unwrap_or_default().split_whitespace().collect() }
}

#[derive(Debug)]
pub(super) struct MixedScript;

impl Rule for MixedScript {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        for (unit, _) in cx.body() {
            for facing in [Facing::Source, Facing::Target] {
                let lang = cx.bitext.lang(facing).language;
                look(unit, facing, lang.as_str(), out);
            }
        }
    }
}

fn look(unit: &Unit, facing: Facing, lang: &str, out: &mut Sink) {
    let Some(passage) = unit.side(facing).and_then(Side::passage) else { return };
    if passage.text.is_ascii() {
        return;
    }
    for word in words(&passage.text).filter(|word| !passage.is_aside(word.span)) {
        let Some(found) = judge(word.text, lang) else { continue };
        let place = match facing {
            Facing::Source => Place::Source(word.span),
            Facing::Target => Place::Target(word.span),
        };
        let fix = found.mended.and_then(|text| replace(unit, place, text, Applicability::Safe));
        let message = mixed(word.text, found.odd, found.script.to_lowercase());
        if let Some(finding) = out.report(unit, place, message) {
            finding.fix = fix;
        }
    }
}

/// What is wrong with a word.
#[derive(Debug, PartialEq, Eq)]
struct Mixed {
    /// The letters that do not belong, each once.
    odd: String,
    /// The alphabet that they come from.
    script: &'static str,
    /// The word with their doubles, where every one of them has one.
    mended: Option<String>,
}

fn alphabet(c: char) -> Option<usize> {
    let script = script_of(c)?;
    ALPHABETS.iter().position(|known| *known == script)
}

/// Looks at one word. The alphabet of most of its letters is its own; of equals, that of the language.
fn judge(word: &str, lang: &str) -> Option<Mixed> {
    if word.is_ascii() || word.contains(|c: char| c == '_' || c.is_numeric()) {
        return None;
    }
    let letters: Vec<(char, usize)> =
        word.chars().filter_map(|c| Some((c, alphabet(c)?))).collect();
    let count = |script: usize| letters.iter().filter(|(_, own)| *own == script).count();
    let home = crate::page::script(lang);
    // The later of equals is taken, so the language's own alphabet is asked last.
    let mut order: Vec<usize> = (0..ALPHABETS.len()).rev().collect();
    order.sort_by_key(|script| ALPHABETS.get(*script).is_some_and(|name| *name == home));
    let own = order.into_iter().max_by_key(|script| count(*script))?;
    let odd: Vec<(char, usize)> =
        letters.iter().copied().filter(|(_, script)| *script != own).collect();
    let (_, other) = *odd.first()?;
    if is_meant(&letters, &odd, own, lang) {
        return None;
    }
    let mended = word.chars().map(|c| match alphabet(c) {
        Some(script) if script != own => double(c, script, own, lang),
        _ => Some(c),
    });
    let mended: Option<String> = mended.collect();
    let mut shown = String::new();
    for (c, _) in odd {
        if !shown.contains(c) {
            shown.push(c);
        }
    }
    Some(Mixed { odd: shown, script: ALPHABETS.get(other)?, mended })
}

/// Is the mixture on purpose?
fn is_meant(letters: &[(char, usize)], odd: &[(char, usize)], own: usize, lang: &str) -> bool {
    let seams =
        letters.windows(2).filter(|pair| pair.first().map(|a| a.1) != pair.last().map(|b| b.1));
    let one_seam = seams.count() == 1;
    let look_alike = |(c, script): &(char, usize)| double(*c, *script, own, lang).is_some();
    let greek = |(_, script): &(char, usize)| ALPHABETS.get(*script) == Some(&"Greek");
    // A symbol: one Greek letter at an edge, in short words or of a shape that Latin does not have.
    let symbol = one_seam
        && (odd.len() == 1 || letters.len() - odd.len() == 1)
        && letters.iter().any(greek)
        && (letters.len() <= 4 || !odd.iter().all(look_alike));
    // An acronym with an ending: capitals of one alphabet, small letters of the other.
    let capitals = letters.iter().take_while(|(c, _)| c.is_uppercase()).count();
    let first = letters.first().map(|(_, script)| *script);
    let acronym = one_seam
        && capitals >= 2
        && letters.iter().take(capitals).all(|(_, script)| Some(*script) == first)
        && letters
            .iter()
            .skip(capitals)
            .all(|(c, script)| c.is_lowercase() && Some(*script) != first);
    symbol || acronym
}

/// The letter of another alphabet that looks the same.
fn double(c: char, from: usize, to: usize, lang: &str) -> Option<char> {
    let has = |shape: &&Shape| shape.letters.get(from) == Some(&Some(c));
    let shape = SHAPES.iter().find(has)?;
    let home = ALPHABETS.get(to).is_some_and(|name| *name == "Cyrillic");
    // In a text of another alphabet the language of a Cyrillic word is not known.
    let known = crate::page::script(lang) == "Cyrillic" && home;
    if known && !shape.only.is_empty() && !shape.only.contains(&lang) {
        return None;
    }
    *shape.letters.get(to)?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, with the word mended: `-` where it cannot be.
    fn mended(word: &str, lang: &str) -> Option<String> {
        judge(word, lang).map(|found| found.mended.unwrap_or_else(|| "-".to_owned()))
    }

    #[test]
    fn a_letter_that_only_looks_right_is_found_and_mended() {
        assert_eq!(mended("Hаftаr", "fr"), Some("Haftar".to_owned()));
        assert_eq!(mended("Μacron", "fr"), Some("Macron".to_owned()));
        assert_eq!(mended("Мocква", "ru"), Some("Москва".to_owned()));
        let found = judge("Hаftаr", "fr").unwrap();
        assert_eq!((found.odd.as_str(), found.script), ("а", "Cyrillic"));
    }

    #[test]
    fn a_letter_without_a_double_is_found_and_left() {
        assert_eq!(mended("Pжev", "fr"), Some("-".to_owned()));
        assert_eq!(mended("Путiн", "ru"), Some("-".to_owned()));
        assert_eq!(mended("Путіnськ", "uk"), Some("-".to_owned()));
        assert_eq!(mended("Кiев", "uk"), Some("Кіев".to_owned()));
    }

    #[test]
    fn symbols_acronyms_and_pure_words_are_let_alone() {
        for word in [
            "kΩ",
            "μm",
            "ΔT",
            "TNFα",
            "βHCG",
            "Владимир",
            "Αθήνα",
            "é",
            "co₂",
            "SMSки",
            "IPадрес",
            "x_а",
            "А4",
            "",
            "中a",
            "ﬁn",
            "naïve",
            "µg",
        ] {
            assert_eq!(judge(word, "fr"), None, "{word}");
        }
    }

    #[test]
    fn the_table_has_each_letter_once_in_its_own_alphabet() {
        assert!(SHAPES.len() > 25);
        for script in 0..ALPHABETS.len() {
            let mut letters: Vec<char> =
                SHAPES.iter().filter_map(|shape| shape.letters[script]).collect();
            assert!(letters.iter().all(|c| alphabet(*c) == Some(script)), "{letters:?}");
            let all = letters.len();
            letters.sort_unstable();
            letters.dedup();
            assert_eq!(letters.len(), all);
        }
    }

    #[test]
    fn hostile_words_take_linear_time() {
        for unit in ["аa", "Аα", "ωw", "\u{301}а"] {
            let _ = judge(&unit.repeat(100_000), "fr");
        }
    }
}
