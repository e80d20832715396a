"""What a hardened host with a kernel of its own does, asked of it while it runs: True when it does.

A host that was not hardened must answer False. Nothing here reads a configuration file.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from labs.hosts.api import LabHost
from tests.on_hosts.bench import Bench, ssh

PERSON = "clerk"
HARMLESS = "dummy"
"""A module on no list."""
_CRASH = """d=$(mktemp -d); cd $d; ulimit -S -c unlimited 2>/dev/null
sh -c 'kill -SEGV $$' >/dev/null 2>&1; find . -type f; rm -rf $d"""
_ATTACH = """
import ctypes, subprocess
child = subprocess.Popen(["sleep", "9"])
other = subprocess.Popen(["sleep", "9"], start_new_session=True)
probe = "import ctypes; print(ctypes.CDLL(None).ptrace(16, %d, 0, 0))" % other.pid
print(subprocess.run(["python3", "-c", probe], capture_output=True, text=True).stdout.strip())
child.kill(), other.kill()
"""
_MAP = """
import ctypes, struct
create = ctypes.create_string_buffer(struct.pack("5I", 2, 4, 4, 1, 0) + bytes(100))  # an array of one
print(ctypes.CDLL(None).syscall(321, 0, create, len(create)))
"""
_WRONG = 3600  # s by which the clock is set wrong


def locks_its_rules(_bench: Bench, host: LabHost) -> bool:
    """Root can neither add a rule, nor take one away, nor switch auditing off."""
    before = host.run("auditctl -l", check=True).stdout
    host.run("auditctl -a always,exit -F path=/etc/lab -F perm=x -k lab")
    changed = host.run("auditctl -l", check=True).stdout != before
    host.run("auditctl -d always,exit -F path=/etc/lab -F perm=x -k lab; auditctl -e 0")
    off = "enabled 0" in host.run("auditctl -s", check=True).stdout
    host.run("auditctl -e 1")
    if not changed:
        host.run("auditctl -D")
        assert host.run("auditctl -l", check=True).stdout == before
    return not changed and not off


def _refuses(host: LabHost, *modules: str) -> bool:
    assert host.run(["modprobe", HARMLESS]).returncode == 0, "what is on no list is loaded"
    loaded = [module for module in modules if host.run(["modprobe", module]).returncode == 0]
    host.run(["modprobe", "-r", HARMLESS, *reversed(loaded)])
    return not loaded


def _takes_out(host: LabHost, module: str) -> bool:
    """Whether a module was there to be taken out."""
    return host.run(["modprobe", "-r", "--first-time", module]).returncode == 0


def loads_no_needless_file_systems(_bench: Bench, host: LabHost) -> bool:
    """By name, by root."""
    return _refuses(host, "cramfs", "udf", "hfsplus")


def loads_none_for_a_mount(_bench: Bench, host: LabHost) -> bool:
    """A mount asks for one."""
    host.run("mount -t jffs2 none /mnt")
    loaded = _takes_out(host, "jffs2")
    return not loaded


def loads_no_rare_protocols(_bench: Bench, host: LabHost) -> bool:
    """By name, by root."""
    return _refuses(host, "dccp", "tipc")


def loads_none_for_a_socket(_bench: Bench, host: LabHost) -> bool:
    """An ordinary user opens one."""
    opens = "import socket; socket.socket(socket.AF_APPLETALK, socket.SOCK_DGRAM)"
    host.run(["python3", "-c", opens], user=PERSON)
    loaded = _takes_out(host, "appletalk")
    return not loaded


def loads_no_old_networks(_bench: Bench, host: LabHost) -> bool:
    """By name, by root."""
    return _refuses(host, "x25", "atm", "can")


def writes_no_core_file(_bench: Bench, host: LabHost) -> bool:
    """A program that crashes where its owner may write, after asking for a core."""
    return not ssh(host, _CRASH).stdout.strip()


def lets_nobody_trace_others(_bench: Bench, host: LabHost) -> bool:
    """An ordinary user's process takes hold of another of the same user."""
    return host.run(["python3", "-c", _ATTACH], user=PERSON, check=True).stdout.strip() == "-1"


def hides_the_kernels_log(_bench: Bench, host: LabHost) -> bool:
    """From an ordinary user."""
    return host.run(["dmesg"], user=PERSON).returncode != 0


def lets_nobody_load_bpf(_bench: Bench, host: LabHost) -> bool:
    """An ordinary user makes a map."""
    return host.run(["python3", "-c", _MAP], user=PERSON, check=True).stdout.strip() == "-1"


def follows_the_source(bench: Bench, host: LabHost) -> bool:
    """A clock an hour wrong is right within seconds of a start, and chrony names the plan's source."""
    (source,) = bench.site["time_sources"]
    host.run(f"date -s @$(($(date +%s) - {_WRONG})); systemctl restart chronyd || systemctl restart chrony")
    until = time.monotonic() + 60
    while not (right := _error(host) < 60) and time.monotonic() < until:
        time.sleep(0.5)
    followed = source in host.run("chronyc -n tracking").stdout
    host.run(f"date -s @{int(time.time())}", check=True)
    return right and followed


def _error(host: LabHost) -> float:
    """Seconds between the host's clock and this machine's."""
    return abs(float(host.run(["date", "+%s"], check=True).stdout) - time.time())


SHOWS: dict[Callable[[Bench, LabHost], bool], tuple[str, ...]] = {
    locks_its_rules: ("audit-immutable",),
    loads_no_needless_file_systems: ("modules-filesystems",),
    loads_none_for_a_mount: ("modules-filesystems",),
    loads_no_rare_protocols: ("modules-protocols",),
    loads_none_for_a_socket: ("modules-old-networks",),
    loads_no_old_networks: ("modules-old-networks",),
    writes_no_core_file: ("core-dumps",),
    lets_nobody_trace_others: ("sysctl-aslr",),
    hides_the_kernels_log: ("sysctl-aslr",),
    lets_nobody_load_bpf: ("kernel-bpf",),
    follows_the_source: ("time-servers", "time-sources", "time-step"),
}
