"""The page in a real browser: no error, nothing loaded, both languages, filters, phone, print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from medcloud.review.render.html import html
from tests.review.logs import region
from tools.browser import BrowserMissing, Page, find, opened

pytestmark = pytest.mark.lab


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        find()
    except BrowserMissing as missing:
        pytest.skip(str(missing))
    found = tmp_path_factory.mktemp("page") / "review.html"
    found.write_text(html(region(), "zh"), "utf-8")
    return found


@pytest.fixture(scope="module")
def page(file: Path) -> Iterator[Page]:
    with opened(file) as found:
        yield found


def visible(page: Page, selector: str) -> int:
    rows = f"[...document.querySelectorAll({selector!r})].filter(e => e.getClientRects().length)"
    return int(page.value(f"{rows}.length"))


def test_no_error_and_nothing_loaded(page: Page, file: Path) -> None:
    assert page.value("document.title")
    assert page.errors == []
    assert page.requests == [file.as_uri()]


def test_an_error_would_be_seen(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(file.read_text("utf-8").replace('"use strict";', '"use strict"; nothing();'), "utf-8")
    with opened(broken) as found:
        assert "nothing is not defined" in found.errors[0]


def test_both_languages_are_there_and_change(page: Page) -> None:
    for language, other in (("en", "zh"), ("zh", "en")):
        page.value(f"document.querySelector('[data-language={language}]').click()")
        assert visible(page, f"main span.{language}") > 50
        assert visible(page, f"main span.{other}") == 0
        assert visible(page, f"svg text.{other}") == 0


def test_the_table_filters(page: Page) -> None:
    everything = visible(page, "#resources tbody tr")
    assert everything == len(region().changes)
    page.value("(f => { f.refused.checked = true; f.dispatchEvent(new Event('input')) })(filters)")
    assert visible(page, "#resources tbody tr") == len({f.urn for f in region().refused if f.urn})
    page.value("(f => { f.text.value = 'his-scratch'; f.dispatchEvent(new Event('input')) })(filters)")
    assert visible(page, "#resources tbody tr") == 1
    assert page.value("document.getElementById('shown').textContent") == "1"
    page.value("(f => { f.reset(); f.dispatchEvent(new Event('input')) })(filters)")
    assert visible(page, "#resources tbody tr") == everything


def test_the_picture_is_drawn(page: Page) -> None:
    box = page.value("(b => [b.width, b.height])(document.querySelector('svg').getBoundingClientRect())")
    assert box[0] > 1_000 and box[1] > 300
    outside = "[...document.querySelectorAll('svg .chip text, svg .domain > text')].filter(t => { const a ="
    outside += "t.getBoundingClientRect(), b = t.parentNode.querySelector('rect').getBoundingClientRect();"
    outside += "return a.width && (a.right > b.right || a.left < b.left); }).length"
    assert page.value(outside) == 0


def test_it_fits_a_phone(file: Path) -> None:
    with opened(file, width=390) as phone:
        assert phone.value("document.documentElement.scrollWidth") == 390
        assert phone.errors == []


def test_it_prints(page: Page, tmp_path: Path) -> None:
    page.printed(tmp_path / "review.pdf")
    assert (tmp_path / "review.pdf").read_bytes().startswith(b"%PDF")
