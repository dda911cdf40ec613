//! What the readers of bilingual files say: why a file is refused, and what in it could not be read.

crate::messages! { MESSAGES;
    not_format = "exchange-not-format" (format);
    other_version = "exchange-other-version" (format, version);
    internal_subset = "exchange-internal-subset" ();
    foreign_encoding = "exchange-foreign-encoding" (encoding);
    too_deep = "exchange-too-deep" (limit);
    too_many = "exchange-too-many" (limit);
    no_language = "exchange-no-language" (wanted, found);
    other_languages = "exchange-other-languages" (source, target);
    truncated = "exchange-truncated" ();
    mismatched_tag = "exchange-mismatched-tag" (expected, found);
    malformed = "exchange-malformed" ();
    undeclared_entity = "exchange-undeclared-entity" (entity);
    bare_ampersand = "exchange-bare-ampersand" ();
    json_malformed = "exchange-json-malformed" ();
    json_not_text = "exchange-json-not-text" (key);
    json_no_text = "exchange-json-no-text" ();
    row_too_long = "exchange-row-too-long" (found, expected);
    more_faults = "exchange-more-faults" (count);
}
