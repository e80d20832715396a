"""No login because of the host that one comes from."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._written import Written
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-hostbased",
    clauses=("8.1.4.1-a", "8.1.4.1-d"),
    items=("7.2.3.2-d", "6.5-c"),
    severity="high",
    title=Text("不以来源主机代替身份鉴别", "No login because of the host one comes from"),
    breaks=Text("互信登录的集群", "Clusters whose hosts trust each other"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        Written("HostbasedAuthentication", word("no")),
        Written("IgnoreRhosts", word("yes", "shosts-only")),
        Written("IgnoreUserKnownHosts", word("yes")),
    ],
)
