"""Kinds of workload and the storage tiers that 7.3.2.2 gives them, the usual one first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from medcloud.model.storage import TierId

KindId = Literal["his", "emr", "lis", "pacs", "database", "portal", "oa", "archive", "ai", "edge"]


class Kind(NamedTuple):
    """A kind of workload."""

    zh: str
    en: str
    item: str
    """The item that names its tiers."""
    tiers: tuple[TierId, ...]


KINDS: Mapping[KindId, Kind] = {
    "his": Kind("医院信息系统", "hospital information", "7.3.2.2-b", ("block", "database")),
    "emr": Kind("电子病历", "medical records", "7.3.2.2-b", ("block", "database")),
    "lis": Kind("检验信息系统", "laboratory information", "7.3.2.2-b", ("block", "database")),
    "pacs": Kind("影像归档与传输", "imaging", "7.3.2.2-c", ("image", "block")),
    "database": Kind("数据库", "database", "7.3.2.2-a", ("database",)),
    "portal": Kind("门户", "portal", "7.3.2.2-d", ("general", "block")),
    "oa": Kind("办公", "office", "7.3.2.2-d", ("general", "block")),
    "archive": Kind("长期归档", "archive", "7.3.2.2-e", ("archive",)),
    "ai": Kind("科研与智能", "research and AI", "7.3.2.2-d", ("general", "block", "image")),
    "edge": Kind("边缘", "edge", "7.3.2.2-d", ("general", "block")),
}
