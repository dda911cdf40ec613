//! What the formats for people say around a finding, and in which colours.

use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_INFO_STYLE, DEFAULT_WARNING_STYLE};
use anstyle::{AnsiColor, Style};

use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::l10n::Localizer;
use crate::message::Message;
use crate::text::Sources;

crate::messages! { MESSAGES;
    word_error = "report-error" ();
    word_warning = "report-warning" ();
    word_info = "report-info" ();
    line_head = "report-head" (severity, rule);
    title_head = "report-title" (severity, rule);
    fix_safe = "report-fix-safe" ();
    fix_unsafe = "report-fix-unsafe" ();
    fix_suggestion = "report-fix-suggestion" ();
    replace = "report-replace" (old, new);
    insert = "report-insert" (new);
    remove = "report-remove" (old);
    more_edits = "report-more-edits" (count);
    more_places = "report-more-places" (count);
    goes_on = "report-goes-on" (line);
    quoted = "report-quoted" (text);
    space = "report-space" ();
    no_break_space = "report-no-break-space" ();
    narrow_space = "report-narrow-no-break-space" ();
    line_break = "report-line-break" ();
    note_word = "report-note" ();
    errors = "report-errors" (count);
    warnings = "report-warnings" (count);
    infos = "report-infos" (count);
    summary = "report-summary" (counts, files);
    fixable = "report-fixable" (count);
    nothing = "report-nothing" ();
}

/// Edits of a fix that are written out; more are counted.
const MAX_EDITS: usize = 4;

/// Characters of a text that a fix takes away or puts in, before it is cut in the middle.
const MAX_QUOTED: usize = 80;

/// The colours of a report; all plain where none are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    /// Paths, messages.
    pub strong: Style,
    /// Line numbers and the frame.
    pub frame: Style,
    levels: [Style; 3],
}

impl Palette {
    /// With colours or without.
    pub(super) fn new(color: bool) -> Self {
        if !color {
            return Self { strong: Style::new(), frame: Style::new(), levels: [Style::new(); 3] };
        }
        Self {
            strong: Style::new().bold(),
            frame: AnsiColor::BrightBlue.on_default(),
            levels: [DEFAULT_INFO_STYLE, DEFAULT_WARNING_STYLE, DEFAULT_ERROR_STYLE],
        }
    }

    /// The colour of a severity.
    pub(super) fn level(self, severity: Severity) -> Style {
        let [info, warning, error] = self.levels;
        match severity {
            Severity::Info => info,
            Severity::Warning => warning,
            Severity::Error => error,
        }
    }
}

/// Severity and rule before a message on one line.
pub(super) fn head(rule: &str, severity: Severity, l10n: &Localizer) -> Message {
    line_head(l10n.text(&severity_word(severity)), rule)
}

/// Severity and rule before the message above a frame.
pub(super) fn title(rule: &str, severity: Severity, l10n: &Localizer) -> Message {
    title_head(l10n.text(&severity_word(severity)), rule)
}

fn severity_word(severity: Severity) -> Message {
    match severity {
        Severity::Error => word_error(),
        Severity::Warning => word_warning(),
        Severity::Info => word_info(),
    }
}

/// How far a fix may be trusted, as the first word of its line.
pub(super) fn trust(applicability: Applicability) -> Message {
    match applicability {
        Applicability::Safe => fix_safe(),
        Applicability::Unsafe => fix_unsafe(),
        Applicability::Suggestion => fix_suggestion(),
    }
}

/// What a fix does, an edit a line.
pub(super) fn deed(fix: &Fix, sources: &Sources, l10n: &Localizer) -> String {
    let mut lines: Vec<String> = fix
        .edits
        .iter()
        .take(MAX_EDITS)
        .map(|edit| l10n.text(&edit_message(edit, sources, l10n)))
        .collect();
    let more = fix.edits.len().saturating_sub(MAX_EDITS);
    if more > 0 {
        lines.push(l10n.text(&more_edits(more)));
    }
    lines.join("\n")
}

fn edit_message(edit: &Edit, sources: &Sources, l10n: &Localizer) -> Message {
    let old = sources.text(edit.at);
    match (old.is_empty(), edit.text.is_empty()) {
        (true, _) => insert(named(&edit.text, l10n)),
        (false, true) => remove(named(old, l10n)),
        (false, false) => replace(named(old, l10n), named(&edit.text, l10n)),
    }
}

/// A text in quotation marks; a lone space, which quotation marks would not show, by its name.
fn named(text: &str, l10n: &Localizer) -> String {
    let message = match text {
        " " => space(),
        "\u{A0}" => no_break_space(),
        "\u{202F}" => narrow_space(),
        "\n" | "\r\n" => line_break(),
        _ => quoted(shortened(text)),
    };
    l10n.text(&message)
}

/// The beginning and the end of a long text.
fn shortened(text: &str) -> String {
    let count = |text: &str| text.chars().take(MAX_QUOTED + 1).count();
    if count(text) <= MAX_QUOTED {
        return text.to_owned();
    }
    let head: String = text.chars().take(MAX_QUOTED / 2).collect();
    let mut tail: Vec<char> = text.chars().rev().take(MAX_QUOTED / 2).collect();
    tail.reverse();
    let tail: String = tail.into_iter().collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

/// The last line of a report: how many findings of each severity (errors, warnings, infos), in how many files.
pub(super) fn totals(counts: [usize; 3], files: usize, l10n: &Localizer) -> String {
    let [of_errors, of_warnings, of_infos] = counts;
    let parts = [
        (of_errors, errors(of_errors)),
        (of_warnings, warnings(of_warnings)),
        (of_infos, infos(of_infos)),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, message)| l10n.text(message))
        .collect();
    l10n.text(&summary(parts.join(", "), files))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    #[test]
    fn totals_speak_the_readers_language_in_its_plurals() {
        let say = |tag: &str, counts, files| {
            totals(counts, files, &Localizer::new(&lang::parse(tag).unwrap()))
        };
        assert_eq!(say("en", [3, 2, 0], 2), "3 errors, 2 warnings in 2 files");
        assert_eq!(say("en", [0, 1, 1], 1), "1 warning, 1 info in 1 file");
        assert_eq!(say("fr", [1, 2, 0], 2), "1 erreur, 2 avertissements dans 2 fichiers");
        assert_eq!(say("fr", [0, 0, 1500], 1), "1\u{202F}500 remarques dans 1 fichier");
    }

    #[test]
    fn a_space_is_named_and_a_long_text_is_cut() {
        let l10n = Localizer::new(&lang::parse("en").unwrap());
        assert_eq!(named("\u{202F}", &l10n), "a narrow no-break space");
        assert_eq!(named("\u{202E}", &l10n), "“\\u{202e}”");
        assert!(named(&"long ".repeat(4000), &l10n).chars().count() < MAX_QUOTED + 8);
    }
}
