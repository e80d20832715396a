"""A report of one HTML file: nothing is loaded from elsewhere, both languages are in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from markupsafe import Markup

from medcloud.diff import KIND_WORDS, Change as Effect, file_to_write
from medcloud.diff.render.heading import called, groups
from medcloud.plan.titles import called as one
from medcloud.report.page import page
from medcloud.review import labels
from medcloud.review.languages import Language
from medcloud.review.render.matrix import SIGNS, chapters
from medcloud.review.render.picture import Picture, picture
from medcloud.review.shapes import Change, Review
from medcloud.review.verdict import title, verdict
from medcloud.text import Text
from medcloud.text.urns import short

_TEMPLATE = Path(__file__).parent / "page" / "report.html.j2"


def html(review: Review, language: Language = "both") -> str:
    """The report; `language` is what it opens in, its buttons change it."""
    changed = [change for change in review.changes if change.op != "same"]
    name = title(review)
    return page(
        _TEMPLATE,
        title=Text(name, name),
        language=language,
        review=review,
        verdict=verdict(review),
        changed=changed,
        kinds=_kinds(changed),
        operations=sorted({change.op for change in changed}),
        refused_urns={f.urn for f in review.refused if f.urn},
        chapters=chapters(review.clauses),
        signs=SIGNS,
        picture=_picture(review),
        short=short,
        said=lambda section, id_: one(review.plan.titles if review.plan else {}, section, id_),
        wbr=Markup("<wbr>"),
        labels=labels,
        kind_words=KIND_WORDS,
        effect_groups=_effects(review),
        to_write=file_to_write(review.effects.judgement.unconfirmed) if review.effects else "",
    )


def _effects(review: Review) -> list[tuple[Text, tuple[Effect, ...]]]:
    """What need not be confirmed, by whom it concerns."""
    if review.effects is None or review.plan is None:
        return []
    titles = {**review.effects.old.titles, **review.plan.titles}
    rest = [change for change in review.effects.changes if not change.must_be_confirmed]
    return [(called(titles, tenant, workload), own) for tenant, workload, own in groups(rest)]


def _kinds(changed: list[Change]) -> list[tuple[str, dict[str, int]]]:
    """Resources by kind, each with its counts by operation."""
    counts: dict[str, Counter[str]] = {}
    for change in changed:
        counts.setdefault(short(change.type), Counter())[change.op] += 1
    return sorted((kind, dict(found)) for kind, found in counts.items())


def _picture(review: Review) -> Picture | None:
    if review.plan is None:
        return None
    by_urn = {change.urn: change.labels for change in review.changes}
    found: Counter[tuple[str, str]] = Counter()
    for finding in review.refused:
        about = by_urn.get(finding.urn, {})
        found[about.get("centre", ""), about.get("workload", "")] += 1
    return picture(review.plan, found)
