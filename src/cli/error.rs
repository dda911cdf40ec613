//! Wrong usage, said in the reader's language: what is wrong, what was probably meant, how the command is called.
//!
//! The argument parser's errors are taken apart by kind and context; its own sentences are never shown.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::help::{full_name, usage};
use super::layout::{Look, Tone};
use super::words as say;
use super::words::Words;
use crate::message::Message;
use crate::toml_reader::nearest;

/// Most characters of an argument that an error repeats.
const SHOWN: usize = 80;

/// Something wrong on the command line, and what may help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) message: Message,
    pub(super) tips: Vec<Message>,
}

impl Fault {
    pub(super) fn new(message: Message) -> Self {
        Self { message, tips: Vec::new() }
    }

    pub(super) fn tip(mut self, tip: Option<Message>) -> Self {
        self.tips.extend(tip);
        self
    }
}

/// A fault as it is shown, with the usage of the command it was made in.
pub(super) fn report(words: Words<'_>, look: Look, command: &Command, fault: &Fault) -> String {
    let mut out = labelled(words, look, Tone::Error, &fault.message);
    for tip in &fault.tips {
        out.push_str(&labelled(words, look, Tone::Tip, tip));
    }
    let heading = look.paint(Tone::Heading, &words.get("cli-heading-usage"));
    let _ = writeln!(out, "\n{heading} {}\n", usage(words, command));
    let help = format!("{} --help", full_name(command));
    out.push_str(&look.lines(&words.say(&say::more_help(help)), 0));
    out
}

/// A message below its label: the label is painted after lines are broken, since colours have no width.
fn labelled(words: Words<'_>, look: Look, tone: Tone, message: &Message) -> String {
    let label = words.say(&match tone {
        Tone::Tip => say::labelled_tip(),
        _ => say::labelled_error(),
    });
    let text = look.lines(&format!("{label} {}", words.say(message)), 0);
    match text.strip_prefix(&label) {
        Some(rest) => look.paint(tone, &label) + rest,
        None => text,
    }
}

/// What is wrong, from the parser's error.
pub(super) fn fault(error: &Error, root: &Command, command: &Command, args: &[OsString]) -> Fault {
    let about = Context { error };
    match error.kind() {
        ErrorKind::UnknownArgument => unknown_argument(about, root, command),
        ErrorKind::InvalidSubcommand => unknown_command(about, command),
        ErrorKind::InvalidValue => invalid_value(about),
        ErrorKind::MissingRequiredArgument => {
            let arguments = about.list(ContextKind::InvalidArg);
            Fault::new(say::missing(arguments.len(), arguments.join(", ")))
        }
        ErrorKind::MissingSubcommand => {
            Fault::new(say::no_command(full_name(command))).tip(commands_of(command))
        }
        ErrorKind::NoEquals => Fault::new(say::no_equals(about.option())),
        ErrorKind::TooManyValues => {
            Fault::new(say::surplus_value(about.text(ContextKind::InvalidValue), about.option()))
        }
        ErrorKind::TooFewValues => {
            let (wanted, given) = about.counts(ContextKind::MinValues);
            Fault::new(say::too_few_values(about.option(), wanted, given))
        }
        ErrorKind::WrongNumberOfValues => {
            let (wanted, given) = about.counts(ContextKind::ExpectedNumValues);
            Fault::new(say::wrong_number_of_values(about.option(), wanted, given))
        }
        ErrorKind::ArgumentConflict => conflict(about),
        ErrorKind::InvalidUtf8 => Fault::new(not_utf8(args)),
        // The parser says these of values that only it converts; the kinds that are left are no faults of a user.
        ErrorKind::ValueValidation => {
            Fault::new(say::invalid_value(about.text(ContextKind::InvalidValue), about.option()))
        }
        _ => Fault::new(say::misunderstood()),
    }
}

fn unknown_argument(about: Context<'_>, root: &Command, command: &Command) -> Fault {
    let argument = about.text(ContextKind::InvalidArg);
    let similar = about.one(ContextKind::SuggestedArg).map(say::tip_similar);
    if let Some(long) = argument.strip_prefix("--") {
        let elsewhere = similar.is_none().then(|| owner(root, long)).flatten();
        let elsewhere = elsewhere.map(|owner| say::tip_elsewhere(&argument, full_name(owner)));
        return Fault::new(say::unknown_option(argument)).tip(similar).tip(elsewhere);
    }
    if argument.starts_with('-') {
        let dashes = command.get_positionals().next().map(|_| say::tip_two_dashes(&argument));
        return Fault::new(say::unknown_option(argument)).tip(similar).tip(dashes);
    }
    if command.has_subcommands() {
        return unknown_word(&argument, command);
    }
    Fault::new(say::unknown_argument(argument))
}

/// The command below this one that has a long option.
fn owner<'c>(root: &'c Command, long: &str) -> Option<&'c Command> {
    root.get_subcommands().find_map(|sub| {
        let own = sub.get_arguments().any(|arg| arg.get_long() == Some(long));
        if own { Some(sub) } else { owner(sub, long) }
    })
}

fn unknown_command(about: Context<'_>, command: &Command) -> Fault {
    unknown_word(&about.text(ContextKind::InvalidSubcommand), command)
}

/// A word where a command should stand.
pub(super) fn unknown_word(word: &str, command: &Command) -> Fault {
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    if names.contains(&word) {
        // The parser takes it for no command only where “--” stands before it.
        return Fault::new(say::unknown_argument(word)).tip(Some(say::tip_no_dashes(word)));
    }
    let tip = nearest(word, &names).map(say::tip_similar).or_else(|| commands_of(command));
    Fault::new(say::unknown_command(word)).tip(tip)
}

fn commands_of(command: &Command) -> Option<Message> {
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    (!names.is_empty()).then(|| say::tip_commands(names.join(", ")))
}

fn invalid_value(about: Context<'_>) -> Fault {
    let (option, value) = (about.option(), about.text(ContextKind::InvalidValue));
    let similar = about.one(ContextKind::SuggestedValue).map(say::tip_similar);
    let values = about.list(ContextKind::ValidValue);
    let values = (!values.is_empty()).then(|| say::tip_values(values.join(", ")));
    let message =
        if value.is_empty() { say::empty_value(option) } else { say::invalid_value(value, option) };
    Fault::new(message).tip(similar).tip(values)
}

fn conflict(about: Context<'_>) -> Fault {
    let option = about.option();
    let others = about.list(ContextKind::PriorArg);
    if others.is_empty() || others == [option.as_str()] {
        Fault::new(say::repeated(option))
    } else {
        Fault::new(say::conflict(option, others.join(", ")))
    }
}

fn not_utf8(args: &[OsString]) -> Message {
    let broken = args.iter().find(|arg| arg.to_str().is_none());
    say::not_utf8(clip(&broken.map(|arg| arg.to_string_lossy()).unwrap_or_default()))
}

/// The beginning of a text that may be very long.
pub(super) fn clip(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What the parser knows about an error.
#[derive(Clone, Copy)]
struct Context<'e> {
    error: &'e Error,
}

impl Context<'_> {
    fn one(self, kind: ContextKind) -> Option<String> {
        self.list(kind).into_iter().next()
    }

    fn text(self, kind: ContextKind) -> String {
        self.one(kind).unwrap_or_default()
    }

    /// The option or argument that it is about; the parser writes `--quiet...` for what may be repeated.
    fn option(self) -> String {
        let name = self.text(ContextKind::InvalidArg);
        match name.strip_suffix("...") {
            Some(flag) if flag.starts_with('-') => flag.to_owned(),
            _ => name,
        }
    }

    fn list(self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(one)) => vec![clip(one)],
            Some(ContextValue::Strings(many)) => many.iter().map(|one| clip(one)).collect(),
            _ => Vec::new(),
        }
    }

    /// How many values there should be, and how many there are.
    fn counts(self, wanted: ContextKind) -> (u64, u64) {
        let of = |kind| match self.error.get(kind) {
            Some(ContextValue::Number(count)) => u64::try_from(*count).unwrap_or(0),
            _ => 0,
        };
        (of(wanted), of(ContextKind::ActualNumValues))
    }
}
