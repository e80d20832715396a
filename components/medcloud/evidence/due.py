"""What is filled, what runs out, what is missing; and what refuses `up` in mandatory mode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from medcloud.crypto import Refused
from medcloud.evidence.facts import RegionFacts
from medcloud.evidence.parts import judge_fit, judge_shares
from medcloud.evidence.slots import Slot, slots
from medcloud.evidence.software import judge_software
from medcloud.evidence.store import Judged, Store
from medcloud.standard.decides import decides
from medcloud.text import Finding, Place, Text

WARN_DAYS = 30
State = Literal["good", "due", "expired", "refused", "demo", "empty"]


@dataclass(frozen=True)
class SlotState:
    """A slot and the best record for it."""

    slot: Slot
    state: State
    judged: Judged | None


@dataclass(frozen=True)
class Survey:
    """All slots of a region, and what is wrong apart from them."""

    states: tuple[SlotState, ...]
    lists: tuple[Finding, ...]
    """Of the parts and software lists."""
    records: tuple[Finding, ...]
    """Of records: refused ones, and ones that fit nothing in the region."""


def survey(
    facts: RegionFacts, store: Store, today: date, *, demo: bool = False, warn_days: int = WARN_DAYS
) -> Survey:
    """Judge a region's evidence; `demo` lets records count that say they are for a demonstration.

    Refused when the lists or the trust folder cannot be read.
    """
    parts, software = store.parts, store.software
    all_slots, absent = slots(facts, parts, software)
    place = Place(str(store.folder / "parts.csv"))
    lists = [
        *judge_shares(parts, place),
        *judge_fit(parts, facts, place),
        *judge_software(software, facts, Place(str(store.folder / "software.csv"))),
        *absent,
    ]
    judged = store.judge(today) if store.trust else []
    by_key: dict[tuple[str, str, str], list[Judged]] = {}
    for entry in judged:
        if entry.record:
            by_key.setdefault(entry.record.key, []).append(entry)
    keys = {slot.key for slot in all_slots}
    unfit = [_unfit(entry) for entry in judged if entry.record and entry.record.key not in keys]
    faults = [finding for entry in judged for finding in entry.findings]
    states = [_state(slot, by_key.get(slot.key, []), today, demo, warn_days) for slot in all_slots]
    return Survey(tuple(states), tuple(lists), (*faults, *unfit))


@decides("7.1.1.4-d")
def missing(facts: RegionFacts, store: Store, today: date, *, demo: bool = False) -> tuple[Finding, ...]:
    """Everything that refuses `up` in mandatory mode; empty: it may go up.

    Slots of obligatory items that are empty, expired, refused or only filled for a demonstration; records
    that are refused or fit nothing in the region; lists that do not fit or break 7.1.1.4-d.
    """
    try:
        found = survey(facts, store, today, demo=demo)
    except Refused as error:
        return error.findings
    open_ = [
        explain(state)
        for state in found.states
        if state.slot.shall and state.state not in ("good", "due", "refused")  # refused: said by its record
    ]
    return (*found.lists, *found.records, *open_)


def explain(state: SlotState) -> Finding:
    """A slot that is not good, as a finding."""
    slot = state.slot
    record = state.judged.record if state.judged else None
    until = record.valid_until if record else None
    zh, en = {
        "empty": ("缺少", "is missing"),
        "expired": (f"已于 {until} 到期：", f"expired on {until}"),
        "due": (f"将于 {until} 到期：", f"expires on {until}"),
        "demo": ("只有演示件：", "is there for a demonstration only"),
        "refused": ("不可采信：", "cannot be relied on"),
        "good": ("有效：", "is good"),
    }[state.state]
    return Finding(
        Place(str(state.judged.path))
        if state.judged
        else Place(path=f"{slot.document.id} {slot.scope}={slot.thing}"),
        Text(
            f"{zh}“{slot.document.document_zh}”（{slot.said}）",
            f"“{slot.document.document_en}” for {slot.said} {en}",
        ),
        Text(
            f"向{slot.document.issuer_zh}取得，以 medcloud evidence add 登记并签名",
            f"get it from: {slot.document.issuer_en}; then medcloud evidence add, and sign",
        ),
        slot.items[0],
    )


def _state(slot: Slot, found: Sequence[Judged], today: date, demo: bool, warn_days: int) -> SlotState:
    """The best of the records of a slot decides."""
    order = ("good", "due", "demo", "expired", "refused")
    graded = [(order.index(grade := _grade(j, today, demo, warn_days)), grade, j) for j in found]
    if not graded:
        return SlotState(slot, "empty", None)
    _, grade, judged = min(graded, key=lambda entry: entry[0])
    return SlotState(slot, grade, judged)


def _grade(judged: Judged, today: date, demo: bool, warn_days: int) -> State:
    record = judged.record
    if judged.findings or record is None:
        return "refused"
    if record.valid_until and record.valid_until < today:
        return "expired"
    if record.demo and not demo:
        return "demo"
    if record.valid_until and record.valid_until - today <= timedelta(warn_days):
        return "due"
    return "good"


def _unfit(judged: Judged) -> Finding:
    record = judged.record
    assert record is not None  # noqa: S101  # asked for by the caller
    return Finding(
        Place(str(judged.path)),
        Text(
            f"{record.document.document_zh}所指的 {record.scope} {record.thing} 不在本区域",
            f"it is about {record.scope} {record.thing}, which the region "
            f"does not have or does not need it for",
        ),
        Text("核对清单与区域文件，或删去此记录", "check the lists and the region file, or remove the record"),
    )
