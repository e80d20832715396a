"""Event logs that the engine wrote, cut down to a few resources; the reviews of them, and made-up ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from medcloud.engine.event_log import parse
from medcloud.region_files import open_plan
from medcloud.review import RegionFile, Review, region_file, review

HERE = Path(__file__).parent
REGION = Path("examples/panyu/region.yaml")
STACK = "urn:pulumi:dev::shop"


@cache
def bad() -> Review:
    """A stack of five bad resources that knows no region file."""
    text = (HERE / "events/bad.jsonl").read_text("utf-8")
    return review(parse(text, "bad.jsonl"), RegionFile("Pulumi.yaml"))


@cache
def region() -> Review:
    """The sample region with seven bad resources beside it."""
    text = (HERE / "events/region.jsonl").read_text("utf-8")
    places = region_file(REGION, str(REGION), "infra/Pulumi.yaml", open_plan(REGION, write=False))
    return review(parse(text, "region.jsonl"), places)


def made(*events: Mapping[str, Any], places: RegionFile | None = None) -> Review:
    """The review of a log of these events."""
    lines = [json.dumps({"sequence": n, "timestamp": 0, **event}) for n, event in enumerate(events)]
    return review(parse("\n".join(lines) + "\n", "made"), places or RegionFile("Pulumi.yaml"))


def step(name: str, op: str = "create", **more: Any) -> dict[str, Any]:
    """A step on a volume."""
    urn = f"{STACK}::openstack:blockstorage/volume:Volume::{name}"
    inputs = more.pop("inputs", {})
    state = {"urn": urn, "inputs": inputs, **more.pop("state", {})}
    side = {"old": state} if op == "delete" else {"new": state}
    about = {"op": op, "urn": urn, "type": "openstack:blockstorage/volume:Volume", **side, **more}
    return {"resourcePreEvent": {"metadata": about}}


def violation(name: str = "data", **more: Any) -> dict[str, Any]:
    """A violation that a pack of others reports of a volume."""
    body = {
        "resourceUrn": f"{STACK}::openstack:blockstorage/volume:Volume::{name}",
        "message": "Volumes need a backup.\nSee 7.3.2.4-a.",
        "policyName": "backup",
        "policyPackName": "house",
        "enforcementLevel": "mandatory",
    }
    return {"policyEvent": {**body, **more}}


def end(**more: Any) -> dict[str, Any]:
    """The end of a preview."""
    return {"summaryEvent": {"result": "succeeded", "PolicyPacks": {"medcloud|local|p": "0.1.0"}, **more}}
