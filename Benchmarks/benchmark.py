#!/usr/bin/env python3
"""Measures cjm against its goals, its limits and the peers that are installed, and prints Markdown tables.

The data goes to Benchmarks/data, the limit programs to Benchmarks/bin; both are made when they are not there.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import goals
import measure
import peers

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
BINARIES = HERE / "bin"
# A limit program and what its compiler needs beyond the source.
LIMITS = {"scan": ["-lyaml"], "empty": ["-static"]}


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="without the 50 MB map and the folder of 10,000")
    build = HERE.parent / ".build"
    parser.add_argument("--cjm", default=build / "release" / "cjm", metavar="PATH", help="the release build")
    parser.add_argument("--static", default=build / "static" / "cjm", metavar="PATH", help="the static release build")
    return parser.parse_args()


def say(text):
    print(text, file=sys.stderr, flush=True)


def note_load(notes, when):
    """Other work on the machine spoils wall times, above all those of two workers: the reader must know of it."""
    load = os.getloadavg()[0]
    notes.append(f"Load average {when}: {load:.1f} on {os.cpu_count()} cores.")


def make_data(names):
    """Makes the sets that are missing, in another process: a child's peak memory counts from its parent's."""
    for name in names:
        # Written last, so that a set cut short is made anew.
        mark = DATA / f".{name}"
        if mark.exists():
            continue
        say(f"making {name} …")
        subprocess.run([sys.executable, str(HERE / "maps.py"), str(DATA), name], check=True)
        mark.touch()


def build_limits(notes):
    """The paths of the limit programs that can be built here, by name."""
    compiler = shutil.which("cc")
    if not compiler:
        notes.append("No cc: the limit programs were left out.")
        return {}
    BINARIES.mkdir(exist_ok=True)
    built = {}
    for name, flags in LIMITS.items():
        binary = BINARIES / name
        source = HERE / "limits" / f"{name}.c"
        run = subprocess.run([compiler, "-O2", "-Wall", "-o", binary, source, *flags], capture_output=True, text=True)
        if run.returncode == 0:
            built[name] = str(binary)
        else:
            notes.append(f"limits/{name}.c does not build here (it needs {flags[0]}): left out.")
            say(run.stderr)
    return built


def make_bench(arguments):
    if not os.access(arguments.cjm, os.X_OK):
        sys.exit(f"benchmark: {arguments.cjm} is not there; `make build` builds it, --cjm names another")
    found, missing = peers.installed()
    static = str(arguments.static) if os.access(arguments.static, os.X_OK) else None
    # What is released is the static build; the dynamic one spends more on its start.
    bench = goals.Bench(static or str(arguments.cjm), static, str(arguments.cjm), DATA, {}, found)
    notes = bench.report.notes
    bench.limits = build_limits(notes)
    if not static:
        notes.append("No static build: goal 5 was left out and the dynamic build was measured (`make release` builds it).")
    if missing:
        notes.append(f"Not installed, left out: {', '.join(missing)}.")
    return bench


def main():
    arguments = options()
    sizes = ["small", "large"] if arguments.quick else ["small", "large", "huge"]
    make_data(sizes if arguments.quick else [*sizes, "folder"])
    bench = make_bench(arguments)

    if measure.can_count():
        say("counting instructions …")
        goals.counts(bench, sizes)
    else:
        bench.report.notes.append("No valgrind: instructions were not counted.")
    note_load(bench.report.notes, "before the timing")
    if bench.static:
        say("start-up …")
        goals.start_up(bench)
    say("1 MB …")
    goals.times(bench, "large", with_slow=True)
    if arguments.quick:
        bench.report.notes.append("--quick: the 50 MB map and the folder were left out.")
    else:
        say("50 MB …")
        goals.times(bench, "huge", with_slow=False)
        say("10,000 maps …")
        goals.folder(bench)

    note_load(bench.report.notes, "after it")
    bench.report.goals.sort(key=lambda row: row[0])
    print(bench.report.markdown())


if __name__ == "__main__":
    main()
