//! What the readers of bilingual files say: why a file is refused, and what in it could not be read.

crate::messages! { MESSAGES;
    not_format = "exchange-not-format" (format);
    other_version = "exchange-other-version" (format, version);
    too_many = "exchange-too-many" (limit);
    no_language = "exchange-no-language" (wanted, found);
    other_languages = "exchange-other-languages" (source, target);
    json_malformed = "exchange-json-malformed" ();
    json_not_text = "exchange-json-not-text" (key);
    json_no_text = "exchange-json-no-text" ();
    row_too_long = "exchange-row-too-long" (found, expected);
    more_faults = "exchange-more-faults" (count);
}
