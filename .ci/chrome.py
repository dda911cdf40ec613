"""Measures how well lines of site chrome are paired with a user's own catalogue.

The catalogue is a gettext file of an open package whose licence allows it (BSD). Its own French strings are damaged
the way themes, browsers and editors damage them, or have their placeholders filled, and are given to `visavis chrome
pair`; strings of another package that the catalogue does not hold must stay open. Nothing here is random: which damage
befalls which string is told by a checksum of the string.

usage: chrome.py PROGRAM WORK CATALOGUE OTHER [--floors] [--show]   (packages on PyPI, such as wagtail and mezzanine)
"""

import json
import re
import subprocess
import sys
import unicodedata
import zipfile
import zlib
from pathlib import Path

# Right and wrong must be at least and at most this; the third is of lines that the catalogue does not hold.
FLOORS = {"damaged": (0.95, 0.01), "filled": (0.90, 0.02), "unlisted": (0.995, 0.005)}

NAMES = ["Awa Traoré", "Jeanne Martin", "Le vieux port", "Bamako", "La Gazette du fleuve"]
NUMBERS = ["3", "12", "1 204", "58", "47"]
DATES = ["4 mai 2020", "12/03/2021", "28 décembre 2019 à 10:15"]


class Missing(Exception):
    """A package that cannot be had."""


def wheel(work, package):
    """The newest wheel of a package, downloaded once."""
    folder = work / "wheels"
    folder.mkdir(parents=True, exist_ok=True)
    found = sorted(folder.glob(f"{package.lower().replace(chr(45), chr(95))}-*.whl"))
    if not found:
        run = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        run += ["--disable-pip-version-check", package, "-d", str(folder)]
        if subprocess.run(run, capture_output=True).returncode != 0:
            raise Missing(package)
        found = sorted(folder.glob(f"{package.lower().replace(chr(45), chr(95))}-*.whl"))
    return found[-1]


def unquote(text):
    return json.loads(text.replace("\\'", "'"), strict=False)


def entries(text):
    """Messages of a PO file that are translated: msgid, plural or None, translations."""
    out = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if "#, " in block and re.search(r"^#,.*\bfuzzy\b", block, re.M):
            continue
        fields, last = {}, None
        for line in block.split("\n"):
            if line.startswith("#"):
                continue
            if match := re.match(r'(msg\w+(?:\[\d\])?)\s+(".*")$', line):
                last = match[1]
                fields[last] = unquote(match[2])
            elif line.startswith('"') and last:
                fields[last] += unquote(line)
        texts = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
        if fields.get("msgid") and texts and all(texts):
            out.append((fields["msgid"], fields.get("msgid_plural"), texts))
    return out


def catalogue(work, package):
    """Writes a package's French PO files into a folder; answers the folder and its messages."""
    folder = work / "catalogues" / package.lower()
    folder.mkdir(parents=True, exist_ok=True)
    all_entries = []
    with zipfile.ZipFile(wheel(work, package)) as archive:
        names = [name for name in archive.namelist() if re.search(r"/locale/fr/LC_MESSAGES/\w+\.po$", name)]
        if not names:
            raise Missing(f"{package} (no French PO file in its wheel)")
        for name in sorted(names):
            text = archive.read(name).decode("utf-8")
            owner, domain = name.split("/locale/")[0], Path(name).stem
            # Two domains of one folder (django, djangojs) are two files.
            place = folder / re.sub(r"\W+", "-", f"{owner}-{domain}") / "fr.po"
            place.parent.mkdir(exist_ok=True)
            place.write_text(text, encoding="utf-8")
            all_entries += entries(text)
    return sorted(folder.glob("*/fr.po")), all_entries


PLACEHOLDER = re.compile(r"%\([\w.]+\)[sdif]|%(?:\d\$)?[sdif]|\{[\w.]*\}")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")


def readable(text):
    return re.sub(r"\s+", " ", MARKUP.sub("", text).replace("%%", "%").replace("&nbsp;", "\u00a0")).strip()


def letters(text):
    return sum(c.isalpha() for c in text)


def typo(text, seed):
    """One slip in one word of five letters or more: two letters swapped, one left out or one twice."""
    words = [m for m in re.finditer(r"[^\W\d_]{5,}", text)]
    if not words:
        return None
    word = words[seed % len(words)]
    at = word.start() + 1 + seed // 7 % (len(word[0]) - 3)
    kind = seed // 3 % 3
    if kind == 0 and text[at] != text[at + 1]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at] + text[at:]


DAMAGES = {
    "upper": lambda t, s: t.upper(),
    "lower": lambda t, s: t.lower(),
    "title": lambda t, s: t.title() if "'" not in t and "’" not in t else t.capitalize(),
    "space": lambda t, s: f"  {t.replace(' ', '  ', 1)} ",
    "nbsp": lambda t, s: t.replace(" ", "\u00a0"),
    "quotes": lambda t, s: t.replace("'", "’") if "'" in t else t.replace("’", "'").replace('"', "”"),
    "colon": lambda t, s: t[:-1].rstrip() if t.endswith(":") else t + " :",
    "stop": lambda t, s: t[:-1] if t.endswith(".") else t + ".",
    "decomposed": lambda t, s: unicodedata.normalize("NFD", t),
    "arrow": lambda t, s: f"» {t}",
    "dots": lambda t, s: t.replace("…", "...") if "…" in t else t + "…",
    "typo": typo,
}


def damaged(messages):
    for msgid, plural, texts in messages:
        text = readable(texts[0])
        if plural or PLACEHOLDER.search(texts[0]) or letters(text) < 2:
            continue
        seed = zlib.crc32(msgid.encode())
        names = list(DAMAGES)
        # A slip is fair only where the line says more than one word: else it may be another word.
        if letters(text) < 12 or len(text.split()) < 2:
            names.remove("typo")
        name = names[seed % len(names)]
        line = DAMAGES[name](text, seed)
        if line:
            yield name, line, {readable(msgid)}


def filled(messages):
    for msgid, plural, texts in messages:
        if not PLACEHOLDER.search(texts[-1]) or letters(readable(PLACEHOLDER.sub("", texts[-1]))) < 4:
            continue
        seed = zlib.crc32(msgid.encode())
        values = {}

        def value(match, own=texts[-1]):
            spot = match[0]
            key = spot if spot not in ("%s", "%d", "{}") else f"{spot}{match.start()}"
            if key not in values:
                word = re.sub(r"\W", "", spot).lower()
                number = spot.endswith("d") or plural or re.search(r"count|num|total|limit|size|max|min|len", word)
                when = re.search(r"date|time|when|since", word)
                pool = NUMBERS if number and not re.search(r"name|title|url", word) else DATES if when else NAMES
                values[key] = pool[(seed + len(values)) % len(pool)]
            return values[key]

        text = MARKUP.sub("", texts[-1])
        if not PLACEHOLDER.search(text):
            continue
        line = readable(PLACEHOLDER.sub(value, text))
        wanted = {readable(PLACEHOLDER.sub("\0", MARKUP.sub("", own))) for own in (msgid, plural) if own}
        yield "filled", line, wanted


def fits(found, wanted):
    """Is the text one of the wanted, where a NUL stands for anything?"""
    shape = lambda own: re.sub(r"\W+", "", own).casefold()
    for own in wanted:
        pattern = ".*".join(re.escape(shape(part)) for part in own.split("\0"))
        if re.fullmatch(pattern, shape(found)):
            return True
    return False


def pair(program, work, lines, files):
    path = work / "chrome-lines.txt"
    path.write_text("".join(line.replace("\n", " ") + "\n" for line in lines), encoding="utf-8")
    run = [program, "--isolated", "chrome", "pair", "--lines", "--chrome-lang", "fr", "--target-lang", "en"]
    for file in files:
        run += ["--catalogue", str(file)]
    done = subprocess.run([*run, "--format", "json", str(path)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"visavis ended with {done.returncode}: {done.stderr}")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    if len(rows) != len(lines):
        sys.exit(f"{len(lines)} lines, {len(rows)} answers")
    return rows


def main():
    program, work, package, other = sys.argv[1:5]
    floors, show = "--floors" in sys.argv, "--show" in sys.argv
    work = Path(work)
    try:
        files, messages = catalogue(work, package)
        _, foreign = catalogue(work, other)
    except Missing as missing:
        print(f"!!! SKIPPED: {missing} cannot be had from PyPI; chrome is not measured")
        return
    failed = False
    for name, cases in (("damaged", list(damaged(messages))), ("filled", list(filled(messages)))):
        rows = pair(program, work, [line for _, line, _ in cases], files)
        tally = {}
        first = right = wrong = 0
        for (kind, line, wanted), row in zip(cases, rows):
            all_found = [row["other"], *(also["other"] for also in row["ambiguous"])] if row["tier"] else []
            is_right = any(fits(found, wanted) for found in all_found)
            is_wrong = bool(all_found) and not is_right
            first += bool(all_found) and fits(all_found[0], wanted)
            right += is_right
            wrong += is_wrong
            of = tally.setdefault(kind, [0, 0, 0])
            of[0] += 1
            of[1] += is_right
            of[2] += is_wrong
            if show and not is_right:
                print("WRONG" if is_wrong else "open ", kind, repr(line), sorted(wanted), row["tier"], all_found)
        count = max(len(cases), 1)
        least, most = FLOORS[name]
        print(
            f"{package} {name}: {len(cases)} lines, right {right / count:.4f} (first of several {first / count:.4f}), "
            f"wrong {wrong / count:.4f}"
        )
        if len(tally) > 1:
            print("   " + ", ".join(f"{kind} {own[1]}/{own[0]}" for kind, own in sorted(tally.items())))
        failed |= right / count < least or wrong / count > most
    shape = lambda own: re.sub(r"\W+", "", own).casefold()
    known = {shape(readable(text)) for _, _, texts in messages for text in texts}
    lines = sorted({readable(texts[0]) for _, _, texts in foreign if not PLACEHOLDER.search(texts[0])})
    lines = [line for line in lines if shape(line) not in known and letters(line) > 1]
    rows = pair(program, work, lines, files)
    # What the built-in catalogue knows is no mistake of the user's: only pairings with the package's messages count.
    own = {file.parent.name for file in files}
    mistaken = [row for row in rows if row["platform"] in own]
    if show:
        for row in mistaken:
            print("UNLISTED", repr(row["text"]), row["tier"], row["platform"], repr(row["message"]))
    rate = len(mistaken) / max(len(lines), 1)
    print(f"{package} against {other}: {len(lines)} unlisted lines, paired by mistake {rate:.4f}")
    failed |= rate > FLOORS["unlisted"][1]
    if floors and failed:
        sys.exit("FAILED: the pairing of chrome is below its floors")


main()
