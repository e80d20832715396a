"""Host keys are long enough."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._keys import weak
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text(
    "删去并以 ssh-keygen -A 重建，通知客户端",
    "remove it, make it anew by ssh-keygen -A, and tell the clients",
)

control = Control(
    id="ssh-host-key-size",
    clauses=("8.1.4.8-a", "8.2.4.1"),
    items=("7.2.1-c", "7.2.1-a"),
    severity="high",
    title=Text("主机密钥足够长，不用 DSA", "Host keys are long enough, none is DSA"),
    breaks=Text("更换后客户端须重新核对主机公钥", "Once changed, clients must learn the key anew"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(lambda case: weak(case, "host"), _REMEDY)],
)
