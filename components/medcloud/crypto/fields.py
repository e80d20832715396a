"""YAML read strictly: every field known, of its type, and nothing twice; complaints name file and line."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from medcloud.crypto.refused import Refused, refuse
from medcloud.text import Complaint, Place, Text

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null"}


class Fields:
    """A mapping in a YAML text, read field by field."""

    def __init__(self, node: yaml.Node | None, place: str, path: str, known: Collection[str]) -> None:
        self.file, self.path = place, path
        self.line = node.start_mark.line + 1 if node else 1
        if not isinstance(node, yaml.MappingNode):
            raise self.error(
                "", Complaint(Text("应为映射", "must be a mapping"), Text("写 键: 值", "write key: value"))
            )
        self._nodes: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name not in known:
                names = ", ".join(known)
                raise self._at(
                    key,
                    name,
                    Complaint(
                        Text("未知字段", "unknown field"), Text(f"可用字段：{names}", f"there are: {names}")
                    ),
                )
            if name in self._nodes:
                raise self._at(
                    key, name, Complaint(Text("重复", "twice"), Text("只留一个", "keep one of them"))
                )
            self._nodes[name] = value

    @classmethod
    def read(cls, path: Path, known: Collection[str]) -> Fields:
        """The mapping of a file; Refused when it is not there or cannot be read."""
        try:
            return cls.parse(path.read_bytes(), str(path), known)
        except OSError as error:
            raise refuse(
                Place(str(path)),
                Text("无法读取", f"cannot be read: {error.strerror}"),
                Text("检查路径与权限", "check path and rights"),
            ) from None

    @classmethod
    def parse(cls, text: bytes, place: str, known: Collection[str]) -> Fields:
        """The mapping of a text."""
        try:
            loader = _Loader(text.decode())
            try:
                node = loader.get_single_node()
            finally:
                loader.dispose()
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            where = Place(place, mark.line + 1 if mark else 0)
            raise refuse(
                where,
                Text(
                    "不是有效的 UTF-8 YAML",
                    f"not valid YAML in UTF-8: {getattr(error, 'problem', None) or type(error).__name__}",
                ),
                Text("按 docs/evidence.md 的格式改正", "mend it by the format in docs/evidence.md"),
            ) from None
        return cls(node, place, "", known)

    def error(self, field: str, words: Complaint, item: str = "") -> Refused:
        """The complaint about a field, with its place."""
        return self._at(self._nodes.get(field) if field else None, field, words, item)

    def place(self, field: str = "") -> Place:
        """File, line and path of a field, or of the mapping itself."""
        return self._place(self._nodes.get(field) if field else None, field)

    def _at(self, node: yaml.Node | None, field: str, words: Complaint, item: str = "") -> Refused:
        return refuse(self._place(node, field), *words, item=item)

    def _place(self, node: yaml.Node | None, field: str) -> Place:
        line = node.start_mark.line + 1 if node else self.line
        path = ".".join(part for part in (self.path, field) if part)
        return Place(self.file, line, path=path)

    def has(self, field: str) -> bool:
        """Whether the field is there and not null."""
        node = self._nodes.get(field)
        return node is not None and not (isinstance(node, yaml.ScalarNode) and _is_null(node))

    def text(self, field: str) -> str:
        """A text that is there and not blank; a number or date is taken as it is written."""
        node = self._nodes.get(field)
        if not self.has(field) or not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.error(
                field,
                Complaint(
                    Text("应为非空文本", "must be a text that is not blank"), Text("补写", "write one")
                ),
            )
        return str(node.value)

    def day(self, field: str) -> date:
        """A date, YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.text(field))
        except ValueError:
            raise self.error(
                field,
                Complaint(Text("应为日期", "must be a date"), Text("写 YYYY-MM-DD", "write YYYY-MM-DD")),
            ) from None

    def whole(self, field: str) -> int:
        """A whole number, not negative."""
        found = self.text(field)
        if not (found.isascii() and found.isdigit()):
            raise self.error(
                field,
                Complaint(Text("应为非负整数", "must be a whole number"), Text("写数字", "write digits")),
            )
        return int(found)

    def flag(self, field: str) -> bool:
        """True or false; false when it is not there."""
        if not self.has(field):
            return False
        found = self.text(field)
        if found not in ("true", "false"):
            raise self.error(
                field,
                Complaint(
                    Text("应为 true 或 false", "must be true or false"), Text("写其一", "write one of them")
                ),
            )
        return found == "true"

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts, at least one."""
        node = self._nodes.get(field)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(
                field,
                Complaint(
                    Text("应为非空列表", "must be a list with entries"), Text("写 [甲, 乙]", "write [a, b]")
                ),
            )
        for entry in node.value:
            if not isinstance(entry, yaml.ScalarNode) or not entry.value.strip():
                raise self._at(
                    entry,
                    field,
                    Complaint(
                        Text("应为文本列表", "must be a list of texts"), Text("写 [甲, 乙]", "write [a, b]")
                    ),
                )
        return tuple(str(entry.value) for entry in node.value)

    def section(self, field: str, known: Collection[str]) -> Fields:
        """A mapping below a field."""
        return Fields(self._nodes.get(field), self.file, self._below(field), known)

    def sections(self, field: str, known: Collection[str]) -> list[Fields]:
        """A list of mappings below a field, at least one."""
        node = self._nodes.get(field)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(
                field,
                Complaint(
                    Text("应为非空列表", "must be a list with entries"),
                    Text("至少写一项", "write at least one entry"),
                ),
            )
        return [
            Fields(entry, self.file, f"{self._below(field)}[{index}]", known)
            for index, entry in enumerate(node.value)
        ]

    def _below(self, field: str) -> str:
        return f"{self.path}.{field}" if self.path else field


def _is_null(node: yaml.ScalarNode) -> bool:
    return not node.style and node.value in _NULLS  # the C loader says '' for plain
