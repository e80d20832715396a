"""An address in the Internet is for public data or a domain that faces it."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens


def _judge(r: Resource) -> Iterator[str]:
    if not exposure.is_public(r):
        yield f"level {r.level or '-'}, domain {r.label('domain') or '-'}"


RULE = Rule(
    id="floating-address",
    items=(
        "7.2.2-a",
        "6.5-b",
    ),
    severity="critical",
    title=Text("浮动地址仅用于公开业务或对外安全域", "A public address is for public services only"),
    why=Text(
        "给内部系统一个公网地址，等于绕过全部边界。",
        "A public address on an internal system goes round every boundary.",
    ),
    remedy=Text(
        "只给门户等公开业务，并标注 medcloud-level=1 或 medcloud-domain=dmz。",
        "Give it to public services only, labelled medcloud-level=1 or medcloud-domain=dmz.",
    ),
    types=(tokens.NETWORKING_FLOATING_IP,),
    judge=_judge,
    settings=(PUBLIC_DOMAINS,),
)
