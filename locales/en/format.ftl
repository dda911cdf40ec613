# What is said about the files that are read.

format-language-unknown = “{ $tag }” is not the code of a language; write a code such as “en” or “fr-CA”
format-language-unknown-nearest = “{ $tag }” is not the code of a language; did you mean “{ $nearest }”?
format-too-many-blocks = more than { $count } paragraphs; from here on nothing was read; split the file
