#!/usr/bin/env python3
"""Holds a patched translation to its promise: mended.py BEFORE.jsonl AFTER.jsonl.

Both are findings as `visavis check --format json` writes them. Every finding with a safe fix must be gone, and the
patch must have brought no new one.
"""
import collections
import json
import pathlib
import sys


def key(finding):
    """What a finding is about, whatever its place: places move when the text before them changes."""
    side = finding.get("target") or finding.get("source") or {}
    return finding["rule"], finding["path"], finding.get("concept"), side.get("text"), finding["message"]


def read(path):
    lines = pathlib.Path(path).read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def main():
    before, after = map(read, sys.argv[1:3])
    # The difference is the translation's; a fix of the page itself stays to be made.
    safe = [f for f in before if (f.get("fix") or {}).get("applicability") == "safe"]
    translations = {f["path"] for f in before if ".fr." in f["path"]}
    promised = collections.Counter(key(f) for f in safe if f["path"] in translations)
    was, now = (collections.Counter(map(key, findings)) for findings in (before, after))
    stayed = [k for k, count in promised.items() if now[k] > was[k] - count]
    came = list((now - was).elements())
    print(f"{sum(was.values())} findings before, {sum(promised.values())} promised, {sum(now.values())} after")
    for name, keys in (("not mended", stayed), ("new", came)):
        for k in keys:
            print(f"{name}: {k}", file=sys.stderr)
    sys.exit(bool(stayed or came or not promised))


if __name__ == "__main__":
    main()
