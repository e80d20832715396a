"""The database of files is signed, so that nobody replaces it."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.hosts.settings.integrity_database import DATABASES
from medcloud.text import Text

_SIGNATURES = (".sig", ".asc", ".minisig", ".p7s", ".sm2")
_REMEDY = Text(
    "在管理机签名（openssl dgst -sm3 -sign，得 .sig）并留存副本，公钥置于 /etc/medcloud/integrity.pub",
    "sign it on the administrators' machine (openssl dgst -sm3 -sign, as .sig), keep a copy there, and put"
    " the public key at /etc/medcloud/integrity.pub",
)
_NONE = Text("尚未建库（integrity-tool）", "there is no database yet (integrity-tool)")


def _there(case: Case) -> list[str]:
    return [path for path in DATABASES if case.state.rights(path) is not None]


def _look(case: Case) -> Iterator[str]:
    for path in _there(case):
        if not case.state.rights_of(*(f"{path}{end}" for end in _SIGNATURES)):
            yield path
        elif f"bad {path}" in case.state.lines("integrity"):
            yield f"{path}.sig"


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)] if _there(case) else [NotHere(_NONE)]


control = Control(
    id="integrity-database-signed",
    clauses=("8.1.4.7-b", "8.2.4.4-b"),
    items=("6.5-c", "7.2.1-a"),
    severity="medium",
    title=Text("完整性数据库已签名", "The integrity database is signed"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/var/lib/aide/aide.db*",),
    settings=_settings,
)
