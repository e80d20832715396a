"""Comparing values with figures of the standard."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from medcloud.standard import CatalogueError, Number, items, number
from medcloud.standard.units import UNITS


@pytest.mark.parametrize(
    ("comparison", "below", "equal", "above"),
    [
        (">=", False, True, True),
        ("<=", True, True, False),
        ("==", False, True, False),
        (">", False, False, True),
        ("<", True, False, False),
    ],
)
def test_comparisons(comparison: str, below: bool, equal: bool, above: bool) -> None:
    figure = Number(5, "failure", comparison)
    assert [figure.allows(x) for x in (4, 5, 6)] == [below, equal, above]
    assert [figure.allows(x) for x in ("4", " 5 ", "6.0")] == [below, equal, above]


@pytest.mark.parametrize("x", [None, True, False, [], {}, "", "many", "1e", math.nan, b"64"])
def test_what_is_no_number_is_not_allowed(x: object) -> None:
    assert not number("6.1.1-c", "cores_per_host").allows(x)
    assert not number("7.2.3.1-a", "password_age").allows(x)


def test_cores_are_compared_as_numbers() -> None:
    cores = number("6.1.1-c", "cores_per_host")
    assert cores.allows(128) and cores.allows("128") and not cores.allows(31) and not cores.allows("9")


@pytest.mark.parametrize("x", ["TLSv1.3", "tls 1.3", "TLS1.3", "TLS-1.3", "1.3", 1.3, "TLS 1.10", "TLSv2"])
def test_tls_versions_allowed(x: object) -> None:
    assert number("7.2.1-b", "tls").allows(x)


@pytest.mark.parametrize("x", ["TLSv1.2", "TLSv1", "SSLv3", "SSL 3.0", 1.2, "", "TLS", None, True, []])
def test_tls_versions_refused(x: object) -> None:
    assert not number("7.2.1-b", "tls").allows(x)


def test_versions_that_are_equal() -> None:
    saml = number("7.2.3.3-b", "saml")
    assert saml.allows("SAML 2.0") and saml.allows("saml2") and not saml.allows("SAML 1.1")


def test_names_are_equal_without_regard_to_case() -> None:
    figure = Number("replicated", "name", "==")
    assert figure.allows(" Replicated ") and not figure.allows("erasure-coded")


def test_units_are_converted() -> None:
    assert number("7.2.3.1-a", "password_age").to("s") == 90 * 86_400
    assert number("7.3.1.3-b", "switchover").to("s") == pytest.approx(0.2)
    assert number("7.3.1.1-a", "interconnect_bandwidth").to("Gbps") == 3136


@pytest.mark.parametrize("unit", ["core", "parsec"])
def test_other_kinds_of_unit_are_refused(unit: str) -> None:
    with pytest.raises(CatalogueError, match=unit):
        number("7.2.3.1-a", "password_age").to(unit)


def test_texts() -> None:
    cores = number("6.1.1-c", "cores_per_host")
    assert (cores.text_zh, cores.text_en) == ("≥ 32 核", "≥ 32 cores")
    assert number("7.3.1.3-a", "connections_per_node").text_zh == "≥ 100,000 个连接"
    assert number("7.2.1-b", "tls").text_en == "≥ TLS 1.3"


@given(st.floats() | st.integers() | st.text() | st.none() | st.lists(st.integers()) | st.binary())
def test_any_value_gets_an_answer(x: object) -> None:
    for item in items():
        for figure in item.numbers.values():
            assert figure.allows(x) in (True, False)


def test_every_unit_of_the_table_is_used_or_a_conversion() -> None:
    used = {UNITS[figure.unit].base for item in items() for figure in item.numbers.values()}
    assert {unit.base for unit in UNITS.values()} - used == {"name"}
