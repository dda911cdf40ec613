//! Lists: blocks, beads, languages, rules.

use std::io::{self, BufRead, Write};

use serde::Serialize;

use super::candidates;
use crate::app::{AlignedText, SplitPage};
use crate::chrome;
use crate::cli::invocation::{Detect, Listing};
use crate::glossary;
use crate::l10n::Localizer;
use crate::page::Part;
use crate::page::detect::Detector;
use crate::rule::{self, RuleMeta};
use crate::text::{Passage, SourceFile, Sources, visible};

#[derive(Serialize)]
struct BlockLine<'a> {
    id: usize,
    path: &'a str,
    role: &'a str,
    kind: &'a str,
    lang: Option<String>,
    start: u32,
    end: u32,
    text: &'a str,
    /// The parts of a line in two languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartLine>,
}

#[derive(Serialize)]
struct PartLine {
    role: &'static str,
    lang: Option<String>,
    start: u32,
    end: u32,
}

/// The blocks of a page.
pub(super) fn blocks(
    page: &SplitPage,
    sources: &Sources,
    format: Listing,
    out: &mut dyn Write,
) -> io::Result<()> {
    let file = sources.get(page.source);
    for (at, block) in page.blocks.iter().enumerate() {
        let Some(passage) = page.passage(block) else { continue };
        let span = passage.location().span;
        let line = BlockLine {
            id: at + 1,
            path: &file.path,
            role: block.role.as_str(),
            kind: block.kind.as_str(),
            lang: block.lang.as_ref().map(ToString::to_string),
            start: file.raw_offset(span.start()),
            end: file.raw_offset(span.end()),
            text: &passage.text,
            parts: block.parts.iter().map(|part| part_line(part, passage, file)).collect(),
        };
        match format {
            Listing::Json => json(&line, out)?,
            Listing::Text => {
                let lang = line.lang.as_deref().unwrap_or("-");
                writeln!(
                    out,
                    "{:<6} {:<10} {lang:<3} {}",
                    line.role,
                    line.kind,
                    visible(line.text)
                )?;
            }
        }
    }
    Ok(())
}

fn part_line(part: &Part, passage: &Passage, file: &SourceFile) -> PartLine {
    let span = passage.locate(part.span).span;
    PartLine {
        role: part.role.as_str(),
        lang: part.lang.as_ref().map(ToString::to_string),
        start: file.raw_offset(span.start()),
        end: file.raw_offset(span.end()),
    }
}

#[derive(Serialize)]
struct LanguageLine {
    lang: Option<String>,
    confidence: f64,
}

/// The language of each line of the input.
pub(super) fn languages(
    asked: &Detect,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<()> {
    let detector = Detector::new(&candidates(&asked.langs));
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let guess = detector.detect(text.trim());
        let lang = guess.lang.map(|lang| lang.to_string());
        match asked.format {
            Listing::Json => {
                json(&LanguageLine { lang, confidence: f64::from(guess.confidence) / 100.0 }, out)?;
            }
            Listing::Text => writeln!(out, "{}", lang.as_deref().unwrap_or("-"))?,
        }
        line.clear();
    }
    Ok(())
}

/// Beads as numbers: `[0, 1]:[0]:0.87`.
pub(super) fn ladder(aligned: &AlignedText, out: &mut dyn Write) -> io::Result<()> {
    for bead in &aligned.beads {
        let (source, target) = (numbers(bead.source.clone()), numbers(bead.target.clone()));
        writeln!(out, "[{source}]:[{target}]:{:.2}", f64::from(bead.confidence) / 100.0)?;
    }
    Ok(())
}

fn numbers(range: std::ops::Range<usize>) -> String {
    range.map(|number| number.to_string()).collect::<Vec<_>>().join(", ")
}

#[derive(Serialize)]
struct BeadLine {
    source: Vec<usize>,
    target: Vec<usize>,
    source_text: String,
    target_text: String,
    confidence: f64,
}

/// Beads as JSON Lines.
pub(super) fn beads(aligned: &AlignedText, out: &mut dyn Write) -> io::Result<()> {
    for bead in &aligned.beads {
        let line = BeadLine {
            source: bead.source.clone().collect(),
            target: bead.target.clone().collect(),
            source_text: joined(&aligned.source, bead.source.clone()),
            target_text: joined(&aligned.target, bead.target.clone()),
            confidence: f64::from(bead.confidence) / 100.0,
        };
        json(&line, out)?;
    }
    Ok(())
}

/// Beads as texts with a tab between them. A text that begins with a quotation mark is quoted, or a spreadsheet would look
/// for the closing one in the rows that follow.
pub(super) fn facing(aligned: &AlignedText, out: &mut dyn Write) -> io::Result<()> {
    for bead in &aligned.beads {
        let source = joined(&aligned.source, bead.source.clone());
        let target = joined(&aligned.target, bead.target.clone());
        writeln!(out, "{}\t{}", one_line(&source), one_line(&target))?;
    }
    Ok(())
}

fn joined(segments: &[Passage], range: std::ops::Range<usize>) -> String {
    let own = segments.get(range).unwrap_or_default();
    own.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn one_line(text: &str) -> String {
    let line = text.replace(['\t', '\n', '\r'], " ");
    if line.starts_with('"') { format!("\"{}\"", line.replace('"', "\"\"")) } else { line }
}

#[derive(Serialize)]
struct RuleLine<'a> {
    code: &'a str,
    severity: &'a str,
    fix: &'a str,
    since: &'a str,
    summary: String,
}

/// The rules, each with the first sentence of its page.
pub(super) fn rules(format: Listing, l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    let mut lines: Vec<RuleLine<'_>> =
        rule::metas().into_iter().map(|meta| line_of(meta, l10n)).collect();
    lines.extend(glossary::CODES.iter().map(|code| RuleLine {
        code: code.code,
        severity: code.severity.as_str(),
        fix: "never",
        since: "0.1.0",
        summary: first_sentence(code.page(l10n.lang())),
    }));
    lines.extend(chrome::CODES.iter().map(|code| RuleLine {
        code: code.code,
        severity: code.severity.as_str(),
        fix: "never",
        since: "0.1.0",
        summary: first_sentence(code.page(l10n.lang())),
    }));
    lines.sort_by_key(|line| line.code);
    for line in &lines {
        match format {
            Listing::Json => json(line, out)?,
            Listing::Text => {
                writeln!(out, "{:<28} {:<8} {}", line.code, line.severity, line.summary)?;
            }
        }
    }
    Ok(())
}

fn line_of<'a>(meta: &RuleMeta, l10n: &Localizer) -> RuleLine<'a> {
    RuleLine {
        code: meta.code,
        severity: meta.severity.as_str(),
        fix: meta.fix.as_str(),
        since: meta.since,
        summary: first_sentence(meta.page(l10n.lang())),
    }
}

/// The page of a rule.
pub(super) fn explain(code: &str, l10n: &Localizer, out: &mut dyn Write) -> io::Result<()> {
    let lang = l10n.lang();
    let rule = rule::metas().into_iter().find(|meta| meta.code == code).map(|meta| meta.page(lang));
    let of_glossary =
        || glossary::CODES.iter().find(|known| known.code == code).map(|known| known.page(lang));
    let of_chrome =
        || chrome::CODES.iter().find(|known| known.code == code).map(|known| known.page(lang));
    out.write_all(rule.or_else(of_glossary).or_else(of_chrome).unwrap_or_default().as_bytes())
}

/// The first sentence behind a page's first second-level heading.
fn first_sentence(page: &str) -> String {
    let mut lines = page.lines().skip_while(|line| !line.starts_with("## ")).skip(1);
    let first = lines.find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
}

pub(super) fn json(line: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
