"""What people call things, beside their ids: the one way in which plan, diff and review show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from medcloud.model.lan import tenant_of_lan

Titles = Mapping[str, str]
"""Display names by place in the region file: ``workloads.his``."""


def called(titles: Titles, section: str, id_: str) -> str:
    """A thing's id and what people call it: ``his (门诊系统)``; the id alone when it has no other name."""
    title = titles.get(f"{section}.{id_}")
    return f"{id_} ({title})" if title and title != id_ else id_


def side(titles: Titles, id_: str) -> str:
    """The same of one side of a flow or a link: a workload, a centre, a partner, a tenant's LAN."""
    if tenant := tenant_of_lan(id_):
        title = titles.get(f"tenants.{tenant}")
        return f"{id_} ({title})" if title else id_
    return next((said for s in _SIDES if (said := called(titles, s, id_)) != id_), id_)


def network(titles: Titles, key: str) -> str:
    """The same of a network, ``c1/group/core``: what its centre, tenant and domain are called."""
    return _with(titles, key, zip(("centres", "tenants", "domains"), key.split("/"), strict=False))


def whose(titles: Titles, labels: Mapping[str, str]) -> str:
    """Workload, tenant and centre that the labels of a resource name, where people call them anything."""
    named = ((f"{label}s", labels[label]) for label in ("workload", "tenant", "centre") if label in labels)
    return ", ".join(called(titles, *each) for each in named if f"{each[0]}.{each[1]}" in titles)


def _with(titles: Titles, id_: str, parts: Iterable[tuple[str, str]]) -> str:
    names = [title for section, part in parts if (title := titles.get(f"{section}.{part}"))]
    return f"{id_} ({' '.join(names)})" if names else id_


_SIDES = ("workloads", "partners", "centres")
