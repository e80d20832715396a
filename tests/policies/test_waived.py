"""Waivers and the ledger of a stack, as the engine's analyzer serves them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import grpc
import pytest
from pulumi.runtime import proto

from medcloud.crypto import load_trust, parse_document
from medcloud.evidence.ledger import verify
from medcloud_policies.core.message import parse
from medcloud_policies.serve.server import Analyzer
from tests.crypto.people import people, trust_folder
from tests.policies.requests import analyze

VOLUME = "openstack:blockstorage/volume:Volume"
BARE: dict[str, Any] = {
    "type": VOLUME,
    "properties": {
        "volumeType": "fast",
        "size": 10,
        "metadata": {
            "medcloud-level": "3",
            "medcloud-owner": "it",
            "medcloud-region": "panyu",
            "medcloud-workload": "oa",
        },
    },
}
TODAY = datetime.now(timezone.utc).date()
ITEMS = ("7.2.1-b", "C.2-c")
Serve = Callable[..., Analyzer]


class Refused(Exception):
    """What the fake context raises on abort, as grpc does."""


class Context:
    """A call's context that only knows how to abort."""

    def abort(self, code: grpc.StatusCode, details: str) -> None:
        raise Refused(details)


CONTEXT: Any = Context()


def urn(name: str) -> str:
    return f"urn:pulumi:panyu::region::{VOLUME}::{name}"


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """An analyzer of a stack whose waivers are for these names."""

    def started(
        name: str = "panyu-c1-oa-0", *, signed: bool = True, dry_run: bool = True, places: str = ""
    ) -> Analyzer:
        of = places or f"resources: ['{VOLUME}::{name}']"
        entries = [
            f"  - {{id: W-{item}, item: {item}, {of}, level: 3, reason: 旧阵列,"
            f" approved_by: 陈安, approved: {TODAY}, until: {TODAY + timedelta(9)}}}\n"
            for item in ITEMS
        ]
        path = tmp_path / "waivers.yaml"
        document = parse_document(("medcloud: waivers/1\nwaivers:\n" + "".join(entries)).encode(), str(path))
        officer = people().officer
        if signed:
            document = document.signed(officer.key, [officer.certificate])
        path.write_bytes(document.render())
        if not (tmp_path / "evidence").exists():
            trust_folder(tmp_path / "evidence" / "trust", people().root, [people().crl])
        server = Analyzer()
        config = {"medcloud:waivers": str(path), "medcloud:ledger": str(tmp_path / "ledger")}
        request = proto.AnalyzerStackConfigureRequest(
            project="region", stack="panyu", dry_run=dry_run, config=config
        )
        server.ConfigureStack(request, CONTEXT)
        return server

    return started


def said(server: Analyzer, name: str) -> dict[str, tuple[int, str]]:
    response = server.Analyze(analyze(BARE, urn(name)), CONTEXT)
    return {d.policyName: (d.enforcementLevel, d.message) for d in response.diagnostics}


def entries(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "ledger" / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def whole(server: Analyzer, *names: str) -> list[Any]:
    request = proto.AnalyzeStackRequest()
    for name in names:
        found = proto.AnalyzerResource(type=VOLUME, urn=urn(name), name=name)
        found.properties.update(BARE["properties"])
        request.resources.append(found)
    return list(server.AnalyzeStack(request, CONTEXT).diagnostics)


@pytest.mark.item("7.2.1-b")
def test_a_waived_violation_is_reported_and_does_not_block(serve: Serve) -> None:
    level, text = said(serve(), "panyu-c1-oa-0")["volume-encrypted"]
    assert level == proto.ADVISORY
    message = parse(text)
    assert message is not None
    assert (message.state, message.items, message.subject) == ("waived", ITEMS, urn("panyu-c1-oa-0"))
    for words in ("W-7.2.1-b", "W-C.2-c", "陈安", "旧阵列", str(TODAY + timedelta(9))):
        assert words in text


@pytest.mark.item("7.2.1-b")
def test_another_resource_is_not_excused(serve: Serve) -> None:
    assert said(serve(), "panyu-c1-oa-1")["volume-encrypted"][0] == proto.MANDATORY


@pytest.mark.item("7.2.1-b")
@pytest.mark.parametrize(
    ("places", "excused"),
    [
        ("region: panyu, places: [workloads.oa.storage]", True),
        ("region: panyu, places: [pools.core, workloads.oa]", True),
        ("region: panyu, places: [workloads.oa2]", False),
        ("region: panyu, places: [pools.oa]", False),
        ("region: panyu-test, places: [workloads.oa]", False),
    ],
)
def test_a_waiver_for_a_workload_of_the_region_file_excuses_what_bears_its_label(
    serve: Serve, places: str, excused: bool
) -> None:
    level, text = said(serve(places=places), "panyu-c1-oa-0")["volume-encrypted"]
    assert level == (proto.ADVISORY if excused else proto.MANDATORY)
    assert ("W-7.2.1-b" in text) is excused


def test_a_file_that_nobody_signed_stops_the_run(serve: Serve) -> None:
    with pytest.raises(Refused, match=r"waivers\.yaml"):
        serve(signed=False)


def test_a_file_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    config = {"medcloud:waivers": str(tmp_path / "none.yaml")}
    with pytest.raises(Refused, match="medcloud:waivers"):
        Analyzer().ConfigureStack(proto.AnalyzerStackConfigureRequest(config=config), CONTEXT)


def test_a_waiver_for_all_of_a_type_excuses_nothing_in_the_end(serve: Serve) -> None:
    server = serve("panyu-c1-oa-*")
    assert said(server, "panyu-c1-oa-0")["volume-encrypted"][0] == proto.ADVISORY
    few = [d for d in whole(server, "panyu-c1-oa-0", "panyu-c1-his-0") if d.policyName == "volume-encrypted"]
    assert few == []
    names = [f"panyu-c1-oa-{n}" for n in range(3)]
    broad = [d for d in whole(server, *names) if d.policyName == "volume-encrypted"]
    assert {(d.enforcementLevel, d.urn) for d in broad} == {(proto.MANDATORY, urn("panyu-c1-oa-0"))}
    assert "over-broad" in broad[0].message
    message = parse(broad[0].message)
    assert message is not None
    assert message.state == "refused"


def test_every_judgement_is_in_the_ledger(serve: Serve, tmp_path: Path) -> None:
    server = serve(dry_run=False)
    said(server, "panyu-c1-oa-0")
    said(server, "panyu-c1-oa-1")
    whole(server, "panyu-c1-oa-0", "panyu-c1-oa-1")
    found = entries(tmp_path)
    used = [e["data"] for e in found if e["kind"] == "waiver-used"]
    assert {(d["waiver"], d["resource"], d["rule"]) for d in used} >= {
        ("W-7.2.1-b", urn("panyu-c1-oa-0"), "volume-encrypted")
    }
    refused = [e["data"] for e in found if e["kind"] == "policy-violation"]
    assert ("volume-encrypted", urn("panyu-c1-oa-1"), "mandatory") in {
        (d["rule"], d["resource"], d["level"]) for d in refused
    }
    last = found[-1]
    assert (last["kind"], last["data"]["stack"], last["data"]["preview"]) == ("policy-run", "panyu", False)
    assert last["data"]["waived"] == len(used)
    assert last["data"]["refused"] == sum(d["level"] == "mandatory" for d in refused)
    trust = load_trust(tmp_path / "evidence" / "trust")
    assert verify(tmp_path / "ledger", trust, today=TODAY).findings == ()
