"""Only words on language come with a client."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import only
from medcloud.text import Text

_LANGUAGE = ("LANG", "LANGUAGE", "LC_*", "XMODIFIERS", "TZ")
_PARTS = tuple(
    f"LC_{part}"
    for part in (
        "ADDRESS",
        "ALL",
        "COLLATE",
        "CTYPE",
        "IDENTIFICATION",
        "MEASUREMENT",
        "MESSAGES",
        "MONETARY",
        "NAME",
        "NUMERIC",
        "PAPER",
        "TELEPHONE",
        "TIME",
    )
)

control = Control(
    id="ssh-accept-env",
    clauses=("8.1.4.4-d", "8.1.4.2-d"),
    items=("6.5-c",),
    severity="low",
    title=Text("只接受客户端的语言变量", "Of a client's environment only its language is taken"),
    breaks=Text("以 SSH 传环境变量的工具", "Tools that send variables over SSH"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("AcceptEnv", only((*_LANGUAGE, *_PARTS), " "))],
)
