"""Tools that go past PAM hash as strongly."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import LoginDefs
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="hash-method",
    clauses=("8.1.4.8-b",),
    items=("7.2.1-a", "7.2.3.1-a"),
    severity="medium",
    title=Text("绕过 PAM 的工具也用强散列", "Tools that go past PAM hash strongly as well"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [LoginDefs("ENCRYPT_METHOD", word("SHA512", "YESCRYPT", "SM3"))],
)
