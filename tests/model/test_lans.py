"""A tenant's own LAN: whose staff `intranet` is, and what cannot be one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model.sample import changed, findings

OWN = {"prefixes": ["172.20.0.0/16", "fd20::/48"]}
BASE = changed("tenants/county/lan", OWN, changed("workloads/ai/callers", ["intranet"]))
OTHER = changed("workloads/lis/ports", {"more": {"port": 9443, "callers": ["intranet"]}}, BASE)
"""Another tenant is called by staff too, and names no LAN."""
SSH = changed("workloads/ai/port", 22, BASE)
BAD: tuple[Any, ...] = (
    pytest.param(
        changed("tenants/county/lan/prefixes", ["12.0.0.0/8", "13.0.0.0/8"], BASE),
        "tenants.county.lan.prefixes[0]",
        changed("tenants/county/lan/prefixes", ["12.0.0.0/8"], BASE),
        id="the world",
        marks=pytest.mark.item("7.2.2-a"),
    ),
    pytest.param(
        OTHER,
        "tenants.group",
        changed("tenants/group/lan", {"prefixes": ["172.21.0.0/16"]}, OTHER),
        id="staff of another tenant",
        marks=pytest.mark.item("6.1.3-b", "7.2.2-c"),
    ),
    pytest.param(
        changed("tenants/group/lan", {"prefixes": ["172.20.8.0/24"]}, OTHER),
        "tenants.county.lan.prefixes[0]",
        changed("tenants/group/lan", {"prefixes": ["172.21.8.0/24"]}, OTHER),
        id="two hospitals with the same addresses",
    ),
    pytest.param(
        changed("centres/c1/ipv4", "172.20.0.0/16", BASE),
        "tenants.county.lan.prefixes[0]",
        changed("centres/c1/ipv4", "172.22.0.0/16", BASE),
        id="addresses of a centre",
    ),
    pytest.param(
        SSH, "workloads.ai.port", changed("workloads/ai/callers", [], SSH), id="SSH from a whole LAN"
    ),
    pytest.param(
        changed("tenants/county/lan", {"prefixes": []}, BASE), "tenants.county.lan.prefixes", BASE, id="empty"
    ),
    pytest.param(
        changed("tenants/county/lan", {"prefixes": ["172.20.0.1/16"]}, BASE),
        "tenants.county.lan.prefixes[0]",
        BASE,
        id="the only one is wrong",
    ),
    pytest.param(
        changed("tenants/county/lan", {"prefixes": ["10.0.0.0/8"]}, BASE),
        "tenants.county.lan.prefixes[0]",
        BASE,
        id="all of the region's block",
    ),
)


@pytest.mark.parametrize(("text", "place", "mended"), BAD)
def test_bad(text: str, place: str, mended: str) -> None:
    (finding,) = findings(text)
    assert finding.place.path == place
    assert findings(mended) == ()


def test_good() -> None:
    assert findings(BASE) == ()
    whole = changed("networks/intranet", ["172.16.0.0/12"], OTHER)
    assert findings(whole) == (), "staff of the whole region, said so"
    assert findings(changed("networks/reserved", ["172.16.0.0/12", "172.20.3.0/24"], whole)) == ()
