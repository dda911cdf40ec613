### What is said about catalogues of site chrome that a user brings.

chrome-syntax = this is not a message of a catalogue; write “name = text” at the margin, and indent the lines that belong to it
chrome-syntax-expected = “{ $sign }” is missing here; write “name = text” at the margin, and indent the lines that belong to it
chrome-too-deep = too many braces inside one another; nothing of this file is used
chrome-duplicate = “{ $id }” is defined a second time; the first definition is used. Remove one, or give it another name
chrome-no-value = “{ $id }” has no text of its own; write it after the equals sign
chrome-unknown-reference = “{ $id }” refers to “{ $name }”, which this file does not define
chrome-too-many-forms = “{ $id }” has too many variants or variables, or refers to itself; split it into several messages
chrome-unknown-kind = “{ $kind }” is no kind of variable; write one of { $known }
chrome-no-counterpart = “{ $id }” has no counterpart in { $lang }; add it to the catalogue of that language
chrome-variables-differ = “{ $id }” has the variables “{ $own }” here and “{ $other }” in { $lang }; both need the same
