//! What can be wrong with a glossary: the codes, and how grave each is.

use crate::diagnostic::codes;

// An error is what makes checks wrong: something written that is not applied, or two entries that no text can obey.
codes! {
    BAD_CHARACTER = "glossary-bad-character" Error;
    BAD_LANGUAGE = "glossary-bad-language" Error;
    BAD_REGEX = "glossary-bad-regex" Error;
    BAD_VALUE = "glossary-bad-value" Error;
    CONFLICT = "glossary-conflict" Error;
    DUPLICATE = "glossary-duplicate" Warning;
    DUPLICATE_ID = "glossary-duplicate-id" Error;
    EMPTY_SECTION = "glossary-empty-section" Warning;
    MISSING_LANGUAGE = "glossary-missing-language" Info;
    SELF_REFERENCE = "glossary-self-reference" Error;
    SYNTAX = "glossary-syntax" Error;
    TOO_LONG = "glossary-too-long" Warning;
    UNDECLARED_LANGUAGE = "glossary-undeclared-language" Warning;
    UNKNOWN_KEY = "glossary-unknown-key" Error;
    UNUSED = "glossary-unused" Info;
}
