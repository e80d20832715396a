"""A host with a distribution's own kernel: nftables and auditing on one host."""

import platform
import subprocess
from pathlib import Path

import pytest

from labs.hosts import lifecycle, network
from labs.hosts.api import LabHost
from labs.hosts.place import Folders
from tests.labs.hosts.lab import (
    assert_answers,
    assert_audit_says_who_did_what,
    assert_end_is_noticed,
    ssh,
)
from tests.support.emulated import SYSTEM, Emulated
from tests.support.second_try import second_try

pytestmark = [pytest.mark.lab, pytest.mark.hostlab("emulator")]
CLOSED = 8080
RULES = """
table inet lab {
    chain in {
        type filter hook input priority 0; policy drop;
        ct state established,related accept
        icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept
        tcp dport 22 accept
    }
}
"""


@pytest.fixture
def host(emulated: Emulated, request: pytest.FixtureRequest) -> LabHost:
    if second_try(request):
        emulated.reset()
    emulated.pristine = False
    return emulated.host


def test_answers_ssh_and_the_serial_line(host: LabHost) -> None:
    assert_answers(host)


def test_kernel_and_its_settings_are_its_own(host: LabHost) -> None:
    mine = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
    assert host.run("cat /proc/sys/kernel/random/boot_id").stdout != mine
    assert host.run("uname -r").stdout.strip() != platform.release()
    assert host.run(f"test -e /usr/lib/modules/{platform.release()}").returncode != 0
    for value in ("2", "3"):
        host.run(f"sysctl -qw kernel.perf_event_paranoid={value}", check=True)
        assert host.run("sysctl -n kernel.perf_event_paranoid").stdout.strip() == value
    assert host.run("getenforce").stdout.strip() == "Permissive"


def test_audit_says_who_did_what(host: LabHost) -> None:
    assert_audit_says_who_did_what(host)


def test_nftables_drop_what_no_rule_lets_in(emulated: Emulated, host: LabHost) -> None:
    where = emulated.where
    listen = f"systemd-run -q --collect --unit=lab python3 -m http.server --bind :: {CLOSED}"
    host.run(f"{listen}; until ss -Hltn | grep -q ':{CLOSED} '; do sleep 0.2; done", check=True)
    both = (host.address, host.address6)
    assert all(_connects(where, address, CLOSED) for address in both)
    host.run(["nft", "-f", "-"], stdin=RULES, check=True)
    assert not any(_connects(where, address, CLOSED) for address in both)
    assert all(_connects(where, address, 22) for address in both)
    host.run("nft delete table inet lab; systemctl stop lab", check=True)


def _connects(where: Folders, address: str, port: int) -> bool:
    words = ["timeout", "5", "bash", "-c", f"exec 3<>/dev/tcp/{address}/{port}"]
    whole = [*network.enter(where.control), *words]
    return subprocess.run(whole, capture_output=True, check=False).returncode == 0


def test_console_is_a_serial_line_of_its_own(host: LabHost) -> None:
    entered = host.login("clerk", host.password("clerk"), "tty")
    assert entered.admitted
    assert "/dev/ttyS0" in entered.screen
    assert not host.login("clerk", "wrong").admitted


def test_a_kill_keeps_files_and_a_reset_drops_them(emulated: Emulated, host: LabHost) -> None:
    """A boot forgets what the kernel was told.

    tests/on_hosts/test_emulator_behaviours.py reboots in order.
    """
    host.run("echo more > /etc/kept; sync /etc/kept", check=True)
    host.run("auditctl -w /etc/hosts -p wa -k gone; modprobe dummy", check=True)
    before = host.run("cat /proc/sys/kernel/random/boot_id").stdout
    assert_end_is_noticed(emulated.where, host)
    lifecycle.up(emulated.where, [(SYSTEM, "emulator")])
    assert host.run("cat /proc/sys/kernel/random/boot_id").stdout != before
    assert "gone" not in host.run("auditctl -l").stdout
    assert host.run("cat /etc/kept").stdout == "more\n"
    emulated.reset()
    assert host.run("ls /etc/kept").returncode != 0
    assert ssh(host, "true").returncode == 0
