"""The page, as text: self-contained, both languages, hostile names harmless."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from medcloud.review.render.html import html
from medcloud.standard import items
from tests.review.logs import bad, end, made, region, step, violation

VOID = {"meta", "input", "br", "wbr"}


class Tags(HTMLParser):
    """Checks that tags close in their order and collects attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_nothing_comes_from_elsewhere() -> None:
    found = Tags(html(region())).attributes
    links = [value for _, name, value in found if name in ("src", "href", "xlink:href", "action")]
    assert links
    assert all(str(value).startswith("#item-") for value in links)
    assert "url(" not in html(region())
    assert "@import" not in html(region())


def test_tags_are_well_formed() -> None:
    for review in (region(), bad(), made(end())):
        assert Tags(html(review)).open == []


def test_every_item_is_in_the_matrix_once() -> None:
    ids = [value for _, name, value in Tags(html(bad())).attributes if name == "id" and value]
    assert [i for i in ids if i.startswith("item-")] == [f"item-{entry.id}" for entry in items()]
    assert len(ids) == len(set(ids))


def test_it_opens_in_the_language_asked_for() -> None:
    assert '<body class="zh code-1">' in html(bad(), "zh")
    assert '<body class="en code-1">' in html(bad(), "en")


def test_names_of_others_are_text() -> None:
    evil = '"><script>alert(1)</script>'
    text = html(made(step(evil), violation(evil, message=f"{evil}\n{evil}"), end()))
    assert text.count("<script>") == 1  # its own
    assert "alert(1)&lt;/script&gt;" in text


def test_the_picture_shows_centres_domains_workloads_and_links() -> None:
    text = html(region())
    svg = text[text.index("<svg") : text.index("</svg>")]
    for name in ("c1", "c2", "p1", "e1", "r1", "guangzhou", "shaoguan", "市桥院区", "group / core", "his"):
        assert f">{name}<" in svg, name
    assert svg.count('class="link"') == 6  # each of c1, c2, r1, p1 with each; the edge has no VPN
    refused = re.findall(r'class="chip level-(\d) refused"', svg)
    assert refused == ["4", "1"]  # his in c1, the portal


def test_no_region_no_picture() -> None:
    assert "<svg" not in html(bad())
