"""The state of the last release, for replaying it: a small region with a resource of every kind.

Run ``python -m tests.cloud.release`` to write it anew at a release. It is made of what the program registers,
with ids of our own in place of the control planes'; every secret in it is the name of its setting.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pulumi

from medcloud.cloud import Region, Settings, load_plan
from medcloud.engine.state import SECRET
from tests.cloud.recorder import Made, deploy

DATA = Path(__file__).with_name("data")
REGION = DATA / "region.yaml"
STATE = DATA / "release.jsonl"
"""A resource a line."""
SECRETS = {"certificate": "certificate", "certificateKey": "certificate-key", "linkKey": "link-key"}
STACK, PROJECT = "test", "medcloud"
_ROOT = f"urn:pulumi:{STACK}::{PROJECT}::pulumi:pulumi:Stack::{PROJECT}-{STACK}"
_DYNAMIC = f"urn:pulumi:{STACK}::{PROJECT}::pulumi:providers:pulumi-python::default"
_SECRET_VALUE = "1b47061264138c4ac30d75fd1eb44270"  # the engine's public mark of a secret


def record() -> str:
    """The state of what the program makes now."""
    made = deploy(_program).made
    urns: dict[str, str] = {}
    for each in made:
        parent = urns.get(each.parent)
        chain = f"{parent.split('::')[2]}${each.type}" if parent else each.type
        urns[each.urn] = f"urn:pulumi:{STACK}::{PROJECT}::{chain}::{each.name}"
    root = {"urn": _ROOT, "custom": False, "type": "pulumi:pulumi:Stack"}
    dynamic = {"urn": _DYNAMIC, "custom": True, "id": "dynamic", "type": "pulumi:providers:pulumi-python"}
    found = [root, dynamic, *(_resource(each, urns) for each in made)]
    return "".join(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in found)


def deployment(salt: str) -> dict[str, Any]:
    """The recorded state as `pulumi stack import` takes it, for a stack of a passphrase with this salt."""
    resources = [json.loads(line) for line in STATE.read_text(encoding="utf-8").splitlines()]
    for each in resources:
        own = {"id": each["id"]} if "id" in each else {}
        each["outputs"] = {**each.get("inputs", {}), **each.get("outputs", {}), **own}
    provider = {"type": "passphrase", "state": {"salt": salt}}
    manifest = {"time": "2026-01-01T00:00:00Z", "magic": "", "version": ""}
    whole = {"manifest": manifest, "secrets_providers": provider, "resources": resources}
    return {"version": 3, "deployment": whole}


def _program() -> None:
    plan, _ = load_plan(str(REGION))
    settings = Settings(
        certificate=pulumi.Output.secret(SECRETS["certificate"]),
        certificate_key=pulumi.Output.secret(SECRETS["certificateKey"]),
        link_key=pulumi.Output.secret(SECRETS["linkKey"]),
    )
    with tempfile.TemporaryDirectory() as name:
        image = Path(name) / "images" / "cloud.img"
        image.parent.mkdir()
        image.touch()
        Region(plan, Path(name), settings)


def _resource(each: Made, urns: Mapping[str, str]) -> dict[str, Any]:
    component = each.type.startswith("medcloud:index:")
    inputs = {key: _hidden(value, key in each.secrets) for key, value in each.inputs.items()}
    if "localFilePath" in inputs:
        inputs["localFilePath"] = "images/cloud.img"  # not where this machine has it
    state: dict[str, Any] = {
        "urn": urns[each.urn],
        "custom": not component,
        "type": each.type,
        "parent": urns.get(each.parent, _ROOT),
        "inputs": inputs,
        "outputs": dict(_given(each)),
    }
    if not component:
        state["id"] = f"{each.name}-id"
        state["provider"] = _provider(each, urns)
    if dependencies := sorted(urns[urn] for urn in each.depends_on if urn in urns):
        state["dependencies"] = dependencies
    if each.type.startswith("pulumi:providers:"):
        del state["provider"]
    return state


def _provider(each: Made, urns: Mapping[str, str]) -> str:
    if not each.provider:
        return f"{_DYNAMIC}::dynamic"
    urn, _, id_ = each.provider.rpartition("::")
    return f"{urns[urn]}::{id_}"


def _given(each: Made) -> Iterator[tuple[str, Any]]:
    """What the recorder answers in a cloud's place, and others of the region use."""
    kind = each.type.rpartition(":")[2]
    match kind:
        case "ContainerV1" if "keymanager" in each.type:
            yield "containerRef", f"https://keys.invalid/containers/{each.name}"
        case "SecretV1":
            yield "secretRef", f"https://keys.invalid/secrets/{each.name}"
        case "Flavor":
            yield "rxTxFactor", 1
        case "Network":
            yield "availabilityZoneHints", []
        case "Router":
            yield "availabilityZoneHints", []
            yield "externalFixedIps", [{"ipAddress": f"203.0.113.{len(each.name)}", "subnetId": "external"}]
        case "RouterInterface":
            yield "portId", f"{each.name}-port"
        case "FloatingIp":
            yield "address", "198.51.100.7"


def _hidden(value: Any, secret: bool) -> Any:
    return {SECRET: _SECRET_VALUE, "plaintext": json.dumps(value)} if secret else value


if __name__ == "__main__":
    STATE.write_text(record(), encoding="utf-8")
