"""Data of level 3 and above is encrypted on its disks."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, NotHere, Setting
from medcloud.text import Text


def _encrypted(case: Case) -> set[str]:
    found = set()
    for line in case.state.lines("volumes"):
        words = line.split()
        if words[:1] == ["dm"] and words[3].startswith("CRYPT-"):
            found |= {words[1], words[2]}
    return found


_LEVEL = 3
_LOW = Text("未标注三级及以上数据", "no data of level 3 or above is named")
_TASK = Text(
    "本机未见加密卷：出示存储或云平台侧的卷加密",
    "no encrypted volume here: show that storage or cloud encrypts it",
)
_NOTHING = Text("-", "-")


def _settings(case: Case) -> list[Setting]:
    if case.surroundings.level < _LEVEL:
        return [NotHere(_LOW)]
    sources = {mount.source for mount in case.state.mounts.values()}
    return [Inspect(lambda _: (), _NOTHING)] if sources & _encrypted(case) else [Manual(_TASK)]


control = Control(
    id="volumes-encrypted",
    clauses=("8.1.4.8-b", "8.1.4.7-b", "8.2.4.7-a"),
    items=("7.2.1-b", "7.1.2.4-d"),
    severity="high",
    title=Text("三级及以上数据的卷已加密", "Volumes with data of level 3 and above are encrypted"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
