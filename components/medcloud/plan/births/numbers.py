"""What was renamed, in the lock: written once, it need not stand in the region file for ever."""

from __future__ import annotations

import re

from medcloud.model import Region
from medcloud.model.identifiers import PATTERN
from medcloud.model.region import RENAMED
from medcloud.plan.births.births import SECTION
from medcloud.plan.lock.held import Held
from medcloud.plan.lock.section import Concern, Section


def _is_good(key: str, value: str) -> bool:
    section, _, id_ = key.partition("/")
    return section in RENAMED and all(re.fullmatch(PATTERN, text) for text in (id_, value))


def _allocate(region: Region, held: Held) -> None:
    """Nothing: `moved` has written it before any number is given out."""


CONCERN = Concern((Section(SECTION, key_parts=2, is_good=_is_good),), _allocate)
