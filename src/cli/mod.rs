//! The command line: arguments in, a plain [`Invocation`] or an [`Exit`] out, all of it in the reader's language.
//!
//! The parser library stays inside this module and contributes no word of what is shown: [`parse`] turns its errors
//! into our messages, and help, completions and the manual are written from the locales. Nothing here reads the
//! environment or prints; the program hands in what it must know and writes what comes back.

mod args;
mod completions;
mod environment;
mod error;
mod help;
mod invocation;
mod layout;
mod manual;
mod read;
mod run;
#[cfg(test)]
mod tests;
mod words;

use std::ffi::OsString;
use std::io;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use crate::l10n::Localizer;
use crate::message::MessageSpec;
use error::{Fault, clip};
use layout::Look;
use words::Words;

pub use completions::completions;
pub use environment::{Env, Terminal, ui_language};
pub use invocation::{
    Align, AlignFormat, Build, Catalogues, Check, Choice, ChromeAdd, ChromeAudit, ChromePair,
    Color, Detect, ExtractFormat, Fix, Global, GlossaryCheck, GlossaryConvert, GlossaryExtract,
    GlossaryLookup, GlossaryStats, Input, Invocation, Listing, NamesCompare, NamesVariants,
    ReportFormat, Romanize, Romanizer, Segment, Shell, Split, StatsFormat, StatsSort, Task, Texts,
    VariantsFormat,
};
pub use manual::{manual, manual_pages};
pub use run::run;

/// The status of a command that did what it was asked to.
const DONE: u8 = 0;

/// The status of wrong usage.
pub const WRONG_USAGE: u8 = 2;

/// Everything that this layer may say with [`Message`](crate::message::Message)s.
pub(crate) fn messages() -> [&'static [MessageSpec]; 7] {
    [
        words::MESSAGES,
        run::CHROME_MESSAGES,
        run::GLOSSARY_MESSAGES,
        run::NAMES_MESSAGES,
        run::NOTICE_MESSAGES,
        run::ROMANIZE_MESSAGES,
        run::SUMMARY_MESSAGES,
    ]
}

/// The end of a run that needed no command: help, the version, or wrong usage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// The exit status.
    pub status: u8,
    /// For standard output.
    pub stdout: String,
    /// For standard error.
    pub stderr: String,
}

impl Exit {
    fn told(stdout: String) -> Self {
        Self { status: DONE, stdout, stderr: String::new() }
    }

    fn wrong(stderr: String) -> Self {
        Self { status: WRONG_USAGE, stdout: String::new(), stderr }
    }
}

/// Writes text to an output whose reader may have gone: a closed pipe is success.
///
/// # Errors
///
/// Where the text cannot be written for another reason.
pub fn write(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Reads the command line, the program's name first.
///
/// # Errors
///
/// Where there is nothing to run: help or the version was asked for (status 0), or the usage is wrong (status 2).
pub fn parse(args: &[OsString], l10n: &Localizer, terminal: &Terminal) -> Result<Invocation, Exit> {
    let words = Words::new(l10n);
    let root = args::command(words);
    let caller = Caller { words, root: &root, args, terminal: *terminal };
    if args.len() < 2 {
        return Err(Exit::wrong(help::page(words, caller.look_err(), &root, false)));
    }
    let matches = match root.clone().try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return Err(caller.stopped(&error)),
    };
    match read::invocation(&matches) {
        Ok(Some(invocation)) => Ok(invocation),
        Ok(None) => Err(caller.help(&matches)),
        Err(fault) => Err(caller.wrong(&fault)),
    }
}

/// Who called, and how to answer.
struct Caller<'c> {
    words: Words<'c>,
    root: &'c Command,
    args: &'c [OsString],
    terminal: Terminal,
}

impl Caller<'_> {
    fn look_out(&self) -> Look {
        Look::new(self.terminal.width, self.terminal.color_out)
    }

    fn look_err(&self) -> Look {
        Look::new(self.terminal.width, self.terminal.color_err)
    }

    fn command(&self) -> &Command {
        help::locate(self.root, self.args)
    }

    /// Why the parser stopped.
    fn stopped(&self, error: &clap::Error) -> Exit {
        match error.kind() {
            ErrorKind::DisplayHelp => {
                let long =
                    self.args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--help");
                Exit::told(help::page(self.words, self.look_out(), self.command(), long))
            }
            ErrorKind::DisplayVersion => Exit::told(format!("{} {}\n", args::NAME, args::VERSION)),
            _ => self.wrong(&error::fault(error, self.root, self.command(), self.args)),
        }
    }

    fn wrong(&self, fault: &Fault) -> Exit {
        Exit::wrong(error::report(self.words, self.look_err(), self.command(), fault))
    }

    /// `visavis help glossary check`.
    fn help(&self, matches: &ArgMatches) -> Exit {
        let mut command = self.root;
        let path =
            matches.subcommand_matches("help").and_then(|help| help.get_many::<String>("command"));
        for name in path.into_iter().flatten() {
            match command.find_subcommand(name) {
                Some(found) => command = found,
                None => return self.wrong(&error::unknown_word(&clip(name), command)),
            }
        }
        Exit::told(help::page(self.words, self.look_out(), command, true))
    }
}
