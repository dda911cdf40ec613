//! What a rule sees: the bitext, the glossary, and where the glossary's terms stand in the bitext.

use std::borrow::Cow;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use unic_langid::LanguageIdentifier;

use crate::bitext::{Bitext, Form, State, Unit};
use crate::document::{Kind, Role};
use crate::glossary::{Concept, Glossary};
use crate::lang;
use crate::segment::Segmenters;
use crate::term::{Fault, Flaw, Flaws, Judgement, Matcher, judge, take_up};
use crate::text::{Passage, Span, join_spans, words};

use super::copies::Copies;

/// What is known of one unit before any rule has run.
#[derive(Debug)]
pub struct UnitScan {
    /// The glossary's terms on both sides, and what is wrong with them.
    pub judgement: Judgement,
    /// Approved forms with other accents, hyphens or capitals, in a text of one language.
    pub flaws: Vec<Flaw>,
    /// Is the target still in the source's language? Then every other fault of the unit is that one.
    pub untranslated: bool,
}

/// The glossary's terms in every unit of a bitext, found once for all rules.
#[derive(Debug, Default)]
pub struct Scanned {
    /// One for each unit, in order.
    pub units: Vec<UnitScan>,
}

impl Scanned {
    /// Looks the terms up in every unit.
    pub fn new(bitext: &Bitext, glossary: &Glossary, matcher: &Matcher) -> Self {
        let copies = Copies::new(&bitext.source_lang, &bitext.target_lang);
        let alone = bitext.form == Form::Alone;
        let flaws = alone.then(|| Flaws::new(glossary, matcher, &bitext.target_lang));
        let scan = |unit: &Unit| UnitScan {
            judgement: judgement(bitext, unit, glossary, matcher),
            flaws: flaws.as_ref().map(|flaws| flaws_of(flaws, unit)).unwrap_or_default(),
            untranslated: is_copy(&copies, unit),
        };
        // Each unit is looked at by itself; the order of the results is that of the units.
        let mut units: Vec<UnitScan> = bitext.units.par_iter().map(scan).collect();
        take_up_from_before(bitext, glossary, matcher, &mut units);
        Self { units }
    }
}

/// Marks missing terms that a sentence's pronouns take up from the sentence before, in the same paragraph.
fn take_up_from_before(
    bitext: &Bitext,
    glossary: &Glossary,
    matcher: &Matcher,
    scans: &mut [UnitScan],
) {
    for (at, units) in bitext.units.windows(2).enumerate() {
        let ([before, unit], Some([scan_before, scan])) = (units, scans.get_mut(at..at + 2)) else {
            continue;
        };
        if before.paragraph != unit.paragraph || before.role != unit.role {
            continue;
        }
        let (text, lang) = (unit.target_text(), &bitext.target_lang);
        let asides = asides(unit.target_passage());
        let (judgement, known) = (&mut scan.judgement, &scan_before.judgement);
        take_up(matcher, glossary, judgement, known, text, lang, &asides);
    }
}

/// Titles have capitals of their own, and code is no prose.
fn flaws_of(flaws: &Flaws<'_>, unit: &Unit) -> Vec<Flaw> {
    if unit.kind == Kind::Code {
        return Vec::new();
    }
    let mut found = flaws.find(unit.target_text(), &asides(unit.target_passage()));
    if matches!(unit.kind, Kind::Title | Kind::Heading) {
        found.retain(|flaw| !matches!(flaw.fault, Fault::Case { .. }));
    }
    found
}

fn judgement(bitext: &Bitext, unit: &Unit, glossary: &Glossary, matcher: &Matcher) -> Judgement {
    let mut source = asides(unit.source_passage());
    let quoted = quoted(unit, &bitext.source_lang);
    if !quoted.is_empty() {
        source = Cow::Owned(join_spans(source.iter().copied().chain(quoted).collect()));
    }
    judge(
        matcher,
        glossary,
        unit.source_text(),
        &bitext.source_lang,
        &source,
        unit.target_text(),
        &bitext.target_lang,
        &asides(unit.target_passage()),
    )
}

/// What is no prose of a side's language: code, and words of another language.
fn asides(passage: Option<&Passage>) -> Cow<'_, [Span]> {
    passage.map(Passage::asides).unwrap_or_default()
}

/// What the translation quotes from the source in the source's own language, as its markup declares: nothing of it has to
/// be rendered.
fn quoted(unit: &Unit, source: &LanguageIdentifier) -> Vec<Span> {
    let Some(target) = unit.target_passage() else { return Vec::new() };
    if is_kept(target) {
        return vec![Span::of(0, unit.source_text().len())];
    }
    let mut quotations =
        target.foreign.iter().filter(|foreign| lang::same(&foreign.lang, source)).peekable();
    if quotations.peek().is_none() {
        return Vec::new();
    }
    let (row, places) = row_of_words(unit.source_text());
    let places = quotations.filter_map(|foreign| {
        let (wanted, own) = row_of_words(foreign.span.slice(&target.text));
        let from = row.find(&wanted).filter(|_| !own.is_empty())?;
        let first = places.partition_point(|(at, _)| *at < from);
        let (_, start) = places.get(first)?;
        let (_, end) = places.get(first + own.len() - 1)?;
        Some(start.cover(*end))
    });
    places.take(QUOTATIONS).collect()
}

/// The words of a text with a space on either side of each, and for each where it begins there and where it stands in the
/// text: a sentence is quoted with another full stop, or none.
fn row_of_words(text: &str) -> (String, Vec<(usize, Span)>) {
    let (mut row, mut places) = (" ".to_owned(), Vec::new());
    for word in words(text) {
        // From the space before it, where a search begins.
        places.push((row.len() - 1, word.span));
        row.push_str(word.text);
        row.push(' ');
    }
    (row, places)
}

/// Is there nothing in a passage that could be translated, as its markup says or since it is code?
fn is_kept(passage: &Passage) -> bool {
    passage.inert.as_slice() == [passage.span()]
}

/// Quotations of a unit that are looked for in its source, each in time that grows with the source.
const QUOTATIONS: usize = 16;

/// Was the target left in the source's language? What its markup declares to be in that language does not count.
fn is_copy(copies: &Copies, unit: &Unit) -> bool {
    let own = unit.target_passage().map(|passage| (passage, passage.own_text()));
    match own {
        Some((passage, _)) if is_kept(passage) => false,
        // All of it is declared to be in another language.
        Some((passage, Cow::Borrowed(_))) if !passage.foreign.is_empty() => false,
        Some((_, text)) => copies.is_copy(unit.source_text(), &text),
        None => copies.is_copy(unit.source_text(), unit.target_text()),
    }
}

/// What a rule sees.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The text and its translation.
    pub bitext: &'a Bitext,
    /// The terms in it.
    pub scanned: &'a Scanned,
    /// The termbase.
    pub glossary: &'a Glossary,
    /// The termbase, compiled.
    pub matcher: &'a Matcher,
    /// How sentences are cut, with what the project adds.
    pub segmenters: &'a Segmenters,
}

impl<'a> Context<'a> {
    /// The units that rules are to look at, with the terms in them; locked and obsolete ones are left out.
    pub fn units(&self) -> impl Iterator<Item = (&'a Unit, &'a UnitScan)> + use<'a> {
        let (units, scanned) = (&self.bitext.units, &self.scanned.units);
        units.iter().zip(scanned).filter(|(unit, _)| unit.state != State::Skipped)
    }

    /// The same, of the body only.
    pub fn body(&self) -> impl Iterator<Item = (&'a Unit, &'a UnitScan)> + use<'a> {
        self.units().filter(|(unit, _)| unit.role == Role::Body)
    }

    /// The units of the body whose translation is to be held to the source: both sides stand there and are final,
    /// and the target is not the source left as it was.
    pub fn translated(&self) -> impl Iterator<Item = (&'a Unit, &'a UnitScan)> + use<'a> {
        self.body().filter(|(unit, scan)| {
            unit.state == State::Translated
                && !scan.untranslated
                && !unit.source_text().trim().is_empty()
                && !unit.target_text().trim().is_empty()
        })
    }

    /// A concept by its number; `None` never happens for numbers that the matcher gave.
    pub fn concept(&self, index: usize) -> Option<&'a Concept> {
        self.glossary.concepts.get(index)
    }
}
