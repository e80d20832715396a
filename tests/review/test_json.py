"""JSON by its published schema."""

from __future__ import annotations

import json

import jsonschema
import pytest

from medcloud.review import Review
from medcloud.review.render.as_json import as_json, schema
from tests.review.logs import bad, end, made, region


@pytest.mark.parametrize("review", [bad(), region(), made(end())])
def test_it_fits_its_schema(review: Review) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(json.loads(as_json(review)))


def test_it_says_what_the_review_says() -> None:
    found = json.loads(as_json(region()))
    assert found["exit"] == region().code == 1
    assert found["region"] == "panyu"
    assert len(found["findings"]) == len(region().findings)
    assert found["counts"] == dict(region().counts)
