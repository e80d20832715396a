"""A server's start-up does not open logins by password or as root."""

import re
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.layers import layers

_KEY = r"(?:^|[{,\s\"'])%s[\"']?\s*:\s*[\"']?(?:%s)\b"
# Not what is looked for (grep), taken out (`/d`) or replaced: `s/PermitRootLogin yes/PermitRootLogin no/`.
_SSHD = (
    r"(?<!grep )(?<!grep -q )(?<!grep ['\"])(?<!grep -q ['\"])\b{0}[\s=]+[\"']?yes\b"
    r"(?!/d|.{{0,300}}\b{0}[\s=](?![\s=\"']*yes))"
)
_OPEN = {
    "ssh_pwauth": _KEY % ("ssh_pwauth", "true|yes|1"),
    "disable_root": _KEY % ("disable_root", "false|no|0"),
    "lock_passwd": _KEY % ("lock_passwd", "false|no|0"),
    "PasswordAuthentication": _SSHD.format("PasswordAuthentication"),
    "PermitRootLogin": _SSHD.format("PermitRootLogin"),
    "NOPASSWD": r"NOPASSWD\s*:\s*ALL",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _OPEN.items()}


def _judge(r: Resource) -> Iterator[str]:
    for place, text in layers(r.text("userData")):
        for number, line in enumerate(text.splitlines(), 1):
            if line.lstrip().startswith("#"):
                continue
            for name, pattern in _PATTERNS.items():
                if pattern.search(line):
                    yield f"userData {place} line {number}: {name}".replace("  ", " ")


RULE = Rule(
    id="user-data-login",
    items=(
        "7.2.3.2-d",
        "6.5-c",
    ),
    severity="high",
    title=Text(
        "启动配置不得开启口令登录或 root 登录",
        "A server's start-up opens no login by password or as root",
    ),
    why=Text(
        "口令登录会被日夜试探；root 登录不可追溯。",
        "Password logins are tried day and night; what root did cannot be traced.",
    ),
    remedy=Text(
        "ssh_pwauth: false、disable_root: true，用个人密钥登录。",
        "Set ssh_pwauth: false and disable_root: true; log in by personal keys.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
