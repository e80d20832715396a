"""Reads a hosts file: a JSON list, as the host lab writes it or `pulumi stack output hosts --json`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from medcloud.hosts.case.surroundings import Surroundings
from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory.entry import HostEntry
from medcloud.hosts.inventory.row import read_rows
from medcloud.hosts.systems import known_as
from medcloud.plan.hosts import HostRow
from medcloud.text import Text
from medcloud.text.printable import shown
from medcloud.text.reading.json_text import json_tree
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.place import finding, located
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.source import Unreadable, read
from medcloud.text.reading.tree import Sequence, Table

_GROUPED = ("centre", "role", "workload", "isa", "system")
_KIND = Kind(
    Text("主机文件", "a hosts file"),
    Text("格式见 docs/hosts.md", "docs/hosts.md has its format"),
    largest=256 * 1024 * 1024,  # 100,000 hosts with the flows of each
    piped=True,
)
_LIST = Problem(
    (),
    Text("应为主机列表", "must be a list of hosts"),
    Text("写 [{name, address, …}]", "write [{name, address, …}]"),
)
_NONE = Problem(
    (), Text("没有主机", "names no host"), Text("写 [{name, address, …}]", "write [{name, address, …}]")
)


def read_hosts(path: Path) -> tuple[HostEntry, ...]:
    """The hosts of a file; HardenError names line, host and field of all that is wrong."""
    name = shown(str(path), 200)
    try:
        root, repeated = json_tree(read(path, _KIND), name)
    except Unreadable as error:
        raise HardenError(*error.findings) from None
    found = [finding(problem, name, line, column) for problem, line, column in repeated]
    within: Loc = ("hosts",) if isinstance(root, Table) and "hosts" in root.entries else ()
    listed = root.entries["hosts"] if isinstance(root, Table) and within else root
    if not isinstance(listed, Sequence) or not all(isinstance(item, Table) for item in listed.items):
        raise HardenError(*found, located(_LIST, name, listed))
    rows, problems = read_rows(listed, within)
    found += [located(problem, name, root) for problem in problems]
    if not listed.items:
        found.append(located(_NONE, name, listed))
    if found:
        raise HardenError(*found)
    return tuple(_entry(row) for row in rows)


def _entry(row: HostRow) -> HostEntry:
    return HostEntry(
        name=row.name,
        address=row.address or row.v4 or row.v6,
        port=row.port,
        user=row.user,
        key=row.key,
        ssh_config=row.ssh_config,
        lab_kind=row.lab_kind,
        system=known_as(row.system),
        groups=tuple(sorted({*_groups(row), *row.groups})),
        surroundings=_surroundings(row),
        identity=row.identity,
    )


def _groups(row: HostRow) -> Iterator[str]:
    named = {key: getattr(row, key) for key in _GROUPED}
    yield from (f"{key}_{value}" for key, value in named.items() if value)
    if row.level:
        yield f"level_{row.level}"


def _surroundings(row: HostRow) -> Surroundings:
    """Where operators are named, who logs in to harden is one of them: they must be able to log in again."""
    site = row.site
    operators = tuple(dict.fromkeys((*site.operators, row.user))) if site.operators else ()
    return Surroundings(
        level=row.level,
        time_sources=site.time_sources,
        log_receiver=site.log_receiver,
        admin_sources=site.admin_sources,
        operators=operators,
        flows=site.flows,
    )
