//! `--help`: what a command does, how it is called, its arguments and options, examples, and how it ends.
//!
//! Written here and not by the argument parser, whose headings, defaults and values are English. The command that
//! help is asked for is found by reading the arguments once more, because the parser does not say.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::{Arg, ArgAction, Command};

use super::args::NAME;
use super::layout::{Entry, Look, Tone};
use super::words::{Words, default_value, possible_values};

/// Examples by command (`""` for the program): the id of what one does, and what is typed.
pub(super) const EXAMPLES: &[(&str, &[(&str, &str)])] = &[
    (
        "",
        &[
            ("cli-example-build", "visavis build"),
            (
                "cli-example-pair",
                "visavis check --pair article.txt article.fr.md --glossary names.toml",
            ),
            ("cli-example-diff", "visavis fix --diff"),
            ("cli-example-explain", "visavis explain term-missing"),
        ],
    ),
    (
        "build",
        &[
            ("cli-example-build", "visavis build"),
            (
                "cli-example-build-page",
                "visavis build article.html --target-lang fr --formats html,tmx --out bilingual",
            ),
            ("cli-example-build-strict", "visavis build --strict --fail-on warning"),
        ],
    ),
    (
        "check",
        &[
            ("cli-example-check", "visavis check"),
            ("cli-example-check-file", "visavis check translation.xliff --glossary terms.toml"),
            (
                "cli-example-pair",
                "visavis check --pair article.txt article.fr.md --glossary names.toml",
            ),
            (
                "cli-example-check-sarif",
                "visavis check --format sarif --output findings.sarif content/",
            ),
        ],
    ),
    (
        "align",
        &[
            ("cli-example-align", "visavis align article.txt article.fr.txt"),
            (
                "cli-example-align-segmented",
                "visavis align --segmented --format ladder en.txt fr.txt",
            ),
        ],
    ),
];

/// The exit statuses; what each means is `cli-status-…`.
pub(super) const STATUSES: &[&str] = &["0", "1", "2", "3", "101"];

/// The command that arguments lead to: options and their values are stepped over, help ends the way.
pub(super) fn locate<'c>(root: &'c Command, args: &[OsString]) -> &'c Command {
    let mut here = root;
    let mut rest = args.iter().skip(1);
    while let Some(arg) = rest.next() {
        let word = arg.to_string_lossy();
        if let Some(long) = word.strip_prefix("--") {
            if matches!(long, "" | "help") {
                return here;
            }
            for _ in 0..values_after(here.get_arguments().find(|arg| arg.get_long() == Some(long)))
            {
                rest.next();
            }
        } else if let Some(short) = word.strip_prefix('-') {
            let last = short.chars().next_back();
            for letter in short.chars() {
                let values =
                    values_after(here.get_arguments().find(|arg| arg.get_short() == Some(letter)));
                if letter == 'h' {
                    return here;
                }
                if values > 0 {
                    if Some(letter) == last {
                        rest.next();
                    }
                    break;
                }
            }
        } else {
            match here.find_subcommand(&*word) {
                Some(found) => here = found,
                None => return here,
            }
        }
    }
    here
}

/// How many arguments after an option are its values.
fn values_after(option: Option<&Arg>) -> usize {
    option.and_then(Arg::get_num_args).map_or(0, |values| values.min_values())
}

/// A command's name with those above it: `visavis glossary check`.
pub(super) fn full_name(command: &Command) -> &str {
    command.get_bin_name().unwrap_or(NAME)
}

/// The part of a command's ids that names it: `glossary-check`, or nothing for the program.
pub(super) fn scope(command: &Command) -> String {
    full_name(command).strip_prefix(NAME).unwrap_or_default().trim().replace(' ', "-")
}

/// How a command is called, without a heading.
pub(super) fn usage(words: Words<'_>, command: &Command) -> String {
    let mut out = format!("{} [{}]", full_name(command), words.get("cli-value-options"));
    for place in command.get_positionals() {
        let _ = write!(out, " {}", place_name(place));
    }
    if command.has_subcommands() {
        let _ = write!(out, " <{}>", words.get("cli-value-command"));
    }
    out
}

/// A command's help page; the long one says more.
pub(super) fn page(words: Words<'_>, look: Look, command: &Command, long: bool) -> String {
    let scope = scope(command);
    let mut out = look.lines(&about(words, command, &scope, long), 0);
    let heading = look.paint(Tone::Heading, &words.get("cli-heading-usage"));
    let _ = writeln!(out, "\n{heading} {}", usage(words, command));
    section(&mut out, words, look, "commands", &command_entries(command));
    let arguments = command.get_positionals().map(|arg| place_entry(words, arg));
    section(&mut out, words, look, "arguments", &arguments.collect::<Vec<_>>());
    section(&mut out, words, look, "options", &option_entries(words, command, false));
    section(&mut out, words, look, "global", &option_entries(words, command, true));
    examples(&mut out, words, look, &scope);
    if long && scope.is_empty() {
        section(&mut out, words, look, "status", &status_entries(words));
    }
    out
}

/// What a command is for, in a sentence or at length.
fn about(words: Words<'_>, command: &Command, scope: &str, long: bool) -> String {
    let short = command.get_about().map(ToString::to_string).unwrap_or_default();
    let more = long_id(scope);
    match words.find(&more).filter(|_| long) {
        Some(more) => format!("{short}\n\n{more}"),
        None => short,
    }
}

/// The id of a command's longer description.
pub(super) fn long_id(scope: &str) -> String {
    if scope.is_empty() { "cli-long".to_owned() } else { format!("cli-{scope}-long") }
}

fn section(out: &mut String, words: Words<'_>, look: Look, heading: &str, entries: &[Entry]) {
    if entries.is_empty() {
        return;
    }
    let heading = words.get(&format!("cli-heading-{heading}"));
    let _ = write!(out, "\n{}\n{}", look.paint(Tone::Heading, &heading), look.table(entries));
}

fn examples(out: &mut String, words: Words<'_>, look: Look, scope: &str) {
    let Some((_, examples)) = EXAMPLES.iter().find(|(command, _)| *command == scope) else {
        return;
    };
    let heading = words.get("cli-heading-examples");
    let _ = writeln!(out, "\n{}", look.paint(Tone::Heading, &heading));
    for (id, line) in *examples {
        out.push_str(&look.lines(&words.get(id), 2));
        let _ = writeln!(out, "      {}", look.paint(Tone::Literal, line));
    }
}

/// The commands below a command.
pub(super) fn command_entries(command: &Command) -> Vec<Entry> {
    let entries = command.get_subcommands().map(|sub| Entry {
        literal: sub.get_name().to_owned(),
        rest: String::new(),
        text: sub.get_about().map(ToString::to_string).unwrap_or_default(),
    });
    entries.collect()
}

/// An argument known by its place.
pub(super) fn place_entry(words: Words<'_>, arg: &Arg) -> Entry {
    Entry { literal: String::new(), rest: place_name(arg), text: described(words, arg) }
}

/// The options of a command: its own, or those of every command.
pub(super) fn option_entries(words: Words<'_>, command: &Command, global: bool) -> Vec<Entry> {
    let everywhere =
        |arg: &&Arg| arg.is_global_set() || matches!(arg.get_action(), ArgAction::Version);
    let options = command.get_opts().chain(command.get_arguments().filter(|arg| !takes_value(arg)));
    let mut options: Vec<&Arg> = options.filter(|arg| everywhere(arg) == global).collect();
    let order =
        |arg: &Arg| command.get_arguments().position(|other| other.get_id() == arg.get_id());
    options.sort_by_key(|arg| order(arg));
    options.into_iter().map(|arg| option_entry(words, arg)).collect()
}

fn option_entry(words: Words<'_>, arg: &Arg) -> Entry {
    let long = arg.get_long().unwrap_or_default();
    let literal = match arg.get_short() {
        Some(short) => format!("-{short}, --{long}"),
        None => format!("    --{long}"),
    };
    let values = arg.get_value_names().filter(|_| takes_value(arg)).unwrap_or_default();
    let rest = values.iter().fold(String::new(), |mut rest, value| {
        let _ = write!(rest, " <{value}>");
        rest
    });
    Entry { literal, rest, text: described(words, arg) }
}

fn takes_value(arg: &Arg) -> bool {
    arg.is_positional() || arg.get_num_args().is_some_and(|values| values.takes_values())
}

/// What an argument is for, with its default and its values.
fn described(words: Words<'_>, arg: &Arg) -> String {
    let mut out = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let defaults: Vec<_> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_value(arg) && !defaults.is_empty() {
        let _ = write!(out, " {}", words.say(&default_value(defaults.join(", "))));
    }
    let values = arg.get_possible_values();
    if takes_value(arg) && !values.is_empty() && !arg.is_hide_possible_values_set() {
        let names: Vec<_> = values.iter().map(|value| value.get_name().to_owned()).collect();
        let _ = write!(out, " {}", words.say(&possible_values(names.join(", "))));
    }
    out
}

/// `<FILE>...` or `[FILE]`, as usage lines have it.
fn place_name(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let name = name.unwrap_or_else(|| arg.get_id().to_string());
    let more = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
    if arg.is_required_set() { format!("<{name}>{more}") } else { format!("[{name}]{more}") }
}

/// The exit statuses with what they mean.
pub(super) fn status_entries(words: Words<'_>) -> Vec<Entry> {
    let entries = STATUSES.iter().map(|status| Entry {
        literal: (*status).to_owned(),
        rest: String::new(),
        text: words.get(&format!("cli-status-{status}")),
    });
    entries.collect()
}
