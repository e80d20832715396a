"""A host lab of the tests' own: another checkout's would not be disturbed."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from labs.hosts import api, lifecycle, place
from labs.hosts.api import LabHost
from labs.hosts.place import Place


@contextmanager
def lab(checkout: Path, wanted: Sequence[tuple[str, str]]) -> Iterator[tuple[Place, list[LabHost]]]:
    """Hosts for a checkout that does not exist, taken down afterwards."""
    where = place.of(checkout)
    try:
        lifecycle.up(where, wanted)
        yield where, api.running(where)
    finally:
        lifecycle.down(where)


def ssh(host: LabHost, *words: str, login: str = "") -> subprocess.CompletedProcess[str]:
    """Plain OpenSSH from the ordinary shell."""
    name = f"{login}@{host.name}" if login else host.name
    command = ["ssh", "-F", str(host.ssh_config), "-o", "BatchMode=yes", name, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def assert_answers(host: LabHost) -> None:
    """A host with a kernel of its own is reached by SSH and past it, over its serial line."""
    assert ssh(host, "sudo -n id -un").stdout.strip() == "root"
    large = "x" * 300_000
    assert host.run(["cat"], stdin=large).stdout == large
    assert host.run("exit 3").returncode == 3
