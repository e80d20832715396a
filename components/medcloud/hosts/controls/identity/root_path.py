"""Root runs no program from a folder that others may write."""

import re
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("从这些文件中去掉", "take them out of these files")

_READS = (
    "/etc/profile",
    "/etc/profile.d/*.sh",
    "/etc/environment",
    "/etc/login.defs",
    "/etc/bashrc",
    "/etc/bash.bashrc",
    "/root/.bashrc",
    "/root/.profile",
    "/root/.bash_profile",
)
_PATH = re.compile(r"^\s*(?:export\s+)?(?:PATH=|ENV_SUPATH\s+(?:PATH=)?)[\"']?(?P<value>[^\"'\s;]*)", re.M)
_PUBLIC = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - what must not be there


def _look(case: Case) -> Iterator[Text]:
    """Where PATH is set, as text: running root's start files could change something."""
    for path in case.state.paths(*_READS):
        text = (case.state.read(path) or b"").decode("utf-8", "replace")
        for hit in _PATH.finditer(text):
            for part in filter(_bad, hit["value"].split(":")):
                yield Text(f"{path}: {part or '空'}", f"{path}: {part or 'empty'}")


def _bad(part: str) -> bool:
    return part.startswith(_PUBLIC) or not part.startswith(("/", "$", "~"))


control = Control(
    id="root-path",
    clauses=("8.1.4.2-d", "8.1.4.5-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("root 的 PATH 不含当前目录与可写目录", "Root's PATH has no relative or public folders"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    reads=_READS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
