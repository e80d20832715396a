"""The comment: short, harmless, complete or saying that it is not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from medcloud.review.render.markdown import LIMIT, markdown
from tests.review.logs import bad, end, made, region, step, violation


def test_each_refusal_names_clause_resource_place_and_remedy() -> None:
    text = markdown(region())
    row = next(line for line in text.splitlines() if "volumeType standard" in line)
    assert "7.2.1-b<br>C.2-b" in row
    assert "`panyu-c1-his-scratch`" in row
    assert "`examples/panyu/region.yaml:50`" in row
    assert "Set volumeType to an encrypted volume type" in text
    assert "将 volumeType 设为已加密的卷类型" in text


def test_details_are_folded_away() -> None:
    text = markdown(region())
    shown = re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
    assert len(shown) < 4_000
    assert text.count("<details>") == text.count("</details>") >= 3


@pytest.mark.parametrize(
    ("language", "there", "absent"), [("zh", "拒绝", "Refused"), ("en", "Refused", "拒绝")]
)
def test_one_language(language: str, there: str, absent: str) -> None:
    text = markdown(bad(), "zh" if language == "zh" else "en")
    assert there in text
    assert absent not in text


def test_a_long_review_keeps_to_the_limit_and_says_so() -> None:
    first = bad().findings[0]
    many = tuple(replace(first, name=f"server-{n}") for n in range(5_000))
    text = markdown(replace(bad(), findings=many))
    assert len(text) <= LIMIT
    assert "left out" in text
    assert "5000" in text  # the verdict counts all
    assert text.count("<details>") == text.count("</details>")


def test_a_limit_inside_folded_details_closes_them() -> None:
    whole = markdown(bad())
    for limit in range(2_000, len(whole) + 1_000, 150):
        text = markdown(bad(), limit=limit)
        assert len(text) <= limit
        assert text.count("<details>") == text.count("</details>"), limit


def test_texts_of_others_are_shown_and_not_obeyed() -> None:
    evil = "<img src=x onerror=alert(1)> | @everyone [x](http://e.example) `a`\n# big"
    found = made(step("a`b|c"), violation("a`b|c", message=evil), end())
    text = markdown(found)
    assert "<img" not in text
    assert "@everyone" not in text
    assert "[x](" not in text
    row = next(line for line in text.splitlines() if "everyone" in line)
    assert row.count(" | ") == 3 and row.startswith("| ") and row.endswith(" |")
