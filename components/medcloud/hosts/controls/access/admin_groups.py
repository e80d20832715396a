"""Members of the groups that administer are known."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_GROUPS = ("root", "wheel", "sudo", "admin", "adm", "docker", "libvirt", "lxd", "disk", "kmem")
_REMEDY = Text("gpasswd -d，或列入 site.operators", "gpasswd -d, or name them in site.operators")
_TASK = Text(
    "清单未给出 site.operators；请核对成员", "the inventory names no site.operators; see who they are"
)


def _look(case: Case) -> Iterator[str]:
    for group in _GROUPS:
        for member in case.state.groups.get(group, ()):
            if member not in {"root", *case.surroundings.operators}:
                yield f"{group} {member}"


def _settings(case: Case) -> list[Setting]:
    anyone = any(case.state.groups.get(group) for group in _GROUPS)
    return [Manual(_TASK)] if anyone and not case.surroundings.operators else [Inspect(_look, _REMEDY)]


control = Control(
    id="admin-groups",
    clauses=("8.1.4.2-d", "8.1.5.1-a"),
    items=("7.2.2-c",),
    severity="high",
    title=Text("管理员组成员均在名单上", "Members of the groups that administer are on the site's list"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
