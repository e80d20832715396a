"""Volume types that exist: what their names say fits what the region file uses them for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.words import PLAIN_VOLUME_TYPES, UNENCRYPTED
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_SLOW = "archive"


@decides("7.2.1-b")
def encrypted(region: Region) -> Iterator[Problem]:
    """Types for encrypted data whose name says that they do not encrypt."""
    for key, tier in region.storage.tiers().items():
        name = tier.encrypted_type.existing if tier.encrypted_type else ""
        if name in PLAIN_VOLUME_TYPES or re.search(UNENCRYPTED, name, re.IGNORECASE):
            yield Problem(
                ("storage", key, "encrypted_type", "existing"),
                Text(f"卷类型 {name} 从名称看并未加密", f"volume type {name} by its name does not encrypt"),
                Text(
                    "写加密的卷类型，或删去 encrypted_type 由 medcloud 新建",
                    "write a type that encrypts, or leave encrypted_type out and medcloud makes one",
                ),
                "7.2.1-b",
            )


@decides("7.3.2.2-e")
def archive_apart(region: Region) -> Iterator[Problem]:
    """The archive's type used by another tier: fast data would be on slow volumes, or the other way."""
    tiers = region.storage.tiers()
    for field in ("type", "encrypted_type"):
        own = getattr(tiers["archive"], field)
        for key, tier in tiers.items():
            if key != _SLOW and own is not None and getattr(tier, field) == own:
                yield Problem(
                    ("storage", "archive", field, "existing"),
                    Text(
                        f"卷类型 {own.existing} 也供 {key} 层，不是归档层",
                        f"volume type {own.existing} is tier {key}'s too, so it is no archive",
                    ),
                    Text("另写一个归档用的卷类型", "write another type for the archive"),
                    "7.3.2.2-e",
                )
