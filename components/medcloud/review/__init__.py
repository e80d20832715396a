"""What a change would do and which clauses it would break, for the people who review it.

``review(log, region)`` reads an engine's event log (``pulumi preview --event-log``) and gives a frozen
:class:`Review`; the modules in :mod:`medcloud.review.render` write it down, one a form. Nothing here
starts a process but :mod:`medcloud.review.preview`.
"""

from medcloud.review.errors import ReviewFailed
from medcloud.review.locations import RegionFile, region_file
from medcloud.review.reading import refused_region, review
from medcloud.review.shapes import Change, Clause, Remark, Review, RuleCount

__all__ = [
    "Change",
    "Clause",
    "RegionFile",
    "Remark",
    "Review",
    "ReviewFailed",
    "RuleCount",
    "refused_region",
    "region_file",
    "review",
]
