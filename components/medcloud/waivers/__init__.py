"""Waivers: signed, dated exceptions from rules, in a file beside the stack (docs/evidence.md).

``load_waivers(path, trust=…, today=…)`` refuses what is expired, unsigned, over-broad or may not be waived;
``Waivers.cover_rule(items, urn, level)`` says whether a violation is excused, and by which waivers. One may
also be for places of a region file: what is made of these it excuses too.
"""

from medcloud.waivers.load import WaiverRefused, check_waivers, load_waivers
from medcloud.waivers.waiver import NONE, Made, Use, Waiver, Waivers

__all__ = ["NONE", "Made", "Use", "Waiver", "WaiverRefused", "Waivers", "check_waivers", "load_waivers"]
