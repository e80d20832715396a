"""Core systems speak TLS 1.3 in SM suites (RFC 8998)."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_CORE = 4
_SUITES = ("TLS_SM4_GCM_SM3", "TLS_SM4_CCM_SM3")
_OTHER = Text("非核心系统（无四、五级数据）", "no core system: no data of level 4 or 5")
_REMEDY = Text(
    "换用带 RFC 8998 套件的密码库（铜锁、系统厂商的 OpenSSL）",
    "a library with the suites of RFC 8998 (Tongsuo, the vendor's OpenSSL)",
)


def _look(case: Case) -> Iterator[str]:
    offered = {line.removeprefix("suite ") for line in case.state.lines("crypto")}
    if not offered & set(_SUITES):
        yield _SUITES[0]


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)] if case.surroundings.level >= _CORE else [NotHere(_OTHER)]


control = Control(
    id="sm-suites",
    clauses=("8.1.4.8-a", "8.1.2.2-b"),
    items=("7.2.1-c", "7.2.1-b"),
    severity="high",
    title=Text("核心系统的 TLS 1.3 提供国密套件", "Core systems have the SM suites of TLS 1.3"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    settings=_settings,
)
