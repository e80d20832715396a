"""What both judge: the sample region's resources, copied until there are enough, bad ones among them."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.conftest.program import RULES

from medcloud.engine import placeholders
from medcloud.region_files import open_plan
from medcloud.text import urns
from medcloud_policies.core import pack
from medcloud_policies.core.values import UNKNOWN
from tests.policies.examples import load
from tools.stack.session import ROOT, configure, open_aside, provide_secrets

EVERY = 50  # one resource in so many is bad

Document = dict[str, Any]


def examples(kind: str) -> list[Document]:
    """The good or bad examples of the rules that stand in Rego; none with settings of a site."""
    rules = [rule for rule in pack.rules() if rule.id in RULES]
    found = [example.document for rule in rules for example in load(rule, kind)]
    return [
        {"type": d["type"], "name": f"{kind}-{n}", "properties": _known(d.get("properties", {}))}
        for n, d in enumerate(found)
        if "config" not in d
    ]


def _known(value: Any) -> Any:
    """A value with a text in place of what a preview does not know: a file has no word for it."""
    if isinstance(value, dict):
        return {key: _known(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_known(v) for v in value]
    return "some-id" if value is UNKNOWN else value


def region() -> list[Document]:
    """The sample region's resources, by a preview; `references` says which inputs come from where."""
    file = ROOT / "examples" / "panyu" / "region.yaml"
    plan = open_plan(file, write=False)
    with tempfile.TemporaryDirectory() as scratch:
        clouds = Path(scratch) / "clouds.yaml"
        clouds.write_text(placeholders.clouds(plan.clouds), encoding="utf-8")
        os.environ["OS_CLIENT_CONFIG_FILE"] = str(clouds)
        stack = open_aside("bench", Path(scratch))
        configure(stack, file)
        stack.set("medcloud:offline", "true")
        provide_secrets(stack, plan.domain.rstrip("."))
        text = stack.ask("preview", "--json", variables={"PULUMI_SKIP_CHECKPOINTS": "true"})
    states = [step["newState"] for step in json.loads(text)["steps"] if step["op"] == "create"]
    return [_plain(state) for state in states if state["type"].startswith("openstack:")]


def _plain(state: Document) -> Document:
    name = urns.split(state["urn"]).name
    references = {
        prop: [urns.split(urn).name for urn in found]
        for prop, found in (state.get("propertyDependencies") or {}).items()
        if found
    }
    return {"type": state["type"], "name": name, "properties": state["inputs"], "references": references}


def many(good: list[Document], bad: list[Document], count: int) -> Document:
    """A document of `count` resources: copies of the good ones, each under names of its own, and bad ones."""
    worse = cycle(bad)
    return {"resources": list(islice(_mixed(good, worse), count))}


def _mixed(good: list[Document], worse: Iterator[Document]) -> Iterator[Document]:
    for copy in range(1_000_000):
        for place, resource in enumerate(good):
            number = copy * len(good) + place
            if number % EVERY == EVERY - 1:
                yield {**next(worse), "name": f"bad-{number}"}
            else:
                yield _renamed(resource, copy)


def _renamed(resource: Document, copy: int) -> Document:
    references = {p: [f"{copy}/{n}" for n in names] for p, names in resource["references"].items()}
    return {**resource, "name": f"{copy}/{resource['name']}", "references": references}
