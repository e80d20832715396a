"""The ledger: every judgement, appended, chained by SM3, its heads signed with SM2 (docs/evidence.md).

A ledger is a folder: ``entries.jsonl``, one entry a line, and ``heads/*.yaml``, signed statements of how many
entries there are and of their Merkle root. ``append(folder, kind, data)`` adds an entry, ``sign_head`` signs,
``verify`` finds every tampering, ``prove`` shows that one entry is in it.
"""

from medcloud.evidence.ledger.append import append
from medcloud.evidence.ledger.entry import Entry
from medcloud.evidence.ledger.head import Head, sign_head
from medcloud.evidence.ledger.proof import prove
from medcloud.evidence.ledger.verify import Report, verify

__all__ = ["Entry", "Head", "Report", "append", "prove", "sign_head", "verify"]
