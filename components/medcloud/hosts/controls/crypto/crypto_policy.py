"""The system's crypto policy admits nothing weak."""

from collections.abc import Iterator

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.hosts.words import Text

_GOOD = ("DEFAULT", "FUTURE", "FIPS", "NEXT", "SM")
_NONE = Text("主机没有系统密码策略", "the host has no system-wide crypto policy")
_REMEDY = Text("update-crypto-policies --set DEFAULT:NO-SHA1", "update-crypto-policies --set DEFAULT:NO-SHA1")


def _policy(case: Case) -> str:
    return next((line[7:] for line in case.state.lines("crypto") if line.startswith("policy ")), "")


def _look(case: Case) -> Iterator[str]:
    base, *more = _policy(case).split(":")
    if base not in _GOOD or any(name in ("SHA1", "AD-SUPPORT-LEGACY", "RSA1024") for name in more):
        yield _policy(case)


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)] if _policy(case) else [NotHere(_NONE)]


control = Control(
    id="crypto-policy",
    clauses=("8.1.4.8-a", "8.1.4.7-a"),
    items=("7.2.1-a", "7.2.1-b"),
    severity="high",
    title=Text("系统密码策略不含弱算法", "The system's crypto policy admits nothing weak"),
    breaks=Text("只会旧算法的对端", "Peers that know only old algorithms"),
    proof="rendered",
    host_kind="none",
    layouts=("rpm",),
    settings=_settings,
)
