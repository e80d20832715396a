"""No answers of the installer are left, passwords among them."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_PATHS = (
    *("/root/anaconda-ks.cfg", "/root/original-ks.cfg", "/root/initial-setup-ks.cfg", "/root/ks.cfg"),
    *("/var/log/installer/cdebconf/questions.dat", "/preseed.cfg", "/var/lib/cloud/seed/nocloud/user-data"),
)
_REMEDY = Text("核对后删除", "look at it, then delete it")


def _look(case: Case) -> Iterator[str]:
    yield from (path for path in _PATHS if case.state.rights(path) is not None)


control = Control(
    id="installer-remains",
    clauses=("8.1.4.10-a",),
    items=("7.2.3.1-a", "6.5-c"),
    severity="medium",
    title=Text("无安装程序遗留的应答文件", "No answer files of the installer are left"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    rights=_PATHS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
