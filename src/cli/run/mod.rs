//! Running what was asked for: an invocation in, output written, an exit status out.

mod chrome;
mod glossary;
mod listing;
mod names;
mod notices;
mod progress;
mod proposals;
mod romanize;
mod summary;
mod table;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use unic_langid::LanguageIdentifier;

use super::invocation::{
    Align, AlignFormat, Build, Check, Choice, Detect, Fix, Global, GlossaryCheck, GlossaryConvert,
    Input, Invocation, ReportFormat, Segment, Split, Task, Texts,
};
use super::{completions, manual, manual_pages};
use crate::app::{
    self, AlignRequest, CheckRequest, ConvertRequest, Disk, EmbeddingClient, EmbeddingServer,
    Session, Stop,
};
use crate::config::{Given, Partial};
use crate::diagnostic::{Applicability, Diagnostic, Severity};
use crate::l10n::Localizer;
use crate::lang;
use crate::report::{self, ReportContext};

pub(crate) use chrome::MESSAGES as CHROME_MESSAGES;
pub(crate) use glossary::MESSAGES as GLOSSARY_MESSAGES;
pub(crate) use names::MESSAGES as NAMES_MESSAGES;
pub(crate) use notices::MESSAGES as NOTICE_MESSAGES;
pub(crate) use romanize::MESSAGES as ROMANIZE_MESSAGES;
pub(crate) use summary::MESSAGES as SUMMARY_MESSAGES;

/// Exit statuses, as the command line's contract settles them.
mod status {
    pub(super) const DONE: u8 = 0;
    pub(super) const FOUND: u8 = 1;
    pub(super) const REFUSED: u8 = 2;
    pub(super) const NOT_WHOLE: u8 = 3;
}

/// The environment variable that holds the key of the embedding server.
const EMBEDDINGS_KEY: &str = "VISAVIS_EMBEDDINGS_KEY";

/// How a command ends: with a status, or with an output that could not be written.
type Ended = Result<u8, Failure>;

/// Why a command did not end by itself.
enum Failure {
    /// The notices of the session say why.
    Stopped,
    /// Standard output could not be written.
    Output(io::Error),
}

impl From<Stop> for Failure {
    fn from(Stop: Stop) -> Self {
        Self::Stopped
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What a command works with.
struct Run<'r> {
    session: Session<'r>,
    global: &'r Global,
    l10n: &'r Localizer,
    /// May standard output be coloured?
    color: bool,
    out: &'r mut dyn Write,
    err: &'r mut dyn Write,
}

/// Runs a command and answers its exit status.
pub fn run(
    invocation: &Invocation,
    l10n: &Localizer,
    color: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    if let Some(jobs) = invocation.global.jobs {
        // A second call in one process keeps the first number: only speed depends on it.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
    }
    let disk = Disk;
    let bar =
        progress::Bar::new(io::stderr(), !invocation.global.quiet && io::stderr().is_terminal());
    let session = Session { progress: Some(&bar), ..Session::new(&disk) };
    let mut run = Run { session, global: &invocation.global, l10n, color, out, err };
    let ended = run.task(&invocation.task);
    let flushed = run.out.flush();
    let ended = ended.and_then(|status| flushed.map(|()| status).map_err(Failure::from));
    run.say_notices();
    match ended {
        // What could be done without the files that could not be read was done.
        Ok(_) if !run.session.unread.is_empty() => status::REFUSED,
        Ok(status::DONE | status::FOUND) if run.session.incomplete => status::NOT_WHOLE,
        Ok(status) => status,
        // A reader that went away has what it wanted.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => status::DONE,
        Err(Failure::Output(error)) => {
            run.say_output_error(&error);
            status::REFUSED
        }
        Err(Failure::Stopped) => status::REFUSED,
    }
}

impl Run<'_> {
    fn task(&mut self, task: &Task) -> Ended {
        match task {
            Task::Build(build) => self.build(build),
            Task::Split(split) => self.split(split),
            Task::Detect(detect) => self.detect(detect),
            Task::Segment(segment) => self.segment(segment),
            Task::Align(align) => self.align(align),
            Task::Check(check) => self.check(check),
            Task::Fix(fix) => self.fix(fix),
            Task::GlossaryCheck(check) => self.glossary_check(check),
            Task::GlossaryLookup(lookup) => self.glossary_lookup(lookup),
            Task::GlossaryExtract(extract) => self.glossary_extract(extract),
            Task::GlossaryStats(stats) => self.glossary_stats(stats),
            Task::GlossaryConvert(asked) => self.glossary_convert(asked),
            Task::Romanize(romanize) => self.romanize(romanize),
            Task::NamesCompare(compare) => self.names_compare(compare),
            Task::NamesVariants(variants) => self.names_variants(variants),
            Task::ChromePair(asked) => self.chrome_pair(asked),
            Task::ChromeAudit(asked) => self.chrome_audit(asked),
            Task::ChromeAdd(asked) => self.chrome_add(asked),
            Task::Explain(code) => {
                Ok(listing::explain(code, self.l10n, self.out).map(|()| status::DONE)?)
            }
            Task::Rules(listing) => {
                Ok(listing::rules(*listing, self.l10n, self.out).map(|()| status::DONE)?)
            }
            Task::Init(folder) => self.init(folder),
            Task::Completions(shell) => self.print(&completions(*shell, self.l10n)),
            Task::Man(None) => self.print(&manual(self.l10n)),
            Task::Man(Some(folder)) => self.manual(folder),
        }
    }

    fn print(&mut self, text: &str) -> Ended {
        self.out.write_all(text.as_bytes())?;
        Ok(status::DONE)
    }

    fn build(&mut self, asked: &Build) -> Ended {
        let mut over = partial(&asked.texts, &Choice::default());
        over.out_dir = asked.out.as_ref().map(|path| given(path));
        over.formats.clone_from(&asked.formats);
        over.fail_on = asked.fail_on;
        let request = CheckRequest { over, ..self.request() };
        let built = app::build(&mut self.session, &request, &asked.path)?;
        if !self.global.quiet {
            summary::built(&built, self.l10n, self.out)?;
        }
        let fails = built.pages.iter().any(|page| fails(&page.found, built.fail_on));
        Ok(if asked.strict && fails { status::FOUND } else { status::DONE })
    }

    fn split(&mut self, asked: &Split) -> Ended {
        for path in &asked.pages {
            let (body, chrome) = (asked.body_lang.as_ref(), asked.chrome_lang.as_ref());
            let Ok(page) = app::split_page(&mut self.session, path, body, chrome) else { continue };
            listing::blocks(&page, &self.session.sources, asked.format, self.out)?;
        }
        Ok(status::DONE)
    }

    fn detect(&mut self, asked: &Detect) -> Ended {
        listing::languages(asked, &mut io::stdin().lock(), self.out)?;
        Ok(status::DONE)
    }

    fn segment(&mut self, asked: &Segment) -> Ended {
        if let Some((lang, rules)) = asked.lang.as_ref().zip(asked.rules.as_ref()) {
            app::add_segmentation(&mut self.session, lang, rules)?;
        }
        let path = match &asked.file {
            Some(Input::Stdin) => Path::new("-"),
            Some(Input::File(path)) => path,
            None => return self.print(&self.session.segmenters.srx(asked.lang.as_slice())),
        };
        let id = self.session.open(path)?;
        let lang = asked.lang.clone().unwrap_or_else(|| app::language_of(&mut self.session, id));
        let segmenter = self.session.segmenters.of(&lang);
        for sentences in app::segment_lines(self.session.sources.get(id), segmenter) {
            for sentence in sentences {
                writeln!(self.out, "{sentence}")?;
            }
            writeln!(self.out)?;
        }
        Ok(status::DONE)
    }

    fn align(&mut self, asked: &Align) -> Ended {
        let source = self.session.open(&asked.source)?;
        let target = self.session.open(&asked.target)?;
        let own = self.language(asked.texts.source_lang.as_ref(), source);
        let other = self.language(asked.texts.target_lang.as_ref(), target);
        let glossaries = asked.texts.glossaries.clone().unwrap_or_default();
        let glossary = app::load_glossaries(&mut self.session, &glossaries, Some((&own, &other)))?;
        let pins = asked.pin.as_ref().map(|path| self.session.open(path)).transpose()?;
        let embeddings = self.embeddings(asked)?;
        let request = AlignRequest {
            pins,
            embeddings: embeddings.as_ref(),
            source_lang: &own,
            target_lang: &other,
            segmented: asked.segmented,
            glossary: &glossary,
        };
        let aligned = app::align_files(&mut self.session, source, target, &request)?;
        let write = |out: &mut dyn Write, session: &Session<'_>| match asked.format {
            AlignFormat::Ladder => listing::ladder(&aligned, out),
            AlignFormat::Json => listing::beads(&aligned, out),
            AlignFormat::Tsv => listing::facing(&aligned, out),
            AlignFormat::Tmx | AlignFormat::Xliff | AlignFormat::Html | AlignFormat::Markdown => {
                let format = asked.format.as_str();
                aligned.write(session, &request, format, self.l10n, out).unwrap_or(Ok(()))
            }
        };
        if let Some(path) = &asked.output {
            let mut bytes = Vec::new();
            write(&mut bytes, &self.session)?;
            self.session.write(path, &bytes)?;
        } else {
            write(self.out, &self.session)?;
        }
        Ok(status::DONE)
    }

    /// The embedding server that was named, if one was.
    fn embeddings(&mut self, asked: &Align) -> Result<Option<EmbeddingClient>, Stop> {
        let Some(url) = &asked.embeddings else { return Ok(None) };
        let key = std::env::var(EMBEDDINGS_KEY).ok().filter(|key| !key.is_empty());
        let (url, model) = (url.clone(), asked.embeddings_model.clone());
        let client = EmbeddingClient::new(EmbeddingServer { url, model, key });
        client.map(Some).map_err(|message| self.session.stop(message))
    }

    fn language(
        &mut self,
        said: Option<&LanguageIdentifier>,
        id: crate::text::SourceId,
    ) -> LanguageIdentifier {
        said.cloned().unwrap_or_else(|| app::language_of(&mut self.session, id))
    }

    fn check(&mut self, asked: &Check) -> Ended {
        let over = partial(&asked.texts, &asked.choice);
        let request = CheckRequest {
            paths: asked.paths.clone(),
            pair: asked.pair.clone(),
            over,
            ..self.request()
        };
        let checked = app::check(&mut self.session, &request)?;
        self.report(&checked.found, asked.format, asked.output.as_deref())?;
        Ok(if fails(&checked.found, checked.fail_on) { status::FOUND } else { status::DONE })
    }

    fn fix(&mut self, asked: &Fix) -> Ended {
        let over = partial(&asked.texts, &asked.choice);
        let request = CheckRequest {
            paths: asked.paths.clone(),
            pair: asked.pair.clone(),
            over,
            ..self.request()
        };
        let least = if asked.risky { Applicability::Unsafe } else { Applicability::Safe };
        let fixed = app::fix(&mut self.session, &request, least, !asked.diff)?;
        if asked.diff {
            for (_, diff) in &fixed.diffs {
                self.out.write_all(diff)?;
            }
            return Ok(if fixed.diffs.is_empty() { status::DONE } else { status::FOUND });
        }
        self.report(&fixed.remaining.found, None, None)?;
        if !self.global.quiet {
            summary::fixed(&fixed, self.l10n, self.out)?;
        }
        let remain = fails(&fixed.remaining.found, fixed.remaining.fail_on);
        Ok(if remain { status::FOUND } else { status::DONE })
    }

    fn glossary_check(&mut self, asked: &GlossaryCheck) -> Ended {
        let languages = asked.source_lang.as_ref().zip(asked.target_lang.as_ref());
        let (glossary, mut found) =
            app::check_glossaries(&mut self.session, &asked.files, languages)?;
        if !asked.texts.is_empty() {
            let request = self.texts_of(asked);
            found.extend(app::unused_entries(&mut self.session, &request)?);
        }
        self.report(&found, asked.format, None)?;
        if !self.global.quiet && asked.format.is_none() {
            summary::glossary(&glossary, self.l10n, self.out)?;
        }
        let fails = fails(&found, asked.fail_on.unwrap_or(Severity::Error));
        Ok(if fails { status::FOUND } else { status::DONE })
    }

    /// What reads the texts that a glossary is held to.
    fn texts_of(&self, asked: &GlossaryCheck) -> CheckRequest {
        let texts = Texts {
            source_lang: asked.source_lang.clone(),
            target_lang: asked.target_lang.clone(),
            glossaries: Some(asked.files.clone()),
        };
        let over = partial(&texts, &Choice::default());
        CheckRequest { paths: asked.texts.clone(), over, ..self.request() }
    }

    fn glossary_convert(&mut self, asked: &GlossaryConvert) -> Ended {
        let request = ConvertRequest {
            input: &asked.input,
            output: &asked.output,
            from: asked.from,
            to: asked.to,
            languages: asked.source_lang.as_ref().zip(asked.target_lang.as_ref()),
            force: asked.force,
            merge: asked.merge,
        };
        let converted = app::convert_glossary(&mut self.session, &request)?;
        match &converted.bytes {
            Some(bytes) => self.out.write_all(bytes)?,
            None if self.global.quiet => {}
            None => {
                summary::converted(converted.concepts, &asked.output, self.l10n, self.out)?;
            }
        }
        Ok(status::DONE)
    }

    fn init(&mut self, folder: &Path) -> Ended {
        let written = app::init(&mut self.session, folder, self.l10n)?;
        if !self.global.quiet {
            summary::begun(&written, self.l10n, self.out)?;
        }
        Ok(status::DONE)
    }

    fn manual(&mut self, folder: &Path) -> Ended {
        for (name, page) in manual_pages(self.l10n) {
            self.session.write(&folder.join(name), page.as_bytes())?;
        }
        Ok(status::DONE)
    }

    /// Writes findings: to standard output, or to a file that is written whole or not at all.
    fn report(
        &mut self,
        found: &[Diagnostic],
        format: Option<ReportFormat>,
        path: Option<&Path>,
    ) -> Result<(), Failure> {
        let usual = if path.is_none() && io::stdout().is_terminal() {
            ReportFormat::Full
        } else {
            ReportFormat::Concise
        };
        let format = format.unwrap_or(usual);
        let Some(reporter) = report::by_name(format.as_str()) else { return Ok(()) };
        let color = self.color && path.is_none();
        let cx = ReportContext { sources: &self.session.sources, l10n: self.l10n, color };
        let Some(path) = path else { return Ok(reporter.write(found, &cx, self.out)?) };
        let mut bytes = Vec::new();
        reporter.write(found, &cx, &mut bytes)?;
        Ok(self.session.write(path, &bytes)?)
    }

    fn request(&self) -> CheckRequest {
        CheckRequest {
            config: self.global.config.clone(),
            isolated: self.global.isolated,
            ..CheckRequest::default()
        }
    }
}

/// The command line's settings.
fn partial(texts: &Texts, choice: &Choice) -> Partial {
    Partial {
        source: texts.source_lang.clone(),
        target: texts.target_lang.clone(),
        glossaries: texts
            .glossaries
            .as_ref()
            .map(|paths| paths.iter().map(|path| given(path)).collect()),
        select: choice.select.clone(),
        ignore: choice.ignore.clone(),
        fail_on: choice.fail_on,
        ..Partial::default()
    }
}

fn given(path: &Path) -> Given<String> {
    Given { value: path.to_string_lossy().into_owned(), at: None }
}

fn fails(found: &[Diagnostic], from: Severity) -> bool {
    found.iter().any(|finding| finding.severity >= from)
}

/// Paths as a list for people.
fn names(paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| {
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    paths.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The languages to choose from where none was named: those that the detector knows.
fn candidates(langs: &[LanguageIdentifier]) -> Vec<LanguageIdentifier> {
    langs.iter().filter_map(|found| lang::parse(&found.to_string())).collect()
}
