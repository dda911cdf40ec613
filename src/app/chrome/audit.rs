//! `chrome audit`: catalogues held to each other, to the glossary, to their locale's typography and to the pages that
//! show them.

use std::path::PathBuf;

use unic_langid::LanguageIdentifier;

use super::load::load;
use super::pair::{ChromeRequest, paired};
use super::typography::{TYPOGRAPHY, typography};
use crate::app::bench::{Bench, CheckRequest, bench};
use crate::app::session::{Session, Stop};
use crate::chrome::{CODES, Catalogue, Facing, Pairing, TERM, UNUSED};
use crate::diagnostic::{self, Diagnostic, Excerpt, Severity};
use crate::lang;
use crate::message::Message;
use crate::rule::{Silencer, UNUSED_SUPPRESSION, covers, rule_codes};
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
    found.extend(typography(&bench, session, &catalogue, (&source, &target)));
    found.extend(shown(session, &bench, &catalogue, (&source, &target), pages)?);
    let found = kept(session, &bench, &catalogue, found, !pages.is_empty());
    Ok(Audited { found, fail_on: bench.project.settings.fail_on })
}

/// The findings that the project and the catalogues' own comments let stand, graded, with those about comments that
/// silence nothing. `shown` says that there were pages: without them nothing is unused.
fn kept(
    session: &Session<'_>,
    bench: &Bench,
    catalogue: &Catalogue,
    mut found: Vec<Diagnostic>,
    shown: bool,
) -> Vec<Diagnostic> {
    let settings = &bench.project.settings;
    let ignored = |code: &str| settings.ignore.iter().any(|name| covers(name, code));
    let mut silencer = Silencer::default();
    silencer.take(catalogue.suppressions());
    found.retain(|finding| !ignored(finding.rule));
    found = silencer.keep(found);
    if !ignored(UNUSED_SUPPRESSION.code) {
        let mut known = rule_codes();
        known.extend(CODES.iter().map(|known| known.code));
        let runs = |code: &str| {
            let audited = CODES.iter().any(|known| known.code == code);
            let ran = match code {
                UNUSED => shown,
                TERM => !bench.glossary.concepts.is_empty(),
                _ => audited || TYPOGRAPHY.contains(&code),
            };
            ran && !ignored(code)
        };
        let idle = silencer.idle(&known, runs);
        found.extend(silencer.keep(idle));
    }
    found.retain(|finding| !bench.is_ignored(&session.sources, finding));
    for finding in &mut found {
        if let Some(own) = settings.severity.get(finding.rule) {
            finding.severity = *own;
        }
    }
    diagnostic::sort(&mut found);
    found
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
    let mut silencer = Silencer::default();
    for page in pages {
        let request = ChromeRequest { page: page.clone(), ..ChromeRequest::default() };
        let page = paired(session, bench, catalogue, &request)?;
        silencer.take(&page.suppressions);
        for line in page.lines {
            let text = &line.passage.text;
            let unknown = line.pairing.found.is_empty() && !crate::app::bitext::is_name(text);
            // What a message waits for in the other language is said where that message stands.
            if unknown && !catalogue.awaits(text, &line.lang) {
                let at = line.passage.location();
                out.push(Diagnostic::new(UNPAIRED, Severity::Warning, at, unpaired()));
            }
            pairings.push(line.pairing);
        }
    }
    // Which of a page's comments are of no use is for `check` to say, which runs every rule.
    out = silencer.keep(out);
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
