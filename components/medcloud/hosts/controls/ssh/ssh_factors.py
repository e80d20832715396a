"""Two kinds of proof, one of them a key."""

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import Manual, Setting, SshdOption
from medcloud.hosts.settings.condition import Condition
from medcloud.standard import number
from medcloud.text import Text

_FACTORS = int(number("7.2.3.3-a", "strong_factors").to("factor"))
_TASK = Text(
    "单一因素即可登录；确认跳板机已做双因素，或以 --parameter ssh-factors.enforce=1 开启",
    "one factor will do: see that the gateway asks for two, or --parameter ssh-factors.enforce=1",
)


@dataclass(frozen=True)
class _Methods(Condition):
    """Each alternative has enough kinds, one of them a key."""

    def holds(self, value: str | None) -> bool:
        """Different kinds, not the same asked twice."""
        ways = [{word.partition(":")[0] for word in way.split(",")} for way in (value or "").split()]
        return bool(ways) and all(len(way) >= _FACTORS and "publickey" in way for way in ways)

    @property
    def write(self) -> str:
        """A key and what PAM asks."""
        return "publickey,password publickey,keyboard-interactive"

    def __str__(self) -> str:
        return f"≥{_FACTORS}, publickey"


def _settings(case: Case) -> list[Setting]:
    value = " ".join(case.state.sshd.get("authenticationmethods", ()))
    if case["enforce"] or _Methods().holds(value):
        return [SshdOption("AuthenticationMethods", _Methods(), default="any")]
    return [Manual(_TASK)]


control = Control(
    id="ssh-factors",
    clauses=("8.1.4.1-d",),
    items=("7.2.3.2-a", "7.2.3.1-b"),
    severity="high",
    title=Text("SSH 登录须两种鉴别，其一为密钥", "SSH logins take two kinds of proof, one of them a key"),
    breaks=Text(
        "开启（enforce=1）后只有密钥或只有口令的人与工具均不能登录，连同 medcloud",
        "When on (enforce=1), whoever has only a key or only a password, tools and medcloud too",
    ),
    proof="effective",
    host_kind="namespace",
    parameters=(
        Parameter("enforce", 0, "higher", Text("是否强制双因素", "whether two are enforced"), ceiling=1),
    ),
    settings=_settings,
)
