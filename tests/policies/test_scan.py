"""What is looked at more closely, and what that costs."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from detect_secrets.plugins.keyword import DENYLIST
from detect_secrets.plugins.private_key import PrivateKeyDetector

from medcloud_policies import scan

NAMES = [re.sub(r"(?<=_)\?", "", word) for word in DENYLIST]
HEADS = [pattern.pattern for pattern in PrivateKeyDetector.denylist]
VALUE = "Zq8!rT2#vW9x"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_that_the_detectors_know_is_looked_at(name: str) -> None:
    assert scan.named(name, VALUE) == ("password or key by its name",)


@pytest.mark.parametrize("head", HEADS)
def test_every_private_key_is_looked_at(head: str) -> None:
    assert "Private Key" in " ".join(scan.secrets(f"-----{head}-----"))


@pytest.mark.parametrize(
    ("judged", "loaded"),
    [("scan.named('medcloud-location', 'private')", False), ("scan.secrets('pwd: x9Q')", True)],
)
def test_detectors_are_loaded_for_a_line_that_is_worth_it(judged: str, loaded: bool) -> None:
    program = f"""
import sys
from medcloud_policies import pack, scan
pack.rules(); list({judged})
print('detect_secrets' in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)
