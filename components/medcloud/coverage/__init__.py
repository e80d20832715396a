"""The clause matrix: computed from the code and from what its tests said, never written by hand.

``matrix(checkout())`` is all of it; ``to_json``, ``table`` and ``page`` show it.
"""

from .as_json import row_to_json, to_json
from .decider import Decider
from .deciders import deciders
from .matrix import COLUMNS, Matrix, Row, matrix
from .mentions import Mention, mentions
from .page import page
from .proofs import Proof
from .sources import checkout
from .status import STATUSES
from .text import explain, summary, table

__all__ = [
    "COLUMNS",
    "STATUSES",
    "Decider",
    "Matrix",
    "Mention",
    "Proof",
    "Row",
    "checkout",
    "deciders",
    "explain",
    "matrix",
    "mentions",
    "page",
    "row_to_json",
    "summary",
    "table",
    "to_json",
]
