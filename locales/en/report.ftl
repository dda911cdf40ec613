# What stands around the findings of a report.
report-error = error
report-warning = warning
report-info = info
# The beginning of a line: severity, then the rule’s code.
report-head = { $severity } { $rule }:
# The beginning of the line above a marked passage.
report-title = { $severity }[{ $rule }]:
# How far a fix may be trusted; a colon and what it does follow.
report-fix-safe = safe fix
report-fix-unsafe = unsafe fix
report-fix-suggestion = suggestion
report-note = note
# What a fix does; the texts come in quotation marks, a lone space by its name.
report-replace = replace { $old } with { $new }
report-insert = insert { $new }
report-remove = remove { $old }
report-more-edits = { $count ->
        [one] … and one more change
       *[other] … and { $count } more changes
    }
report-more-places = { $count ->
        [one] and one more place
       *[other] and { $count } more places
    }
report-goes-on = the marked passage ends on line { $line }
report-quoted = “{ $text }”
report-space = a space
report-no-break-space = a no-break space
report-narrow-no-break-space = a narrow no-break space
report-line-break = a line break
# The last line: how many findings.
report-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-infos = { $count ->
        [one] { $count } info
       *[other] { $count } infos
    }
report-summary = { $counts } in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
report-fixable = { $count ->
        [one] One can be fixed safely: visavis fix
       *[other] { $count } can be fixed safely: visavis fix
    }
report-nothing = nothing to report
