"""What runs in the lab, where, with how much memory and disk."""

from __future__ import annotations

import json
import subprocess

from labs.hosts import kinds, members, spec
from labs.hosts.place import Folders
from labs.hosts.spec import Spec
from medcloud.text import Text


def show(where: Folders, *, as_json: bool) -> int:
    """Print it; 0 when all hosts run, 3 when some do not or there are none."""
    rows = [_row(where, host) for host in spec.load(where)]
    if as_json:
        print(json.dumps(rows, indent=2))
    elif not rows:
        print(Text("主机实验环境未启动", "the host lab is not up"))
    else:
        print(
            f"{'host':24} {'system':18} {'kind':10} {'state':6} {'address':13} {'PSS MiB':>8} {'disk MiB':>9}"
        )
    for row in rows if not as_json else ():
        print("{name:24} {system:18} {kind:10} {state:6} {address:13} {memory:8} {disk:9}".format(**row))
    return 0 if rows and all(row["state"] == "up" for row in rows) else 3


def _row(where: Folders, host: Spec) -> dict[str, str | int]:
    running = kinds.of(host).running(where, host)
    used = subprocess.run(
        ["du", "-sm", str(where.host(host.name))], capture_output=True, text=True, check=False
    ).stdout
    return {
        "name": host.name,
        "system": host.system,
        "kind": host.kind,
        "state": "up" if running else "down",
        "address": host.address,
        "memory": members.memory(where.net(host.name)) // 1024,
        "disk": int(used.split()[0]) if used else 0,
    }
