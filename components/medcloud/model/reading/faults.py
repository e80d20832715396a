"""What is said about YAML that can be parsed but not used."""

from __future__ import annotations

from medcloud.model.findings import Words
from medcloud.model.printable import shown

SEVERAL = Words(
    "有多个 YAML 文档",
    "there is more than one YAML document",
    "删去第二个 --- 及其后的内容",
    "remove the second --- and what follows it",
)
MERGE = Words(
    "不支持合并键 <<",
    "merge keys << are not supported",
    "把内容写出来，或给整个值用别名",
    "write the keys out, or alias the whole value",
)
KEY = Words("键须为文本", "keys must be text", "给键加引号", "quote the key")


def tag(name: str) -> Words:
    """A tag such as ``!!python/object``."""
    text = shown(name)
    return Words(f"不可用 YAML 标签 {text}", f"YAML tag {text} is not allowed", "删去标签", "remove it")


def alias(anchor: str) -> Words:
    """An alias of nothing."""
    text = shown(anchor)
    return Words(
        f"别名 *{text} 未先定义，或引用了自身",
        f"alias *{text} is not defined before it, or is within itself",
        "把内容写出来",
        "write out what it stands for",
    )


def ambiguous(value: str, remedy: tuple[str, str]) -> Words:
    """A scalar that YAML 1.1 and 1.2 read differently."""
    text = shown(value)
    return Words(
        f"{text} 有歧义，不同的 YAML 版本读法不同",
        f"{text} is ambiguous; YAML versions read it differently",
        *remedy,
    )


def repeated(key: object, first: int, again: int) -> Words:
    """A key that stands twice in one mapping."""
    text = shown(key)
    same = first == again
    return Words(
        f"键 {text} 重复，第 {first} 行已有",
        f"key {text} is repeated; line {first} has it already",
        "只留一处" if same else f"第 {first} 行与第 {again} 行只留一处",
        "keep one of them" if same else f"keep either line {first} or line {again}",
    )


def too_deep(limit: int) -> Words:
    """Lists in lists in lists."""
    return Words("嵌套过深", "is nested too deeply", f"至多 {limit} 层", f"at most {limit} levels")


def too_much(limit: int) -> Words:
    """More than any region has, perhaps out of a few aliases."""
    return Words(
        "内容过多，或别名展开后过多",
        "has too much in it, or too much once its aliases are expanded",
        f"不用别名，把内容写出来；至多 {limit} 项",
        f"write it out without aliases; at most {limit} entries",
    )
