"""The end of a program waits for all, a few at a time."""

import asyncio

import pytest

from tools.engines.launchers.medcloud_waiting import FEW, _Asyncio


async def _drain(count: int) -> list[int]:
    """The order in which tasks end, waited for as the SDK does."""
    pending = {asyncio.create_task(_number(n)) for n in range(count)}
    ended: list[int] = []
    while pending:
        done, pending = await _Asyncio().wait(pending, return_when=asyncio.FIRST_COMPLETED)
        assert done
        ended += [task.result() for task in done]
    return ended


async def _number(n: int) -> int:
    await asyncio.sleep(n % 5 / 1000)
    return n


def test_every_task_is_waited_for_once() -> None:
    assert sorted(asyncio.run(_drain(10 * FEW))) == list(range(10 * FEW))


def test_an_error_comes_out() -> None:
    async def fails() -> None:
        raise ValueError("the program's own")

    async def program() -> None:
        done, _ = await _Asyncio().wait([asyncio.create_task(fails())], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            await task

    with pytest.raises(ValueError, match="own"):
        asyncio.run(program())


def test_a_thousand_tasks_cost_no_thousand_hooks_each(monkeypatch: pytest.MonkeyPatch) -> None:
    hooked = 0
    real = asyncio.wait

    async def counting(tasks: list[asyncio.Task[int]], *, return_when: str) -> object:
        nonlocal hooked
        hooked += len(tasks)
        return await real(tasks, return_when=return_when)

    monkeypatch.setattr(asyncio, "wait", counting)
    asyncio.run(_drain(1000))
    assert hooked <= 1000 * FEW
