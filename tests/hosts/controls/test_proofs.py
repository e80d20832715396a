"""A control claims no better proof than there is."""

from __future__ import annotations

from medcloud.hosts.controls.catalogue import controls
from tests.on_hosts.shown import shown


def test_behaviour_is_claimed_where_a_behaviour_is_shown_and_nowhere_else() -> None:
    claimed = {control.id for control in controls().values() if control.proof == "behaviour"}
    assert claimed == shown()
