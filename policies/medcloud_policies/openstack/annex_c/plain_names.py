"""Names are plain ASCII, so that two that look alike are alike."""

import re
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@/:+ -]*")


def _judge(r: Resource) -> Iterator[str]:
    name = r.text("name")
    if name and not _PLAIN.fullmatch(name):
        strange = next((c for c in name if not _PLAIN.fullmatch("a" + c)), name[0])
        yield f"name has U+{ord(strange):04X} at {name.index(strange)}"


RULE = Rule(
    id="plain-names",
    items=("7.2.2-b",),
    severity="low",
    title=Text("资源名称须为 ASCII 标识符", "Names are plain ASCII"),
    why=Text(
        "全角字符与形近字能造出看似相同的名字。",
        "Full-width characters and look-alikes make names that seem the same.",
    ),
    remedy=Text(
        "名称用字母、数字、点、横线、下划线；中文写进 description。",
        "Use letters, digits, dots, dashes and underscores; write Chinese into description.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.NETWORKING_NETWORK,
        tokens.NETWORKING_SEC_GROUP,
        tokens.IDENTITY_PROJECT,
        tokens.IDENTITY_USER,
    ),
    judge=_judge,
)
