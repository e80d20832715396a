"""A changed program is named by the daily comparison, and a changed database by its signature."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from labs.hosts.api import LabHost
from tests.on_hosts.bench import Bench

pytestmark = [pytest.mark.lab, pytest.mark.hostlab, pytest.mark.item("6.5-c", "7.1.2.1-b")]
_PROGRAM = "/usr/bin/uptime"
_UNIT = "medcloud-integrity.service"
_SIGN = """set -e; umask 077; mkdir -p /root/lab-key; cd /root/lab-key; base64 -d >db
[ -f key ] || openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out key 2>/dev/null
openssl pkey -in key -pubout | base64 -w0; echo; openssl dgst -sm3 -sign key db | base64 -w0
"""


@pytest.fixture(scope="module")
def hardened(bench: Bench) -> Iterator[Bench]:
    for host in (bench.rpm, bench.deb, bench.hosts["debian-12"]):
        host.reset()
    chosen = ("--control", "integrity-tool", "--control", "integrity-daily")
    done = bench.applied(*chosen, on=[bench.rpm, bench.deb])
    assert {host: found["integrity-tool"] for host, found in done.items()} == dict.fromkeys(done, "fixed")
    yield bench


def _named(host: LabHost) -> bool:
    """Whether the comparison of today fails and names the program."""
    host.run("journalctl --rotate --vacuum-time=1s")
    compared = host.run(["systemctl", "start", _UNIT]).returncode == 0
    said = host.run(["journalctl", "-q", "-o", "cat", "-u", _UNIT]).stdout
    return not compared and f": {_PROGRAM}" in said


@pytest.mark.parametrize("system", ["anolis-8", "uos-desktop-20"])
def test_a_changed_program_is_named(hardened: Bench, system: str) -> None:
    host = hardened.hosts[system]
    assert host.run(["systemctl", "start", _UNIT]).returncode == 0, "nothing has changed yet"
    host.run(f"printf x >>{_PROGRAM}", check=True)
    assert _named(host)


def test_a_host_that_was_not_hardened_says_nothing(hardened: Bench) -> None:
    host = hardened.hosts["debian-12"]
    host.run(f"printf x >>{_PROGRAM}", check=True)
    assert not _named(host)


def test_a_database_that_was_changed_after_it_was_signed_is_found(hardened: Bench) -> None:
    host, office = hardened.rpm, hardened.hosts["debian-12"]

    def status() -> str:
        asked = ("audit", "--control", "integrity-database-signed")
        return hardened.statuses(*asked, on=[host])[host.name]["integrity-database-signed"]

    assert status() == "fail"
    database = host.run("ls /var/lib/aide/aide.db*", check=True).stdout.strip()
    content = host.run(["base64", database], check=True).stdout
    key, signature = office.run(_SIGN, stdin=content, check=True).stdout.split()
    host.run("mkdir -p /etc/medcloud; base64 -d >/etc/medcloud/integrity.pub", stdin=key, check=True)
    host.run(f"base64 -d >{database}.sig", stdin=signature, check=True)
    assert status() == "pass"
    host.run(f"printf x >>{database}", check=True)
    assert status() == "fail"
