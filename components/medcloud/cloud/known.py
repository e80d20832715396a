"""Values that a preview knows although something must be made first."""

import asyncio
from collections.abc import Iterable
from typing import TypeVar

import pulumi

T = TypeVar("T")


def known_once_made(value: T, needed: Iterable[pulumi.Resource]) -> pulumi.Output[T]:
    """`value`, for those who must wait until `needed` is made; a rule can judge it in the preview."""
    known: asyncio.Future[T] = asyncio.Future()
    known.set_result(value)
    certain: asyncio.Future[bool] = asyncio.Future()
    certain.set_result(True)
    return pulumi.Output(set(needed), known, certain)
