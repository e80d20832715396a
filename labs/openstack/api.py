"""A small client of the lab's own APIs, for setting it up: the standard library is enough."""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from labs.base.errors import LabError
from labs.openstack.lab import Lab

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # 127.0.0.1 needs no proxy


@dataclass(frozen=True)
class Api:
    """One endpoint with a token."""

    url: str
    token: str
    headers: tuple[tuple[str, str], ...] = ()

    def get(self, path: str) -> Any:
        """The answer's JSON."""
        return self.call("GET", path)

    def post(self, path: str, body: Any) -> Any:
        """Create or act; the answer's JSON."""
        return self.call("POST", path, body)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Any call. HTTP errors are LabErrors that quote what the service said."""
        headers = {"X-Auth-Token": self.token, **dict(self.headers)}
        return request(method, self.url + path, body, headers)[1]


def request(
    method: str, url: str, body: Any = None, headers: dict[str, str] | None = None
) -> tuple[Any, Any]:
    """Headers and JSON of an answer."""
    data = None if body is None else json.dumps(body).encode()
    req = urllib.request.Request(  # noqa: S310 - http://127.0.0.1 always
        url, method=method, data=data, headers={"Content-Type": "application/json", **(headers or {})}
    )
    try:
        with OPENER.open(req, timeout=120) as answer:
            text = answer.read()
            return answer.headers, json.loads(text) if text else None
    except urllib.error.HTTPError as error:
        said = error.read().decode(errors="replace")[:300]
        raise LabError(
            f"服务拒绝了请求 {method} {url}", f"{method} {url} was refused: {error.code} {said}"
        ) from None
    except (OSError, http.client.HTTPException) as error:  # it died, or does not answer in time
        raise LabError(f"服务没有应答 {method} {url}:{error}", f"{url} does not answer; `make lab`") from None


def token(lab: Lab) -> str:
    """A token of the lab's administrator in its project."""
    user = {"name": "admin", "domain": {"id": "default"}, "password": lab.secrets["admin"]}
    body = {
        "auth": {
            "identity": {"methods": ["password"], "password": {"user": user}},
            "scope": {"project": {"name": "admin", "domain": {"id": "default"}}},
        }
    }
    headers, _ = request("POST", lab.keystone + "/auth/tokens", body)
    return str(headers["X-Subject-Token"])
