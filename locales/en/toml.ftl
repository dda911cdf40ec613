# Mistakes in TOML files that people write: projects and glossaries.
toml-syntax = not valid TOML: { $detail }
toml-unknown-key = unknown key “{ $key }”; remove it
toml-unknown-key-nearest = unknown key “{ $key }”; did you mean “{ $nearest }”?
toml-wrong-type =
    “{ $key }” should be { $expected ->
        [string] a text in quotes
        [array] a list in square brackets
        [table] a table
        [boolean] true or false
        [integer] a whole number
       *[other] { $expected }
    }, not { $found ->
        [string] a text
        [array] a list
        [table] a table
        [boolean] true or false
        [integer] a whole number
        [float] a decimal number
        [datetime] a date
       *[other] { $found }
    }
toml-wrong-value = “{ $key }” cannot be “{ $value }”; use one of: { $expected }
toml-missing-key = the key “{ $key }” is missing; add it
