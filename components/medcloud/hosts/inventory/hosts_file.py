"""Reads a hosts file: a JSON list, as the host lab writes it or `pulumi stack output hosts --json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from medcloud.hosts.case.surroundings import Surroundings
from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory.entry import HostEntry
from medcloud.hosts.inventory.row import read_row
from medcloud.hosts.systems import known_as
from medcloud.plan.hosts import HostRow
from medcloud.text import Text

_GROUPED = ("centre", "role", "workload", "isa", "system")


def read_hosts(path: Path) -> tuple[HostEntry, ...]:
    """The hosts of a file; HardenError names the file, the host and the field that is wrong."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise HardenError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise HardenError(Text(f"{path}: 不是 JSON: {error}", f"{path}: is not JSON: {error}")) from None
    rows = data.get("hosts") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise HardenError(
            Text(
                f"{path}: 应为主机列表: [{{name, address, …}}]",
                f"{path}: must be a list of hosts: [{{name, address, …}}]",
            )
        )
    found = tuple(_entry(str(path), row) for row in rows)
    names = [entry.name for entry in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise HardenError(
            Text(f"{path}: 主机重名: {', '.join(twice)}", f"{path}: hosts named twice: {', '.join(twice)}")
        )
    if not found:
        raise HardenError(Text(f"{path}: 没有主机", f"{path}: names no host"))
    return found


def _entry(place: str, data: Mapping[str, Any]) -> HostEntry:
    row = read_row(place, data)
    address = row.address or row.v4 or row.v6
    if not address:
        raise HardenError(Text(f"{place}: {row.name}: 缺 address", f"{place}: {row.name}: has no address"))
    return HostEntry(
        name=row.name,
        address=address,
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
