"""What the scans find: in code that is planted here, and in the packages themselves."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from medcloud.matrix import constants, controls, derivations, refusals
from medcloud.matrix.deciders import deciders
from medcloud.matrix.mentions import Mention, _in, mentions
from medcloud.matrix.sources import FunctionNode, Source, scopes, sources
from medcloud.standard import items
from medcloud_policies import pack
from tests.matrix.code import source

KNOWN = {item.id for item in items()}


def test_every_room_names_items_of_the_standard_only() -> None:
    strange = [f"{m.file}:{m.line} {m.item}" for m in mentions() if m.item not in KNOWN]
    assert strange == []


def test_every_decider_is_for_items_of_the_standard() -> None:
    for decider in deciders():
        assert decider.items, decider.key
        assert set(decider.items) <= KNOWN, decider.key


def test_the_matrix_has_no_entry_of_its_own() -> None:
    """This room names items in docstrings alone, to show how they look; all it knows it reads elsewhere."""
    own = [m for m in mentions() if m.room == "matrix" or m.file == "medcloud/cli/coverage.py"]
    assert [f"{m.file}:{m.line}" for m in own if not _in_docstring(m)] == []
    data = {path.name for path in (Path(__file__).parents[2] / "components/medcloud/matrix/data").iterdir()}
    assert data == {"page.css", "proved.json"}


def _in_docstring(mention: Mention) -> bool:
    tree = next(source.tree for source in sources() if source.file == mention.file)
    return any(
        isinstance(node, ast.Expr) and node.lineno <= mention.line <= (node.end_lineno or 0)
        for node in ast.walk(tree)
    )


def test_rules_and_controls_are_all_there() -> None:
    kinds = Counter(decider.kind for decider in deciders())
    assert kinds["rule"] == len(pack.rules())
    rule = next(d for d in deciders() if d.key == "rule volume-encrypted")
    assert rule.file == "medcloud_policies/ch7_2/volume_encrypted.py"
    assert rule.items == next(r.items for r in pack.rules() if r.id == "volume-encrypted")


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("constraint Pool.cores", "6.1.1-c"),
        ("constraint Identity.session_minutes", "7.2.3.4.2-b"),
        ("refusal medcloud.model.checks.placement.protection 1 A.5-b", "A.5-b"),
        ("refusal medcloud.model.checks.storage.tiers 1 7.3.2.2-e", "7.3.2.2-e"),
        ("refusal medcloud.evidence.parts.judge_shares 1 7.1.1.4-d", "7.1.1.4-d"),
        ("derivation medcloud.plan.workloads._spread", "7.3.2.3-a"),
    ],
)
def test_constraints_and_derivations_that_must_be_among_them(key: str, item: str) -> None:
    (found,) = [decider for decider in deciders() if decider.key == key]
    assert found.items == (item,)
    assert found.line > 1


def test_a_mention_has_line_and_symbol() -> None:
    found = list(
        _in(
            source(
                '''
                """First line.

                Third (6.5-b, -c).
                """
                class A:
                    def f(self): return "A.1-c"
                '''
            )
        )
    )
    assert [(m.item, m.line, m.symbol) for m in found] == [
        ("6.5-b", 4, ""),
        ("6.5-c", 4, ""),
        ("A.1-c", 7, "A.f"),
    ]


REFUSING = source(
    """
    ITEM = "7.1.1.4-d"
    TABLE = {"a": Kind("7.3.2.2-b"), "b": Kind("7.3.2.2-c")}
    def each(x):
        yield Problem("x", ITEM)
        yield Problem("x", "6.5-b" if x else "A.1-c")
        found.append(Finding("x", item="A.5-b"))
        raise refuse("x", item="7.2.1-b")
    def table(x):
        yield Problem(TABLE[x].item)
    def listed(x):
        return [Finding(y, ITEM) for y in x]
    def quiet(x):
        yield Problem("x", "no item")
        raise ValueError("7.2.1-b is only spoken of")
    """,
    "medcloud.model.made",
)


def test_refusals() -> None:
    names = constants._own(REFUSING)
    found = {
        name: [r.items for r in refusals.refusals_in(node, names)]
        for name, node in scopes(REFUSING.tree)
        if isinstance(node, FunctionNode)
    }
    assert found == {
        "each": [("7.1.1.4-d",), ("6.5-b", "A.1-c"), ("A.5-b",), ("7.2.1-b",)],
        "table": [("7.3.2.2-b", "7.3.2.2-c")],
        "listed": [("7.1.1.4-d",)],
        "quiet": [],
    }


def test_the_smallest_part_that_names_an_item_is_the_decider() -> None:
    made = source(
        '''
        """Walls (6.5-b)."""
        class Wall:
            """A wall (A.1-c)."""
            def brick(self): ...
            def gate(self): "(7.2.2-c)"
        def plain(): ...
        def named(): "(7.2.1-b)"
        class Bare:
            """Only spoken of (A.5-b)."""
        '''
    )
    found = {d.symbol: d.items for d in derivations._of(made, "derivation")}
    assert found == {"": ("6.5-b",), "Wall": ("A.1-c",), "Wall.gate": ("7.2.2-c",), "named": ("7.2.1-b",)}
    assert [name for name, _ in derivations.functions_of(made.tree, "")] == ["plain"]
    assert [name for name, _ in derivations.functions_of(made.tree, "Wall")] == ["Wall.brick"]


def _control(text: str) -> Source:
    return source(text, "medcloud.hosts.controls.ssh.made")


def test_a_host_control_is_taken_up_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    made = _control('control = Control(id="root", items=("7.2.2-c", "6.5-c"), clauses=("8.1.4.2-a",))')
    monkeypatch.setattr(controls, "sources", lambda: (made, _control("x = 1")))
    (found,) = controls.controls()
    assert (found.key, found.items, found.kind) == ("control root", ("7.2.2-c", "6.5-c"), "control")
    monkeypatch.setattr(controls, "sources", tuple)
    assert list(controls.controls()) == [], "a room without controls has none"
