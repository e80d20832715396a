"""A host with a kernel of its own: what namespaces cannot show."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from labs.hosts import lifecycle, members, toolbox, uml
from labs.hosts.api import LabHost
from tests.labs.hosts.lab import (
    assert_answers,
    assert_audit_says_who_did_what,
    assert_end_is_noticed,
    lab,
    ssh,
)
from tests.support.second_try import second_try

pytestmark = [pytest.mark.lab, pytest.mark.hostlab("uml")]


@pytest.fixture(scope="module")
def booted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabHost]:
    with lab(tmp_path_factory.mktemp("checkout"), [("anolis-8", "uml")]) as (_, (only,)):
        yield only


@pytest.fixture
def host(booted: LabHost, request: pytest.FixtureRequest) -> LabHost:
    if second_try(request):
        booted.reset()
    return booted


def test_a_kill_keeps_files_and_a_reset_drops_them(host: LabHost) -> None:
    """First, as it needs the host pristine. A boot forgets what the kernel was told.

    tests/on_hosts/test_uml_behaviours.py reboots in order.
    """
    pristine = host.digest()
    host.run("touch /etc/kept; sync; auditctl -w /etc/hosts -p wa -k gone", check=True)
    before = host.run("cat /proc/sys/kernel/random/boot_id").stdout
    assert_end_is_noticed(host.place, host)
    lifecycle.up(host.place, [(host.system, host.kind)])
    assert host.run("cat /proc/sys/kernel/random/boot_id").stdout != before
    assert "gone" not in host.run("auditctl -l").stdout
    assert pristine.changes(host.digest()) == {"/etc/kept": "added"}
    host.reset()
    assert pristine.changes(host.digest()) == {}


def test_answers_ssh_and_the_serial_line(host: LabHost) -> None:
    assert_answers(host)


def test_its_kernel_is_helped_to_hold_a_wide_state(host: LabHost) -> None:
    kernel = next(pid for pid in members.of(host.place.net(host.name)) if toolbox.program(pid) == "linux.uml")
    assert f"/{uml.PRELOADED.stem}\n" in Path(f"/proc/{kernel}/maps").read_text("utf-8")


def test_kernel_settings_are_its_own(host: LabHost) -> None:
    host.run("sysctl -qw kernel.kptr_restrict=2 kernel.sysrq=0", check=True)
    assert host.run("sysctl -n kernel.kptr_restrict kernel.sysrq").stdout.split() == ["2", "0"]
    assert abs(int(host.run("date -s '+1 hour' +%s >/dev/null; date +%s").stdout) - _now() - 3600) < 60
    host.run("date -s '-1 hour'", check=True)


def _now() -> int:
    import time  # noqa: PLC0415  # this machine's clock, which must not have moved

    return int(time.time())


def test_audit_says_who_did_what(host: LabHost) -> None:
    assert_audit_says_who_did_what(host)


def test_selinux_enforces_and_lets_people_in(host: LabHost) -> None:
    host.run("setenforce 1", check=True)
    assert host.run("getenforce").stdout.strip() == "Enforcing"
    assert ssh(host, "sudo -n id -un").stdout.strip() == "root"
    host.run("setenforce 0", check=True)


def test_console_is_a_terminal_of_its_own(host: LabHost) -> None:
    entered = host.login("clerk", host.password("clerk"), "tty")
    assert entered.admitted
    assert "/dev/tty1" in entered.screen
    assert not host.login("clerk", "wrong").admitted
