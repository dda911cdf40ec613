//! Completion scripts for shells, with the help of options in the reader's language.

use clap_complete::Shell as Generator;

use super::args::{self, NAME};
use super::invocation::Shell;
use super::words::Words;
use crate::l10n::Localizer;

/// The completion script of a shell.
pub fn completions(shell: Shell, l10n: &Localizer) -> String {
    let words = Words::new(l10n);
    let generator = match shell {
        Shell::Bash => Generator::Bash,
        Shell::Zsh => Generator::Zsh,
        Shell::Fish => Generator::Fish,
        Shell::Powershell => Generator::PowerShell,
        Shell::Elvish => Generator::Elvish,
    };
    let mut out = Vec::new();
    clap_complete::generate(generator, &mut args::command(words), NAME, &mut out);
    let script = String::from_utf8_lossy(&out).into_owned();
    match shell {
        Shell::Zsh => name_groups(&script, &words.get("cli-completion-commands")),
        // PowerShell ends a quoted text at U+2019 as it does at an apostrophe; doubled, either stands for itself.
        Shell::Powershell => script.replace('’', "''"),
        _ => script,
    }
}

/// Zsh shows `visavis check commands` above a list; the generator's English word is replaced.
fn name_groups(script: &str, commands: &str) -> String {
    let commands = commands.replace('\'', "'\\''");
    let mut out = String::with_capacity(script.len());
    for line in script.split_inclusive('\n') {
        if line.contains("_describe -t commands ") {
            out.push_str(&line.replace(" commands' commands", &format!(" {commands}' commands")));
        } else {
            out.push_str(line);
        }
    }
    out
}
