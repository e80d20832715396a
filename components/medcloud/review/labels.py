"""The words that all reports share: operations, states of a clause, headings."""

from __future__ import annotations

from collections.abc import Mapping

from medcloud.text import Text

OPERATIONS: Mapping[str, Text] = {
    "create": Text("新建", "create"),
    "update": Text("修改", "update"),
    "replace": Text("替换", "replace"),
    "delete": Text("删除", "delete"),
    "read": Text("读取", "read"),
    "import": Text("导入", "import"),
    "same": Text("不变", "unchanged"),
}
STATES: Mapping[str, Text] = {
    "violated": Text("违反", "violated"),
    "advised": Text("建议改正", "advised against"),
    "waived": Text("已豁免", "waived"),
    "undecided": Text("尚未可判", "undecided"),
    "judged": Text("已判定，未见违反", "judged, nothing found"),
    "none": Text("本次无可判定", "nothing to judge here"),
}
OBLIGATIONS: Mapping[str, Text] = {
    "应": Text("应", "shall"),
    "宜": Text("宜", "should"),
    "可": Text("可", "may"),
}
ROLES: Mapping[str, Text] = {
    "active": Text("双活中心", "active"),
    "recovery": Text("灾备中心", "recovery"),
    "public": Text("公有云", "public"),
    "edge": Text("边缘", "edge"),
}


def operation(op: str) -> Text:
    """What an operation is called."""
    return OPERATIONS.get(op, Text(op, op))
