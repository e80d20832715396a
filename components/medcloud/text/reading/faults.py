"""What is said about YAML that can be parsed but not used."""

from __future__ import annotations

from medcloud.text import Complaint, Text
from medcloud.text.printable import shown

SEVERAL = Complaint(
    Text("有多个 YAML 文档", "there is more than one YAML document"),
    Text("删去第二个 --- 及其后的内容", "remove the second --- and what follows it"),
)
MERGE = Complaint(
    Text("不支持合并键 <<", "merge keys << are not supported"),
    Text("把内容写出来，或给整个值用别名", "write the keys out, or alias the whole value"),
)
KEY = Complaint(Text("键须为文本", "keys must be text"), Text("给键加引号", "quote the key"))


def tag(name: str) -> Complaint:
    """A tag such as ``!!python/object``."""
    text = shown(name)
    return Complaint(
        Text(f"不可用 YAML 标签 {text}", f"YAML tag {text} is not allowed"), Text("删去标签", "remove it")
    )


def alias(anchor: str) -> Complaint:
    """An alias of nothing."""
    text = shown(anchor)
    return Complaint(
        Text(
            f"别名 *{text} 未先定义，或引用了自身",
            f"alias *{text} is not defined before it, or is within itself",
        ),
        Text("把内容写出来", "write out what it stands for"),
    )


def ambiguous(value: str, remedy: tuple[str, str]) -> Complaint:
    """A scalar that YAML 1.1 and 1.2 read differently."""
    text = shown(value)
    return Complaint(
        Text(
            f"{text} 有歧义，不同的 YAML 版本读法不同",
            f"{text} is ambiguous; YAML versions read it differently",
        ),
        Text(*remedy),
    )


def repeated(key: object, first: int, again: int) -> Complaint:
    """A key that stands twice in one mapping."""
    text = shown(key)
    same = first == again
    return Complaint(
        Text(f"键 {text} 重复，第 {first} 行已有", f"key {text} is repeated; line {first} has it already"),
        Text(
            "只留一处" if same else f"第 {first} 行与第 {again} 行只留一处",
            "keep one of them" if same else f"keep either line {first} or line {again}",
        ),
    )


def too_deep(limit: int) -> Complaint:
    """Lists in lists in lists."""
    return Complaint(
        Text("嵌套过深", "is nested too deeply"), Text(f"至多 {limit} 层", f"at most {limit} levels")
    )


def too_much(limit: int) -> Complaint:
    """More than any region has, perhaps out of a few aliases."""
    return Complaint(
        Text("内容过多，或别名展开后过多", "has too much in it, or too much once its aliases are expanded"),
        Text(
            f"不用别名，把内容写出来；至多 {limit} 项",
            f"write it out without aliases; at most {limit} entries",
        ),
    )


def no_json(said: str) -> Complaint:
    """A text that breaks off, or has a comma too many."""
    text = shown(said, 120)
    return Complaint(
        Text(f"不是有效的 JSON：{text}", f"is not valid JSON: {text}"),
        Text("检查此处的引号、逗号与括号", "check quotes, commas and brackets here"),
    )
