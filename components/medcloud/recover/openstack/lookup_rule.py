"""How one resource type is looked up in its service's REST API: a row of data."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Object = Mapping[str, Any]
"""An object as the service shows it."""

Inputs = Mapping[str, Any]
"""The inputs of a resource, as the engine wrote them into the state."""


def always(_inputs: Inputs, _found: Object) -> bool:
    """Nothing of a creation can be missing once the object is there."""
    return True


@dataclass(frozen=True)
class LookupRule:
    """One type: where its objects are listed, which of them is meant, and what id the provider gives it."""

    service: str = ""
    """The proxy of openstacksdk, e.g. ``network``."""
    path: str = ""
    """The collection; ``{poolId}`` stands for an input."""
    key: str = ""
    """The list's key in the answer."""
    query: Mapping[str, str] = field(default_factory=dict)
    """Filters that the service applies: parameter to input."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Parameters that are always sent."""
    pattern: bool = False
    """The service reads the filter as a regular expression."""
    same: Mapping[str, str] = field(default_factory=dict)
    """Attribute (dotted) to input: must agree where the input is given."""
    exact: Mapping[str, str] = field(default_factory=dict)
    """Attribute to input: must agree, and be empty where the input is not given."""
    accept: Callable[[Inputs, Object], bool] = always
    """What attributes alone cannot say."""
    unwrap: str = ""
    """Key under which each item of the list holds the object."""
    id: str = "{id}"
    """The provider's resource id, from the object's attributes and the inputs."""
    own: str = "id"
    """Attribute that is the object's own id in its collection; of a URL its last part."""
    status: str = "status"
    settling: tuple[str, ...] = ()
    """States which end by themselves."""
    lost: tuple[str, ...] = ()
    """Those of them which never end when the request was lost on its way: only then is a DELETE taken."""
    failed: tuple[str, ...] = ("ERROR", "error")
    """States out of which an object does not come, or which only the dead provider would have ended."""
    finished: Callable[[Inputs, Object], bool] = always
    """Whether no later step of the creation was cut off that an update would not make up for."""
    delete: str = "{path}/{id}"
    """What to DELETE; only for objects that are removed instead of adopted."""
    again: bool = False
    """Creating once more gives the same object and no second one: nothing needs to be looked up."""


def attribute(found: Object, dotted: str) -> Any:
    """The attribute at a dotted path; lists are entered by number; None when there is none."""
    value: Any = found
    for part in dotted.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def agrees(have: Any, want: Any) -> bool:
    """Whether what the service shows is what the input says, across ways of writing it."""
    if want in (None, "", [], {}):
        return have in (None, "", [], {})
    if isinstance(want, Mapping):
        return isinstance(have, Mapping) and all(agrees(have.get(k), v) for k, v in want.items())
    if isinstance(want, list):
        return isinstance(have, list) and sorted(map(canonical, have)) == sorted(map(canonical, want))
    return canonical(have) == canonical(want)


def canonical(value: Any) -> str:
    """One spelling: ``fd00:0::/64`` as ``fd00::/64``, 443.0 as ``443``, True as ``true``."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    try:
        return (
            str(ipaddress.ip_network(text, strict=False)) if "/" in text else str(ipaddress.ip_address(text))
        )
    except ValueError:
        return text
