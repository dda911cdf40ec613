//! `chrome pair`, `audit` and `add`: what was asked for is handed on, and what comes back is written.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::{Ended, Run, fails, given, partial, status};
use crate::app::{self, AddRequest, CheckRequest, ChromeRequest, PairedLine, PairedPage};
use crate::chrome::Candidate;
use crate::cli::invocation::{
    Catalogues, Choice, ChromeAdd, ChromeAudit, ChromePair, Listing, Texts,
};
use crate::config::Partial;
use crate::message::Message;
use crate::text::{Sources, visible};

crate::messages! { MESSAGES;
    added = "chrome-added" (count);
    added_to = "chrome-added-to" (path);
    nothing_added = "chrome-added-nothing" ();
}

impl Run<'_> {
    pub(super) fn chrome_pair(&mut self, asked: &ChromePair) -> Ended {
        let over = settings(&asked.texts, &asked.catalogues);
        let request = ChromeRequest {
            check: CheckRequest { over, ..self.request() },
            page: asked.page.clone(),
            lines: asked.lines,
        };
        let page = app::pair_lines(&mut self.session, &request)?;
        for line in &page.lines {
            write_line(&page, line, &self.session.sources, asked.format, self.out)?;
        }
        Ok(status::DONE)
    }

    pub(super) fn chrome_audit(&mut self, asked: &ChromeAudit) -> Ended {
        let mut over = settings(&asked.texts, &asked.catalogues);
        over.fail_on = asked.fail_on;
        let request = CheckRequest { over, ..self.request() };
        let audited = app::audit(&mut self.session, &request, &asked.pages)?;
        self.report(&audited.found, asked.format, None)?;
        Ok(if fails(&audited.found, audited.fail_on) { status::FOUND } else { status::DONE })
    }

    pub(super) fn chrome_add(&mut self, asked: &ChromeAdd) -> Ended {
        let catalogues = Catalogues { paths: None, lang: asked.chrome_lang.clone() };
        let over = settings(&asked.texts, &catalogues);
        let chrome = ChromeRequest {
            check: CheckRequest { over, ..self.request() },
            page: asked.page.clone(),
            lines: false,
        };
        let request =
            AddRequest { chrome, catalogue: asked.catalogue.clone(), name: asked.name.clone() };
        let done = app::add_messages(&mut self.session, &request)?;
        if !self.global.quiet {
            let path = |path: &PathBuf| added_to(path.to_string_lossy().into_owned());
            let mut said: Vec<Message> = match done.messages.len() {
                // Notices say what else there is.
                0 if done.left_out > 0 => Vec::new(),
                0 => vec![nothing_added()],
                count => vec![added(count)],
            };
            said.extend(done.files.iter().map(path));
            for message in said {
                writeln!(self.out, "{}", self.l10n.text(&message))?;
            }
        }
        Ok(status::DONE)
    }
}

fn settings(texts: &Texts, catalogues: &Catalogues) -> Partial {
    let mut over = partial(texts, &Choice::default());
    let paths = catalogues.paths.as_ref();
    over.catalogues = paths.map(|paths| paths.iter().map(|path| given(path)).collect());
    over.chrome_lang.clone_from(&catalogues.lang);
    over
}

#[derive(Serialize)]
struct Row<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
    lang: String,
    text: &'a str,
    tier: Option<&'static str>,
    message: Option<&'a str>,
    platform: Option<&'a str>,
    score: Option<u32>,
    other_lang: String,
    other: Option<&'a str>,
    ambiguous: Vec<Also<'a>>,
}

#[derive(Serialize)]
struct Also<'a> {
    message: &'a str,
    platform: &'a str,
    tier: &'static str,
    score: u32,
    other: &'a str,
}

fn write_line(
    page: &PairedPage,
    line: &PairedLine,
    sources: &Sources,
    format: Listing,
    out: &mut dyn Write,
) -> io::Result<()> {
    let file = sources.get(page.source);
    let span = line.passage.location().span;
    let place = file.line_column(span.start());
    let best = line.pairing.found.first();
    let others = line.pairing.found.iter().skip(1);
    if format == Listing::Text {
        let text = visible(&line.passage.text);
        let Some(best) = best else { return writeln!(out, "{:<10} {text}", "-") };
        writeln!(out, "{:<10} {text} \u{2192} {}", best.tier.as_str(), named(best))?;
        for other in others {
            writeln!(out, "{:<10}   | {}", "", named(other))?;
        }
        return Ok(());
    }
    let turned = if line.lang == page.lang { &page.other } else { &page.lang };
    let row = Row {
        path: &file.path,
        line: place.line,
        column: place.column,
        start: file.raw_offset(span.start()),
        end: file.raw_offset(span.end()),
        lang: line.lang.to_string(),
        text: &line.passage.text,
        tier: best.map(|best| best.tier.as_str()),
        message: best.map(|best| best.message.as_str()),
        platform: best.map(|best| best.platform.as_str()),
        score: best.map(|best| best.score),
        other_lang: turned.to_string(),
        other: best.map(|best| best.text.as_str()),
        ambiguous: others
            .map(|other| Also {
                message: &other.message,
                platform: &other.platform,
                tier: other.tier.as_str(),
                score: other.score,
                other: &other.text,
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &row)?;
    out.write_all(b"\n")
}

/// The other language's text with the message that it comes from.
fn named(found: &Candidate) -> String {
    let message = format!("{}/{}", found.platform, found.message);
    format!("{} [{}]", visible(&found.text), visible(&message))
}
