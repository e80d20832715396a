"""An audit and a plan change nothing at all."""

import pytest

from tests.on_hosts.bench import Bench, services

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]


@pytest.mark.parametrize("what", ["audit", "plan"])
def test_not_a_byte_and_no_service(bench: Bench, what: str) -> None:
    hosts = list(bench.hosts.values())
    before = [(host.digest(), services(host)) for host in hosts]
    done = bench.harden(what, on=hosts)
    assert done.returncode in (0, 1), done.stderr
    for host, (digest, started) in zip(hosts, before, strict=True):
        assert host.name in done.stderr
        assert digest.changes(host.digest()) == {}
        assert {unit: at for unit, at in services(host).items() if started.get(unit, at) != at} == {}
        assert "medcloud" not in host.run("ls /var/lib /run /tmp /var/tmp").stdout


def test_an_unknown_system_is_never_changed(bench: Bench) -> None:
    unknown = bench.hosts["debian-12"]
    before = unknown.digest()
    done = bench.harden("apply", "--yes", on=[unknown])
    assert "未知系统" in done.stdout
    assert before.changes(unknown.digest()) == {}


def test_one_that_cannot_be_reached_stops_no_other(bench: Bench) -> None:
    nowhere = {"name": "nowhere", "address": "127.0.0.1", "port": 9, "user": "ops"}
    done = bench.harden("audit", on=[bench.rpm, bench.deb], more=[nowhere])
    assert done.returncode == 1
    assert "not done: nowhere: " in done.stderr
    for host in (bench.rpm, bench.deb):
        assert f"{host.name}: " in done.stdout
