"""No status says more than was proven."""

from __future__ import annotations

import pytest

from medcloud.matrix.decider import Decider
from medcloud.matrix.proofs import Proof, State
from medcloud.matrix.status import status
from medcloud.standard import item
from medcloud.text import Text


def proof(module: str, state: State) -> Proof:
    return Proof(Decider(module, "rule", ("6.5-b",), module, "f", "f.py", 1), "6.5-b", state)


RULE, PLAN, HOST = "medcloud_policies.x.y", "medcloud.plan.x", "medcloud.hosts.controls.a.b"


@pytest.mark.parametrize(
    ("met_by", "proofs", "expected"),
    [
        (("policy",), [(RULE, "noticed")], "software"),
        (("policy", "component"), [(RULE, "noticed"), (PLAN, "noticed")], "software"),
        (("policy", "evidence"), [(RULE, "noticed")], "software+evidence"),
        (("policy", "component"), [(RULE, "noticed")], "partly"),
        (("policy", "host"), [(RULE, "noticed"), (PLAN, "noticed")], "partly"),
        (("policy", "host"), [(RULE, "noticed"), (HOST, "noticed")], "software"),
        (("policy",), [(RULE, "noticed"), (PLAN, "unnoticed")], "partly"),
        (("policy",), [(RULE, "noticed"), (PLAN, "stale")], "partly"),
        (("policy",), [(RULE, "unnoticed")], "not-yet"),
        (("policy",), [(RULE, "stale")], "not-yet"),
        (("policy",), [(RULE, "unproven")], "not-yet"),
        (("policy",), [], "not-yet"),
        (("policy", "evidence"), [], "not-yet"),
        (("evidence",), [], "evidence"),
        (("evidence",), [(RULE, "unproven")], "not-yet"),
    ],
)
def test_status(met_by: tuple[str, ...], proofs: list[tuple[str, State]], expected: str) -> None:
    made = item("6.5-b")._replace(met_by=met_by)
    found, missing = status(made, [proof(*each) for each in proofs], [])
    assert found == expected
    assert bool(missing) == (expected in ("partly", "not-yet"))


def test_a_failing_test_takes_the_status_away() -> None:
    made = item("6.5-b")._replace(met_by=("policy",))
    found, missing = status(made, [proof(RULE, "noticed")], ["tests/x.py::test: failed"])
    assert (found, missing) == ("partly", ("tests/x.py::test: failed",))


@pytest.mark.parametrize("met_by", [("policy",), ("policy", "evidence")])
def test_a_part_that_nothing_decides_takes_the_status_away(met_by: tuple[str, ...]) -> None:
    made = item("6.5-b")._replace(met_by=met_by, gaps=(Text("无人核对", "nobody looks"),))
    found, missing = status(made, [proof(RULE, "noticed")], [])
    assert (found, missing) == ("partly", (Text("无人核对", "nobody looks"),))
