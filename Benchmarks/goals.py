"""One function for each thing measured; the goals are those that Documentation/performance.md states."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from measure import Command, alternate, instructions
from peers import JSON_TO_JSON, JSON_TO_YAML, WAYS, YAML_TO_JSON
from report import AT_LEAST, AT_MOST, Report, mebibytes, seconds

ROUNDS = 5
SHORT_ROUNDS = 41
SCAN = "libyaml scan"
FASTER_THAN_JAQ = {YAML_TO_JSON: ("1", 1.4), JSON_TO_JSON: ("2", 2.0), JSON_TO_YAML: ("2", 2.0)}


@dataclass
class Bench:
    """The programs and the data of one measurement."""

    cjm: str
    static: Optional[str]
    dynamic: str
    data: Path
    limits: dict
    peers: list
    report: Report = field(default_factory=Report)

    def file(self, size, way):
        return self.data / f"{size}.{way[0]}"

    def convert(self, size, way, program=None):
        source, target = way
        output = self.data / f"out-{size}-{source}.{target}"
        command = [program or self.cjm, "convert", str(self.file(size, way)), "--from", source, "--to", target]
        return [*command, "-o", str(output)]

    def peer_commands(self, size, way, with_slow):
        chosen = [peer for peer in self.peers if way in peer.arguments and (with_slow or not peer.is_slow)]
        path = str(self.file(size, way))
        output = str(self.data / "peer.out")
        return [Command(peer.name, [*peer.arguments[way], path], output) for peer in chosen]


def spelled(way):
    return "→".join(name.upper() for name in way)


def times(bench, size, with_slow):
    """Times every way at one size; goals 1 and 2 against jaq and goal 7 where the set is the huge one."""
    for way in WAYS:
        commands = [Command("cjm", bench.convert(size, way)), *bench.peer_commands(size, way, with_slow)]
        if way == YAML_TO_JSON and "scan" in bench.limits:
            commands.append(Command("libyaml scan", [bench.limits["scan"], str(bench.file(size, way))]))
        costs = alternate(commands, ROUNDS)
        input_bytes = bench.file(size, way).stat().st_size
        for name, cost in costs.items():
            bench.report.time(size, spelled(way), name, cost, input_bytes)
        if size == "huge" and "cjm" in costs:
            _huge_goals(bench.report, way, costs, input_bytes)


def _huge_goals(report, way, costs, input_bytes):
    ours = costs["cjm"]
    number, limit = FASTER_THAN_JAQ[way]
    if "jaq" in costs:
        jaq = costs["jaq"]
        ratio = jaq.seconds / ours.seconds
        what = f"{spelled(way)}, 50 MB, times faster than jaq"
        report.goal(number, what, seconds(ours), seconds(jaq), ratio, AT_LEAST, limit, " ×")
    what = f"{spelled(way)}, 50 MB, peak memory to file"
    ratio = ours.peak_bytes / input_bytes
    report.goal("7", what, mebibytes(ours.peak_bytes), mebibytes(input_bytes), ratio, AT_MOST, 5, " ×")


def counts(bench, sizes):
    """Counts instructions: goals 1, 2 and 8. Counts do not swing with load, so every core counts."""
    jobs = {(size, way): bench.convert(size, way) for size in sizes for way in WAYS}
    if "scan" in bench.limits:
        for size in sizes:
            jobs[size, SCAN] = [bench.limits["scan"], str(bench.file(size, YAML_TO_JSON))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        totals = dict(zip(jobs, pool.map(instructions, jobs.values())))

    per_byte = {}
    for size in sizes:
        for way in WAYS:
            _count_goals(bench, size, way, totals, per_byte)
    for name, program in (("dynamic", bench.dynamic), ("static", bench.static)):
        total = instructions([program, "--version"]) if program else None
        if total:
            bench.report.count(f"cjm --version, {name}", total)
    for way in WAYS:
        known = [size for size in sizes if (size, way) in per_byte]
        for smaller, larger in zip(known, known[1:]):
            before, after = per_byte[smaller, way], per_byte[larger, way]
            what = f"{spelled(way)}, instructions a byte, {larger} to {smaller}"
            bench.report.goal("8", what, f"{after:.1f}", f"{before:.1f}", after / before, AT_MOST, 1.15, " ×")


def _count_goals(bench, size, way, totals, per_byte):
    report = bench.report
    ours, limit = totals[size, way], totals.get((size, SCAN))
    if not ours:
        return
    input_bytes = bench.file(size, way).stat().st_size
    per_byte[size, way] = ours / input_bytes
    report.count(f"cjm, {spelled(way)}, {size}", ours, input_bytes)
    if way == YAML_TO_JSON and limit:
        report.count(f"libyaml scan, {size}", limit, input_bytes)
        if size == "large":
            what = "YAML→JSON, 1 MB, instructions to those of the libyaml scan"
            report.goal("1", what, f"{ours / 1e6:.0f} M", f"{limit / 1e6:.0f} M", ours / limit, AT_MOST, 1.45, " ×")
    elif way != YAML_TO_JSON and size == "large":
        what = f"{spelled(way)}, 1 MB, instructions a byte of input"
        report.goal("2", what, f"{ours / 1e6:.0f} M", "–", ours / input_bytes, AT_MOST, 50)


def start_up(bench):
    """Goal 5: the static build against an empty program and against jaq."""
    report = bench.report
    commands = [Command("cjm", [bench.static, "--version"])]
    if "empty" in bench.limits:
        commands.append(Command("empty", [bench.limits["empty"]]))
    costs = alternate(commands, SHORT_ROUNDS)
    if len(costs) == 2:
        ours, empty = costs["cjm"], costs["empty"]
        ratio = ours.seconds / empty.seconds
        what = "`cjm --version`, static, to an empty static C program"
        report.goal("5", what, seconds(ours), seconds(empty), ratio, AT_MOST, 2.5, " ×")

    way = YAML_TO_JSON
    commands = [Command("cjm static", bench.convert("small", way, bench.static))]
    commands += [command for command in bench.peer_commands("small", way, False) if command.name == "jaq"]
    costs = alternate(commands, SHORT_ROUNDS)
    for name, cost in costs.items():
        report.time("small", spelled(way), name, cost, bench.file("small", way).stat().st_size)
    if len(costs) == 2:
        ours, jaq = costs["cjm static"], costs["jaq"]
        ratio = ours.seconds / jaq.seconds
        report.goal("5", "YAML→JSON, 10 KB, static, to jaq", seconds(ours), seconds(jaq), ratio, AT_MOST, 1, " ×")


def folder(bench):
    """Goal 6: 10,000 maps, with as many workers as there are cores and with one."""
    report = bench.report
    sources = sorted(str(path) for path in (bench.data / "folder" / "yaml").iterdir())
    target = bench.data / "out"
    spent = bench.data / "spent"

    # ext4 steps over inodes that were freed within the last minutes, one by one. To remove 10,000 files before each run would
    # measure that: what a run wrote is set aside, and removed after the last.
    def set_aside():
        if target.exists():
            spent.mkdir(exist_ok=True)
            target.rename(spent / str(sum(1 for _ in spent.iterdir())))

    arguments = [bench.cjm, "convert", *sources, "--to", "json", "-o", f"{target}/"]
    commands = [
        Command("cjm, 2 workers", arguments, environment={"CJM_WORKERS": "2"}, prepare=set_aside),
        Command("cjm, 1 worker", arguments, environment={"CJM_WORKERS": "1"}, prepare=set_aside),
    ]
    jaq = next((peer for peer in bench.peers if peer.name == "jaq"), None)
    if jaq:
        commands.append(Command("jaq", [*jaq.arguments[YAML_TO_JSON], *sources], str(bench.data / "peer.out")))
    costs = alternate(commands, ROUNDS, warm_up=0)
    for folder_of_maps in (target, spent):
        shutil.rmtree(folder_of_maps, ignore_errors=True)
    input_bytes = sum(os.path.getsize(path) for path in sources)
    for name, cost in costs.items():
        report.time("folder", "YAML→JSON", name, cost, input_bytes)
    if {"cjm, 2 workers", "cjm, 1 worker"} <= set(costs):
        two, one = costs["cjm, 2 workers"], costs["cjm, 1 worker"]
        faster = one.seconds / two.seconds
        speed = len(sources) / two.seconds
        report.goal("6", "10,000 maps, two workers to one", seconds(two), seconds(one), faster, AT_LEAST, 1.8, " ×")
        report.goal("6", "10,000 maps, maps a second", seconds(two), "–", speed, AT_LEAST, 4500)
        report.goal("6", "10,000 maps, peak memory", "–", "–", two.peak_bytes / 2**20, AT_MOST, 48, " MiB")
