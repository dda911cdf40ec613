//! `name-untransliterated`: a name in its own script, left in a translation that is written in another.
//!
//! Quoted originals are no fault: « Vladimir Poutine (Владимир Путин) », « en russe : Владимир Путин ». Scripts without
//! capitals do not show what is a name, so there only what the glossary lists or the source says word for word counts.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unic_langid::LanguageIdentifier;

use super::sink::replace;
use super::{Context, FixAvailability, Place, Rule, RuleMeta, Sink};
use crate::bitext::{State, Unit};
use crate::diagnostic::{Applicability, Fix, Severity};
use crate::glossary::{Concept, ConceptKind, TermRole};
use crate::names::romanize;
use crate::page::{script, script_of};
use crate::text::{Span, fold_case, words};

crate::messages! { MESSAGES;
    listed = "name-untransliterated-listed" (found, preferred);
    by_table = "name-untransliterated-by-table" (found, romanized);
    unknown = "name-untransliterated-unknown" (found);
}

/// The rule's code.
pub(super) const CODE: &str = "name-untransliterated";

const META: RuleMeta = RuleMeta {
    code: CODE,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    since: "0.1.0",
    doc: include_str!("../../docs/rules/name-untransliterated.md"),
    doc_fr: include_str!("../../docs/rules/fr/name-untransliterated.md"),
    messages: MESSAGES,
};

/// Most words of a name; a longer stretch of another script is a quotation or a sentence left untranslated.
const WORDS: usize = 4;

/// Most words before a name that may say that it is quoted.
const MENTION: usize = 4;

/// Letters by which the script of a document is told.
const SAMPLE: usize = 20_000;

/// Characters before a name in which a parenthesis or a word of quoting is looked for.
const REACH: usize = 300;

/// What is known of scripts and of quoting: `data/originals.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Originals {
    capitals: Vec<String>,
    mention: Vec<String>,
    script: Vec<Guess>,
}

/// The language of a name, guessed from its letters: the first guess of its script that fits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Guess {
    script: String,
    lang: String,
    letters: String,
}

/// A file that cannot be read is no data, which a test forbids.
static ORIGINALS: LazyLock<Originals> =
    LazyLock::new(|| toml::from_str(include_str!("data/originals.toml")).unwrap_or_default());

#[derive(Debug)]
pub(super) struct NameUntransliterated;

impl Rule for NameUntransliterated {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, cx: &Context<'_>, out: &mut Sink) {
        let home = script(cx.bitext.target_lang.language.as_str());
        if !is_home(cx, home) {
            return;
        }
        let originals = OnceCell::new();
        for (unit, scan) in cx.body() {
            if unit.state != State::Translated || scan.untranslated || unit.target_text().is_ascii()
            {
                continue;
            }
            let Some(passage) = unit.target_passage() else { continue };
            let runs = runs(&passage.text, home);
            for run in runs.into_iter().filter(|run| !passage.is_aside(run.span)) {
                if !is_quoted(&passage.text, run.span, home) {
                    let originals = originals.get_or_init(|| by_original(cx));
                    report(cx, unit, &run, originals, out);
                }
            }
        }
    }
}

/// Are the texts in the script that their language is known to be written in? Of many languages only one is known.
fn is_home(cx: &Context<'_>, home: &str) -> bool {
    let texts = cx.body().map(|(unit, _)| unit.target_text());
    let scripts = texts.flat_map(str::chars).filter_map(script_of).take(SAMPLE);
    let (mut own, mut all) = (0usize, 0usize);
    for script in scripts {
        all += 1;
        own += usize::from(!is_foreign(script, home));
    }
    own * 2 > all
}

/// Is a script another than a text's own? Latin names (Google, BBC) stand in texts of every script, and the scripts of
/// East Asia stand together.
fn is_foreign(script: &str, home: &str) -> bool {
    const EAST: &[&str] = &["Han", "Kana", "Hangul"];
    let together = EAST.contains(&script) && EAST.contains(&home);
    script != home && script != "Latin" && !together
}

/// Words of one script, one after the other.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    span: Span,
    script: &'static str,
    words: usize,
    /// Does every word begin with a capital?
    capitals: bool,
}

/// The stretches of a text that are in another script than its own.
fn runs(text: &str, home: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open = false;
    for word in words(text) {
        let own = own_script(word.text);
        let Some(script) = own.filter(|script| is_foreign(script, home)) else {
            open = false;
            continue;
        };
        let capital = word.text.chars().next().is_some_and(char::is_uppercase);
        match out
            .last_mut()
            .filter(|last| open && last.script == script && touch(text, last.span, word.span))
        {
            Some(last) => {
                last.span = last.span.cover(word.span);
                last.words += 1;
                last.capitals &= capital;
            }
            None => out.push(Run { span: word.span, script, words: 1, capitals: capital }),
        }
        open = true;
    }
    out
}

/// Is there nothing between two words but a space, a hyphen or an apostrophe?
fn touch(text: &str, a: Span, b: Span) -> bool {
    let between = Span::of(a.end() as usize, b.start() as usize).slice(text);
    matches!(between, " " | "\u{A0}" | "-" | "\u{2010}" | "\u{2011}" | "'" | "’" | ". ")
}

/// The script of a word of at least two letters that are all of one script.
fn own_script(word: &str) -> Option<&'static str> {
    let mut scripts = word.chars().filter_map(script_of);
    let first = scripts.next()?;
    let rest = scripts.try_fold(0usize, |count, script| (script == first).then_some(count + 1))?;
    (rest > 0 && !word.contains(|c: char| c.is_numeric() || c == '_')).then_some(first)
}

/// Is the name quoted beside its transliteration: in parentheses, or after words such as “in Russian”?
fn is_quoted(text: &str, span: Span, home: &str) -> bool {
    let before = tail(Span::of(0, span.start() as usize).slice(text));
    let opened = before.rfind(['(', '[']);
    let closed = before.rfind([')', ']']);
    let inside = opened.filter(|at| closed.is_none_or(|closed| closed < *at));
    let has_own = |text: &str| text.chars().any(|c| script_of(c) == Some(home));
    if inside.and_then(|at| before.get(..at)).is_some_and(has_own) {
        return true;
    }
    let all: Vec<&str> = words(before).map(|word| word.text).collect();
    let last = all.iter().rev().take(MENTION);
    last.into_iter().any(|word| ORIGINALS.mention.contains(&fold_case(word)))
}

/// The last characters of a text, so that many names in one text do not cost the square of it.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn report(cx: &Context<'_>, unit: &Unit, run: &Run, originals: &ByOriginal, out: &mut Sink) {
    let found = run.span.slice(unit.target_text());
    let target = &cx.bitext.target_lang;
    let place = Place::Target(run.span);
    if let Some((concept, form, applicability)) = entry(cx, originals, found) {
        let fix = replace(unit, place, form.clone(), applicability);
        if let Some(finding) = out.report(unit, place, listed(found, form)) {
            finding.concept = Some(concept.id.clone());
            finding.fix = fix;
        }
        return;
    }
    if !is_left(cx, unit, run, found) {
        return;
    }
    let lang = language(&cx.bitext.source_lang, run.script, found);
    let scheme = lang.and_then(|lang| romanize::find(&lang, target, None));
    let romanized = scheme.filter(|scheme| !scheme.skeleton).map(|scheme| scheme.romanize(found));
    let message = match &romanized {
        Some(romanized) => by_table(found, romanized),
        None => unknown(found),
    };
    let fix: Option<Fix> =
        romanized.and_then(|text| replace(unit, place, text, Applicability::Suggestion));
    if let Some(finding) = out.report(unit, place, message) {
        finding.fix = fix;
    }
}

/// Was it left there by the translator? What the author of the source wrote in that script was meant.
fn is_left(cx: &Context<'_>, unit: &Unit, run: &Run, found: &str) -> bool {
    if run.words > WORDS {
        return false;
    }
    let source_lang = cx.bitext.source_lang.language;
    let copied = unit.source_text().contains(found);
    let source_reads = script(source_lang.as_str()) == run.script;
    let capitals = ORIGINALS.capitals.iter().any(|script| script == run.script);
    match (copied, capitals) {
        (true, _) => source_reads,
        (false, true) => run.capitals,
        (false, false) => false,
    }
}

/// Concepts by their originals, folded: by the whole of it, and by its last word, which is a person's surname.
type ByOriginal = HashMap<String, (usize, bool)>;

fn by_original(cx: &Context<'_>) -> ByOriginal {
    let mut out = ByOriginal::new();
    for (at, concept) in cx.glossary.concepts.iter().enumerate() {
        for original in concept.original.values().map(|original| fold_case(original)) {
            if let Some((_, last)) = original.rsplit_once(' ') {
                out.entry(last.to_owned()).or_insert((at, false));
            }
            out.entry(original)
                .and_modify(|known| {
                    if !known.1 {
                        *known = (at, true);
                    }
                })
                .or_insert((at, true));
        }
    }
    out
}

/// The concept whose original the name is, with the form to write and how sure it is.
fn entry<'a>(
    cx: &Context<'a>,
    originals: &ByOriginal,
    found: &str,
) -> Option<(&'a Concept, String, Applicability)> {
    let (at, whole) = *originals.get(&fold_case(found))?;
    let concept = cx.concept(at)?;
    let target = &cx.bitext.target_lang;
    if whole {
        // A place may want an article or another preposition before it.
        let sure = concept.kind == ConceptKind::Person;
        let applicability = if sure { Applicability::Safe } else { Applicability::Unsafe };
        return Some((concept, concept.preferred(target)?.form.clone(), applicability));
    }
    let short = concept.terms_in(target).find(|term| term.is_preferred(TermRole::Short))?;
    Some((concept, short.form.clone(), Applicability::Unsafe))
}

/// The language of a name: the source's where it is written so, else by its letters.
fn language(source: &LanguageIdentifier, own: &str, found: &str) -> Option<LanguageIdentifier> {
    if script(source.language.as_str()) == own {
        return Some(source.clone());
    }
    let folded = fold_case(found);
    let mut guesses = ORIGINALS.script.iter().filter(|guess| guess.script == own);
    let fits =
        |guess: &&Guess| guess.letters.is_empty() || folded.contains(|c| guess.letters.contains(c));
    guesses.find(fits).and_then(|guess| guess.lang.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let all = runs(text, "Latin").into_iter().map(|run| run.span);
        all.filter(|span| !is_quoted(text, *span, "Latin")).map(|span| span.slice(text)).collect()
    }

    #[test]
    fn names_left_in_their_script_are_found_whole() {
        assert_eq!(found("Le président Владимир Путин a parlé."), ["Владимир Путин"]);
        assert_eq!(found("À Ростов-на-Дону et Κέρκυρα, hier."), ["Ростов-на-Дону", "Κέρκυρα"]);
        assert_eq!(found("Le maréchal حفتر"), ["حفتر"]);
    }

    #[test]
    fn quoted_originals_are_no_fault() {
        for text in [
            "Vladimir Poutine (Владимир Путин) a parlé.",
            "Poutine (en russe : Владимир Путин, né en 1952)",
            "En russe, il s’écrit Путин.",
            "His name, in Greek Μίκης, is short.",
            "une valeur de 5 μ, Ω, П",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn names_that_stand_in_texts_of_every_script_are_let_alone() {
        assert!(runs("Компания Google и BBC", "Cyrillic").is_empty());
        assert!(runs("東京タワー", "Kana").is_empty());
        assert_eq!(runs("Компания Ολυμπιακός", "Cyrillic").len(), 1);
    }

    #[test]
    fn the_language_of_a_name_is_told_by_its_letters() {
        let english: LanguageIdentifier = "en".parse().unwrap();
        let guess = |found| language(&english, "Cyrillic", found).unwrap().to_string();
        assert_eq!(guess("Путин"), "ru");
        assert_eq!(guess("Київ"), "uk");
        assert_eq!(guess("Быкаў"), "be");
        assert_eq!(guess("Ђоковић"), "sr");
        assert_eq!(guess("Ѓорге"), "mk");
        assert_eq!(language(&english, "Greek", "Μίκης").unwrap().to_string(), "el");
        assert_eq!(language(&english, "Han", "东京"), None);
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        let text = "Путин ( ".repeat(20_000);
        assert_eq!(runs(&text, "Latin").len(), 20_000);
        assert!(!ORIGINALS.script.is_empty());
    }
}
