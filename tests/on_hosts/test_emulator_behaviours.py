"""One host with nftables and auditing: its firewall is in force and what its people do is recorded.

It is asked before it is hardened, as soon as it is, and booted anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from labs.hosts.api import LabHost
from labs.hosts.spec import NETWORK, NETWORK6
from medcloud.hosts.controls.catalogue import controls
from tests.labs.hosts.lab import assert_down_leaves_nothing
from tests.on_hosts import behaviours as b, emulator_behaviours
from tests.on_hosts.audit_events import DEEDS, Deed, Recorded, record
from tests.on_hosts.bench import Bench
from tests.on_hosts.shown import SHOWS as SHOWN
from tests.support.emulated import Emulated

pytestmark = [pytest.mark.lab, pytest.mark.hostlab("emulator")]
Behaviour = Callable[[Bench, LabHost], bool]
FIREWALL = (b.drops_what_is_not_in_the_plan, b.lets_nothing_else_out)
SHOWS: dict[Behaviour, tuple[str, ...]] = {
    **{behaviour: SHOWN[behaviour] for behaviour in FIREWALL},
    **emulator_behaviours.SHOWS,
}
FAMILIES = ("audit", "kernel", "network")


@dataclass(frozen=True)
class Moment:
    """The host at one moment."""

    did: dict[Behaviour, bool]
    recorded: Recorded
    rules: tuple[str, ...]
    """Of audit, as the kernel has them."""
    enabled: str
    tables: str
    """Of nftables."""


@dataclass(frozen=True)
class Moments:
    """Before the change, after it, and after a boot."""

    before: Moment
    changed: Moment
    booted: Moment


def _moment(bench: Bench, host: LabHost) -> Moment:
    did = {behaviour: behaviour(bench, host) for behaviour in SHOWS}
    recorded = record(host)
    rules = tuple(host.run("auditctl -l", check=True).stdout.splitlines())
    enabled = host.run("auditctl -s", check=True).stdout.split()[1]
    return Moment(did, recorded, rules, enabled, host.run("nft list tables", check=True).stdout)


@pytest.fixture(scope="module")
def moments(emulated: Emulated, tmp_path_factory: pytest.TempPathFactory) -> Moments:
    """anolis-8 emulated; flows let port 8443 in and out."""
    emulated.reset()
    emulated.pristine, host = False, emulated.host
    host.run("sysctl -qw kernel.perf_event_paranoid=1", check=True)  # Debian's own is stricter than others'
    everywhere = [str(NETWORK), str(NETWORK6)]
    flows = [
        {"direction": direction, "protocol": "tcp", "port": 8443, "remote": remote}
        for direction in ("ingress", "egress")
        for remote in everywhere
    ]
    site = {"admin_sources": everywhere, "flows": flows}
    bench = Bench(emulated.where, {host.system: host}, tmp_path_factory.mktemp("emulated"), site)
    before = _moment(bench, host)
    families = [word for family in FAMILIES for word in ("--family", family)]
    bench.statuses("apply", "--yes", *families, on=[host])
    changed = _moment(bench, host)
    host.reboot()
    return Moments(before, changed, _moment(bench, host))


def _items(*ids: str) -> pytest.MarkDecorator:
    """The items that these controls are for."""
    known = controls()
    return pytest.mark.item(*sorted({item for id_ in ids for item in known[id_].items}))


_DEEDS = [pytest.param(deed, id=deed.control, marks=_items(deed.control)) for deed in DEEDS]
_SHOWS = [pytest.param(each, id=each.__name__, marks=_items(*ids)) for each, ids in SHOWS.items()]
_HARDENED = pytest.mark.parametrize("when", ["changed", "booted"])


@_HARDENED
@pytest.mark.parametrize("behaviour", _SHOWS)
def test_behaviours(moments: Moments, behaviour: Behaviour, when: str) -> None:
    assert not moments.before.did[behaviour]
    assert _at(moments, when).did[behaviour]


@_HARDENED
@_items("firewall-default-deny")
def test_by_nftables_for_both_protocols(moments: Moments, when: str) -> None:
    assert "inet" not in moments.before.tables
    assert "table inet medcloud" in _at(moments, when).tables


@_HARDENED
@pytest.mark.parametrize("deed", _DEEDS)
def test_a_record_says_who_did_what(moments: Moments, deed: Deed, when: str) -> None:
    assert not moments.before.recorded.named(deed)
    found = _at(moments, when).recorded.named(deed)
    assert deed.key in {event.key for event in found}, [event.text for event in found]


@_items("audit-immutable")
def test_the_boot_loads_the_rules_that_were_loaded_and_locks_them(moments: Moments) -> None:
    assert moments.before.rules == ("No rules",)
    assert set(moments.booted.rules) == set(moments.changed.rules)
    assert (moments.changed.enabled, moments.booted.enabled) == ("1", "2")


def test_its_lab_goes_down_and_leaves_nothing(emulated: Emulated) -> None:
    """Last of all tests that share the host."""
    assert_down_leaves_nothing(emulated.where, emulated.host)


def _at(moments: Moments, when: str) -> Moment:
    return moments.changed if when == "changed" else moments.booted
