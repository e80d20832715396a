"""What becomes of a region file: its plan, the resources that the components register, the pack's verdicts.

In this process, without an engine: hundreds of regions a minute. Ids are those of tests.cloud.recorder, as if
every resource were made; what only a preview leaves unknown is for `review`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pulumi
import yaml

from medcloud import cloud
from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.plan.region import RegionPlan
from medcloud.review.pack_settings import pack_settings
from medcloud.waivers import NONE, Waivers
from medcloud_policies.core import pack
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.settings import Settings
from medcloud_policies.core.verdict import Verdict, judge, judge_stack
from medcloud_policies.serve import configure
from medcloud_policies.serve.waivers import Waived
from tests.cloud.recorder import Deployment, deploy

Data = dict[str, Any]


def refusals(data: Data, folder: Path) -> list[str]:
    """What the pack has against a region file's resources: rule, resource and reason, a line each.

    Whatever else may refuse a file raises.
    """
    region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    return refusals_of(derive(region, allocate(region, Lock())), folder)


def deployed(plan: RegionPlan, folder: Path) -> Deployment:
    """What the components of a plan register; its images are made in the folder."""
    for image in (i for centre in plan.centres for pool in centre.pools for i in pool.images):
        if image.file:
            (folder / image.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / image.file).touch()
    return deploy(lambda: cloud.Region(plan, folder, _secrets()))


def refusals_of(plan: RegionPlan, folder: Path, waivers: Waivers = NONE) -> list[str]:
    """What the pack has against a plan's resources; its images are made in the folder."""
    return judged(deployed(plan, folder), configure.settings(pack_settings(plan)), waivers)


def _secrets() -> cloud.Settings:
    """Made while the program runs: they wait on its loop."""
    return cloud.Settings(
        certificate=pulumi.Output.secret("CERT"),
        certificate_key=pulumi.Output.secret("KEY"),
        link_key=pulumi.Output.secret("LINK"),
    )


def judged(made: Deployment, settings: Settings, waivers: Waivers = NONE) -> list[str]:
    """What the pack has against these resources, but for what the waivers excuse."""
    resources = [
        Resource(m.type, {**m.inputs, **_told(m.inputs)}, name=m.name, urn=m.urn, settings=settings)
        for m in made.made
        if not m.type.startswith(("medcloud:", "pulumi:"))
    ]
    verdicts = [judge(rule, r) for r in resources for rule in pack.by_type().get(r.type, ())]
    stack = Stack(resources, {m.urn: m.references for m in made.made}, settings)
    verdicts += [judge_stack(rule, stack) for rule in pack.stack_rules()]
    waived = Waived(waivers)
    return [line for verdict in verdicts for line in _lines(verdict, waived)]


_NO_IMAGE = "Attempt to boot from volume - no image supplied"
"""What the provider reads back as the image of a server that boots from a volume."""


def _told(inputs: Mapping[str, Any]) -> Data:
    """What a cloud tells of a server beside its inputs: names of what exists, and that it has no image."""
    ids = {name: str(inputs.get(f"{name}Id", "")) for name in ("image", "flavor")}
    names = {
        f"{name}Name": id_.removeprefix("existing-")
        for name, id_ in ids.items()
        if id_.startswith("existing-")
    }
    return names | ({"imageId": _NO_IMAGE} if inputs.get("blockDevices") else {})


def _lines(verdict: Verdict, waived: Waived) -> list[str]:
    found = [
        f"{verdict.rule.id}: {finding.resource.name if finding.resource else '-'}: {finding.what}"
        for finding in verdict.findings
        if not waived.excuse(verdict.rule, finding)
    ]
    return found + ([f"{verdict.rule.id}: undecided: {verdict.undecided}"] if verdict.undecided else [])
