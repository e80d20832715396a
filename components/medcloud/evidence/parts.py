"""The parts list: what the region's hardware is made of, by whom, from where; its shares are computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from medcloud.evidence.applies import hardware_classes
from medcloud.evidence.facts import RegionFacts
from medcloud.evidence.table import ITEM, Row, read_table
from medcloud.standard import item, number
from medcloud.standard.decides import decides
from medcloud.text import Finding, Place, Text

COLUMNS = ("class", "vendor", "origin", "model", "quantity", "core", "pool", "isa")
_HOME = "CN"


@dataclass(frozen=True)
class Part:
    """One line."""

    place: Place
    kind: str
    """Class: server, storage, network, security, crypto or other."""
    vendor: str
    origin: str
    """Country of origin, ISO 3166 alpha-2."""
    model: str
    quantity: int
    core: bool
    """Whether it is core hardware, of which 95 % must be domestic."""
    pool: str
    """Pool of the region file, for servers."""
    isa: str


def read_parts(path: Path) -> tuple[Part, ...]:
    """The parts list; Refused when it cannot be read."""
    return tuple(_part(row) for row in read_table(path, COLUMNS))


def _part(row: Row) -> Part:
    kind = row.choice("class", hardware_classes())
    is_server = kind == "server"
    origin = row.text("origin")
    if len(origin) != 2 or not (origin.isascii() and origin.isalpha() and origin.isupper()):
        raise row.error(
            "origin", Text("应为国家代码", "must be a country code"), Text("写 CN 等", "write CN or the like")
        )
    return Part(
        place=row.place,
        kind=kind,
        vendor=row.text("vendor"),
        origin=origin,
        model=row.text("model"),
        quantity=row.count("quantity"),
        core=row.choice("core", ("yes", "no")) == "yes",
        pool=row.text("pool") if is_server else "",
        isa=row.text("isa") if is_server else "",
    )


@dataclass(frozen=True)
class Shares:
    """In percent, by quantity."""

    domestic: Fraction | None
    """Of core hardware; None: there is none."""
    foreign: Fraction | None
    """Of all parts."""


@decides("7.1.1.4-d")
def shares(parts: Sequence[Part]) -> Shares:
    """Domestic share of core hardware, and foreign share of everything (7.1.1.4-d)."""
    core = [part for part in parts if part.core]
    return Shares(
        _share(core, [part for part in core if part.origin == _HOME]),
        _share(parts, [part for part in parts if part.origin != _HOME]),
    )


def _share(whole: Sequence[Part], some: Sequence[Part]) -> Fraction | None:
    total = sum(part.quantity for part in whole)
    return Fraction(100 * sum(part.quantity for part in some), total) if total else None


@decides("7.1.1.4-d")
def judge_shares(parts: Sequence[Part], place: Place) -> list[Finding]:
    """What the standard's figures refuse."""
    found = shares(parts)
    limits = (
        (found.domestic, "domestic_share", "核心硬件国产化率", "domestic share of core hardware"),
        (found.foreign, "foreign_share", "供应链境外依赖度", "foreign share of the supply"),
    )
    findings = []
    for share, name, zh, en in limits:
        limit = number(ITEM, name)
        if share is None or not limit.allows(float(share)):
            shown = "—" if share is None else f"{float(share):.2f} %"
            findings.append(
                Finding(
                    place,
                    Text(f"{zh} {shown}，应 {limit.text_zh}", f"{en} {shown}, must be {limit.text_en}"),
                    Text("以国产部件替换境外部件，或补全清单", "replace foreign parts, or complete the list"),
                    ITEM,
                )
            )
    return findings


def judge_fit(parts: Sequence[Part], facts: RegionFacts, place: Place) -> list[Finding]:
    """Where the servers of the list are not those of the region file."""
    findings = []
    for pool, hosts in facts.pools.items():
        own = [part for part in parts if part.pool == pool]
        count = sum(part.quantity for part in own)
        if count != hosts.count:
            zh = f"资源池 {pool} 有 {hosts.count} 台主机，清单列 {count} 台"
            findings.append(_unfit(place, zh, f"pool {pool} has {hosts.count} hosts, the list {count}"))
        for part in own:
            if part.isa != hosts.isa:
                zh = f"资源池 {pool} 为 {hosts.isa}，清单列 {part.isa}"
                findings.append(
                    _unfit(part.place, zh, f"pool {pool} is {hosts.isa}, the list says {part.isa}")
                )
    for part in parts:
        if part.pool and part.pool not in facts.pools:
            zh, en = f"区域文件无资源池 {part.pool}", f"the region file has no pool {part.pool}"
            findings.append(_unfit(part.place, zh, en))
    return findings


def _unfit(place: Place, zh: str, en: str) -> Finding:
    remedy = "使清单与区域文件一致", "make the list and the region file agree"
    return Finding(place, Text(zh, en), Text(*remedy), item(ITEM).id)
