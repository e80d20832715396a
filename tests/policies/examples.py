"""The examples beside this file: one folder a rule, good, bad and undecided resources as YAML documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml

from medcloud.standard import conventions, levels
from medcloud_policies.core import pack
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.rule import Rule
from medcloud_policies.core.values import UNKNOWN
from medcloud_policies.core.verdict import Verdict, judge, judge_stack
from medcloud_policies.serve import configure

HERE = Path(__file__).parent


class _Loader(yaml.SafeLoader):
    """YAML with `!unknown` for what a preview cannot know, `!days` for times, and `!day` for days."""


def _in_days(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    """`!days 30`: the date in so many days, as OpenStack writes it."""
    date = datetime.now(timezone.utc) + timedelta(days=int(loader.construct_scalar(node)))
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def _on_day(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    """`!day 0`: today, without a time."""
    return _in_days(loader, node)[:10]


_Loader.add_constructor("!unknown", lambda loader, node: UNKNOWN)
_Loader.add_constructor("!days", _in_days)
_Loader.add_constructor("!day", _on_day)


@dataclass(frozen=True)
class Example:
    """One document: a resource or a stack, and for a bad one the words that its findings hold."""

    rule: Rule
    name: str
    document: dict[str, Any]

    @property
    def expect(self) -> list[str]:
        """Words that the findings must hold, each of them in one."""
        return [str(words) for words in self.document.get("expect", [])]

    @property
    def levels(self) -> set[int]:
        """The data levels that the document carries."""
        described = self.document.get("resources", [self.document])
        labels = (conventions.read(r.get("properties", {})).get("level", "") for r in described)
        return {int(level) for level in labels if level.isdecimal()}

    @property
    def items(self) -> tuple[str, ...]:
        """What it shows: of a bad one the items that its findings name; else the rule's, of the rows of table
        C.1 only those whose levels the document carries, if any."""
        if self.name.startswith("bad-"):
            return tuple(dict.fromkeys(item for f in self.verdict().findings for item in f.items))
        rows = {row.item: row.level for row in levels()}
        return tuple(i for i in self.rule.items if i not in rows or not self.levels or rows[i] in self.levels)

    def verdict(self) -> Verdict:
        """What the rule says."""
        settings = configure.settings({self.rule.id: self.document.get("config", {})})
        described = self.document.get("resources", [self.document])
        resources = [
            Resource(
                str(r["type"]),
                r.get("properties", {}),
                name=str(r.get("name", index)),
                urn=str(r.get("name", index)),
                settings=settings,
            )
            for index, r in enumerate(described)
        ]
        if self.rule.judge:
            judged = resources[0].type in self.rule.types  # as the server picks rules
            return judge(self.rule, resources[0]) if judged else Verdict(self.rule, ())
        references = {str(r.get("name", i)): r.get("references", {}) for i, r in enumerate(described)}
        return judge_stack(self.rule, Stack(resources, references, settings))


def folder(rule: Rule) -> Path:
    """Where a rule's examples are: the provider's and the chapter's folder, then the rule's id."""
    function = rule.judge or rule.judge_stack
    assert function is not None
    chapter = function.__module__.split(".")[1:3]
    return HERE.joinpath(*chapter, rule.id)


def load(rule: Rule, kind: str) -> list[Example]:
    """A rule's examples of a kind: good, bad or undecided."""
    found = []
    for path in sorted(folder(rule).glob(f"{kind}-*.yaml")):
        documents = yaml.load_all(path.read_text("utf-8"), Loader=_Loader)
        found += [Example(rule, f"{path.stem}-{i}", d) for i, d in enumerate(documents)]
    return found


def every(kind: str) -> list[Example]:
    """All examples of a kind."""
    return [example for rule in pack.rules() for example in load(rule, kind)]
