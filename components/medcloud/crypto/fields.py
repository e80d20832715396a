"""A signed document's fields: every one known, of its type, and nothing twice; complaints name the line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from medcloud.crypto.refused import Refused, refuse
from medcloud.text import Complaint, Finding, Place, Text
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import mapping, read_mapping
from medcloud.text.reading.source import Unreadable, decode
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

_KIND = Kind(
    Text("签名文件", "a signed document"),
    Text("格式见 docs/evidence.md", "docs/evidence.md has its format"),
)


class Fields:
    """A mapping in a YAML text, read field by field; what is signed is taken as it is written."""

    def __init__(self, node: Node | None, place: Place, known: Collection[str]) -> None:
        self._whole = place
        if not isinstance(node, Table):
            words = Complaint(Text("应为映射", "must be a mapping"), Text("写 键: 值", "write key: value"))
            raise refuse(place, *words)
        self._table = node
        unknown = [self._place(key, name) for name, key in node.keys.items() if name not in known]
        if unknown:
            names = ", ".join(known)
            words = Complaint(
                Text("未知字段", "unknown field"), Text(f"可用字段：{names}", f"there are: {names}")
            )
            raise Refused(*(Finding(place, *words) for place in unknown))

    @classmethod
    def read(cls, path: Path, known: Collection[str]) -> Fields:
        """The mapping of a file; Refused when it is not there or cannot be read."""
        try:
            return cls(read_mapping(path, _KIND, typed=False), Place(str(path), 1), known)
        except Unreadable as error:
            raise Refused(*error.findings) from None

    @classmethod
    def parse(cls, text: bytes, place: str, known: Collection[str]) -> Fields:
        """The mapping of a text."""
        try:
            root = mapping(decode(text, place, _KIND), place, _KIND, typed=False)
        except Unreadable as error:
            raise Refused(*error.findings) from None
        return cls(root, Place(place, 1), known)

    @property
    def file(self) -> str:
        """What holds it."""
        return self._whole.file

    def error(self, field: str, words: Complaint, item: str = "") -> Refused:
        """The complaint about a field, with its place."""
        return refuse(self.place(field), *words, item=item)

    def place(self, field: str = "") -> Place:
        """File, line and path of a field, or of the mapping itself."""
        node = self._table.entries.get(field)
        if node:
            return self._place(node, field)
        return replace(self._whole, path=self._below(field)) if field else self._whole

    def _place(self, node: Node, field: str) -> Place:
        return Place(self.file, node.line, path=self._below(field))

    def has(self, field: str) -> bool:
        """Whether the field is there and not null."""
        node = self._table.entries.get(field)
        return node is not None and not (isinstance(node, Scalar) and node.value is None)

    def text(self, field: str) -> str:
        """A text that is there and not blank; a number or date is taken as it is written."""
        found = _text(self._table.entries.get(field))
        if not found.strip():
            words = Text("应为非空文本", "must be a text that is not blank"), Text("补写", "write one")
            raise self.error(field, Complaint(*words))
        return found

    def day(self, field: str) -> date:
        """A date, YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.text(field))
        except ValueError:
            words = Text("应为日期", "must be a date"), Text("写 YYYY-MM-DD", "write YYYY-MM-DD")
            raise self.error(field, Complaint(*words)) from None

    def whole(self, field: str) -> int:
        """A whole number, not negative."""
        found = self.text(field)
        if not (found.isascii() and found.isdigit()):
            words = Text("应为非负整数", "must be a whole number"), Text("写数字", "write digits")
            raise self.error(field, Complaint(*words))
        return int(found)

    def flag(self, field: str) -> bool:
        """True or false; false when it is not there."""
        if not self.has(field):
            return False
        found = self.text(field)
        if found not in ("true", "false"):
            words = Text("应为 true 或 false", "must be true or false"), Text("写其一", "write one of them")
            raise self.error(field, Complaint(*words))
        return found == "true"

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts, at least one."""
        entries = self._entries(field, Text("写 [甲, 乙]", "write [a, b]"))
        for entry in entries:
            if not _text(entry).strip():
                words = Text("应为文本列表", "must be a list of texts"), Text("写 [甲, 乙]", "write [a, b]")
                raise refuse(self._place(entry, field), *words)
        return tuple(map(_text, entries))

    def section(self, field: str, known: Collection[str]) -> Fields:
        """A mapping below a field."""
        return Fields(self._table.entries.get(field), self.place(field), known)

    def sections(self, field: str, known: Collection[str]) -> list[Fields]:
        """A list of mappings below a field, at least one."""
        entries = self._entries(field, Text("至少写一项", "write at least one entry"))
        return [Fields(e, self._place(e, f"{field}[{n}]"), known) for n, e in enumerate(entries)]

    def _entries(self, field: str, remedy: Text) -> list[Node]:
        node = self._table.entries.get(field)
        if not isinstance(node, Sequence) or not node.items:
            raise self.error(field, Complaint(Text("应为非空列表", "must be a list with entries"), remedy))
        return node.items

    def _below(self, field: str) -> str:
        return ".".join(part for part in (self._whole.path, field) if part)


def _text(node: Node | None) -> str:
    """What a scalar says; empty for nothing and for what is no scalar."""
    return str(node.value) if isinstance(node, Scalar) and node.value is not None else ""
