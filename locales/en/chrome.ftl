### What is said about catalogues of site chrome that a user brings.

chrome-syntax = this is not a message of a catalogue; write “name = text” at the margin, and indent the lines that belong to it
chrome-syntax-expected = “{ $sign }” is missing here; write “name = text” at the margin, and indent the lines that belong to it
chrome-too-deep = too many braces inside one another; nothing of this file is used
chrome-no-value = “{ $id }” has no text of its own; write it after the equals sign
chrome-unknown-reference = “{ $id }” refers to “{ $name }”, which this file does not define
chrome-too-many-forms = “{ $id }” has too many variants or variables, or refers to itself; split it into several messages
chrome-unknown-kind = “{ $kind }” is no kind of variable; write one of { $known }
chrome-twice = “{ $id }” is defined a second time; the first definition is used. Remove one, or give it another name
chrome-message-twice = “{ $id }” is defined a second time in this file; remove one of the two
chrome-no-language = nothing says which language this catalogue is in; write it into the header (“Language: fr”) or into the file’s name
chrome-missing-counterpart = “{ $id }” has no counterpart in { $lang }; add it to the catalogue of that language
chrome-missing-open = “{ $id }” is not translated into { $lang } yet; lines of pages are not paired with it
chrome-outdated-fuzzy = the translation of “{ $id }” is marked as fuzzy; look at it and take the mark away
chrome-outdated-fuzzy-from = the translation of “{ $id }” was made for “{ $text }”; look at it and take the mark away
chrome-outdated-from = “{ $id }” was translated from “{ $text }”, which the other language no longer says; translate it anew
chrome-placeholders-differ = “{ $id }” has the variables “{ $own }” here and “{ $other }” in { $lang }; both need the same
chrome-plural-lacks = “{ $id }” lacks plural forms that { $lang } needs: { $forms }
chrome-plural-surplus = “{ $id }” has plural forms that no number takes in { $lang }: { $forms }
chrome-duplicate-text = “{ $text }” is translated as “{ $other }” in “{ $id }” and differently here; use one translation, or tell the two apart by a context
chrome-unused-message = none of the pages shows “{ $id }”
chrome-po-string = a text in quotation marks is missing here, or its closing mark is; a quotation mark inside is written \"
chrome-po-keyword = this begins no line of a PO file; write msgctxt, msgid, msgid_plural, msgstr or msgstr[0]
chrome-po-escape = “\{ $sign }” means nothing in a PO file; write \\ for a backslash
chrome-po-index = the number of a plural form must lie between 0 and 7
chrome-po-stray = this text belongs to no message; write msgid or msgstr before it
chrome-mo-magic = this is no MO file; compile it anew with msgfmt
chrome-mo-truncated = the file is cut short or damaged: what byte { $at } speaks of lies outside it. Compile it anew with msgfmt
chrome-mo-encoding = the text that byte { $at } speaks of is not UTF-8; compile the file anew with msgfmt
chrome-json-syntax = this is not JSON; what comes before it is used
chrome-json-too-deep = too many objects inside one another; what comes before is used
chrome-json-icu = the braces of “{ $id }” are no choice that can be understood; each form needs braces of its own, and the last one is called “other”
