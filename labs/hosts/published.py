"""What clients of the lab read: hosts.json, an ssh configuration, known host keys."""

from __future__ import annotations

import json
import os
import platform
import shlex
from collections.abc import Sequence
from pathlib import Path

from labs.hosts import toolbox
from labs.hosts.place import Folders
from labs.hosts.spec import Spec

USER = "ops"
PORT = 22


def entry(where: Folders, host: Spec) -> dict[str, str | int]:
    """A host as hosts.json has it."""
    return {
        "name": host.name,
        "system": host.system,
        "kind": host.kind,
        "address": host.address,
        "address6": host.address6,
        "port": PORT,
        "user": USER,
        "key": str(where.published / "key"),
        "ssh_config": str(where.published / "ssh_config"),
        "isa": platform.machine(),
    }


def write(where: Folders, tools: Path, hosts: Sequence[Spec]) -> None:
    """Publish the hosts. Each file is replaced in one step."""
    _replace(where.published / "known_hosts", "".join(_keys(where, host) for host in hosts))
    _replace(where.published / "ssh_config", "".join(_block(where, tools, host) for host in hosts))
    text = json.dumps([entry(where, host) for host in hosts], indent=2)
    _replace(where.published / "hosts.json", text + "\n")


def read(where: Folders) -> list[dict[str, str | int]]:
    """The published hosts; none when the lab is not up."""
    path = where.published / "hosts.json"
    if not path.exists():
        return []
    rows: list[dict[str, str | int]] = json.loads(path.read_text("utf-8"))
    return rows


def _keys(where: Folders, host: Spec) -> str:
    folder = where.host(host.name) / "seed/etc/ssh"
    keys = [" ".join(path.read_text("ascii").split()[:2]) for path in sorted(folder.glob("*.pub"))]
    return "".join(f"{host.name},{host.address},{host.address6} {key}\n" for key in keys)


def _block(where: Folders, tools: Path, host: Spec) -> str:
    socat = [*toolbox.command(tools, "socat"), "-", f"TCP:{host.address}:{PORT}"]
    proxy = shlex.join(["nsenter", f"--net={where.control}", *socat])
    return (
        f"Host {host.name}\n"
        f"  HostName {host.address}\n"
        f"  Port {PORT}\n"
        f"  User {USER}\n"
        f'  IdentityFile "{where.published / "key"}"\n'
        "  IdentitiesOnly yes\n"
        f'  UserKnownHostsFile "{where.published / "known_hosts"}"\n'
        "  StrictHostKeyChecking yes\n"
        f"  ProxyCommand {proxy}\n\n"
    )


def _replace(path: Path, text: str) -> None:
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.touch(mode=0o600)
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(path)
