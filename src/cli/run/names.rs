//! `names compare` and `names variants`, written for people, for programs and as glossary entries.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{Ended, Run, status};
use crate::app::{self, NameGroup, Spelling};
use crate::cli::invocation::{Listing, NamesCompare, NamesVariants, VariantsFormat};
use crate::glossary::{ConceptKind, Glossary};
use crate::l10n::Localizer;
use crate::message::Message;
use crate::names::{Comparison, Evidence, Names};
use crate::text::{Sources, fold_diacritics, visible};

crate::messages! { MESSAGES;
    same = "names-same" ();
    other = "names-other" ();
    same_letters = "names-same-letters" ();
    equated = "names-equated" (a, b);
    differ = "names-differ" (a, b);
    extra = "names-extra" (a);
    article = "names-article" ();
    trimmed = "names-trimmed" ();
    initial = "names-initial" ();
    missing = "names-missing" (count);
    order = "names-order" ();
    joined = "names-joined" ();
    ending = "names-ending" ();
    nothing = "names-nothing" ();
    paste = "names-paste" ();
}

/// Most places that are shown of a spelling.
const PLACES: usize = 3;

#[derive(Serialize)]
struct Compared<'a> {
    a: &'a str,
    b: &'a str,
    score: f64,
    same: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Vec<String>>,
}

impl Run<'_> {
    pub(super) fn names_compare(&mut self, asked: &NamesCompare) -> Ended {
        match asked {
            NamesCompare::Two { a, b, format, why } => {
                self.compared(a, b, *format, *why)?;
            }
            NamesCompare::File { path, format, why } => {
                let id = self.session.open(path)?;
                let text = self.session.sources.get(id).text.clone();
                for line in text.lines() {
                    let (a, b) = line.split_once('\t').unwrap_or((line, ""));
                    self.compared(a, b.split('\t').next().unwrap_or_default(), *format, *why)?;
                }
            }
        }
        Ok(status::DONE)
    }

    fn compared(&mut self, a: &str, b: &str, format: Listing, why: bool) -> io::Result<()> {
        let found = Names::shipped().compare(a, b);
        match format {
            Listing::Json => {
                let evidence = why.then(|| found.evidence.iter().map(Evidence::code).collect());
                let line = Compared { a, b, score: found.score, same: found.same, evidence };
                serde_json::to_writer(&mut *self.out, &line)?;
                self.out.write_all(b"\n")
            }
            Listing::Text => text(a, b, &found, why, self.l10n, self.out),
        }
    }

    pub(super) fn names_variants(&mut self, asked: &NamesVariants) -> Ended {
        let glossary = match asked.glossaries.as_slice() {
            [] => Glossary::default(),
            paths => app::load_glossaries(&mut self.session, paths, None)?,
        };
        let groups = app::name_variants(&mut self.session, &asked.paths, &asked.names, &glossary)?;
        match asked.format {
            VariantsFormat::Text => listed(&groups, &self.session.sources, self.l10n, self.out)?,
            VariantsFormat::Json => json(&groups, &self.session.sources, self.out)?,
            VariantsFormat::Toml => toml(&groups, self.l10n, self.out)?,
        }
        Ok(status::DONE)
    }
}

fn text(
    a: &str,
    b: &str,
    found: &Comparison,
    why: bool,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    let verdict = l10n.text(&if found.same { same() } else { other() });
    writeln!(out, "{:.3}\t{verdict}\t{}\t{}", found.score, visible(a), visible(b))?;
    if why {
        for seen in &found.evidence {
            writeln!(out, "  {}", l10n.text(&said(*seen)))?;
        }
    }
    Ok(())
}

/// A piece of evidence as a message.
fn said(seen: Evidence) -> Message {
    match seen {
        Evidence::SameLetters => same_letters(),
        Evidence::Equated(a, b) => equated(a, b),
        Evidence::Differ(a, b) => differ(a, b),
        Evidence::Extra(a) => extra(a),
        Evidence::Article => article(),
        Evidence::Trimmed => trimmed(),
        Evidence::Initial => initial(),
        Evidence::Missing(count) => missing(u32::from(count)),
        Evidence::Order => order(),
        Evidence::Joined => joined(),
        Evidence::Ending => ending(),
    }
}

fn listed(
    groups: &[NameGroup],
    sources: &Sources,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    if groups.is_empty() {
        return writeln!(out, "{}", l10n.text(&nothing()));
    }
    for (at, group) in groups.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let first = group.spellings.first().map_or("", |spelling| spelling.text.as_str());
        writeln!(out, "{}", visible(group.listed.as_deref().unwrap_or(first)))?;
        let wide = group.spellings.iter().map(|own| own.text.chars().count()).max().unwrap_or(0);
        for spelling in &group.spellings {
            let places: Vec<String> =
                spelling.places.iter().take(PLACES).map(|at| place(*at, sources)).collect();
            let more = if spelling.places.len() > PLACES { " …" } else { "" };
            let shown = visible(&spelling.text);
            let pad = " ".repeat(wide.saturating_sub(spelling.text.chars().count()));
            let count = spelling.places.len();
            writeln!(
                out,
                "  {shown}{pad}  {count:>5}  {:<3} {}{more}",
                spelling.lang.to_string(),
                places.join(", ")
            )?;
        }
    }
    Ok(())
}

fn place(at: crate::text::Location, sources: &Sources) -> String {
    let file = sources.get(at.source);
    let place = file.line_column(at.span.start());
    format!("{}:{}:{}", visible(&file.path), place.line, place.column)
}

#[derive(Serialize)]
struct GroupLine<'a> {
    name: Option<&'a str>,
    spellings: Vec<SpellingLine<'a>>,
}

#[derive(Serialize)]
struct SpellingLine<'a> {
    text: &'a str,
    lang: String,
    count: usize,
    score: f64,
    places: Vec<PlaceLine<'a>>,
}

#[derive(Serialize)]
struct PlaceLine<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

fn json(groups: &[NameGroup], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    for group in groups {
        let spellings = group.spellings.iter().map(|spelling| spelling_line(spelling, sources));
        let line = GroupLine { name: group.listed.as_deref(), spellings: spellings.collect() };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn spelling_line<'a>(spelling: &'a Spelling, sources: &'a Sources) -> SpellingLine<'a> {
    let places = spelling.places.iter().map(|at| {
        let file = sources.get(at.source);
        let place = file.line_column(at.span.start());
        let (start, end) = (file.raw_offset(at.span.start()), file.raw_offset(at.span.end()));
        PlaceLine { path: &file.path, line: place.line, column: place.column, start, end }
    });
    SpellingLine {
        text: &spelling.text,
        lang: spelling.lang.to_string(),
        count: spelling.places.len(),
        score: spelling.score,
        places: places.collect(),
    }
}

/// Entries to paste into a glossary: in each language the most frequent spelling, or the listed one, is preferred.
fn toml(groups: &[NameGroup], l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", l10n.text(&paste()))?;
    let mut ids: BTreeMap<String, u32> = BTreeMap::new();
    for group in groups {
        let first = group.spellings.first().map_or("", |spelling| spelling.text.as_str());
        let id = id(group.listed.as_deref().unwrap_or(first));
        let number = ids.entry(id.clone()).or_insert(0);
        *number += 1;
        let id = if *number > 1 { format!("{id}-{number}") } else { id };
        let kind = group.kind.unwrap_or(ConceptKind::Person).as_str();
        writeln!(out, "\n[concept.{id}]\nkind = \"{kind}\"")?;
        let mut langs: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for spelling in &group.spellings {
            langs.entry(spelling.lang.to_string()).or_default().push(&spelling.text);
        }
        for (lang, mut forms) in langs {
            if let Some(at) =
                group.listed.as_deref().and_then(|own| forms.iter().position(|form| *form == own))
            {
                let own = forms.remove(at);
                forms.insert(0, own);
            }
            let (term, rest) =
                forms.split_first().map_or(("", &[][..]), |(term, rest)| (*term, rest));
            let quoted: Vec<String> = rest.iter().map(|form| quoted(form)).collect();
            if quoted.is_empty() {
                writeln!(out, "{lang} = {}", self::quoted(term))?;
            } else {
                writeln!(
                    out,
                    "{lang} = {{ term = {}, deprecated = [{}] }}",
                    self::quoted(term),
                    quoted.join(", ")
                )?;
            }
        }
    }
    Ok(())
}

/// A TOML string. Names are cut from text at anything but letters, digits, hyphens and apostrophes; a listed name may
/// hold more.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A bare key made from a name.
fn id(name: &str) -> String {
    let plain = fold_diacritics(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    if id.is_empty() { "name".to_owned() } else { id }
}
