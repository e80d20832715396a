"""What a hosts file says of a host's surroundings."""

from __future__ import annotations

from medcloud.hosts.case.surroundings import Flow, Surroundings, network
from medcloud.hosts.errors import HardenError

_LISTS = ("time_sources", "admin_sources", "operators")
_DIRECTIONS = ("ingress", "egress")
_PROTOCOLS = ("tcp", "udp", "icmp")
_LAST_PORT = 65535


def surroundings(place: str, given: object, *, user: str, level: int) -> Surroundings:
    """The site of one host; HardenError names `place` and the field that is wrong.

    Where operators are named, `user` is one of them: who logs in to harden must be able to log in again.
    """
    if not isinstance(given, dict):
        raise HardenError(f"{place}: site: 应为映射 / must be a mapping: {given!r}")
    if unknown := sorted(set(given) - {*_LISTS, "log_receiver", "flows"}):
        raise HardenError(f"{place}: site: 未知字段 / unknown fields: {', '.join(unknown)}")
    listed = {key: _texts(f"{place}: site.{key}", given.get(key)) for key in _LISTS}
    for source in listed["admin_sources"]:
        _prefix(f"{place}: site.admin_sources", source)
    if listed["operators"]:
        listed["operators"] = tuple(dict.fromkeys((*listed["operators"], user)))
    return Surroundings(
        level=level,
        log_receiver=_receiver(f"{place}: site.log_receiver", given.get("log_receiver") or ""),
        flows=tuple(_flow(f"{place}: site.flows", flow) for flow in given.get("flows") or ()),
        **listed,
    )


def _texts(place: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise HardenError(f"{place}: 应为文本列表 / must be a list of texts: {value!r}")
    return tuple(value)


def _receiver(place: str, value: object) -> str:
    text = str(value)
    host, _, port = text.rpartition(":")
    if text and not (host and _is_port(port)):
        raise HardenError(f"{place}: 应为 主机:端口 / must be host:port: {text}")
    return text


def _is_port(text: str) -> bool:
    return text.isdigit() and 0 < int(text) <= _LAST_PORT


def _flow(place: str, row: object) -> Flow:
    if not isinstance(row, dict):
        raise HardenError(f"{place}: 应为映射 / must be a mapping: {row!r}")
    try:
        flow = Flow(**row)
    except TypeError as error:
        raise HardenError(f"{place}: {error}") from None
    if flow.direction not in _DIRECTIONS:
        raise HardenError(f"{place}: direction 应为 / must be {' | '.join(_DIRECTIONS)}: {flow.direction!r}")
    if flow.protocol not in _PROTOCOLS:
        raise HardenError(f"{place}: protocol 应为 / must be {' | '.join(_PROTOCOLS)}: {flow.protocol!r}")
    if flow.port is not None and (type(flow.port) is not int or not _is_port(str(flow.port))):
        raise HardenError(f"{place}: port 应为 / must be 1–{_LAST_PORT} | null: {flow.port!r}")
    _prefix(place, flow.remote)
    return flow


def _prefix(place: str, value: object) -> None:
    try:
        network(str(value))
    except ValueError as error:
        raise HardenError(f"{place}: 不是网段 / is no prefix: {error}") from None
