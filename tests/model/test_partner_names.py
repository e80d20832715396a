"""Names of partners: their own, leading to their own addresses."""

from __future__ import annotations

from typing import Any

import pytest

from medcloud.model import parse
from medcloud.plan.text import to_text
from tests.model.sample import changed, findings
from tests.plan import sample

SMS = {"name": "短信", "prefixes": ["203.0.113.8/32", "2001:db8::/64"], "by": "line", "ports": {"a": 443}}
PAY = {"name": "支付", "prefixes": ["203.0.113.9/32"], "by": "line", "ports": {"a": 443}}
NAMES = {"api.sms.test": ["203.0.113.8", "2001:db8::8"]}
BASE = changed("partners", {"sms": {**SMS, "names": NAMES}, "pay": PAY})
BAD: tuple[Any, ...] = (
    pytest.param(
        "partners/pay/names",
        {"api.pay.test": ["203.0.113.9", "203.0.113.10"]},
        "partners.pay.names.api.pay.test[1]",
        marks=pytest.mark.item("7.2.2-c"),
    ),
    ("partners/pay/names", {"api.sms.test": ["203.0.113.9"]}, "partners.pay.names.api.sms.test"),
    ("partners/pay/names", {"pay.panyu.example": ["203.0.113.9"]}, "partners.pay.names.pay.panyu.example"),
    ("partners/pay/names", {"api.pay.test": []}, "partners.pay.names.api.pay.test"),
    ("partners/pay/names", {"api.pay.test": ["203.0.113.9/32"]}, "partners.pay.names.api.pay.test[0]"),
    ("partners/pay/names", {"api.pay.test": ["pay"]}, "partners.pay.names.api.pay.test[0]"),
)


@pytest.mark.parametrize(("path", "value", "place"), BAD)
def test_bad(path: str, value: Any, place: str) -> None:
    (finding,) = findings(changed(path, value, BASE))
    assert finding.place.path == place
    assert finding.remedy.zh and finding.remedy.en


def test_they_lead_where_the_file_says_in_both_families() -> None:
    assert findings(BASE) == ()
    plan = sample.plan(parse(BASE, "region.yaml"))
    sms = next(found for found in plan.outside if found.id == "sms")
    assert [(r.name, r.type, r.values) for r in sms.names] == [
        ("api.sms.test.", "A", ("203.0.113.8",)),
        ("api.sms.test.", "AAAA", ("2001:db8::8",)),
    ]
    assert "api.sms.test" in to_text(plan)
