"""Users set no environment of their own for a login."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._written import Written
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-user-environment",
    clauses=("8.1.4.2-d",),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("用户不得以环境变量绕过登录限制", "Users do not get around limits by environment variables"),
    breaks=Text("用 ~/.ssh/environment 的人", "Who uses ~/.ssh/environment"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Written("PermitUserEnvironment", word("no"))],
)
