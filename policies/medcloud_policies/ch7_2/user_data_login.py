"""A server's start-up does not open logins by password or as root."""

import re
from collections.abc import Iterator

from medcloud_policies.carried import layers
from medcloud_policies.rule import Resource, Rule, Text

_OPEN = {
    "ssh_pwauth": re.compile(r"^\s*ssh_pwauth\s*:\s*[\"']?(true|yes|1)\b", re.IGNORECASE),
    "disable_root": re.compile(r"^\s*disable_root\s*:\s*[\"']?(false|no|0)\b", re.IGNORECASE),
    "lock_passwd": re.compile(r"^\s*(- )?lock_passwd\s*:\s*[\"']?(false|no|0)\b", re.IGNORECASE),
    "PasswordAuthentication": re.compile(r"\bPasswordAuthentication\s+yes\b", re.IGNORECASE),
    "PermitRootLogin": re.compile(r"\bPermitRootLogin\s+yes\b", re.IGNORECASE),
    "NOPASSWD": re.compile(r"NOPASSWD\s*:\s*ALL"),
}


def _judge(r: Resource) -> Iterator[str]:
    for place, text in layers(r.text("userData")):
        for number, line in enumerate(text.splitlines(), 1):
            for name, pattern in _OPEN.items():
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
    types=("openstack:compute/instance:Instance",),
    judge=_judge,
)
