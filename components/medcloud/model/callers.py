"""Who may call a port: workloads and partners by name or by what they are, at either side of the call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import StrictStr

from medcloud.model.scalars import Key

if TYPE_CHECKING:
    from medcloud.model.port import Served
    from medcloud.model.region import Region

OUTSIDE = ("internet", "intranet")
"""Callers that are neither workloads nor partners."""
ALL = "all"
"""Every other workload, where none has this id."""
_ID = r"[a-z][a-z0-9-]{0,30}"
_WORD = rf"(kind|tenant|group|domain):{_ID}"
JOIN = "&"

CallerId = Annotated[
    StrictStr,
    Key(
        rf"^({_ID}|{_WORD}({JOIN}{_WORD})*)$",
        "写业务、合作方、internet、intranet、all，或 kind:、tenant:、group:、domain: 加标识，可用 & 连接",
        "write a workload, a partner, internet, intranet, all, or kind:, tenant:, group: or domain: and an "
        "id, joined by & if all must hold",
    ),
]
"""One caller, or all workloads of which something holds: ``his``, ``kind:his``, ``kind:his&group:county``."""
CalleeId = Annotated[
    StrictStr,
    Key(
        rf"^{_ID}(/{_ID})?$",
        "写业务，或 合作方，或 合作方/端口，如 pacs、insurance、insurance/query",
        "write a workload, a partner, or partner/port, e.g. pacs, insurance or insurance/query",
    ),
]

_HOLDS: Mapping[str, Callable[[Region, str, str], bool]] = {
    "kind": lambda region, key, id_: region.workloads[key].kind == id_,
    "tenant": lambda region, key, id_: region.tenant_of(key) == id_,
    "group": lambda region, key, id_: region.tenant_of(key) in region.groups.get(id_, ()),
    "domain": lambda region, key, id_: id_ in region.domains_for(key),
}


def is_selector(caller: str) -> bool:
    """Whether it stands for workloads by what they are."""
    return ":" in caller


def words(selector: str) -> Iterator[tuple[str, str]]:
    """What must hold, as word and id."""
    for each in selector.split(JOIN):
        word, _, id_ = each.partition(":")
        yield word, id_


def expand(region: Region, key: str, named: Iterable[str]) -> tuple[str, ...]:
    """The callers that a list of workload `key` stands for, in its order, each once and never itself."""
    found: dict[str, None] = {}
    for caller in named:
        found.update(dict.fromkeys(_chosen(region, caller)))
    found.pop(key, None)
    return tuple(found)


def callers(region: Region, key: str, port: Served) -> tuple[str, ...]:
    """Everyone who may call a port: whom it names, and who calls the workload and is accepted."""
    workload = region.workloads[key]
    named = expand(region, key, port.callers)
    own = workload.ports.get(port.name)
    if not workload.accepts or (own is not None and own.callers is not None):
        return named
    accepted = set(expand(region, key, workload.accepts))
    asking = (other for other, each in region.running.items() if key in each.calls and other in accepted)
    return tuple(dict.fromkeys((*named, *asking)))


def _chosen(region: Region, caller: str) -> Iterable[str]:
    """The workloads that a caller stands for; itself where it is one."""
    if caller == ALL and ALL not in region.workloads:
        return region.running
    if not is_selector(caller):
        return (caller,)
    held = tuple(words(caller))
    return (key for key in region.running if all(_HOLDS[word](region, key, id_) for word, id_ in held))
