# The rules number-mismatch and placeholder-mismatch.
number-mismatch-differs = “{ $found }” stands here where the source has “{ $expected }”
number-mismatch-missing = the number “{ $expected }” of the source is missing from the translation
number-mismatch-added = the number “{ $found }” is not in the source
placeholder-mismatch-missing = the placeholder “{ $expected }” of the source is missing from the translation
placeholder-mismatch-added = the placeholder “{ $found }” is not in the source
placeholder-mismatch-order = the placeholder “{ $found }” stands where the source has “{ $expected }”: placeholders without a number keep the order of the source
