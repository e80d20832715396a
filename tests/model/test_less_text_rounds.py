"""Good regions said with less are the same; those that say all stay the tree; spoilt ones have a place."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from medcloud.model import RegionError, load, parse
from medcloud.model.expansion import content, expand, written_out
from medcloud.model.reading.load import KIND
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.tree import Table
from tests.model.less_text import EXAMPLE, Data, dumped, lay, written_out as of_file
from tests.support import campaign
from tests.support.generate_region import good_region

ROUNDS = campaign.count(3)
_EACH = 20
_SECTIONS = ("sites", "tenants", "centres", "pools", "images", "domains", "workloads")


def _rng(round_: int) -> random.Random:
    return random.Random(campaign.seed() + round_)  # noqa: S311  # a seed that can be run again


@pytest.mark.rounds
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_what_says_all_is_itself(round_: int) -> None:
    rng = _rng(round_)
    for _ in range(_EACH):
        data = good_region(rng)
        root = Composer(dumped(data), "region.yaml").compose()
        assert isinstance(root, Table)
        out = expand(root, None, KIND)
        assert out.root is root
        again = written_out(content(root))
        assert parse(again, "again.yaml") == parse(dumped(data), "region.yaml"), again


@pytest.mark.rounds
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_what_says_less_is_the_same_region(tmp_path: Path, round_: int) -> None:
    rng = _rng(round_)
    words = 0
    for number in range(_EACH):
        data = good_region(rng)
        folder = tmp_path / str(number)
        folder.mkdir()
        short, others = _split(rng, _shortened(rng, data))
        file = lay(folder, short, **others)
        assert load(file) == parse(dumped(data), "whole.yaml"), file.read_text(encoding="utf-8")
        said = str([short, others])
        words += sum(word in said for word in ("include", "defaults", "templates"))
    assert words > _EACH
    campaign.note({"files": _EACH, "words": words})


@pytest.mark.rounds
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_workloads_of_each_tenant_are_as_one_would_write_them(tmp_path: Path, round_: int) -> None:
    rng = _rng(round_)
    for _ in range(_EACH):
        tenants = [f"h{n}" for n in range(rng.randint(1, 5))]
        keys = [f"w{n}" for n in range(rng.randint(1, 5))]
        chosen = {key: rng.sample(tenants, rng.randint(1, len(tenants))) for key in keys}
        workloads: Data = {}
        wanted: Data = {}
        for key in keys:
            able = [each for each in keys if set(chosen[each]) >= set(chosen[key])]
            entry = {"level": rng.randint(1, 5), "size": {"vcpus": 1}}
            calls = rng.sample([*able, "intranet"], rng.randint(0, len(able)))
            differing = {t: {"size": {"gpus": 9}} for t in chosen[key] if rng.random() < 0.3}
            workloads[key] = {**entry, "callers": calls, "for_each_tenant": chosen[key]}
            if differing:
                workloads[key]["overrides"] = differing
            for tenant in chosen[key]:
                callers = [call if call == "intranet" else f"{tenant}-{call}" for call in calls]
                wanted[f"{tenant}-{key}"] = {**deepcopy(entry), "callers": callers, "tenant": tenant}
                wanted[f"{tenant}-{key}"]["size"] |= differing.get(tenant, {}).get("size", {})
        file = lay(tmp_path, {"tenants": {t: {} for t in tenants}, "workloads": workloads})
        assert of_file(file)["workloads"] == wanted


@pytest.mark.rounds
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_spoilt_files_are_refused_with_a_place_or_good(tmp_path: Path, round_: int) -> None:
    rng = _rng(round_)
    files = {
        path.relative_to(EXAMPLE.parent): path.read_text("utf-8") for path in EXAMPLE.parent.rglob("*.yaml")
    }
    (tmp_path / "workloads").mkdir()
    for _ in range(_EACH):
        spoilt = {**files}
        for _ in range(rng.randint(1, 3)):
            name = rng.choice([*spoilt])
            spoilt[name] = _spoil(rng, spoilt[name])
        for name, text in spoilt.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        try:
            load(tmp_path / "region.yaml")
        except RegionError as refused:
            for each in refused.findings:
                named = Path(each.place.file).relative_to(tmp_path)
                assert 1 <= each.place.line <= spoilt[named].count("\n") + 1, each
                assert each.message.zh
                assert each.remedy.en


_WORDS = (
    "use", "for_each_tenant", "overrides", "defaults", "templates", "include", "workloads", "all", "his",
    "core", "clinical", "h01", "null", "[]", "{}", "[all]", "{use: his}", "{h01: {use: x}}", "3", "group:x",
    "*hospitals",
)  # fmt: skip


def _spoil(rng: random.Random, text: str) -> str:
    """A word for another, or a line gone or moved."""
    lines = text.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    what = rng.random()
    if what < 0.2:
        del lines[at]
    elif what < 0.3:
        lines.insert(rng.randrange(len(lines)), lines[at])
    else:
        words = lines[at].replace("{", "{ ").replace(":", " :").replace(",", " ,").split(" ")
        places = [number for number, word in enumerate(words) if word.strip("{}[]:,\n")]
        if places:
            words[rng.choice(places)] = rng.choice(_WORDS)
        lines[at] = " ".join(words).replace(" :", ":").replace(" ,", ",").rstrip("\n") + "\n"
    return "".join(lines)


def _shortened(rng: random.Random, data: Data) -> Data:
    """The same with defaults and templates, some chained."""
    short = deepcopy(data)
    for section in _SECTIONS:
        entries = short.get(section)
        if not entries or rng.random() < 0.2:
            continue
        common = _common(rng, [*entries.values()])
        if common:
            short.setdefault("defaults", {})[section] = common
            for entry in entries.values():
                _take(entry, common)
        for number in range(rng.randint(0, 2)):
            template = _some(rng, rng.choice([*entries.values()]))
            template.pop("use", None)
            users = [entry for entry in entries.values() if "use" not in entry and _has(entry, template)]
            if not template or not users:
                continue
            for entry in users:
                _take(entry, template)
                entry["use"] = f"t{number}"
            short.setdefault("templates", {}).setdefault(section, {})[f"t{number}"] = template
        _chain(rng, short, section)
    return short


def _chain(rng: random.Random, short: Data, section: str) -> None:
    """Part of a template becomes a template that it uses."""
    named = short.get("templates", {}).get(section, {})
    for name in [*named]:
        base = _some(rng, named[name])
        if base and rng.random() < 0.5:
            _take(named[name], base)
            named[name]["use"] = f"{name}-base"
            named[f"{name}-base"] = base


def _common(rng: random.Random, entries: list[Data]) -> Data:
    """Values of one entry, for fields that all have."""
    found = {}
    for key in entries[0]:
        values = [entry.get(key) for entry in entries]
        if all(isinstance(each, dict) for each in values):
            if nested := _common(rng, values):  # type: ignore[arg-type]  # all are
                found[key] = nested
        elif all(key in entry for entry in entries) and not any(isinstance(each, dict) for each in values):
            found[key] = deepcopy(rng.choice(entries)[key])
    return {key: value for key, value in found.items() if rng.random() < 0.7}


def _some(rng: random.Random, entry: Data) -> Data:
    return {key: deepcopy(value) for key, value in entry.items() if rng.random() < 0.5}


def _has(entry: Data, template: Data) -> bool:
    """Whether an entry has every field of a template, so that it gains none."""
    return all(
        key in entry
        and isinstance(entry[key], dict) == isinstance(value, dict)
        and (not isinstance(value, dict) or _has(entry[key], value))
        for key, value in template.items()
    )


def _take(entry: Data, template: Data) -> None:
    """Leaves out of an entry what the template says."""
    for key, value in template.items():
        if isinstance(value, dict):
            _take(entry[key], value)
            if value and not entry[key]:
                del entry[key]
        elif entry[key] == value and type(entry[key]) is type(value):
            del entry[key]


def _split(rng: random.Random, short: Data) -> tuple[Data, dict[str, Data]]:
    """Entries and sections moved to other files."""
    others: dict[str, Any] = {}
    for section in [*short]:
        if section in ("version", "region") or rng.random() < 0.6:
            continue
        part = others.setdefault(f"parts_{rng.randint(1, 3)}", {})
        if section in _SECTIONS and len(short[section]) > 1 and rng.random() < 0.5:
            moved = [*short[section]][-1]
            part[section] = {moved: short[section].pop(moved)}
        else:
            part[section] = short.pop(section)
    return ({**short, "include": ["parts/*.yaml"]} if others else short), others
