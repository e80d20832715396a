"""Our pack as a program that judges a file: `python -m benchmarks.conftest.judge FILE [RULE…]`.

Without rules it is the whole pack, stack rules included. Prints a JSON list of [rule, resource]; on stderr
the CPU seconds from opening the file to the last verdict: the program's start is not in them.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from medcloud_policies.core import pack
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.rule import Rule
from medcloud_policies.core.settings import Settings
from medcloud_policies.core.verdict import judge, judge_stack


def verdicts(document: Mapping[str, Any], rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """(rule, resource) of each violation; the resource of a finding on a whole stack is ""."""
    settings = Settings()
    by_type: dict[str, list[Rule]] = {}
    on_stacks: list[Rule] = []
    for rule in rules:
        if rule.judge_stack:
            on_stacks.append(rule)
        for type_ in rule.types if rule.judge else ():
            by_type.setdefault(type_, []).append(rule)
    resources = [
        Resource(r["type"], r["properties"], name=r["name"], urn=r["name"], settings=settings)
        for r in document["resources"]
    ]
    for resource in resources:
        for rule in by_type.get(resource.type, ()):
            if judge(rule, resource).findings:
                yield rule.id, resource.name
    references = {r["name"]: r.get("references", {}) for r in document["resources"]}
    stack = Stack(resources, references, settings)
    for rule in on_stacks:
        for finding in judge_stack(rule, stack).findings:
            yield rule.id, finding.resource.name if finding.resource else ""


def main() -> None:
    """Judge a file."""
    file, *wanted = sys.argv[1:]
    rules = [rule for rule in pack.rules() if not wanted or rule.id in wanted]
    began = time.process_time()
    document = json.loads(Path(file).read_text("utf-8"))
    found = sorted(set(verdicts(document, rules)))
    sys.stderr.write(f"{time.process_time() - began}\n")
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
