#!/usr/bin/env python3
"""Validates a SARIF file against its schema: sarif.py SCHEMA FILE."""
import json
import pathlib
import sys

import jsonschema

schema, file = (json.loads(pathlib.Path(path).read_text("utf-8")) for path in sys.argv[1:3])
validator = jsonschema.validators.validator_for(schema)(schema)
faults = sorted(validator.iter_errors(file), key=lambda fault: list(map(str, fault.absolute_path)))
for fault in faults[:20]:
    print("/".join(map(str, fault.absolute_path)), fault.message[:300], file=sys.stderr)
results = sum(len(run.get("results", [])) for run in file["runs"])
print(f"{results} results, {len(faults)} faults")
sys.exit(bool(faults) or not results)
