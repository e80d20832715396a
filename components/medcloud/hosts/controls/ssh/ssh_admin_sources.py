"""Administration comes from the site's own addresses only."""

from medcloud.hosts.case import Case
from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Manual, PamModule, Setting, TextFile
from medcloud.text import Text

_PATH = "/etc/security/access.medcloud.conf"
# colons divide fields unless told otherwise, and IPv6 has them
_LINE = PamLine("account", "required", "pam_access.so", (f"accessfile={_PATH}", "fieldsep=|"))
_TASK = Text(
    "清单未给出 site.admin_sources；请限制管理终端的地址",
    "the inventory names no site.admin_sources; limit the addresses of administration",
)


def _settings(case: Case) -> list[Setting]:
    if not case.surroundings.admin_sources:
        return [Manual(_TASK)]
    allowed = " ".join(("LOCAL", *case.surroundings.admin_sources))
    return [
        TextFile(_PATH, f"+|ALL|{allowed}\n-|ALL|ALL\n"),
        PamModule(_LINE, services=("sshd",), files=("/etc/pam.d/sshd",), after="pam_nologin.so"),
    ]


control = Control(
    id="ssh-admin-sources",
    clauses=("8.1.4.4-c", "8.1.5.4-b"),
    items=("7.2.3.2-d", "7.2.2-a"),
    severity="high",
    title=Text("只有管理网段可经 SSH 登录", "SSH logins come from the site's networks only"),
    breaks=Text(
        "来自其他地址的人，连同地址有变的 medcloud",
        "Who comes from elsewhere, medcloud too when its address changes",
    ),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH,),
    settings=_settings,
)
