# Mistakes in the syntax of TOML files, in words for people who have never seen one.
toml-duplicate-key = “{ $key }” stands here for the second time; keep one of the two or rename one
toml-unquoted = a text must stand in quotes: write "{ $value }" in straight quotation marks
toml-open-string = the quotation mark that ends this text is missing
toml-no-value = a value is missing here; write key = "value"
toml-missing-comma = a comma is missing here
toml-extra-comma = there is one comma too many here
toml-unclosed = “{ $mark }” is never closed; up to the next [table] nothing could be read
toml-bad-key = “{ $key }” cannot stand in a key as it is; put the key in quotes, or use plain letters, digits, - and _
toml-bad-escape = the backslash begins an escape that does not exist; write \\ for a backslash, or use single quotes
toml-too-deep = lists and tables are nested too deeply here
