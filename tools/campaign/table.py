"""Which campaigns there are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One campaign: tests with the mark `rounds`, in a file or folder, that take a count and a seed."""

    tests: str
    count: int
    """Rounds for the record."""
    zh: str
    en: str


CAMPAIGNS = {
    "kills": Row(
        "tests/on_lab/test_faults_kill.py",
        20,
        "部署与销毁途中随机杀死引擎",
        "engines killed at random amid up and destroy",
    ),
    "journal-kills": Row(
        "tests/engines/test_journal_kills.py",
        25,
        "部署与销毁途中杀死引擎，对照其日志",
        "engines killed amid up and destroy, held against their journal",
    ),
    "host-kills": Row(
        "tests/on_hosts/test_killed.py",
        50,
        "加固途中随机杀死",
        "hardening killed at random",
    ),
    "good-regions": Row(
        "tests/model/test_generated_good.py",
        50,
        "合格的区域文件，每轮一百",
        "good region files, a hundred a round",
    ),
    "less-text": Row(
        "tests/model/test_less_text_rounds.py",
        50,
        "用缺省值、模板、按机构与包含写成的区域文件，每轮八十",
        "region files with defaults, templates, tenants' workloads and included files, eighty a round",
    ),
    "bad-regions": Row(
        "tests/model/test_generated_bad.py",
        50,
        "不合格的区域文件，每轮一百",
        "bad region files, a hundred a round",
    ),
    "promise": Row(
        "tests/cloud/test_promise.py",
        5,
        "合格的区域文件直至全部规则，每轮十个",
        "good region files up to every rule of the pack, ten a round",
    ),
    "reviews": Row(
        "tests/review/test_promise_reviewed.py",
        20,
        "合格的区域文件，经真实引擎预览与全部规则",
        "good region files, previewed by the real engine past every rule",
    ),
    "mutations": Row(
        "tests/cloud/test_promise_mutated.py",
        50,
        "任意改动的区域文件：说明理由地拒绝，或可以部署，每轮一百",
        "region files changed anywhere: refused in words, or fit to come up; a hundred a round",
    ),
}
