"""What openssl.cnf says of TLS for every program that does not say otherwise."""

from __future__ import annotations

from medcloud.hosts.case import Case
from medcloud.hosts.settings.condition import Condition, word
from medcloud.hosts.settings.inspect import NotHere
from medcloud.hosts.settings.key_value import KeyValue, value_of
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

OPENSSL_FILES = ("/etc/pki/tls/openssl.cnf", "/etc/ssl/openssl.cnf")
_NONE = Text("无 openssl.cnf", "no openssl.cnf")
_CHAIN = (
    ("openssl_conf", "openssl_init"),
    ("ssl_conf", "ssl_sect"),
    ("system_default", "system_default_sect"),
)


def openssl_default(case: Case, key: str, condition: Condition) -> list[Setting]:
    """One key of the section that the file's own names lead to, and what leads there."""
    path = next((path for path in OPENSSL_FILES if case.state.read(path) is not None), None)
    if path is None:
        return [NotHere(_NONE)]
    made: list[Setting] = []
    section = ""
    for name, usual in _CHAIN:
        named = value_of(case.state.read(path) or b"", path, name, section)
        made.append(KeyValue(path, name, word(named or usual), section))
        section = named or usual
    return [*made, KeyValue(path, key, condition, section)]
