# Bilingual files: why one is refused, and what in one could not be read.
exchange-not-format = this is no { $format } file; check its name, or convert it first
exchange-other-version = version { $version } is not { $format }; save the file as { $format }
exchange-internal-subset = the file declares its own document type (DOCTYPE with “[ … ]”), which can hide harmful content, so it was not read; remove the part in square brackets
exchange-foreign-encoding = the file says that its encoding is { $encoding }; save it as UTF-8 and try again
exchange-too-deep = more than { $limit } elements stand inside each other here; the file was not read
exchange-too-many = the file has more than { $limit } units; split it
exchange-no-language = the file has no text in { $wanted }; it has: { $found }
exchange-other-languages = this part is from { $source } to { $target }, unlike the first, and was left out; name the languages to choose it
exchange-truncated = the file ends before it should; what comes before was read
exchange-mismatched-tag = “{ $expected }” was expected here, not “{ $found }”; what comes before was read
exchange-malformed = the markup is broken here; what comes before was read
exchange-undeclared-entity = “{ $entity }” is not known in XML; write the character itself
exchange-bare-ampersand = an “&” stands alone here; write “&amp;”
exchange-json-malformed = this line is not valid JSON from here on; it was left out
exchange-json-not-text = “{ $key }” should be a text in quotes
exchange-json-no-text = this line has neither “source” nor “target”; it was left out
exchange-row-too-long =
    this row has { $found ->
        [one] { $found } cell
       *[other] { $found } cells
    }, { $expected ->
        [one] { $expected } was expected
       *[other] { $expected } were expected
    }; put cells that hold a delimiter in quotes
exchange-more-faults =
    { $count ->
        [one] { $count } more place could not be read
       *[other] { $count } more places could not be read
    }
