"""The rows of the report, and Markdown tables made of them."""

from dataclasses import dataclass, field

AT_MOST = "≤"
AT_LEAST = "≥"


@dataclass
class Report:
    """What was measured: goals, times, instructions, and what could not be."""

    goals: list = field(default_factory=list)
    times: list = field(default_factory=list)
    counts: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def goal(self, number, what, ours, other, value, relation, limit, unit=""):
        """Adds a goal: `value` is what was reached, `limit` what was asked for."""
        is_met = value <= limit if relation == AT_MOST else value >= limit
        reached = f"{_short(value)}{unit}"
        asked = f"{relation} {_short(limit)}{unit}"
        self.goals.append([number, what, ours, other, reached, asked, "yes" if is_met else "**no**"])

    def time(self, size, way, name, cost, input_bytes):
        speed = input_bytes / cost.seconds / 1e6
        self.times.append([size, way, name, seconds(cost), f"{speed:.1f}", mebibytes(cost.peak_bytes)])

    def count(self, what, total, input_bytes=None):
        per_byte = _short(total / input_bytes) if input_bytes else "–"
        self.counts.append([what, f"{total:,}", per_byte])

    def markdown(self):
        parts = [
            "## Goals\n",
            table(["Goal", "What", "cjm", "Against", "Reached", "Asked", "Met"], self.goals),
            "\n## Times and peak memory\n",
            table(["Set", "Way", "Program", "Time", "MB/s of input", "Peak"], self.times),
        ]
        if self.counts:
            parts += ["\n## Instructions\n", table(["What", "Instructions", "A byte of input"], self.counts)]
        if self.notes:
            parts += ["", *[f"- {note}" for note in self.notes]]
        return "\n".join(parts)


def _short(value):
    """Three digits, and no more than a reader needs."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def seconds(cost):
    if cost.seconds < 1:
        return f"{_short(cost.seconds * 1000)} ms"
    return f"{cost.seconds:.2f} s"


def mebibytes(count):
    return f"{_short(count / 2**20)} MiB"


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
