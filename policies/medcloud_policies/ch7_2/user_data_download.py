"""A server does not run what it fetched over a plain channel."""

import re
from collections.abc import Iterator

from medcloud_policies.carried import layers
from medcloud_policies.rule import Resource, Rule, Text

_FETCH = re.compile(
    r"\b(curl|wget|pip3?|yum|dnf|apt(-get)?|rpm|git|docker)\b.*\b(http|ftp)://(?!127\.|localhost)"
)
_UNVERIFIED = re.compile(
    r"\bcurl\b.*\s(-k|--insecure)\b|\bwget\b.*--no-check-certificate|gpgcheck\s*=\s*0|--nogpgcheck|--trusted-host"
)


def _judge(r: Resource) -> Iterator[str]:
    for place, text in layers(r.text("userData")):
        for number, line in enumerate(text.splitlines(), 1):
            where = f"{place} line {number}".lstrip()
            if _FETCH.search(line):
                yield f"userData {where}: fetches over a plain channel"
            if _UNVERIFIED.search(line):
                yield f"userData {where}: fetches without verifying"


RULE = Rule(
    id="user-data-download",
    items=(
        "7.2.1-b",
        "7.1.2.4-c",
    ),
    severity="high",
    title=Text(
        "启动脚本不得经明文通道下载并执行",
        "A server's start-up does not fetch what it runs over a plain channel",
    ),
    why=Text("途中被换掉的脚本以 root 身份运行。", "A script exchanged on the way runs as root."),
    remedy=Text(
        "用 https:// 的内部仓库，并校验签名。",
        "Use an inner repository by https:// and verify signatures.",
    ),
    types=("openstack:compute/instance:Instance",),
    judge=_judge,
)
