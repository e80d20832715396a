"""A host lab of the tests' own: another checkout's would not be disturbed."""

import functools
import os
import subprocess
import time
import uuid
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
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def wait_for_audit(host: LabHost) -> None:
    """Until the daemon has written all that the kernel has told it so far: a mark is the last of it."""
    mark = f"lab-{uuid.uuid4().hex}"
    written = f"until grep -q {mark} /var/log/audit/audit.log; do sleep 0.2; done"
    host.run(f"auditctl -m {mark} && timeout 100 bash -c '{written}'", check=True)


def assert_audit_says_who_did_what(host: LabHost) -> None:
    """The kernel of a host that has one of its own is told what to watch, and names who touched it."""
    watch = "/etc/shadow -p wa -k identity"
    host.run(f"auditctl -w {watch}", check=True)
    try:
        assert ssh(host, "sudo -n touch /etc/shadow").returncode == 0
        wait_for_audit(host)
        record = host.run("ausearch -k identity -i --input-logs").stdout
    finally:
        host.run(f"auditctl -W {watch}")
    assert "auid=ops" in record
    assert "exe=/usr/bin/touch" in record


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
            told.append(waiting.exception(timeout=30))
    assert [type(each) for each in told] == [HostEnded, HostEnded], told
    assert host.name in str(told[0])
    assert "\n  | " in str(told[0]), "its console's last lines"


def assert_down_leaves_nothing(where: Folders, host: LabHost) -> None:
    """Of the lab of a host with a kernel of its own: no file, no mount, no process."""
    nets = [where.net(host.name).stat().st_ino, where.control.stat().st_ino]
    assert [pid for pid in _pids() if _stands_on(pid, where)], "what runs is found by its folder"
    lifecycle.down(where)
    assert not where.home.exists()
    assert not where.published.exists()
    assert str(where.home) not in Path("/proc/self/mountinfo").read_text()
    assert [pid for pid in _pids() if _net(pid) in nets or _stands_on(pid, where)] == []


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").glob("[0-9]*") if path.name != str(os.getpid())]


def _stands_on(pid: int, where: Folders) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").readlink().is_relative_to(where.home)
    except OSError:
        return False


def _net(pid: int) -> int:
    try:
        return Path(f"/proc/{pid}/ns/net").stat().st_ino
    except OSError:
        return 0
