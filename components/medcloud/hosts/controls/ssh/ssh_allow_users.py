"""Only named people log in over SSH."""

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Manual, Setting, SshdOption
from medcloud.hosts.settings.condition import Condition
from medcloud.text import Text

_TASK = Text(
    "清单未给出 site.operators；请以 AllowUsers 或 AllowGroups 列名",
    "the inventory names no site.operators; name them by AllowUsers or AllowGroups",
)


@dataclass(frozen=True)
class _Named(Condition):
    """A list of people; any that a site has chosen is good."""

    people: tuple[str, ...]

    def holds(self, value: str | None) -> bool:
        """Not everyone."""
        return bool(value) and "*" not in str(value).split()

    @property
    def write(self) -> str:
        """The operators."""
        return " ".join(self.people)

    def __str__(self) -> str:
        return self.write


def _settings(case: Case) -> list[Setting]:
    named = "allowgroups" in case.state.sshd or "allowusers" in case.state.sshd
    if not (named or case.surroundings.operators):
        return [Manual(_TASK)]
    name = "AllowGroups" if "allowgroups" in case.state.sshd else "AllowUsers"
    return [SshdOption(name, _Named(case.surroundings.operators), default="*")]


control = Control(
    id="ssh-allow-users",
    clauses=("8.1.4.2-a", "8.1.4.4-c"),
    items=("7.2.2-c", "7.2.3.2-d"),
    severity="medium",
    title=Text("只有列名的账户或组可经 SSH 登录", "Only named accounts or groups log in over SSH"),
    breaks=Text(
        "未列入 site.operators 的人，连同 medcloud 所用的账户",
        "Whoever site.operators does not name, medcloud's own account too",
    ),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
