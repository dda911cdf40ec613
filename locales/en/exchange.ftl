# Bilingual files: why one is refused, and what in one could not be read.
exchange-not-format = this is no { $format } file; check its name, or convert it first
exchange-other-version = version { $version } is not { $format }; save the file as { $format }
exchange-too-many = the file has more than { $limit } units; split it
exchange-no-language = the file has no text in { $wanted }; it has: { $found }
exchange-other-languages = this part is from { $source } to { $target }, unlike the first, and was left out; name the languages to choose it
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
