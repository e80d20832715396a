"""Why a finding that is left is left (reasons.yaml): by examiner, id of the finding, kind of host."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_name("reasons.yaml")
KINDS = ("design", "not-applicable")


class Reason(NamedTuple):
    """`kind`: waived by design, or not applicable; `only`: the kind of host, empty for all."""

    kind: str
    why: str
    only: str = ""


def reasons() -> dict[str, dict[str, Reason]]:
    """Examiner -> id -> reason. ValueError names an entry that is not whole."""
    found: dict[str, dict[str, Reason]] = {}
    for examiner, rows in yaml.safe_load(FILE.read_text("utf-8")).items():
        for id_, row in rows.items():
            reason = Reason(**row)
            if reason.kind not in KINDS or not reason.why:
                raise ValueError(f"{FILE.name}: {examiner}: {id_}")
            found.setdefault(examiner, {})[id_] = reason
    return found


def reason(examiner: str, id_: str, host_kind: str) -> Reason | None:
    """The reason that covers a finding on a host of that kind."""
    found = reasons().get(examiner, {}).get(id_)
    return found if found and found.only in ("", host_kind) else None
