"""Words that several rooms share: instruction sets, domestic systems, the kinds of workload that are core."""

from __future__ import annotations

from typing import Literal, get_args

Isa = Literal["x86_64", "c86", "arm64", "loongarch64"]
ISAS: tuple[Isa, ...] = get_args(Isa)
"""Instruction sets that 7.5.1-c names, as flavors, images and labels spell them."""

OS_FAMILIES = ("openeuler", "kylin", "uos", "anolis")
"""Domestic systems by the first word of their ids (7.1.2.1-a)."""

CORE_KINDS = frozenset({"his", "emr", "lis", "pacs"})
"""Kinds of workload that a hospital cannot work without, whatever level their data has."""
