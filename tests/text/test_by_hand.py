"""No sentence joins both languages by hand: it would be said in both whatever is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

TREES = ("components", "labs", "policies", "tools")
OF_ITS_OWN = {
    "components/medcloud/text/text.py": "it is what joins them",
    "components/medcloud/evidence/record.py": "the head of a signed file, in both languages",
    "components/medcloud/plan/lock/text.py": "the head of a file that is committed, in both languages",
    "policies/medcloud_policies/core/message.py": "what review reads back out of the engine's log",
    "policies/medcloud_policies/handbook/docs.py": "pages that hold both languages",
    "tools/demo_evidence.py": "documents that hold both languages",
    "tools/engines/launchers/medcloud_errors.py": "runs in a program's Python, which may have no medcloud",
    "tools/engines/launchers/medcloud_program.py": "the same",
}
_CHINESE = r"[\u3400-\u9fff\uff00-\uffef]"
_JOINED = re.compile(rf"{_CHINESE}.*?\s/\s.*?[A-Za-z]|[A-Za-z].*?\s/\s.*?{_CHINESE}", re.DOTALL)
_ZH, _EN = re.compile(r"(\b|_)zh\b"), re.compile(r"(\b|_)en\b")


def template(node: ast.expr) -> str | None:
    """The words of a string; what is filled in stands in ⟦⟧."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"⟦{ast.unparse(part)}⟧"
        for part in node.values
    )


def is_joined(text: str) -> bool:
    """Two languages with a stroke between them, spelled out or filled in."""
    spelled = re.sub("⟦.*?⟧", "…", text)
    filled = any(_ZH.search(one) and _EN.search(two) for one, two in pairwise(text.split(" / ")))
    return filled or bool(_JOINED.search(spelled))


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each whole string once: the parts of an f-string are no strings of their own."""
    for node in ast.iter_child_nodes(tree):
        text = template(node) if isinstance(node, ast.expr) else None
        if isinstance(node, ast.expr) and text is not None:
            yield node.lineno, text
        if not isinstance(node, ast.JoinedStr):
            yield from strings(node)


def joined(tree: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(Path(tree).rglob("*.py")):
        for line, text in strings(ast.parse(path.read_text("utf-8"))):
            if is_joined(text):
                found.setdefault(path.as_posix(), []).append(f"{path}:{line}: {text[:80]!r}")
    return found


@pytest.mark.parametrize("tree", TREES)
def test_no_string_joins_two_languages(tree: str) -> None:
    found = joined(tree)
    assert [place for path, places in found.items() if path not in OF_ITS_OWN for place in places] == []


def test_what_is_left_out_still_needs_to_be() -> None:
    found = {path for tree in TREES for path in joined(tree)}
    assert [path for path in OF_ITS_OWN if path not in found] == []


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("'已写 / written'", True),
        ("f'{path}: 已写 / written ({count})'", True),
        ("'written / 已写'", True),
        ("f'{title.zh} / {title.en}'", True),
        ("f'{zh} / {en}'", True),
        ("Text(f'{path}: 已写', f'{path}: written')", False),
        ("'审计 / 监视'", False),
        ("f'{done} / {total}'", False),
    ],
)
def test_what_counts_as_joined(code: str, seen: bool) -> None:
    assert any(is_joined(text) for _, text in strings(ast.parse(code))) is seen
