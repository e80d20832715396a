"""Logs name the address itself, which no name server can forge."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-dns",
    clauses=("8.1.4.3-b",),
    items=("7.2.3.4.2-c",),
    severity="low",
    title=Text("日志记真实地址，不依赖域名解析", "Logs name addresses, not names that can be forged"),
    breaks=Text("按主机名写的 Match 与 from= 规则", "Match and from= rules that use host names"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("UseDNS", word("no"))],
)
