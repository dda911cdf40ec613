"""Reads a spreadsheet of ours with openpyxl, and writes one with it that we are to read."""

import sys

import openpyxl

ours, theirs = sys.argv[1:]
rows = list(openpyxl.load_workbook(ours).active.iter_rows(values_only=True))
assert {"id", "en", "fr"} <= set(rows[0]), rows[0]
assert all(row[0] for row in rows[1:]), "an entry without an id"

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["en", "fr", "forbidden_fr", "note"])
sheet.append(["ferry", "traversier|bac", "ferry", "crosses\na strait"])
sheet.append(["buoy", "bouée", None, 3])
book.save(theirs)
