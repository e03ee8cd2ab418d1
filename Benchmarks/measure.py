"""Runs commands and says what they cost: wall time, peak memory, instructions."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional


@dataclass
class Command:
    """A command to measure; what it prints goes to `output`, its findings nowhere."""

    name: str
    arguments: list
    output: str = os.devnull
    environment: dict = field(default_factory=dict)
    prepare: Optional[Callable[[], None]] = None


@dataclass
class Cost:
    """The medians of several runs."""

    seconds: float
    peak_bytes: int


class Failure(Exception):
    """A command that did not end well."""


def run_once(command):
    """The seconds and the peak bytes of one run."""
    if command.prepare:
        command.prepare()
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [
        (os.POSIX_SPAWN_OPEN, 1, command.output, writing, 0o644),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    environment = {**os.environ, **command.environment}
    start = time.perf_counter()
    process = os.posix_spawn(command.arguments[0], command.arguments, environment, file_actions=files)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        code = os.waitstatus_to_exitcode(status)
        raise Failure(f"{command.name}: exit status {code}: {' '.join(command.arguments[:6])}")
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss * unit


def alternate(commands, rounds, warm_up=1):
    """Runs the commands in turn, `rounds` times after a round for the caches; a cost for each by name.

    A command that fails is told and left out.
    """
    runs = {command.name: [] for command in commands}
    for number in range(rounds + warm_up):
        for command in commands:
            if command.name not in runs:
                continue
            try:
                result = run_once(command)
            except Failure as failure:
                print(f"left out: {failure}", file=sys.stderr)
                del runs[command.name]
                continue
            if number >= warm_up:
                runs[command.name].append(result)
    return {name: _median(results) for name, results in runs.items()}


def _median(results):
    seconds = statistics.median(seconds for seconds, _ in results)
    peak = statistics.median(peak for _, peak in results)
    return Cost(seconds, int(peak))


def can_count():
    return shutil.which("valgrind") is not None


def instructions(arguments):
    """The instructions that a command takes, counted by callgrind; None without valgrind."""
    if not can_count():
        return None
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "callgrind.out"
        counter = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={record}"]
        run = subprocess.run([*counter, *arguments], capture_output=True, text=True)
        found = re.search(r"Collected : (\d+)", run.stderr)
        if run.returncode != 0 or not found:
            print(f"not counted: {' '.join(arguments[:6])}: {run.stderr[-300:]}", file=sys.stderr)
            return None
        return int(found.group(1))
