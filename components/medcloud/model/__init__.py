"""The region file: read, checked against the standard, and frozen.

``load(path)`` gives a :class:`Region` or raises :class:`RegionRefused` or :class:`RegionUnreadable`,
each with all findings at once.
"""

from medcloud.model.callers import OUTSIDE
from medcloud.model.domain import Domain
from medcloud.model.existing import Existing
from medcloud.model.findings import RegionError, RegionRefused, RegionUnreadable
from medcloud.model.header import About
from medcloud.model.identity import Identity
from medcloud.model.image import Image
from medcloud.model.kinds import KINDS, Kind
from medcloud.model.networks import Networks, VniRange
from medcloud.model.pool import Pool
from medcloud.model.reading import load, parse
from medcloud.model.region import Region
from medcloud.model.schema import json_schema
from medcloud.model.starter import Answers, starter, trouble
from medcloud.model.storage import Archive, Storage, Tier
from medcloud.model.topology import Centre, ExistingNetwork, Site, Tenant
from medcloud.model.workload import Size, Workload

__all__ = [
    "KINDS",
    "OUTSIDE",
    "About",
    "Answers",
    "Archive",
    "Centre",
    "Domain",
    "Existing",
    "ExistingNetwork",
    "Finding",
    "Identity",
    "Image",
    "Kind",
    "Networks",
    "Pool",
    "Region",
    "RegionError",
    "RegionRefused",
    "RegionUnreadable",
    "Site",
    "Size",
    "Storage",
    "Tenant",
    "Tier",
    "VniRange",
    "Words",
    "Workload",
    "json_schema",
    "load",
    "parse",
    "starter",
    "trouble",
]
