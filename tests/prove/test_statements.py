"""Statements that refuse in an item's name: their shapes, and that their functions are marked."""

from medcloud.matrix.deciders import deciders
from medcloud.matrix.marked import functions_of
from medcloud.matrix.sources import FunctionNode, scopes, sources
from tests.matrix.code import source
from tools.prove.constants import _own, constants
from tools.prove.statements import refusals_in

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
    names = _own(REFUSING)
    found = {
        name: [r.items for r in refusals_in(node, names)]
        for name, node in scopes(REFUSING.tree)
        if isinstance(node, FunctionNode)
    }
    assert found == {
        "each": [("7.1.1.4-d",), ("6.5-b", "A.1-c"), ("A.5-b",), ("7.2.1-b",)],
        "table": [("7.3.2.2-b", "7.3.2.2-c")],
        "listed": [("7.1.1.4-d",)],
        "quiet": [],
    }


def test_whoever_refuses_in_an_items_name_is_marked_with_it() -> None:
    """Else the matrix would not know of it, and nobody would switch it off."""
    decided = {
        (made.module, name, item)
        for decider in deciders()
        for made in sources()
        if made.module == decider.module
        for name, _ in functions_of(made.tree, decider.symbol)
        for item in decider.items
    }
    unmarked = [
        f"{made.file}:{refusal.statement.lineno} refuses for {item}: @decides({item!r}) is missing on {name}"
        for made in sources()
        if made.room not in ("policies", "diff")  # the one has rules of its own, the other refuses nothing
        for name, node in scopes(made.tree)
        if isinstance(node, FunctionNode)
        for refusal in refusals_in(node, constants(made))
        for item in refusal.items
        if (made.module, name, item) not in decided
    ]
    assert unmarked == []
