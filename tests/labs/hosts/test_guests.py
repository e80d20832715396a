"""A reboot is over when the next kernel runs, not when the last one has ended."""

import time
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from labs.hosts import guests, members, place, serial, toolbox
from labs.hosts.spec import Spec

LAUNCHER, BEFORE, AFTER = 10, 20, 30
HOST = Spec("emulator-anolis-8-1", "anolis-8", "emulator", 1)
GUEST = guests.Guest("kernel", (), shutdown=9)


class Machine:
    """Its processes as time goes by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *seen: list[int]) -> None:
        self.seen: Iterator[list[int]] = chain(seen, repeat(seen[-1]))
        self.now: list[int] = []
        monkeypatch.setattr(members, "of", self.of)
        monkeypatch.setattr(members, "end", self.ended)
        monkeypatch.setattr(toolbox, "program", lambda pid: "sh" if pid == LAUNCHER else "kernel")
        monkeypatch.setattr(serial, "run", lambda *_: None)
        monkeypatch.setattr(time, "sleep", lambda _: None)

    def of(self, _net: Path) -> list[int]:
        self.now = next(self.seen)
        return self.now

    def ended(self, _net: Path) -> None:
        self.seen = repeat([])


def test_between_two_kernels_it_is_not_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(monkeypatch, *[[LAUNCHER, BEFORE]] * 6, *[[LAUNCHER]] * 6, [LAUNCHER, AFTER])
    GUEST.reboot(place.of(tmp_path), HOST)
    assert machine.now == [LAUNCHER, AFTER]


def test_a_host_that_only_went_down_is_waited_for_no_longer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    machine = Machine(monkeypatch, *[[LAUNCHER, BEFORE]] * 6, [LAUNCHER], [])
    GUEST.reboot(place.of(tmp_path), HOST)
    assert machine.now == []


def test_one_that_does_not_follow_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(monkeypatch, [LAUNCHER, BEFORE])
    guests.Guest("kernel", (), shutdown=0).reboot(place.of(tmp_path), HOST)
    assert machine.now == []
