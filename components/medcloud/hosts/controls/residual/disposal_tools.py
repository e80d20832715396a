"""Disks are wiped before they leave."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_TOOLS = ("shred", "blkdiscard")
_REMEDY = Text("安装 coreutils、util-linux、nvme-cli", "install coreutils, util-linux, nvme-cli")
_TASK = Text(
    "出示介质擦除或销毁记录（shred、blkdiscard、nvme format）",
    "show the records of wiping or destruction (shred, blkdiscard, nvme format)",
)


def _settings(case: Case) -> list[Setting]:
    there = set(case.state.lines("commands")) & set(_TOOLS)
    return [Manual(_TASK)] if there else [Inspect(lambda _: _TOOLS, _REMEDY)]


control = Control(
    id="disposal-tools",
    clauses=("8.1.4.10-b", "8.1.4.10-a", "8.2.4.7-a"),
    items=("7.1.2.4-d", "6.5-c"),
    severity="medium",
    title=Text("介质离场前彻底擦除", "Disks are wiped before they leave"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    settings=_settings,
)
