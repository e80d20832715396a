"""Data of level 3 and above is on volumes, not on a host's own disk."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str | Violation]:
    database = r.label("kind").casefold() == "database"
    for device in r.nodes("blockDevices"):
        local = device.word("destinationType") in ("", "local")
        data = device.word("sourceType") == "blank" and device.word("guestFormat") != "swap"
        if local and data and (needs_encryption(r) or database):
            live = ("7.3.2.2-a",) if database else ()
            yield Violation(r, f"{device.path}destinationType local", ("7.3.2.3-a", *live))
    if database and not r.count("blockDevices"):
        yield "a database boots from a host's own disk"


RULE = Rule(
    id="no-local-data",
    items=(
        "7.3.2.3-a",
        "7.3.2.2-a",
    ),
    severity="high",
    title=Text(
        "三级及以上数据不得放在本地临时盘",
        "Data of level 3 and above is not on a host's own disk",
    ),
    why=Text(
        "本地盘随物理机故障或迁移消失，也不加密。",
        "A host's own disk is lost with the host, and it is not encrypted.",
    ),
    remedy=Text(
        "数据盘的 destinationType 用 volume。",
        "Use destinationType volume for data disks.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
