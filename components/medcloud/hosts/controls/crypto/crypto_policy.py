"""The system's crypto policy admits nothing weak."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import CryptoPolicy
from medcloud.text import Text

_BASES = ("DEFAULT", "FUTURE", "FIPS", "NEXT", "SM")
_WEAK = ("SHA1", "AD-SUPPORT-LEGACY", "RSA1024")

control = Control(
    id="crypto-policy",
    clauses=("8.1.4.8-a", "8.1.4.7-a"),
    items=("7.2.1-a", "7.2.1-b"),
    severity="high",
    title=Text("系统密码策略不含弱算法", "The system's crypto policy admits nothing weak"),
    breaks=Text("只会旧算法的对端", "Peers that know only old algorithms"),
    proof="rendered",
    host_kind="none",
    layouts=("rpm",),
    settings=lambda case: [CryptoPolicy(_BASES, _WEAK)],
)
