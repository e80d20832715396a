"""An account belongs to one person or one system, and its name says so."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_SHARED = ("shared", "public", "guest", "test", "temp", "tmp", "demo", "admin", "root", "user", "operator")


def _judge(r: Resource) -> Iterator[str]:
    words = r.word("name").replace("_", "-").replace(".", "-").split("-")
    if any(word.rstrip("0123456789") in _SHARED for word in words) and not r.label("owner"):
        yield f"name {r.text('name')}"


RULE = Rule(
    id="user-personal",
    items=(
        "7.2.3.1-a",
        "7.2.3.3-a",
    ),
    severity="medium",
    title=Text("账户须归属于个人或单一系统", "An account belongs to one person or one system"),
    why=Text(
        "共用账户的操作追溯不到自然人。",
        "What a shared account did cannot be traced to a person.",
    ),
    remedy=Text(
        "改用个人账户；系统账户在 description 写明系统与负责人（medcloud-owner）。",
        "Use personal accounts; name a system account's owner (medcloud-owner) in description.",
    ),
    types=(tokens.IDENTITY_USER,),
    judge=_judge,
)
