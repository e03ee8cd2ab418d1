"""The programs that cjm is measured against, and how each is told to convert."""

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

YAML_TO_JSON = ("yaml", "json")
JSON_TO_JSON = ("json", "json")
JSON_TO_YAML = ("json", "yaml")
WAYS = [YAML_TO_JSON, JSON_TO_JSON, JSON_TO_YAML]

PYYAML_READ = """
import json, sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
with open(sys.argv[1], encoding="utf-8") as file:
    document = yaml.load(file, Loader=loader)
json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
"""

PYYAML_WRITE = """
import json, sys, yaml
dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
yaml.dump(document, sys.stdout, Dumper=dumper, allow_unicode=True, sort_keys=False)
"""

ORJSON = """
import orjson, sys
with open(sys.argv[1], "rb") as file:
    document = orjson.loads(file.read())
sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2))
"""

RAPIDYAML = """
import ryml, sys
with open(sys.argv[1], "rb") as file:
    tree = ryml.parse_in_arena(file.read())
text = ryml.emit_{}(tree)
sys.stdout.write(text)
"""


@dataclass
class Peer:
    """A program and its arguments for each way it knows; the file comes last."""

    name: str
    arguments: dict
    # Too slow to be run on 50 MB again and again.
    is_slow: bool = False


def program(name):
    """The path of a program: first beside this Python, so that no version manager's wrapper script is timed."""
    beside = Path(os.path.realpath(sys.executable)).parent / name
    return str(beside) if os.access(beside, os.X_OK) else shutil.which(name)


def _script(text):
    return [sys.executable, "-c", text]


def _jaq(path):
    def arguments(source, target):
        return [path, "--from", source, "--to", target, "."]

    return Peer("jaq", {way: arguments(*way) for way in WAYS})


def _jq(path):
    return Peer("jq", {JSON_TO_JSON: [path, "."]}, is_slow=True)


def _gojq(path):
    ways = {
        YAML_TO_JSON: [path, "--yaml-input", "."],
        JSON_TO_JSON: [path, "."],
        JSON_TO_YAML: [path, "--yaml-output", "."],
    }
    return Peer("gojq", ways, is_slow=True)


def _yq(path):
    """Two programs bear this name: one in Go by Mike Farah, one in Python around jq, which Debian has."""
    version = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
    if "mikefarah" in version:
        ways = {way: [path, "-p", way[0], "-o", way[1], "."] for way in WAYS}
    else:
        ways = {YAML_TO_JSON: [path, "."], JSON_TO_YAML: [path, "-y", "."]}
    return Peer("yq", ways, is_slow=True)


def _pyyaml(_):
    ways = {YAML_TO_JSON: _script(PYYAML_READ), JSON_TO_YAML: _script(PYYAML_WRITE)}
    return Peer("PyYAML", ways, is_slow=True)


def _orjson(_):
    return Peer("orjson", {JSON_TO_JSON: _script(ORJSON)})


def _rapidyaml(_):
    ways = {YAML_TO_JSON: _script(RAPIDYAML.format("json")), JSON_TO_YAML: _script(RAPIDYAML.format("yaml"))}
    return Peer("rapidyaml", ways)


PROGRAMS = {"jaq": _jaq, "jq": _jq, "gojq": _gojq, "yq": _yq}
MODULES = {"yaml": _pyyaml, "orjson": _orjson, "ryml": _rapidyaml}


def installed():
    """The peers that are here, and the names of those that are not."""
    found, missing = [], []
    for name, make in PROGRAMS.items():
        path = program(name)
        if path:
            found.append(make(path))
        else:
            missing.append(name)
    for module, make in MODULES.items():
        peer = make(None)
        if importlib.util.find_spec(module):
            found.append(peer)
        else:
            missing.append(peer.name)
    return found, missing
