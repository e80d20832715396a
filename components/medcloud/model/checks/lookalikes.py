"""Two identifiers that a reader would take for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medcloud.model.identifiers import skeleton
from medcloud.model.region import Region
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_SECTIONS = ("sites", "tenants", "centres", "pools", "domains", "workloads", "partners", "groups")


def lookalikes(region: Region) -> Iterator[Problem]:
    """Of each section, and of the cities: the later of two that look alike."""
    for section in _SECTIONS:
        yield from _twins(((section, key), key) for key in getattr(region, section))
    cities = {site.city: ("sites", key, "city") for key, site in region.sites.items()}
    yield from _twins((loc, city) for city, loc in cities.items())


def _twins(found: Iterable[tuple[Loc, str]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for loc, text in found:
        other = seen.setdefault(skeleton(text), text)
        if other != text:
            yield Problem(
                loc,
                Text(
                    f"标识符 {text} 与 {other} 形似（0 与 o，1 与 l）",
                    f"identifier {text} looks like {other} (0 and o, 1 and l)",
                ),
                Text(f"换一个与 {other} 不易混淆的标识符", f"choose one that is not taken for {other}"),
            )
