"""The rows of a hosts file, checked as a whole: every problem at once, with its place and what to write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from medcloud.plan.hosts import HostRow, WorkloadKind
from medcloud.text import Text
from medcloud.text.printable import shown
from medcloud.text.reading.explain import explain
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.tree import Sequence, Table, data

_LAB = ("namespace", "uml", "emulator")
_TWICE = Problem(
    ("name",),
    Text("主机重名", "an earlier host has this name"),
    Text("每台主机一个名字", "give every host a name of its own"),
)


def read_rows(listed: Sequence, within: Loc) -> tuple[list[HostRow], list[Problem]]:
    """The good rows, and the problems of all others with the host's name and the place in the file."""
    rows: list[HostRow] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for index, node in enumerate(listed.items):
        content = data(node) if isinstance(node, Table) else {}
        row, wrong = _row(content)
        if row and row.name in names:
            wrong = [_TWICE]
        problems += [_of_host(problem, content.get("name"), (*within, index)) for problem in wrong]
        if row:
            rows.append(row)
            names.add(row.name)
    return rows, problems


def _of_host(problem: Problem, host: object, row: Loc) -> Problem:
    zh, en = problem.message
    if isinstance(host, str) and host:
        zh, en = f"{shown(host)}：{zh}", f"{shown(host)}: {en}"
    return replace(problem, loc=(*row, *problem.loc), message=Text(zh, en))


def _row(data: Mapping[str, Any]) -> tuple[HostRow | None, list[Problem]]:
    """The row, None when anything is wrong, and what is wrong; places are within the row."""
    given = {key: value for key, value in _today(data).items() if value is not None}
    try:
        row = _adapter().validate_json(json.dumps(given))
    except ValidationError as error:
        return None, [explain(each, _schema()) for each in error.errors(include_url=False)]
    if not (row.address or row.v4 or row.v6):
        message = Text("缺 address", "has no address")
        remedy = Text("写 address：登录用的地址或主机名", "write address: the address or name to log in at")
        return None, [Problem((), message, remedy)]
    return row, []


@cache
def _adapter() -> TypeAdapter[HostRow]:
    return TypeAdapter(HostRow)


@cache
def _schema() -> dict[str, Any]:
    return _adapter().json_schema()


def _today(data: Mapping[str, Any]) -> dict[str, Any]:
    """Rows as stacks and labs wrote them before: `kind` had two meanings, `os` was the system."""
    found = dict(data)
    kind, system = found.pop("kind", None), found.pop("os", None)
    if kind in _LAB:
        found.setdefault("lab_kind", kind)
    elif kind in get_args(WorkloadKind):
        found.setdefault("workload_kind", kind)
    if system and not found.get("system"):
        found["system"] = system
    return found
