"""Files of waivers, good and refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from medcloud.crypto import load_trust, parse_document
from medcloud.waivers import WaiverRefused, Waivers, load_waivers
from tests.crypto.people import TODAY, People
from tools.demo_ca import Holder

VOLUME = "openstack:blockstorage/volume:Volume"
GOOD = {
    "id": "W-1",
    "item": "7.2.1-b",
    "resources": f'["{VOLUME}::panyu-c1-oa-*"]',
    "level": "2",
    "reason": "旧阵列年底前更换",
    "approved_by": "陈安",
    "approved": "2026-11-01",
    "until": "2026-12-31",
}


def text(**changes: str) -> bytes:
    fields = [f"    {key}: {value}\n" for key, value in {**GOOD, **changes}.items() if value]
    return ("medcloud: waivers/1\nwaivers:\n  -\n" + "".join(fields)).encode()


Sign = Callable[..., Path]


@pytest.fixture
def sign(people: People, tmp_path: Path) -> Sign:
    """Writes a signed file of waivers."""

    def write(payload: bytes, by: Holder | None = None) -> Path:
        path = tmp_path / "waivers.yaml"
        holder = by or people.officer
        document = parse_document(payload, str(path)).signed(holder.key, [holder.certificate])
        path.write_bytes(document.render())
        return path

    return write


def refusal(path: Path, trust: Path) -> str:
    with pytest.raises(WaiverRefused) as caught:
        load_waivers(path, trust=trust, today=TODAY)
    return caught.value.text.en


def test_good(sign: Sign, trust: Path) -> None:
    found = load_waivers(sign(text()), trust=trust, today=TODAY)
    assert [(w.id, w.item, str(w.until)) for w in found.waivers] == [("W-1", "7.2.1-b", "2026-12-31")]


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"until": "2026-11-19"}, ":11 waivers[0].until", "expired on 2026-11-19"),
        ({"until": "2027-11-02"}, ":11 waivers[0].until", "longer than 365 days"),
        ({"approved": "2026-11-21"}, ":10 waivers[0].approved", "in the future"),
        ({"level": "5"}, ":7 waivers[0].level", "data level 5 may not be waived"),
        ({"level": "-1"}, ":7 waivers[0].level", "whole number"),
        ({"item": "C.2-a"}, ":5 waivers[0].item", "may not be waived"),
        ({"item": "9.9-z"}, ":5 waivers[0].item", "no item 9.9-z"),
        ({"until": "soon"}, ":11 waivers[0].until", "must be a date"),
        ({"reason": ""}, "waivers[0].reason", "not blank"),
        ({"reason": "''"}, ":8 waivers[0].reason", "not blank"),
        (
            {"level": "2\n    level: 3"},
            ":8:5 waivers[0].level",
            "key level is repeated; line 7 has it already",
        ),
        ({"why": "x"}, ":12 waivers[0].why", "unknown field"),
        ({"approved_by": "李四"}, ":4 waivers[0]", "has not signed"),
    ],
)
def test_refused(sign: Sign, trust: Path, changes: dict[str, str], place: str, words: str) -> None:
    found = refusal(sign(text(**changes)), trust)
    assert f"waivers.yaml{place if place[0] == ':' else ''}" in found
    assert place in found
    assert words in found


@pytest.mark.parametrize(
    "pattern",
    [
        "*",
        "**",
        VOLUME,
        f"{VOLUME}::*",
        f"{VOLUME}::**",
        f"{VOLUME}::panyu-*",
        "*::panyu-c1-oa-1",
        "*::*",
        f"{VOLUME}::*-oa",
        "openstack:*:Volume::panyu-c1-oa",
        f"{VOLUME}::panyu-[a-z]-oa",
        f"{VOLUME}::",
    ],
)
def test_over_broad(sign: Sign, trust: Path, pattern: str) -> None:
    found = refusal(sign(text(resources=f'["{VOLUME}::panyu-c1-oa-1", "{pattern}"]')), trust)
    assert "over-broad" in found
    assert "waivers.yaml:6 waivers[0].resources" in found


@pytest.mark.parametrize(
    "type_",
    [
        "openstack:vpnaas/siteConnection:SiteConnection",
        "openstack:bgpvpn/v2:V2",
        "openstack:index/bgpvpnV2:BgpvpnV2",
        "medcloud:index:SiteLink",
    ],
)
def test_plaintext_across_centres(sign: Sign, trust: Path, type_: str) -> None:
    found = refusal(sign(text(resources=f'["{type_}::panyu-c1-r1"]')), trust)
    assert "[7.2.1-b]" in found
    assert "may not be waived" in found


def test_unsigned(tmp_path: Path, trust: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_bytes(text())
    assert "is not signed" in refusal(path, trust)


def test_signed_by_another(sign: Sign, trust: Path, people: People) -> None:
    assert "may not sign waivers" in refusal(sign(text(), people.other), trust)
    assert "does not lead to a trusted root" in refusal(sign(text(), people.stranger), trust)


def test_every_fault_is_said_at_once(sign: Sign, trust: Path, people: People) -> None:
    second = text(id="W-2", item="C.2-a").split(b"waivers:\n")[1]
    found = refusal(sign(text(level="5") + second, people.stranger), trust)
    assert len(found.splitlines()) == 3


def test_the_same_id_twice(sign: Sign, trust: Path) -> None:
    second = text().split(b"waivers:\n")[1]
    assert "the id is there twice" in refusal(sign(text() + second), trust)


def test_a_byte_changed(sign: Sign, trust: Path) -> None:
    path = sign(text())
    path.write_bytes(path.read_bytes().replace(b"level: 2", b"level: 3"))
    assert "does not fit the content" in refusal(path, trust)


@pytest.mark.parametrize("content", ["", "- a", "medcloud: evidence/1\nwaivers: [{}]\n", "a: *b", "{" * 5000])
def test_not_a_file_of_waivers(sign: Sign, trust: Path, content: str) -> None:
    assert "waivers.yaml" in refusal(sign(content.encode()), trust)


def test_two_approvers_sign_one_file(sign: Sign, people: People, tmp_path: Path) -> None:
    from tests.crypto.people import trust_folder  # noqa: PLC0415  # only here

    folder = trust_folder(tmp_path / "t", people.root, [people.crl], {"waivers": "陈安"})
    (folder / "signers.yaml").write_text("waivers: [陈安, 李四]\n", encoding="utf-8")
    second = text(id="W-2", approved_by="李四").split(b"waivers:\n")[1]
    path = sign(text() + second)
    assert "“李四”, who approved it, has not signed" in refusal(path, folder)
    document = parse_document(path.read_bytes(), "w").signed(people.other.key, [people.other.certificate])
    path.write_bytes(document.render())
    found = load_waivers(path, trust=folder, today=TODAY)
    assert isinstance(found, Waivers)
    assert len(document.verify(load_trust(folder), "waivers", today=TODAY)) == 2
