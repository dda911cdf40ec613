//! What the typography of a locale says of the texts of a catalogue: the rules of running text, held to each message.
//!
//! Which space a locale wants beside which mark stands in one data file, `src/rule/data/typography.toml`, for pages and
//! catalogues alike; so the rules themselves are run, over a bitext made of the messages. A place of such a finding is
//! its message, for a text of a catalogue is read through escapes, and no fix is offered. A file that breaks a rule
//! throughout has a habit, which is said once and not a thousand times.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use crate::app::bench::Bench;
use crate::app::session::Session;
use crate::bitext::{Bitext, Facing, Form, Origin, Side, State, Unit};
use crate::chrome::{Catalogue, Said};
use crate::diagnostic::Diagnostic;
use crate::document::{Kind, Role};
use crate::rule::{Context, RuleSet, Scanned, Selection};
use crate::text::{Passage, SourceId, Span, SpanMap};

crate::messages! { MESSAGES;
    habit = "chrome-typography-habit" (rule, count);
}

/// The rules that are about one text alone and need nothing but its language.
pub(super) const TYPOGRAPHY: &[&str] = &["double-space", "mixed-script", "no-break-space"];

/// The findings of these rules in what users' catalogues say in two languages.
pub(super) fn typography(
    bench: &Bench,
    session: &Session<'_>,
    catalogue: &Catalogue,
    langs: (&LanguageIdentifier, &LanguageIdentifier),
) -> Vec<Diagnostic> {
    let settings = &bench.project.settings;
    let selection = Selection {
        select: TYPOGRAPHY.iter().map(|code| (*code).to_owned()).collect(),
        ignore: settings.ignore.clone(),
        severity: settings.severity.clone(),
    };
    // The bench made every rule with the same options already.
    let Ok(rules) = RuleSet::new(&settings.options, selection) else { return Vec::new() };
    let source = catalogue.said(langs.0).into_iter().map(|said| unit(said, Facing::Source));
    let target = catalogue.said(langs.1).into_iter().map(|said| unit(said, Facing::Target));
    let units: Vec<Unit> = source.chain(target).collect();
    let bitext = Bitext {
        source_lang: langs.0.clone(),
        target_lang: langs.1.clone(),
        form: Form::Exchange,
        paragraphs: Bitext::paragraphs_of_units(&units),
        units,
        suppressions: Vec::new(),
        translated: true,
    };
    let scanned = Scanned::new(&bitext, &bench.glossary, &bench.matcher);
    let found = rules.look(&Context {
        bitext: &bitext,
        scanned: &scanned,
        glossary: &bench.glossary,
        matcher: &bench.matcher,
        segmenters: &session.segmenters,
    });
    gathered(found.into_iter().map(|found| Diagnostic { fix: None, ..found }).collect())
}

/// Most findings of one rule in one file; more are a habit of the file, which is said once.
const HABIT: usize = 20;

/// One finding for what a file does everywhere, at the first place.
fn gathered(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<(SourceId, &str), usize> = BTreeMap::new();
    let key = |own: &Diagnostic| (own.primary.at.source, own.rule);
    for own in &found {
        *counts.entry(key(own)).or_default() += 1;
    }
    let mut said = BTreeSet::new();
    let mut out = Vec::new();
    for own in found {
        let count = counts.get(&key(&own)).copied().unwrap_or_default();
        // A compiled file has no places: the findings would not say what they are about.
        let placeless = own.primary.at.span.is_empty();
        if count == 1 || count <= HABIT && !placeless {
            out.push(own);
        } else if said.insert(key(&own)) {
            out.push(Diagnostic { message: habit(own.rule, count), ..own });
        }
    }
    out
}

/// A text of a catalogue as a unit with one side.
fn unit(said: Said, facing: Facing) -> Unit {
    let mut map = SpanMap::default();
    map.push(Span::of(0, said.text.len()).len(), said.at.span, false);
    let passage = Passage {
        source: said.at.source,
        text: said.text,
        map,
        inert: said.variables,
        foreign: Vec::new(),
    };
    let side = Some(Side::File(passage));
    let (source, target) = match facing {
        Facing::Source => (side, None),
        Facing::Target => (None, side),
    };
    Unit {
        id: said.id,
        source,
        target,
        role: Role::Chrome,
        kind: Kind::Label,
        origin: Origin::Given,
        state: State::Translated,
        paragraph: 0,
        note: None,
    }
}
