"""What is looked at more closely, and what that costs."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from detect_secrets.plugins.keyword import DENYLIST
from detect_secrets.plugins.private_key import PrivateKeyDetector

from medcloud_policies.core import pack
from medcloud_policies.core.resource import Resource
from medcloud_policies.core.verdict import judge
from medcloud_policies.reading import scan

NAMES = [re.sub(r"(?<=_)\?", "", word) for word in DENYLIST]
HEADS = [pattern.pattern for pattern in PrivateKeyDetector.denylist]
VALUE = "Zq8!rT2#vW9x"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_that_the_detectors_know_is_looked_at(name: str) -> None:
    assert scan.named(name, VALUE) == ("password or key by its name",)


@pytest.mark.parametrize("head", HEADS)
def test_every_private_key_is_looked_at(head: str) -> None:
    assert "Private Key" in " ".join(scan.secrets(f"-----{head}-----"))


@pytest.mark.parametrize("at", [0, 795, 990, 4000])
def test_a_secret_anywhere_in_a_long_line_is_found(at: int) -> None:
    line = "a, " * (at // 3) + f'"db_password": "{VALUE}"' + ", b" * 1000
    assert scan.secrets(line) == ("line 1: password or key by its name",)


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("secret_a", 16_000),
        *((w, 200_000) for w in ("curl ", "curl -u a:", "mysql ", "docker login ", "grep ")),
    ],
)
def test_a_long_line_of_one_word_takes_no_minutes(word: str, length: int) -> None:
    server = Resource("openstack:compute/instance:Instance", {"userData": word * (length // len(word))})
    began = time.process_time()
    for rule in pack.by_type()[server.type]:
        judge(rule, server)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("judged", "loaded"),
    [("scan.named('medcloud-location', 'private')", False), ("scan.secrets('pwd: x9Q')", True)],
)
def test_detectors_are_loaded_for_a_line_that_is_worth_it(judged: str, loaded: bool) -> None:
    program = f"""
import sys
from medcloud_policies.core import pack
from medcloud_policies.reading import scan
pack.rules(); list({judged})
print('detect_secrets' in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)
