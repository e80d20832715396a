"""The clause matrix: computed from the code and from what its tests said, never written by hand.

``matrix(checkout())`` is all of it; ``to_json``, ``table`` and ``page`` show it.
"""

from medcloud.matrix.as_json import row_to_json, to_json
from medcloud.matrix.decider import Decider
from medcloud.matrix.deciders import deciders
from medcloud.matrix.matrix import COLUMNS, Matrix, Row, matrix
from medcloud.matrix.mentions import Mention, mentions
from medcloud.matrix.page import page
from medcloud.matrix.proofs import Proof
from medcloud.matrix.sources import checkout
from medcloud.matrix.status import STATUSES
from medcloud.matrix.text import explain, summary, table

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
