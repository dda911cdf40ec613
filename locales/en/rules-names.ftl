# Findings about names: their spellings and their scripts.

mixed-script-word = “{ $found }” is written in two alphabets: “{ $letters }” { $script ->
        [cyrillic] comes from the Cyrillic alphabet
        [greek] comes from the Greek alphabet
       *[latin] comes from the Latin alphabet
    }, and no search will find the word
name-untransliterated-listed = “{ $found }” was left in its own script; the glossary writes “{ $preferred }”
name-untransliterated-by-table = “{ $found }” was left in its own script; letter by letter it would be “{ $romanized }”
name-untransliterated-unknown = “{ $found }” was left in its own script; write it as readers of this language know it
name-variant-likely = “{ $found }” is very likely “{ $preferred }”, as the glossary writes the name; if it is another name, list it under not-variants
name-variant-letters = “{ $found }” is very likely “{ $preferred }”, as the glossary writes the name (letters that differ: { $letters }); if it is another name, list it under not-variants
name-inconsistent-spellings = “{ $found }” ({ $count ->
        [one] once
       *[other] { $count } times
    }) and “{ $usual }” ({ $usual_count ->
        [one] once
       *[other] { $usual_count } times
    }) look like one name; choose one spelling, or list both names in a glossary
