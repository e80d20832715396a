"""Short keys and weak hashes are refused."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import KeyValue, NotHere, Setting
from medcloud.hosts.settings.key_value import value_of
from medcloud.hosts.want import word
from medcloud.hosts.words import Text

_PATHS = ("/etc/pki/tls/openssl.cnf", "/etc/ssl/openssl.cnf")
_NONE = Text("无 openssl.cnf", "no openssl.cnf")
_CHAIN = (
    ("openssl_conf", "openssl_init"),
    ("ssl_conf", "ssl_sect"),
    ("system_default", "system_default_sect"),
)
_LEVELS = tuple(f"DEFAULT{sign}@SECLEVEL={level}" for level in (2, 3, 4, 5) for sign in ("", ":"))


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
    return [*made, KeyValue(path, "CipherString", word(*_LEVELS), section)]


control = Control(
    id="tls-security-level",
    clauses=("8.1.4.8-a", "8.1.4.7-a", "8.1.2.2-a"),
    items=("7.2.1-a", "7.2.1-c"),
    severity="medium",
    title=Text("拒绝短密钥与弱杂凑", "Short keys and weak hashes are refused"),
    breaks=Text("短于 2048 位的旧证书", "Old certificates below 2048 bits"),
    proof="effective",
    host_kind="namespace",
    reads=_PATHS,
    settings=_settings,
)
