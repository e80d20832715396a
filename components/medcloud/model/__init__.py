"""The region file: read, checked against the standard, and frozen.

``load(path)`` gives a :class:`Region` or raises :class:`RegionRefused` or :class:`RegionUnreadable`,
each with all findings at once.
"""

from .about import About
from .domain import Domain
from .existing import Existing
from .findings import Finding, RegionError, RegionRefused, RegionUnreadable, Words
from .identity import Identity
from .image import Image
from .kinds import KINDS, Kind
from .networks import Networks, VniRange
from .places import Centre, ExistingNetwork, Site, Tenant
from .pool import Pool
from .reading import load, parse
from .region import Region
from .schema import json_schema
from .starter import Answers, starter, trouble
from .storage import Archive, Storage, Tier
from .workload import OUTSIDE, Size, Workload

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
