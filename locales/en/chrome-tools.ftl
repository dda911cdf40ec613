# Pairing, auditing and adding to catalogues of site chrome: “chrome pair”, “audit” and “add”.

chrome-file-no-language = nothing says which language { $path } is in; put it into a folder named after the language (“fr”), or name it so (“fr.json”)
chrome-file-format = { $path } is no catalogue: use Fluent (.ftl), gettext (.po, .pot, .mo) or JSON (.json, .arb)
chrome-page-language = nothing says which language the chrome of { $path } is in; give --chrome-lang
chrome-none-named = no catalogue is named: give one with --catalogue, or list it under “catalogues” in the section [chrome] of visavis.toml
chrome-audit-unpaired = no message of the catalogues is this line; add one, for instance with “visavis chrome add”
chrome-typography-habit = this file breaks the rule “{ $rule }” in { $count } places, of which this is the first; if it does so on purpose, ignore the rule for it
chrome-term-missing = “{ $id }” speaks of “{ $term }”, and its translation does not say “{ $preferred }”
chrome-term-wrong = “{ $id }” is translated with “{ $found }”; the glossary says “{ $preferred }”
chrome-add-encoding = { $path } is not whole, or in an encoding that cannot be written back as it was; save it in UTF-8 first, so that nothing of it is lost
chrome-add-letters = { $path } is in { $encoding }, which lacks letters of the new messages; save it in UTF-8 and say so in its header
chrome-add-broken = { $path } cannot be added to, for it is not understood; “visavis chrome audit” says where
chrome-add-unquotable = { $path }: “{ $line }” was not added, for i18next would put something else in the place of “{ $sign }”, and nothing can quote these signs; write this message by hand, with a variable in that place
chrome-add-several = { $path } holds the catalogues of several programs; choose one with --name: { $names }
chrome-add-format = nothing can be added to { $path }; name a file of Fluent (.ftl), gettext (.po) or JSON (.json, .arb), or a folder
chrome-added = { $count ->
    [one] One message added
   *[other] { $count } messages added
 }; translate what is left empty or marked “visavis: to translate”
chrome-added-to = written: { $path }
chrome-added-nothing = Every line is known already; nothing was written
