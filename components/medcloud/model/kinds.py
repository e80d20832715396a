"""Kinds of workload and the storage tiers that 7.3.2.2 gives them, the usual one first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from medcloud.model.storage import TierId

KindId = Literal[
    "his",
    "emr",
    "lis",
    "pacs",
    "database",
    "portal",
    "oa",
    "archive",
    "ai",
    "research",
    "edge",
    "jump",
    "monitor",
    "backup",
    "logs",
    "patch",
    "time",
    "generic",
]


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
    "ai": Kind("智能辅助", "AI", "7.3.2.2-d", ("general", "block", "image")),
    "research": Kind("科研", "research", "7.3.2.2-d", ("general", "block", "image")),
    "jump": Kind("堡垒机", "jump host", "7.3.2.2-d", ("general", "block")),
    "monitor": Kind("监控", "monitoring", "7.3.2.2-d", ("general", "block")),
    "backup": Kind("备份", "backup", "7.3.2.2-d", ("general", "block", "image")),
    "logs": Kind("日志审计", "log audit", "7.3.2.2-d", ("general", "block")),
    "patch": Kind("补丁与软件源", "patches and packages", "7.3.2.2-d", ("general", "block")),
    "time": Kind("时间同步", "time", "7.3.2.2-d", ("general", "block")),
    "generic": Kind("其他业务", "anything else", "7.3.2.2-d", ("general", "block", "image", "database")),
    "edge": Kind("边缘", "edge", "7.3.2.2-d", ("general", "block")),
}
