"""A diff as Markdown: what must be confirmed in a table, the rest folded away by whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medcloud.diff.change import KIND_WORDS, Change
from medcloud.diff.render.heading import MUST_BE_CONFIRMED, called, counted, groups
from medcloud.plan.region import RegionPlan
from medcloud.report.escape import cell, code
from medcloud.report.severity import SEVERITIES
from medcloud.text import Language, Text

_HEAD = (
    Text("程度", "Degree"),
    Text("变化", "Change"),
    Text("条款", "Clause"),
    Text("前 → 后", "Before → after"),
)


def as_markdown(
    old: RegionPlan, new: RegionPlan, changes: Sequence[Change], language: Language
) -> Iterator[str]:
    """Pieces in order, each whole by itself, so that a reader of limited room may stop between two."""
    yield f"{counted(changes).say(language)}\n"
    needed = [change for change in changes if change.must_be_confirmed]
    if needed:
        yield f"\n**{MUST_BE_CONFIRMED.say(language)} ({len(needed)})**\n\n"
        yield from _table(needed, language)
    titles = {**old.titles, **new.titles}
    for tenant, workload, own in groups([c for c in changes if not c.must_be_confirmed]):
        about = called(titles, tenant, workload).say(language)
        head = f"\n<details><summary>{cell(about)} ({len(own)})</summary>\n\n"
        yield "".join((head, *_table(own, language), "\n</details>\n"))


def _table(changes: Sequence[Change], language: Language) -> Iterator[str]:
    yield f"| {' | '.join(text.say(language) for text in _HEAD)} |\n|---|---|---|---|\n"
    for change in changes:
        degree, kind = SEVERITIES[change.severity].words.say(language), KIND_WORDS[change.kind].say(language)
        sides = "-"
        if change.before or change.after:
            sides = f"{cell(change.before or '-')} → {cell(change.after or '-')}"
        what = f"**{kind}**<br>{cell(change.text.say(language))}"
        if change.must_be_confirmed:
            what += f"<br>{code(change.id)}"
        yield f"| {degree} | {what} | {change.item or '-'} | {sides} |\n"
