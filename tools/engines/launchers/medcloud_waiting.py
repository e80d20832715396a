"""The end of a program, without the SDK's quadratic wait.

When a program has said all, the SDK waits for the first of *all* its outputs, again and again; each call
hooks every task anew. For a thousand resources that costs more than all else the program does. Any few of
them will do: all have to end, and each is awaited by the SDK itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from itertools import islice
from typing import Any

FEW = 32


class _Asyncio:
    """The module asyncio, but for `wait`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def wait(
        self, tasks: Iterable[asyncio.Task[Any]], *, return_when: str
    ) -> tuple[set[asyncio.Task[Any]], set[asyncio.Task[Any]]]:
        """As asyncio.wait for the first, but looking at a few; what has ended meanwhile counts as well."""
        every = set(tasks)
        await asyncio.wait(list(islice(every, FEW)), return_when=return_when)
        ended = {task for task in every if task.done()}
        return ended, every - ended


def in_small_numbers() -> None:
    """Make the SDK's last loop wait so. Where a later SDK waits otherwise, nothing changes."""
    from pulumi.runtime import stack  # noqa: PLC0415  # whether there is an SDK is told by the program

    stack.asyncio = _Asyncio()  # type: ignore[assignment,attr-defined]  # stands in
