"""What the pack is told of a region: names of what exists already and is used as the region file says.

The pack judges volume types, images and flavors by their names. One that a region file adopts has the name
that its cloud gave it; that it is encrypted, or of which system it is, the file says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from medcloud.plan.region import RegionPlan
from medcloud_policies.core.options import APPROVED_SYSTEMS, PUBLIC_DOMAINS
from medcloud_policies.core.settings import Setting, Settings
from medcloud_policies.openstack.options import APPROVED_FLAVORS, ENCRYPTED_VOLUME_TYPES, SLOW_VOLUME_TYPES

Given = dict[str, dict[str, Any]]
"""Settings by the rule that carries them, as ``--policy-pack-config`` reads them."""


def pack_settings(plan: RegionPlan) -> Given:
    """What to give the pack with this region; empty where its defaults say enough."""
    tiers = [tier for centre in plan.centres for tier in centre.tiers if tier.existing]
    pools = [pool for centre in plan.centres for pool in centre.pools]
    flavors = [flavor.existing for pool in pools for flavor in pool.flavors if flavor.existing]
    booted = (image for pool in pools for image in pool.images)
    images = [image.existing for image in booted if image.existing]
    exposed = [domain.id for centre in plan.centres for domain in centre.domains if domain.exposed]
    given: Given = {}
    _add(given, "volume-encrypted", ENCRYPTED_VOLUME_TYPES, (t.volume_type for t in tiers if t.encrypted))
    _add(given, "archive-tier", SLOW_VOLUME_TYPES, (t.volume_type for t in tiers if _is_archive(t.id)))
    _add(given, "instance-by-id", APPROVED_SYSTEMS, images)
    _add(given, "instance-by-id", APPROVED_FLAVORS, flavors)
    if more := set(exposed) - set(PUBLIC_DOMAINS.default):
        given["listener-sources"] = {PUBLIC_DOMAINS.name: [*PUBLIC_DOMAINS.default, *sorted(more)]}
    return given


def pack_words(plan: RegionPlan, scratch: Path) -> list[str]:
    """The words that give an engine these settings for the pack named before them, by a file in `scratch`."""
    told = scratch / "pack-settings.json"
    told.write_text(json.dumps(pack_settings(plan)), encoding="utf-8")
    return ["--policy-pack-config", str(told)]


def _is_archive(tier: str) -> bool:
    return tier.removesuffix("-encrypted") == "archive"


def _add(given: Given, rule: str, setting: Setting, names: Iterable[str]) -> None:
    """The setting's own patterns and one for each name that they do not know."""
    default = Settings()
    new = sorted({name for name in names if not default.matches(setting, name)})
    if new:
        patterns = [*setting.default, *(f"^{re.escape(name)}$" for name in new)]
        given.setdefault(rule, {})[setting.name] = patterns
