//! From the parser's matches to an [`Invocation`]: languages, numbers and rules are checked here, because what is
//! wrong with them is better said than the parser could.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use unic_langid::LanguageIdentifier;

use super::environment::spoken;
use super::error::{Fault, clip};
use super::invocation::{
    Align, AlignFormat, Build, Check, Choice, Color, Detect, Fix, Global, GlossaryCheck, Input,
    Invocation, Listing, ReportFormat, Segment, Shell, Split, Task, Texts,
};
use super::words as say;
use crate::diagnostic::Severity;
use crate::l10n::LOCALES;
use crate::lang;
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
            Some((_, below)) => Task::GlossaryCheck(glossary_check(Args(below))?),
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
    let path = args.path("file").unwrap_or_default();
    let file = if path == Path::new("-") { Input::Stdin } else { Input::File(path) };
    Ok(Segment { file, lang: args.language("lang")? })
}

fn align(args: Args<'_>) -> Result<Align, Fault> {
    Ok(Align {
        source: args.path("source").unwrap_or_default(),
        target: args.path("target").unwrap_or_default(),
        segmented: args.flag("segmented"),
        texts: args.texts()?,
        format: args.word("format").and_then(AlignFormat::of).unwrap_or(AlignFormat::Tsv),
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
        format: args.report_format(),
        fail_on: args.fail_on(),
    })
}

/// The code of a rule that exists.
fn known_rule(word: &str) -> Result<&'static str, Fault> {
    let known = rule::rule_codes();
    known.iter().find(|code| **code == word).copied().ok_or_else(|| unknown_rule(word))
}

fn unknown_rule(word: &str) -> Fault {
    let similar = nearest(word, &rule::rule_codes()).map(say::tip_similar);
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
        let known = rule::rule_codes();
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
        let Some(word) = self.word("jobs") else { return Ok(None) };
        let number = word.parse().map_err(|_| Fault::new(say::bad_number(clip(word), "--jobs")))?;
        Ok(Some(number))
    }
}
