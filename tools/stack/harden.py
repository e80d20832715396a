"""The region's hosts hardened: one server of each system, stood in for by a host of the host lab that boots.

The servers of the embedded OpenStack have no kernel. What is theirs in the inventory (name, centre, role,
data level, system, flows) comes from the stack's outputs; where to log in comes from the host lab.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from labs.hosts.spec import NETWORK, NETWORK6
from medcloud.engine.errors import EngineFailed
from medcloud.engine.stack import Stack
from medcloud.hosts.systems import known_as
from medcloud.text import Text
from tools.stack import parallel
from tools.stack.session import ROOT, StackFailed

_LAB = ROOT / ".medcloud" / "hostlab"
_INTO = ROOT / ".medcloud" / "harden"
_FROM = [str(NETWORK), str(NETWORK6)]
"""Where the lab's operators come from."""
_ACCESS = ("address", "port", "user", "key")


def harden(stack: Stack) -> int:
    """Audit, apply, audit again, and write the report; StackFailed when one of them could not be run.

    What is left for a person to do (`manual`, `fail`) is in the report and is no failure of this command.
    """
    servers = _one_of_each(_hosts(stack))
    systems = ",".join(sorted({_system(server) for server in servers}))
    parallel.run({"hosts": ["labs.hosts", "up", "--systems", systems]})
    inventory = _inventory(servers)
    _medcloud("audit", inventory)
    _medcloud("apply", inventory, "--yes")
    _medcloud("audit", inventory, "--html", str(_INTO / "report.html"))
    print(Text(f"报告: {_INTO / 'report.html'}", f"report: {_INTO / 'report.html'}"))
    return 0


def _hosts(stack: Stack) -> list[dict[str, Any]]:
    try:
        found = json.loads(stack.ask("stack", "output", "hosts", "--json"))
    except EngineFailed as error:
        raise StackFailed(
            error.text, Text("区域尚未建成，先执行 make up", "the region is not up: make up first")
        ) from None
    return list(found)


def _one_of_each(servers: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The first server of each system."""
    first: dict[str, Mapping[str, Any]] = {}
    for server in servers:
        first.setdefault(str(server["system"]), server)
    return list(first.values())


def _system(server: Mapping[str, Any]) -> str:
    return known_as(str(server["system"]))


def _inventory(servers: Sequence[Mapping[str, Any]]) -> Path:
    """Hosts file and ssh configuration in which the servers' names lead to the lab's hosts."""
    stand_ins = {row["system"]: row for row in json.loads((_LAB / "hosts.json").read_text("utf-8"))}
    ssh = (_LAB / "ssh_config").read_text("utf-8")
    rows = []
    for server in servers:
        lab = stand_ins[_system(server)]
        ssh = ssh.replace(f"Host {lab['name']}\n", f"Host {lab['name']} {server['name']}\n")
        known = {key: value for key, value in server.items() if key not in ("v4", "v6")}
        access = {**{key: lab[key] for key in _ACCESS}, "lab_kind": lab["kind"]}
        site = {**server["site"], "admin_sources": _FROM, "operators": [lab["user"]]}
        rows.append({**known, **access, "site": site, "ssh_config": str(_INTO / "ssh_config")})
    _INTO.mkdir(parents=True, exist_ok=True, mode=0o700)
    (_INTO / "ssh_config").write_text(ssh, encoding="utf-8")
    path = _INTO / "hosts.json"
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def _medcloud(verb: str, inventory: Path, *words: str) -> None:
    """Run `medcloud harden`; its exit code 1 is for findings, a higher one for what could not be run."""
    medcloud = str(Path(sys.executable).with_name("medcloud"))
    code = subprocess.run([medcloud, "harden", verb, "-i", str(inventory), *words], check=False).returncode
    if code > 1:
        raise StackFailed(f"medcloud harden {verb}: exit {code}")
