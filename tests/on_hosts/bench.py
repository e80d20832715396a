"""Lab hosts as `medcloud harden` sees them, and the ways to look at them past it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labs.base.cache import CHECKOUT
from labs.hosts import api, lifecycle, network
from labs.hosts.api import LabHost
from labs.hosts.place import Folders

MEDCLOUD = Path(sys.executable).with_name("medcloud")
PYTHONPATH = os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "components")))
_OF_ITSELF = ("user@", "user-runtime-dir@", "systemd-tmpfiles", "systemd-hostnamed")
"""Units that logins and timers start."""
_LATE = "integrity-tool"
_MADE = "while systemctl is-active -q medcloud-integrity-init.service; do sleep 0.2; done"
Done = subprocess.CompletedProcess[str]


@dataclass
class Bench:
    """The lab's hosts by system, and what their inventory says of their surroundings."""

    where: Folders
    hosts: dict[str, LabHost]
    folder: Path
    site: dict[str, Any] = field(default_factory=dict)

    @property
    def rpm(self) -> LabHost:
        """The host of the RPM family."""
        return self.hosts["anolis-8"]

    @property
    def deb(self) -> LabHost:
        """The host of the DEB family."""
        return self.hosts["uos-desktop-20"]

    def own_kernel(self, kind: str, system: str) -> LabHost:
        """A host of kind uml or emulator, booted when it is first asked for."""
        lifecycle.up(self.where, [(system, kind)])
        (host,) = (h for h in api.running(self.where) if (h.system, h.kind) == (system, kind))
        return host

    def inventory(self, hosts: Sequence[LabHost], *more: dict[str, Any]) -> Path:
        """A hosts file of these, and of rows that the lab does not have."""
        published = json.loads((self.where.published / "hosts.json").read_text("utf-8"))
        names = {host.name for host in hosts}
        rows = [{**row, "level": 3, "site": self.site} for row in published if row["name"] in names]
        path = self.folder / "hosts.json"
        path.write_text(json.dumps([*rows, *more]), "utf-8")
        return path

    def start(self, *words: str, on: Sequence[LabHost]) -> subprocess.Popen[str]:
        """`medcloud harden` in a session of its own, so that all of it can be killed."""
        command = [str(MEDCLOUD), "harden", words[0], "-i", str(self.inventory(on)), *words[1:]]
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def harden(self, *words: str, on: Sequence[LabHost], more: Sequence[dict[str, Any]] = ()) -> Done:
        """Run `medcloud harden` to its end."""
        command = [str(MEDCLOUD), "harden", words[0], "-i", str(self.inventory(on, *more)), *words[1:]]
        return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)

    def statuses(self, *words: str, on: Sequence[LabHost]) -> dict[str, dict[str, str]]:
        """Host -> control -> status, of `audit` or `apply`."""
        done = self.harden(*words, "--json", on=on)
        assert done.returncode in (0, 1), done.stderr
        report = json.loads(done.stdout)
        assert not [host["failed"] for host in report["hosts"] if host["failed"]], done.stderr
        return {
            host["name"]: {row["control"]: row["status"] for row in host["results"]}
            for host in report["hosts"]
        }

    def applied(self, *words: str, on: Sequence[LabHost]) -> dict[str, dict[str, str]]:
        """`statuses` of an apply, once the database is there that a busy host makes on in the background."""
        came_of = self.statuses("apply", "--yes", *words, on=on)
        for host in on:
            if came_of[host.name].get(_LATE) == "fail":
                host.run(_MADE, timeout=900, check=True)
                now = self.statuses("audit", "--control", _LATE, on=[host])[host.name][_LATE]
                came_of[host.name][_LATE] = "fixed" if now == "pass" else now
        return came_of

    def unlike(self, host: LabHost, statuses: dict[str, str]) -> dict[str, object]:
        """Of one host's audit: each result that differs from `statuses`, with its findings."""
        (report,) = json.loads(self.harden("audit", "--json", on=[host]).stdout)["hosts"]
        return {
            row["control"]: row for row in report["results"] if row["status"] != statuses.get(row["control"])
        }

    def listen(self, port: int) -> subprocess.Popen[bytes]:
        """A server of this machine in the network of all hosts, over IPv4 and IPv6, once it answers."""
        program = f"import socket; s = socket.create_server(('::', {port}), family=socket.AF_INET6,"
        program += " dualstack_ipv6=True); print(flush=True)\nwhile True: s.accept()[0].close()"
        command = [*network.enter(self.where.control), sys.executable, "-c", program]
        listener = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert listener.stdout is not None
        assert listener.stdout.readline() == b"\n"
        return listener

    def from_outside(self, words: Sequence[str], *, timeout: float = 60, stdin: str = "") -> Done:
        """Run a program of this machine in the network from which all hosts can be reached."""
        command = [*network.enter(self.where.control), *words]
        return subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=timeout, check=False
        )


def ssh(host: LabHost, command: str = "true", *options: str, user: str = "ops") -> Done:
    """OpenSSH with the lab's key."""
    words = ["ssh", "-F", str(host.ssh_config), "-o", "BatchMode=yes", "-o", "ConnectTimeout=30", *options]
    return subprocess.run(
        [*words, f"{user}@{host.name}", command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


_WITH_PASSWORD = (
    *("-o", "PreferredAuthentications=publickey,password,keyboard-interactive"),
    *("-o", "NumberOfPasswordPrompts=1", "-o", "ConnectTimeout=30"),
)


def ssh_password(host: LabHost, user: str, password: str, command: str = "true") -> Done:
    """OpenSSH with a password and one try."""
    return ssh_key_and_password(host, user, password, command, "-o", "PubkeyAuthentication=no")


def ssh_key_and_password(
    host: LabHost, user: str, password: str, command: str = "true", *options: str
) -> Done:
    """OpenSSH with the lab's key, and one try with a password where that is asked for as well."""
    environment = {
        **os.environ,
        "SSH_ASKPASS": str(Path(__file__).with_name("askpass.sh")),
        "SSH_ASKPASS_REQUIRE": "force",
        "LAB_PASSWORD": password,
    }
    words = ["ssh", "-F", str(host.ssh_config), *options, *_WITH_PASSWORD]
    return subprocess.run(
        [*words, f"{user}@{host.name}", command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
        check=False,
    )


def everybody_gets_in(host: LabHost) -> bool:
    """The operator by key and sudo, a person by password at the console."""
    by_key = ssh(host, "sudo -n id -u").stdout.strip() == "0"
    return by_key and host.login("clerk", host.password("clerk")).admitted


def services(host: LabHost) -> dict[str, str]:
    """Unit -> when it was last started, in µs of the monotonic clock."""
    times = ("ActiveEnterTimestampMonotonic", "ExecMainStartTimestampMonotonic")
    shown = host.run(f"systemctl show --property=Id,{','.join(times)} '*.service'", check=True).stdout
    found = {}
    for block in shown.split("\n\n"):
        values = dict(line.partition("=")[::2] for line in block.splitlines())
        unit = values.get("Id", "")
        if unit and not unit.startswith(_OF_ITSELF):
            found[unit] = " ".join(values.get(time, "") for time in times)
    return found
