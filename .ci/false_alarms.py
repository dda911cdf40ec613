#!/usr/bin/env python3
"""Counts what the name rules say of running text that names nobody wrongly: false_alarms.py PROGRAM GLOSSARY LANG PATH...

Every file (plain text or HTML; folders are searched) is checked as a text in one language with the glossary. Whatever
a name rule says is taken for a false alarm, so the text must not be about what the glossary lists; each is shown.
Ends with 1 where there is more than one in a thousand words. Any prose will do, for instance what Debian packs:

    apt-get download debian-handbook bible-kjv-text && for deb in *.deb; do dpkg -x $deb texts; done
    false_alarms.py target/release/visavis glossaries/libya.toml fr texts/usr/share/doc/debian-handbook/html/fr-FR
"""
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

RULES = ("name-form", "name-variant", "name-inconsistent", "name-untransliterated", "mixed-script")
MOST = 1.0  # false alarms in a thousand words


def texts(paths):
    for path in map(pathlib.Path, paths):
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            if file.is_file() and file.suffix in {".txt", ".html", ".htm", ""}:
                yield file, file.read_text("utf-8", errors="replace")


def plain(file, text):
    """The prose of a page: paragraphs only, for code and tables are none."""
    if file.suffix not in {".html", ".htm"}:
        return text
    paragraphs = re.findall(r"<p\b[^>]*>(.*?)</p>|<div class=\"para\">(.*?)</div>", text, re.S)
    # Menus of chapters and code inside a paragraph are left out with their markup.
    return "\n\n".join(" ".join(html.unescape(re.sub(r"<[^>]*>", "", "".join(part))).split()) for part in paragraphs)


def main():
    program, glossary, lang, *paths = sys.argv[1:]
    words, alarms = 0, []
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        for number, (file, text) in enumerate(texts(paths)):
            text = plain(file, text)
            words += len(re.findall(r"[^\W\d_]+", text))
            (out / f"{number}.txt").write_text(text, "utf-8")
        done = subprocess.run(
            [program, "check", "--isolated", "--source-lang", lang, "--glossary", glossary, "--format", "json", out],
            capture_output=True, text=True, encoding="utf-8")
        if done.returncode > 1:
            sys.exit(done.stderr[-2000:])
        for line in done.stdout.splitlines():
            found = json.loads(line)
            if found["rule"] in RULES:
                alarms.append((found["rule"], found["message"]))
    for rule, message in alarms:
        print(f"{rule}: {message}")
    rate = 1000 * len(alarms) / max(1, words)
    print(f"{words} words, {len(alarms)} false alarms: {rate:.3f} in a thousand words")
    return 1 if rate > MOST or not words else 0


if __name__ == "__main__":
    sys.exit(main())
