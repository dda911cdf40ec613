//! From the parser's matches to an [`Invocation`]: languages, numbers and rules are checked here, because what is
//! wrong with them is better said than the parser could.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use unic_langid::LanguageIdentifier;

use super::environment::spoken;
use super::error::{Fault, clip};
use super::invocation::{
    Align, AlignFormat, Build, Catalogues, Check, Choice, ChromeAdd, ChromeAudit, ChromePair,
    Color, Detect, ExtractFormat, Fix, Global, GlossaryCheck, GlossaryConvert, GlossaryExtract,
    GlossaryLookup, GlossaryStats, Input, Invocation, Listing, NamesCompare, NamesVariants,
    ReportFormat, Romanize, Romanizer, Segment, Shell, Split, StatsFormat, StatsSort, Task, Texts,
    VariantsFormat,
};
use super::words as say;
use crate::chrome;
use crate::diagnostic::Severity;
use crate::glossary::{self, Format};
use crate::l10n::LOCALES;
use crate::lang;
use crate::names::romanize;
use crate::rule;
use crate::toml_reader::nearest;

/// What was asked for; `None` for `help`, which is answered elsewhere.
pub(super) fn invocation(matches: &ArgMatches) -> Result<Option<Invocation>, Fault> {
    let mut deepest = matches;
    while let Some((_, below)) = deepest.subcommand() {
        deepest = below;
    }
    let global = global(Args(deepest))?;
    let Some(task) = task(matches)? else { return Ok(None) };
    Ok(Some(Invocation { global, task }))
}

fn task(matches: &ArgMatches) -> Result<Option<Task>, Fault> {
    let Some((name, found)) = matches.subcommand() else { return Ok(None) };
    let args = Args(found);
    let task = match name {
        "build" => Task::Build(build(args)?),
        "split" => Task::Split(split(args)?),
        "detect" => {
            Task::Detect(Detect { langs: args.languages("langs")?, format: args.listing() })
        }
        "segment" => Task::Segment(segment(args)?),
        "align" => Task::Align(align(args)?),
        "check" => Task::Check(check(args)?),
        "fix" => Task::Fix(fix(args)?),
        "glossary" => match found.subcommand() {
            Some(("lookup", below)) => Task::GlossaryLookup(glossary_lookup(Args(below))?),
            Some(("extract", below)) => Task::GlossaryExtract(glossary_extract(Args(below))?),
            Some(("stats", below)) => Task::GlossaryStats(glossary_stats(Args(below))?),
            Some(("convert", below)) => Task::GlossaryConvert(glossary_convert(Args(below))?),
            Some((_, below)) => Task::GlossaryCheck(glossary_check(Args(below))?),
            None => return Ok(None),
        },
        "names" => match found.subcommand() {
            Some(("compare", below)) => Task::NamesCompare(names_compare(Args(below))),
            Some(("variants", below)) => Task::NamesVariants(names_variants(Args(below))),
            Some(("romanize", below)) => Task::Romanize(romanize(Args(below))?),
            _ => return Ok(None),
        },
        "chrome" => match found.subcommand() {
            Some(("pair", below)) => Task::ChromePair(chrome_pair(Args(below))?),
            Some(("add", below)) => Task::ChromeAdd(chrome_add(Args(below))?),
            Some((_, below)) => Task::ChromeAudit(chrome_audit(Args(below))?),
            None => return Ok(None),
        },
        "explain" => Task::Explain(known_rule(args.word("rule").unwrap_or_default())?),
        "rules" => Task::Rules(args.listing()),
        "init" => Task::Init(args.path("folder").unwrap_or_else(|| PathBuf::from("."))),
        "completions" => match args.word("shell").and_then(Shell::of) {
            Some(shell) => Task::Completions(shell),
            None => return Ok(None),
        },
        "man" => Task::Man(args.path("out")),
        _ => return Ok(None),
    };
    Ok(Some(task))
}

fn global(args: Args<'_>) -> Result<Global, Fault> {
    let (quiet, verbose) = (args.count("quiet"), args.count("verbose"));
    if quiet && verbose {
        return Err(Fault::new(say::conflict("--quiet", "--verbose")));
    }
    let (config, isolated) = (args.path("config"), args.flag("isolated"));
    if config.is_some() && isolated {
        return Err(Fault::new(say::conflict("--config", "--isolated")));
    }
    if let Some(lang) = args.word("ui-lang").filter(|lang| spoken(lang).is_none()) {
        let known: Vec<&str> = LOCALES.iter().map(|locale| locale.lang).collect();
        let fault = Fault::new(say::invalid_value(clip(lang), "--ui-lang"));
        return Err(fault.tip(Some(say::tip_values(known.join(", ")))));
    }
    let color = args.word("color").and_then(Color::of).unwrap_or_default();
    Ok(Global { color, config, isolated, quiet, verbose, jobs: args.jobs()? })
}

fn build(args: Args<'_>) -> Result<Build, Fault> {
    Ok(Build {
        path: args.path("path").unwrap_or_else(|| PathBuf::from(".")),
        texts: args.texts()?,
        out: args.path("out"),
        formats: args.words("formats"),
        strict: args.flag("strict"),
        fail_on: args.fail_on(),
    })
}

fn split(args: Args<'_>) -> Result<Split, Fault> {
    Ok(Split {
        pages: args.paths("page").unwrap_or_default(),
        format: args.listing(),
        body_lang: args.language("body-lang")?,
        chrome_lang: args.language("chrome-lang")?,
    })
}

fn segment(args: Args<'_>) -> Result<Segment, Fault> {
    let path = args.path("file").filter(|_| !args.flag("srx"));
    let file =
        path.map(|path| if path == Path::new("-") { Input::Stdin } else { Input::File(path) });
    Ok(Segment { file, lang: args.language("lang")?, rules: args.path("rules") })
}

fn align(args: Args<'_>) -> Result<Align, Fault> {
    let (source, target) =
        (args.path("source").unwrap_or_default(), args.path("target").unwrap_or_default());
    if source == Path::new("-") && target == source {
        return Err(Fault::new(say::stdin_twice()));
    }
    Ok(Align {
        source,
        target,
        segmented: args.flag("segmented"),
        texts: args.texts()?,
        pin: args.path("pin"),
        embeddings: args.word("embeddings").map(str::to_owned),
        embeddings_model: args.word("embeddings-model").map(str::to_owned),
        format: args.word("format").and_then(AlignFormat::of).unwrap_or(AlignFormat::Tsv),
        output: args.path("output"),
    })
}

fn check(args: Args<'_>) -> Result<Check, Fault> {
    Ok(Check {
        paths: args.paths("path").unwrap_or_default(),
        pair: args.pair(),
        texts: args.texts()?,
        choice: args.choice()?,
        format: args.report_format(),
        output: args.path("output"),
    })
}

fn fix(args: Args<'_>) -> Result<Fix, Fault> {
    Ok(Fix {
        paths: args.paths("path").unwrap_or_default(),
        pair: args.pair(),
        texts: args.texts()?,
        choice: args.choice()?,
        diff: args.flag("diff"),
        risky: args.flag("unsafe"),
    })
}

fn glossary_check(args: Args<'_>) -> Result<GlossaryCheck, Fault> {
    Ok(GlossaryCheck {
        files: args.paths("file").unwrap_or_default(),
        source_lang: args.language("source-lang")?,
        target_lang: args.language("target-lang")?,
        texts: args.paths("texts").unwrap_or_default(),
        format: args.report_format(),
        fail_on: args.fail_on(),
    })
}

fn glossary_lookup(args: Args<'_>) -> Result<GlossaryLookup, Fault> {
    let terms = args.words("term").filter(|terms| terms != &["-"]);
    Ok(GlossaryLookup {
        terms,
        glossaries: args.paths("glossary"),
        lang: args.language("lang")?,
        format: args.listing(),
    })
}

fn glossary_extract(args: Args<'_>) -> Result<GlossaryExtract, Fault> {
    Ok(GlossaryExtract {
        paths: args.paths("path").unwrap_or_default(),
        pair: args.pair(),
        texts: args.texts()?,
        format: args.word("format").and_then(ExtractFormat::of).unwrap_or(ExtractFormat::Toml),
        limit: args.number("limit")?.unwrap_or(NonZeroUsize::MAX),
        least: args.number("min-count")?.unwrap_or(NonZeroUsize::MIN),
    })
}

fn glossary_stats(args: Args<'_>) -> Result<GlossaryStats, Fault> {
    Ok(GlossaryStats {
        paths: args.paths("path").unwrap_or_default(),
        pair: args.pair(),
        texts: args.texts()?,
        format: args.word("format").and_then(StatsFormat::of).unwrap_or(StatsFormat::Table),
        sort: args.word("sort").and_then(StatsSort::of).unwrap_or(StatsSort::Worst),
    })
}

/// The codes of what `check` may find.
fn checked_codes() -> Vec<&'static str> {
    let mut known = rule::rule_codes();
    known.extend(glossary::CODES.iter().map(|known| known.code));
    known
}

/// The codes of all findings, those about catalogues among them.
fn known_codes() -> Vec<&'static str> {
    let mut known = checked_codes();
    known.extend(chrome::CODES.iter().map(|known| known.code));
    known
}

fn glossary_convert(args: Args<'_>) -> Result<GlossaryConvert, Fault> {
    let format = |id| args.word(id).and_then(Format::of_word);
    Ok(GlossaryConvert {
        input: args.path("in").unwrap_or_default(),
        output: args.path("out").unwrap_or_default(),
        from: format("from"),
        to: format("to"),
        source_lang: args.language("source-lang")?,
        target_lang: args.language("target-lang")?,
        force: args.flag("force"),
        merge: args.flag("merge"),
    })
}

fn romanize(args: Args<'_>) -> Result<Romanize, Fault> {
    let format = args.listing();
    let (from, to) = (args.language("from")?, args.language("to")?);
    let Some((from, to)) = from.zip(to).filter(|_| !args.flag("list")) else {
        return Ok(Romanize { by: None, format });
    };
    let scheme = args.word("scheme").map(str::to_owned);
    if romanize::find(&from, &to, scheme.as_deref()).is_some() {
        return Ok(Romanize { by: Some(Romanizer { from, to, scheme }), format });
    }
    let known: Vec<&str> = romanize::between(&from, &to)
        .flat_map(|scheme| scheme.names.iter().map(String::as_str))
        .collect();
    Err(match scheme {
        Some(scheme) if !known.is_empty() => {
            let fault = Fault::new(say::invalid_value(clip(&scheme), "--scheme"));
            fault.tip(Some(say::tip_values(known.join(", "))))
        }
        _ => Fault::new(say::no_scheme(&from, &to)).tip(Some(say::tip_schemes())),
    })
}

fn names_compare(args: Args<'_>) -> NamesCompare {
    let (format, why) = (args.listing(), args.flag("why"));
    let mut given = args.words("names").unwrap_or_default().into_iter();
    match (given.next().unwrap_or_default(), given.next()) {
        (a, Some(b)) => NamesCompare::Two { a, b, format, why },
        (path, None) => NamesCompare::File { path: PathBuf::from(path), format, why },
    }
}

fn names_variants(args: Args<'_>) -> NamesVariants {
    NamesVariants {
        paths: args.paths("path").unwrap_or_default(),
        names: args.words("name").unwrap_or_default(),
        glossaries: args.paths("glossary").unwrap_or_default(),
        format: args.word("format").and_then(VariantsFormat::of).unwrap_or(VariantsFormat::Text),
    }
}

fn catalogues(args: Args<'_>) -> Result<Catalogues, Fault> {
    Ok(Catalogues { paths: args.paths("catalogue"), lang: args.language("chrome-lang")? })
}

fn chrome_pair(args: Args<'_>) -> Result<ChromePair, Fault> {
    Ok(ChromePair {
        page: args.path("page").unwrap_or_default(),
        lines: args.flag("lines"),
        catalogues: catalogues(args)?,
        texts: args.texts()?,
        format: args.listing(),
    })
}

fn chrome_audit(args: Args<'_>) -> Result<ChromeAudit, Fault> {
    Ok(ChromeAudit {
        pages: args.paths("page").unwrap_or_default(),
        catalogues: catalogues(args)?,
        texts: args.texts()?,
        format: args.report_format(),
        fail_on: args.fail_on(),
    })
}

fn chrome_add(args: Args<'_>) -> Result<ChromeAdd, Fault> {
    Ok(ChromeAdd {
        page: args.path("page").unwrap_or_default(),
        catalogue: args.path("catalogue").unwrap_or_default(),
        name: file_name(args.word("name").unwrap_or_default())?,
        chrome_lang: args.language("chrome-lang")?,
        texts: args.texts()?,
    })
}

/// A name that stays within its folder.
fn file_name(word: &str) -> Result<String, Fault> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if word.is_empty() || word.starts_with('.') || !word.chars().all(plain) {
        return Err(Fault::new(say::invalid_value(clip(word), "--name")));
    }
    Ok(word.to_owned())
}

/// The code of a rule that exists.
fn known_rule(word: &str) -> Result<&'static str, Fault> {
    let known = known_codes();
    known.iter().find(|code| **code == word).copied().ok_or_else(|| unknown_rule(word))
}

fn unknown_rule(word: &str) -> Fault {
    let similar = nearest(word, &known_codes()).map(say::tip_similar);
    let tip = similar.unwrap_or_else(say::tip_rules);
    Fault::new(say::unknown_rule(clip(word))).tip(Some(tip))
}

fn language(word: &str, option: &str) -> Result<LanguageIdentifier, Fault> {
    lang::parse(word).ok_or_else(|| {
        let similar = lang::nearest(word).map(say::tip_similar);
        let tip = similar.unwrap_or_else(say::tip_language_codes);
        Fault::new(say::bad_language(clip(word), format!("--{option}"))).tip(Some(tip))
    })
}

/// Matches of one command; an id that the command does not have is answered as one that was not given.
#[derive(Clone, Copy)]
struct Args<'m>(&'m ArgMatches);

impl<'m> Args<'m> {
    fn flag(self, id: &str) -> bool {
        matches!(self.0.try_get_one::<bool>(id), Ok(Some(true)))
    }

    fn count(self, id: &str) -> bool {
        matches!(self.0.try_get_one::<u8>(id), Ok(Some(1..)))
    }

    fn word(self, id: &str) -> Option<&'m str> {
        self.0.try_get_one::<String>(id).ok().flatten().map(String::as_str)
    }

    fn words(self, id: &str) -> Option<Vec<String>> {
        Some(self.0.try_get_many::<String>(id).ok().flatten()?.cloned().collect())
    }

    fn path(self, id: &str) -> Option<PathBuf> {
        self.0.try_get_one::<PathBuf>(id).ok().flatten().cloned()
    }

    fn paths(self, id: &str) -> Option<Vec<PathBuf>> {
        Some(self.0.try_get_many::<PathBuf>(id).ok().flatten()?.cloned().collect())
    }

    fn pair(self) -> Option<(PathBuf, PathBuf)> {
        let mut paths = self.paths("pair")?.into_iter();
        paths.next().zip(paths.next())
    }

    fn language(self, id: &str) -> Result<Option<LanguageIdentifier>, Fault> {
        self.word(id).map(|word| language(word, id)).transpose()
    }

    fn languages(self, id: &str) -> Result<Vec<LanguageIdentifier>, Fault> {
        self.words(id).unwrap_or_default().iter().map(|word| language(word, id)).collect()
    }

    fn texts(self) -> Result<Texts, Fault> {
        Ok(Texts {
            source_lang: self.language("source-lang")?,
            target_lang: self.language("target-lang")?,
            glossaries: self.paths("glossary"),
        })
    }

    fn choice(self) -> Result<Choice, Fault> {
        let (select, ignore) = (self.rules("select")?, self.rules("ignore")?);
        Ok(Choice { select, ignore, fail_on: self.fail_on() })
    }

    /// Rules, each of which means at least one that exists.
    fn rules(self, id: &str) -> Result<Option<Vec<String>>, Fault> {
        let known = checked_codes();
        let words = self.words(id);
        let wrong =
            words.iter().flatten().find(|word| !known.iter().any(|code| rule::covers(word, code)));
        wrong.map_or(Ok(()), |word| Err(unknown_rule(word)))?;
        Ok(words)
    }

    fn fail_on(self) -> Option<Severity> {
        self.word("fail-on")?.parse().ok()
    }

    fn listing(self) -> Listing {
        self.word("listing").and_then(Listing::of).unwrap_or(Listing::Text)
    }

    fn report_format(self) -> Option<ReportFormat> {
        self.word("format").and_then(ReportFormat::of)
    }

    fn jobs(self) -> Result<Option<NonZeroUsize>, Fault> {
        self.number("jobs")
    }

    /// A whole number from 1 on.
    fn number(self, id: &str) -> Result<Option<NonZeroUsize>, Fault> {
        let Some(word) = self.word(id) else { return Ok(None) };
        let fault = |_| Fault::new(say::bad_number(clip(word), format!("--{id}")));
        word.parse().map_err(fault).map(Some)
    }
}
