"""The JSON Schema of the region file (draft 2020-12), for editors."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from medcloud.model.region import Region


class _Schema(GenerateJsonSchema):
    """Shows defaults that come from the catalogue too, and no titles that only repeat a key."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Never."""
        return False

    def get_default_value(self, schema: core_schema.WithDefaultSchema) -> Any:
        """The default itself, whether it is written down or made."""
        factory = schema.get("default_factory")
        return factory() if callable(factory) else super().get_default_value(schema)  # type: ignore[call-arg]

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Keys that break the pattern are refused, not let through."""
        found = super().dict_schema(schema)
        return {**found, "additionalProperties": False} if "patternProperties" in found else found


@lru_cache(maxsize=1)
def json_schema() -> dict[str, Any]:
    """The schema; figures of the standard are in it, each with its item as ``x-item``."""
    found = Region.model_json_schema(schema_generator=_Schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "medcloud region file"}
    return {**head, **{key: value for key, value in found.items() if key != "title"}}
