# Notices on standard error, and the summary of a command's work.
notice-error = error: { $text }
notice-warning = warning: { $text }
notice-info = note: { $text }
notice-output = the output cannot be written ({ $detail })
summary-rows = { $rows ->
        [one] { $rows } row of the article
       *[other] { $rows } rows of the article
    }{ $open ->
        [0] , none open
       *[other] , { $open } open
    }
summary-chrome = { $lines ->
        [one] { $lines } line of the site
       *[other] { $lines } lines of the site
    }{ $open ->
        [0] , all in the catalogue
       *[other] , { $open } in no catalogue
    }
summary-nothing-found = no findings
summary-found = findings: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }{ $infos ->
        [0] {""}
       *[other] , { $infos } for information
    }
summary-mendable = { $count ->
        [one] { $count } of them can be mended safely
       *[other] { $count } of them can be mended safely
    }
summary-written = written to { $folder }: { $names }
summary-next-translate = next: open { $path } and translate the open rows
summary-next-look = next: open { $path }
summary-next-patch = next: apply the safe fixes with “{ $command }”
summary-mended = { $count ->
        [one] { $count } finding mended
       *[other] { $count } findings mended
    } in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
summary-nothing-mended = nothing that can be mended safely
summary-nothing-mended-unsafe = nothing that can be mended
summary-refused = { $count ->
        [one] { $count } fix left out, for it would bring a new finding; it is shown as a suggestion
       *[other] { $count } fixes left out, for they would bring new findings; they are shown as suggestions
    }
summary-glossary = { $concepts ->
        [one] { $concepts } entry
       *[other] { $concepts } entries
    }, { $terms ->
        [one] { $terms } term
       *[other] { $terms } terms
    }
summary-converted =
    { $count ->
        [one] Wrote { $count } concept to { $path }.
       *[other] Wrote { $count } concepts to { $path }.
    }
summary-begun = written: { $names }; edit them, then run “visavis build”
summary-index = { $pages } pages; all of them: { $path }
