"""The clause matrix: computed from the code and from what its tests said, never written by hand.

``matrix(checkout())`` is all of it; ``to_json``, ``table`` and ``page`` show it.
"""

from medcloud.coverage.as_json import row_to_json, to_json
from medcloud.coverage.decider import Decider
from medcloud.coverage.deciders import deciders
from medcloud.coverage.matrix import COLUMNS, Matrix, Row, matrix
from medcloud.coverage.mentions import Mention, mentions
from medcloud.coverage.page import page
from medcloud.coverage.proofs import Proof
from medcloud.coverage.sources import checkout
from medcloud.coverage.status import STATUSES
from medcloud.coverage.text import explain, summary, table

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
