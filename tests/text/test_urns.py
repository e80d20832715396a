"""The parts of a URN."""

from __future__ import annotations

import pytest

from medcloud.engine import urns

SERVER = "openstack:compute/instance:Instance"
OF_A_WORKLOAD = f"medcloud:index:Workload${SERVER}"


@pytest.mark.parametrize(
    ("urn", "parts"),
    [
        (f"urn:pulumi:dev::shop::{OF_A_WORKLOAD}::r-c1-his-0", ("dev", "shop", SERVER, "r-c1-his-0")),
        ("urn:pulumi:dev::shop::a:b:C::one::two", ("dev", "shop", "a:b:C", "one::two")),
        ("his-0", ("", "", "", "his-0")),
        ("", ("", "", "", "")),
        ("urn:pulumi:dev::shop::x", ("", "", "", "urn:pulumi:dev::shop::x")),
    ],
)
def test_split(urn: str, parts: tuple[str, str, str, str]) -> None:
    assert urns.split(urn) == parts


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("openstack:compute/instance:Instance", "compute.Instance"),
        ("medcloud:index:Workload", "medcloud.Workload"),
        ("pulumi:pulumi:Stack", "pulumi.Stack"),
        ("odd", "odd."),
    ],
)
def test_short(token: str, said: str) -> None:
    assert urns.short(token) == said
