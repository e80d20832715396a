"""The lock: numbers that were given out stay given out, in a file a person can read and git can merge."""

from medcloud.plan.lock.allocate import allocate
from medcloud.plan.lock.concerns import number_sections
from medcloud.plan.lock.entries import VERSION, Lock
from medcloud.plan.lock.reading import parse
from medcloud.plan.lock.reconcile import reconcile
from medcloud.plan.lock.refused import LockRefused
from medcloud.plan.lock.text import dump

__all__ = ["VERSION", "Lock", "LockRefused", "allocate", "dump", "number_sections", "parse", "reconcile"]
