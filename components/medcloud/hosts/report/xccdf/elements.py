"""Elements with text."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # only writes
from collections.abc import Mapping

from medcloud.hosts.report.xccdf.names import clean


def add(
    parent: ET.Element, tag: str, text: str = "", attributes: Mapping[str, str] | None = None
) -> ET.Element:
    """A child with text."""
    child = ET.SubElement(parent, tag, {key: clean(value) for key, value in (attributes or {}).items()})
    if text:
        child.text = clean(text)
    return child


def both(parent: ET.Element, tag: str, text: Mapping[str, str]) -> None:
    """A child in Chinese and one in English; none where there is nothing to say."""
    for key, language in (("zh", "zh-CN"), ("en", "en")):
        if text[key] not in ("", "-"):
            add(parent, tag, text[key], {"xml:lang": language})
