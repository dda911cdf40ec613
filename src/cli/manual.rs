//! The manual page, in the reader's language: one page with every command, or a page for each.
//!
//! Written here from the same entries as `--help`, in the macros of man(7): the generators that exist have English
//! section names, defaults and lists of values built in.

use std::fmt::Write as _;

use clap::Command;

use super::args::{self, NAME, VERSION};
use super::help::{
    EXAMPLES, command_entries, full_name, long_id, option_entries, place_entry, scope,
    status_entries, usage,
};
use super::layout::Entry;
use super::words::Words;
use crate::l10n::Localizer;

/// The variables that the manual explains, each as `cli-variable-…` in lower case.
pub(super) const VARIABLES: &[&str] =
    &["VISAVIS_LANG", "LC_ALL, LC_MESSAGES, LANG", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"];

/// The whole manual as one page for man(1).
pub fn manual(l10n: &Localizer) -> String {
    let words = Words::new(l10n);
    let root = args::command(words);
    let mut page = Page::new(words, &root);
    page.opening(&root);
    page.section("commands");
    page.commands(&root);
    page.section("global");
    page.entries(&option_entries(words, &root, true));
    page.closing(&root);
    page.out
}

/// The manual as a page for each command, with the names of their files: `visavis-check.1`.
pub fn manual_pages(l10n: &Localizer) -> Vec<(String, String)> {
    let words = Words::new(l10n);
    let root = args::command(words);
    let mut out = vec![(format!("{NAME}.1"), manual(l10n))];
    let mut waiting: Vec<&Command> = root.get_subcommands().collect();
    waiting.reverse();
    while let Some(command) = waiting.pop() {
        waiting.extend(command.get_subcommands());
        let mut page = Page::new(words, command);
        page.opening(command);
        page.details(command, "arguments", "options");
        page.section("global");
        page.entries(&option_entries(words, command, true));
        page.examples(command);
        page.section("see-also");
        let _ = writeln!(page.out, "\\fB{NAME}\\fR(1)");
        out.push((format!("{}.1", full_name(command).replace(' ', "-")), page.out));
    }
    out
}

struct Page<'l> {
    words: Words<'l>,
    out: String,
}

impl<'l> Page<'l> {
    fn new(words: Words<'l>, command: &Command) -> Self {
        let title = full_name(command).replace(' ', "-").to_uppercase();
        let manual = escape(&words.get("cli-man-manual")).replace('"', "\\(dq");
        let out = format!(".TH \"{}\" 1 \"\" \"{NAME} {VERSION}\" \"{manual}\"\n", escape(&title));
        Self { words, out }
    }

    fn section(&mut self, name: &str) {
        let heading = self.words.get(&format!("cli-man-{name}"));
        let _ = writeln!(self.out, ".SH {}", escape(&heading));
    }

    fn opening(&mut self, command: &Command) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        self.section("name");
        let name = escape(&full_name(command).replace(' ', "-"));
        let _ = writeln!(self.out, "{name} \\- {}", escape(&about));
        self.section("synopsis");
        self.synopsis(command);
        self.section("description");
        let long = self.words.find(&long_id(&scope(command)));
        self.text(&long.unwrap_or(about));
    }

    fn synopsis(&mut self, command: &Command) {
        let usage = usage(self.words, command);
        let name = full_name(command);
        let rest = usage.strip_prefix(name).unwrap_or_default();
        let _ = writeln!(self.out, "\\fB{}\\fR{}", escape(name), escape(rest));
    }

    /// Every command below one, with its arguments and options.
    fn commands(&mut self, command: &Command) {
        for sub in command.get_subcommands() {
            if sub.has_subcommands() {
                self.commands(sub);
                continue;
            }
            let name = full_name(sub);
            let _ = writeln!(
                self.out,
                ".SS {}",
                escape(name.strip_prefix(NAME).unwrap_or(name).trim())
            );
            self.synopsis(sub);
            let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
            self.out.push_str(".PP\n");
            self.text(&about);
            if let Some(long) = self.words.find(&long_id(&scope(sub))) {
                self.out.push_str(".PP\n");
                self.text(&long);
            }
            let places = sub.get_positionals().map(|arg| place_entry(self.words, arg));
            self.entries(&places.collect::<Vec<_>>());
            self.entries(&option_entries(self.words, sub, false));
        }
    }

    fn details(&mut self, command: &Command, arguments: &str, options: &str) {
        let places = command.get_positionals().map(|arg| place_entry(self.words, arg));
        let sections = [
            ("commands", command_entries(command)),
            (arguments, places.collect()),
            (options, option_entries(self.words, command, false)),
        ];
        for (name, entries) in sections {
            if !entries.is_empty() {
                self.section(name);
                self.entries(&entries);
            }
        }
    }

    fn closing(&mut self, root: &Command) {
        self.section("status");
        self.entries(&status_entries(self.words));
        self.section("environment");
        let variables = VARIABLES.iter().map(|name| self.plain(name, &variable_id(name)));
        self.entries(&variables.collect::<Vec<_>>());
        self.section("files");
        let files = [
            ("visavis.toml", "cli-man-file-project"),
            ("pyproject.toml", "cli-man-file-pyproject"),
        ];
        self.entries(&files.map(|(name, id)| self.plain(name, id)));
        self.examples(root);
    }

    fn plain(&self, literal: &str, id: &str) -> Entry {
        Entry { literal: literal.to_owned(), rest: String::new(), text: self.words.get(id) }
    }

    fn examples(&mut self, command: &Command) {
        let scope = scope(command);
        let Some((_, examples)) = EXAMPLES.iter().find(|(name, _)| *name == scope) else { return };
        self.section("examples");
        for (id, line) in *examples {
            let text = escape(&self.words.get(id));
            let _ = writeln!(
                self.out,
                ".PP\n{text}\n.PP\n.RS 4\n.nf\n\\fB{}\\fR\n.fi\n.RE",
                escape(line)
            );
        }
    }

    fn entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.out.push_str(".TP\n");
            let literal = entry.literal.trim();
            if !literal.is_empty() {
                let _ = write!(self.out, "\\fB{}\\fR", escape(literal));
            }
            if !entry.rest.is_empty() {
                let lead = if entry.rest.starts_with(' ') { " " } else { "" };
                let _ = write!(self.out, "{lead}\\fI{}\\fR", escape(entry.rest.trim()));
            }
            self.out.push('\n');
            self.text(&entry.text);
        }
    }

    /// Running text; a blank line parts paragraphs.
    fn text(&mut self, text: &str) {
        for (at, paragraph) in text.trim().split("\n\n").enumerate() {
            if at > 0 {
                self.out.push_str(".PP\n");
            }
            let _ = writeln!(self.out, "{}", escape(&paragraph.replace('\n', " ")));
        }
    }
}

/// The id that explains a variable: `cli-variable-no-color`; of several, that of the first.
pub(super) fn variable_id(name: &str) -> String {
    let first = name.split(',').next().unwrap_or(name);
    format!("cli-variable-{}", first.to_lowercase().replace('_', "-"))
}

/// Text as roff wants it: no escape, request or hyphen by accident, and spaces that do not break by their names,
/// since not every formatter knows U+202F.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    if text.starts_with(['.', '\'']) {
        out.push_str("\\&");
    }
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\(rs"),
            '-' => out.push_str("\\-"),
            '\u{A0}' | '\u{202F}' => out.push_str("\\ "),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roff_is_escaped() {
        assert_eq!(escape(".x -- a\\b"), "\\&.x \\-\\- a\\(rsb");
        assert_eq!(escape("«\u{a0}a\u{202f}!"), "«\\ a\\ !");
    }
}
