#!/usr/bin/env python3
"""Holds the quality figures to their floors: quality.py [--raise].

The scripts of the folder $VISAVIS_EVAL, and those of this folder that are named `.ci/…`, are run as .ci/floors.toml
says, their figures are found by the patterns there, and each is held to its bound. A floor only ever rises and a ceiling
only ever falls: `--raise` writes today's figures into the file where they are better, or where there was no bound yet,
and never the other way.
"""
import decimal
import os
import pathlib
import re
import signal
import subprocess
import sys
import tomllib

FLOORS = pathlib.Path(__file__).resolve().parent / "floors.toml"
PATIENCE = 420  # seconds for one script
SKIPPED = 77  # the status of a script that lacks something that it measures with


def output(folder, script, arguments):
    own = script.startswith(".ci/")
    path = FLOORS.parent.parent / script if own else pathlib.Path(folder) / script
    if not path.exists():
        return None
    # In a session of its own, so that what it has started ends with it.
    running = subprocess.Popen([sys.executable, path, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    try:
        out, err = running.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        sys.exit(f"{script}: no figures within {PATIENCE} seconds")
    done = subprocess.CompletedProcess(running.args, running.returncode, out, err)
    if done.returncode == SKIPPED:
        return None
    if done.returncode:
        sys.exit(f"{script}: status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def better(kind, new, old):
    return new > old if kind == "floor" else new < old


def write(text, name, kind, value):
    """Sets the bound of the entry of that name in the file's text."""
    entry = re.compile(rf'(^name = "{re.escape(name)}"\n(?:(?!\[\[).*\n)*?^{kind} = ).*$', re.MULTILINE)
    return entry.sub(lambda match: f"{match.group(1)}{value}", text, count=1)


def main():
    folder = os.environ.get("VISAVIS_EVAL")
    if not folder:
        sys.exit("VISAVIS_EVAL names no folder of measurements")
    text = FLOORS.read_text("utf-8")
    # Figures stay the decimals that they are written as: a float would let .974 fail a floor of .974.
    figures = tomllib.loads(text, parse_float=decimal.Decimal)["figure"]
    said, bad = {}, []
    for figure in figures:
        kind = "floor" if "floor" in figure else "ceiling"
        name, bound = figure["name"], figure[kind]
        command = figure["script"], tuple(figure.get("arguments", ()))
        if command not in said:
            said[command] = output(folder, *command)
        if said[command] is None:
            print(f"SKIPPED: {name}: {command[0]} is not there, or lacks what it measures with")
            continue
        found = re.search(figure["pattern"], said[command], re.MULTILINE)
        if not found:
            # Some rules report nothing at all on some sets: then there is no line, and the figure is what it says.
            value = figure.get("absent")
        else:
            value = decimal.Decimal(found.group(1))
        if value is None:
            bad.append(f"{name}: no figure in the output of {command[0]}")
            continue
        value = decimal.Decimal(value)
        unset = bound == "unset"
        if not unset and better(kind, decimal.Decimal(bound), value):
            bad.append(f"{name}: {value}, {kind} {bound}")
        print(f"{name:44} {value:>8}  {kind} {bound}")
        if "--raise" in sys.argv and (unset or better(kind, value, decimal.Decimal(bound))):
            text = write(text, name, kind, value)
    if "--raise" in sys.argv:
        FLOORS.write_text(text, "utf-8")
    for line in bad:
        print("FAILED:", line, file=sys.stderr)
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
