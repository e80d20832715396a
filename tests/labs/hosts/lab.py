"""A host lab of the tests' own: another checkout's would not be disturbed."""

import functools
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from labs.hosts import api, lifecycle, members, place
from labs.hosts.api import LabHost
from labs.hosts.errors import HostEnded
from labs.hosts.place import Folders


@contextmanager
def lab(checkout: Path, wanted: Sequence[tuple[str, str]]) -> Iterator[tuple[Folders, list[LabHost]]]:
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


def assert_end_is_noticed(where: Folders, host: LabHost) -> None:
    """Killed while a command is waited for, then while its boot is: told at once. Its files stay."""
    with ThreadPoolExecutor() as pool:
        told = []
        boot = functools.partial(lifecycle.up, where, [(host.system, host.kind)])
        for wait in (functools.partial(host.run, "sleep 120"), boot):
            waiting = pool.submit(wait)
            time.sleep(1)
            while not host.running():
                assert not waiting.done(), waiting.exception()
                time.sleep(0.05)
            members.end(where.net(host.name))
            told.append(waiting.exception(timeout=5))
    assert [type(each) for each in told] == [HostEnded, HostEnded], told
    assert host.name in str(told[0])
    assert "\n  | " in str(told[0]), "its console's last lines"
