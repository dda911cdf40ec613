# Faults of typography, as the rules find them in running text.
date-order-day-first = “{ $date }” gives the day first, “{ $other }” the month; keep to one order
date-order-month-first = “{ $date }” gives the month first, “{ $other }” the day; keep to one order
double-space-found = { $count } spaces in a row; one is enough
no-break-space-missing = a no-break space is missing beside “{ $mark }”
no-break-space-odd = the space beside “{ $mark }” should be a no-break space of the right width
no-break-space-surplus = no space before “{ $mark }”
no-break-space-digits = the space between groups of digits should be a no-break space
no-break-space-between-words = a no-break space between two words that nothing keeps together
raw-placeholder-found = “{ $placeholder }” should have been filled with a value before the page was shown
unbalanced-open = “{ $mark }” is opened and never closed; “{ $counterpart }” is missing in this paragraph
unbalanced-closed = “{ $mark }” closes nothing; “{ $counterpart }” is missing in this paragraph
unbalanced-straight = one “{ $mark }” too many or too few in this paragraph
