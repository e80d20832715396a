"""Asking a control plane for the objects that a pending creation may have left."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from keystoneauth1.adapter import Adapter
from openstack.connection import Connection
from requests import Response

from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.openstack.lookup_rule import Inputs, LookupRule, Object, agrees, attribute
from medcloud.text import Text

HTTP_GONE = (404, 410)


def proxy(connection: Connection, row: LookupRule) -> Adapter:
    """The service's adapter. RecoverFailed when the cloud has no such service."""
    adapter = getattr(connection, row.service)
    if not isinstance(adapter, Adapter):
        raise RecoverFailed(
            Text(f"云平台没有该服务: {row.service}", f"the cloud has no such service: {row.service}")
        )
    return adapter


def matches(connection: Connection, row: LookupRule, inputs: Inputs) -> list[Object]:
    """The objects that fit the inputs of a resource, newest first."""
    found = [item for item in _listed(proxy(connection, row), row, inputs) if _fits(row, inputs, item)]
    return sorted(
        found, key=lambda item: str(item.get("created_at") or item.get("created") or ""), reverse=True
    )


def resource_id(row: LookupRule, inputs: Inputs, found: Object) -> str:
    """The id by which the provider knows the object."""
    return row.id.format_map({**inputs, **found, "id": own_id(row, found)})


def own_id(row: LookupRule, found: Object) -> str:
    """The object's id in its collection; barbican gives a URL, whose last part it is."""
    return str(attribute(found, row.own)).rstrip("/").rsplit("/", 1)[-1]


def remove(
    connection: Connection, row: LookupRule, inputs: Inputs, found: Object, patience: float = 120
) -> None:
    """Delete an object and wait until it is gone. RecoverFailed when the service does not get there."""
    if not row.delete:
        raise RecoverFailed(
            Text(
                f"须人工处理: {row.path} {own_id(row, found)}",
                f"to be removed by hand: {row.path} {own_id(row, found)}",
            )
        )
    place, answer = _delete(connection, row, inputs, found)
    if not answer.ok and answer.status_code not in HTTP_GONE:
        raise RecoverFailed(f"DELETE {place}: {answer.status_code} {answer.text[:200]}")
    deadline = time.monotonic() + patience
    mine = own_id(row, found)
    while any(own_id(row, item) == mine for item in matches(connection, row, inputs)):
        if time.monotonic() > deadline:
            raise RecoverFailed(
                Text(f"{place}: {patience:.0f} 秒后仍未删除", f"{place}: still there after {patience:.0f} s")
            )
        time.sleep(1)


def take_back(connection: Connection, row: LookupRule, inputs: Inputs, found: Object) -> None:
    """Ask for an object's deletion; a service that still works on it refuses, and that is well."""
    _delete(connection, row, inputs, found)


def _delete(connection: Connection, row: LookupRule, inputs: Inputs, found: Object) -> tuple[str, Response]:
    place = row.delete.format_map({**inputs, "path": row.path.format_map(inputs), "id": own_id(row, found)})
    return place, proxy(connection, row).delete(place, raise_exc=False)


def _fits(row: LookupRule, inputs: Inputs, item: Object) -> bool:
    named = row.query if not row.pattern else {}
    return (
        all(
            agrees(attribute(item, a), inputs[i])
            for a, i in (*row.same.items(), *_shown(named, item))
            if inputs.get(i)
        )
        and all(agrees(attribute(item, a), inputs.get(i)) for a, i in row.exact.items())
        and row.accept(inputs, item)
    )


def _shown(query: Any, item: Object) -> Iterator[tuple[str, str]]:
    # A filter that a service does not know it ignores, so what was asked for is compared as well.
    yield from ((a, i) for a, i in query.items() if a in item)


def _listed(adapter: Adapter, row: LookupRule, inputs: Inputs) -> Iterator[Object]:
    try:
        path = row.path.format_map(inputs)
    except KeyError as absent:
        raise RecoverFailed(Text(f"资源缺少输入 {absent}", f"the resource has no input {absent}")) from absent
    asked = {name: str(inputs[i]) for name, i in row.query.items() if inputs.get(i)}
    if row.pattern:
        asked = {name: f"^{re.escape(value)}$" for name, value in asked.items()}
    params = {**row.fixed, **asked}
    while True:
        answer = adapter.get(path, params=params, raise_exc=False)
        if answer.status_code in HTTP_GONE:
            return
        if not answer.ok:
            raise RecoverFailed(f"GET {path}: {answer.status_code} {answer.text[:200]}")
        body = answer.json()
        if not row.key:
            yield body
            return
        yield from (item[row.unwrap] if row.unwrap else item for item in body[row.key])
        following = _following(body, row.key)
        if not following:
            return
        params = dict(parse_qsl(urlsplit(following).query))


def _following(body: Mapping[str, Any], key: str) -> str:
    """The address of the next page, in each of the ways services give it."""
    if isinstance(body.get("next"), str):
        return str(body["next"])
    links = body.get(f"{key}_links") or body.get("links") or {}
    if isinstance(links, Mapping):
        return str(links.get("next") or "")
    return next((str(link["href"]) for link in links if link.get("rel") == "next"), "")
