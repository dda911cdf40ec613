//! `glossary lookup`, `extract` and `stats`: what was asked for is handed on, and what comes back is written.

use std::io::{self, BufRead, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::table::{self, Column};
use super::{Ended, Run, partial, proposals, status};
use crate::app::{self, CheckRequest, ConceptCount, Counted, ExtractRequest, LookupRequest, Order};
use crate::cli::invocation::{
    Choice, GlossaryExtract, GlossaryLookup, GlossaryStats, Listing, StatsFormat, StatsSort, Texts,
};
use crate::diagnostic::Severity;
use crate::glossary::{Concept, Glossary, Status, Term, TermRole};
use crate::l10n::Localizer;
use crate::message::Message;
use crate::rule::Tally;
use crate::term::{Answer, Finder, How};
use crate::text::visible;

crate::messages! { MESSAGES;
    nothing = "lookup-nothing" (phrase);
    heading = "lookup-heading" (form, id);
    heading_within = "lookup-heading-within" (form, id);
    heading_part = "lookup-heading-part" (form, id);
    heading_near = "lookup-heading-near" (form, id);
    definition = "lookup-definition" (text);
    origin = "lookup-source" (text);
    note = "lookup-note" (text);
    usage = "lookup-usage" (text);
    keep = "lookup-keep" ();
    forms = "lookup-forms" (lang, forms);
    status_admitted = "lookup-admitted" (form);
    status_deprecated = "lookup-deprecated" (form);
    status_forbidden = "lookup-forbidden" (form);
    head_concept = "stats-concept" ();
    head_term = "stats-term" ();
    head_used = "stats-used" ();
    head_kept = "stats-kept" ();
    head_missing = "stats-missing" ();
    head_forbidden = "stats-forbidden" ();
    head_deprecated = "stats-deprecated" ();
    head_untranslated = "stats-untranslated" ();
    head_spelling = "stats-spelling" ();
    head_case = "stats-case" ();
    head_unasked = "stats-unasked" ();
    head_open = "stats-open" ();
    total = "stats-total" (count);
    unused = "stats-unused" (count);
    none_used = "stats-none-used" (files);
    extract_head = "extract-head" ();
    extract_names = "extract-names" ();
    extract_score = "extract-score" (sort, score, count);
    extract_facing = "extract-facing" (form, count);
    extract_spellings = "extract-spellings" (forms);
    extract_at = "extract-at" (path, line, text);
    extract_nothing = "extract-nothing" ();
    extract_left_out = "extract-left-out" (count);
    sort_acronym = "extract-sort-acronym" ();
    sort_name = "extract-sort-name" ();
    sort_term = "extract-sort-term" ();
    column_score = "extract-column-score" ();
    column_uses = "extract-column-uses" ();
    column_sort = "extract-column-sort" ();
    column_source = "extract-column-source" ();
    column_target = "extract-column-target" ();
    column_together = "extract-column-together" ();
}

impl Run<'_> {
    pub(super) fn glossary_lookup(&mut self, asked: &GlossaryLookup) -> Ended {
        let texts = Texts { glossaries: asked.glossaries.clone(), ..Texts::default() };
        let over = partial(&texts, &Choice::default());
        let request = LookupRequest { check: CheckRequest { over, ..self.request() } };
        let glossary = app::lookup_glossary(&mut self.session, &request)?;
        let finder = Finder::new(&glossary, asked.lang.as_ref());
        match &asked.terms {
            Some(terms) => {
                for term in terms {
                    answer(term, &finder, asked.format, self.l10n, self.out)?;
                }
            }
            None => self.lookup_lines(&finder, asked.format)?,
        }
        Ok(status::DONE)
    }

    fn lookup_lines(&mut self, finder: &Finder<'_>, format: Listing) -> io::Result<()> {
        let mut input = io::stdin().lock();
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            // Programs are answered line for line; to people a blank line is nothing.
            if format == Listing::Json || !text.trim().is_empty() {
                answer(text.trim(), finder, format, self.l10n, self.out)?;
            }
            line.clear();
        }
        Ok(())
    }

    pub(super) fn glossary_extract(&mut self, asked: &GlossaryExtract) -> Ended {
        let over = partial(&asked.texts, &Choice::default());
        let check = CheckRequest {
            paths: asked.paths.clone(),
            pair: asked.pair.clone(),
            over,
            ..self.request()
        };
        let least = u32::try_from(asked.least.get()).unwrap_or(u32::MAX);
        let request = ExtractRequest { check, least, limit: asked.limit.get() };
        let extracted = app::extract(&mut self.session, &request)?;
        let sources = &self.session.sources;
        proposals::write(&extracted, asked.format, sources, self.l10n, self.out)?;
        if extracted.proposals.is_empty() {
            self.session.note(Severity::Info, extract_nothing());
        } else if extracted.left_out > 0 {
            self.session.note(Severity::Info, extract_left_out(extracted.left_out));
        }
        Ok(status::DONE)
    }

    pub(super) fn glossary_stats(&mut self, asked: &GlossaryStats) -> Ended {
        let over = partial(&asked.texts, &Choice::default());
        let request = CheckRequest {
            paths: asked.paths.clone(),
            pair: asked.pair.clone(),
            over,
            ..self.request()
        };
        let order = match asked.sort {
            StatsSort::Worst => Order::Worst,
            StatsSort::Id => Order::Id,
        };
        let counted = app::stats(&mut self.session, &request, order)?;
        match asked.format {
            StatsFormat::Table => stats_table(&counted, self.l10n, self.out)?,
            StatsFormat::Json => stats_lines(&counted, self.out)?,
            StatsFormat::Csv => stats_csv(&counted, self.out)?,
        }
        Ok(status::DONE)
    }
}

#[derive(Serialize)]
struct AnswerLine<'a> {
    query: &'a str,
    answers: Vec<EntryLine<'a>>,
}

#[derive(Serialize)]
struct EntryLine<'a> {
    concept: &'a str,
    #[serde(rename = "match")]
    how: &'a str,
    /// The term by which the entry answers.
    found: &'a str,
    likeness: f64,
    kind: &'a str,
    definition: Option<&'a str>,
    domain: Option<&'a str>,
    source: Option<&'a str>,
    do_not_translate: bool,
    terms: Vec<TermLine<'a>>,
}

#[derive(Serialize)]
struct TermLine<'a> {
    lang: String,
    form: &'a str,
    role: &'a str,
    status: &'a str,
    note: Option<&'a str>,
    usage: Option<&'a str>,
    #[serde(rename = "use")]
    instead: Option<&'a str>,
    why: Option<&'a str>,
}

/// Writes the entries that answer a word or phrase.
fn answer(
    phrase: &str,
    finder: &Finder<'_>,
    format: Listing,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    let glossary = finder.glossary();
    let answers = finder.find(phrase);
    if format == Listing::Json {
        let entries = answers.iter().filter_map(|answer| entry_line(answer, glossary)).collect();
        serde_json::to_writer(&mut *out, &AnswerLine { query: phrase, answers: entries })?;
        return out.write_all(b"\n");
    }
    if answers.is_empty() {
        return writeln!(out, "{}", l10n.text(&nothing(phrase)));
    }
    for answer in &answers {
        if let Some(concept) = glossary.concepts.get(answer.concept) {
            write_entry(answer, concept, l10n, out)?;
        }
    }
    Ok(())
}

fn entry_line<'g>(answer: &Answer, glossary: &'g Glossary) -> Option<EntryLine<'g>> {
    let concept = glossary.concepts.get(answer.concept)?;
    Some(EntryLine {
        concept: &concept.id,
        how: answer.how.as_str(),
        found: &concept.terms.get(answer.term)?.form,
        likeness: f64::from(answer.likeness) / 100.0,
        kind: concept.kind.as_str(),
        definition: concept.definition.as_deref(),
        domain: concept.domain.as_deref(),
        source: concept.source.as_deref(),
        do_not_translate: concept.do_not_translate,
        terms: concept.terms.iter().map(term_line).collect(),
    })
}

fn term_line(term: &Term) -> TermLine<'_> {
    TermLine {
        lang: term.lang.to_string(),
        form: &term.form,
        role: match term.role {
            TermRole::Full => "full",
            TermRole::Acronym => "acronym",
            TermRole::Short => "short",
        },
        status: term.status.as_str(),
        note: term.note.as_deref(),
        usage: term.usage.as_deref(),
        instead: term.instead.as_deref(),
        why: term.why.as_deref(),
    }
}

fn write_entry(
    answer: &Answer,
    concept: &Concept,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    let found = concept.terms.get(answer.term).map_or("", |term| term.form.as_str());
    let id = concept.id.as_str();
    let said = match answer.how {
        How::Whole => heading(found, id),
        How::Within => heading_within(found, id),
        How::Part => heading_part(found, id),
        How::Near => heading_near(found, id),
    };
    writeln!(out, "{}", l10n.text(&said))?;
    let mut langs = Vec::new();
    for term in &concept.terms {
        if !langs.contains(&&term.lang) {
            langs.push(&term.lang);
        }
    }
    for lang in langs {
        let own = concept.terms.iter().filter(|term| term.lang == *lang);
        let list: Vec<String> = own.map(|term| worded(term, l10n)).collect();
        // The forms are made fit for a terminal one by one, so that the list stays as it is.
        writeln!(out, "  {}", l10n.text(&forms(lang, list.join(", "))))?;
    }
    let mut lines: Vec<Message> = Vec::new();
    lines.extend(concept.definition.as_deref().map(definition));
    if concept.do_not_translate {
        lines.push(keep());
    }
    for term in &concept.terms {
        lines.extend(term.usage.as_deref().map(usage));
        lines.extend(term.note.as_deref().map(note));
        lines.extend(term.why.as_deref().map(note));
    }
    lines.extend(concept.source.as_deref().map(origin));
    for line in lines {
        writeln!(out, "  {}", l10n.text(&line))?;
    }
    Ok(())
}

/// A form with its status, the preferred ones without.
fn worded(term: &Term, l10n: &Localizer) -> String {
    match term.status {
        Status::Preferred => visible(&term.form).into_owned(),
        Status::Admitted => l10n.text(&status_admitted(&term.form)),
        Status::Deprecated => l10n.text(&status_deprecated(&term.form)),
        Status::Forbidden => l10n.text(&status_forbidden(&term.form)),
    }
}

/// The columns of counts: the name in machine formats, the head for people, the count. Without the first two, those that are
/// nowhere more than nothing are left out of the table for people.
type Count = (&'static str, fn() -> Message, fn(&Tally) -> usize);

const COUNTS: &[Count] = &[
    ("used", head_used, |tally| tally.used),
    ("kept", head_kept, |tally| tally.kept),
    ("missing", head_missing, |tally| tally.missing),
    ("forbidden", head_forbidden, |tally| tally.forbidden),
    ("deprecated", head_deprecated, |tally| tally.deprecated),
    ("untranslated", head_untranslated, |tally| tally.untranslated),
    ("spelling", head_spelling, |tally| tally.spelling),
    ("case", head_case, |tally| tally.case),
    ("unasked", head_unasked, |tally| tally.unasked),
    ("open", head_open, |tally| tally.open),
];

/// Columns that are always shown to people.
const ALWAYS: usize = 2;

fn stats_table(counted: &Counted, l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    if counted.concepts.is_empty() {
        return writeln!(out, "{}", l10n.text(&none_used(counted.files)));
    }
    let shown: Vec<&Count> = COUNTS
        .iter()
        .enumerate()
        .filter(|(at, (_, _, count))| *at < ALWAYS || count(&counted.total) > 0)
        .map(|(_, count)| count)
        .collect();
    let mut head = vec![l10n.text(&head_concept()), l10n.text(&head_term())];
    head.extend(shown.iter().map(|(_, head, _)| l10n.text(&head())));
    let row = |id: &str, form: &str, tally: &Tally| {
        let counts = shown.iter().map(|(_, _, count)| count(tally).to_string());
        [id.to_owned(), form.to_owned()].into_iter().chain(counts).collect::<Vec<_>>()
    };
    let mut rows = vec![head];
    rows.extend(counted.concepts.iter().map(|one| row(&one.id, &one.form, &one.tally)));
    let all = l10n.text(&total(counted.concepts.len()));
    rows.push(row(&all, "", &counted.total));
    let mut columns = vec![Column::Left, Column::Left];
    columns.extend(shown.iter().map(|_| Column::Right));
    table::write(&columns, &rows, out)?;
    if counted.unused > 0 {
        writeln!(out, "{}", l10n.text(&unused(counted.unused)))?;
    }
    Ok(())
}

/// The counts of a concept as an object, its keys in the order of [`COUNTS`].
struct StatsLine<'a>(&'a ConceptCount);

impl Serialize for StatsLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_map(Some(COUNTS.len() + 2))?;
        line.serialize_entry("concept", &self.0.id)?;
        line.serialize_entry("term", &self.0.form)?;
        for (name, _, count) in COUNTS {
            line.serialize_entry(name, &count(&self.0.tally))?;
        }
        line.end()
    }
}

fn stats_lines(counted: &Counted, out: &mut dyn Write) -> io::Result<()> {
    for one in &counted.concepts {
        serde_json::to_writer(&mut *out, &StatsLine(one))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn stats_csv(counted: &Counted, out: &mut dyn Write) -> io::Result<()> {
    let names = COUNTS.iter().map(|(name, _, _)| (*name).to_owned());
    let head: Vec<String> =
        ["concept", "term"].map(str::to_owned).into_iter().chain(names).collect();
    writeln!(out, "{}", head.join(","))?;
    for one in &counted.concepts {
        let counts = COUNTS.iter().map(|(_, _, count)| count(&one.tally).to_string());
        let row: Vec<String> =
            [quoted(&one.id), quoted(&one.form)].into_iter().chain(counts).collect();
        writeln!(out, "{}", row.join(","))?;
    }
    Ok(())
}

/// A cell as RFC 4180 has it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
