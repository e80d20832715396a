"""VPNs to partners and hospitals have one end there, outside what they carry."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model.sample import changed, findings

SMS = {
    "name": "短信",
    "prefixes": ["203.0.113.8/32"],
    "by": "vpn",
    "gateway": "203.0.113.9",
    "ports": {"a": 443},
}
LAN = {"prefixes": ["172.20.0.0/16"], "by": "vpn", "gateway": "203.0.113.10"}
BASE = changed("partners", {"sms": SMS}, changed("tenants/county/lan", LAN))
PLAIN = {key: value for key, value in SMS.items() if key != "gateway"}
BAD: tuple[Any, ...] = (
    ("partners/sms", PLAIN, "partners.sms.by", "7.2.1-b"),
    ("tenants/county/lan", {"prefixes": ["172.20.0.0/16"], "by": "vpn"}, "tenants.county.lan.by", "7.2.1-b"),
    ("partners/sms/by", "line", "partners.sms.gateway", ""),
    ("tenants/county/lan/by", "line", "tenants.county.lan.gateway", ""),
    ("tenants/county/lan/gateway", "172.20.0.1", "tenants.county.lan.gateway", ""),
    ("tenants/county/lan/gateway", "10.64.0.1", "tenants.county.lan.gateway", ""),
    ("tenants/county/lan/gateway", "203.0.113.9", "tenants.county.lan.gateway", ""),
    ("tenants/county/lan/by", "internet", "tenants.county.lan.by", ""),
    *(
        ("partners/sms/gateway", value, "partners.sms.gateway", "")
        for value in ("vpn.example", "203.0.113.0/24", "224.0.0.1", "0.0.0.1", "127.0.0.1", "fd00::1", "", 7)
    ),
)


@pytest.mark.parametrize(("path", "value", "place", "item"), BAD)
def test_bad(path: str, value: Any, place: str, item: str) -> None:
    (finding,) = findings(changed(path, value, BASE))
    assert (finding.place.path, finding.item) == (place, item)
    assert finding.place.line > 1 and finding.remedy.zh and finding.remedy.en


@pytest.mark.item("6.5-b")
def test_sensitive_data_may_pass_by_vpn_and_not_by_the_plain_internet() -> None:
    calls = changed("workloads/his/calls", ["sms"], BASE)
    assert findings(calls) == ()
    (finding,) = findings(changed("partners/sms", {**PLAIN, "by": "internet"}, calls))
    assert (finding.place.path, finding.item) == ("workloads.his.calls[0]", "6.5-b")
