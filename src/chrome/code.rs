//! What can be wrong with a catalogue: the codes, and how grave each is.

use crate::diagnostic::codes;

// An error is what a visitor would see broken, or what is written and not understood.
codes! {
    /// A file that cannot be understood at a place.
    CATALOGUE = "chrome-catalogue" Error;
    /// One text with two translations.
    DUPLICATE = "chrome-duplicate" Warning;
    /// A message without its translation.
    MISSING = "chrome-missing" Warning;
    /// A translation of what the message said once.
    OUTDATED = "chrome-outdated" Warning;
    /// Variables that are not the same in two languages.
    PLACEHOLDERS = "chrome-placeholders" Error;
    /// Plural forms that the language needs and the message lacks, or the reverse.
    PLURAL = "chrome-plural" Warning;
    /// A translation that breaks the glossary.
    TERM = "chrome-term" Error;
    /// A message that no given page shows.
    UNUSED = "chrome-unused" Info;
}
