"""Behaviours asked of several hosts at once: most of the time they wait for a delay of the host's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from labs.hosts.api import LabHost
from tests.on_hosts import behaviours as b
from tests.on_hosts.bench import Bench

Behaviour = Callable[[Bench, LabHost], bool]
BESIDE = (b.ends_an_idle_session,)
"""Waits a minute and more, and is asked while the host is asked for the rest."""


@dataclass(frozen=True)
class Answers:
    """By system and behaviour: what was answered, or is about to be."""

    bench: Bench
    found: dict[tuple[str, Behaviour], Future[bool]]

    @classmethod
    @contextmanager
    def ask(cls, bench: Bench, asked: Sequence[tuple[str, Behaviour]]) -> Iterator[Answers]:
        """One behaviour after the other on each host, the hosts beside each other."""
        with ExitStack() as stack:
            pools: dict[tuple[str, bool], ThreadPoolExecutor] = {}
            found = {}
            for system, behaviour in asked:
                key = (system, behaviour in BESIDE)
                if key not in pools:
                    pools[key] = stack.enter_context(ThreadPoolExecutor(1))
                found[system, behaviour] = pools[key].submit(behaviour, bench, bench.hosts[system])
            yield cls(bench, found)

    def of(self, system: str, behaviour: Behaviour) -> bool:
        """The answer; a second try of a test asks anew. Raises what the behaviour raised."""
        if answer := self.found.pop((system, behaviour), None):
            return answer.result()
        return behaviour(self.bench, self.bench.hosts[system])
