"""Names: of the region, its owner and zone, of DNS records, and what people call things."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address

from medcloud.diff.change import About, Change, Severity
from medcloud.diff.pair import Pair, match
from medcloud.diff.renames import SECTIONS
from medcloud.text import Text

_REGION: tuple[tuple[str, Severity, Text], ...] = (
    (
        "id",
        "critical",
        Text("区域标识改变，所有资源重建", "the region has another id: everything is made anew"),
    ),
    ("name", "low", Text("区域名称改变", "the region has another name")),
    ("owner", "low", Text("负责单位改变", "the region has another owner")),
    (
        "domain",
        "high",
        Text(
            "域名后缀改变，所有业务换名，证书须重签",
            "the DNS zone changes: every workload has another name, and certificates have to follow",
        ),
    ),
    ("zone_existing", "medium", Text("使用另一已有域名区", "another DNS zone that exists is used")),
)


def changes(pair: Pair) -> Iterator[Change]:
    """What is called otherwise, and what a name leads to."""
    for field, severity, text in _REGION:
        before, after = (str(getattr(plan, field) or "-") for plan in (pair.old, pair.new))
        if before != after:
            yield Change("renamed", severity, f"renamed:region.{field}", text, before=before, after=after)
    if pair.old.named_in != pair.new.named_in:
        sides = [", ".join(plan.named_in) or "-" for plan in (pair.old, pair.new)]
        text = Text("保存域名的云改变（按中心）", "the names are kept in other clouds (by centre)")
        yield Change("renamed", "medium", "renamed:region.named_in", text, before=sides[0], after=sides[1])
    yield from _identifiers(pair)
    for place in sorted({*pair.old.titles, *pair.new.titles}):
        yield from _title(pair, place)
    yield from _records(pair)


def _identifiers(pair: Pair) -> Iterator[Change]:
    """What has another identifier in the region file and stays as it is in the cloud."""
    for section in SECTIONS:
        for before, after in getattr(pair.renames, section).items():
            text = Text(
                f"{section}.{after} 从前叫 {before}；服务器、网络、数据与云上名称不变，标签更新",
                f"{section}.{after} was called {before}; servers, networks, data and names in the cloud "
                "stay, labels follow",
            )
            about = About(tenant=after if section == "tenants" else "")
            about = pair.about(after) if section == "workloads" else about
            yield Change("renamed", "low", f"renamed:{section}.{after}.id", text, about, before, after)


def _title(pair: Pair, place: str) -> Iterator[Change]:
    """Of what stands in both: a new thing's name is told with it."""
    before, after = pair.old.titles.get(place, ""), pair.new.titles.get(place, "")
    section, _, id_ = place.partition(".")
    known = {
        "tenants": [{w.tenant for w in plan.workloads} for plan in (pair.old, pair.new)],
        "workloads": [{w.id for w in plan.workloads} for plan in (pair.old, pair.new)],
    }.get(section)
    if before == after or not (known is None or all(id_ in side for side in known)):
        return
    text = Text(f"{place} 的显示名称改变", f"{place} is called otherwise")
    about = pair.about(id_) if section == "workloads" else About(tenant=id_ if section == "tenants" else "")
    yield Change("renamed", "low", f"renamed:{place}", text, about, before, after)


def _records(pair: Pair) -> Iterator[Change]:
    """What a workload's name leads to, or how long others may remember it."""
    zones = pair.old.domain, pair.new.domain
    for old, new in match(pair.old.records, pair.new.records, lambda r: (r.workload, r.type, r.name)):
        if not old or not new or zones[0] != zones[1]:
            continue
        if (set(old.values), old.ttl) != (set(new.values), new.ttl):
            sides = [f"{', '.join(sorted(r.values, key=ip_address))} ({r.ttl} s)" for r in (old, new)]
            text = Text(
                f"域名 {new.name.rstrip('.')} 指向改变", f"the name {new.name.rstrip('.')} leads elsewhere"
            )
            id_, about = f"renamed:{new.workload}.{new.type}", pair.about(new.workload)
            yield Change("renamed", "low", id_, text, about, sides[0], sides[1], "B.1-c")
