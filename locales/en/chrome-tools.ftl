# Pairing, auditing and adding to catalogues of site chrome: “chrome pair”, “audit” and “add”.

chrome-file-no-language = nothing says which language { $path } is in; put it into a folder named after the language (“fr”), or name it so (“fr.json”)
chrome-file-format = { $path } is no catalogue: use Fluent (.ftl), gettext (.po, .mo) or JSON (.json)
chrome-page-language = nothing says which language the chrome of { $path } is in; give --chrome-lang
chrome-none-named = no catalogue is named: give one with --catalogue, or list it under “catalogues” in the section [chrome] of visavis.toml
chrome-audit-unpaired = no message of the catalogues is this line; add one, for instance with “visavis chrome add”
chrome-term-missing = “{ $id }” speaks of “{ $term }”, and its translation does not say “{ $preferred }”
chrome-term-wrong = “{ $id }” is translated with “{ $found }”; the glossary says “{ $preferred }”
chrome-add-encoding = { $path } is not whole or not in UTF-8; mend it first, so that nothing of it is lost
chrome-added = { $count ->
    [one] One message added
   *[other] { $count } messages added
 }; translate those that are marked “visavis: to translate”
chrome-added-to = written: { $path }
chrome-added-nothing = Every line is known already; nothing was written
