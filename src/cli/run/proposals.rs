//! Proposals for a glossary, written as TOML that can be pasted, as a table, or for programs.
//!
//! In TOML the evidence stands above each entry as comments, so that an entry can be judged where it stands and the
//! comments be deleted with it. What is written is read by the glossary's own reader without a fault.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use super::glossary as say;
use super::table::{self, Column};
use crate::app::Extracted;
use crate::cli::invocation::ExtractFormat;
use crate::extract::{Form, Proposal, Sort};
use crate::l10n::Localizer;
use crate::message::Message;
use crate::text::Sources;

/// Writes proposals.
pub(super) fn write(
    extracted: &Extracted,
    format: ExtractFormat,
    sources: &Sources,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    if extracted.proposals.is_empty() {
        return Ok(());
    }
    match format {
        ExtractFormat::Toml => toml(extracted, sources, l10n, out),
        ExtractFormat::Json => json(extracted, sources, out),
        ExtractFormat::Table => table(extracted, l10n, out),
    }
}

fn toml(
    extracted: &Extracted,
    sources: &Sources,
    l10n: &Localizer,
    out: &mut dyn Write,
) -> io::Result<()> {
    let comment = |message: &Message| format!("# {}", l10n.text(message));
    writeln!(out, "{}\n{}\n", comment(&say::extract_head()), comment(&say::extract_names()))?;
    let mut langs: Vec<String> = Vec::new();
    for (_, proposal) in &extracted.proposals {
        let forms = [Some(&proposal.source), proposal.target.as_ref().map(|target| &target.form)];
        for lang in forms.into_iter().flatten().map(|form| form.lang.to_string()) {
            if !langs.contains(&lang) {
                langs.push(lang);
            }
        }
    }
    let langs: Vec<String> = langs.iter().map(|lang| text(lang)).collect();
    writeln!(out, "[glossary]\nlanguages = [{}]", langs.join(", "))?;
    for (id, proposal) in &extracted.proposals {
        writeln!(out)?;
        for line in evidence(proposal, sources, l10n) {
            writeln!(out, "{}", comment(&line))?;
        }
        writeln!(out, "[concept.{id}]")?;
        writeln!(out, "{}", section(&proposal.source))?;
        if let Some(target) = &proposal.target {
            writeln!(out, "{}", section(&target.form))?;
        }
    }
    Ok(())
}

fn evidence(proposal: &Proposal, sources: &Sources, l10n: &Localizer) -> Vec<Message> {
    let sort = l10n.text(&sort(proposal.sort));
    let mut lines = vec![say::extract_score(sort, tenths(proposal.score), proposal.count)];
    if let Some(target) = &proposal.target {
        lines.push(say::extract_facing(&target.form.text, target.together));
    }
    if !proposal.spellings.is_empty() {
        lines.push(say::extract_spellings(proposal.spellings.join(", ")));
    }
    let file = sources.get(proposal.at.source);
    let line = file.line_column(proposal.at.span.start()).line;
    lines.push(say::extract_at(&file.path, line.to_string(), &proposal.excerpt));
    lines
}

fn sort(sort: Sort) -> Message {
    match sort {
        Sort::Acronym => say::sort_acronym(),
        Sort::Name => say::sort_name(),
        Sort::Term => say::sort_term(),
    }
}

/// Hundredths with one decimal, as all formats write them.
fn tenths(hundredths: u64) -> String {
    let tenths = (hundredths + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A language section: a bare form, or a table where there is an acronym.
fn section(form: &Form) -> String {
    match &form.acronym {
        None => format!("{} = {}", form.lang, text(&form.text)),
        Some(acronym) => {
            let (term, acronym) = (text(&form.text), text(acronym));
            format!("{} = {{ term = {term}, acronym = {acronym} }}", form.lang)
        }
    }
}

/// A string of TOML on one line.
fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[derive(Serialize)]
struct ProposalLine<'a> {
    id: &'a str,
    sort: &'a str,
    score: f64,
    count: u32,
    source: FormLine<'a>,
    target: Option<FormLine<'a>>,
    together: Option<u32>,
    spellings: &'a [String],
    path: &'a str,
    line: usize,
    excerpt: &'a str,
}

#[derive(Serialize)]
struct FormLine<'a> {
    lang: String,
    text: &'a str,
    acronym: Option<&'a str>,
}

fn json(extracted: &Extracted, sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let form = |form: &'_ Form| form.lang.to_string();
    for (id, proposal) in &extracted.proposals {
        let file = sources.get(proposal.at.source);
        let target = proposal.target.as_ref();
        let hundredths = u32::try_from(proposal.score).unwrap_or(u32::MAX);
        let line = ProposalLine {
            id,
            sort: proposal.sort.as_str(),
            score: f64::from(hundredths) / 100.0,
            count: proposal.count,
            source: FormLine {
                lang: form(&proposal.source),
                text: &proposal.source.text,
                acronym: proposal.source.acronym.as_deref(),
            },
            target: target.map(|target| FormLine {
                lang: form(&target.form),
                text: &target.form.text,
                acronym: target.form.acronym.as_deref(),
            }),
            together: target.map(|target| target.together),
            spellings: &proposal.spellings,
            path: &file.path,
            line: file.line_column(proposal.at.span.start()).line as usize,
            excerpt: &proposal.excerpt,
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn table(extracted: &Extracted, l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    let paired = extracted.proposals.iter().any(|(_, proposal)| proposal.target.is_some());
    let mut head =
        vec![say::column_score(), say::column_uses(), say::column_sort(), say::column_source()];
    let mut columns = vec![Column::Right, Column::Right, Column::Left, Column::Left];
    if paired {
        head.extend([say::column_target(), say::column_together()]);
        columns.extend([Column::Left, Column::Right]);
    }
    let mut rows: Vec<Vec<String>> = vec![head.iter().map(|message| l10n.text(message)).collect()];
    for (_, proposal) in &extracted.proposals {
        let target = proposal.target.as_ref();
        let mut row = vec![
            tenths(proposal.score),
            proposal.count.to_string(),
            l10n.text(&sort(proposal.sort)),
            whole(&proposal.source),
        ];
        if paired {
            row.push(target.map(|target| whole(&target.form)).unwrap_or_default());
            row.push(target.map(|target| target.together.to_string()).unwrap_or_default());
        }
        rows.push(row);
    }
    table::write(&columns, &rows, out)
}

/// A form with its acronym behind it.
fn whole(form: &Form) -> String {
    match &form.acronym {
        Some(acronym) => format!("{} ({acronym})", form.text),
        None => form.text.clone(),
    }
}
