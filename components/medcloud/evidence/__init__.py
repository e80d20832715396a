"""Evidence: what only documents can show, the parts list, and the ledger of every judgement.

``missing(facts, Store(folder), today)`` says what refuses `up` in mandatory mode, ``survey`` shows all slots.
"""

from .add import add
from .due import WARN_DAYS, SlotState, Survey, explain, missing, survey
from .facts import Hosts, RegionFacts
from .parts import Part, Shares, shares
from .record import Record
from .slots import Slot
from .software import Software
from .store import Judged, Store

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
