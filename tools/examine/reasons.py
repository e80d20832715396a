"""Why a finding that is left is left (reasons.yaml): by examiner, id of the finding, kind of host, system."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

FILE = Path(__file__).with_name("reasons.yaml")
KINDS = ("waived-by-design", "not-applicable")
EXAMINERS = ("openscap", "lynis", "ssh-audit")
HOST_KINDS = ("", "namespace", "uml", "emulator")


class Reason(NamedTuple):
    """`only`: the kind of host that it holds for; `systems`: where it holds; both empty for all.

    `text`: what the finding must say, where an examiner has many findings of one id.
    """

    kind: str
    zh: str
    en: str
    only: str = ""
    systems: tuple[str, ...] = ()
    text: str = ""

    def holds(self, host_kind: str, system: str) -> bool:
        """Whether it is said of such a host."""
        return self.only in ("", host_kind) and (not self.systems or system in self.systems)


class Reasons(dict[str, dict[str, tuple[Reason, ...]]]):
    """Examiner -> id -> its reasons, one where a list would be of one: kinds of hosts may differ in why."""

    def find(self, examiner: str, id_: str, host_kind: str, system: str, text: str = "") -> Reason | None:
        """The reason that covers a finding, or all of an id when no text is given, on such a host."""
        rows = self.get(examiner, {}).get(id_, ())
        return next((r for r in rows if r.holds(host_kind, system) and r.text in text), None)


def load(path: Path | None = None) -> Reasons:
    """All reasons. ValueError names each entry that is not whole or is there twice."""
    path = path or FILE
    loader = _Loader(path.read_text("utf-8"))
    try:
        data = loader.get_single_data()
    finally:
        loader.dispose()
    found, wrong = Reasons(), list(loader.twice)
    for examiner, rows in data.items():
        for id_, row in rows.items():
            try:
                each = row if isinstance(row, list) else [row]
                found.setdefault(examiner, {})[id_] = tuple(_reason(examiner, one) for one in each)
            except (TypeError, ValueError) as error:
                wrong.append(f"{examiner}: {id_}: {error}")
    if wrong:
        raise ValueError(f"{path.name}: {'; '.join(wrong)}")
    return found


def _reason(examiner: str, row: dict[str, Any]) -> Reason:
    reason = Reason(**{**row, "systems": tuple(row.get("systems", ()))})
    if examiner not in EXAMINERS:
        raise ValueError("no such examiner")
    if reason.kind not in KINDS:
        raise ValueError(f"kind is {reason.kind}")
    if reason.only not in HOST_KINDS:
        raise ValueError(f"only is {reason.only}")
    if not str(reason.zh).strip() or not str(reason.en).strip():
        raise ValueError("no words")
    return reason


class _Loader(yaml.SafeLoader):
    """Notes keys that are there twice, of which YAML would keep the last."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.twice: list[str] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """As ever."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                self.twice.append(f"{key.value} is there twice, line {key.start_mark.line + 1}")
            seen.add(key.value)
        return super().construct_mapping(node, deep)
