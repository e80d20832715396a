"""Short keys and weak hashes are refused."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OPENSSL_FILES, openssl_default
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_LEVELS = tuple(f"DEFAULT{sign}@SECLEVEL={level}" for level in (2, 3, 4, 5) for sign in ("", ":"))

control = Control(
    id="tls-security-level",
    clauses=("8.1.4.8-a", "8.1.4.7-a", "8.1.2.2-a"),
    items=("7.2.1-a", "7.2.1-c"),
    severity="medium",
    title=Text("拒绝短密钥与弱杂凑", "Short keys and weak hashes are refused"),
    breaks=Text("短于 2048 位的旧证书", "Old certificates below 2048 bits"),
    proof="effective",
    host_kind="namespace",
    reads=OPENSSL_FILES,
    settings=lambda case: openssl_default(case, "CipherString", word(*_LEVELS)),
)
