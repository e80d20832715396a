"""Inserting a line into a PAM file; what jumps over it jumps one further."""

from __future__ import annotations

import re
from dataclasses import replace

from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.pam.line import PamLine, parse, render
from medcloud.hosts.errors import Refused
from medcloud.text import Text

_JUMP = re.compile(r"(\w+=)(\d+)")


def anchor(lines: list[Line], path: str, kind: str, module: str) -> int | None:
    """The index of the first line of a module; None when there is none."""
    for at, line in enumerate(lines):
        found = parse(line.text, path)
        if found and found.kind == kind and found.module == module:
            return at
    return None


def insert(lines: list[Line], path: str, at: int, new: PamLine) -> list[Line]:
    """The file with a new line before index `at`; Refused when a jump crosses an include."""
    parsed = [parse(line.text, path) for line in lines]
    stack = [i for i, line in enumerate(parsed) if line and line.kind in (new.kind, "*")]
    place = sum(1 for i in stack if i < at)
    fixed = list(lines)
    for order, i in enumerate(stack[:place]):
        line = parsed[i]
        if line is None or line.kind == "*" or not line.control.startswith("["):
            continue
        passed = [parsed[j] for j in stack[order + 1 :]]
        control = _JUMP.sub(lambda hit: _longer(hit, order, place, passed, path), line.control)  # noqa: B023 - used at once
        if control != line.control:
            fixed[i] = replace(lines[i], text=lines[i].text.replace(line.control, control, 1))
    return text.insert(fixed, at, [render(new)])


def _longer(hit: re.Match[str], order: int, place: int, passed: list[PamLine | None], path: str) -> str:
    jump = int(hit[2])
    if order + 1 + jump <= place:
        return hit[0]
    if any(line and line.includes for line in passed[:jump]):
        raise Refused(
            Text(f"{path}: 跳转越过包含的文件，未改动", f"{path}: a jump crosses an include, left alone")
        )
    return f"{hit[1]}{jump + 1}"
