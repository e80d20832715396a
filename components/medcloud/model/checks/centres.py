"""Two centres in one city, and a third elsewhere (7.3.2.4-a, A.5-b)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.region import Region
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@needs_whole("centres", "sites")
@decides("7.3.2.4-a", "A.5-b")
def centres(region: Region) -> Iterator[Problem]:
    """Too few active centres, active centres apart, no recovery centre, or one in an active one's city."""
    if region.is_rehearsed:
        return
    city = {key: region.sites[c.site].city for key, c in region.centres.items() if c.site in region.sites}
    active = [key for key, centre in region.centres.items() if centre.role == "active"]
    recovery = [key for key, centre in region.centres.items() if centre.role == "recovery"]
    least = number("7.3.2.4-a", "same_city_centres")
    together = Counter(city.get(key) for key in active).most_common(1)
    if not least.allows(len(active)):
        yield Problem(
            ("centres",),
            Text(
                f"{len(active)} 个双活中心，应{least.text_zh}",
                f"there are {len(active)} active centres; the standard has {least.text_en}",
            ),
            Text("再加一个同城的 role: active 中心", "add a centre of role: active in the same city"),
            "7.3.2.4-a",
        )
    elif not least.allows(together[0][1]) and city.keys() >= {*active}:
        yield Problem(
            ("centres", active[-1], "site"),
            Text("双活中心不在同一城市", "the active centres are not in one city"),
            Text(
                "让至少两个 active 中心的 site 同城", "place at least two active centres in sites of one city"
            ),
            "7.3.2.4-a",
        )
    if not recovery:
        yield Problem(
            ("centres",),
            Text("没有异地灾备中心", "there is no recovery centre"),
            Text("加一个在另一城市的 role: recovery 中心", "add a centre of role: recovery in another city"),
            "A.5-b",
        )
    for key in recovery:
        if city.get(key) in {city.get(other) for other in active} and key in city:
            yield Problem(
                ("centres", key, "site"),
                Text(
                    f"灾备中心 {key} 与双活中心同在 {city[key]}",
                    f"recovery centre {key} is in {city[key]}, where an active centre is",
                ),
                Text("选另一城市的 site", "choose a site in another city"),
                "A.5-b",
            )


@decides("7.3.2.4-a")
def addresses(region: Region) -> Iterator[Problem]:
    """Two centres that are one and the same part of one cloud."""
    seen: dict[tuple[str, str, str], str] = {}
    for key, centre in region.centres.items():
        other = seen.setdefault((centre.cloud, centre.region, centre.zone), key)
        if other != key:
            yield Problem(
                ("centres", key, "zone"),
                Text(
                    f"中心 {key} 与 {other} 的 cloud、region、zone 全同，实为一处",
                    f"centres {key} and {other} have the same cloud, region and zone: they are one place",
                ),
                Text("写另一个 zone、region 或 cloud", "write another zone, region or cloud"),
                "7.3.2.4-a",
            )
