"""Markdown for a comment on a pull request: what is refused and why first, details folded away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medcloud.diff import file_to_write
from medcloud.diff.render import as_markdown
from medcloud.report.escape import cell, code
from medcloud.review.labels import STATES, operation
from medcloud.review.languages import Language, say
from medcloud.review.shapes import Remark, Review
from medcloud.review.verdict import mark, title, verdict
from medcloud.text import Text
from medcloud.text.urns import short

LIMIT = 65_536
"""Characters that GitHub leaves for a comment."""
_NAMES = 3  # of one kind that are told by name
_SPARE = 1_000  # what a forge's action adds, and the note on what was left out
_REFUSED, _ADVISED = Text("拒绝", "Refused"), Text("建议改正", "Advised against")
_WAIVED = Text("已豁免", "Waived")
_UNDECIDED, _BROKEN = Text("尚未可判", "Undecided"), Text("问题", "To mend")
_HEAD = (Text("条款", "Clause"), Text("资源", "Resource"), Text("发现", "Found"), Text("位置", "Where"))
_NOTHING = Text("无改动", "no changes")
_REMEDIES = Text("如何整改", "How to mend")
_EFFECTS = Text("这次改动的后果", "What this change does")
_WRITE = Text(
    "确需如此，则在区域文件旁的确认文件中写入（填上理由与负责人）：",
    "If it is meant, write into the file of confirmations beside the region file, with why and who:",
)
_CHANGES, _CLAUSES = Text("改动", "Changes"), Text("条款判定", "Clause items")


def markdown(review: Review, language: Language = "both", limit: int = LIMIT) -> str:
    """The comment, never longer than `limit` characters; what has no room is counted at its end."""
    blocks = list(_blocks(review, language))
    room = limit - _SPARE
    kept: list[str] = []
    for block in blocks:
        if len(block) > room:
            break
        kept.append(block)
        room -= len(block)
    left = len(blocks) - len(kept)
    return "".join(kept) if not left else "".join(kept) + _cut(review, kept, left, language, limit)


def _cut(review: Review, kept: list[str], left: int, language: Language, limit: int) -> str:
    open_folds = sum(block.count("<details>") - block.count("</details>") for block in kept)
    text = Text(
        f"另有 {left} 段因评论长度上限（{limit} 字符）未列出；全部内容见 HTML 或 JSON 报告。",
        f"{left} parts are left out, as a comment holds {limit} characters: see the HTML or JSON report.",
    )
    return "\n</details>\n" * open_folds + f"\n> {say(text, language)}\n"


def _blocks(review: Review, language: Language) -> Iterator[str]:
    yield f"### {mark(review)} {cell(title(review))} · {say(verdict(review), language)}\n\n"
    if review.changes:
        yield _summary(review, language)
    yield from _effects(review, language)
    yield from _table(_BROKEN, review.broken, language)
    yield from _table(_REFUSED, review.refused, language)
    yield from _remedies((*review.broken, *review.refused), language)
    yield from _folded(_ADVISED, review.advised, language)
    yield from _folded(_WAIVED, review.waived, language)
    yield from _folded(_UNDECIDED, review.undecided, language)
    yield from _clauses(review, language)
    yield from _changes(review, language)


def _effects(review: Review, language: Language) -> Iterator[str]:
    """What the change does, first of all; at most a third of the room, as what is refused needs some too."""
    found, plan = review.effects, review.plan
    if found is None or plan is None:
        return
    base = Text(f"与 {found.base} 相比", f"Compared with {found.base}")
    yield f"\n**{cell(say(_EFFECTS, language))}** · {cell(say(base, language))}\n\n"
    room, left = LIMIT // 3, 0
    for piece in as_markdown(found.old, plan, found.changes, language):
        room -= len(piece)
        if room < 0:
            left += 1
        else:
            yield piece
    if left:
        more = Text(f"另有 {left} 段：见 medcloud diff", f"{left} parts more: see medcloud diff")
        yield f"\n> {say(more, language)}\n"
    if needed := found.judgement.unconfirmed:
        told = needed[: LIMIT // 6 // max(len(file_to_write([change])) for change in needed)]
        rest = f"# … +{len(needed) - len(told)}: medcloud diff\n" if len(told) < len(needed) else ""
        yield f"\n{say(_WRITE, language)}\n\n```yaml\n{file_to_write(told)}{rest}```\n"


def _summary(review: Review, language: Language) -> str:
    counts = [f"{say(operation(op), language)} {n}" for op, n in sorted(review.counts.items())]
    judged = sum(clause.state != "none" for clause in review.clauses)
    text = Text(
        f"{len(review.rules)} 条规则判定了 {judged} / {len(review.clauses)} 个条款",
        f"{len(review.rules)} rules judged {judged} of {len(review.clauses)} clause items",
    )
    return f"{' · '.join(counts) or say(_NOTHING, language)}  \n{say(text, language)}\n"


def _table(heading: Text, findings: Iterable[Remark], language: Language) -> Iterator[str]:
    rows = [_row(finding, language) for finding in findings]
    if rows:
        head = " | ".join(say(text, language) for text in _HEAD)
        yield f"\n**{say(heading, language)} ({len(rows)})**\n\n| {head} |\n|---|---|---|---|\n"
        yield from rows


def _row(f: Remark, language: Language) -> str:
    what = f"**{cell(say(f.title, language))}**<br>{cell(say(f.what, language))}"
    resource = f"{code(f.name)}<br>{short(f.type)}" if f.type else code(f.name) if f.name else "-"
    resource += f"<br>{cell(f.whose)}" if f.whose else ""
    return f"| {'<br>'.join(f.items) or '-'} | {resource} | {what} | {code(f.where)} |\n"


def _remedies(findings: Iterable[Remark], language: Language) -> Iterator[str]:
    said = {(f.rule, f.remedy): f for f in findings}
    if said:
        yield f"\n<details><summary>{say(_REMEDIES, language)} ({len(said)})</summary>\n\n"
        for (rule, remedy), f in said.items():
            about = " ".join((code(rule), *f.items))
            yield f"- {about}: {cell(say(remedy, language))}\n"
        yield "\n</details>\n"


def _folded(heading: Text, findings: tuple[Remark, ...], language: Language) -> Iterator[str]:
    if findings:
        yield f"\n<details><summary>{say(heading, language)} ({len(findings)})</summary>\n\n"
        for f in findings:
            named = (each for each in (code(f.name) if f.name else "", cell(f.whose)) if each)
            about = " ".join((code(f.rule), *f.items, *named))
            yield f"- {about}: {cell(say(f.what, language))}\n"
        yield "\n</details>\n"


def _clauses(review: Review, language: Language) -> Iterator[str]:
    if all(clause.state == "none" for clause in review.clauses):
        return
    yield f"\n<details><summary>{say(_CLAUSES, language)} ({len(review.clauses)})</summary>\n\n"
    for state, text in STATES.items():
        ids = [clause.id for clause in review.clauses if clause.state == state]
        if ids:
            told = "" if state == "none" else f": {', '.join(ids)}"
            yield f"- **{say(text, language)} ({len(ids)})**{told}\n"
    yield "\n</details>\n"


def _changes(review: Review, language: Language) -> Iterator[str]:
    changed = [change for change in review.changes if change.op != "same"]
    if changed:
        yield f"\n<details><summary>{say(_CHANGES, language)} ({len(changed)})</summary>\n\n"
        by_kind: dict[tuple[str, str], list[str]] = {}
        for change in changed:
            by_kind.setdefault((change.op, short(change.type)), []).append(change.name)
        for (op, kind), names in sorted(by_kind.items()):
            shown = ", ".join(code(name) for name in names[:_NAMES])
            more = f" … +{len(names) - _NAMES}" if len(names) > _NAMES else ""
            yield f"- {say(operation(op), language)} {kind} ×{len(names)}: {shown}{more}\n"
        yield "\n</details>\n"
