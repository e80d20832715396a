"""Hardened hosts do what is demanded, and a host that was not hardened does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from labs.hosts.api import LabHost
from tests.on_hosts import behaviours as b
from tests.on_hosts.answers import Answers, Behaviour
from tests.on_hosts.bench import Bench, ssh_key_and_password, ssh_password
from tests.on_hosts.shown import SHOWS

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]
ALL = [*SHOWS, b.writes_no_core]
UNHARDENED = "debian-12"
EVERYWHERE = ("10.88.0.0/16", "fd88::/64")


@pytest.fixture(scope="module")
def hardened(bench: Bench) -> Iterator[Bench]:
    """Both families hardened; flows let port 8443 in and out. debian-12 stays as it was made."""
    for host in bench.hosts.values():
        host.reset()
    flows = [
        {"direction": direction, "protocol": "tcp", "port": 8443, "remote": remote}
        for direction in ("ingress", "egress")
        for remote in EVERYWHERE
    ]
    bench.site = {"admin_sources": list(EVERYWHERE), "flows": flows}
    bench.statuses("apply", "--yes", "--parameter", "shell-timeout.seconds=60", on=[bench.rpm, bench.deb])
    yield bench
    bench.site = {}


@pytest.fixture(scope="module")
def answers(hardened: Bench, request: pytest.FixtureRequest) -> Iterator[Answers]:
    """What the tests of this run ask, asked of all hosts at once."""
    params = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    asked = [(p.get("system", UNHARDENED), p["behaviour"]) for p in params if p.get("behaviour") in ALL]
    with Answers.ask(hardened, asked) as found:
        yield found


@pytest.mark.parametrize("system", ["anolis-8", "uos-desktop-20"])
@pytest.mark.parametrize("behaviour", ALL, ids=lambda behaviour: behaviour.__name__)
def test_hardened(answers: Answers, system: str, behaviour: Behaviour) -> None:
    assert answers.of(system, behaviour)


@pytest.mark.parametrize("behaviour", ALL, ids=lambda behaviour: behaviour.__name__)
def test_not_hardened(answers: Answers, behaviour: Behaviour) -> None:
    assert not answers.of(UNHARDENED, behaviour)


@pytest.mark.parametrize("system", ["anolis-8", "uos-desktop-20"])
def test_the_hash_that_is_written(hardened: Bench, system: str) -> None:
    host = hardened.hosts[system]
    b.new_password(host, b.PERSON, b.FIRST)
    assert b._changes(host, b.FIRST, b.SECOND)
    written = host.run(f"getent shadow {b.PERSON} | cut -d: -f2", check=True).stdout
    assert written.startswith("$y$")  # the strongest of this userland, which has no SM3


def test_an_expired_account_must_change_first(hardened: Bench) -> None:
    host = hardened.deb
    b.new_password(host, b.PERSON, b.FIRST)
    host.run(f"chage -d 0 {b.PERSON}", check=True)
    assert ssh_password(host, b.PERSON, b.FIRST).returncode != 0
    b.new_password(host, b.PERSON, b.FIRST)
    host.run(f"chage -E 1 {b.PERSON}", check=True)
    assert ssh_password(host, b.PERSON, b.FIRST).returncode != 0
    host.run(f"chage -E -1 {b.PERSON}", check=True)
    assert ssh_password(host, b.PERSON, b.FIRST).returncode == 0


def test_a_locked_account_gets_in_by_key_only_where_the_report_says_so(hardened: Bench) -> None:
    host, reported = hardened.deb, "lockout-every-way"
    assert hardened.statuses("audit", on=[host])[host.name][reported] == "manual"
    assert _gets_in_by_key_when_locked(host)
    host.run(f"sed -i '1i {_FACTORS}' /etc/ssh/sshd_config && systemctl reload ssh", check=True)
    assert not _gets_in_by_key_when_locked(host)
    host.run(f"sed -i '/^{_FACTORS}/d' /etc/ssh/sshd_config && systemctl reload ssh", check=True)


_FACTORS = "AuthenticationMethods publickey,password publickey,keyboard-interactive"


def _gets_in_by_key_when_locked(host: LabHost) -> bool:
    """Six wrong passwords, then the key, and the right password where one is asked for as well."""
    b.new_password(host, "ops", b.FIRST)
    for _ in range(6):
        host.login("ops", "wrong")
    entered = ssh_key_and_password(host, "ops", b.FIRST).returncode == 0
    b.new_password(host, "ops", b.FIRST)
    return entered


def test_a_reboot_does_not_forget_the_lock(hardened: Bench) -> None:
    host = hardened.rpm
    b.new_password(host, b.PERSON, b.FIRST)
    for _ in range(6):
        ssh_password(host, b.PERSON, "wrong")
    assert ssh_password(host, b.PERSON, b.FIRST).returncode != 0
    host.reboot()
    assert ssh_password(host, b.PERSON, b.FIRST).returncode != 0
    b.new_password(host, b.PERSON, b.FIRST)
