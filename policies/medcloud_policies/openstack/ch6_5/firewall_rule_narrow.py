"""A firewall rule that allows names what it allows."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    if r.word("action") != "allow" or not r.flag("enabled", default=True):
        return
    source, target = r.text("sourceIpAddress"), r.text("destinationIpAddress")
    anywhere = [not text or net.is_wide(net.network(text)) for text in (source, target)]
    ports = net.port_span(r.text("destinationPort"))
    protocol = net.protocol(r.word("protocol"))
    told = f"{source or 'any'} to {target or 'any'} {protocol or 'any'} {ports[0]}-{ports[1]}"
    if all(anywhere) or (any(anywhere) and (protocol not in ("tcp", "udp") or net.is_any_port(ports))):
        yield f"allows {told}"
    elif anywhere[0] and (protocol, ports) != ("tcp", (443, 443)):
        yield f"allows the world: {told}"


RULE = Rule(
    id="firewall-rule-narrow",
    items=(
        "6.5-b",
        "7.2.2-a",
        "A.1-c",
    ),
    severity="critical",
    title=Text(
        "防火墙放行规则须写明来源、目的与端口",
        "A firewall rule that allows names source, target and port",
    ),
    why=Text(
        "“任意到任意放行”的边界防火墙等于没有。",
        "A perimeter firewall that allows anything to anything is none.",
    ),
    remedy=Text(
        "写明 sourceIpAddress、destinationIpAddress 与 destinationPort；对全网只放行到指定地址的 TCP 443。",
        "Name source, destination and port; from the world allow only TCP 443 to a named target.",
    ),
    types=(tokens.FIREWALL_RULE_V2,),
    judge=_judge,
)
