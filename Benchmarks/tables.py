#!/usr/bin/env python3
"""Measures the long table: CSV→JSON against polars, JSON→CSV against orjson with Python's csv.

  tables.py [--size large|huge] [--rounds N] [--cjm PATH]

What the peers do is less: polars turns each row into an object and knows no map, the Python script writes the columns that it meets.
Peers that are not installed are left out.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"

POLARS = """
import polars, sys
polars.read_csv(sys.argv[1], infer_schema_length=0).write_json(sys.argv[2])
"""

ORJSON_CSV = """
import csv, orjson, sys
with open(sys.argv[1], "rb") as file:
    journey = orjson.loads(file.read())
rows, names = [], {"record": None, "row": None}

def add(kind, record, **place):
    row = {"record": kind, "row": len(rows) + 1, **place}
    for key, value in record.items():
        if isinstance(value, dict):
            if key != "cards":
                row.update((key + "." + inner, item) for inner, item in value.items())
        elif not isinstance(value, list):
            row[key] = value
        elif value and not isinstance(value[0], dict):
            row[key] = "\\n".join(map(str, value))
    names.update(dict.fromkeys(row))
    rows.append(row)

def add_cards(record, **place):
    for lane, cards in record.get("cards", {}).items():
        for card in cards:
            add("card", card if isinstance(card, dict) else {"text": card}, lane=lane, **place)

add("map", journey)
for key in ("organizations", "actors", "lanes"):
    for record in journey.get(key, []):
        add(key[:-1], record)
for stage in journey["stages"]:
    add("stage", stage)
    add_cards(stage, stage=stage["id"])
    for step in stage["steps"]:
        add("step", step, stage=stage["id"])
        add_cards(step, stage=stage["id"], step=step["id"])
for key in ("links", "metrics", "sources"):
    for record in journey.get(key, []):
        add(key[:-1], record)
with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, list(names), restval="", lineterminator="\\n")
    writer.writeheader()
    writer.writerows(rows)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=["large", "huge"], default="huge", help="1 MB or 50 MB as YAML")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cjm", default=HERE.parent / ".build" / "release" / "cjm", metavar="PATH")
    options = parser.parse_args()
    cjm = str(options.cjm)
    tree, table = DATA / f"{options.size}.json", DATA / f"{options.size}.csv"
    if not tree.exists():
        subprocess.run([sys.executable, str(HERE / "maps.py"), str(DATA), options.size], check=True)
    subprocess.run([cjm, "convert", str(tree), "-o", str(table)], check=True)
    output = {ending: str(DATA / f"out.{ending}") for ending in ("json", "csv")}
    commands = {
        "CSV→JSON cjm": (table, [cjm, "convert", str(table), "-o", output["json"]]),
        "CSV→JSON polars": (table, [sys.executable, "-c", POLARS, str(table), output["json"]]),
        "JSON→CSV cjm": (tree, [cjm, "convert", str(tree), "-o", output["csv"]]),
        "JSON→CSV orjson and csv": (tree, [sys.executable, "-c", ORJSON_CSV, str(tree), output["csv"]]),
    }
    costs = measure.alternate([measure.Command(name, run) for name, (_, run) in commands.items()], options.rounds)
    print("| Way and program | Time | MB/s of input | Peak to input |\n| --- | --- | --- | --- |")
    for name, cost in costs.items():
        size = commands[name][0].stat().st_size
        speed, peak = size / 1e6 / cost.seconds, cost.peak_bytes / size
        print(f"| {name} | {cost.seconds:.2f} s | {speed:.1f} | {peak:.2f} × |")
    for path in output.values():
        Path(path).unlink(missing_ok=True)


if __name__ == "__main__":
    main()
