"""Words that several rooms share: instruction sets, domestic systems, the kinds of workload that are core."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Isa = Literal["x86_64", "c86", "arm64", "loongarch64"]
ISAS: tuple[Isa, ...] = get_args(Isa)
"""Instruction sets that 7.5.1-c names, as flavors, images and labels spell them."""

ARCHITECTURES: Mapping[Isa, str] = MappingProxyType(
    {"x86_64": "x86_64", "c86": "x86_64", "arm64": "aarch64", "loongarch64": "loongarch64"}
)
"""What an image is built for, by the instruction set that its hosts are told by."""

OS_FAMILIES = ("openeuler", "kylin", "uos", "anolis")
"""Domestic systems by the first word of their ids (7.1.2.1-a)."""

CORE_KINDS = frozenset({"his", "emr", "lis", "pacs"})
"""Kinds of workload that a hospital cannot work without, whatever level their data has."""

FAST_KINDS = frozenset({"his", "emr", "lis", "database"})
"""Kinds whose data must not lie on slow storage (7.3.2.2-a, -b)."""

PINNED_KINDS = CORE_KINDS | {"database"}
"""Kinds that get whole processors (7.3.1.2-a)."""

TREATED_FROM = {"research": 4, "ai": 5}
"""Level of data from which a kind gets them treated only (C.3-c).

Research uses them for other ends than the care that they were collected for; what assists in care may see
what care sees, but for the highest level.
"""

UTILITY_KINDS = frozenset({"logs", "monitor", "patch", "time"})
"""Kinds that every server calls and that give no records of people, whatever level they have."""


def sees_treated_only(kind: str, level: int) -> bool:
    """Whether a kind of workload gets data of a level masked or under pseudonyms only (C.3-c)."""
    return kind in TREATED_FROM and level >= TREATED_FROM[kind]


TREATED = ("masked", "pseudonymised")
"""What the label ``data`` of a flow says that was done to its data."""

LARGE_VCPUS = 8
"""From this many vCPUs on every instance gets whole processors: across NUMA nodes it would lose most."""

PUBLIC_DOMAINS = ("dmz",)
"""Security domains that may face the Internet although their data are not public; a site may name others."""

PUBLIC_LEVEL = 1
"""The data level that anybody may read (table C.1)."""

UNENCRYPTED = r"un[-_ ]?encrypt|(^|[^a-z])(non?|not|without)[-_ ]?encrypt"
"""What the name of a volume or share type says that is not encrypted, whatever else it says."""

PLAIN_VOLUME_TYPES = ("standard", "__DEFAULT__", "lvmdriver-1", "ssd")
"""Names that clouds give to volume types as they come: not encrypted."""
