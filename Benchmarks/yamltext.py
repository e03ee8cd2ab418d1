"""Writes journey maps as YAML the way a person does: block style, long text folded, few quotes."""

import io
import re

_PLAIN = re.compile(r"^[^\W\d_](?:[^\x00-\x1f:#\"'\\\[\]{}&*!|>%@`,]|,(?=\s)|'(?=\w))*$")
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_FOLD_FROM = 78
_LINE_WIDTH = 76


def document(journey_map):
    """The whole map as one YAML document."""
    out = io.StringIO()
    out.write("# Customer journey map\n")
    _mapping(out, journey_map, 0)
    return out.getvalue()


def item(element, indent):
    """One list item, as it stands in a document."""
    out = io.StringIO()
    _sequence(out, [element], indent)
    return out.getvalue()


def _scalar(value):
    if isinstance(value, int):
        return str(value)
    plain = _PLAIN.match(value) and value.lower() not in _RESERVED and value == value.strip()
    if plain:
        return value
    if "'" not in value and "\\" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_inline(values):
    return all(isinstance(x, str) and len(x) < 16 and _scalar(x) == x for x in values)


def _is_folded(value):
    is_long = isinstance(value, str) and len(value) > _FOLD_FROM
    return is_long and value.count(" ") > 6 and not value.startswith(" ")


def _value(out, value, indent):
    if isinstance(value, dict):
        out.write("\n")
        _mapping(out, value, indent + 2)
    elif isinstance(value, list):
        if not value:
            out.write(" []\n")
        elif _is_inline(value):
            out.write(f" [{', '.join(value)}]\n")
        else:
            out.write("\n")
            _sequence(out, value, indent + 2)
    elif _is_folded(value):
        _folded(out, value, indent + 2)
    else:
        out.write(f" {_scalar(value)}\n")


def _folded(out, text, indent):
    out.write(" >-\n")
    margin = " " * indent
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > _LINE_WIDTH:
            out.write(f"{margin}{line}\n")
            line = word
        else:
            line = f"{line} {word}" if line else word
    out.write(f"{margin}{line}\n")


def _mapping(out, mapping, indent, first=None):
    for key, value in mapping.items():
        out.write(" " * indent if first is None else first)
        first = None
        out.write(f"{key}:")
        _value(out, value, indent)


def _sequence(out, elements, indent):
    margin = " " * indent
    for element in elements:
        if isinstance(element, dict):
            _mapping(out, element, indent + 2, first=f"{margin}- ")
        else:
            out.write(f"{margin}-")
            _value(out, element, indent)
