//! `chrome audit`: catalogues held to each other, to the glossary and to the pages that show them.

use std::path::PathBuf;

use unic_langid::LanguageIdentifier;

use super::load::load;
use super::pair::{ChromeRequest, paired};
use crate::app::bench::{Bench, CheckRequest, bench};
use crate::app::session::{Session, Stop};
use crate::chrome::{Catalogue, Facing, Pairing, TERM};
use crate::diagnostic::{self, Diagnostic, Excerpt, Severity};
use crate::lang;
use crate::message::Message;
use crate::term::{Fault, Verdict, judge};
use crate::text::{Span, inert};

crate::messages! { MESSAGES;
    term_missing = "chrome-term-missing" (id, term, preferred);
    term_wrong = "chrome-term-wrong" (id, found, preferred);
    no_catalogue = "chrome-none-named" ();
    unpaired = "chrome-audit-unpaired" ();
}

/// The code of a line that no message is; `check` has a rule of that name.
const UNPAIRED: &str = "chrome-unpaired";

/// What an audit found.
#[derive(Debug)]
pub struct Audited {
    /// The findings, sorted by place.
    pub found: Vec<Diagnostic>,
    /// The severity from which the command fails.
    pub fail_on: Severity,
}

/// Audits the project's catalogues; with pages, also what these show of them.
///
/// # Errors
///
/// Where a file or the project cannot be used, and where there is no catalogue.
pub fn audit(
    session: &mut Session<'_>,
    request: &CheckRequest,
    pages: &[PathBuf],
) -> Result<Audited, Stop> {
    let paths = if pages.is_empty() { vec![PathBuf::from(".")] } else { pages.to_vec() };
    let bench = bench(session, &CheckRequest { paths, ..request.clone() })?;
    if bench.project.settings.catalogues.is_empty() {
        return Err(session.stop(no_catalogue()));
    }
    let (catalogue, mut found) = load(session, &bench.project)?;
    let (source, target) = languages(&bench);
    found.extend(catalogue.audit(&source, &target));
    for facing in catalogue.facing(&source, &target) {
        found.extend(terms(&bench, &facing, &source, &target));
    }
    found.extend(shown(session, &bench, &catalogue, (&source, &target), pages)?);
    let settings = &bench.project.settings;
    found.retain(|finding| {
        !settings.ignore.iter().any(|name| crate::rule::covers(name, finding.rule))
    });
    for finding in &mut found {
        if let Some(own) = settings.severity.get(finding.rule) {
            finding.severity = *own;
        }
    }
    diagnostic::sort(&mut found);
    Ok(Audited { found, fail_on: settings.fail_on })
}

/// The project's two languages; English and French where it has none.
fn languages(bench: &Bench) -> (LanguageIdentifier, LanguageIdentifier) {
    let settings = &bench.project.settings;
    let usual = |tag| lang::parse(tag).unwrap_or_default();
    let target = settings.target.clone().or_else(|| settings.chrome_lang.clone());
    let source = settings.source.clone().unwrap_or_else(|| usual("en"));
    let fallback = if source.language.as_str() == "fr" { "en" } else { "fr" };
    let target = target.filter(|found| !lang::same(found, &source));
    (source, target.unwrap_or_else(|| usual(fallback)))
}

/// The catalogue against pages: lines that no message is, messages that no line is.
fn shown(
    session: &mut Session<'_>,
    bench: &Bench,
    catalogue: &Catalogue,
    langs: (&LanguageIdentifier, &LanguageIdentifier),
    pages: &[PathBuf],
) -> Result<Vec<Diagnostic>, Stop> {
    let mut out = Vec::new();
    let mut pairings: Vec<Pairing> = Vec::new();
    for page in pages {
        let request = ChromeRequest { page: page.clone(), ..ChromeRequest::default() };
        for line in paired(session, bench, catalogue, &request)?.lines {
            if line.pairing.found.is_empty() && !crate::app::bitext::is_name(&line.passage.text) {
                let at = line.passage.location();
                out.push(Diagnostic::new(UNPAIRED, Severity::Warning, at, unpaired()));
            }
            pairings.push(line.pairing);
        }
    }
    if !pages.is_empty() {
        let all: Vec<&Pairing> = pairings.iter().collect();
        out.extend(catalogue.unused(&all, langs.0, langs.1));
    }
    Ok(out)
}

/// The uses of terms in a message whose translation breaks the glossary.
fn terms(
    bench: &Bench,
    facing: &Facing,
    source: &LanguageIdentifier,
    target: &LanguageIdentifier,
) -> Vec<Diagnostic> {
    let (own, other) = (inert(&facing.source), inert(&facing.target));
    let judgement = judge(
        &bench.matcher,
        &bench.glossary,
        &facing.source,
        source,
        &own,
        &facing.target,
        target,
        &other,
    );
    judgement.verdicts.iter().map(|verdict| broken(bench, facing, verdict, target)).collect()
}

fn broken(
    bench: &Bench,
    facing: &Facing,
    verdict: &Verdict,
    target: &LanguageIdentifier,
) -> Diagnostic {
    let concept = bench.glossary.concepts.get(verdict.concept);
    let preferred = concept.and_then(|concept| concept.preferred(target));
    let preferred = preferred.map_or("", |term| term.form.as_str());
    let span = fault_span(verdict.fault);
    let term = verdict.source.span.slice(&facing.source);
    let message: Message = match span {
        Some(span) => term_wrong(&facing.id, span.slice(&facing.target), preferred),
        None => term_missing(&facing.id, term, preferred),
    };
    let mild = matches!(
        verdict.fault,
        Fault::Deprecated { .. } | Fault::Spelling { .. } | Fault::Case { .. }
    );
    let severity = if mild { Severity::Warning } else { Severity::Error };
    let excerpt = |span: Span, text: &str| Excerpt { span, text: span.slice(text).to_owned() };
    Diagnostic {
        concept: concept.map(|concept| concept.id.clone()),
        source: Some(excerpt(verdict.source.span, &facing.source)),
        target: span.map(|span| excerpt(span, &facing.target)),
        ..Diagnostic::new(TERM, severity, facing.at, message)
    }
}

fn fault_span(fault: Fault) -> Option<Span> {
    match fault {
        Fault::Missing | Fault::NotKept => None,
        Fault::Untranslated { span }
        | Fault::Forbidden { span, .. }
        | Fault::Deprecated { span, .. }
        | Fault::Spelling { span, .. }
        | Fault::Case { span, .. } => Some(span),
    }
}
