"""Nothing below the standard's TLS version is spoken."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import KeyValue, NotHere, Setting
from medcloud.hosts.settings.key_value import value_of
from medcloud.hosts.want import word
from medcloud.hosts.words import Text
from medcloud.standard import number

_PATHS = ("/etc/pki/tls/openssl.cnf", "/etc/ssl/openssl.cnf")
_NONE = Text("无 openssl.cnf", "no openssl.cnf")
_CHAIN = (
    ("openssl_conf", "openssl_init"),
    ("ssl_conf", "ssl_sect"),
    ("system_default", "system_default_sect"),
)
_LEAST = str(number("7.2.1-b", "tls").value).replace("TLS ", "TLSv")


def _settings(case: Case) -> list[Setting]:
    path = next((path for path in _PATHS if case.state.read(path) is not None), None)
    if path is None:
        return [NotHere(_NONE)]
    made: list[Setting] = []
    section = ""
    for key, usual in _CHAIN:
        named = value_of(case.state.read(path) or b"", path, key, section)
        made.append(KeyValue(path, key, word(named or usual), section))
        section = named or usual
    return [*made, KeyValue(path, "MinProtocol", word(_LEAST), section)]


control = Control(
    id="tls-minimum",
    clauses=("8.1.4.8-a", "8.1.4.7-a", "8.1.2.2-a", "8.1.2.2-b"),
    items=("7.2.1-b",),
    severity="high",
    title=Text("TLS 不低于标准所定版本", "No TLS below the standard's version"),
    breaks=Text("只会 TLS 1.2 的对端与软件源", "Peers and repositories that know TLS 1.2 only"),
    proof="effective",
    host_kind="namespace",
    reads=_PATHS,
    settings=_settings,
)
