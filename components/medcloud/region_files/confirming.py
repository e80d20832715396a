"""``region.confirm.yaml``: who answers for what a change destroys or opens, by name of each change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from medcloud.crypto import Fields, Refused
from medcloud.region_files.paths import region_path
from medcloud.text import Complaint, Finding, Refusal, Text

CONFIRM_FORMAT = "confirmations/1"
_FIELDS = ("change", "reason", "by")


class ConfirmationsRefused(Refusal):
    """The file confirms nothing; ``findings`` holds all that is wrong with it."""


@dataclass(frozen=True)
class Confirmed:
    """An entry of the file."""

    change: str
    """Id of a change, as ``medcloud diff`` names it."""
    reason: str
    by: str
    """Who answers for it."""
    line: int = 0
    """From 1."""


def confirm_path(region_file: Path) -> Path:
    """``region.yaml`` to ``region.confirm.yaml`` beside it."""
    path = region_path(region_file)
    return path.parent / f"{path.stem}.confirm.yaml"


def read_confirmed(file: Path) -> tuple[Confirmed, ...]:
    """The entries of a file; none when there is no file. ConfirmationsRefused when it is not good."""
    try:
        return parse_confirmed(file.read_bytes(), str(file))
    except FileNotFoundError:
        return ()


def parse_confirmed(text: bytes, name: str) -> tuple[Confirmed, ...]:
    """The entries of a text; everything that is wrong is said at once."""
    try:
        top = Fields.parse(text, name, ("medcloud", "confirm"))
        if top.text("medcloud") != CONFIRM_FORMAT:
            raise top.error(
                "medcloud",
                Complaint(
                    Text("不是确认文件", "not a file of confirmations"),
                    Text(f"首行写 medcloud: {CONFIRM_FORMAT}", f"begin with medcloud: {CONFIRM_FORMAT}"),
                ),
            )
        entries = top.sections("confirm", _FIELDS)
    except Refused as error:
        raise ConfirmationsRefused(*error.findings) from None
    found: dict[str, Confirmed] = {}
    wrong: list[Finding] = []
    for entry in entries:
        try:
            one = Confirmed(entry.text("change"), entry.text("reason"), entry.text("by"), entry.place().line)
        except Refused as error:
            wrong += error.findings
            continue
        if one.change in found:
            twice = Text(f"{one.change} 确认了两次", f"{one.change} is confirmed twice")
            wrong.append(Finding(entry.place(), twice, Text("只留一条", "keep one of them")))
        found[one.change] = one
    if wrong:
        raise ConfirmationsRefused(*wrong)
    return tuple(found.values())
