"""Who only exchanges files sees only them."""

import re
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_PATHS = ("/etc/ssh/sshd_config", "/etc/ssh/sshd_config.d/*.conf")
_REMEDY = Text("在该块中加 ChrootDirectory", "add ChrootDirectory to the block")
_TASK = Text(
    "确认没有只传文件的账户，或为其设 ChrootDirectory",
    "see that no account only exchanges files, or give it ChrootDirectory",
)


def _blocks(case: Case) -> Iterator[str]:
    """Match blocks in one line each, in lower case but for their first line."""
    for path in case.state.paths(*_PATHS):
        text = (case.state.read(path) or b"").decode("utf-8", "replace")
        yield from re.split(r"(?mi)^\s*(?=match\s)", text)[1:]


def _look(case: Case) -> Iterator[str]:
    for block in _blocks(case):
        words = block.casefold()
        if "forcecommand" in words and "internal-sftp" in words and "chrootdirectory" not in words:
            yield block.splitlines()[0]


def _settings(case: Case) -> list[Setting]:
    shut = any("internal-sftp" in block.casefold() for block in _blocks(case))
    return [Inspect(_look, _REMEDY)] if shut else [Manual(_TASK)]


control = Control(
    id="ssh-sftp-chroot",
    clauses=("8.1.4.2-f", "8.1.4.2-d"),
    items=("7.2.2-c",),
    severity="low",
    title=Text("只传文件的账户限于其目录", "Who only exchanges files sees only them"),
    breaks=Text("这些账户不能登录、看不到其余目录", "Such accounts get no shell and see no other folders"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
