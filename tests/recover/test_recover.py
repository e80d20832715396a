from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from medcloud.engine.stack import Stack
from medcloud.recover import recover
from medcloud.recover.core.report import Report
from medcloud.recover.openstack.provider import OpenStack
from medcloud.recover.openstack.types import token
from tests.recover.fakes import Objects, connection, export, resource

NET = token("networking/network")
RULE = token("networking/secGroupRule")
GROUP = token("networking/secGroup")


class Remembered(Stack):
    """An engine that only remembers what it was told."""

    def __init__(self, program: Path, exported: dict[str, Any]) -> None:
        super().__init__(program, "s")
        self.__dict__.update(exported=exported, written=None, refreshed=None)

    def export(self, *, show_secrets: bool = False) -> dict[str, Any]:
        return copy.deepcopy(self.__dict__["exported"])

    def replace(self, document: Mapping[str, Any]) -> None:
        self.__dict__["written"] = document["deployment"]

    def refresh(self, urns: Any = ()) -> None:
        self.__dict__["refreshed"] = list(urns)


def run(tmp_path: Path, state: dict[str, Any], objects: Objects, **more: Any) -> tuple[Report, Any, Any]:
    (tmp_path / "Pulumi.yaml").write_text("name: p\nruntime: python\n")
    engine, plane = Remembered(tmp_path, state), connection(objects)
    report = recover(engine, [OpenStack(lambda _options: plane)], settle=0, **more)
    return report, engine.__dict__, plane.network


def test_made_object_is_adopted(tmp_path: Path) -> None:
    net = resource(NET, "n", {"name": "r-n"})
    objects = {
        "/networks": [{"id": "x", "name": "other"}, {"id": "y", "name": "z"}, {"id": "a", "name": "r-n"}]
    }
    report, engine, _ = run(tmp_path, export([], [("creating", net)]), objects)
    assert [(o.action, o.ids) for o in report.outcomes] == [("adopted", ("a",))]
    taken = engine["written"]["resources"][-1]
    assert (taken["id"], taken["outputs"]) == ("a", {"name": "r-n", "id": "a"})
    assert taken["refreshBeforeUpdate"], "cut off here, the engine itself must read it before an update"
    assert engine["written"]["pending_operations"] == []
    assert engine["refreshed"] == [net["urn"]]


def test_absent_object_is_forgotten(tmp_path: Path) -> None:
    report, engine, _ = run(
        tmp_path, export([], [("creating", resource(NET, "n", {"name": "r-n"}))]), {"/networks": []}
    )
    assert report.outcomes[0].action == "absent"
    assert engine["written"]["pending_operations"] == []
    assert engine["refreshed"] is None


def test_double_of_a_held_resource_is_removed(tmp_path: Path) -> None:
    """A plain `up` after the kill made a second one; the state holds that, the first is an orphan."""
    held = resource(NET, "n", {"name": "r-n"}, "second")
    objects = {"/networks": [{"id": "first", "name": "r-n"}, {"id": "second", "name": "r-n"}]}
    pending = ("creating", resource(NET, "n", {"name": "r-n"}))
    report, engine, plane = run(tmp_path, export([held], [pending]), objects)
    assert (report.outcomes[0].action, report.outcomes[0].ids) == ("removed", ("first",))
    assert plane.deleted == ["/networks/first"]
    assert engine["written"]["pending_operations"] == []


def test_more_objects_than_interrupted_creations_are_left_alone(tmp_path: Path) -> None:
    objects: Objects = {"/networks": [{"id": "a", "name": "r-n"}, {"id": "b", "name": "r-n"}]}
    state = export([], [("creating", resource(NET, "n", {"name": "r-n"}))])
    report, engine, plane = run(tmp_path, state, objects)
    assert [o.action for o in report.unresolved] == ["unresolved"]
    assert plane.deleted == []
    assert engine["written"] is None


def test_two_interrupted_creations_leave_one(tmp_path: Path) -> None:
    objects = {
        "/networks": [
            {"id": "old", "name": "r-n", "created_at": "2025-01-01T00:00:00Z"},
            {"id": "new", "name": "r-n", "created_at": "2025-01-02T00:00:00Z"},
        ]
    }
    net = resource(NET, "n", {"name": "r-n"})
    report, _, plane = run(tmp_path, export([], [("creating", net), ("creating", net)]), objects)
    assert report.outcomes[0].ids == ("new",)
    assert plane.deleted == ["/networks/old"]


@pytest.mark.parametrize(
    ("token_", "inputs", "path", "found"),
    [
        (
            GROUP,
            {"name": "g", "deleteDefaultRules": True},
            "/security-groups",
            {"id": "a", "name": "g", "security_group_rules": [{"id": "r"}]},
        ),
        (
            token("keymanager/secretV1"),
            {"name": "k", "payload": "x"},
            "/secrets",
            {"id": "a", "name": "k", "status": "ACTIVE", "secret_ref": "http://b/v1/secrets/a"},
        ),
        (token("images/image"), {"name": "i"}, "/images", {"id": "a", "name": "i", "status": "queued"}),
    ],
)
def test_half_made_objects_are_removed(
    tmp_path: Path, token_: str, inputs: dict[str, Any], path: str, found: dict[str, Any]
) -> None:
    report, engine, plane = run(
        tmp_path, export([], [("creating", resource(token_, "x", inputs))]), {path: [found]}
    )
    assert report.outcomes[0].action == "removed"
    assert plane.deleted == [f"{path}/a"]
    assert len(engine["written"]["resources"]) == 1


def test_rules_are_told_apart_by_all_they_say(tmp_path: Path) -> None:
    wide = {"id": "wide", "security_group_id": "g", "direction": "ingress", "ethertype": "IPv4"}
    narrow = wide | {"id": "narrow", "protocol": "tcp", "port_range_min": 443, "port_range_max": 443}
    inputs: dict[str, Any] = {
        "securityGroupId": "g",
        "direction": "ingress",
        "ethertype": "IPv4",
        "protocol": "tcp",
    }
    inputs |= {"portRangeMin": 443, "portRangeMax": 443}
    state = export([], [("creating", resource(RULE, "r", inputs))])
    report, *_ = run(tmp_path, state, {"/security-group-rules": [wide, narrow]})
    assert report.outcomes[0].ids == ("narrow",)


def test_unknown_type_is_reported_and_kept(tmp_path: Path) -> None:
    state = export([], [("creating", resource("acme:index/thing:Thing", "t", {"name": "t1"}))])
    report, engine, _ = run(tmp_path, state, {})
    assert "t1" in report.unresolved[0].reason.en
    assert engine["written"] is None


def test_nothing_is_written_while_something_is_unresolved(tmp_path: Path) -> None:
    """`pulumi stack import` would forget the one that a person has still to look at."""
    known, unknown = resource(NET, "n", {"name": "r-n"}), resource("acme:index/thing:Thing", "t", {})
    state = export([], [("creating", known), ("creating", unknown)])
    report, engine, _ = run(tmp_path, state, {"/networks": [{"id": "a", "name": "r-n"}]})
    assert [o.action for o in report.outcomes] == ["unresolved", "adopted"]
    assert engine["written"] is None


def test_what_a_person_found_is_taken(tmp_path: Path) -> None:
    one, two = (resource("acme:index/thing:Thing", name, {}) for name in "ab")
    state = export([], [("creating", one), ("creating", two)])
    report, engine, _ = run(tmp_path, state, {}, known={one["urn"]: "id-1", two["urn"]: ""})
    assert [o.action for o in report.outcomes] == ["adopted", "absent"]
    assert [r.get("id") for r in engine["written"]["resources"]] == ["11111111", "id-1"]


def test_updates_and_deletions_are_read_again(tmp_path: Path) -> None:
    held = resource(NET, "n", {"name": "r-n"}, "a")
    gone = resource(NET, "gone", {"name": "gone"}, "b")
    report, engine, _ = run(tmp_path, export([held], [("updating", held), ("deleting", gone)]), {})
    assert [o.action for o in report.outcomes] == ["refreshed", "local"]
    assert engine["refreshed"] == [held["urn"]]


def test_components_and_providers_are_the_states_alone(tmp_path: Path) -> None:
    component = {**resource("medcloud:index:Region", "r", {}), "custom": False}
    provider = resource("pulumi:providers:openstack", "p2", {})
    report, engine, _ = run(tmp_path, export([], [("creating", component), ("creating", provider)]), {})
    assert {o.action for o in report.outcomes} == {"local"}
    assert engine["written"]["pending_operations"] == []


def test_dry_run_changes_nothing(tmp_path: Path) -> None:
    held = resource(NET, "n", {"name": "r-n"}, "second")
    objects = {"/networks": [{"id": "first", "name": "r-n"}, {"id": "second", "name": "r-n"}]}
    pending = ("creating", resource(NET, "n", {"name": "r-n"}))
    report, engine, plane = run(tmp_path, export([held], [pending]), objects, act=False)
    assert report.outcomes[0].action == "removed"
    assert plane.deleted == []
    assert engine["written"] is None


def test_a_stack_that_was_never_made_needs_nothing(tmp_path: Path) -> None:
    report, engine, _ = run(tmp_path, {}, {})
    assert report.outcomes == []
    assert engine["written"] is None
