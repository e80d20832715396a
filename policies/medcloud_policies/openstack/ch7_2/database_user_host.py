"""A database user comes from named hosts and sees named databases."""

from collections.abc import Iterable, Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.core.values import Node
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _users(r: Resource) -> Iterable[Node]:
    return [r] if r.type.endswith(":User") else r.nodes("users")


def _is_anywhere(host: str) -> bool:
    """Whether a host is none, wildcards only, or a prefix as wide as the world."""
    network = net.network(host)
    return not host.strip("%_.*") or (network is not None and net.is_wide(network))


def _judge(r: Resource) -> Iterator[str]:
    for user in _users(r):
        if _is_anywhere(user.text("host")):
            yield f"{user.path}host {user.text('host') or '-'}"
        if not user.count("databases"):
            yield f"{user.path}databases is empty"


RULE = Rule(
    id="database-user-host",
    items=(
        "7.2.2-b",
        "7.2.2-c",
    ),
    severity="high",
    title=Text("数据库用户须限定来源与库", "A database user has named hosts and databases"),
    why=Text("来源为 % 的用户可从任何地方登录。", "A user of host % logs in from anywhere."),
    remedy=Text(
        "host 写应用网段，databases 写具体库名。",
        "Name the application's network in host, and the databases.",
    ),
    types=(
        tokens.DATABASE_USER,
        tokens.DATABASE_INSTANCE,
    ),
    judge=_judge,
)
