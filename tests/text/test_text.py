"""Both languages, one of them, and what is the same in both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from medcloud.text import NOTHING, Finding, Language, Place, Refusal, Text, speak, spoken

MENDED = Text("改名", "rename it")


@pytest.fixture(autouse=True)
def both_afterwards() -> Iterator[None]:
    yield
    speak("both")


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "缺少 id"), ("en", "id is missing"), ("both", "缺少 id / id is missing")]
)
def test_a_text_is_said_in_the_language_that_is_spoken(language: Language, said: str) -> None:
    speak(language)
    assert spoken() == language
    assert f"{Text('缺少 id', 'id is missing')}" == said


def test_nothing_is_false_and_a_word_in_either_language_is_not() -> None:
    assert not NOTHING
    assert Text("缺", "") and Text("", "none")


def test_what_is_the_same_in_both_languages_is_said_once() -> None:
    assert str(Text("3.10.1", "3.10.1")) == "3.10.1"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("region.yaml", 4, 7, "workloads.his"), "region.yaml:4:7 workloads.his"),
        (Place("region.lock.yaml", 4), "region.lock.yaml:4"),
        (Place("region.yaml"), "region.yaml"),
        (Place(path="centres.c1"), "centres.c1"),
    ],
)
def test_a_place_names_what_is_known_of_it(place: Place, said: str) -> None:
    assert str(place) == said


def test_a_refusal_speaks_the_language_of_when_it_is_shown() -> None:
    finding = Finding(Place("a.yaml", 2), Text("重复", "twice"), MENDED, "7.2.1-a")
    refusal = Refusal(finding, Text("停止", "stopped"), "a.yaml")
    assert refusal.findings == (finding,)
    assert str(refusal) == "a.yaml:2  [7.2.1-a]  重复 / twice  → 改名 / rename it\n停止 / stopped\na.yaml"
    speak("en")
    assert str(refusal) == "a.yaml:2  [7.2.1-a]  twice  → rename it\nstopped\na.yaml"


def test_a_record_holds_both_languages_whatever_is_spoken() -> None:
    speak("zh")
    record = Finding(Place("a.yaml", 2, path="id"), Text("重复", "twice"), MENDED).record()
    assert (record["message_en"], record["remedy_zh"]) == ("twice", "改名")
    assert record["place"] == "a.yaml:2 id"
