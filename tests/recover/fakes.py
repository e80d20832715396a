"""A control plane of a few lists, and a state with interrupted operations."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

import requests
from keystoneauth1.adapter import Adapter
from keystoneauth1.session import Session
from openstack.connection import Connection

Objects = dict[str, list[dict[str, Any]]]
"""Path of a collection to its objects."""

PROVIDER = "urn:pulumi:s::p::pulumi:providers:openstack::metro"
REFERENCE = f"{PROVIDER}::11111111"


class Service(Adapter):
    """Lists what it is given, filters by nothing, pages by two, and remembers what it deleted."""

    def __init__(self, objects: Objects) -> None:
        super().__init__(session=Session())
        self.objects = objects
        self.deleted: list[str] = []
        self.asked: list[tuple[str, dict[str, str]]] = []

    def get(self, url: str, **more: Any) -> requests.Response:
        path, params = url, more.get("params")
        self.asked.append((path, dict(params or {})))
        if path not in self.objects:
            return response(404, {"error": "no such parent"})
        start = int((params or {}).get("marker", 0))
        key = path.removesuffix("/detail").rsplit("/", 1)[-1].replace("-", "_")
        body: dict[str, Any] = {key: self.objects[path][start : start + 2]}
        if start + 2 < len(self.objects[path]):
            body[f"{key}_links"] = [{"rel": "next", "href": f"http://x{path}?marker={start + 2}"}]
        return response(200, body)

    def delete(self, url: str, **_more: Any) -> requests.Response:
        self.deleted.append(url)
        collection, _, own = url.partition("?")[0].rpartition("/")
        for listed in {collection, f"{collection}/detail"} & set(self.objects):
            self.objects[listed] = [item for item in self.objects[listed] if item["id"] != own]
        return response(204, {})


def response(status: int, body: dict[str, Any]) -> requests.Response:
    made = requests.Response()
    made.status_code = status
    made._content = json.dumps(body).encode()
    return made


def connection(objects: Objects) -> Connection:
    """Every service shows the same lists."""
    service = Service(objects)
    names = (
        "network",
        "compute",
        "block_storage",
        "image",
        "load_balancer",
        "key_manager",
        "dns",
        "identity",
    )
    return cast(Connection, SimpleNamespace(**dict.fromkeys(names, service)))


def resource(token: str, name: str, inputs: dict[str, Any], id_: str = "") -> dict[str, Any]:
    """A resource as the engine writes it into a state."""
    made: dict[str, Any] = {
        "urn": f"urn:pulumi:s::p::{token}::{name}",
        "type": token,
        "custom": True,
        "inputs": {**inputs, "__defaults": []},
        "provider": REFERENCE,
    }
    return made | ({"id": id_, "outputs": inputs} if id_ else {})


def export(held: list[dict[str, Any]], pending: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """A state: what it holds, and (kind, resource) of what was interrupted."""
    provider = {
        "urn": PROVIDER,
        "type": "pulumi:providers:openstack",
        "custom": True,
        "id": "11111111",
        "inputs": {"cloud": "private", "region": "metro"},
    }
    operations = [{"resource": r, "type": kind} for kind, r in pending]
    return {"version": 3, "deployment": {"resources": [provider, *held], "pending_operations": operations}}
