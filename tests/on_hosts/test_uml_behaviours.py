"""A host with a kernel of its own, asked before it is hardened and, booted anew, after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from labs.hosts.api import LabHost
from medcloud.hosts.controls.catalogue import controls
from tests.on_hosts import uml_behaviours as u
from tests.on_hosts.audit_events import DEEDS, Deed, Recorded, record
from tests.on_hosts.bench import Bench
from tests.on_hosts.log_receiver import Receiver
from tests.on_hosts.time_server import serve_time

pytestmark = [pytest.mark.lab, pytest.mark.hostlab("namespace", "uml")]
Behaviour = Callable[[Bench, LabHost], bool]
_FAMILIES = ("audit", "kernel", "logs", "time")


@dataclass(frozen=True)
class Uml:
    """The host, and what was found on the way."""

    host: LabHost
    receiver: Receiver
    did: dict[str, bool]
    """Behaviours before."""
    before: Recorded
    after: Recorded
    statuses: dict[str, str]
    """Of the change, made while the kernel audited nothing although the daemon ran."""
    enabled: str
    """As auditctl has it after the change and before the boot."""


@pytest.fixture(scope="module")
def uml(bench: Bench) -> Iterator[Uml]:
    """anolis-8 by user-mode Linux; debian-12 serves the time and receives the logs."""
    host, server = bench.own_kernel("uml", "anolis-8"), bench.hosts["debian-12"]
    server.reset()
    serve_time(server)
    receiver = Receiver(server, host)
    receiver.make_certificates()
    receiver.start()
    bench.site = {"time_sources": [server.address], "log_receiver": receiver.address}
    try:
        before = record(host)
        did = {behaviour.__name__: behaviour(bench, host) for behaviour in u.SHOWS}
        host.run("auditctl -e 0", check=True)
        families = [word for family in _FAMILIES for word in ("--family", family)]
        statuses = bench.statuses("apply", "--yes", *families, on=[host])[host.name]
        enabled = host.run("auditctl -s", check=True).stdout.split()[1]
        host.reboot()
        yield Uml(host, receiver, did, before, record(host), statuses, enabled)
    finally:
        receiver.stop()
        bench.site = {}


def _items(*ids: str) -> pytest.MarkDecorator:
    """The items that these controls are for."""
    known = controls()
    return pytest.mark.item(*sorted({item for id_ in ids for item in known[id_].items}))


_DEEDS = [pytest.param(deed, id=deed.control, marks=_items(deed.control)) for deed in DEEDS]
_SHOWS = [pytest.param(b, id=b.__name__, marks=_items(*ids)) for b, ids in u.SHOWS.items()]


@pytest.mark.parametrize("deed", _DEEDS)
def test_a_record_says_who_did_what_when_and_from_where(uml: Uml, deed: Deed) -> None:
    assert not uml.before.named(deed), "a host that was not hardened records nothing of it"
    found = uml.after.named(deed)
    assert deed.key in {event.key for event in found}, [event.text for event in found]
    assert all(uml.after.begun <= event.when <= uml.after.ended for event in found)


@_items("auditd-form")
def test_each_record_names_its_host(uml: Uml) -> None:
    node = f"node={uml.host.name} "
    assert uml.before.events and not any(node in event.text for event in uml.before.events)
    assert all(line.startswith(node) for event in uml.after.events for line in event.text.split("\n"))


def test_a_session_in_the_records_says_from_where(uml: Uml) -> None:
    assert uml.after.came_from == uml.after.operator


@pytest.mark.parametrize("behaviour", _SHOWS)
def test_hardened(bench: Bench, uml: Uml, behaviour: Behaviour) -> None:
    assert behaviour(bench, uml.host)


@pytest.mark.parametrize("behaviour", _SHOWS)
def test_not_hardened(uml: Uml, behaviour: Behaviour) -> None:
    assert not uml.did[behaviour.__name__]


@_items("auditd-on")
def test_a_daemon_that_the_kernel_tells_nothing_is_not_enough(uml: Uml) -> None:
    assert (uml.statuses["auditd-on"], uml.enabled) == ("fixed", "1")
    uml.host.run("systemctl restart systemd-journald", check=True)
    assert "enabled 2" in uml.host.run("auditctl -s", check=True).stdout


@_items("audit-to-syslog")
def test_audit_records_reach_the_receiver(uml: Uml) -> None:
    assert uml.receiver.received(DEEDS[0].what, 30)
