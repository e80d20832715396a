"""The system offers SM2, SM3 and SM4."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("安装带国密的密码库", "install a library that has them")


def _look(case: Case) -> Iterator[str]:
    lines = case.state.lines("crypto")
    yield from (name for name in ("SM2", "SM3", "SM4") if f"algorithm {name}" not in lines)


control = Control(
    id="sm-algorithms",
    clauses=("8.1.4.8-a", "8.1.4.8-b"),
    items=("7.2.1-a", "7.2.1-c"),
    severity="high",
    title=Text("系统密码库提供 SM2、SM3、SM4", "The system offers SM2, SM3 and SM4"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
