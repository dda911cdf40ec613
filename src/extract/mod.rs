//! Proposals for a glossary: the acronyms, names and recurring terms of texts, and in a bitext what renders them.
//!
//! Nothing here knows parts of speech. Acronyms are found by the long forms beside them, names by their capitals, terms
//! by how often they recur and by function words ([`terms`] says how they are weighed, [`pairs`] how renderings are
//! found). What the glossary lists already is left out. Proposals are to be read by a person: each comes with its
//! score, its counts and a place. Time is near linear in the words, and the number of words read is limited.

mod acronyms;
mod corpus;
mod facing;
mod grams;
mod names;
mod pairs;
mod terms;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use unic_langid::LanguageIdentifier;

use self::acronyms::Acronym;
use self::corpus::Side;
use self::facing::Facings;
use self::grams::Grams;
use self::names::{NameUse, group_names};
use self::pairs::Half;
use self::terms::{Candidate, weight};
use crate::bitext::{Bitext, Form as TextForm, State, Unit};
use crate::document::{Kind, Role};
use crate::glossary::Glossary;
use crate::lang;
use crate::page::detect::Detector;
use crate::term::{Finder, Matcher};
use crate::text::{Location, Passage, Span, fold_case, is_acronym};

/// What a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// An acronym, with its long form where the text gives one.
    Acronym,
    /// A name.
    Name,
    /// A term of several words.
    Term,
}

impl Sort {
    /// The word used in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Acronym => "acronym",
            Self::Name => "name",
            Self::Term => "term",
        }
    }
}

/// A form in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its language.
    pub lang: LanguageIdentifier,
    /// The form, as it is written in the texts.
    pub text: String,
    /// Its acronym, where the form is the long form of one.
    pub acronym: Option<String>,
}

/// What renders a form in the translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendering {
    /// The form.
    pub form: Form,
    /// Units in which both stand.
    pub together: u32,
}

/// A proposal for an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it is.
    pub sort: Sort,
    /// The form.
    pub source: Form,
    /// What renders it, where there is a translation and something fits.
    pub target: Option<Rendering>,
    /// Other spellings of a name.
    pub spellings: Vec<String>,
    /// Uses in the texts.
    pub count: u32,
    /// How much of a term it is, in hundredths of the C-value; proposals are ranked by it.
    pub score: u64,
    /// A place where it stands.
    pub at: Location,
    /// The words round that place.
    pub excerpt: String,
}

/// What texts propose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposed {
    /// The proposals, best first.
    pub proposals: Vec<Proposal>,
    /// Was some text left unread, because there was too much?
    pub cut: bool,
}

/// A definition in the text says more than uses do; it counts as so many of them.
const DEFINITION: u64 = 3;

/// Proposals from texts, words inflected by the matcher's rules: names and terms that stand there at least `least` times (and at least twice), acronyms with
/// a long form always.
pub fn propose(bitexts: &[Bitext], glossary: &Glossary, matcher: &Matcher, least: u32) -> Proposed {
    let mut groups: BTreeMap<(String, Option<String>), Vec<&Bitext>> = BTreeMap::new();
    for bitext in bitexts {
        let alone = bitext.form == TextForm::Alone;
        let target = (!alone).then(|| bitext.target_lang.to_string());
        groups.entry((bitext.source_lang.to_string(), target)).or_default().push(bitext);
    }
    let mut proposed = Proposed::default();
    for ((_, target), group) in groups {
        let found = of_group(&group, target.is_some(), (glossary, matcher), least);
        proposed.proposals.extend(found.proposals);
        proposed.cut |= found.cut;
    }
    proposed.proposals.sort_by(|a, b| {
        let place = |found: &Proposal| (found.at.source, found.at.span.start());
        b.score.cmp(&a.score).then_with(|| place(a).cmp(&place(b)))
    });
    proposed
}

/// Proposals from texts of one language or pair of languages.
fn of_group(
    bitexts: &[&Bitext],
    paired: bool,
    (glossary, matcher): (&Glossary, &Matcher),
    least: u32,
) -> Proposed {
    let Some(first) = bitexts.first() else { return Proposed::default() };
    let detector = (!paired).then(|| Detector::new(&[]));
    let strange = |unit: &&Unit| {
        let text = unit.target_text();
        let guess = detector.as_ref().filter(|_| is_telling(text)).map(|known| known.detect(text));
        guess
            .filter(|guess| guess.confidence >= SURE)
            .and_then(|guess| guess.lang)
            .is_some_and(|found| !lang::same(&found, &first.source_lang))
    };
    let read = bitexts.iter().flat_map(|bitext| &bitext.units).filter(|unit| is_read(unit));
    let units: Vec<&Unit> = read.filter(|unit| !strange(unit)).collect();
    let (own, other) = (Unit::source_passage, Unit::target_passage);
    // A text alone is the target side of its units.
    let read: fn(&Unit) -> Option<&Passage> = if paired { own } else { other };
    let texts = units.iter().map(|unit| read(unit)).collect();
    let least = least.max(2);
    let source = Read::new(&first.source_lang, matcher, texts, least, false);
    let target = paired.then(|| {
        let texts = units.iter().map(|unit| other(unit)).collect();
        Read::new(&first.target_lang, matcher, texts, 2, true)
    });
    let finder = Finder::new(glossary, Some(&first.source_lang));
    let facings = match &target {
        Some(target) => Facings::new(&source, target),
        None => Facings::default(),
    };
    let cut = source.side.cut || target.as_ref().is_some_and(|target| target.side.cut);
    let (mut by_gram, mut by_text) = (BTreeMap::new(), BTreeMap::new());
    for (number, found) in source.candidates.iter().enumerate() {
        by_gram.insert(found.gram, number);
        by_text.entry(fold_case(&found.text)).or_insert(number);
    }
    let maker = Maker { source, target, facings, finder, least, by_gram, by_text };
    Proposed { proposals: maker.proposals(), cut }
}

/// Confidence of the detector, in hundredths, from which a sentence of a text alone is left out as one of another language:
/// a page may hold chrome in another.
const SURE: u8 = 80;

/// Has a text enough words for its language to be told?
fn is_telling(text: &str) -> bool {
    crate::text::words(text).nth(3).is_some()
}

/// The body is read, not what is locked, nor code and credits.
fn is_read(unit: &Unit) -> bool {
    unit.role == Role::Body
        && unit.state != State::Skipped
        && !matches!(unit.kind, Kind::Code | Kind::Credit)
}

/// A side with everything that recurs in it.
#[derive(Debug)]
struct Read<'a> {
    side: Side<'a>,
    grams: Grams,
    candidates: Vec<Candidate>,
    acronyms: Vec<Acronym>,
}

impl<'a> Read<'a> {
    fn new(
        lang: &LanguageIdentifier,
        matcher: &'a Matcher,
        texts: Vec<Option<&'a Passage>>,
        least: u32,
        wide: bool,
    ) -> Self {
        let side = Side::new(lang, matcher.morphology(lang), texts);
        let grams = Grams::new(&side, least);
        let candidates = terms::candidates(&side, &grams, wide);
        let acronyms = acronyms::of_side(&side);
        Self { side, grams, candidates, acronyms }
    }

    fn half(&self) -> Half<'_> {
        Half { side: &self.side, grams: &self.grams, candidates: &self.candidates }
    }

    fn form(&self, text: &str, acronym: Option<&str>) -> Form {
        Form {
            lang: self.side.lang.clone(),
            text: text.to_owned(),
            acronym: acronym.map(str::to_owned),
        }
    }

    /// The form of an acronym: its long form where there is one.
    fn form_of(&self, acronym: &Acronym) -> Form {
        match &acronym.long {
            Some(long) => self.form(long, Some(&acronym.letters)),
            None => self.form(&acronym.letters, None),
        }
    }

    fn place(&self, unit: u32, span: Span) -> Option<(Location, String)> {
        let passage = self.side.texts.get(unit as usize).copied().flatten()?;
        Some((passage.locate(span), excerpt(&passage.text, span)))
    }
}

/// Makes the proposals of a group.
struct Maker<'a> {
    source: Read<'a>,
    target: Option<Read<'a>>,
    facings: Facings,
    finder: Finder<'a>,
    least: u32,
    /// Numbers of the source's candidates.
    by_gram: BTreeMap<usize, usize>,
    by_text: BTreeMap<String, usize>,
}

impl Maker<'_> {
    fn proposals(&self) -> Vec<Proposal> {
        let mut out: Vec<Proposal> = Vec::new();
        let mut spoken_for: BTreeSet<String> = BTreeSet::new();
        for (number, acronym) in self.source.acronyms.iter().enumerate() {
            spoken_for.insert(fold_case(&acronym.letters));
            spoken_for.extend(acronym.long.as_deref().map(fold_case));
            out.extend(self.acronym(number, acronym));
        }
        let free = |found: &&Candidate| {
            !spoken_for.contains(&fold_case(&found.text)) && !is_acronym(&found.text)
        };
        let (names, terms): (Vec<_>, Vec<_>) =
            self.source.candidates.iter().filter(free).partition(|found| found.is_name);
        let uses: Vec<NameUse<'_>> =
            names.iter().map(|found| NameUse { text: &found.text, count: found.count }).collect();
        for group in group_names(&uses) {
            let group: Vec<&Candidate> =
                group.iter().filter_map(|at| names.get(*at).copied()).collect();
            out.extend(self.candidate(Sort::Name, &group));
        }
        out.extend(terms.iter().filter_map(|found| self.candidate(Sort::Term, &[found])));
        out
    }

    fn acronym(&self, number: usize, acronym: &Acronym) -> Option<Proposal> {
        let wanted = acronym.defined > 0 || acronym.count >= self.least;
        let listed = |form: &str| self.finder.is_listed(form);
        if !wanted || listed(&acronym.letters) || acronym.long.as_deref().is_some_and(listed) {
            return None;
        }
        let source = self.source.form_of(acronym);
        let words = crate::text::words(&source.text).count();
        let uses = u64::from(acronym.count) + DEFINITION * u64::from(acronym.defined);
        let (at, excerpt) = self.source.place(acronym.example.0, acronym.example.1)?;
        Some(Proposal {
            sort: Sort::Acronym,
            target: self.rendering_of_acronym(number, acronym),
            source,
            spellings: Vec::new(),
            count: acronym.count,
            score: weight(words) * uses,
            at,
            excerpt,
        })
    }

    /// What faces an acronym; where it has no long form of its own, what faces the source's long form.
    fn rendering_of_acronym(&self, number: usize, acronym: &Acronym) -> Option<Rendering> {
        let target = self.target.as_ref()?;
        let of_long = || self.rendering(*self.by_text.get(&fold_case(acronym.long.as_deref()?))?);
        let of_letters = || self.rendering(*self.by_text.get(&fold_case(&acronym.letters))?);
        let Some((other, together)) = self.facings.acronyms.get(&number) else {
            return of_long().or_else(of_letters);
        };
        let other = target.acronyms.get(*other)?;
        let mut form = target.form_of(other);
        if other.long.is_none()
            && let Some(long) = of_long()
        {
            form = Form { acronym: Some(other.letters.clone()), ..long.form };
        }
        Some(Rendering { form, together: *together })
    }

    /// What renders a candidate.
    fn rendering(&self, number: usize) -> Option<Rendering> {
        let target = self.target.as_ref()?;
        let link = self.facings.links.get(&number)?;
        let found = target.candidates.get(link.target)?;
        Some(Rendering { form: target.form(&found.text, None), together: link.together })
    }

    /// A name with its spellings, or a term.
    fn candidate(&self, sort: Sort, group: &[&Candidate]) -> Option<Proposal> {
        let (best, others) = group.split_first()?;
        if group.iter().any(|found| self.finder.is_listed(&found.text)) {
            return None;
        }
        let gram = self.source.grams.all.get(best.gram)?;
        let (unit, span) = terms::place(&self.source.side, best.first, gram.len)?;
        let (at, excerpt) = self.source.place(unit, span)?;
        let number = *self.by_gram.get(&best.gram)?;
        Some(Proposal {
            sort,
            source: self.source.form(&best.text, None),
            target: self.rendering(number),
            spellings: others.iter().map(|found| found.text.clone()).collect(),
            count: group.iter().map(|found| found.count).sum(),
            score: group.iter().map(|found| found.score).sum(),
            at,
            excerpt,
        })
    }
}

/// Some words round a place, on one line.
fn excerpt(text: &str, span: Span) -> String {
    const ROUND: usize = 48;
    let before = Span::of(0, span.start() as usize).slice(text);
    let after = text.get(span.end() as usize..).unwrap_or_default();
    let from = before.char_indices().rev().nth(ROUND).map(|(at, _)| at);
    let to = after.char_indices().nth(ROUND).map(|(at, _)| at);
    let head = match from {
        // From the next word on.
        Some(at) => {
            let tail = before.get(at..).unwrap_or_default();
            format!("…{}", tail.split_once(' ').map_or(tail, |(_, rest)| rest))
        }
        None => before.to_owned(),
    };
    let tail = match to {
        Some(at) => {
            let whole = after.get(..at).unwrap_or_default();
            format!("{}…", whole.rsplit_once(' ').map_or(whole, |(rest, _)| rest))
        }
        None => after.to_owned(),
    };
    let whole = format!("{head}{}{tail}", span.slice(text));
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
