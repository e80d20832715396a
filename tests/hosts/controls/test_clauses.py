"""What controls name."""

from __future__ import annotations

import pytest

from medcloud.hosts.controls import catalogue
from medcloud.hosts.controls.clauses import clauses, met_by
from medcloud.standard import item


@pytest.mark.parametrize("id_", sorted(catalogue.controls()))
def test_a_control_names_clauses_and_items_that_there_are(id_: str) -> None:
    control = catalogue.control(id_)
    assert control.clauses and set(control.clauses) <= set(clauses())
    assert control.items and all("host" in item(i).met_by for i in control.items)


def test_each_clause_has_controls_or_evidence_or_is_open() -> None:
    found = met_by()
    assert found["8.1.4.1-b"] and set(found) == set(clauses())
