"""Text files as lines: bytes, endings, what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from medcloud.hosts.change import lines as text
from medcloud.hosts.errors import Refused


@given(st.binary(max_size=200).filter(lambda b: b"\x00" not in b))
def test_lines_come_back_to_the_byte(content: bytes) -> None:
    assert text.join(text.split(content, "x")) == content


def test_utf16_is_refused_with_its_place() -> None:
    with pytest.raises(Refused, match="/etc/x"):
        text.split("Port 22".encode("utf-16"), "/etc/x")


def test_a_new_line_ends_as_the_file_does() -> None:
    assert text.join(text.append(text.split(b"a\r\nb", "x"), ["c"])) == b"a\r\nb\r\nc\r\n"[:3] + b"b\nc\n"
    assert text.join(text.append(text.split(b"a\r\nb\r\n", "x"), ["c"])) == b"a\r\nb\r\nc\r\n"
