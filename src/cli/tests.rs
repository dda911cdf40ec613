//! The whole surface at once: what help, errors and the manual say, in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue};
use fluent_syntax::ast;

use super::help::{EXAMPLES, STATUSES, full_name, long_id, scope};
use super::manual::{VARIABLES, variable_id};
use super::words::{FIXED, MESSAGES};
use super::*;
use crate::diagnostic::Severity;
use crate::l10n::LOCALES;
use crate::lang;

const TERMINAL: Terminal = Terminal { width: 100, color_out: false, color_err: false };

/// What the argument parser and the usual generators would say in English.
const ENGLISH: &[&str] = &[
    "Usage:",
    "Options:",
    "Arguments:",
    "Commands:",
    "OPTIONS:",
    "Possible values",
    "possible value",
    "default",
    "error:",
    "tip:",
    "required",
    "Print help",
    "Print version",
    "For more information",
    "unexpected",
    "invalid value",
    "unrecognized",
    "subcommand",
    "provided",
    "similar",
    "cannot",
    "found",
    "exists",
    "alias",
    "more values",
    "multiple",
    ".SH NAME",
    "<NAME>",
    "EXIT",
    "summary of",
    "[COMMAND]",
    "<COMMAND>",
    "<FILE>",
    "the ",
];

fn localizer(tag: &str) -> Localizer {
    Localizer::new(&lang::parse(tag).unwrap())
}

fn args(line: &[&str]) -> Vec<OsString> {
    std::iter::once("visavis").chain(line.iter().copied()).map(OsString::from).collect()
}

fn run(tag: &str, line: &[&str]) -> Result<Invocation, Exit> {
    parse(&args(line), &localizer(tag), &TERMINAL)
}

fn task(line: &[&str]) -> Task {
    run("en", line).unwrap_or_else(|exit| panic!("{line:?}: {}", exit.stderr)).task
}

/// What is said of wrong usage.
fn wrong(tag: &str, line: &[&str]) -> String {
    let exit = run(tag, line).expect_err(&format!("{line:?}"));
    assert_eq!((exit.status, exit.stdout.as_str()), (2, ""), "{line:?}");
    exit.stderr
}

fn path(path: &str) -> PathBuf {
    PathBuf::from(path)
}

fn assert_french(text: &str) {
    for english in ENGLISH {
        assert!(!text.contains(english), "“{english}” in:\n{text}");
    }
    assert!(!text.contains("cli-"), "{text}");
    for (before, sign) in text.chars().zip(text.chars().skip(1)) {
        assert!(
            !(before == ' ' && ":;!?»".contains(sign)),
            "a space that breaks before “{sign}”:\n{text}"
        );
    }
}

/// Every command, as the words after the program's name.
fn every_command(command: &Command) -> Vec<Vec<String>> {
    let own = full_name(command).split(' ').skip(1).map(str::to_owned).collect();
    let below = command.get_subcommands().flat_map(every_command);
    std::iter::once(own).chain(below).collect()
}

fn tree(l10n: &Localizer) -> Command {
    args::command(Words::new(l10n))
}

#[test]
fn the_commands_are_sound() {
    tree(&localizer("en")).debug_assert();
    tree(&localizer("fr")).debug_assert();
}

#[test]
fn help_of_every_command_is_french_in_french_and_another_text_in_english() {
    for command in every_command(&tree(&localizer("en"))) {
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        for flag in ["-h", "--help"] {
            let line = [&command[..], &[flag]].concat();
            let [english, french] = ["en", "fr"].map(|tag| run(tag, &line).unwrap_err());
            assert_eq!((french.status, french.stderr.as_str()), (0, ""));
            assert_french(&french.stdout);
            assert!(french.stdout.contains("Utilisation\u{a0}: visavis"));
            assert!(english.stdout.contains("Usage: visavis") && !english.stdout.contains("cli-"));
            let name = ["visavis"].iter().chain(&command).copied().collect::<Vec<_>>().join(" ");
            assert!(
                english.stdout.contains(&format!("Usage: {name} ")),
                "{name}:\n{}",
                english.stdout
            );
            assert!(
                english
                    .stdout
                    .lines()
                    .all(|line| line.chars().count() <= 100 && !line.ends_with(' '))
            );
        }
        let help = [&["help"], &command[..]].concat();
        let flag = [&command[..], &["--help"]].concat();
        assert_eq!(run("fr", &help), run("fr", &flag), "{command:?}");
    }
}

#[test]
fn the_long_help_says_more_than_the_short_one() {
    let [short, long] = ["-h", "--help"].map(|flag| run("en", &[flag]).unwrap_err().stdout);
    assert!(!short.contains("Exit status:") && long.contains("Exit status:"));
    assert!(short.contains("Examples:") && long.contains("Examples:"));
    assert!(long.contains("101  A fault of visavis"));
}

#[test]
fn help_stands_where_it_was_asked_for() {
    let usage = |line: &[&str]| {
        let page = run("en", line).unwrap_err().stdout;
        page.lines().find(|line| line.starts_with("Usage")).unwrap().to_owned()
    };
    assert_eq!(usage(&["--help", "check"]), "Usage: visavis [OPTIONS] <COMMAND>");
    assert_eq!(
        usage(&["--config", "check", "build", "-h"]),
        "Usage: visavis build [OPTIONS] [PROJECT|PAGE]"
    );
    assert_eq!(
        usage(&["--config=x", "-j", "4", "build", "-h"]),
        "Usage: visavis build [OPTIONS] [PROJECT|PAGE]"
    );
    assert_eq!(
        usage(&["-qj4", "glossary", "check", "-h"]),
        "Usage: visavis glossary check [OPTIONS] <FILE>..."
    );
    assert_eq!(usage(&["glossary", "-h", "check"]), "Usage: visavis glossary [OPTIONS] <COMMAND>");
}

/// Command lines that are wrong, with the kind of error that the parser makes of each (`None` where it is ours).
const WRONG: &[(Option<ErrorKind>, &[&str])] = &[
    (Some(ErrorKind::UnknownArgument), &["check", "--formt", "json"]),
    (Some(ErrorKind::UnknownArgument), &["check", "--diff"]),
    (Some(ErrorKind::UnknownArgument), &["check", "-x"]),
    (Some(ErrorKind::UnknownArgument), &["--nonsense"]),
    (Some(ErrorKind::UnknownArgument), &["rules", "surplus"]),
    (Some(ErrorKind::UnknownArgument), &["--", "check"]),
    (Some(ErrorKind::InvalidSubcommand), &["chek"]),
    (Some(ErrorKind::InvalidSubcommand), &["xyzzy"]),
    (Some(ErrorKind::InvalidSubcommand), &["glossary", "chek"]),
    (Some(ErrorKind::InvalidValue), &["check", "--format", "jsn"]),
    (Some(ErrorKind::InvalidValue), &["check", "--format", "zzzzzz"]),
    (Some(ErrorKind::InvalidValue), &["check", "--format"]),
    (Some(ErrorKind::InvalidValue), &["check", "--config", ""]),
    (Some(ErrorKind::InvalidValue), &["build", "--formats", "html,tmy"]),
    (Some(ErrorKind::InvalidValue), &["--color", "red", "rules"]),
    (Some(ErrorKind::InvalidValue), &["check", "--fail-on", "warn"]),
    (Some(ErrorKind::TooManyValues), &["rules", "--quiet=yes"]),
    (Some(ErrorKind::WrongNumberOfValues), &["check", "--pair", "a.txt"]),
    (Some(ErrorKind::ArgumentConflict), &["check", "--format", "json", "--format", "full"]),
    (Some(ErrorKind::MissingRequiredArgument), &["segment"]),
    (Some(ErrorKind::MissingRequiredArgument), &["segment", "a.txt", "--rules", "fr.toml"]),
    (Some(ErrorKind::ArgumentConflict), &["segment", "a.txt", "--srx"]),
    (Some(ErrorKind::MissingRequiredArgument), &["align"]),
    (Some(ErrorKind::MissingRequiredArgument), &["build", "--fail-on", "error"]),
    (Some(ErrorKind::MissingSubcommand), &["-v"]),
    (Some(ErrorKind::MissingSubcommand), &["glossary"]),
    (None, &["-q", "check", "-v"]),
    (None, &["--isolated", "check", "--config", "x"]),
    (None, &["--ui-lang", "tlh", "rules"]),
    (None, &["-j", "0", "rules"]),
    (None, &["-j", "many", "rules"]),
    (None, &["segment", "--lang", "english", "a.txt"]),
    (None, &["segment", "--lang", "??", "a.txt"]),
    (None, &["align", "-", "-"]),
    (None, &["detect", "--langs", "en,xx"]),
    (None, &["check", "--select", "term-mising"]),
    (None, &["check", "--ignore", "????"]),
    (None, &["explain", "term-mising"]),
    (None, &["help", "chek"]),
];

#[test]
fn wrong_usage_is_said_in_french_with_what_to_do() {
    for (kind, line) in WRONG {
        let matches = tree(&localizer("fr")).try_get_matches_from(args(line));
        assert_eq!(matches.err().map(|error| error.kind()), *kind, "{line:?}");
        let french = wrong("fr", line);
        assert_french(&french);
        assert!(
            french.starts_with("erreur\u{a0}: ")
                && french.contains("\n\nUtilisation\u{a0}: visavis")
        );
        assert!(french.ends_with("--help\u{a0}».\n"), "{french}");
        assert!(!wrong("en", line).contains("cli-"));
    }
}

/// Kinds that no command line of ours leads to today, as the parser would make them.
#[test]
fn even_errors_that_cannot_happen_yet_are_said_in_french() {
    let l10n = localizer("fr");
    let (words, root) = (Words::new(&l10n), tree(&l10n));
    let context = [
        (ContextKind::InvalidArg, ContextValue::String("--x <X>".to_owned())),
        (ContextKind::InvalidValue, ContextValue::String("v".to_owned())),
        (ContextKind::PriorArg, ContextValue::Strings(vec!["--y".to_owned(), "--z".to_owned()])),
        (ContextKind::MinValues, ContextValue::Number(2)),
        (ContextKind::ActualNumValues, ContextValue::Number(1)),
        (ContextKind::ExpectedNumValues, ContextValue::Number(1)),
    ];
    let kinds = [
        ErrorKind::NoEquals,
        ErrorKind::TooFewValues,
        ErrorKind::WrongNumberOfValues,
        ErrorKind::ValueValidation,
        ErrorKind::ArgumentConflict,
        ErrorKind::InvalidUtf8,
        ErrorKind::Io,
        ErrorKind::Format,
    ];
    for kind in kinds {
        for full in [true, false] {
            let mut error = clap::Error::new(kind).with_cmd(&root);
            for (kind, value) in context.iter().filter(|_| full) {
                error.insert(*kind, value.clone());
            }
            let fault = error::fault(&error, &root, &root, &[]);
            assert_french(&error::report(words, Look::new(100, false), &root, &fault));
        }
    }
}

#[test]
fn what_was_probably_meant_is_offered() {
    let offered = |line: &[&str], word: &str| {
        let text = wrong("en", line);
        assert!(text.contains(&format!("tip: did you mean “{word}”?")), "{text}");
    };
    offered(&["check", "--formt", "json"], "--format");
    offered(&["chek"], "check");
    offered(&["glossary", "chek", "x"], "check");
    offered(&["help", "chek"], "check");
    offered(&["check", "--format", "jsn"], "json");
    offered(&["check", "--fail-on", "warn"], "warning");
    offered(&["segment", "--lang", "english", "a.txt"], "en");
    offered(&["explain", "term-mising"], "term-missing");
    offered(&["check", "--select", "term-mising"], "term-missing");
    assert!(wrong("en", &["check", "--diff"]).contains("“--diff” is an option of “visavis fix”"));
    assert!(wrong("en", &["check", "-x"]).contains("write “-- -x”"));
    assert!(
        wrong("en", &["--", "check"]).contains("tip: to run “check”, remove the “--” before it")
    );
    assert!(wrong("en", &["rules", "--quiet=yes"]).contains("for “--quiet”\n"));
    assert!(wrong("en", &["xyzzy"]).contains("use one of: build, split,"));
    assert!(wrong("en", &["check", "--format", "zzzzzz"]).contains("use one of: full, concise,"));
}

#[test]
fn errors_name_the_command_that_they_were_made_in() {
    let text = wrong("en", &["--color", "never", "glossary", "check"]);
    assert!(text.starts_with("error: “<FILE>...” is missing\n"), "{text}");
    assert!(text.contains("Usage: visavis glossary check [OPTIONS] <FILE>..."));
    assert!(text.ends_with("For more, run “visavis glossary check --help”.\n"));
    assert!(wrong("en", &["align"]).contains("these are missing: <SOURCE>, <TARGET>"));
}

#[test]
fn no_arguments_at_all_are_answered_with_help_on_standard_error() {
    let exit = run("en", &[]).unwrap_err();
    assert_eq!((exit.status, exit.stdout.as_str()), (2, ""));
    assert!(exit.stderr.contains("Commands:"));
    assert_eq!(parse(&[], &localizer("en"), &TERMINAL).unwrap_err(), exit);
}

#[test]
fn the_version_is_one_line() {
    for line in [["-V"], ["--version"]] {
        let exit = run("fr", &line).unwrap_err();
        assert_eq!((exit.status, exit.stdout), (0, format!("visavis {}\n", args::VERSION)));
    }
}

#[test]
fn hostile_arguments_are_neither_fatal_nor_shown_raw() {
    let long = "x".repeat(10_000);
    for line in [
        vec![long.as_str()],
        vec!["check", "--format", &long],
        vec!["segment", "--lang", &long, "a"],
    ] {
        let text = wrong("en", &line);
        assert!(text.chars().count() < 1000 && text.contains('…'), "{text}");
    }
    let dashes = format!("--{long}");
    assert!(wrong("en", &["check", &dashes]).contains('…'));
    for control in ["\u{1b}[2J", "\u{202e}abc", "a\nb", "\0", "\u{200b}"] {
        for line in [vec![control], vec!["check", "--format", control], vec!["explain", control]] {
            let text = wrong("en", &line);
            assert!(!text.contains(control), "{text:?}");
            assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
        }
    }
    let flood: Vec<&str> =
        std::iter::once("check").chain(std::iter::repeat_n("--format", 10_000)).collect();
    wrong("en", &flood);
    for odd in [
        "",
        "-",
        "--",
        "---",
        "=",
        "--=",
        "-=",
        "--format=",
        "é",
        "-é",
        "--é",
        "{",
        "{ $x }",
        "%s",
        "\u{fffd}",
    ] {
        let _ = run("fr", &[odd]);
        let _ = run("fr", &["check", odd]);
        let _ = run("fr", &["check", "--format", odd]);
        let _ = run("fr", &["--config", odd, "glossary", odd, "-h"]);
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_paths_or_errors() {
    use std::os::unix::ffi::OsStringExt;
    let broken = OsString::from_vec(b"caf\xe9".to_vec());
    let with = |line: &[&str]| {
        let mut all = args(line);
        all.push(broken.clone());
        parse(&all, &localizer("fr"), &TERMINAL)
    };
    let Task::Check(check) = with(&["check"]).unwrap().task else { panic!() };
    assert_eq!(check.paths, [PathBuf::from(&broken)]);
    for line in [vec![], vec!["explain"], vec!["segment", "a", "--lang"], vec!["check", "--format"]]
    {
        let exit = with(&line).unwrap_err();
        assert_eq!(exit.status, 2);
        assert!(exit.stderr.contains("caf\u{fffd}"), "{}", exit.stderr);
        assert_french(&exit.stderr);
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "one command after another, each in a line or two")]
fn commands_become_plain_values() {
    let Task::Check(check) = task(&[
        "check",
        "a.md",
        "--pair",
        "s.txt",
        "t.txt",
        "b",
        "--source-lang",
        "en",
        "--target-lang=pt-BR",
        "--glossary",
        "g.toml",
        "--glossary",
        "h.toml",
        "--select",
        "term,acronym-late",
        "--select",
        "name-form",
        "--ignore",
        "all",
        "--fail-on",
        "info",
        "--format",
        "sarif",
        "--output",
        "o.sarif",
    ]) else {
        panic!()
    };
    assert_eq!(check.paths, [path("a.md"), path("b")]);
    assert_eq!(check.pair, Some((path("s.txt"), path("t.txt"))));
    assert_eq!(check.texts.target_lang, lang::parse("pt-BR"));
    assert_eq!(check.texts.glossaries, Some(vec![path("g.toml"), path("h.toml")]));
    assert_eq!(check.choice.select.unwrap(), ["term", "acronym-late", "name-form"]);
    assert_eq!(check.choice.ignore.unwrap(), ["all"]);
    assert_eq!(check.choice.fail_on, Some(Severity::Info));
    assert_eq!((check.format, check.output), (Some(ReportFormat::Sarif), Some(path("o.sarif"))));

    let Task::Check(check) = task(&["check"]) else { panic!() };
    assert_eq!(
        (check.texts, check.choice, check.format),
        (Texts::default(), Choice::default(), None)
    );

    let Task::Build(build) = task(&["build"]) else { panic!() };
    assert_eq!(
        (build.path, build.out, build.formats, build.strict),
        (path("."), None, None, false)
    );
    let Task::Build(build) =
        task(&["build", "p", "--formats", "html,tmx", "--strict", "--fail-on", "warning"])
    else {
        panic!()
    };
    assert_eq!(
        (build.path, build.formats),
        (path("p"), Some(vec!["html".to_owned(), "tmx".to_owned()]))
    );
    assert_eq!((build.strict, build.fail_on), (true, Some(Severity::Warning)));

    let Task::Fix(fix) = task(&["fix", "--unsafe", "--diff", "--", "-x"]) else { panic!() };
    assert_eq!((fix.paths, fix.diff, fix.risky), (vec![path("-x")], true, true));

    let Task::Align(align) = task(&["align", "--segmented", "--format", "ladder", "a", "b"]) else {
        panic!()
    };
    assert_eq!((align.source, align.target, align.segmented), (path("a"), path("b"), true));
    assert_eq!(align.format, AlignFormat::Ladder);

    let Task::Split(split) = task(&["split", "--format", "json", "--body-lang", "en", "a", "b"])
    else {
        panic!()
    };
    assert_eq!((split.pages, split.format), (vec![path("a"), path("b")], Listing::Json));
    assert_eq!((split.body_lang, split.chrome_lang), (lang::parse("en"), None));

    let Task::Detect(detect) = task(&["detect", "--langs", "en,fr", "--langs", "de"]) else {
        panic!()
    };
    assert_eq!(detect.langs, ["en", "fr", "de"].map(|tag| lang::parse(tag).unwrap()));

    let Task::Segment(segment) = task(&["segment", "--lang", "fr", "-"]) else { panic!() };
    assert_eq!((segment.file, segment.lang), (Some(Input::Stdin), lang::parse("fr")));
    let Task::Segment(segment) = task(&["segment", "--srx"]) else { panic!() };
    assert_eq!((segment.file, segment.lang), (None, None));

    let Task::GlossaryCheck(check) = task(&["glossary", "check", "a", "b", "--fail-on", "warning"])
    else {
        panic!()
    };
    assert_eq!((check.files, check.fail_on), (vec![path("a"), path("b")], Some(Severity::Warning)));

    let Task::GlossaryLookup(lookup) = task(&["glossary", "lookup", "-", "--lang", "fr"]) else {
        panic!()
    };
    assert_eq!((lookup.terms, lookup.lang), (None, lang::parse("fr")));
    let Task::GlossaryExtract(extract) = task(&["glossary", "extract", "a", "--limit", "7"]) else {
        panic!()
    };
    assert_eq!((extract.limit.get(), extract.least.get()), (7, 2));
    let Task::GlossaryStats(stats) = task(&["glossary", "stats", "--sort", "id"]) else { panic!() };
    assert_eq!((stats.sort, stats.format), (StatsSort::Id, StatsFormat::Table));

    let Task::Romanize(romanize) = task(&["names", "romanize", "--from", "ru", "--to", "fr-CA"])
    else {
        panic!()
    };
    assert_eq!(romanize.by.unwrap().from, lang::parse("ru").unwrap());
    assert!(
        matches!(task(&["names", "romanize", "--list"]), Task::Romanize(list) if list.by.is_none())
    );
    assert_eq!(task(&["explain", "term-missing"]), Task::Explain("term-missing"));
    assert_eq!(task(&["rules", "--format=json"]), Task::Rules(Listing::Json));
    assert_eq!(task(&["init"]), Task::Init(path(".")));
    assert_eq!(task(&["completions", "zsh"]), Task::Completions(Shell::Zsh));
    assert_eq!(task(&["man"]), Task::Man(None));
    assert_eq!(task(&["man", "--out", "share"]), Task::Man(Some(path("share"))));
}

#[test]
fn global_options_may_stand_before_and_after_the_command() {
    let before = [
        "--color",
        "never",
        "-v",
        "--config",
        "c",
        "-j4",
        "--ui-lang",
        "fr_FR.UTF-8",
        "glossary",
        "check",
        "g",
    ];
    let after = [
        "glossary",
        "check",
        "g",
        "--color",
        "never",
        "-v",
        "--config",
        "c",
        "-j",
        "4",
        "--ui-lang=fr",
    ];
    let global = run("en", &before).unwrap().global;
    assert_eq!(global, run("en", &after).unwrap().global);
    assert_eq!((global.color, global.verbose, global.quiet), (Color::Never, true, false));
    assert_eq!((global.config, global.jobs.map(Into::into)), (Some(path("c")), Some(4_usize)));
    assert_eq!(run("en", &["rules"]).unwrap().global, Global::default());
    assert!(run("en", &["rules", "-qq", "--isolated"]).unwrap().global.quiet);
}

#[test]
fn colour_is_used_where_it_is_wanted_and_text_stays_the_same() {
    let with = |color| {
        let terminal = Terminal { width: 80, color_out: color, color_err: color };
        ["--help", "--nonsense"]
            .map(|arg| parse(&args(&["check", arg]), &localizer("fr"), &terminal).unwrap_err())
    };
    for (plain, colored) in with(false).into_iter().zip(with(true)) {
        let [plain, colored] = [plain, colored].map(|exit| exit.stdout + &exit.stderr);
        assert!(!plain.contains('\u{1b}') && colored.contains('\u{1b}'));
        assert_eq!(anstream::adapter::strip_str(&colored).to_string(), plain);
    }
}

#[test]
fn completion_scripts_carry_the_help_of_the_language() {
    for name in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let Task::Completions(shell) = task(&["completions", name]) else { panic!() };
        let [english, french] = ["en", "fr"].map(|tag| completions(shell, &localizer(tag)));
        assert!(english.contains("ui-lang") && french.contains("fail-on"), "{name}");
        if name == "bash" {
            assert_eq!(english, french);
            continue;
        }
        assert!(
            french.contains("Énumère les règles") && english.contains("List the rules"),
            "{name}"
        );
        assert!(name != "powershell" || !french.contains('’'));
        assert!(
            !french.contains("visavis commands") && !french.contains(" check commands'"),
            "{name}"
        );
    }
}

#[test]
fn the_manual_names_every_command_and_option_and_speaks_one_language() {
    // An unbreakable space is written “\\ ” in roff.
    let read = |page: &str| page.replace("\\ ", "\u{a0}");
    let l10n = localizer("fr");
    let page = manual(&l10n);
    assert_french(&read(&page));
    for section in ["NOM", "SYNOPSIS", "DESCRIPTION", "COMMANDES", "CODES DE RETOUR", "EXEMPLES"] {
        assert!(page.contains(&format!("\n.SH {section}\n")), "{section}");
    }
    let mut waiting = vec![tree(&l10n)];
    while let Some(command) = waiting.pop() {
        for arg in command.get_arguments() {
            let long = arg.get_long().unwrap_or_default().replace('-', "\\-");
            assert!(page.contains(&long), "{long}");
        }
        waiting.extend(command.get_subcommands().cloned());
    }
    let pages = manual_pages(&l10n);
    let names: BTreeSet<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), every_command(&tree(&l10n)).len());
    assert!(names.contains("visavis.1") && names.contains("visavis-glossary-check.1"));
    for (name, page) in &pages {
        assert_french(&read(page));
        assert!(page.starts_with(".TH \"VISAVIS"), "{name}");
        let odd = page.lines().find(|line| {
            line.starts_with(['.', '\''])
                && ![".TH ", ".SH ", ".SS ", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi"]
                    .iter()
                    .any(|own| line.starts_with(own))
        });
        assert_eq!(odd, None, "{name}");
        assert!(page.lines().all(|line| !line.is_empty()), "{name}");
    }
}

#[test]
fn a_closed_pipe_is_success() {
    struct Closed(io::ErrorKind);
    impl io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    assert!(write("x", &mut Closed(io::ErrorKind::BrokenPipe)).is_ok());
    assert!(write("x", &mut Closed(io::ErrorKind::StorageFull)).is_err());
}

/// Ids that the commands need; a longer description is the only one that may be lacking.
fn needed(command: &Command, out: &mut BTreeSet<String>) {
    let scope = scope(command);
    out.insert(if scope.is_empty() {
        "cli-about".to_owned()
    } else {
        format!("cli-{scope}-about")
    });
    for sub in command.get_subcommands() {
        needed(sub, out);
    }
}

fn longer(command: &Command, out: &mut BTreeSet<String>) {
    out.insert(long_id(&scope(command)));
    for sub in command.get_subcommands() {
        longer(sub, out);
    }
}

/// The ids of a locale's file with the variables of each.
fn ids(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let locale = LOCALES.iter().find(|locale| locale.lang == tag).unwrap();
    let (_, text) = locale.files.iter().find(|(name, _)| *name == "cli").unwrap();
    let resource = fluent_syntax::parser::parse(*text).unwrap();
    let mut out = BTreeMap::new();
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else { continue };
        let pattern = message.value.unwrap();
        let written = format!("{pattern:?}");
        let variables = written.split("VariableReference { id: Identifier { name: \"").skip(1);
        let names =
            variables.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
        assert!(
            out.insert(message.id.name.to_owned(), names).is_none(),
            "{} twice",
            message.id.name
        );
    }
    out
}

#[test]
fn locales_hold_the_ids_that_are_used_and_no_others() {
    let root = tree(&localizer("en"));
    let [english, french] = ["en", "fr"].map(ids);
    assert_eq!(english, french);
    let mut known: BTreeSet<String> = FIXED.iter().map(|&id| id.to_owned()).collect();
    needed(&root, &mut known);
    known.extend(EXAMPLES.iter().flat_map(|(_, lines)| *lines).map(|(id, _)| (*id).to_owned()));
    known.extend(STATUSES.iter().map(|status| format!("cli-status-{status}")));
    known.extend(VARIABLES.iter().map(|name| variable_id(name)));
    for spec in MESSAGES {
        let wanted: BTreeSet<String> = spec.args.iter().map(|&arg| arg.to_owned()).collect();
        assert_eq!(english.get(spec.id), Some(&wanted), "{}", spec.id);
        known.insert(spec.id.to_owned());
    }
    let lacking: Vec<_> = known.iter().filter(|id| !english.contains_key(*id)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
    longer(&root, &mut known);
    // Help texts and names of values: their lack shows as an id in some help page, their surplus here.
    let shown = every_command(&root).iter().map(|path| page_of(path)).collect::<String>();
    for (id, _) in english.iter().filter(|(id, _)| !known.contains(*id)) {
        assert!(id.contains("-arg-") || id.starts_with("cli-value-"), "{id} is not used");
        let text =
            localizer("en").get(id).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&text), "{id} is not used");
    }
}

/// A command's long help with its white space evened out.
fn page_of(path: &[String]) -> String {
    let line: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
    let page = run("en", &line).unwrap_err().stdout;
    assert!(!page.contains("cli-"), "{page}");
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}
