"""The cloud's API is reached by HTTPS with its certificate verified."""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.core.values import Node
from medcloud_policies.openstack import tokens

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("insecure", default=False):
        yield "insecure true"
    if r.word("authUrl").startswith("http:") and not _is_loopback(r.text("authUrl")):
        yield "authUrl is not https"
    for service, url in _overrides(r):
        if url.casefold().startswith("http:") and not _is_loopback(url):
            yield f"endpointOverrides.{service} is not https"


def _overrides(r: Resource) -> Iterator[tuple[str, str]]:
    """Addresses of single services, a map that the engine hands to a provider as JSON."""
    given = r.value("endpointOverrides")
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except (ValueError, RecursionError):
            return
    if isinstance(given, Mapping):
        yield from Node(given, "endpointOverrides.").items()


def _is_loopback(url: str) -> bool:
    try:
        return urlsplit(url).hostname in _LOOPBACK
    except ValueError:
        return False


RULE = Rule(
    id="provider-tls",
    items=(
        "7.2.1-b",
        "7.2.3.2-d",
    ),
    severity="critical",
    title=Text(
        "访问云平台接口须用 HTTPS 并校验证书",
        "The cloud's API is reached by HTTPS, its certificate verified",
    ),
    why=Text(
        "不校验证书，中间人就能拿到管理员口令。",
        "Without verifying, somebody in the middle gets the administrator's password.",
    ),
    remedy=Text(
        "authUrl 用 https://，不设 insecure；自有 CA 用 cacertFile。",
        "Use https:// in authUrl, no insecure; name an own CA in cacertFile.",
    ),
    types=(tokens.PROVIDER,),
    judge=_judge,
)
