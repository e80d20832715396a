"""Which controls, with which figures."""

from __future__ import annotations

import pytest

from medcloud.hosts.audit.choose import choose, parameters
from medcloud.hosts.errors import HardenError
from medcloud.waivers import NONE


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ("password-age.days=91", "豁免"),
        ("lockout.seconds=60", "≥1800"),
        ("lockout.failures=0", "3.."),
        ("lockout.days=1", "failures"),
        ("nothing.days=1", "no such control"),
        ("password-age.days=soon", "control.parameter=number"),
    ],
)
def test_parameters_that_are_refused(given_: str, words: str) -> None:
    with pytest.raises(HardenError, match=words):
        parameters([given_], NONE, ["a"])


def test_a_stricter_parameter_is_taken() -> None:
    assert parameters(["password-age.days=30"], NONE, ["a"]) == {"password-age": {"days": 30}}


def test_choosing() -> None:
    assert {c.family for c in choose(families=["ssh"])} == {"ssh"}
    assert [c.id for c in choose(ids=["umask"])] == ["umask"]
    assert all(c.severity == "critical" for c in choose(severity="critical"))
    with pytest.raises(HardenError, match="no control"):
        choose(ids=["umask"], severity="critical")
