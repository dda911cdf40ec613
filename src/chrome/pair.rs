//! The tiers: how a line finds its message, surest first.
//!
//! A line that two messages could be is answered with both, best first; a line that no message is stays open.
//! Within a tier a user's own files go before the built-in ones, a message's value before its further
//! wordings, and a template with more letters of its own before one with fewer.

use unic_langid::LanguageIdentifier;

use super::fuzzy::Grams;
use super::index::{Index, Place, form_at, implied};
use super::normal::Normal;
use super::value::{Room, Value, admits};
use super::write::{Values, adorn, fill};
use super::{Candidate, Catalogue, Pairing, tags};
use crate::bitext::Tier;

/// Signs that set several messages side by side on one line. Only the first three may also set off a name.
const SEPARATORS: &[&str] = &["|", "·", "•", "/", "–", "—", "»", ">"];
/// How many of [`SEPARATORS`] may stand beside a part that no message is.
const BESIDE_NAMES: usize = 3;
/// Most parts of a composite line.
const PARTS: usize = 24;

/// One line on its way through the tiers.
pub(super) struct Line<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    to: &'a LanguageIdentifier,
    text: &'a str,
    normal: Normal,
}

/// A message that a line may be, with what decides between several.
struct Hit {
    place: Place,
    values: Values,
    tier: Tier,
    score: u32,
}

/// Pairs a line through every tier.
pub(super) fn pair(
    catalogue: &Catalogue,
    index: &Index,
    text: &str,
    to: &LanguageIdentifier,
) -> Pairing {
    let Some(line) = Line::new(catalogue, index, text, to) else { return Pairing::default() };
    let mut found = line.whole();
    if found.is_empty() {
        found.extend(composite(catalogue, index, text, to));
    }
    if found.is_empty() {
        found = line.fuzzy();
    }
    Pairing { found }
}

impl<'a> Line<'a> {
    fn new(
        catalogue: &'a Catalogue,
        index: &'a Index,
        text: &'a str,
        to: &'a LanguageIdentifier,
    ) -> Option<Self> {
        let normal = Normal::of(text)?;
        (!text.trim().is_empty()).then_some(Self { catalogue, index, to, text, normal })
    }

    /// The line as one message: exact, normalised, template.
    fn whole(&self) -> Vec<Candidate> {
        let exact = self.candidates(self.plain(self.index.exact(self.text), Tier::Exact, 1000));
        if !exact.is_empty() {
            return exact;
        }
        let normal = self.index.normal(&self.normal.key());
        let normalised = self.candidates(self.plain(normal, Tier::Normalised, 950));
        if !normalised.is_empty() {
            return normalised;
        }
        self.candidates(self.templates())
    }

    fn plain(&self, places: &[Place], tier: Tier, score: u32) -> Vec<Hit> {
        let entries = &self.catalogue.entries;
        places
            .iter()
            .filter_map(|place| {
                let (_, _, _, form) = form_at(entries, *place, &self.index.lang)?;
                Some(Hit { place: *place, values: implied(form), tier, score })
            })
            .collect()
    }

    /// The templates with most letters that the line is.
    fn templates(&self) -> Vec<Hit> {
        let mut out: Vec<Hit> = Vec::new();
        let mut letters = 0;
        for (place, template) in &self.index.templates {
            if template.letters < letters {
                break;
            }
            if let Some(values) = template.matches(self.text, &self.normal) {
                letters = template.letters;
                out.push(Hit { place: *place, values, tier: Tier::Template, score: 900 });
            }
        }
        out
    }

    /// The messages that the line is almost, the most alike alone.
    fn fuzzy(&self) -> Vec<Candidate> {
        let mut hits = Vec::new();
        if let Some(own) = Grams::of(self.normal.core()) {
            for (place, grams) in &self.index.grams {
                if let Some(score) = grams.likeness(&own) {
                    hits.extend(self.plain(&[*place], Tier::Fuzzy, score));
                }
            }
            hits.extend(self.slots());
        }
        let best = hits.iter().map(|hit| hit.score).max().unwrap_or(0);
        hits.retain(|hit| hit.score == best);
        self.candidates(hits)
    }

    /// Templates with one variable: as many words before and behind it as the template has, compared in trigrams.
    fn slots(&self) -> Vec<Hit> {
        let core = self.normal.core();
        let mut out = Vec::new();
        for (number, grams) in &self.index.slots {
            let Some((place, template)) = self.index.templates.get(*number) else { continue };
            let Some((before, after, name, kind)) = template.around() else { continue };
            let Some((from, to)) = between(core, before, after) else { continue };
            let text = self.normal.span(from, to).slice(self.text);
            let (Some(lead), Some(trail)) = (core.get(..from), core.get(to..)) else { continue };
            let Some(own) = Grams::of(&[trimmed(lead), &[' '], trimmed(trail)].concat()) else {
                continue;
            };
            if let Some(score) = grams.likeness(&own).filter(|_| admits(kind, text, Room::of(4))) {
                let values = Values::from([(name.to_owned(), Value::read(text))]);
                out.push(Hit { place: *place, values, tier: Tier::Fuzzy, score });
            }
        }
        out
    }

    /// The hits in the other language: the latest file's, values before further wordings, no text twice.
    fn candidates(&self, hits: Vec<Hit>) -> Vec<Candidate> {
        let mut ranked: Vec<((u32, bool, bool), Candidate)> =
            hits.into_iter().filter_map(|hit| self.candidate(hit)).collect();
        let Some(best) = ranked.iter().map(|(rank, _)| *rank).max() else { return Vec::new() };
        ranked.retain(|(rank, _)| *rank == best);
        let mut out: Vec<Candidate> = Vec::new();
        for (_, candidate) in ranked {
            match out.iter_mut().find(|known| known.text == candidate.text) {
                Some(known) => known.entries.extend(candidate.entries),
                None => out.push(candidate),
            }
        }
        out
    }

    fn candidate(&self, hit: Hit) -> Option<((u32, bool, bool), Candidate)> {
        let from = &self.index.lang;
        let (entry, definition, wording, form) = form_at(&self.catalogue.entries, hit.place, from)?;
        let (lang, other) = tags(self.to, entry.sides.iter().map(|(lang, _)| lang))
            .find_map(|lang| Some((lang, entry.side(lang).filter(|side| side.is_ready())?)))?;
        let mut values = implied(form);
        values.extend(hit.values);
        let text = fill(&other.counterparts(wording), form, &values, lang)?;
        let dressed = self.dressed_alike(form);
        let text = if dressed { text } else { adorn(&text, self.text, &self.normal, lang) };
        let rank = (u32::from(definition.layer > 0), wording.attribute.is_none(), dressed);
        let candidate = Candidate {
            platform: entry.platform.clone(),
            message: entry.id.replace(super::model::CONTEXT, "|"),
            tier: hit.tier,
            text,
            score: hit.score,
            entries: vec![hit.place.entry],
        };
        Some((rank, candidate))
    }

    /// Do the line and the form wear the same ornaments?
    fn dressed_alike(&self, form: &super::model::Form) -> bool {
        let written = form.parts.iter().map(|part| match part {
            super::model::Part::Text(text) => text.as_str(),
            super::model::Part::Variable(_) => "\u{FFFC}",
        });
        Normal::of(&written.collect::<String>())
            .is_some_and(|own| own.ornaments() == self.normal.ornaments())
    }
}

fn trimmed(core: &[char]) -> &[char] {
    let core = core.strip_prefix(&[' ']).unwrap_or(core);
    core.strip_suffix(&[' ']).unwrap_or(core)
}

/// Where the variable stands if the line has as many words before and behind it as the literals have.
fn between(core: &[char], before: &[char], after: &[char]) -> Option<(usize, usize)> {
    let starts = word_edges(core, before);
    let mut turned: Vec<char> = core.to_vec();
    turned.reverse();
    let mut tail: Vec<char> = after.to_vec();
    tail.reverse();
    let ends = core.len().checked_sub(word_edges(&turned, &tail))?;
    let (mut from, mut to) = (starts, ends);
    while core.get(from).is_some_and(|c| matches!(c, ' ' | '"' | ':')) {
        from += 1;
    }
    while to > from && core.get(to - 1).is_some_and(|c| matches!(c, ' ' | '"' | '.')) {
        to -= 1;
    }
    (from < to).then_some((from, to))
}

/// The end, in `core`, of as many words as `literal` has.
fn word_edges(core: &[char], literal: &[char]) -> usize {
    let is_word = |c: &char| super::normal::is_wordlike(*c);
    let count = literal.split(|c| !is_word(c)).filter(|word| !word.is_empty()).count();
    let (mut seen, mut at) = (0, 0);
    while seen < count && at < core.len() {
        while core.get(at).is_some_and(|c| !is_word(c)) {
            at += 1;
        }
        while core.get(at).is_some_and(is_word) {
            at += 1;
        }
        seen += 1;
    }
    at
}

/// A line of several messages with a separator between them.
fn composite(
    catalogue: &Catalogue,
    index: &Index,
    text: &str,
    to: &LanguageIdentifier,
) -> Option<Candidate> {
    SEPARATORS.iter().enumerate().find_map(|(rank, sign)| {
        let parts: Vec<&str> = split(text, sign)?;
        let paired: Vec<Option<Candidate>> = parts
            .iter()
            .map(|part| {
                let line = Line::new(catalogue, index, part, to)?;
                let mut found = line.whole();
                (found.len() == 1).then(|| found.remove(0))
            })
            .collect();
        let open: Vec<&str> = parts
            .iter()
            .zip(&paired)
            .filter(|(_, found)| found.is_none())
            .map(|(part, _)| part.trim())
            .collect();
        let known = parts.len() - open.len();
        let names = open.iter().all(|part| admits(super::model::Kind::Name, part, Room::default()));
        let sound = if open.is_empty() {
            known > 1
        } else {
            rank < BESIDE_NAMES && names && known >= open.len()
        };
        sound.then(|| assemble(&parts, &paired, sign))
    })
}

/// The parts of a line, where the separator stands in it with white space on both sides.
fn split<'t>(text: &'t str, sign: &str) -> Option<Vec<&'t str>> {
    let mut parts = Vec::new();
    let (mut begin, mut search) = (0, 0);
    while let Some(found) = text.get(search..).and_then(|rest| rest.find(sign)) {
        let (at, end) = (search + found, search + found + sign.len());
        let before = text.get(..at).and_then(|lead| lead.chars().next_back());
        let after = text.get(end..).and_then(|rest| rest.chars().next());
        if before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_whitespace) {
            parts.push(text.get(begin..at)?.trim());
            begin = end;
        }
        search = end;
        if parts.len() >= PARTS {
            return None;
        }
    }
    parts.push(text.get(begin..)?.trim());
    (parts.len() > 1 && parts.iter().all(|part| !part.is_empty())).then_some(parts)
}

fn assemble(parts: &[&str], paired: &[Option<Candidate>], sign: &str) -> Candidate {
    let found: Vec<&Candidate> = paired.iter().flatten().collect();
    let texts: Vec<&str> = parts
        .iter()
        .zip(paired)
        .map(|(part, candidate)| {
            candidate.as_ref().map_or(*part, |candidate| candidate.text.as_str())
        })
        .collect();
    let whole = found.len() == parts.len();
    let mut messages: Vec<&str> =
        found.iter().map(|candidate| candidate.message.as_str()).collect();
    messages.dedup();
    let worst = found.iter().map(|candidate| candidate.tier).max().unwrap_or(Tier::Template);
    Candidate {
        platform: found.first().map_or_else(String::new, |candidate| candidate.platform.clone()),
        message: messages.join(" "),
        tier: if whole { worst } else { Tier::Template },
        text: texts.join(&format!(" {sign} ")),
        score: found.iter().map(|candidate| candidate.score).min().unwrap_or(0),
        entries: found.iter().flat_map(|candidate| candidate.entries.iter().copied()).collect(),
    }
}
