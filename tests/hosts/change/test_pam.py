"""PAM files: jumps."""

from __future__ import annotations

import pytest

from medcloud.hosts.change import lines as text, pam
from medcloud.hosts.errors import Refused


def test_a_jump_over_an_include_is_refused() -> None:
    lines = text.split(
        b"auth [success=2 default=ignore] pam_a.so\nauth include x\nauth required pam_b.so\n", "f"
    )
    with pytest.raises(Refused, match="include"):
        pam.insert(lines, "f", 1, pam.PamLine("auth", "required", "pam_c.so"))


def test_a_jump_that_ends_before_the_new_line_stays() -> None:
    lines = text.split(b"auth [success=1] pam_a.so\nauth required pam_b.so\nauth required pam_c.so\n", "f")
    made = pam.insert(lines, "f", 3, pam.PamLine("auth", "required", "pam_d.so"))
    assert made[0].text == "auth [success=1] pam_a.so"
