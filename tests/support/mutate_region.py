"""Any change of any place of a region file: what a tired person, a bad merge or a hostile hand leaves."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.support.generate_region import Data

ODD: tuple[Any, ...] = (
    None,
    True,
    "",
    " ",
    0,
    -1,
    1,
    3.5,
    10**12,
    [],
    {},
    "x" * 300,
    "１０",
    "no",
    "a: b",
    "$(id)",
    "../../etc/passwd",
    "/dev/zero",
    "a\u202eb",
    "internet",
    "all",
    "kind:his",
    "0.0.0.0/0",
    "10.64.0.0/16",
    "::/0",
    "fd00::/8",
    "2026-02-30",
    "99999999d",
    {"existing": "theirs"},
    {"existing": ""},
    ["a", "a"],
)
"""Values that are good somewhere, and bad in most places."""

Path = tuple[Any, ...]


def mutated(rng: random.Random, data: Data) -> Data:
    """A copy with one to three places changed."""
    found = copy.deepcopy(data)
    for _ in range(rng.randint(1, 3)):
        places = list(_places(found))
        rng.choice(_WAYS)(rng, found, rng.choice(places))
    return found


def _places(node: Any, path: Path = ()) -> Iterator[Path]:
    """Every place below the top, tables and lists before what is in them."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from _places(value, (*path, key))


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _other_value(rng: random.Random, data: Data, path: Path) -> None:
    _at(data, path[:-1])[path[-1]] = copy.deepcopy(rng.choice(ODD))


def _anothers_value(rng: random.Random, data: Data, path: Path) -> None:
    """One from elsewhere in the file, mostly of the same sort."""
    own = type(_at(data, path))
    same = [place for place in _places(data) if isinstance(_at(data, place), own)]
    _at(data, path[:-1])[path[-1]] = copy.deepcopy(_at(data, rng.choice(same)))


def _gone(rng: random.Random, data: Data, path: Path) -> None:
    del _at(data, path[:-1])[path[-1]]


def _other_key(rng: random.Random, data: Data, path: Path) -> None:
    holder = _at(data, path[:-1])
    if isinstance(holder, dict):
        key = str(path[-1])
        name = rng.choice((key + "s", key.upper(), key[:-1], f"{key}-2", rng.choice(list(holder)), "was"))
        holder[name] = holder.pop(path[-1])
    else:
        holder.append(copy.deepcopy(holder[path[-1]]))


def _a_bit_more(rng: random.Random, data: Data, path: Path) -> None:
    value = _at(data, path)
    if isinstance(value, int) and not isinstance(value, bool):
        _at(data, path[:-1])[path[-1]] = value + rng.choice((-value, -1, 1, value, 64, 10_000))
    else:
        _other_value(rng, data, path)


_WAYS: tuple[Callable[[random.Random, Data, Path], None], ...] = (
    _other_value,
    _anothers_value,
    _gone,
    _other_key,
    _a_bit_more,
)
