# Converting glossaries: what a format cannot hold, and why something is not done.
glossary-convert-loses =
    { $count ->
        [one] { $count } concept loses its “{ $what }”, which { $format } does not hold
       *[other] { $count } concepts lose their “{ $what }”, which { $format } does not hold
    }
glossary-convert-loses-concepts =
    { $count ->
        [one] { $count } concept is left out, since { $format } cannot hold it
       *[other] { $count } concepts are left out, since { $format } cannot hold them
    }
glossary-convert-loses-name = the name of the glossary is lost, which { $format } does not hold
glossary-convert-loses-languages = { $format } does not hold that the glossary is also meant for: { $languages }
glossary-convert-too-large = the glossary is larger than { $format } can hold; divide it
glossary-convert-needs-languages = { $format } needs the languages, which the file does not name; give them with --source-lang and --target-lang
glossary-convert-left-out =
    { $count ->
        [one] { $count } concept has “{ $what }”, which is left out: a glossary here does not hold it
       *[other] { $count } concepts have “{ $what }”, which is left out: a glossary here does not hold it
    }
glossary-convert-second-preferred =
    { $count ->
        [one] { $count } concept has two preferred terms in one language; the first stays preferred, the other is admitted
       *[other] { $count } concepts have two preferred terms in one language; the first stays preferred, the other is admitted
    }
glossary-convert-unknown-format = the ending of “{ $path }” does not tell the format; give it with { $option }: { $formats }
glossary-convert-exists = “{ $path }” is there already; add to it with --merge, or write over it with --force
glossary-convert-merge-needs-toml = only a TOML file can be added to; leave --merge out
glossary-convert-already-there =
    { $count ->
        [one] { $count } concept is in “{ $path }” already and stays there as it is
       *[other] { $count } concepts are in “{ $path }” already and stay there as they are
    }
glossary-convert-more-warnings =
    { $count ->
        [one] { $count } more remark on “{ $path }”: see “visavis glossary check”
       *[other] { $count } more remarks on “{ $path }”: see “visavis glossary check”
    }
glossary-convert-languages-unnamed = “{ $path }” does not name its languages; say which they are with --source-lang and --target-lang
glossary-unreadable = “{ $path }” was not read
glossary-edit-not-toml = the glossary is no TOML from line { $line } on; correct it with “visavis glossary check”
glossary-edit-not-possible = “{ $id }” cannot be put into this glossary without changing the rest of it; write it in by hand
glossary-edit-no-concept = the glossary has no entry “{ $id }”
