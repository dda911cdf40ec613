# What is wrong with a glossary.
glossary-bad-character-in-form = “{ $form }” holds { $character }, a character that no text holds; type the form anew, or save the file as UTF-8
glossary-bad-language-nearest = “{ $tag }” is no language tag; write “{ $nearest }”
glossary-bad-language-none = “{ $tag }” is no language tag; write for example en, fr or pt-BR
glossary-bad-language-not-given = this file does not say which languages it has; give the source and the target language
glossary-undeclared-language-key = “{ $key }” is a language that the file does not declare ({ $declared }); add it to languages
glossary-undeclared-language-nearest = “{ $key }” is a language that the file does not declare ({ $declared }); did you mean “{ $nearest }”?
glossary-bad-regex-form =
    “{ $pattern }” is no regular expression: { $reason ->
        [open-group] a ( is never closed
        [closed-group] a ) was never opened
        [open-class] a [ is never closed
        [nothing-repeated] nothing stands before the *, + or ?
        [bad-count] the number of repetitions in braces is wrong
        [bad-escape] the backslash begins an escape that does not exist
        [unsupported] look-around and back-references are not available
        [too-big] it is too large
       *[other] it cannot be read
    }
glossary-empty-section-language = the entry has no term in { $language }; write one or remove the language
glossary-empty-section-form = “{ $key }” is empty; write the form or remove it
glossary-empty-section-cell = the term in { $language } is missing
glossary-empty-section-concept = the entry “{ $id }” has no term in any language
glossary-syntax-format = files that end in “.{ $extension }” are not read as glossaries; use .toml, .tbx, .csv, .tsv, .xlsx, .jsonl or .txt
glossary-syntax-open-quote = this quotation mark is never closed; close it, or double it where it belongs to the text
glossary-syntax-behind-quote = text behind a closing quotation mark was left out; double quotation marks that belong to the text
glossary-syntax-too-many-fields = the row has { $found } fields, but the header has { $expected }; put quotation marks round a text that holds the separator
glossary-syntax-no-tab = there is no tab between term and translation
glossary-syntax-no-header = the first line must name the languages, for example en;fr
glossary-syntax-column-twice = the column “{ $column }” stands here for the second time; remove one of the two
glossary-syntax-not-tbx = this is no TBX file; check its name, or convert it first
glossary-syntax-json-line = this line is no JSON object of a concept; correct or remove it
glossary-unknown-key-misplaced = “{ $key }” belongs in a language: fr = {"{"} term = "…", { $part } = … {"}"}
glossary-unknown-key-column = unknown column “{ $column }”; it was left out
glossary-unknown-key-column-nearest = unknown column “{ $column }”; did you mean “{ $nearest }”?
glossary-bad-value-cell = “{ $column }” cannot be “{ $value }”; use one of: { $expected }
glossary-duplicate-form = “{ $form }” stands twice in { $language } in this entry; remove one
glossary-duplicate-concept = “{ $form }” already has this translation in the entry “{ $other }”; make one entry of the two
glossary-duplicate-id-concept = another entry is also called “{ $id }”; rename one
glossary-conflict-targets = “{ $form }” is “{ $here }” here, but “{ $there }” in the entry “{ $other }” of the same domain; make one entry of the two, or give each its domain
glossary-conflict-own = this entry both allows and rejects “{ $form }” in { $language }; decide for one
glossary-conflict-other = “{ $form }” is rejected here, but the entry “{ $other }” wants it; decide for one
glossary-missing-language-concept = the entry “{ $id }” has no term in { $language }
glossary-self-reference-use = “{ $form }” is to be replaced by “{ $instead }”, which this entry rejects as well; name a form that is allowed
glossary-self-reference-except = “{ $form }” is its own exception and would never be checked; list longer phrases that hold it
glossary-self-reference-variant = “{ $form }” is a name of this entry; remove it from not-variants
glossary-too-long-form = “{ $form }” has more than { $most } words and signs and is never looked for; list a shorter part of it
glossary-stands-there = here
glossary-unused-entry = no text uses the entry “{ $id }”
