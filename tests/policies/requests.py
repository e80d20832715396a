"""Requests as the engine makes them, from the examples' documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi.runtime import proto
from pulumi_policy.proxy import UNKNOWN_STRING_VALUE

from medcloud_policies.core.values import UNKNOWN


def encoded(value: Any) -> Any:
    """A value as the engine sends it: unknown ones by their word."""
    if value is UNKNOWN:
        return UNKNOWN_STRING_VALUE
    if isinstance(value, Mapping):
        return {key: encoded(v) for key, v in value.items()}
    if isinstance(value, list):
        return [encoded(v) for v in value]
    return value


def analyze(document: Mapping[str, Any], urn: str = "urn:one") -> proto.AnalyzeRequest:
    """A request to judge one resource."""
    request = proto.AnalyzeRequest(type=document["type"], urn=urn, name=urn)
    request.properties.update(encoded(document.get("properties", {})))
    return request


def analyze_stack(documents: list[dict[str, Any]]) -> proto.AnalyzeStackRequest:
    """A request to judge a stack."""
    request = proto.AnalyzeStackRequest()
    for index, document in enumerate(documents):
        name = str(document.get("name", index))
        resource = proto.AnalyzerResource(type=document["type"], urn=name, name=name)
        resource.properties.update(encoded(document.get("properties", {})))
        for prop, urns in document.get("references", {}).items():
            resource.propertyDependencies[prop].urns.extend(urns)
        request.resources.append(resource)
    return request
