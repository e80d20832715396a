"""Calls that cannot be: not accepted, not offered, by a way that is none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model.sample import changed, findings

PARTNER = {"name": "短信", "prefixes": ["203.0.113.8/32"], "by": "internet", "ports": {"send": 443}}
BASE = changed("partners", {"sms": PARTNER})
GOOD: tuple[tuple[str, Any], ...] = (
    ("workloads/lis/calls", ["sms/send"]),
    ("workloads/lis/callers", ["sms", "kind:his"]),
    ("workloads/pacs/accepts", ["kind:lis&tenant:group"]),
    ("groups", {"all": ["group", "county"]}),
)
BAD: tuple[Any, ...] = (
    ("workloads/lis/calls", ["pacs"], "workloads.lis.calls[0]"),
    ("workloads/lis/calls", ["lis"], "workloads.lis.calls[0]"),
    ("workloads/lis/calls", ["nobody"], "workloads.lis.calls[0]"),
    ("workloads/lis/calls", ["nobody/send"], "workloads.lis.calls[0]"),
    ("workloads/lis/calls", ["sms/receive"], "workloads.lis.calls[0]"),
    pytest.param("workloads/his/calls", ["sms"], "workloads.his.calls[0]", marks=pytest.mark.item("6.5-b")),
    pytest.param(
        "workloads/his/callers", ["sms"], "workloads.his.callers[0]", marks=pytest.mark.item("6.5-b")
    ),
    ("workloads/lis/callers", ["kind:hsi"], "workloads.lis.callers[0]"),
    ("workloads/lis/callers", ["tenant:nobody"], "workloads.lis.callers[0]"),
    ("workloads/lis/callers", ["kind:"], "workloads.lis.callers[0]"),
    ("workloads/lis/callers", ["kind:his&his"], "workloads.lis.callers[0]"),
    ("groups", {"all": ["nobody"]}, "groups.all[0]"),
    ("partners/portal", {**PARTNER, "by": "line", "prefixes": ["203.0.113.9/32"]}, "partners.portal"),
    ("partners/internet", {**PARTNER, "prefixes": ["203.0.113.9/32"]}, "partners.internet"),
    ("partners/sms/prefixes", ["0.0.0.0/0", "203.0.113.9/32"], "partners.sms.prefixes[0]"),
    ("partners/sms/prefixes", ["10.0.0.0/8", "203.0.113.9/32"], "partners.sms.prefixes[0]"),
    ("partners/sms/prefixes", [], "partners.sms.prefixes"),
    ("workloads/gateway/calls", ["pacs/web"], "workloads.gateway.calls[0]"),
)


@pytest.mark.parametrize(("path", "value"), GOOD)
def test_good(path: str, value: Any) -> None:
    assert findings(changed(path, value, BASE)) == ()


@pytest.mark.parametrize(("path", "value", "where"), BAD)
def test_bad(path: str, value: Any, where: str) -> None:
    assert [f.place.path for f in findings(changed(path, value, BASE))] == [where]


def test_a_partner_is_reached_from_centres_with_a_way_out() -> None:
    text = changed("workloads/gateway/calls", ["sms"], changed("centres/e1/external", None, BASE))
    assert [f.place.path for f in findings(text)] == ["workloads.gateway.calls[0]"]
