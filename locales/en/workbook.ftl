# Why a spreadsheet or another file of an office program is refused.
archive-damaged = the file is damaged or cut off; save it again in the program that it comes from
archive-encrypted = the file is protected by a password; save it without one
archive-unknown-method = the file is packed in a way that is not known here; save it again as .xlsx
archive-too-many-parts = the file consists of more than { $limit } parts and was not read
archive-too-large = the file would grow beyond { $limit }, or far beyond its own size, when it is unpacked; it was not read
workbook-none = this is no spreadsheet; save it as .xlsx
workbook-damaged = the spreadsheet is damaged (“{ $part }”, line { $line }); save it again in the program that it comes from
workbook-too-much-text = the spreadsheet holds more than { $limit } of text; divide it
