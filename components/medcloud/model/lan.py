"""A tenant's own LAN: where its staff are, and whom ``intranet`` means at its workloads (6.1.3-b)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from medcloud.model.base import Model
from medcloud.model.prefix import Gateway, Net, Prefix
from medcloud.text import Text

if TYPE_CHECKING:
    from medcloud.model.region import Region

INTRANET = "intranet"
"""The caller that stands for staff."""
_LAN = "lan:"
TRANSLATED = Text(
    "由该机构的路由器一对一转换地址（NETMAP），此处写转换后的网段",
    "have the institution's router translate it one to one (NETMAP), and write here what it is seen as",
)
"""The way out where two institutions use the same addresses."""


class Lan(Model):
    """The networks of a tenant's staff, as the region sees them."""

    prefixes: tuple[Prefix, ...] = Field(min_length=1)
    """Those that the hospital translates at its own router as translated; the region stays clear of them."""
    by: Literal["line", "vpn"] = "line"
    """How it is reached: a line of its own, or a VPN to each router with workloads for its staff."""
    gateway: Gateway | None = None
    """Outside address of its end of the VPN (7.2.1-b)."""


def lan_of(region: Region, workload: str) -> Lan | None:
    """The LAN of a workload's tenant; None where the tenant names none."""
    tenant = region.tenants.get(region.tenant_of(workload))
    return tenant.lan if tenant else None


def staff(region: Region, workload: str) -> tuple[Net, ...]:
    """Whom ``intranet`` means at a workload: staff in its tenant's LAN, else the region's intranet."""
    lan = lan_of(region, workload)
    return lan.prefixes if lan else region.networks.staff


def lan_id(tenant: str) -> str:
    """What a tenant's LAN is called among workloads and partners: ``lan:h01``."""
    return f"{_LAN}{tenant}"


def tenant_of_lan(id_: str) -> str | None:
    """The tenant whose LAN is called so; None for all else."""
    return id_.removeprefix(_LAN) if id_.startswith(_LAN) else None


def lans(region: Region) -> dict[str, Lan]:
    """LANs by that id, in file order."""
    return {lan_id(id_): tenant.lan for id_, tenant in region.tenants.items() if tenant.lan}
