"""From what a region needs and what was given out before to what is given out now."""

from __future__ import annotations

from medcloud.model import Region
from medcloud.plan.births.move import moved
from medcloud.plan.lock.concerns import concerns
from medcloud.plan.lock.entries import Lock
from medcloud.plan.lock.held import Held


def allocate(region: Region, lock: Lock | None) -> Lock:
    """The lock of a region: keeps what stands, adds what is new, retires what is gone. Pure.

    Whose it is stands in it once numbers change.

    PlanRefused when a block is full, or when the file would move what stands.
    """
    held = Held(moved(region, lock or Lock()))
    for concern in concerns():
        concern.allocate(region, held)
    made = held.lock()
    if lock is None or made != lock:
        held.texts["region"]["id"] = region.region.id
    return held.lock()
