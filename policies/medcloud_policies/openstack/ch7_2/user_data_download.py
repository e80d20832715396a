"""A server does not run what it fetched over a plain channel."""

import re
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.layers import layers

_FETCH = re.compile(
    r"\b(curl|wget|pip3?|yum|dnf|apt(-get)?|rpm|git|docker)\b.{0,300}?\b(http|ftp|git)://(?!127\.|localhost|169\.254\.)"
)
_INCLUDED = re.compile(r"\s*(http|ftp)://")
_UNVERIFIED = re.compile(
    r"\bcurl\b.{0,300}?\s(-k[a-zA-Z]*|-[a-zA-Z]*k|--insecure)(\s|$)|\bwget\b.{0,300}?--no-check-certificate"
    r"|gpgcheck\s*=\s*0|--nogpgcheck|--trusted-host"
)


def _judge(r: Resource) -> Iterator[str]:
    for place, text in layers(r.text("userData")):
        plain = (
            _INCLUDED.match if text.startswith("#include") else _FETCH.search
        )  # a list of addresses to run
        for number, line in _commands(text):
            where = f"{place} line {number}".lstrip()
            if plain(line):
                yield f"userData {where}: fetches over a plain channel"
            if _UNVERIFIED.search(line):
                yield f"userData {where}: fetches without verifying"


def _commands(text: str) -> Iterator[tuple[int, str]]:
    """Lines with the number of their first, those that go on after a backslash as one; no comments."""
    begun, first = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not begun and line.lstrip().startswith("#"):
            continue
        first = first if begun else number
        begun += line.rstrip().removesuffix("\\") + " "
        if not line.rstrip().endswith("\\"):
            yield first, begun.rstrip()
            begun = ""
    if begun:
        yield first, begun.rstrip()


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
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
