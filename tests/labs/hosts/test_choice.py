"""What `up` is asked for, and what it makes of it."""

import pytest

from labs.base.errors import LabError
from labs.hosts import cli, lifecycle, spec, systems


def test_systems_in_turn_for_each_kind() -> None:
    wanted = cli.wanted("all", "anolis-8,debian-12", 3)
    assert wanted[:3] == [("anolis-8", "namespace"), ("debian-12", "namespace"), ("anolis-8", "namespace")]
    assert [kind for _, kind in wanted] == ["namespace"] * 3 + ["uml"] * 3 + ["emulator"] * 3


def test_one_host_a_system_unless_said() -> None:
    assert [system for system, _ in cli.wanted("namespaces", "", None)] == sorted(systems.load())


def test_unknown_system_names_the_known() -> None:
    with pytest.raises(LabError, match=r"anolis-9.*anolis-8.*debian-12"):
        cli.wanted("namespaces", "anolis-9", None)


@pytest.mark.parametrize("count", [0, -1, 10_000])
def test_a_number_of_hosts_that_cannot_be(count: int) -> None:
    with pytest.raises(LabError, match="1 to"):
        cli.wanted("namespaces", "", count)


def test_hosts_that_are_there_are_taken_first() -> None:
    there = [spec.Spec("anolis-8-1", "anolis-8", "namespace", 1)]
    hosts = lifecycle.plan(there, [("anolis-8", "namespace"), ("anolis-8", "namespace"), ("anolis-8", "uml")])
    assert [(h.name, h.index) for h in hosts] == [("anolis-8-1", 1), ("anolis-8-2", 2), ("uml-anolis-8-1", 3)]


def test_names_are_host_names() -> None:
    hosts = lifecycle.plan([], [(system, "namespace") for system in systems.load()])
    assert all(h.name.replace("-", "").isalnum() for h in hosts)
    assert len({h.address for h in hosts} | {h.address6 for h in hosts}) == 2 * len(hosts)


def test_rpm_systems_name_their_release_package() -> None:
    for system in systems.load().values():
        assert bool(system.release and system.layout) == (system.family == "rpm"), system.id
