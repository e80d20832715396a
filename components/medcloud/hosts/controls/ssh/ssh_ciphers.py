"""Only strong ciphers for SSH."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import only
from medcloud.text import Text

_GOOD = (
    # SM first, where the host offers it
    "sm4-gcm",
    "sm4-ctr",
    "aes256-gcm@openssh.com",
    "aes128-gcm@openssh.com",
    "aes256-ctr",
    "aes192-ctr",
    "aes128-ctr",
)


def _settings(case: Case) -> list[SshdOption]:
    offered = case.state.ssh_offers.get("cipher", ())
    return [SshdOption("Ciphers", only(name for name in _GOOD if name in offered))]


control = Control(
    id="ssh-ciphers",
    clauses=("8.1.4.1-c", "8.1.4.8-a", "8.1.2.2-b"),
    items=("7.2.1-b", "7.2.1-c"),
    severity="high",
    title=Text("SSH 只用强对称算法", "SSH uses strong ciphers only"),
    breaks=Text("只会旧算法的客户端", "Clients that know only old algorithms"),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
