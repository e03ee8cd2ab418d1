#!/usr/bin/env python3
"""Holds `cjm tree` against two public test suites, which are no part of this project.

    run.py --cjm PATH DIR

DIR holds
    yaml-test-suite   the `data` branch of github.com/yaml/yaml-test-suite (folders with in.yaml, test.event, ...)
    JSONTestSuite     github.com/nst/JSONTestSuite (a folder test_parsing)

A YAML case counts where libyaml, which cjm reads with, gives the events that the suite asks for; libyaml is asked
itself, so no list of its faults can grow old. An error then has to be refused, and in.json has to be what cjm
prints; a case without it only has to be accepted. JSON's y_ files have to be printed as what they are, n_ files to be
refused. Where libyaml is wrong, and for i_ files, which a reader may take or refuse, cjm only must not crash or hang.

Exit 0 if nothing failed, 1 if something did, 2 if a suite or libyaml is missing.
"""

import argparse
import ctypes
import ctypes.util
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from pathlib import Path

ACCEPTED, REFUSED, TIMEOUT = 0, 65, 20
EXACT = Context(prec=10_000, Emax=MAX_EMAX, Emin=MIN_EMIN)


class Scalar(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in ("anchor", "tag")] + [
        ("value", ctypes.c_void_p), ("length", ctypes.c_size_t),
        ("plain_implicit", ctypes.c_int), ("quoted_implicit", ctypes.c_int), ("style", ctypes.c_int)]


class Container(ctypes.Structure):
    _fields_ = [("anchor", ctypes.c_char_p), ("tag", ctypes.c_char_p), ("implicit", ctypes.c_int),
                ("style", ctypes.c_int)]


class DocumentStart(ctypes.Structure):
    _fields_ = [("directives", ctypes.c_void_p * 3), ("implicit", ctypes.c_int)]


class Data(ctypes.Union):
    _fields_ = [("scalar", Scalar), ("container", Container), ("start", DocumentStart), ("end", ctypes.c_int),
                ("alias", ctypes.c_char_p)]


class Event(ctypes.Structure):
    """yaml_event_t of yaml.h, the same in every libyaml 0.1 and 0.2."""
    _fields_ = [("type", ctypes.c_int), ("data", Data), ("marks", ctypes.c_size_t * 6)]


class LibYAML:
    """libyaml's events in the notation of the suite's test.event."""

    def __init__(self, name: str):
        self.library = ctypes.CDLL(name)

    def events(self, text: bytes) -> list[str] | None:
        """The events of a text, or None if libyaml refuses it."""
        parser = ctypes.create_string_buffer(4096)  # a yaml_parser_t has 480 bytes
        self.library.yaml_parser_initialize(parser)
        self.library.yaml_parser_set_encoding(parser, 1)
        self.library.yaml_parser_set_input_string(parser, ctypes.c_char_p(text), ctypes.c_size_t(len(text)))
        lines: list[str] | None = []
        event = Event()
        while lines is not None and "-STR" not in lines:
            if self.library.yaml_parser_parse(parser, ctypes.byref(event)):
                lines.append(self.line(event))
                self.library.yaml_event_delete(ctypes.byref(event))
            else:
                lines = None
        self.library.yaml_parser_delete(parser)
        return lines

    def line(self, event: Event) -> str:
        data = event.data
        match event.type:
            case 3: return "+DOC" if data.start.implicit else "+DOC ---"
            case 4: return "-DOC" if data.end else "-DOC ..."
            case 5: return f"=ALI *{data.alias.decode()}"
            case 6: return "=VAL" + self.properties(data.scalar) + " " + self.value(data.scalar)
            case 7: return "+SEQ" + (" []" if data.container.style == 2 else "") + self.properties(data.container)
            case 9: return "+MAP" + (" {}" if data.container.style == 2 else "") + self.properties(data.container)
            case kind: return {1: "+STR", 2: "-STR", 8: "-SEQ", 10: "-MAP"}[kind]

    @staticmethod
    def properties(node: Scalar | Container) -> str:
        anchor = f" &{node.anchor.decode()}" if node.anchor is not None else ""
        return anchor + (f" <{node.tag.decode()}>" if node.tag is not None else "")

    @staticmethod
    def value(scalar: Scalar) -> str:
        text = ctypes.string_at(scalar.value, scalar.length).decode()
        for character, spelling in zip("\\\0\b\n\r\t", ("\\\\", "\\0", "\\b", "\\n", "\\r", "\\t")):
            text = text.replace(character, spelling)
        return {1: ":", 2: "'", 3: '"', 4: "|", 5: ">"}[scalar.style] + text


def documents(text: str) -> list[str]:
    """The JSON texts that stand one after another, each spelled in one way."""
    def number(spelling: str) -> dict[str, str]:
        try:
            value = Decimal(spelling)
        except ArithmeticError:  # an exponent beyond all measure
            return {"number": spelling}
        return {"number": str(value.normalize(EXACT)) if value else "0"}

    decoder = json.JSONDecoder(parse_int=number, parse_float=number)
    found, index = [], len(text) - len(text.lstrip())
    while index < len(text):
        value, end = decoder.raw_decode(text, index)
        found.append(json.dumps(value, sort_keys=True))
        index = end + len(text[end:]) - len(text[end:].lstrip())
    return found


def run(cjm: str, file: Path, format: str) -> tuple[int | None, str, str]:
    """What `cjm tree` makes of a file: the exit status (None if it hangs), the output, the findings."""
    try:
        done = subprocess.run([cjm, "tree", str(file), "--from", format], capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return None, "", ""
    return done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace").strip()


def fault(cjm: str, file: Path, format: str, expected: int | None, output: str | None = None) -> str | None:
    """What is wrong with cjm's answer to a file; `expected` None takes both answers."""
    status, printed, findings = run(cjm, file, format)
    if status not in (ACCEPTED, REFUSED):
        return f"no answer in {TIMEOUT} s" if status is None else f"exit {status}: {findings}"
    if expected is not None and status != expected:
        return f"accepted as {printed!r}" if status == ACCEPTED else f"refused: {findings}"
    try:
        found = documents(printed)
    except (ValueError, RecursionError) as error:
        return f"printed what is no JSON ({error}): {printed!r}"
    if status == ACCEPTED and output is not None and found != documents(output):
        return f"printed {printed!r}, not {' '.join(output.split())!r}"
    return None


def yaml_case(cjm: str, libyaml: LibYAML, folder: Path) -> tuple[bool, str | None]:
    """Whether the case counts, and what is wrong."""
    file, answer, wanted = folder / "in.yaml", folder / "in.json", None
    if not (folder / "error").exists():
        # Only a line break ends a line: a value may hold U+0085 and its like.
        wanted = (folder / "test.event").read_bytes().decode().rstrip("\n").split("\n")
    if libyaml.events(file.read_bytes()) != wanted:
        return False, fault(cjm, file, "yaml", None)
    if wanted is None:
        return True, fault(cjm, file, "yaml", REFUSED)
    return True, fault(cjm, file, "yaml", ACCEPTED, answer.read_bytes().decode() if answer.exists() else None)


def json_case(cjm: str, file: Path) -> str | None:
    if file.name.startswith("y_"):
        return fault(cjm, file, "json", ACCEPTED, file.read_bytes().decode())
    return fault(cjm, file, "json", REFUSED if file.name.startswith("n_") else None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cjm", required=True, metavar="PATH", help="the command to test")
    parser.add_argument("dir", type=Path, metavar="DIR", help="holds yaml-test-suite and JSONTestSuite")
    options = parser.parse_args()

    yaml, texts = options.dir / "yaml-test-suite", options.dir / "JSONTestSuite" / "test_parsing"
    # The data branch also holds folders name and tags, which point to the same cases.
    folders = sorted(path.parent for path in yaml.rglob("in.yaml")
                     if re.fullmatch(r"[0-9A-Z]{4}(/[0-9]+)?", path.parent.relative_to(yaml).as_posix()))
    files = sorted(texts.glob("[yni]_*.json"))
    library = ctypes.util.find_library("yaml")
    missing = [str(name) for name, found in ((yaml, folders), (texts, files), ("libyaml", library)) if not found]
    if missing:
        print("not there:", *missing, file=sys.stderr)
        return 2

    libyaml = LibYAML(library)
    with ThreadPoolExecutor() as pool:
        cases = list(pool.map(lambda folder: yaml_case(options.cjm, libyaml, folder), folders))
        faults = list(pool.map(lambda file: json_case(options.cjm, file), files))
    names = [folder.relative_to(yaml).as_posix() for folder in folders]
    uncounted = [name for name, (counts, _) in zip(names, cases) if not counts]
    results = list(zip(names, (wrong for _, wrong in cases))) + list(zip((file.name for file in files), faults))
    failed = [f"FAIL {name}: {wrong}" for name, wrong in results if wrong is not None]
    print(*failed, sep="\n", end="\n" if failed else "")
    print(f"libyaml is wrong about {len(uncounted)} of {len(cases)} YAML cases: {' '.join(uncounted)}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
