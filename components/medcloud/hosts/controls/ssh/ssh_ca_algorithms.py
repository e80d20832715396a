"""Certificates are signed by strong algorithms."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._algorithms import strong
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import only
from medcloud.text import Text

control = Control(
    id="ssh-ca-algorithms",
    clauses=("8.1.4.1-d", "8.1.4.7-a"),
    items=("7.2.3.1-b", "7.2.1-a"),
    severity="medium",
    title=Text("用户证书须以强算法签发", "Certificates are signed by strong algorithms"),
    breaks=Text("以 SHA-1 或 ECDSA 签发的用户证书", "Certificates signed with SHA-1 or ECDSA"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("CASignatureAlgorithms", only(strong(case)))],
)
