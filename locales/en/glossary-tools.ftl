# Looking up, counting and extracting terms: “glossary lookup”, “stats” and “extract”.

glossary-none-named = no glossary is named: give one with --glossary, or list it under “glossaries” in { $path }
extract-too-much-text = the texts are too long to be read whole; terms of the part left out may be lacking. Give fewer texts at a time

## lookup

lookup-nothing = nothing found for “{ $phrase }”
lookup-heading = { $form } [{ $id }]
lookup-heading-within = { $form } [{ $id }], a part of what was looked up
lookup-heading-part = { $form } [{ $id }], which contains what was looked up
lookup-heading-near = { $form } [{ $id }], only nearly what was looked up
lookup-forms = { $lang }: { $forms }
lookup-admitted = { $form } (may be used)
lookup-deprecated = { $form } (out of date)
lookup-forbidden = { $form } (not to be used)
lookup-definition = meaning: { $text }
lookup-note = note: { $text }
lookup-usage = example: { $text }
lookup-source = source: { $text }
lookup-keep = to be left as it is in every language

## stats

stats-concept = entry
stats-term = term
stats-used = used
stats-kept = kept
stats-missing = missing
stats-forbidden = forbidden
stats-deprecated = out of date
stats-untranslated = left as is
stats-spelling = spelling
stats-case = capitals
stats-unasked = stray
stats-open = open
stats-total = { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
stats-unused = { $count ->
        [one] { $count } further entry stands nowhere in the texts
       *[other] { $count } further entries stand nowhere in the texts
    }
stats-none-used = { $files ->
        [one] no entry of the glossary stands in the text
       *[other] no entry of the glossary stands in the { $files } texts
    }

## extract

extract-head = Proposed by “visavis glossary extract”. Read every entry before you keep it.
extract-names = For a person, a place or an organization add: kind = "person", "place" or "organization".
extract-score = { $sort }, score { $score }, { $count ->
        [one] { $count } use
       *[other] { $count } uses
    }
extract-facing = “{ $form }” stands in { $count ->
        [one] { $count } of the facing sentences
       *[other] { $count } of the facing sentences
    }
extract-spellings = also spelled: { $forms }
extract-at = { $path }, line { $line }: { $text }
extract-nothing = nothing to propose: the texts are short, or the glossary has their terms already
extract-left-out = { $count ->
        [one] { $count } more proposal is left out; raise --limit to see it
       *[other] { $count } more proposals are left out; raise --limit to see them
    }
extract-sort-acronym = acronym
extract-sort-name = name
extract-sort-term = term
extract-column-score = score
extract-column-uses = uses
extract-column-sort = kind
extract-column-source = term
extract-column-target = translation
extract-column-together = together
