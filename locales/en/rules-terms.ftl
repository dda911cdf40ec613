# What the rules about terms in a whole project, their spelling and their number say, and the options of rules.
acronym-redefined-again = “{ $acronym }” is defined above already; write the acronym alone
acronym-redefined-differently = “{ $acronym }” stands for “{ $first }” above, not for “{ $second }”
do-not-translate-keep = “{ $term }” is not to be translated; keep it as it is
term-case-use = write “{ $right }”, not “{ $found }”
term-count-surplus = “{ $term }” stands here { $target ->
        [one] once
       *[other] { $target } times
    } and in the source { $source ->
        [one] once
       *[other] { $source } times
    }
term-inconsistent-spelling = “{ $found }” is written “{ $other }” elsewhere
term-inconsistent-form = “{ $found }” stands here and “{ $other }” elsewhere for the same thing
term-spelling-use = write “{ $right }”, not “{ $found }”
unit-inconsistent-target = the same source is translated otherwise elsewhere: “{ $other }”
unit-inconsistent-source = another source has the same translation elsewhere: “{ $other }”
rule-option-unknown = { $code } has no option “{ $option }”; it has: { $known }
rule-option-flag = the option “{ $option }” of { $code } is true or false
rule-option-number = the option “{ $option }” of { $code } is a whole number from { $least } to { $most }
