"""Whose numbers they are: the id of the region, kept since a lock could be taken for that of another.

Locks from before say nothing; they get it with the next numbers that are given out.
"""

from __future__ import annotations

import re

from medcloud.model import Region
from medcloud.model.identifiers import PATTERN
from medcloud.plan.lock.held import Held
from medcloud.plan.lock.section import Concern, Section

OWNER = "region"


def _is_good(key: str, value: str) -> bool:
    return key == "id" and re.fullmatch(PATTERN, value) is not None


def _allocate(region: Region, held: Held) -> None:
    """Nothing: `allocate` writes it when any number has changed."""


CONCERN = Concern((Section(OWNER, key_parts=1, is_good=_is_good),), _allocate)
