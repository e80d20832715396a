"""Words and small choices of which regions are made."""

from __future__ import annotations

import random
from typing import Any

Data = dict[str, Any]
DOMESTIC = ("c86", "arm64", "loongarch64")
SYSTEMS = ("openeuler-24.03", "openeuler-22.03-lts", "kylin-v10", "uos-20", "anolis-8", "anolis-23.1")
NAMES = (
    "番禺区域医疗云",
    "市桥院区",
    "Shiqiao campus",
    "大岗镇卫生院：分部",
    "“北”区 #2",
    "St. Mary's",
    "a: b",
    "No. 1, [east]",
)
STEMS = (
    "his",
    "emr",
    "lis",
    "pacs",
    "portal",
    "ai",
    "gate",
    "ward",
    "lab",
    "dept",
    "no",
    "yes",
    "on",
    "x",
    "team-a",
)
TIERS = {
    "his": ("block", "database"),
    "emr": ("block", "database"),
    "lis": ("block", "database"),
    "pacs": ("image", "block"),
    "database": ("database",),
    "portal": ("general", "block"),
    "oa": ("general", "block"),
    "archive": ("archive",),
    "ai": ("general", "block", "image"),
    "research": ("general", "block", "image"),
    "edge": ("general", "block"),
    "jump": ("general", "block"),
    "logs": ("general", "block"),
    "generic": ("general", "block", "image", "database"),
}


def existing(rng: random.Random) -> Data:
    return {"existing": rng.choice(("theirs", "已有资源", "net 7", "a-b_c.d"))}


def ids(rng: random.Random, stem: str, count: int) -> list[str]:
    """Identifiers of which no two look alike."""
    found: dict[str, str] = {}
    while len(found) < count:
        text = rng.choice(
            (f"{stem}{rng.randint(2, 9)}", f"{rng.choice(STEMS)}-{stem}", f"{stem}-{rng.choice(STEMS)}")
        )
        found.setdefault(text.translate(str.maketrans("01", "ol")), text)
        if rng.random() < 0.2:
            text = f"{stem}-{rng.getrandbits(40):x}"
            found.setdefault(text.translate(str.maketrans("01", "ol")), text)
    return list(found.values())[:count]


def shuffled(rng: random.Random, table: Data) -> Data:
    return dict(rng.sample(list(table.items()), len(table)))


def maybe(rng: random.Random, table: Data, key: str, value: Any) -> None:
    if rng.random() < 0.6:
        table[key] = value
