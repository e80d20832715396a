"""What the scans find: in code that is planted here, and in the packages themselves."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from medcloud.matrix import controls, marked
from medcloud.matrix.deciders import deciders
from medcloud.matrix.mentions import Mention, _in, mentions
from medcloud.matrix.sources import Source, sources
from medcloud.standard import items
from medcloud_policies.core import pack
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
    assert data == {"matrix.html.j2", "proved.json"}


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
    assert rule.file == "medcloud_policies/openstack/ch7_2/volume_encrypted.py"
    assert rule.items == next(r.items for r in pack.rules() if r.id == "volume-encrypted")


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("limit Pool.cores", "6.1.1-c"),
        ("limit Identity.session_minutes", "7.2.3.4.2-b"),
        ("constraint medcloud.model.checks.placement.protection", "A.5-b"),
        ("computation medcloud.evidence.parts.judge_shares", "7.1.1.4-d"),
        ("derivation medcloud.plan.compute.workloads._spread", "7.3.2.3-a"),
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


MARKED = source(
    '''
    """Walls are spoken of (7.2.2-b): prose decides nothing."""
    @decides("A.1-c")
    class Wall:
        def brick(self): return mortar()
        @decides("7.2.2-c")
        def gate(self): ...
    @cache
    @decides("7.2.1-b", "6.5-b")
    def fence(): return post()
    def mortar(): return lime()
    def lime(): "(A.5-b)"
    def post(): fence(); return 1
    def plain(): ...
    ''',
    "medcloud.plan.made",
)


def test_what_bears_the_mark_is_the_decider() -> None:
    found = {decider.symbol: decider.items for decider in marked._of(MARKED)}
    assert found == {"Wall": ("A.1-c",), "Wall.gate": ("7.2.2-c",), "fence": ("7.2.1-b", "6.5-b")}


def test_what_belongs_to_it_is_what_it_uses_of_its_module() -> None:
    def parts(symbol: str) -> list[str]:
        return [name for name, _ in marked.functions_of(MARKED.tree, symbol)]

    assert parts("Wall") == ["Wall.brick", "mortar", "lime"]
    assert parts("fence") == ["fence", "post"]
    assert parts("Wall.gate") == ["Wall.gate"]


def test_a_mark_where_it_means_nothing_is_an_error() -> None:
    text = "@decides('6.5-b')\ndef f(): ..."
    with pytest.raises(ValueError, match=r"made\.py:2: @decides means nothing in room review"):
        list(marked._of(source(text, "medcloud.review.made")))


def _control(text: str) -> Source:
    return source(text, "medcloud.hosts.controls.ssh.made")


def test_a_host_control_is_taken_up_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    made = _control('control = Control(id="root", items=("7.2.2-c", "6.5-c"), clauses=("8.1.4.2-a",))')
    monkeypatch.setattr(controls, "sources", lambda: (made, _control("x = 1")))
    (found,) = controls.controls()
    assert (found.key, found.items, found.kind) == ("control root", ("7.2.2-c", "6.5-c"), "control")
    monkeypatch.setattr(controls, "sources", tuple)
    assert list(controls.controls()) == [], "a room without controls has none"
