//! What is said about the run itself, on standard error.

use std::io;

use super::Run;
use crate::app::Notice;
use crate::diagnostic::Severity;
use crate::message::Message;
use crate::text::visible;

crate::messages! { MESSAGES;
    error = "notice-error" (text);
    warning = "notice-warning" (text);
    info = "notice-info" (text);
    output = "notice-output" (detail);
}

impl Run<'_> {
    /// Says the notices of the session; `--quiet` leaves only what went wrong, `--verbose` adds details.
    pub(super) fn say_notices(&mut self) {
        for notice in std::mem::take(&mut self.session.notices) {
            let (severity, text) = match &notice {
                Notice::Detail(message) if self.global.verbose => {
                    (Severity::Info, self.l10n.text(message))
                }
                Notice::Detail(_) => continue,
                Notice::Plain(severity, message) => (*severity, self.l10n.text(message)),
                Notice::Place(found) => {
                    let file = self.session.sources.get(found.primary.at.source);
                    let at = file.line_column(found.primary.at.span.start());
                    let message = self.l10n.text(&found.message);
                    let path = visible(&file.path).into_owned();
                    (found.severity, format!("{path}:{}:{}: {message}", at.line, at.column))
                }
            };
            if self.global.quiet && severity < Severity::Error {
                continue;
            }
            let said = self.l10n.text(&worded(severity, &text));
            // Nothing can be done where even this cannot be written.
            let _ = writeln!(self.err, "{said}");
        }
    }

    /// Says that standard output could not be written.
    pub(super) fn say_output_error(&mut self, failure: &io::Error) {
        let said = self.l10n.text(&output(failure.to_string()));
        let said = self.l10n.text(&worded(Severity::Error, &said));
        let _ = writeln!(self.err, "{said}");
    }
}

fn worded(severity: Severity, text: &str) -> Message {
    match severity {
        Severity::Error => error(text),
        Severity::Warning => warning(text),
        Severity::Info => info(text),
    }
}
