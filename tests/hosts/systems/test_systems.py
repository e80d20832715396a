"""Which system a host is."""

from __future__ import annotations

import pytest

from medcloud.hosts.systems import recognise, systems


@pytest.mark.parametrize(
    "fields", [{}, {"ID": "debian", "VERSION_ID": "12"}, {"ID": "openEuler", "VERSION_ID": "25.03"}]
)
def test_other_systems_are_unknown(fields: dict[str, str]) -> None:
    assert recognise(fields) is None


def test_case_of_os_release_does_not_matter() -> None:
    found = recognise({"ID": "UOS", "NAME": "UnionTech OS Server 20", "VERSION_CODENAME": "fou"})
    assert found is not None and found.id == "uos-server-20-deb"


def test_systems_name_the_same_roles() -> None:
    shapes = {
        (tuple(s.services), tuple(s.packages), tuple(s.paths), tuple(s.pam)) for s in systems().values()
    }
    assert len(shapes) == 1
