"""A county's stations, by components and the pack: as many of them as one wants are made in one way."""

from __future__ import annotations

from pathlib import Path

from tests.model.less_text import written_out
from tests.support.promised import refusals


def test_the_county_comes_up_past_the_pack_with_three_stations(tmp_path: Path) -> None:
    text = Path("examples/county/region.yaml").read_text(encoding="utf-8")
    few = text.replace("count: 200", "count: 3").replace("t017:", "t002:")
    assert few != text
    file = tmp_path / "region.yaml"
    file.write_text(few, encoding="utf-8")
    assert refusals(written_out(file), tmp_path) == []
