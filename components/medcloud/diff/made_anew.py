"""Why the provider makes a thing anew instead of changing it (held to it by tests/diff/test_provider.py)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.diff.pair import Pair, Seat
from medcloud.plan.compute import PlacementPlan
from medcloud.plan.network import DomainPlan
from medcloud.plan.region import CentrePlan, RegionPlan
from medcloud.text import Text


def storage_reasons(pair: Pair, seat: Seat) -> Iterator[Text]:
    """Why all of a workload in a centre is made anew, its object containers too, and empty."""
    old, new = pair.centre(seat.centre)
    if pair.old.id != pair.new.id:
        ids = f"{pair.old.id} → {pair.new.id}"
        yield Text(f"区域标识改变（{ids}）", f"the region has another id ({ids})")
    before, after = _cloud(pair.old, old, seat.old), _cloud(pair.new, new, seat.new)
    if before != after:
        yield Text(
            f"换了云或项目（{before} → {after}）", f"it is in another cloud or project ({before} → {after})"
        )


def volume_reasons(pair: Pair, seat: Seat) -> Iterator[Text]:
    """Why data volumes are others: a zone is the cloud's promise of where a volume lies."""
    yield from storage_reasons(pair, seat)
    yield from _zone(pair, seat)


def server_reasons(pair: Pair, seat: Seat) -> Iterator[Text]:
    """Why servers are others, with system disks of their own."""
    yield from volume_reasons(pair, seat)
    old, new = seat.old, seat.new
    networks = network_of(pair.old, old), network_of(pair.new, new)
    if (networks[0].key, networks[0].existing) != (networks[1].key, networks[1].existing):
        said = " → ".join(_network(network) for network in networks)
        yield Text(f"换了网络（{said}）", f"it is in another network ({said})")
    if old.key_pair != new.key_pair:
        said = f"{old.key_pair or '-'} → {new.key_pair or '-'}"
        yield Text(f"换了登录密钥（{said}）", f"it has another key pair ({said})")
    if old.anti_affinity != new.anti_affinity:
        yield Text("改变了是否分散到不同主机", "whether its servers keep to different hosts changes")


def network_of(plan: RegionPlan, placement: PlacementPlan) -> DomainPlan:
    """The network that a workload is in."""
    return next(d for d in plan.centre(placement.centre).domains if d.key == placement.domain)


def _zone(pair: Pair, seat: Seat) -> Iterator[Text]:
    old, new = (centre.location.zone for centre in pair.centre(seat.centre))
    if old != new:
        yield Text(f"换了可用区（{old} → {new}）", f"it is in another availability zone ({old} → {new})")


def _network(network: DomainPlan) -> str:
    return network.existing or network.key


def _cloud(plan: RegionPlan, centre: CentrePlan, placement: PlacementPlan) -> str:
    """By which provider its things are made, as medcloud.cloud chooses it."""
    tenant = network_of(plan, placement).tenant
    entry = centre.projects.get(tenant, centre.location.cloud)
    return f"{entry}/{centre.location.region}"
