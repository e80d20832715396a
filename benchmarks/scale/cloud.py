"""A stand-in for keystone and neutron whose work for one object does not depend on how many there are."""

from __future__ import annotations

import json
import sys
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DEFAULTS: dict[str, dict[str, Any]] = {
    "networks": {"admin_state_up": True, "status": "ACTIVE", "shared": False, "subnets": [], "tags": []},
    "security-groups": {"security_group_rules": [], "tags": [], "stateful": True},
    "security-group-rules": {"remote_group_id": None, "remote_address_group_id": None},
}
OBJECTS: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in DEFAULTS}


class Handler(BaseHTTPRequestHandler):
    """REST by collection; what a person sent is what is shown."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Nothing on stderr."""

    def answer(self, status: int, body: dict[str, Any] | None = None) -> None:
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("X-Subject-Token", "token")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def body(self) -> Any:
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")

    def do_POST(self) -> None:
        sent = self.body()
        if self.path.endswith("/auth/tokens"):
            url = f"http://{self.headers['Host']}/network"
            endpoint = {"interface": "public", "region": "r", "region_id": "r", "url": url}
            catalog = [{"type": "network", "name": "neutron", "endpoints": [endpoint]}]
            token = {"expires_at": "2099-01-01T00:00:00.000000Z", "catalog": catalog}
            self.answer(201, {"token": token})
            return
        kind = self.path.rstrip("/").rsplit("/", 1)[-1]
        ((name, wanted),) = sent.items()
        made = {**DEFAULTS[kind], **wanted, "id": str(uuid.uuid4()), "tenant_id": "t", "project_id": "t"}
        OBJECTS[kind][made["id"]] = made
        self.answer(201, {name: made})

    def do_PUT(self) -> None:
        sent = self.body()
        *_, kind, own, last = self.path.split("/")
        if last == "tags":
            OBJECTS[kind][own]["tags"] = sent["tags"]
            self.answer(200, sent)
            return
        ((name, wanted),) = sent.items()
        OBJECTS[own][last].update(wanted)
        self.answer(200, {name: OBJECTS[own][last]})

    def do_GET(self) -> None:
        *_, kind, own = self.path.split("?")[0].rstrip("/").split("/")
        if own in OBJECTS.get(kind, {}):
            self.answer(200, {kind.replace("-", "_").removesuffix("s"): OBJECTS[kind][own]})
        elif self.path.rstrip("/") in ("", "/v3"):
            link = [{"rel": "self", "href": f"http://{self.headers['Host']}/v3/"}]
            self.answer(200, {"versions": {"values": [{"id": "v3.14", "status": "stable", "links": link}]}})
        else:
            self.answer(404, {})

    def do_DELETE(self) -> None:
        *_, kind, own = self.path.rstrip("/").split("/")
        known = OBJECTS.get(kind, {}).pop(own, None)
        self.answer(404 if known is None else 204, {} if known is None else None)


class Server(ThreadingHTTPServer):
    """One that says where it listens."""

    request_queue_size = 128


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_address[1]}/v3", flush=True)
    sys.setswitchinterval(0.001)
    server.serve_forever()
