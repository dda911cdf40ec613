//! The commands and their options, as the argument parser wants them, with help in the reader's language.
//!
//! The parser's builder is used rather than its derive, so that every text can come from a locale at run time.
//! It only parses: help, errors and the manual are written by `help`, `error` and `manual`, because its own words
//! are English and cannot be changed.

use clap::builder::{
    PathBufValueParser, PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser,
};
use clap::{Arg, ArgAction, Command, ValueHint};

use super::invocation::{
    AlignFormat, Color, ExtractFormat, Listing, ReportFormat, Shell, StatsFormat, StatsSort,
    VariantsFormat,
};
use super::words::Words;
use crate::config::KNOWN_FORMATS;
use crate::glossary::{self, Format};
use crate::l10n::LOCALES;
use crate::rule;

/// The name of the program.
pub(super) const NAME: &str = "visavis";

/// Its version.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

const SEVERITIES: &[&str] = &["error", "warning", "info"];

/// The whole command line, built: options of every command stand in each.
pub(super) fn command(words: Words<'_>) -> Command {
    let mut root = Command::new(NAME)
        .version(VERSION)
        .about(words.get("cli-about"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .subcommand_value_name(words.get("cli-value-command"))
        .args(global(words))
        .subcommands(commands(words));
    root.build();
    root
}

fn commands(words: Words<'_>) -> Vec<Command> {
    vec![
        build(words),
        split(words),
        detect(words),
        segment(words),
        align(words),
        check(words),
        fix(words),
        glossary(words),
        names(words),
        chrome(words),
        explain(words),
        rules(words),
        init(words),
        completions(words),
        man(words),
        help(words),
    ]
}

/// The command or group of options that ids are named after.
#[derive(Clone, Copy)]
struct Scope<'l> {
    words: Words<'l>,
    name: &'static str,
}

impl Scope<'_> {
    fn command(self) -> Command {
        let name = self.name.rsplit('-').next().unwrap_or(self.name);
        Command::new(name)
            .about(self.words.get(&format!("cli-{}-about", self.name)))
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .disable_version_flag(true)
    }

    fn arg(self, id: &'static str) -> Arg {
        Arg::new(id).help(self.words.get(&format!("cli-{}-arg-{id}", self.name)))
    }

    /// An option without a value.
    fn flag(self, id: &'static str) -> Arg {
        self.arg(id).long(id).action(ArgAction::SetTrue)
    }

    /// An option with a value; `value` names it, as in `cli-value-file`.
    fn option(self, id: &'static str, value: &str) -> Arg {
        self.place(id, value).long(id)
    }

    /// An argument known by its place.
    fn place(self, id: &'static str, value: &str) -> Arg {
        self.arg(id)
            .value_name(self.words.get(&format!("cli-value-{value}")))
            .action(ArgAction::Set)
    }

    fn choice(self, id: &'static str, value: &str, known: &'static [&'static str]) -> Arg {
        self.option(id, value).value_parser(PossibleValuesParser::new(known))
    }
}

/// A word of an open list: some are known and offered to shells, none is refused here.
#[derive(Debug, Clone)]
struct Offered(Vec<&'static str>);

impl TypedValueParser for Offered {
    type Value = String;

    fn parse_ref(
        &self,
        cmd: &Command,
        arg: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(cmd, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|&word| PossibleValue::new(word))))
    }
}

fn file(arg: Arg) -> Arg {
    arg.value_parser(PathBufValueParser::new()).value_hint(ValueHint::FilePath)
}

fn folder(arg: Arg) -> Arg {
    arg.value_parser(PathBufValueParser::new()).value_hint(ValueHint::DirPath)
}

fn any_path(arg: Arg) -> Arg {
    arg.value_parser(PathBufValueParser::new()).value_hint(ValueHint::AnyPath)
}

/// One or more, as many as there are.
fn several(arg: Arg) -> Arg {
    arg.action(ArgAction::Append).num_args(1..)
}

/// A list, with commas or by repeating the option.
fn list(arg: Arg) -> Arg {
    arg.action(ArgAction::Append).value_delimiter(',')
}

fn global(words: Words<'_>) -> Vec<Arg> {
    let scope = Scope { words, name: "global" };
    let spoken = LOCALES.iter().map(|locale| locale.lang).collect();
    let options = [
        scope.option("ui-lang", "lang").value_parser(Offered(spoken)),
        scope.choice("color", "when", Color::WORDS).default_value(Color::default().as_str()),
        file(scope.option("config", "file")).conflicts_with("isolated"),
        scope.flag("isolated"),
        scope.flag("quiet").short('q').action(ArgAction::Count),
        scope.flag("verbose").short('v').action(ArgAction::Count),
        scope.option("jobs", "number").short('j'),
        scope.flag("help").short('h').action(ArgAction::Help),
    ];
    let mut all: Vec<Arg> = options.map(|arg| arg.global(true)).into();
    all.push(scope.flag("version").short('V').action(ArgAction::Version));
    all
}

/// Languages that a project would name.
fn languages(words: Words<'_>) -> [Arg; 2] {
    let scope = Scope { words, name: "shared" };
    [scope.option("source-lang", "lang"), scope.option("target-lang", "lang")]
}

fn glossaries(words: Words<'_>) -> Arg {
    file(Scope { words, name: "shared" }.option("glossary", "file")).action(ArgAction::Append)
}

fn fail_on(words: Words<'_>) -> Arg {
    Scope { words, name: "shared" }.choice("fail-on", "severity", SEVERITIES)
}

fn report_format(words: Words<'_>) -> Arg {
    Scope { words, name: "shared" }.choice("format", "format", ReportFormat::WORDS)
}

/// Texts with their languages and glossaries.
fn texts(words: Words<'_>) -> Vec<Arg> {
    let scope = Scope { words, name: "shared" };
    let pair = [words.get("cli-value-source"), words.get("cli-value-target")];
    let mut out = vec![
        several(any_path(scope.place("path", "path"))),
        file(scope.option("pair", "source")).num_args(2).value_names(pair),
    ];
    out.extend(languages(words));
    out.push(glossaries(words));
    out
}

/// What `check` and `fix` have in common.
fn checked(words: Words<'_>) -> Vec<Arg> {
    let scope = Scope { words, name: "shared" };
    let mut out = texts(words);
    for id in ["select", "ignore"] {
        let mut known = vec!["all"];
        known.extend(codes());
        let arg = list(scope.option(id, "rule")).value_parser(Offered(known));
        out.push(arg.hide_possible_values(true));
    }
    out.push(fail_on(words));
    out
}

/// The codes of all findings.
fn codes() -> Vec<&'static str> {
    rule::rule_codes().into_iter().chain(glossary::CODES.iter().map(|known| known.code)).collect()
}

fn build(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "build" };
    scope
        .command()
        .arg(any_path(scope.place("path", "project")).default_value("."))
        .arg(folder(scope.option("out", "folder")))
        .arg(list(scope.choice("formats", "format", KNOWN_FORMATS)))
        .args(languages(words))
        .arg(glossaries(words))
        .arg(scope.flag("strict"))
        .arg(fail_on(words).requires("strict"))
}

fn split(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "split" };
    scope
        .command()
        .arg(several(file(scope.place("page", "page"))).required(true))
        .arg(listing(scope))
        .arg(scope.option("body-lang", "lang"))
        .arg(scope.option("chrome-lang", "lang"))
}

fn listing(scope: Scope<'_>) -> Arg {
    let shared = Scope { name: "shared", ..scope };
    shared.choice("listing", "format", Listing::WORDS).long("format").default_value("text")
}

fn detect(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "detect" };
    scope.command().arg(list(scope.option("langs", "lang"))).arg(listing(scope))
}

fn segment(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "segment" };
    scope
        .command()
        .arg(file(scope.place("file", "file")).required_unless_present("srx"))
        .arg(scope.option("lang", "lang"))
        .arg(file(scope.option("rules", "file")).requires("lang"))
        .arg(scope.flag("srx").conflicts_with("file"))
}

fn align(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "align" };
    scope
        .command()
        .arg(file(scope.place("source", "source")).required(true))
        .arg(file(scope.place("target", "target")).required(true))
        .arg(scope.flag("segmented"))
        .args(languages(words))
        .arg(glossaries(words))
        .arg(file(scope.option("pin", "file")))
        .arg(scope.option("embeddings", "url"))
        .arg(scope.option("embeddings-model", "model").requires("embeddings"))
        .arg(scope.choice("format", "format", AlignFormat::WORDS).default_value("tsv"))
        .arg(file(scope.option("output", "file")))
}

fn check(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "check" };
    scope
        .command()
        .args(checked(words))
        .arg(report_format(words))
        .arg(file(scope.option("output", "file")))
}

fn fix(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "fix" };
    scope.command().args(checked(words)).arg(scope.flag("diff")).arg(scope.flag("unsafe"))
}

fn glossary(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "glossary-check" };
    let check = scope
        .command()
        .arg(several(file(scope.place("file", "file"))).required(true))
        .args(languages(words))
        .arg(any_path(scope.option("texts", "path")).num_args(1..))
        .arg(report_format(words))
        .arg(fail_on(words));
    let scope = Scope { words, name: "glossary-convert" };
    let formats = || PossibleValuesParser::new(Format::WORDS.iter().map(|(word, _)| *word));
    let convert = scope
        .command()
        .arg(file(scope.place("in", "file")).required(true))
        .arg(file(scope.place("out", "file")).required(true))
        .arg(scope.option("from", "format").value_parser(formats()))
        .arg(scope.option("to", "format").value_parser(formats()))
        .args(languages(words))
        .arg(scope.flag("force").conflicts_with("merge"))
        .arg(scope.flag("merge"));
    Scope { words, name: "glossary" }
        .command()
        .subcommand_required(true)
        .subcommand_value_name(words.get("cli-value-command"))
        .subcommand(check)
        .subcommand(convert)
        .subcommand(glossary_lookup(words))
        .subcommand(glossary_extract(words))
        .subcommand(glossary_stats(words))
}

fn glossary_lookup(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "glossary-lookup" };
    scope
        .command()
        .arg(several(scope.place("term", "term")))
        .arg(glossaries(words))
        .arg(scope.option("lang", "lang"))
        .arg(listing(scope))
}

fn glossary_extract(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "glossary-extract" };
    scope
        .command()
        .args(texts(words))
        .arg(scope.choice("format", "format", ExtractFormat::WORDS).default_value("toml"))
        .arg(scope.option("limit", "number").default_value("200"))
        .arg(scope.option("min-count", "number").default_value("2"))
}

fn glossary_stats(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "glossary-stats" };
    scope
        .command()
        .args(texts(words))
        .arg(scope.choice("format", "format", StatsFormat::WORDS).default_value("table"))
        .arg(scope.choice("sort", "order", StatsSort::WORDS).default_value("worst"))
}

fn names(words: Words<'_>) -> Command {
    Scope { words, name: "names" }
        .command()
        .subcommand_required(true)
        .subcommand_value_name(words.get("cli-value-command"))
        .subcommand(names_compare(words))
        .subcommand(names_variants(words))
        .subcommand(romanize(words))
}

fn names_compare(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "names-compare" };
    let given = scope.place("names", "names").action(ArgAction::Append).num_args(1..=2);
    scope
        .command()
        .arg(given.required(true).value_hint(ValueHint::FilePath))
        .arg(scope.flag("why"))
        .arg(listing(scope))
}

fn names_variants(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "names-variants" };
    scope
        .command()
        .arg(several(any_path(scope.place("path", "path"))).required(true))
        .arg(scope.option("name", "name").action(ArgAction::Append))
        .arg(file(scope.option("glossary", "file")).action(ArgAction::Append))
        .arg(scope.choice("format", "format", VariantsFormat::WORDS).default_value("text"))
}

fn romanize(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "names-romanize" };
    scope
        .command()
        .arg(scope.option("from", "lang").required_unless_present("list"))
        .arg(scope.option("to", "lang").required_unless_present("list"))
        .arg(scope.option("scheme", "scheme"))
        .arg(scope.flag("list"))
        .arg(listing(scope))
}

/// Catalogues to use beside the project's, and the language of the chrome.
fn catalogues(words: Words<'_>) -> [Arg; 2] {
    let scope = Scope { words, name: "shared" };
    let catalogue = any_path(scope.option("catalogue", "path")).action(ArgAction::Append);
    [catalogue, scope.option("chrome-lang", "lang")]
}

fn chrome(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "chrome-pair" };
    let pair = scope
        .command()
        .arg(file(scope.place("page", "page")).required(true))
        .arg(scope.flag("lines"))
        .args(catalogues(words))
        .args(languages(words))
        .arg(listing(scope));
    let scope = Scope { words, name: "chrome-audit" };
    let audit = scope
        .command()
        .arg(several(file(scope.place("page", "page"))))
        .args(catalogues(words))
        .args(languages(words))
        .arg(glossaries(words))
        .arg(report_format(words))
        .arg(fail_on(words));
    let scope = Scope { words, name: "chrome-add" };
    let add = scope
        .command()
        .arg(file(scope.place("page", "page")).required(true))
        .arg(any_path(scope.option("catalogue", "path")).required(true))
        .arg(scope.option("name", "name").default_value("site"))
        .args(catalogues(words).into_iter().skip(1))
        .args(languages(words));
    Scope { words, name: "chrome" }
        .command()
        .subcommand_required(true)
        .subcommand_value_name(words.get("cli-value-command"))
        .subcommand(pair)
        .subcommand(audit)
        .subcommand(add)
}

fn explain(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "explain" };
    let known = Offered(codes());
    let arg = scope.place("rule", "rule").required(true).value_parser(known);
    scope.command().arg(arg.hide_possible_values(true))
}

fn rules(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "rules" };
    scope.command().arg(listing(scope))
}

fn init(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "init" };
    scope.command().arg(folder(scope.place("folder", "folder")).default_value("."))
}

fn completions(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "completions" };
    let shells = PossibleValuesParser::new(Shell::WORDS);
    scope.command().arg(scope.place("shell", "shell").required(true).value_parser(shells))
}

fn man(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "man" };
    scope.command().arg(folder(scope.option("out", "folder")))
}

fn help(words: Words<'_>) -> Command {
    let scope = Scope { words, name: "help" };
    scope.command().arg(several(scope.place("command", "command")))
}
