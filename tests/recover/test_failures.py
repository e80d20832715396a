"""What a run that ended by itself leaves: half-made objects, broken servers, drift."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from medcloud.engine.errors import EngineFailed
from medcloud.recover import Events, read_events
from medcloud.recover.core import decide
from medcloud.recover.core.drift import drift
from medcloud.recover.openstack.provider import OpenStack
from medcloud.recover.openstack.types import token
from tests.recover.fakes import Objects, connection, export, resource
from tests.recover.test_recover import GROUP, NET, RULE, Remembered, run

SERVER = token("compute/instance")
STARTED = datetime.datetime(2025, 1, 2, tzinfo=datetime.timezone.utc).timestamp()
BEFORE, AFTER = "2025-01-01T23:59:00Z", "2025-01-02T00:01:00Z"


def events(message: str, new: dict[str, Any]) -> Events:
    return Events(STARTED, {new["urn"]: message}, (new,))


@pytest.mark.parametrize(
    ("message", "created", "action"),
    [
        ("Error waiting for network: dial tcp: connection refused", AFTER, "removed"),
        ("Error waiting for network: dial tcp: connection refused", BEFORE, "unresolved"),
        ("Error waiting for network: dial tcp: connection refused", None, "unresolved"),
        ("when accessing [POST http://x/networks], but got 409 instead: exists", AFTER, None),
    ],
)
def test_debris_is_removed_only_when_it_is_surely_of_that_run(
    tmp_path: Path, message: str, created: str | None, action: str | None
) -> None:
    objects: Objects = {"/networks": [{"id": "a", "name": "r-n", "created_at": created}]}
    log = events(message, resource(NET, "n", {"name": "r-n"}))
    report, engine, plane = run(tmp_path, export([], []), objects, events=log)
    assert [o.action for o in report.outcomes] == ([action] if action else [])
    assert plane.deleted == (["/networks/a"] if action == "removed" else [])
    assert engine["written"] is None


def test_what_the_state_holds_is_no_debris(tmp_path: Path) -> None:
    objects: Objects = {"/networks": [{"id": "a", "name": "r-n", "created_at": AFTER}]}
    log = events("connection refused", resource(NET, "n2", {"name": "r-n"}))
    report, _, plane = run(
        tmp_path, export([resource(NET, "n", {"name": "r-n"}, "a")], []), objects, events=log
    )
    assert (report.outcomes, plane.deleted) == ([], [])


def broken_server(**more: Any) -> dict[str, Any]:
    return {**resource(SERVER, "r-c1-his-0", {"name": "s"}, "a"), "initErrors": ["state ERROR"], **more}


def servers(status: str) -> Objects:
    listed: list[dict[str, Any]] = [{"id": "a", "name": "s", "status": status}]
    return {"/servers/detail": listed, "/servers": listed}


def test_a_broken_server_that_others_lean_on_is_to_be_replaced(tmp_path: Path) -> None:
    server = broken_server()
    leaning = {**resource(NET, "x", {"name": "x"}, "b"), "dependencies": [server["urn"]]}
    report, engine, plane = run(tmp_path, export([server, leaning], []), servers("ERROR"))
    assert report.outcomes[0].action == "tainted"
    assert [r.get("taint") for r in engine["written"]["resources"]] == [None, True, None]
    assert plane.deleted == []


def test_a_server_that_came_up_after_all_is_read_again(tmp_path: Path) -> None:
    """Left as it is the engine would update it, and types that cannot be updated would fail for ever."""
    server = broken_server()
    report, engine, plane = run(tmp_path, export([server], []), servers("ACTIVE"))
    assert report.outcomes[0].action == "refreshed"
    assert engine["refreshed"] == [server["urn"]]
    assert plane.deleted == []


def test_event_log(tmp_path: Path) -> None:
    new = resource(NET, "n", {"name": "r-n"})
    lines = [
        {"sequence": 1, "timestamp": 100, "preludeEvent": {}},
        {"timestamp": 101, "diagnosticEvent": {"urn": new["urn"], "severity": "error", "message": "refused"}},
        {"timestamp": 102, "resOpFailedEvent": {"metadata": {"op": "create", "new": new}}},
        {"timestamp": 103, "resOpFailedEvent": {"metadata": {"op": "update", "new": new}}},
    ]
    path = tmp_path / "events.json"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    log = read_events(path)
    assert (log.started, log.messages[new["urn"]], len(log.failed)) == (100, "refused", 1)
    path.write_text("not json\n")
    with pytest.raises(EngineFailed, match=r"events\.json:1: .*is not a line of JSON"):
        read_events(path)


def test_drift_behind_another_name_and_foreign_rules(tmp_path: Path) -> None:
    server = resource(SERVER, "s", {"metadata": {"w": "his"}}, "a")
    server["outputs"] = {"metadata": {"w": "his"}, "allMetadata": {"w": "other"}}
    group = resource(GROUP, "g", {"deleteDefaultRules": True}, "g")
    ours = resource(RULE, "r", {}, "ours")
    rule = {"security_group_id": "g", "direction": "ingress", "ethertype": "IPv4", "protocol": "tcp"}
    plane = connection({"/security-group-rules": [{"id": "ours", **rule}, {"id": "hole", **rule}]})
    engine = Remembered(tmp_path, export([server, group, ours], []))
    told: dict[str, Any] = engine.__dict__
    found = drift(engine, [OpenStack(lambda _options: plane)])
    assert [(d.what, d.wanted, d.found.split()[0]) for d in found] == [
        ("metadata", "w=his", "w=other"),
        ("rule hole", "-", "direction=ingress"),
    ]
    assert not told["written"]
    assert told["refreshed"] == [], "all is read before it is compared"
    drift(engine, [OpenStack(lambda _options: plane)], repair=True)
    assert told["written"]["resources"][1]["outputs"]["metadata"] == {"w": "other"}
    assert plane.network.deleted == ["/security-group-rules/hole"]  # type: ignore[attr-defined]  # a fake


@pytest.mark.parametrize(("created", "action"), [(AFTER, "removed"), (BEFORE, "unresolved")])
def test_debris_that_hangs_is_taken_back_only_when_it_is_of_that_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, created: str, action: str
) -> None:
    monkeypatch.setattr(decide, "LOST_AFTER", -1.0)
    monkeypatch.setattr(decide, "SETTLED_WITHIN", 0.0 if action == "unresolved" else 60.0)
    volume = {"id": "a", "name": "v", "status": "creating", "created_at": created}
    log = events("dial tcp: connection refused", resource(token("blockstorage/volume"), "v", {"name": "v"}))
    report, _, plane = run(tmp_path, export([], []), {"/volumes/detail": [volume]}, events=log)
    assert [o.action for o in report.outcomes] == [action]
    assert plane.deleted == (["/volumes/a"] if action == "removed" else [])
