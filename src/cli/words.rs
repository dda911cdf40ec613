//! The words of the command line: messages with arguments, and help texts whose ids follow from the command.
//!
//! A command `glossary check` has `cli-glossary-check-about`, perhaps `cli-glossary-check-long`, and for its argument
//! `file` `cli-glossary-check-arg-file`. Options shared by several commands are `cli-shared-arg-…`, those of every
//! command `cli-global-arg-…`. A test walks the commands and holds the locales to exactly these ids.

use crate::l10n::Localizer;
use crate::message::Message;

crate::messages! { MESSAGES;
    unknown_option = "cli-error-unknown-option" (option);
    unknown_argument = "cli-error-unknown-argument" (argument);
    unknown_command = "cli-error-unknown-command" (command);
    no_command = "cli-error-no-command" (command);
    invalid_value = "cli-error-invalid-value" (value, option);
    empty_value = "cli-error-empty-value" (option);
    missing = "cli-error-missing" (count, arguments);
    no_equals = "cli-error-no-equals" (option);
    surplus_value = "cli-error-surplus-value" (value, option);
    too_few_values = "cli-error-too-few-values" (option, wanted, given);
    wrong_number_of_values = "cli-error-wrong-number-of-values" (option, wanted, given);
    repeated = "cli-error-repeated" (option);
    conflict = "cli-error-conflict" (option, others);
    stdin_twice = "cli-error-stdin-twice" ();
    not_utf8 = "cli-error-not-utf8" (argument);
    misunderstood = "cli-error-misunderstood" ();
    bad_language = "cli-error-bad-language" (value, option);
    bad_number = "cli-error-bad-number" (value, option);
    unknown_rule = "cli-error-unknown-rule" (rule);
    no_scheme = "cli-error-no-scheme" (from, to);
    tip_similar = "cli-tip-similar" (name);
    tip_values = "cli-tip-values" (values);
    tip_commands = "cli-tip-commands" (commands);
    tip_elsewhere = "cli-tip-elsewhere" (option, command);
    tip_two_dashes = "cli-tip-two-dashes" (argument);
    tip_no_dashes = "cli-tip-no-dashes" (command);
    tip_language_codes = "cli-tip-language-codes" ();
    tip_rules = "cli-tip-rules" ();
    tip_schemes = "cli-tip-schemes" ();
    more_help = "cli-more-help" (command);
    default_value = "cli-default" (values);
    possible_values = "cli-possible" (values);
    labelled_error = "cli-label-error" ();
    labelled_tip = "cli-label-tip" ();
}

/// The sentences of a language, by id.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'l> {
    l10n: &'l Localizer,
}

impl<'l> Words<'l> {
    pub(super) fn new(l10n: &'l Localizer) -> Self {
        Self { l10n }
    }

    /// A sentence without arguments; its id where no locale has it, which the tests rule out.
    pub(super) fn get(self, id: &str) -> String {
        self.find(id).unwrap_or_else(|| id.to_owned())
    }

    /// A sentence that may be lacking, such as the longer description of a command.
    pub(super) fn find(self, id: &str) -> Option<String> {
        self.l10n.get(id)
    }

    pub(super) fn say(self, message: &Message) -> String {
        self.l10n.text(message)
    }
}

/// The ids that stand on their own: not of a command, not declared as a message.
#[cfg(test)]
pub(super) const FIXED: &[&str] = &[
    "cli-about",
    "cli-long",
    "cli-heading-usage",
    "cli-heading-commands",
    "cli-heading-arguments",
    "cli-heading-options",
    "cli-heading-global",
    "cli-heading-examples",
    "cli-heading-status",
    "cli-man-manual",
    "cli-man-name",
    "cli-man-synopsis",
    "cli-man-description",
    "cli-man-commands",
    "cli-man-arguments",
    "cli-man-options",
    "cli-man-global",
    "cli-man-examples",
    "cli-man-status",
    "cli-man-environment",
    "cli-man-files",
    "cli-man-see-also",
    "cli-man-file-project",
    "cli-man-file-pyproject",
    "cli-completion-commands",
];
