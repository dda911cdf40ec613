#!/usr/bin/env python3
"""Writes src/glossary/data/territories.tsv: the names of countries and territories from CLDR.

    npm pack cldr-localenames-full && tar xzf cldr-localenames-full-*.tgz
    python3 tools/territories.py package > src/glossary/data/territories.tsv

Taken are the codes of ISO 3166-1, with the short and variant forms that CLDR has beside the usual one. Left out are names in
which something is abbreviated or explained in parentheses, which running text does not write.
"""
import json
import pathlib
import re
import sys

LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "ru", "ar"]
ALTERNATIVES = ["", "-alt-short", "-alt-variant"]
NO_STATES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def forms(names, code):
    found = [names.get(code + alternative) for alternative in ALTERNATIVES]
    usual = [form for form in found if form and form != code and not re.search(r"[().&\[\]]|о-в|\bSt\b", form)]
    return "|".join(dict.fromkeys(usual))


def main():
    root = pathlib.Path(sys.argv[1])
    version = json.loads((root / "package.json").read_text("utf-8"))["version"]
    tables = []
    for lang in LANGUAGES:
        text = (root / "main" / lang / "territories.json").read_text("utf-8")
        tables.append(json.loads(text)["main"][lang]["localeDisplayNames"]["territories"])
    print(f"# Names of countries and territories, made from CLDR {version} (Unicode License v3) by tools/territories.py.")
    print("# The usual form first, others that CLDR has behind “|”; empty where CLDR only has one that texts do not write.")
    print("\t".join(["code", *LANGUAGES]))
    for code in sorted(code for code in tables[0] if re.fullmatch("[A-Z]{2}", code) and code not in NO_STATES):
        print("\t".join([code, *(forms(names, code) for names in tables)]))


main()
