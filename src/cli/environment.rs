//! What the surroundings say about language, width and colour.
//!
//! The arguments are read ahead for `--ui-lang` and `--color`, because help and errors need both before, or
//! without, a successful parse. The environment is a function, so that this can be tested.

use std::ffi::OsString;

use unic_langid::LanguageIdentifier;

use crate::l10n::LOCALES;
use crate::lang;

/// Reads a variable of the environment.
pub type Env<'e> = &'e dyn Fn(&str) -> Option<String>;

/// The variables that name the language of the reader, in the order of POSIX, our own first.
const LANGUAGE: &[&str] = &["VISAVIS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// How the program is to look: columns, and colour on each of the two outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Columns.
    pub width: usize,
    /// Colour on standard output.
    pub color_out: bool,
    /// Colour on standard error.
    pub color_err: bool,
}

impl Terminal {
    /// From `COLUMNS`, `--color`, `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, and which output is a terminal.
    pub fn new(args: &[OsString], env: Env<'_>, out: bool, err: bool) -> Self {
        let columns = env("COLUMNS").and_then(|columns| columns.trim().parse().ok());
        let width = columns.filter(|&columns| columns > 0).unwrap_or(100);
        Self { width, color_out: color(args, env, out), color_err: color(args, env, err) }
    }
}

/// The language to speak: that of the last `--ui-lang` that is spoken, else that of the first variable that is
/// set, else English. A language that the program does not speak is answered with English.
pub fn ui_language(args: &[OsString], env: Env<'_>) -> LanguageIdentifier {
    let asked = values_of("--ui-lang", args).into_iter().rev().find_map(|word| spoken(&word));
    let set =
        || LANGUAGE.iter().filter_map(|name| env(name)).find(|value| !value.trim().is_empty());
    asked.or_else(|| spoken(set()?.trim())).unwrap_or_else(english)
}

/// A language that the program speaks, from a code or a POSIX locale; `C` and `POSIX` are English.
pub(super) fn spoken(word: &str) -> Option<LanguageIdentifier> {
    if matches!(word.split(['.', '@']).next(), Some("C" | "POSIX")) {
        return Some(english());
    }
    let lang = lang::parse_locale(word)?;
    LOCALES.iter().any(|locale| locale.lang == lang.language.as_str()).then_some(lang)
}

fn english() -> LanguageIdentifier {
    LOCALES.first().and_then(|locale| lang::parse(locale.lang)).unwrap_or_default()
}

/// Is an output to be coloured? What is asked for counts before the environment, and that before the terminal.
fn color(args: &[OsString], env: Env<'_>, terminal: bool) -> bool {
    let set = |name| env(name).is_some_and(|value| !value.is_empty());
    match values_of("--color", args).last().map(String::as_str) {
        Some("always") => return true,
        Some("never") => return false,
        _ => {}
    }
    if set("NO_COLOR") {
        return false;
    }
    if env("CLICOLOR_FORCE").is_some_and(|value| !matches!(value.as_str(), "" | "0")) {
        return true;
    }
    terminal && env("TERM").is_none_or(|term| term != "dumb")
}

/// The values that a long option is given, in order, up to `--`.
fn values_of(option: &str, args: &[OsString]) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    while let Some(arg) = rest.next() {
        if arg == "--" {
            break;
        }
        if arg == option {
            out.extend(rest.next().map(std::borrow::Cow::into_owned));
        } else if let Some(value) = arg.strip_prefix(option).and_then(|rest| rest.strip_prefix('='))
        {
            out.push(value.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    fn language(line: &str, vars: &[(&str, &str)]) -> String {
        let env = |name: &str| {
            vars.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
        };
        ui_language(&args(line), &env).language.to_string()
    }

    #[test]
    fn the_environment_names_the_language_as_posix_has_it() {
        assert_eq!(language("visavis", &[]), "en");
        assert_eq!(language("visavis", &[("LANG", "fr_FR.UTF-8")]), "fr");
        assert_eq!(language("visavis", &[("LANG", "fr_CA")]), "fr");
        for none in ["C", "POSIX", "C.UTF-8", "de", "de_DE.UTF-8", "nonsense", "🦀"] {
            assert_eq!(language("visavis", &[("LANG", none)]), "en", "{none}");
        }
        // The first that is set decides, even where it names no language; an empty one is not set.
        assert_eq!(language("visavis", &[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), "en");
        assert_eq!(language("visavis", &[("LC_ALL", ""), ("LANG", "fr_FR.UTF-8")]), "fr");
        assert_eq!(language("visavis", &[("LC_MESSAGES", "fr"), ("LANG", "en")]), "fr");
        assert_eq!(language("visavis", &[("VISAVIS_LANG", "fr"), ("LC_ALL", "en")]), "fr");
    }

    #[test]
    fn the_option_counts_before_the_environment_wherever_it_stands() {
        let french = [("LANG", "fr_FR.UTF-8")];
        assert_eq!(language("visavis check --nonsense --ui-lang fr", &[]), "fr");
        assert_eq!(language("visavis --ui-lang=en --help", &french), "en");
        assert_eq!(language("visavis --ui-lang C", &french), "en");
        assert_eq!(language("visavis --ui-lang xx", &french), "fr");
        assert_eq!(language("visavis check -- --ui-lang fr", &[]), "en");
        assert_eq!(language("visavis --ui-lang", &[]), "en");
    }

    #[test]
    fn colour_follows_option_environment_and_terminal_in_this_order() {
        let on = |line: &str, vars: &[(&str, &str)], terminal| {
            let env = |name: &str| {
                vars.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
            };
            Terminal::new(&args(line), &env, terminal, false).color_out
        };
        assert!(on("visavis", &[], true));
        assert!(!on("visavis", &[], false));
        assert!(!on("visavis", &[("NO_COLOR", "1")], true));
        assert!(on("visavis", &[("NO_COLOR", "")], true));
        assert!(on("visavis", &[("CLICOLOR_FORCE", "1")], false));
        assert!(!on("visavis", &[("CLICOLOR_FORCE", "0")], false));
        assert!(!on("visavis", &[("TERM", "dumb")], true));
        assert!(on("visavis --color=always", &[("NO_COLOR", "1")], false));
        assert!(!on("visavis --color never", &[("CLICOLOR_FORCE", "1")], true));
    }

    #[test]
    fn columns_give_the_width_where_they_are_a_number() {
        let width = |value: &'static str| {
            Terminal::new(
                &[],
                &move |name| (name == "COLUMNS").then(|| value.to_owned()),
                false,
                false,
            )
            .width
        };
        assert_eq!([width("72"), width("wide"), width("0"), width("")], [72, 100, 100, 100]);
    }
}
