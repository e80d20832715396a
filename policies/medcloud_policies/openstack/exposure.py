"""What a security group rule opens, and the one exposure to the world that is allowed.

Allowed from anywhere: TCP 443 alone, on a rule whose description says that it serves public data
(`medcloud-level=1`) or belongs to a security domain that may face the Internet (`medcloud-domain=dmz`; the
domains are a setting). Plain HTTP is not: a redirect to HTTPS belongs on the load balancer.
"""

from __future__ import annotations

from medcloud.standard.ports import HTTPS
from medcloud.standard.words import PUBLIC_LEVEL
from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource
from medcloud_policies.core.values import Node
from medcloud_policies.reading import net


def ports(rule: Node) -> tuple[int, int]:
    """The ports a security group rule opens; left out (or 0) means all."""
    first, last = rule.number("portRangeMin"), rule.number("portRangeMax")
    if not first and not last:
        return 0, 65535
    start = last if first is None else first
    return int(start or 0), int(max(start or 0, last or 0))


def is_direction(r: Resource, direction: str) -> bool:
    """Whether a rule is of this direction."""
    return r.word("direction") == direction


def is_open(r: Resource) -> bool:
    """Whether a security group rule's far end is the world: by a short prefix, or by naming none."""
    if r.has("remoteGroupId") or r.has("remoteAddressGroupId"):
        return False
    prefix = r.text("remoteIpPrefix")
    return not prefix or net.is_wide(net.network(prefix))


def is_public_https(r: Resource) -> bool:
    """Whether a rule opens TCP 443 alone, for what may face the Internet."""
    tcp = net.protocol(r.word("protocol")) == "tcp"
    return tcp and ports(r) == (HTTPS, HTTPS) and is_public(r)


def is_public(r: Resource) -> bool:
    """Whether a resource's labels say that it may face the Internet: public data, or a domain that does."""
    domains = {domain.casefold() for domain in r.settings.get(PUBLIC_DOMAINS)}
    return r.level == PUBLIC_LEVEL or r.label("domain").casefold() in domains


def told(r: Resource) -> str:
    """A security group rule in words: its far end, protocol and ports."""
    first, last = ports(r)
    remote = r.text("remoteIpPrefix") or "any"
    return f"{remote} {net.protocol(r.word('protocol')) or 'any'} {first}-{last}"
