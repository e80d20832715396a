"""Hosts in the form that pyinfra takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from medcloud.hosts.inventory.entry import HostEntry


def names_data(entries: Iterable[HostEntry]) -> list[tuple[str, dict[str, Any]]]:
    """Names with their connection data; a host that has an ssh_config is looked up there by name."""
    return [(entry.name, _data(entry)) for entry in entries]


def groups(entries: Iterable[HostEntry]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The same by group: centre, role, workload, data level, ISA, system."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for entry in entries:
        for group in entry.groups:
            found.setdefault(group.replace("-", "_").replace(".", "_"), []).append((entry.name, _data(entry)))
    return found


def _data(entry: HostEntry) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ssh_user": entry.user,
        "ssh_connect_retries": 1,  # a busy sshd drops some of many that knock at once (MaxStartups)
        "medcloud_host": entry,
    }
    if entry.ssh_config:
        data |= {"ssh_hostname": entry.name, "ssh_config_file": entry.ssh_config}
    else:
        data |= {"ssh_hostname": entry.address, "ssh_port": entry.port}
    if entry.key:
        data["ssh_key"] = entry.key
    return data
