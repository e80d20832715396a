"""A review in one line."""

from __future__ import annotations

from medcloud.review.shapes import Review
from medcloud.text import Text


def verdict(review: Review) -> Text:
    """What came of it."""
    if review.refused:
        return _refused(review)
    if any(f.kind == "region" for f in review.findings):
        count = len(review.broken)
        return Text(
            f"未能预览：区域文件有 {count} 处问题", f"Not previewed: {count} to mend in the region file"
        )
    if review.broken:
        return Text("未能完成：预览出错", "Not finished: the preview met an error")
    if not review.finished:
        return Text("未能完成：事件日志没有结尾", "Not finished: the event log has no end")
    return Text("通过：策略未拒绝任何改动", "Good: no policy refuses anything")


def _refused(review: Review) -> Text:
    unconfirmed = sum(f.kind == "confirm" for f in review.refused)
    against = len(review.refused) - unconfirmed
    told = []
    if against:
        told.append(Text(f"{against} 处不符合条款", f"{against} against the clauses"))
    if unconfirmed:
        told.append(Text(f"{unconfirmed} 项改动未确认", f"{unconfirmed} not confirmed"))
    said = Text("，".join(each.zh for each in told), ", ".join(each.en for each in told))
    return Text(f"拒绝：{said.zh}", f"Refused: {said.en}")


def mark(review: Review) -> str:
    """The verdict as a sign."""
    return ("✅", "❌", "⚠️")[review.code]


def title(review: Review) -> str:
    """Of what it is."""
    if review.plan:
        return f"{review.plan.name}（{review.plan.id}）"
    return "/".join(part for part in (review.project, review.stack) if part) or "medcloud"
