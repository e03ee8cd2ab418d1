#!/usr/bin/env python3
"""Holds Schemas/ to an independent validator (Python's jsonschema): examples pass, faulty maps do not.

    schema.py --cjm PATH
"""
import argparse
import copy
import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What is done to a valid map to make it invalid: a way to a place, and what is put there.
FAULTS = [
    (["title"], None), (["title"], 3), (["journeymap"], 2), (["kind"], "jorney"), (["chanel"], "email"),
    (["stages"], "one"), (["stages", 0, "tilte"], "S"), (["actors", 0, "persona"], {"age": "old"}),
    (["actors", 0, "color"], "blue"), (["review"], {"every": "monthly"}), (["language"], "english_language"),
    (["stages", 0, "steps", 0, "dropOff"], 35), (["stages", 0, "steps", 0, "cards"], ["a"]),
    (["stages", 0, "steps", 0, "cards"], {"actions": [{"impact": 7}]}), (["links"], [{"from": "a"}]),
    (["lanes", 0, "display"], "circle"), (["lanes", 0, "id"], "x-lane"), (["goals"], {"a": 1}),
]


def changed(document, way, value):
    """A copy of a document with something else at a place."""
    copied = copy.deepcopy(document)
    place = copied
    for part in way[:-1]:
        place = place[part]
    place[way[-1]] = value
    return copied


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cjm", default=str(ROOT / ".build/release/cjm"))
    options = parser.parse_args()
    schema = json.loads((ROOT / "Schemas/journeymap.v1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    passed = failed = 0

    def expect(is_right, what):
        nonlocal passed, failed
        passed, failed = passed + is_right, failed + (not is_right)
        if not is_right:
            print("wrong:", what)

    for path in sorted((ROOT / "Examples").glob("*.yaml")):
        text = subprocess.run([options.cjm, "convert", path, "--to", "json"], capture_output=True, check=True).stdout
        document = json.loads(text)
        expect(validator.is_valid(document), f"{path.name} is refused")
        for way, value in FAULTS:
            faulty = changed(document, way, value)
            refused = subprocess.run(
                [options.cjm, "validate", "--from", "json", "-"], input=json.dumps(faulty).encode(), capture_output=True
            ).returncode
            expect(not validator.is_valid(faulty) and refused == 1, f"{path.name} with {way} = {value!r} is accepted")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
