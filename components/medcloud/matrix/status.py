"""What may be said of an item, given what was found; never more than was proven."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from medcloud.matrix.proofs import Proof
from medcloud.standard import Item
from medcloud.text import Text

Status = Literal["software", "software+evidence", "evidence", "partly", "not-yet"]

STATUSES: dict[Status, tuple[str, str]] = {
    "software": ("软件判定", "decided by software"),
    "software+evidence": ("软件判定并需文件", "decided by software, with documents besides"),
    "evidence": ("凭文件", "by evidence"),
    "partly": ("部分", "partly"),
    "not-yet": ("尚未", "not yet"),
}
WAYS: dict[str, tuple[str, str]] = {
    "component": ("组件", "component"),
    "policy": ("策略", "policy"),
    "host": ("主机控制", "host control"),
    "twin": ("孪生验证", "twin"),
    "evidence": ("文件", "evidence"),
}
_WAY_OF_ROOM = {
    "policies": "policy",
    "hosts": "host",
    "fabric": "twin",
    "evidence": "evidence",
}


def way(proof: Proof) -> str:
    """Which of the catalogue's ways a decider belongs to."""
    package, _, rest = proof.decider.module.partition(".")
    room = "policies" if package != "medcloud" else rest.partition(".")[0]
    return _WAY_OF_ROOM.get(room, "component")


def status(
    item: Item, proofs: Sequence[Proof], failing: Sequence[str]
) -> tuple[Status, tuple[str | Text, ...]]:
    """The status, and what is missing to a better one: ways, deciders without proof, failing tests.

    Decided by software is an item when each way that the catalogue names is there, and whatever decides it
    was switched off and noticed by a test with the item's mark, and no such test fails; and when the
    catalogue names no part of its text that nothing decides.
    """
    noticed = {way(proof) for proof in proofs if proof.state == "noticed"}
    documents = "evidence" in item.met_by
    ways = [name for name in item.met_by if name != "evidence"]
    missing = [name for name in ways if name not in noticed]
    open_ = [f"{proof.decider.key}: {proof.state}" for proof in proofs if proof.state != "noticed"]
    undecided = [Text(gap.zh, gap.en) for gap in item.gaps]
    gaps: tuple[str | Text, ...] = (*missing, *open_, *failing, *undecided)
    if not ways and not gaps:
        return "evidence", ()
    if not noticed:
        return "not-yet", gaps
    if gaps:
        return "partly", gaps
    return ("software+evidence" if documents else "software"), ()
