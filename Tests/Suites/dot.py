#!/usr/bin/env python3
"""Holds `cjm tree` on DOT files against Graphviz's own library, node by node.

    dot.py --cjm PATH FILE_OR_DIR...

Every .dot and .gv file is read by libcgraph, which Graphviz itself reads with, and by `cjm tree`. Both have to see the same
graphs: names, kinds, nodes in their order, edges with ports and keys, subgraphs with their nodes, and every attribute
with defaults applied. An attribute that is empty counts as absent, as in Graphviz's JSON. What libcgraph refuses has to be refused. A
file that is not UTF-8 may be refused, unless it says charset=latin1.

libcgraph is asked itself, each file in a process of its own, so no list of its habits can grow old.

Exit 0 if nothing failed, 1 if something did, 2 if there are no files or no libcgraph.
"""

import argparse
import ctypes
import ctypes.util
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ACCEPTED, REFUSED, TIMEOUT = 0, 65, 60
GRAPH, NODE, EDGE = 0, 1, 2
LATIN1 = {"latin-1", "latin1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100"}


class Symbol(ctypes.Structure):
    """Agsym_t of cgraph.h."""
    _fields_ = [("link", ctypes.c_void_p * 2), ("name", ctypes.c_char_p), ("default", ctypes.c_char_p)]


class CGraph:
    """What libcgraph reads, in the shape of `cjm tree`."""

    def __init__(self, name: str):
        library = self.library = ctypes.CDLL(name)
        for function in ("agread", "agfstnode", "agnxtnode", "agfstout", "agnxtout", "agfstsubg", "agnxtsubg",
                         "aghead", "agtail"):
            getattr(library, function).restype = ctypes.c_void_p
        library.agnxtattr.restype = ctypes.POINTER(Symbol)
        library.agnameof.restype = ctypes.c_char_p
        library.agxget.restype = ctypes.c_void_p
        self.decoding = "utf-8"

    def graphs(self, path: str) -> list[dict] | None:
        """The graphs of a file, or None if it is refused."""
        libc = ctypes.CDLL(None)
        libc.fopen.restype = ctypes.c_void_p
        file = ctypes.c_void_p(libc.fopen(path.encode(), b"r"))
        found = []
        while True:
            self.library.agreseterrors()
            graph = self.library.agread(file, None)
            if self.library.agerrors() > 0 or (not graph and not found):
                return None
            if not graph:
                return found
            found.append(self.graph(ctypes.c_void_p(graph)))

    def graph(self, graph: ctypes.c_void_p) -> dict:
        symbols = {kind: self.symbols(graph, kind) for kind in (GRAPH, NODE, EDGE)}
        self.decoding = "utf-8"
        if str(self.attributes(graph, symbols[GRAPH]).get("charset", "")).lower() in LATIN1:
            self.decoding = "latin-1"
        nodes = list(self.each(graph, "agfstnode", "agnxtnode", graph))
        edges = [self.edge(edge, symbols[EDGE])
                 for node in nodes for edge in self.each(graph, "agfstout", "agnxtout", graph, node)]
        return {
            **self.name(graph),
            "directed": bool(self.library.agisdirected(graph)), "strict": bool(self.library.agisstrict(graph)),
            "attributes": self.attributes(graph, symbols[GRAPH]),
            "nodes": [{"id": self.text(self.library.agnameof(node)),
                       "attributes": self.attributes(node, symbols[NODE])} for node in nodes],
            "edges": edges,
            "subgraphs": self.subgraphs(graph, symbols[GRAPH]),
        }

    def edge(self, edge: ctypes.c_void_p, symbols: list) -> dict:
        attributes = self.attributes(edge, symbols)
        tail, head = (ctypes.c_void_p(getattr(self.library, end)(edge)) for end in ("agtail", "aghead"))
        result = {"tail": self.text(self.library.agnameof(tail)), "head": self.text(self.library.agnameof(head))}
        for name, attribute in (("tailPort", "tailport"), ("headPort", "headport")):
            if attribute in attributes:
                result[name] = attributes.pop(attribute)
        key = self.library.agnameof(edge)
        if key and not key.startswith(b"%"):
            result["key"] = self.text(key)
        return {**result, "attributes": attributes}

    def subgraphs(self, graph: ctypes.c_void_p, symbols: list) -> list[dict]:
        return [{**self.name(part), "attributes": self.attributes(part, symbols),
                 "nodes": [self.text(self.library.agnameof(node))
                           for node in self.each(part, "agfstnode", "agnxtnode", part)],
                 "subgraphs": self.subgraphs(part, symbols)}
                for part in self.each(graph, "agfstsubg", "agnxtsubg", graph, after=())]

    def each(self, graph, first, following, *arguments, after=None):
        """What a pair of functions lists: the first one's arguments, then the graph and the one before."""
        item = getattr(self.library, first)(*arguments)
        while item:
            yield (handle := ctypes.c_void_p(item))
            item = getattr(self.library, following)(*((graph, ) if after is None else after), handle)

    def name(self, graph: ctypes.c_void_p) -> dict:
        name = self.library.agnameof(graph)
        return {} if name is None or name.startswith(b"%") else {"name": self.text(name)}

    def symbols(self, graph: ctypes.c_void_p, kind: int) -> list:
        found, symbol = [], None
        while symbol := self.library.agnxtattr(graph, kind, symbol):
            found.append((self.text(symbol.contents.name), symbol))
        return found

    def attributes(self, item: ctypes.c_void_p, symbols: list) -> dict:
        found = {}
        for name, symbol in symbols:
            value = ctypes.c_void_p(self.library.agxget(item, symbol))
            text = self.text(ctypes.string_at(value))
            if self.library.aghtmlstr(value):
                found[name] = {"html": text}
            elif text:
                found[name] = text
        return found

    def text(self, text: bytes) -> str:
        return text.decode(self.decoding, errors="surrogateescape")


def normal(graph: dict) -> dict:
    """A graph without empty attributes, and in an order that does not depend on the reader.

    libcgraph lists edges by node, subgraphs by the hash of their names, and their nodes as the graph has them.
    """
    def strip(item: dict) -> dict:
        return {**item, "attributes": {name: value for name, value in item["attributes"].items() if value != ""}}

    def subgraph(item: dict) -> dict:
        parts = [{**subgraph(part), "nodes": sorted(part["nodes"])} for part in item["subgraphs"]]
        return {**strip(item), "subgraphs": sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))}

    edges = [json.dumps({name: value for name, value in strip(edge).items() if value != ""}, sort_keys=True)
             for edge in graph["edges"]]
    return {**subgraph(graph), "nodes": [strip(node) for node in graph["nodes"]], "edges": sorted(edges)}


def difference(found, wanted, place: str = "") -> str | None:
    """The first place where two values differ."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for name in sorted(found.keys() | wanted.keys()):
            if wrong := difference(found.get(name), wanted.get(name), f"{place}.{name}"):
                return wrong
        return None
    if isinstance(found, list) and isinstance(wanted, list):
        for index, (left, right) in enumerate(zip(found, wanted)):
            if wrong := difference(left, right, f"{place}[{index}]"):
                return wrong
        return None if len(found) == len(wanted) else f"{place}: {len(found)} items, not {len(wanted)}"
    return None if found == wanted else f"{place}: {found!r:.300}, not {wanted!r:.300}"


def run(command: list[str]) -> tuple[int | None, str, str]:
    """The exit status (None if it hangs), the output, the findings."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return None, "", ""
    return (done.returncode, done.stdout.decode(errors="surrogateescape"),
            done.stderr.decode(errors="replace").strip())


def fault(cjm: str, file: Path) -> str | None:
    """What is wrong with cjm's answer to a file."""
    status, printed, findings = run([cjm, "tree", str(file), "--from", "dot"])
    if status not in (ACCEPTED, REFUSED):
        return f"no answer in {TIMEOUT} s" if status is None else f"exit {status}: {findings}"
    asked, answer, _ = run([sys.executable, __file__, "--cjm", "", "--ask-libcgraph", str(file)])
    if asked != 0:
        return f"libcgraph ends with {asked}"
    wanted = json.loads(answer)
    if status == REFUSED:
        return None if wanted is None or "UTF-8" in findings else f"refused: {findings}"
    found = [normal(json.loads(line)) for line in printed.split("\n") if line]
    if wanted is None:
        return "accepted what libcgraph refuses"
    return difference(found, [normal(graph) for graph in wanted])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cjm", required=True, metavar="PATH", help="the command to test")
    parser.add_argument("--ask-libcgraph", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_DIR", help="DOT files, or folders that hold some")
    options = parser.parse_args()

    library = ctypes.util.find_library("cgraph")
    if options.ask_libcgraph and library:
        sys.setrecursionlimit(100_000)
        print(json.dumps(CGraph(library).graphs(str(options.paths[0]))))
        return 0
    files = sorted(file for path in options.paths for file in (path.rglob("*") if path.is_dir() else [path])
                   if file.is_file() and file.suffix in (".dot", ".gv"))
    if not files or not library:
        print("not there:", "libcgraph" if files else "DOT files", file=sys.stderr)
        return 2
    with ThreadPoolExecutor() as pool:
        faults = list(pool.map(lambda file: fault(options.cjm, file), files))
    failed = [f"FAIL {file}: {wrong}" for file, wrong in zip(files, faults) if wrong is not None]
    print(*failed, sep="\n", end="\n" if failed else "")
    print(f"{len(files) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
