"""Work in children: results come back, errors are told, and nothing reaches the parent."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import Any

from tools.prove import fork

STATE: dict[str, int] = {"seen": 0}


def _change(number: int) -> list[int]:
    STATE["seen"] += number
    return [STATE["seen"], os.getpid()]


def _die() -> None:
    os._exit(3)


def _raise() -> None:
    raise ValueError("no")


def _sleep() -> str:
    time.sleep(300)
    return "slept"


def each(**work: Any) -> dict[str, Any]:
    return dict(fork.each(work.items(), jobs=2, seconds=1))


def test_each_child_starts_from_the_parents_state() -> None:
    found = each(a=partial(_change, 1), b=partial(_change, 2), c=partial(_change, 3))
    assert [found[name][0] for name in "abc"] == [1, 2, 3]
    assert len({pid for _, pid in found.values()} | {os.getpid()}) == 4
    assert STATE == {"seen": 0}


def test_nothing_to_do_ends_at_once() -> None:
    assert each() == {}


def test_errors_and_deaths_are_told_and_the_rest_goes_on() -> None:
    found = each(a=_die, b=_raise, c=partial(_change, 1))
    assert (found["a"], found["b"]) == ("died", "ValueError: no")
    assert found["c"][0] == 1


def test_time_runs_out() -> None:
    start = time.monotonic()
    assert each(a=_sleep)["a"].startswith("TookTooLong")
    assert time.monotonic() - start < 100


def test_a_long_result_comes_whole() -> None:
    assert each(a=lambda: ["x" * 100_000] * 5)["a"] == ["x" * 100_000] * 5
