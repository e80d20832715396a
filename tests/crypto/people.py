"""A demonstration authority with people, and trust folders that rely on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tools.demo_ca import Holder, issue, revocation_list

TODAY = date(2026, 11, 20)
FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class People:
    """Made once in a test run: keys cost time."""

    root: Holder
    officer: Holder
    """May sign everything."""
    other: Holder
    """Certified, but in no list."""
    stranger: Holder
    """Certified by nobody."""
    crl: bytes


@cache
def people() -> People:
    """The authority and three people."""
    root = issue(
        {"common_name": "演示根证书 DEMO ROOT", "country_name": "CN"}, first=FIRST, days=700, ca=True
    )
    officer = issue({"common_name": "陈安", "organization_name": "区卫健局"}, root, first=FIRST)
    other = issue({"common_name": "李四", "organization_name": "别处"}, root, first=FIRST)
    stranger = issue({"common_name": "陈安", "organization_name": "区卫健局"}, first=FIRST)
    return People(root, officer, other, stranger, revocation_list(root, first=FIRST))


def trust_folder(
    folder: Path,
    root: Holder,
    crls: Sequence[bytes],
    signers: Mapping[str, str] | None = None,
) -> Path:
    """A trust folder; `signers` gives one subject by purpose, by default 陈安 for all."""
    (folder / "anchors").mkdir(parents=True)
    (folder / "crls").mkdir()
    (folder / "anchors" / "root.pem").write_text(root.certificate.armoured(), encoding="utf-8")
    for index, text in enumerate(crls):
        (folder / "crls" / f"{index}.crl").write_bytes(text)
    chosen = signers or dict.fromkeys(("evidence", "waivers", "ledger"), "陈安")
    lines = [f'{purpose}: ["{subject}"]\n' for purpose, subject in chosen.items()]
    (folder / "signers.yaml").write_text("".join(lines), encoding="utf-8")
    return folder
