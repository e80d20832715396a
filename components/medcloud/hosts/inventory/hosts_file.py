"""Reads a hosts file: a JSON list, as the host lab writes it or `pulumi stack output hosts --json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory.entry import HostEntry
from medcloud.hosts.inventory.surroundings_row import surroundings
from medcloud.standard import levels

_KNOWN = {
    *("name", "address", "address6", "v4", "v6", "port", "user", "key", "ssh_config"),
    *("kind", "system", "os", "groups", "centre", "role", "workload", "level", "isa", "site"),
}
_GROUPED = ("centre", "role", "workload", "isa", "system")
_LAB = ("namespace", "uml", "emulator")


def read_hosts(path: Path) -> tuple[HostEntry, ...]:
    """The hosts of a file; HardenError names the file, the host and the field that is wrong."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise HardenError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise HardenError(f"{path}: 不是 JSON / is not JSON: {error}") from None
    rows = data.get("hosts") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise HardenError(f"{path}: 应为主机列表 / must be a list of hosts: [{{name, address, …}}]")
    found = tuple(_entry(str(path), row) for row in rows)
    names = [entry.name for entry in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise HardenError(f"{path}: 主机重名 / hosts named twice: {', '.join(twice)}")
    if not found:
        raise HardenError(f"{path}: 没有主机 / names no host")
    return found


def _entry(place: str, row: Mapping[str, Any]) -> HostEntry:
    name = row.get("name")
    if not isinstance(name, str) or not name:
        raise HardenError(f"{place}: 主机缺 name / a host without a name: {dict(row)}")
    if unknown := sorted(set(row) - _KNOWN):
        raise HardenError(f"{place}: {name}: 未知字段 / unknown fields: {', '.join(unknown)}")
    address = row.get("address") or row.get("v4") or row.get("v6")
    if not address:
        raise HardenError(f"{place}: {name}: 缺 address / has no address")
    kind = str(row.get("kind") or "")
    values = {**row, "system": row.get("system") or row.get("os") or ""}
    groups = {f"{key}_{values[key]}" for key in _GROUPED if values.get(key)}
    if row.get("level"):
        groups.add(f"level_{row['level']}")
    user = str(row.get("user") or "root")
    level = _whole(place, name, "level", row.get("level") or 0, range(len(levels()) + 1))  # 0: none
    return HostEntry(
        name=name,
        address=str(address),
        port=_whole(place, name, "port", row.get("port", 22), range(1, 1 << 16)),
        user=user,
        key=str(row.get("key") or ""),
        ssh_config=str(row.get("ssh_config") or ""),
        kind=kind if kind in _LAB else "",
        system=str(values["system"]),
        groups=tuple(sorted({*groups, *map(str, row.get("groups") or ())})),
        surroundings=surroundings(f"{place}: {name}", row.get("site") or {}, user=user, level=level),
    )


def _whole(place: str, name: str, key: str, value: object, allowed: range) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise HardenError(f"{place}: {name}: {key}: 应为整数 / must be a whole number: {value!r}")
    if value not in allowed:
        bounds = f"{allowed[0]}..{allowed[-1]}"
        raise HardenError(f"{place}: {name}: {key} = {value}: 应在 {bounds} 之间 / must be within {bounds}")
    return value
