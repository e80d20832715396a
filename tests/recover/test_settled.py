"""What hangs in a state that should end by itself: waited for, and taken back when its request was lost."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from medcloud.engine.state import State
from medcloud.recover.core import decide
from medcloud.recover.core.decide import Question, wait_until_settled
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.openstack.provider import RestLookup
from medcloud.recover.openstack.types import TYPES
from tests.recover.fakes import Objects, Service, connection, export, resource
from tests.recover.test_recover import run

VOLUME = "openstack:blockstorage/volume:Volume"
SERVER = "openstack:compute/instance:Instance"


def asked(token: str, objects: Objects) -> tuple[Question, State]:
    exported = export([], [("creating", resource(token, "x", {"name": "x"}))])
    state = State(exported, exported)
    plane, pending = connection(objects), state.pending[0]
    return Question(pending, 1, RestLookup(TYPES[token], pending.inputs, lambda: plane)), state


def deleted(question: Question) -> list[str]:
    lookup = question.lookup
    assert isinstance(lookup, RestLookup)
    return cast(Service, lookup.connect().block_storage).deleted


def volume(status: str = "creating", id_: str = "v") -> dict[str, str]:
    return {"id": id_, "name": "x", "status": status, "created_at": "2026-11-27T10:00:00"}


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "LOST_AFTER", -1.0)


def test_a_volume_whose_request_was_lost_is_taken_back() -> None:
    question, state = asked(VOLUME, {"/volumes/detail": [volume()]})
    assert wait_until_settled(question, state, lambda found: len(found) == 1, lambda _: None) == []
    assert deleted(question) == ["/volumes/v"]


@pytest.mark.parametrize(
    ("token", "path", "status"),
    [(VOLUME, "/volumes/detail", "downloading"), (SERVER, "/servers/detail", "BUILD")],
)
def test_what_may_still_come_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, token: str, path: str, status: str
) -> None:
    monkeypatch.setattr(decide, "SETTLED_WITHIN", 0.05)
    question, state = asked(token, {path: [volume(status)]})
    with pytest.raises(RecoverFailed, match=status):
        wait_until_settled(question, state, lambda _: True, lambda _: None)
    assert deleted(question) == []


def test_what_may_not_be_removed_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "SETTLED_WITHIN", 0.05)
    question, state = asked(VOLUME, {"/volumes/detail": [volume(), volume(id_="w")]})
    with pytest.raises(RecoverFailed, match="v creating, w creating"):
        wait_until_settled(question, state, lambda found: len(found) == 1, lambda _: None)
    assert deleted(question) == []


def test_a_run_that_only_looks_removes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "SETTLED_WITHIN", 0.0)
    state = export([], [("creating", resource(VOLUME, "x", {"name": "x"}))])
    report, _, plane = run(tmp_path, state, {"/volumes/detail": [volume()]}, act=False)
    assert [o.action for o in report.outcomes] == ["unresolved"]
    assert plane.deleted == []
