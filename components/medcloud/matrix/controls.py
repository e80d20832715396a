"""The host controls as deciders: modules of ``hosts/controls`` with ``control = Control(id=…, items=…)``.

They are read, not imported: pyinfra need not be there, and a room without controls has none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from medcloud.matrix.decider import Decider
from medcloud.matrix.ids import ids_below
from medcloud.matrix.sources import sources

_ROOM = "medcloud.hosts.controls."


def controls() -> Iterator[Decider]:
    """One a control, in order of their modules."""
    for source in sources():
        if source.module.startswith(_ROOM):
            for node in source.tree.body:
                call = control_of(node)
                if call is not None:
                    items = _items(call)
                    name = _id(call) or source.module.removeprefix(_ROOM)
                    yield Decider(
                        f"control {name}", "control", items, source.module, "", source.file, node.lineno
                    )


def control_of(node: ast.stmt) -> ast.Call | None:
    """The call that makes the control, when a statement assigns one to ``control``."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    value = getattr(node, "value", None)
    named = isinstance(target, ast.Name) and target.id.casefold() == "control"
    return value if named and isinstance(value, ast.Call) else None


def _items(call: ast.Call) -> tuple[str, ...]:
    return next((ids_below(word.value) for word in call.keywords if word.arg == "items"), ids_below(call))


def _id(call: ast.Call) -> str:
    for word in call.keywords:
        if word.arg == "id" and isinstance(word.value, ast.Constant):
            return str(word.value.value)
    return ""
