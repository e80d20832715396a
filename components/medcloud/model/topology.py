"""Sites, the tenants who share them, and the centres in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictInt, StrictStr

from medcloud.model.base import Model
from medcloud.model.existing import Existing
from medcloud.model.lan import Lan
from medcloud.model.networks import LONGEST_CENTRE
from medcloud.model.prefix import Prefix4, Prefix6
from medcloud.model.quota import Quota
from medcloud.model.refuse import refuse
from medcloud.model.scalars import Flag, Id, Key, Name
from medcloud.model.storage import TierId
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.printable import shown

NetworkId = Annotated[
    StrictStr,
    Key(
        r"^[a-z][a-z0-9-]{0,30}(/[a-z][a-z0-9-]{0,30})?$",
        "写安全域，或 租户/安全域，如 core 或 group/core",
        "write a domain, or tenant/domain, e.g. core or group/core",
    ),
]
Role = Literal["active", "recovery", "public", "edge"]
PrefixLength = Annotated[StrictInt, Field(ge=9, le=LONGEST_CENTRE[4])]


@decides("6.2.1-b")
def _zone(text: str) -> str:
    if ":" not in text:
        return text
    zone = text.partition(":")[0].strip()
    raise refuse(
        Text(f"“{shown(text)}”指明了某台主机", f"“{shown(text)}” names a host"),
        Text(f"写 {zone}" if zone else "写可用区", f"write {zone}" if zone else "write the zone alone"),
        item="6.2.1-b",
        instead=zone or None,
    )


Zone = Annotated[Name, AfterValidator(_zone)]


def _cloud(text: str) -> str:
    if re.fullmatch(r"[\w][\w.+@ -]*", text):
        return text
    raise refuse(
        Text(f"“{shown(text)}”不能作云的名称", f"“{shown(text)}” cannot be the name of a cloud"),
        Text("只用字母、数字、空格与 . _ - + @", "use letters, digits, blanks and . _ - + @ only"),
    )


CloudName = Annotated[Name, AfterValidator(_cloud)]


class Site(Model):
    """A place on the map."""

    name: Name
    city: Id
    """City, e.g. ``guangzhou``; two centres are of one city when these are equal."""


class Tenant(Model):
    """An institution with networks of its own."""

    name: Name
    project: Existing | None = None
    """The project of it that exists; without one, the project of the credentials is used."""
    ip: Literal["both", "v6"] | None = None
    """Address families (B.1-c): ``both``: its balancers have an IPv6 address beside the IPv4 one; ``v6``: its
    networks have IPv6 alone. Default: servers have both, balancers IPv4."""
    quota: Quota | None = None
    """What its project may have; an administrator sets it."""
    lan: Lan | None = None
    """Where its own staff are: whom ``intranet`` means at its workloads. Default: ``networks.intranet``."""
    was: Id | None = None
    """The identifier that it had before: what is up stays, with its addresses and its names in the cloud."""


class ExistingNetwork(Existing):
    """A network that exists already, with its prefixes: addresses are planned within them."""

    ipv4: Prefix4
    ipv6: Prefix6 | None = None


class Centre(Model):
    """A data centre, or a public or edge location (A.1-b)."""

    name: Name | None = None
    """Display name, where that of its site does not say which of several it is."""
    role: Role
    site: Id
    cloud: CloudName
    """Entry of clouds.yaml."""
    region: Name
    """OpenStack region name."""
    zone: Zone
    """Availability zone of computes and volumes."""
    admin: CloudName | None = None
    """Entry of clouds.yaml with administrator rights, for flavors and volume types; default: ``cloud``."""
    external: Name | None = None
    """External network of routers, VPN services and floating addresses."""
    vpn: Flag = True
    """Whether the cloud runs a VPN service here; without one no data may pass to other centres (7.2.1-b)."""
    dns: Flag = False
    """Whether the region's names are kept in this cloud's DNS service too, beside the first active centre's,
    so that they outlive it."""
    ipv4: Prefix4 | None = None
    """Block of this centre instead of one cut from ``networks.ipv4``."""
    ipv6: Prefix6 | None = None
    """Block of this centre instead of one cut from ``networks.ipv6``."""
    prefix_length: PrefixLength | None = None
    """How long a prefix of ``networks.ipv4`` a small centre is given, up to 24, instead of a sixteenth of it;
    in IPv6 a /56. A centre in the lock stays where it is."""
    networks: Mapping[NetworkId, ExistingNetwork] = {}
    """Networks that exist, by ``domain`` or ``tenant/domain``."""

    backends: Mapping[TierId, Name] = {}
    """Cinder backend (``volume_backend_name``) of each tier; without any the cloud's scheduler chooses."""

    @property
    def admin_cloud(self) -> str:
        """Entry of clouds.yaml for what needs administrator rights."""
        return self.admin or self.cloud

    def network(self, tenant: str, domain: str) -> ExistingNetwork | None:
        """The network that exists for a tenant's security domain, if one is named."""
        return self.networks.get(f"{tenant}/{domain}") or self.networks.get(domain)
