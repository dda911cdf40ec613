## Rows that the user has settled, and passages in another order

pins-not-a-row = this line is no row; write [3]:[4, 5], or two texts with a tab between them
pins-not-in-a-row = the sentences of a row must follow one another
pins-out-of-range = there is no sentence { $number }; the text has { $count }, counted from 0
pins-twice = this sentence stands already in the row of line { $line }
pins-crossing = this row crosses the one of line { $line }; rows must keep the order of both texts
pins-not-found = no sentence reads like this any more; the row is aligned as usual
pins-numbers-differ = the numbers of this row name other sentences than its texts; the texts count
align-moved = the translation of this passage stands elsewhere, from line { $line } of { $target }; these rows are left without a counterpart
