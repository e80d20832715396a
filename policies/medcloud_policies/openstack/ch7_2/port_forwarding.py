"""A port forwarded from the Internet is HTTPS of a public service."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    https = r.number("externalPort") == 443 and net.protocol(r.word("protocol")) == "tcp"
    if not https:
        yield f"externalPort {r.text('externalPort')} {r.word('protocol')}"
    if not exposure.is_public(r):
        yield "not labelled as a public service"


RULE = Rule(
    id="port-forwarding",
    items=(
        "7.2.2-a",
        "6.5-b",
    ),
    severity="high",
    title=Text("端口转发只限公开业务的 HTTPS", "A forwarded port is HTTPS of a public service"),
    why=Text(
        "转发 SSH 或数据库端口，等于把内部主机放到互联网上。",
        "Forwarding SSH or a database puts an inner host into the Internet.",
    ),
    remedy=Text(
        "externalPort 用 443、protocol 用 tcp，并在 description 标注 medcloud-level=1 或 DMZ 域。",
        "Use externalPort 443 and tcp, and label the description medcloud-level=1 or a DMZ.",
    ),
    types=(tokens.NETWORKING_PORT_FORWARDING_V2,),
    judge=_judge,
    settings=(PUBLIC_DOMAINS,),
)
