"""The units in which the standard states its figures."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit's names, and how many of its base unit it is."""

    zh: str
    en: str
    base: str
    factor: float = 1


UNITS = {
    # time
    "us": Unit("µs", "µs", "s", 1e-6),
    "ms": Unit("ms", "ms", "s", 1e-3),
    "s": Unit("秒", "s", "s"),
    "min": Unit("分钟", "min", "s", 60),
    "h": Unit("小时", "h", "s", 3600),
    "d": Unit("天", "d", "s", 86_400),
    "year": Unit("年", "years", "s", 365 * 86_400),
    # rates and sizes
    "Gbps": Unit("Gbps", "Gbps", "bit/s", 1e9),
    "Tbps": Unit("Tbps", "Tbps", "bit/s", 1e12),
    "GB/s": Unit("GB/s", "GB/s", "bit/s", 8e9),
    "Mpps": Unit("Mpps", "Mpps", "packet/s", 1e6),
    "IOPS": Unit("IOPS", "IOPS", "IOPS"),
    "image/s": Unit("幅/秒", "images/s", "image/s"),
    "TB": Unit("TB", "TB", "byte", 1e12),
    "PB": Unit("PB", "PB", "byte", 1e15),
    "bit": Unit("位", "bits", "bit"),
    # shares
    "%": Unit("%", "%", "%"),
    # things that are counted
    "core": Unit("核", "cores", "core"),
    "connection": Unit("个连接", "connections", "connection"),
    "failure": Unit("次失败", "failures", "failure"),
    "session": Unit("个会话", "sessions", "session"),
    "factor": Unit("个因素", "factors", "factor"),
    "replica": Unit("个副本", "replicas", "replica"),
    "controller": Unit("个控制器", "controllers", "controller"),
    "centre": Unit("个中心", "centres", "centre"),
    "site": Unit("个地点", "sites", "site"),
    "generation": Unit("代", "generations", "generation"),
    "tier": Unit("级", "tiers", "tier"),
    "field": Unit("个字段", "fields", "field"),
    "grade": Unit("级", "(grade)", "grade"),
    # the value says all
    "version": Unit("", "", "version"),
    "name": Unit("", "", "name"),
}
