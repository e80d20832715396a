"""The block of ports of a checkout."""

import socket

import pytest

from labs.openstack import ports

REGIONS = ["metro", "remote"]


def test_every_service_has_a_port_of_its_own_below_the_ephemeral_range() -> None:
    table = ports.table(ports.choose("one checkout"), REGIONS)
    assert len(set(table.values())) == len(table)
    assert all(ports.LOWEST <= port < ports.HIGHEST for port in table.values())
    assert {"keystone", "nova@metro", "nova@remote", "swift@remote"} <= table.keys()


def test_a_third_region_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        ports.table(20000, [*REGIONS, "a", "b"])


def test_the_same_checkout_begins_at_the_same_block_and_another_elsewhere() -> None:
    assert ports.choose("here") == ports.choose("here")
    assert len({ports.choose(f"checkout {i}") for i in range(8)}) > 1


def test_a_block_with_a_busy_port_is_passed_over() -> None:
    base = ports.choose("busy")
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", base + 7))
        other.listen()
        assert ports.answers(base + 7)
        assert not ports.is_free(base + 7)
        moved = ports.choose("busy")
    assert moved != base
    assert not ports.answers(base + 7)
