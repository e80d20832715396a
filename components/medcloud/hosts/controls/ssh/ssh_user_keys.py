"""Keys that open accounts are long enough."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._keys import weak
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("从 authorized_keys 中去掉，换新密钥", "take it out of authorized_keys and make a new one")

control = Control(
    id="ssh-user-keys",
    clauses=("8.1.4.1-d", "8.1.4.8-a"),
    items=("7.2.1-c", "7.2.3.2-d"),
    severity="high",
    title=Text("可登录的用户密钥足够长，不用 DSA", "Keys that open accounts are long enough, none is DSA"),
    breaks=Text("持旧密钥的人须换密钥", "Who has an old key must make a new one"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(lambda case: weak(case, "user"), _REMEDY)],
)
