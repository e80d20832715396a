"""JUnit XML, as test reports of GitLab and others take it: one test case a rule."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from medcloud.review.languages import Language, say
from medcloud.review.shapes import Remark, Review, RuleCount

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OUTSIDE = {"region": "region-file", "engine": "engine"}


def junit(review: Review, language: Language = "both") -> str:
    """The report as XML text; refused is a failure, what could not run an error, undecided skipped."""
    suite = ET.Element("testsuite", name="medcloud review")
    for kind, name in _OUTSIDE.items():
        own = [f for f in review.findings if f.kind == kind]
        if own:
            case = ET.SubElement(suite, "testcase", classname="medcloud", name=name)
            _child(case, "error", own, language)
    confirm = [f for f in review.findings if f.kind == "confirm"]
    if confirm:
        case = ET.SubElement(suite, "testcase", classname="medcloud", name=confirm[0].rule)
        if blocking := [f for f in confirm if f.blocking]:
            _child(case, "failure", blocking, language)
        if stale := [f for f in confirm if not f.blocking]:
            ET.SubElement(case, "system-out").text = _text(stale, language)
    for rule in review.rules:
        own = [f for f in review.findings if (f.pack, f.rule) == (rule.pack, rule.id)]
        _case(suite, rule, own, language)
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    for tag, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(suite: ET.Element, rule: RuleCount, own: list[Remark], language: Language) -> None:
    case = ET.SubElement(suite, "testcase", classname=_xml(rule.pack), name=_xml(rule.id))
    refused = [f for f in own if f.blocking]
    advised = [f for f in own if f.kind in ("policy", "waived") and not f.blocking]
    undecided = [f for f in own if f.kind == "undecided" and not f.blocking]
    if refused:
        _child(case, "failure", refused, language)
    elif undecided:
        _child(case, "skipped", undecided, language)
    if advised:
        ET.SubElement(case, "system-out").text = _text(advised, language)


def _child(case: ET.Element, tag: str, own: list[Remark], language: Language) -> None:
    first = own[0]
    message = f"{', '.join(first.items) or first.rule}: {say(first.title, language)} ({len(own)})"
    ET.SubElement(case, tag, message=_xml(message), type=first.severity).text = _text(own, language)


def _text(own: Iterable[Remark], language: Language) -> str:
    lines = [
        f"{f.where}: {f.name or '-'}: {say(f.what, language)}\n  → {say(f.remedy, language)}" for f in own
    ]
    return _xml("\n".join(lines))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
