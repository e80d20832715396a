"""Region files that are bad: good ones with their data or their text spoilt in one known way."""

from __future__ import annotations

import random
from collections.abc import Callable

import yaml

from tests.support.generate_region import Data, good_region
from tests.support.spoil_region import SPOILS


def bad_region(rng: random.Random) -> tuple[str, str]:
    """The text of a bad region, and the name of what is wrong with it: a key of SPOILS or TEXTS."""
    name = rng.choice([*SPOILS, *TEXTS])
    data = good_region(rng)
    while not data["workloads"]:
        data = good_region(rng)
    if name in SPOILS:
        SPOILS[name].change(rng, data)
        return text_of(data), name
    return TEXTS[name](rng, text_of(data)), name


def text_of(data: Data) -> str:
    """The region as YAML."""
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def _insert(line: str) -> Callable[[random.Random, str], str]:
    def change(rng: random.Random, text: str) -> str:
        lines = text.splitlines()
        lines.insert(rng.randrange(len(lines)), line)
        return "\n".join(lines)

    return change


def _bomb(rng: random.Random, text: str) -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, rng.randint(8, 30))]
    return "\n".join(rows) + "\n" + text


def _replace(old: str, new: str) -> Callable[[random.Random, str], str]:
    return lambda rng, text: text.replace(old, new, 1)


TEXTS: dict[str, Callable[[random.Random, str], str]] = {
    "not YAML": _insert("}{ : - ["),
    "a tab": _insert("\tname: x"),
    "a control character": _insert("name: \x01"),
    "repeated section": lambda rng, text: text + "\nversion: 1\n",
    "repeated key": _replace("  owner:", "  owner: x\n  owner:"),
    "bomb": _bomb,
    "deep": lambda rng, text: "deep: " + "[" * rng.choice((25, 2000, 100_000)) + "\n" + text,
    "endless alias": lambda rng, text: "loop: &loop [*loop]\n" + text,
    "unknown alias": lambda rng, text: "loop: *loop\n" + text,
    "merge key": lambda rng, text: "base: &base {a: 1}\n<<: *base\n" + text,
    "two documents": lambda rng, text: text + "---\n" + text,
    "a Python tag": lambda rng, text: "x: !!python/object/apply:os.system [ls]\n" + text,
    "a tag": _replace("version: 1", "version: !!int 1"),
    "yes for true": lambda rng, text: text + "\nidentity: {mfa: yes}\n",
    "octal": _replace("version: 1", "version: 01"),
    "hexadecimal": _replace("version: 1", "version: 0x1"),
    "underscores": _replace("version: 1", "version: 1_000"),
    "base 60": _replace("version: 1", "version: 09:30"),
    "a date": _replace("version: 1", "version: 2026-01-28"),
    "exponent": _replace("version: 1", "version: 1e0"),
    "number as key": lambda rng, text: text + "\n7: x\n",
    "list as key": lambda rng, text: text + "\n? [a, b]\n: x\n",
    "full-width colon": _replace("version: 1", "version：1"),
    "cut off": lambda rng, text: text[: rng.randrange(len(text) // 2)],
    "empty": lambda rng, text: rng.choice(("", "\n\n", "# nothing\n", "---\n", "null", "[]", "text", "42")),
}
"""Ways to spoil the text."""
