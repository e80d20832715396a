"""Evidence: what only documents can show, the parts list, and the ledger of every judgement.

``missing(facts, Store(folder), today)`` says what refuses `up` in mandatory mode, ``survey`` shows all slots.
"""

from medcloud.evidence.add import add
from medcloud.evidence.due import WARN_DAYS, SlotState, Survey, explain, missing, survey
from medcloud.evidence.facts import Hosts, RegionFacts
from medcloud.evidence.parts import Part, Shares, shares
from medcloud.evidence.record import Record
from medcloud.evidence.slots import Slot
from medcloud.evidence.software import Software
from medcloud.evidence.store import Judged, Store

__all__ = [
    "WARN_DAYS",
    "Hosts",
    "Judged",
    "Part",
    "Record",
    "RegionFacts",
    "Shares",
    "Slot",
    "SlotState",
    "Software",
    "Store",
    "Survey",
    "add",
    "explain",
    "missing",
    "shares",
    "survey",
]
