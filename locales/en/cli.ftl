# The command line: help, manual, wrong usage. Names of commands and options stay as they are in every language.

cli-about = Sets a text and its translation face to face and holds both to a glossary
cli-long =
    visavis reads a web page or a text, tells the article from the site around it, sets each sentence beside its translation, and checks both against your glossaries. It writes the result as a bilingual document for readers (HTML, Markdown) or for translation tools (TMX, XLIFF), with the differences marked.

    The settings of a project are written down once, in visavis.toml; “visavis init” makes a first one. Every command can also be used without it.

## Headings

cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-heading-global = Global options:
cli-heading-examples = Examples:
cli-heading-status = Exit status:
cli-default = [default: { $values }]
cli-possible = [values: { $values }]
cli-more-help = For more, run “{ $command }”.

## What stands for a value

cli-value-command = COMMAND
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-format = FORMAT
cli-value-lang = LANGUAGE
cli-value-model = MODEL
cli-value-name = NAME
cli-value-names = NAME NAME|FILE
cli-value-number = NUMBER
cli-value-options = OPTIONS
cli-value-order = ORDER
cli-value-page = PAGE
cli-value-path = PATH
cli-value-project = PROJECT|PAGE
cli-value-rule = RULE
cli-value-scheme = SCHEME
cli-value-severity = SEVERITY
cli-value-shell = SHELL
cli-value-source = SOURCE
cli-value-target = TARGET
cli-value-term = TERM
cli-value-url = URL
cli-value-when = WHEN

## Options of every command

cli-global-arg-ui-lang = Language to speak; without it, that of your environment
cli-global-arg-color = When to use colour
cli-global-arg-config = Use this project file, not the nearest visavis.toml
cli-global-arg-isolated = Use no project file
cli-global-arg-quiet = Say only what went wrong
cli-global-arg-verbose = Say what was guessed and decided, too
cli-global-arg-jobs = Work on at most so many files at once; without it, one per processor
cli-global-arg-help = Show help: a summary with “-h”, everything with “--help”
cli-global-arg-version = Show the version

## Options of several commands

cli-shared-arg-path = Texts, bilingual files or folders; without any, the project or folder you are in
cli-shared-arg-pair = Align a text with its translation and take the two together
cli-shared-arg-source-lang = Language of the source, such as “en”
cli-shared-arg-target-lang = Language of the translation, such as “fr” or “pt-BR”
cli-shared-arg-glossary = A glossary to hold the texts to; give the option once for each
cli-shared-arg-select = Only these rules: names or first words of names, parted by commas
cli-shared-arg-ignore = Not these rules
cli-shared-arg-fail-on = Fail on findings of this severity or a graver one; without it, as the project says, else on errors
cli-shared-arg-format = How to write findings; without it, “full” on a terminal and “concise” elsewhere
cli-shared-arg-listing = How to write the result

## build

cli-build-about = Write the bilingual documents of a project or a page
cli-build-long =
    Reads each page of the project, tells its body from the chrome of the site, aligns the body with its translation and the chrome with the catalogue of messages, checks everything against the glossaries, and writes the documents.

    The command succeeds when its documents are written and every input could be read whole, whatever was found; with --strict it ends as “visavis check” would.
cli-build-arg-path = A project’s folder, its visavis.toml, or a single page
cli-build-arg-out = Folder to write to, not the project’s own
cli-build-arg-formats = Only these documents, parted by commas
cli-build-arg-strict = Fail where “visavis check” would

## split

cli-split-about = List the blocks of pages: body or chrome, kind, language
cli-split-arg-page = The pages
cli-split-arg-body-lang = Language of the body, where it is known
cli-split-arg-chrome-lang = Language of the chrome, where it is known

## detect

cli-detect-about = Tell the language of each line of standard input
cli-detect-arg-langs = The languages that are possible, parted by commas

## segment

cli-segment-about = Write a text with one sentence a line
cli-segment-long = Each line of the text is a paragraph. A blank line follows the sentences of each paragraph. A project names its own words under [segmentation] in visavis.toml.
cli-segment-arg-file = The text; “-” reads standard input
cli-segment-arg-lang = Its language; without it, it is told from the text
cli-segment-arg-rules = A TOML file with more abbreviations and other words for that language
cli-segment-arg-srx = Write the rules as SRX 2.0, for other tools: those of --lang, else all

## align

cli-align-about = Align the sentences of a text and its translation
cli-align-long =
    Every sentence stands in exactly one row, in the order of the texts. Sentences without a counterpart stand alone, those of a paragraph that were left out together in one row.

    The formats: “tsv” writes the two texts with a tab between them; “ladder” writes the numbers of the sentences, counted from 0, with a confidence; “json” writes both, an object a line; “tmx” and “xliff” are for translation tools; “html” and “md” set the texts face to face for readers.

    An alignment can be edited (rows joined, split, moved) and given back with --pin; its rows are then kept.

    With --embeddings, the sentences and their clauses are sent to the server that is named, any that answers like OpenAI’s /v1/embeddings; otherwise nothing is sent anywhere. Its key is taken from the environment variable VISAVIS_EMBEDDINGS_KEY.
cli-align-arg-source = The text; “-” reads standard input
cli-align-arg-target = Its translation
cli-align-arg-segmented = The texts have one sentence a line already
cli-align-arg-pin = Rows that are settled: lines such as [3]:[4, 5], or an alignment that was edited
cli-align-arg-embeddings = Ask this server for sentence embeddings (the texts are sent there)
cli-align-arg-embeddings-model = The model to ask the server for
cli-align-arg-format = How to write the rows
cli-align-arg-output = Write to this file, not to standard output

## check

cli-check-about = Check texts, bilingual files or a whole project
cli-check-long =
    A folder with a visavis.toml is checked as the project that it describes; in any other folder every file of a known kind is checked. A single file is a text in one language or a bilingual file (TMX, XLIFF, TSV, CSV, JSON Lines).

    “visavis rules” lists what is checked, “visavis explain” says why.
cli-check-arg-output = Write findings to this file, not to standard output

## fix

cli-fix-about = Check, and mend what can safely be mended
cli-fix-long = Takes what “visavis check” takes. Safe fixes are those that no reader would contest; the others are left to you unless you ask for them with --unsafe.
cli-fix-arg-diff = Show what would change and write nothing
cli-fix-arg-unsafe = Apply fixes that may change the meaning, too

## glossary

cli-glossary-about = Work on glossaries
cli-glossary-check-about = Check that glossaries are complete and free of contradictions
cli-glossary-check-arg-file = The glossaries
cli-glossary-lookup-about = Look words up in the glossaries
cli-glossary-lookup-long = Finds entries in any of their languages and inflected forms, then those that contain the words and those that are spelled almost like them. Finding nothing is no failure.
cli-glossary-lookup-arg-term = Words or phrases, each looked up by itself; without any, or with “-”, every line of standard input
cli-glossary-lookup-arg-lang = Only among the terms of this language
cli-glossary-extract-about = Propose entries for a glossary from texts
cli-glossary-extract-long = Proposes acronyms, names and recurring terms, and in a text with its translation what renders them. What the glossaries have already is left out. Read the proposals before you keep them.
cli-glossary-extract-arg-format = How to write proposals: a glossary to paste from, a table, or an object a line
cli-glossary-extract-arg-limit = Most proposals
cli-glossary-extract-arg-min-count = Fewest uses of a name or a term, from 2 on
cli-glossary-stats-about = Count how often each entry is used, kept and broken
cli-glossary-stats-arg-format = How to write the counts
cli-glossary-stats-arg-sort = Order of the entries: those with most faults first, or by id
cli-glossary-check-arg-texts = Texts, bilingual files or folders: entries that none of them uses are reported
cli-glossary-convert-about = Convert a glossary into another format
cli-glossary-convert-arg-in = The glossary
cli-glossary-convert-arg-out = The new file; - for standard output
cli-glossary-convert-arg-from = Format of the glossary; told by the ending of its name where it is not given
cli-glossary-convert-arg-to = Format of the new file; told by the ending of its name where it is not given
cli-glossary-convert-arg-force = Write over a TOML file that is there
cli-glossary-convert-arg-merge = Add what is new to a TOML file that is there; its comments and its order stay

## names

cli-names-about = Work on names of persons and places
cli-names-romanize-about = Write names in Latin letters, by a table
cli-names-romanize-long =
    Reads a name or a text a line from standard input and writes it in Latin letters, as readers of another language know it. What is not in the alphabet of the language passes through unchanged.

    Arabic and Persian write no short vowels; they are answered with consonants only, which can confirm a spelling but do not make one.
cli-names-romanize-arg-from = Language of the names, such as “ru” or “el”
cli-names-romanize-arg-to = Language of the readers, such as “en” or “fr”
cli-names-romanize-arg-scheme = The table to go by, such as “press”, “bgn” or “iso9”; without it, what newspapers write
cli-names-romanize-arg-list = List the tables, and read nothing
cli-names-compare-about = Tell whether two spellings are one name
cli-names-compare-long = Give two names, or a file with two names a line and a tab between them; “-” reads standard input. Each pair is answered with a score from 0 to 1 and a verdict. A name without its other half is another name.
cli-names-compare-arg-names = Two names, or a file of pairs
cli-names-compare-arg-why = Say what spoke for and against it, too
cli-names-variants-about = List how names are spelled in files, how often and where
cli-names-variants-long =
    Looks for the names given and for the persons and places of the glossaries given. Without either, lists every name that is spelled in more than one way.

    With “--format toml” the spellings become glossary entries, the most frequent one preferred.
cli-names-variants-arg-path = Texts, bilingual files or folders
cli-names-variants-arg-name = A name to look for; give the option once for each
cli-names-variants-arg-glossary = A glossary whose persons and places to look for; give the option once for each
cli-names-variants-arg-format = How to write the spellings

## chrome

cli-shared-arg-catalogue = A catalogue of site chrome, beside the built-in ones: a Fluent, PO, MO or JSON file, or a folder of them; give the option once for each
cli-shared-arg-chrome-lang = Language of the chrome, where it is known
cli-chrome-about = Work on the chrome of sites: menus, forms, notices
cli-chrome-pair-about = Pair each line of a page’s chrome with the catalogues
cli-chrome-pair-long = Writes for each line how it was recognised (exact, normalised, template, fuzzy), its text in the other language and the message that it is. A line that several messages could be is written with all of them; a line that none is stays open.
cli-chrome-pair-arg-page = The page
cli-chrome-pair-arg-lines = Take every line of the file for a line of chrome
cli-chrome-audit-about = Check catalogues against each other, the glossary and pages
cli-chrome-audit-long = Finds messages that one language lacks, that are out of date, whose variables or plural forms differ, or that break the glossary or their language’s typography; with pages also lines that no message is, and messages that no line is.
cli-chrome-audit-arg-page = Pages that show the messages
cli-chrome-add-about = Write messages for the lines of a page that no catalogue knows
cli-chrome-add-long = Adds to the catalogue’s files of both languages (Fluent, PO, JSON, ARB): the language of the line is filled in, the other is left open and marked. What the files hold already is kept byte for byte, and a second run adds nothing.
cli-chrome-add-arg-page = The page
cli-chrome-add-arg-catalogue = A file of the catalogue, or its folder; a folder without catalogues gets Fluent files
cli-chrome-add-arg-name = Name of the files in the folder, without language and ending

## explain, rules

cli-explain-about = Explain a rule: what it checks, why, with examples
cli-explain-arg-rule = The rule, as findings name it
cli-rules-about = List the rules

## init

cli-init-about = Write a first visavis.toml and glossary into a folder
cli-init-arg-folder = The folder

## completions, man, help

cli-completions-about = Write the completion script of a shell to standard output
cli-completions-arg-shell = The shell
cli-man-about = Write the manual page
cli-man-arg-out = Write a page for each command into this folder, not one page to standard output
cli-help-about = Show the help of a command
cli-help-arg-command = The command, such as “check” or “glossary check”
cli-completion-commands = commands

## Examples

cli-example-build = Write the bilingual documents of the project you are in:
cli-example-pair = Check a translation against its source and a glossary:
cli-example-diff = See what could be mended, without changing anything:
cli-example-explain = Read what a finding means:
cli-example-build-page = Build a page that belongs to no project, as HTML and TMX:
cli-example-build-strict = In continuous integration, fail on warnings, too:
cli-example-check = Check the project you are in:
cli-example-check-file = Check a bilingual file against a glossary:
cli-example-check-sarif = Write a report for code scanning:
cli-example-align = Write two texts side by side:
cli-example-align-segmented = Align texts that have one sentence a line, and write numbers only:

## Exit status

cli-status-0 = Done; nothing was found at or above the severity of --fail-on
cli-status-1 = Something was found at or above that severity; for “fix”, something remains, or --diff has something to show
cli-status-2 = Wrong usage, settings or glossary, or a file that cannot be read or written
cli-status-3 = An input could not be read whole; what could be read was dealt with
cli-status-101 = A fault of visavis itself

## Manual

cli-man-manual = User Commands
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION
cli-man-commands = COMMANDS
cli-man-arguments = ARGUMENTS
cli-man-options = OPTIONS
cli-man-global = GLOBAL OPTIONS
cli-man-examples = EXAMPLES
cli-man-status = EXIT STATUS
cli-man-environment = ENVIRONMENT
cli-man-files = FILES
cli-man-see-also = SEE ALSO
cli-man-file-project = The project: languages, glossaries, pages, outputs and rules. Looked for in the folder given and in those above it.
cli-man-file-pyproject = May hold the same settings in the table [tool.visavis].
cli-variable-visavis-lang = Language to speak, before any of the following.
cli-variable-lc-all = Language to speak; the first that is set counts. Languages that visavis does not speak are answered with English.
cli-variable-no-color = Where it is set and not empty, no colour is used.
cli-variable-clicolor-force = Where it is set and not 0, colour is used even outside a terminal.
cli-variable-columns = Width of help texts, in characters; at most 100.

## Wrong usage

cli-label-error = error:
cli-label-tip = tip:
cli-error-unknown-option = unknown option “{ $option }”
cli-error-unknown-argument = “{ $argument }” is one argument too many
cli-error-unknown-command = unknown command “{ $command }”
cli-error-no-command = “{ $command }” needs a command
cli-error-invalid-value = “{ $value }” is not a value of “{ $option }”
cli-error-empty-value = “{ $option }” needs a value
cli-error-missing =
    { $count ->
        [one] “{ $arguments }” is missing
       *[other] these are missing: { $arguments }
    }
cli-error-no-equals = “{ $option }” needs an equals sign before its value
cli-error-surplus-value = “{ $value }” is one value too many for “{ $option }”
cli-error-too-few-values = “{ $option }” needs at least { $wanted } values, not { $given }
cli-error-wrong-number-of-values =
    “{ $option }” needs { $wanted ->
        [one] one value
       *[other] { $wanted } values
    }, not { $given }
cli-error-repeated = “{ $option }” was given more than once
cli-error-stdin-twice = standard input can be read only once: name a file in place of one “-”
cli-error-conflict = “{ $option }” cannot be used together with “{ $others }”
cli-error-not-utf8 = “{ $argument }” is not valid UTF-8; only names of files may hold other bytes
cli-error-misunderstood = these arguments cannot be understood
cli-error-bad-language = “{ $option }” needs a language code; “{ $value }” is not one
cli-error-bad-number = “{ $option }” needs a whole number from 1; “{ $value }” is not one
cli-error-unknown-rule = there is no rule “{ $rule }”
cli-error-no-scheme = no table goes from { $from } to { $to }
cli-tip-similar = did you mean “{ $name }”?
cli-tip-values = use one of: { $values }
cli-tip-commands = use one of: { $commands }
cli-tip-elsewhere = “{ $option }” is an option of “{ $command }”
cli-tip-two-dashes = if “{ $argument }” is the name of a file, write “-- { $argument }”
cli-tip-no-dashes = to run “{ $command }”, remove the “--” before it
cli-tip-language-codes = write a code such as en, fr or pt-BR
cli-tip-rules = “visavis rules” lists them all
cli-tip-schemes = “visavis names romanize --list” lists the tables
