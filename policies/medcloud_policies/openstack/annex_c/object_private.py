"""What is in a container is read by named projects; only public data by everybody."""

import re
from collections.abc import Iterator

from medcloud.standard.words import PUBLIC_LEVEL
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

# Swift's four words for what a browser says of where it comes from, which anybody can say; `-` takes away.
_REFERRER = re.compile(r"\.r(ef(err?er)?)?\s*:(?!\s*-)")


def _judge(r: Resource) -> Iterator[str]:
    for entry in r.word("containerRead").split(","):
        everybody = _REFERRER.match(entry.strip()) or entry.strip().startswith((".rlistings", "*:*"))
        if everybody and r.level != PUBLIC_LEVEL:
            yield f"containerRead {entry.strip()}, level {r.level or '-'}"
    if any("read" in key.casefold() and _REFERRER.search(value) for key, value in r.node("metadata").items()):
        yield "metadata opens it to everybody"


RULE = Rule(
    id="object-private",
    items=(
        "7.2.2-b",
        "C.2-a",
        "C.2-b",
        "C.2-c",
        "C.2-d",
    ),
    severity="critical",
    title=Text("对象容器不得对所有人可读", "Object containers are not readable by everybody"),
    why=Text(
        "“.r:*”使任何人凭地址就能下载。",
        'With ".r:*" anybody who knows the address downloads it.',
    ),
    remedy=Text(
        "containerRead 写“项目:用户”；仅 medcloud-level=1 的容器可公开。",
        "Write project:user into containerRead; only level 1 containers are public.",
    ),
    types=(
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.OBJECTSTORAGE_ACCOUNT_V1,
    ),
    judge=_judge,
)
