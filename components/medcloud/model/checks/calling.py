"""Calls as their callers write them: accepted by the callee, offered by the partner, possible by its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from medcloud.model.callers import OUTSIDE, expand, is_selector, words
from medcloud.model.checks._whole import needs_whole
from medcloud.model.checks.references import references
from medcloud.model.kinds import KindId
from medcloud.model.levels import sensitive
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@needs_whole("workloads", "groups", "tenants")
@decides("7.2.2-c")
def accepted(region: Region) -> Iterator[Problem]:
    """Calls of workloads that do not accept their caller: both sides have to say it."""
    called = {callee for workload in region.workloads.values() for callee in workload.calls}
    willing = {
        callee: {*expand(region, callee, other.accepts), *expand(region, callee, other.callers)}
        for callee, other in region.running.items()
        if callee in called
    }
    unheard = [
        (key, index, callee)
        for key, workload in region.running.items()
        for index, callee in enumerate(workload.calls)
        if callee in willing and callee != key and key not in willing[callee]
    ]
    misnaming = {problem.loc[:2] for problem in references(region, frozenset())} if unheard else set()
    for key, index, callee in unheard:
        if ("workloads", callee) not in misnaming:  # whom it accepts is not known before that is mended
            kind = region.workloads[key].kind
            yield Problem(
                ("workloads", key, "calls", index),
                Text(f"{callee} 未接受 {key} 的调用", f"{callee} does not accept calls of {key}"),
                Text(
                    f"在 workloads.{callee}.accepts 加上 {key} 或 kind:{kind}",
                    f"add {key} or kind:{kind} to workloads.{callee}.accepts",
                ),
                "7.2.2-c",
            )


def itself(region: Region) -> Iterator[Problem]:
    """Workloads that call themselves by ``calls``."""
    for key, workload in region.running.items():
        for index, callee in enumerate(workload.calls):
            if callee == key:
                yield Problem(
                    ("workloads", key, "calls", index),
                    Text(f"{key} 的成员互访不在 calls 中声明", f"{key} calls itself"),
                    Text(
                        "成员须互访时在端口写 members: centre 或 region",
                        "where its members reach each other, write members: centre or region at that port",
                    ),
                )


def kinds(region: Region) -> Iterator[Problem]:
    """Callers of a kind that there is not."""
    known = get_args(KindId)
    for key, workload in region.running.items():
        for place, named in workload.name_lists.items():
            for index, caller in enumerate(named):
                for word, id_ in words(caller) if is_selector(caller) else ():
                    if word == "kind" and id_ not in known:
                        yield Problem(
                            ("workloads", key, *place, index),
                            Text(f"没有业务类别 {id_}", f"there is no kind {id_}"),
                            Text(f"写 {'、'.join(known)} 之一", f"write one of {', '.join(known)}"),
                        )


def names(region: Region) -> Iterator[Problem]:
    """Partners whose id means something else already."""
    for key in region.partners:
        if key in OUTSIDE or key in region.workloads:
            yield Problem(
                ("partners", key),
                Text(f"{key} 已另有所指", f"{key} means something else already"),
                Text("换一个标识符", "choose another identifier"),
            )


def offered(region: Region) -> Iterator[Problem]:
    """Calls of services that a partner does not offer."""
    for key, workload in region.running.items():
        for index, callee in enumerate(workload.calls):
            name, _, port = callee.partition("/")
            if port and name in region.workloads:
                yield Problem(
                    ("workloads", key, "calls", index),
                    Text(f"{name} 是业务，此处不写端口", f"{name} is a workload: no port is written here"),
                    Text(
                        f"写 {name}；各端口容许谁，写在 workloads.{name}.ports.{port}.callers",
                        f"write {name}; workloads.{name}.ports.{port}.callers says who may call that port",
                    ),
                )
                continue
            partner = region.partners.get(name)
            if partner is None or (port in partner.ports if port else partner.ports):
                continue
            have = ", ".join(partner.ports) or "-"
            yield Problem(
                ("workloads", key, "calls", index),
                Text(
                    f"合作方 {name} 没有端口 {port or '-'}（有: {have}）",
                    f"partner {name} has no port {port or '-'} (it has: {have})",
                ),
                Text(f"在 partners.{name}.ports 写明端口", f"write it under partners.{name}.ports"),
            )


@decides("6.5-b", "7.2.2-a")
def by_internet(region: Region) -> Iterator[Problem]:
    """Sensitive data that would pass to or from a partner over the Internet."""
    for loc, key, partner in _used(region):
        level = region.workloads[key].level
        if region.partners[partner].by == "internet" and sensitive(level):
            yield Problem(
                loc,
                Text(
                    f"{partner} 经互联网连接，{key} 为 {level} 级数据",
                    f"{partner} is reached by the Internet, and {key} has level {level} data",
                ),
                Text(
                    f"为 {partner} 接专线（by: line）或 VPN（by: vpn），或经低级别业务交换",
                    f"reach {partner} by: line or by: vpn, or through a workload of a lower level",
                ),
                "6.5-b",
            )


def way(region: Region) -> Iterator[Problem]:
    """Calls from or to partners in centres that have no way out."""
    for loc, key, partner in _used(region):
        if region.partners[partner].by == "vpn":
            continue  # what a VPN needs of a centre is for medcloud.plan.checks.vpn
        for centre in region.centres_of(key) if region.workloads[key].pool in region.pools else ():
            if centre in region.centres and region.centres[centre].external is None:
                yield Problem(
                    loc,
                    Text(
                        f"中心 {centre} 没有外部网络，到不了 {partner}",
                        f"centre {centre} has no external network by which {partner} is reached",
                    ),
                    Text(f"写 centres.{centre}.external", f"write centres.{centre}.external"),
                )


def _used(region: Region) -> Iterator[tuple[Loc, str, str]]:
    """Each place where a workload is joined with a partner: place, workload, partner."""
    for key, workload in region.running.items():
        lists: list[tuple[tuple[str, ...], Sequence[str]]] = [*workload.caller_lists.items()]
        lists.append((("calls",), [callee.partition("/")[0] for callee in workload.calls]))
        for place, named in lists:
            for index, name in enumerate(named):
                if name in region.partners:
                    yield ("workloads", key, *place, index), key, name
