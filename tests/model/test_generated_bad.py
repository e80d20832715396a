"""Bad files: every one is refused with a place, and none ends in anything but a refusal."""

import random
from pathlib import Path

import pytest

from medcloud.model import RegionError, RegionRefused, load, parse
from tests.support import campaign
from tests.support.generate_region import good_region
from tests.support.spoil_region import SPOILS
from tests.support.spoil_text import TEXTS, bad_region, text_of

BATCHES = campaign.count(2)
"""Of a hundred files."""


def _refusal(text: str, name: str) -> RegionError:
    with pytest.raises(RegionError) as caught:
        parse(text, name)
    for finding in caught.value.findings:
        assert finding.place.line >= 1, finding
        assert finding.place.column >= 1, finding
        assert finding.place.file == name
        assert all((finding.message.zh, finding.message.en, finding.remedy.zh, finding.remedy.en)), finding
        assert all(line.isprintable() for line in finding.text), finding
    assert caught.value.findings
    return caught.value


@pytest.mark.rounds
@pytest.mark.parametrize("batch", range(BATCHES))
def test_bad_regions_are_refused(batch: int) -> None:
    first = campaign.seed() + batch * 100
    for seed in range(first, first + 100):
        text, name = bad_region(random.Random(seed))  # noqa: S311  # a seed that can be run again
        error = _refusal(text, f"{name} {seed}")
        if name in SPOILS:
            assert isinstance(error, RegionRefused), name
    campaign.note({"files": 100})


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.item(spoil.item) if spoil.item else ())
        for name, spoil in SPOILS.items()
    ],
)
def test_each_spoil_is_refused_with_its_item_and_only_for_it(name: str) -> None:
    for seed in range(6):
        rng = random.Random(seed)  # noqa: S311
        data = good_region(rng)
        if not data["workloads"]:
            continue
        SPOILS[name].change(rng, data)
        error = _refusal(text_of(data), name)
        items = {finding.item for finding in error.findings}
        assert not SPOILS[name].item or SPOILS[name].item in items, (seed, error)


@pytest.mark.parametrize("name", TEXTS)
def test_each_spoilt_text_is_refused(name: str) -> None:
    for seed in range(5):
        rng = random.Random(seed)  # noqa: S311
        _refusal(TEXTS[name](rng, text_of(good_region(rng))), name)


@pytest.mark.parametrize("batch", range(5))
def test_random_bytes_are_refused(batch: int, tmp_path: Path) -> None:
    good = Path("examples/panyu/region.yaml").read_bytes()
    file = tmp_path / "region.yaml"
    for seed in range(batch * 100, batch * 100 + 100):
        rng = random.Random(seed)  # noqa: S311
        content = rng.randbytes(rng.randrange(400))
        if seed % 2:  # bytes in the middle of a good file; the byte 0xff is in no UTF-8 text
            at = rng.randrange(len(good))
            content = good[:at] + content + b"\xff" + good[at:]
        file.write_bytes(content)
        with pytest.raises(RegionError) as caught:
            load(file)
        assert all(finding.place.line >= 1 for finding in caught.value.findings)
