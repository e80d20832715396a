"""Nothing below the standard's TLS version is spoken."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OPENSSL_FILES, openssl_default
from medcloud.hosts.settings.condition import word
from medcloud.standard import number
from medcloud.text import Text

_LEAST = str(number("7.2.1-b", "tls").value).replace("TLS ", "TLSv")

control = Control(
    id="tls-minimum",
    clauses=("8.1.4.8-a", "8.1.4.7-a", "8.1.2.2-a", "8.1.2.2-b"),
    items=("7.2.1-b",),
    severity="high",
    title=Text("TLS 不低于标准所定版本", "No TLS below the standard's version"),
    breaks=Text("只会 TLS 1.2 的对端与软件源", "Peers and repositories that know TLS 1.2 only"),
    proof="effective",
    host_kind="namespace",
    reads=OPENSSL_FILES,
    settings=lambda case: openssl_default(case, "MinProtocol", word(_LEAST)),
)
