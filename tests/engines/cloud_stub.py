"""A stand-in for keystone and neutron that knows one network; enough for the provider to read it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NETWORK_ID = "6f6b0cb5-4b0b-4f2c-9a52-0d7d3a1f0c11"


@dataclass(frozen=True)
class Cloud:
    """A running stand-in on 127.0.0.1."""

    auth_url: str


class Handler(BaseHTTPRequestHandler):
    """Answers with fixed JSON."""

    def log_message(self, *_: Any) -> None:
        """Nothing on stderr."""

    def answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("X-Subject-Token", "token")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    @property
    def base(self) -> str:
        return f"http://{self.headers['Host']}"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        endpoint = {"interface": "public", "region": "r", "region_id": "r", "url": f"{self.base}/network"}
        catalog = [{"type": "network", "name": "neutron", "endpoints": [endpoint]}]
        self.answer(201, {"token": {"expires_at": "2099-01-01T00:00:00.000000Z", "catalog": catalog}})

    def do_GET(self) -> None:
        network = {
            "id": NETWORK_ID,
            "name": "taken-over",
            "admin_state_up": True,
            "status": "ACTIVE",
            "tags": [],
        }
        if self.path.endswith(f"/networks/{NETWORK_ID}"):
            self.answer(200, {"network": network})
        elif self.path.rstrip("/") in ("", "/v3"):
            link = [{"rel": "self", "href": f"{self.base}/v3/"}]
            self.answer(200, {"versions": {"values": [{"id": "v3.14", "status": "stable", "links": link}]}})
        else:
            self.answer(404, {})


@contextmanager
def serve() -> Iterator[Cloud]:
    """The stand-in, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Cloud(f"http://127.0.0.1:{server.server_port}/v3")
    server.shutdown()
    server.server_close()
