# What is said when names are written in Latin letters.
romanize-skeleton = { $lang } writes no short vowels: these are consonants only, to check a spelling against; none of them is a spelling
