"""Ids and words of XCCDF."""

from __future__ import annotations

import re

NAMESPACE = "http://checklists.nist.gov/xccdf/1.2"
_OWNER = "medcloud"  # where others write a domain turned around; the project has none
CHECK_SYSTEM = "urn:medcloud:harden"
CLAUSE_SYSTEM = "urn:medcloud:gb-t-22239-2019"
ITEM_SYSTEM = "urn:medcloud:t-gyjs-014-2025"
SCORING = "urn:xccdf:scoring:flat-unweighted"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_NAME = re.compile(r"[^A-Za-z0-9.-]")


def name(kind: str, of: str) -> str:
    """The id of a benchmark, group, rule or testresult; what an id may not hold is written as its code."""
    plain = _NOT_NAME.sub(lambda hit: f"_{ord(hit[0]):x}_", of)
    return f"xccdf_{_OWNER}_{kind}_{plain}"


def clean(text: str) -> str:
    """Text that XML 1.0 can hold: hosts print control characters and bytes that are no UTF-8."""
    return _NOT_XML.sub("\ufffd", text)
