# What is wrong with an XML file, whatever it holds.
xml-internal-subset = the file declares its own document type (DOCTYPE with “[ … ]”), which can hide harmful content, so it was not read; remove the part in square brackets
xml-foreign-encoding = the file says that its encoding is { $encoding }; save it as UTF-8 and try again
xml-too-deep = more than { $limit } elements stand inside each other here; the file was not read
xml-truncated = the file ends before it should; what comes before was read
xml-mismatched-tag = “{ $expected }” was expected here, not “{ $found }”; what comes before was read
xml-malformed = the markup is broken here; what comes before was read
xml-undeclared-entity = “{ $entity }” is not known in XML; write the character itself
xml-bare-ampersand = an “&” stands alone here; write “&amp;”
