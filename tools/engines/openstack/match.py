"""Pairs the names of Terraform's resources and data sources with the tokens of the installed SDK.

Names are paired by module, name, version suffix and shared properties, the best pairs first. A deprecated
token follows the one that its own message names ("... in favor of ...").
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.engines.openstack import sdk

# Terraform's short module names, and what the SDK calls them
MODULES = {"db": "database", "fw": "firewall", "lb": "loadbalancer"}
# tokens at the top of the SDK keep these modules at the head of their name
TOP_LEVEL = ("taas", "workflow")


@dataclass(frozen=True)
class Key:
    """A name in comparable parts."""

    module: str
    base: str
    version: str

    @staticmethod
    def split(name: str) -> tuple[str, str]:
        """`network_v2` and `NetworkV2` as (name, "2"); no version is ""."""
        found = re.fullmatch(r"(.*?)_?[vV](\d)", name)
        return (found[1], found[2]) if found else (name, "")

    @classmethod
    def of_terraform(cls, name: str) -> Key:
        """`openstack_fw_group_v2` → firewall, group, 2."""
        module, _, rest = name.removeprefix("openstack_").partition("_")
        base, version = cls.split(rest)
        return cls(MODULES.get(module, module), base.replace("_", "").lower(), version)

    @classmethod
    def of_token(cls, token: str) -> Key:
        """`openstack:firewall/groupV2:GroupV2` → firewall, group, 2."""
        _, path, name = token.split(":")
        base, version = cls.split(name.removeprefix("get"))
        module, base = path.split("/")[0], base.lower()
        if module == "index":
            module = next((each for each in TOP_LEVEL if base.startswith(each)), module)
        return cls(module, base.removeprefix(module) or base, version)

    def likeness(self, token: Key) -> float | None:
        """0 to 3, None when module or version rule a pair out."""
        if self.module != token.module or token.version not in ("", self.version):
            return None
        alike = difflib.SequenceMatcher(None, self.base, token.base).ratio()
        # an exact version beats none, and where the token has none the newest is meant
        return 2 * alike + (0.5 if token.version else 0) + int(self.version or 0) / 100


@dataclass
class Pairing:
    """Terraform names to tokens, each used once."""

    taken: dict[str, str] = field(default_factory=dict)

    @classmethod
    def best(cls, terraform: Mapping[str, list[str]], tokens: Mapping[str, set[str]]) -> Pairing:
        """Greedy: the likeliest pair first."""
        scored = []
        for name, fields in terraform.items():
            key = Key.of_terraform(name)
            for token, properties in tokens.items():
                like = key.likeness(Key.of_token(token))
                if like is not None:
                    shared = len(properties & set(fields)) / max(1, len(properties | set(fields)))
                    scored.append((like + shared, name, token))
        pairing = cls()
        used: set[str] = set()
        for _, name, token in sorted(scored, reverse=True):
            if name not in pairing.taken and token not in used:
                pairing.taken[name] = token
                used.add(token)
        return pairing


def table(terraform: Mapping[str, Mapping[str, list[str]]]) -> tuple[dict[str, Any], list[str]]:
    """The token table, and the names of either side that found no partner.

    `terraform` is `gen names`: "resources" and "functions", each name with its fields.
    """
    found: dict[str, Any] = {"legacy": {}}
    unmatched: list[str] = []
    for kind in ("resources", "functions"):
        tokens, moved = sdk.tokens(kind)
        current = {token: properties for token, properties in tokens.items() if token not in moved}
        pairs = Pairing.best(terraform[kind], current).taken
        by_token = {token.lower(): name for name, token in pairs.items()}
        legacy = {by_token[new]: old for old, new in moved.items() if new in by_token}
        found[kind], found["legacy"][kind] = pairs, legacy
        unmatched += sorted(set(tokens) - set(pairs.values()) - set(legacy.values()))
        unmatched += sorted(set(terraform[kind]) - set(pairs))
    return found, unmatched
