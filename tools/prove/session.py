"""The pytest plugin: after one collection, everything is switched off in turn, each in a forked child."""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest

from medcloud.matrix.decider import Decider
from medcloud.text import Text
from tools.prove import fork
from tools.prove.results import items_of
from tools.prove.switch import Switch, switches
from tools.prove.tests_run import Known, ends, marked
from tools.prove.trace import traced

_TOGETHER = 16
_TEST_SECONDS = 120  # for so many together
_SWITCH_SECONDS = 60
_HINT_SECONDS = 60


@dataclass
class Outcome:
    """What came of one decider."""

    decider: Decider
    by: dict[str, str] = field(default_factory=dict)
    """The test that noticed, by item."""
    switches: int = 0
    unnoticed: list[str] = field(default_factory=list)
    """Parts that could be switched off without a test of the decider's items failing."""
    reached: int = 0
    """Tests with one of its items' marks that run it at all."""
    faults: list[str] = field(default_factory=list)
    """Parts that could not be switched off, with the error; they prove nothing."""
    hints: list[str] = field(default_factory=list)
    """Tests without the mark that fail."""

    @property
    def survives(self) -> tuple[str, ...]:
        """Items in whose name no test fails."""
        return tuple(item for item in self.decider.items if item not in self.by)


class Prover:
    """Runs instead of the tests: first each as it is, then against each switch."""

    def __init__(
        self, deciders: Sequence[Decider], jobs: int, say: Callable[[str], None], *, hints: bool
    ) -> None:
        self._deciders, self._jobs, self._say, self._hints = deciders, jobs, say, hints
        self.outcomes: dict[str, Outcome] = {decider.key: Outcome(decider) for decider in deciders}
        self.broken: list[str] = []
        """Tests with a mark that do not pass even with everything on."""
        self.seconds = 0.0
        self.__name__ = "medcloud-prove"  # the name that pytest knows the plugin by

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do it all."""
        start = time.monotonic()
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # children share it
        gc.collect()
        gc.freeze()
        wanted = {item for decider in self._deciders for item in decider.items}
        known = self._first(marked(session.items, wanted), _TEST_SECONDS)
        self.broken = [test.test.nodeid for test in known if not test.passed]
        self._switch_off([test for test in known if test.passed])
        if self._hints:
            self._look_further(session.items)
        gc.unfreeze()
        self.seconds = time.monotonic() - start
        return True

    def _first(self, tests: Sequence[pytest.Item], seconds: int) -> list[Known]:
        """Each test once, to see that it passes and what it runs."""
        found: dict[str, tuple[bool, float, list[str]]] = {}
        for together in (_TOGETHER, 1):  # those that were lost with others get a child of their own
            left = [test for test in tests if test.nodeid not in found]
            parts = [left[at : at + together] for at in range(0, len(left), together)]
            tasks = ((part[0].nodeid, partial(_look, part)) for part in parts)
            for _, said in fork.each(tasks, self._jobs, seconds):
                found |= said if isinstance(said, dict) else {}
                self._say(str(Text(f"{len(found)}/{len(tests)} 测试", f"{len(found)}/{len(tests)} tests")))
        known = []
        for test in tests:
            passed, took, ran = found.get(test.nodeid, (False, 0, []))
            known.append(Known(test, frozenset(items_of(test)), passed, took, frozenset(ran)))
        return known

    def _switch_off(self, known: Sequence[Known]) -> None:
        by_item: dict[str, list[Known]] = defaultdict(list)
        for test in sorted(known, key=lambda test: test.seconds):
            for item in test.items:
                by_item[item].append(test)
        found: dict[str, tuple[Outcome, Switch]] = {}
        tasks = []
        for outcome in self.outcomes.values():
            items = outcome.decider.items
            tests = list({id(test): test for item in items for test in by_item[item]}.values())
            for number, switch in enumerate(switches(outcome.decider)):
                reaching = [test for test in tests if switch.reaches & test.ran]
                outcome.switches += 1
                outcome.reached = max(outcome.reached, len(reaching))
                if not reaching:
                    outcome.unnoticed.append(switch.what)
                    continue
                name = f"{outcome.decider.key}#{number}"
                found[name] = outcome, switch
                tasks.append((name, partial(_notice, switch, reaching, items)))
        for number, (name, said) in enumerate(fork.each(tasks, self._jobs, _SWITCH_SECONDS), 1):
            outcome, switch = found[name]
            self._say(str(Text(f"{number}/{len(tasks)} 逐一关闭", f"{number}/{len(tasks)} switched off")))
            if isinstance(said, str):
                outcome.faults.append(f"{switch.what}: {said}")
            elif not said:
                outcome.unnoticed.append(switch.what)
            else:
                outcome.by = {**said, **outcome.by}

    def _look_further(self, every: Sequence[pytest.Item]) -> None:
        """For what survived: do tests fail that do not have the mark?"""
        survivors = [outcome for outcome in self.outcomes.values() if outcome.survives]
        rooms = {f"tests/{_room(outcome.decider)}/" for outcome in survivors}
        tests = [test for test in every if test.nodeid.startswith(tuple(rooms))]
        known = sorted(self._first(tests, _HINT_SECONDS), key=lambda test: test.seconds)
        tasks = [
            (
                outcome.decider.key,
                partial(_fails, switch, [t for t in known if t.passed and switch.reaches & t.ran]),
            )
            for outcome in survivors
            for switch in switches(outcome.decider)
        ]
        for key, said in fork.each(tasks, self._jobs, _SWITCH_SECONDS):
            for test in said if isinstance(said, list) else ():
                if test not in self.outcomes[key].hints:
                    self.outcomes[key].hints.append(test)


def _room(decider: Decider) -> str:
    package, _, rest = decider.module.partition(".")
    return "policies" if package == "medcloud_policies" else rest.partition(".")[0]


def _look(tests: Sequence[pytest.Item]) -> dict[str, Any]:
    """Of each test whether it passes, how many seconds it takes and what it runs."""
    found = {}
    for test in tests:
        start = time.monotonic()
        passed, ran = traced(partial(_passes, test))
        found[test.nodeid] = passed, time.monotonic() - start, ran
    return found


def _passes(test: pytest.Item) -> bool:
    return all(passed for _, passed in ends([test]))


def _notice(switch: Switch, tests: Sequence[Known], items: Sequence[str]) -> dict[str, str]:
    """For each item the first test with its mark that fails."""
    switch.apply()
    by: dict[str, str] = {}
    known = {test.test: test.items for test in tests}
    for test, passed in ends(known):
        if not passed:
            for item in known[test].intersection(items):
                by.setdefault(item, test.nodeid)
        if len(by) == len(items):
            break
    return by


def _fails(switch: Switch, tests: Sequence[Known]) -> list[str]:
    """The first test that fails, if any does."""
    switch.apply()
    return next(([test.nodeid] for test, passed in ends(known.test for known in tests) if not passed), [])
