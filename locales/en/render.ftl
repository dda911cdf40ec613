# What the bilingual documents say round the texts.
render-languages = { $source } and { $target }
render-skip = Skip to the text
render-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
render-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
render-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
render-infos = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
render-open-rows = { $count ->
    [one] { $count } row to complete
   *[other] { $count } rows to complete
}
render-mended-count = { $count ->
    [one] { $count } mended in the corrected form
   *[other] { $count } mended in the corrected form
}
render-no-findings = Nothing was found to be wrong.
render-show = Show
render-show-all = All rows
render-show-found = With findings
render-show-errors = With errors
render-show-open = To complete
render-nothing-shown = No row of this part is among those shown.
render-contents = On this page
render-body = Article
render-chrome = Around the article
render-findings = Findings
render-glossary = Glossary
render-tally = Use of the terms
render-tally-sum = { $used ->
        [one] { $used } use
       *[other] { $used } uses
    }, { $kept } kept, { $broken } broken
render-tally-used = used
render-tally-kept = kept
render-tally-missing = missing
render-tally-forbidden = forbidden
render-tally-deprecated = out of date
render-tally-untranslated = left as is
render-tally-spelling = spelling
render-tally-case = capitals
render-tally-unasked = stray
render-tally-open = open
render-row = Row
render-row-number = Row { $number }
render-notes = Notes
render-legend = Legend
render-legend-finding = words that a note speaks of; the number leads to the note
render-legend-removed = words of the draft that the corrected form takes away
render-legend-added = words that the corrected form puts in
render-legend-term = a term of the glossary; follow it to its entry
render-legend-open = a row of which one side is missing
render-legend-hidden = a character that would not be seen
render-sample-words = marked words
render-sample-old = old words
render-sample-new = new words
render-removed = removed:
render-added = added:
render-end-change = end of change
render-to-translate = To be translated into { $lang }
render-no-source = Nothing faces this in the original
render-hints = The glossary has
render-fixed-form = Corrected form
render-mended = Mended in the corrected form
render-suggestion = Suggestion
render-unsafe-fix = Correction that may change the meaning
render-safe-fix = Correction
render-supplied = from the catalogue
render-paired-exact = Found in the catalogue, letter for letter: { $message }
render-paired-normalised = Found in the catalogue, but for capitals, spaces or signs: { $message }
render-paired-template = Found in the catalogue as a sentence with a number, a name or a date filled in: { $message }
render-paired-fuzzy = Something like it is in the catalogue, please check: { $message }
render-unpaired = Not in the catalogue
render-ambiguous = It might also be
render-unsure = These two may not belong together ({ $percent } % sure)
render-to-review = To be reviewed
render-skipped = Not to be translated
render-note = Note
render-elsewhere = See also
render-severity-error = Error
render-severity-warning = Warning
render-severity-info = Remark
render-status-preferred = preferred
render-status-admitted = admitted
render-status-deprecated = dated
render-status-forbidden = not to be used
render-no-form = no form in this language
render-domain = Field
render-origin = Source
render-use-instead = use “{ $form }”
render-keep-as-is = Stays as it is in the translation.
render-concept-term = term
render-concept-person = person
render-concept-place = place
render-concept-organization = organisation
render-previous = Previous finding
render-next = Next finding
render-help = Keyboard
render-close = Close
render-whole-entry = Show in the glossary
render-keys-on = Use these keys
render-key-next = next finding
render-key-previous = previous finding
render-key-filter = change which rows are shown
render-key-help = this help
render-made-with = Made with visavis.
render-space = space
render-no-break-space = no-break space
render-kind-title = title
render-kind-dateline = dateline
render-kind-heading = heading
render-kind-paragraph = paragraph
render-kind-quote = quotation
render-kind-list-item = list item
render-kind-table-cell = table cell
render-kind-code = code
render-kind-credit = credit
render-kind-caption = caption
render-kind-byline = byline
render-kind-author = author
render-kind-navigation = navigation
render-kind-share = sharing
render-kind-form = form
render-kind-button = button
render-kind-label = label
render-kind-notice = notice
render-kind-footer = footer
render-kind-other = other
render-index-title = Bilingual pages
render-index-page = Page
render-index-rows = Rows
render-index-open = To complete
render-index-errors = Errors
render-index-warnings = Warnings
