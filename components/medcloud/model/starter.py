"""A region file to begin with."""

from __future__ import annotations

import json
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from medcloud.model.scalars import DnsName, Id, Name
from medcloud.text import Complaint, Text
from medcloud.text.reading.scalars import trap

_TEMPLATE = Path(__file__).parent / "starter.yaml"


class Answers(NamedTuple):
    """What has to be asked; everything else has a good beginning."""

    id: str
    name: str
    owner: str
    domain: str
    city: str
    recovery_city: str
    cloud: str


_TYPES: dict[str, Any] = {
    "id": Id,
    "name": Name,
    "owner": Id,
    "domain": DnsName,
    "city": Id,
    "recovery_city": Id,
    "cloud": Name,
}


def trouble(field: str, value: str) -> Complaint | None:
    """What is wrong with one answer; None when it is good."""
    try:
        TypeAdapter(_TYPES[field]).validate_python(value)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        said = details.get("ctx", {})
        if details["type"] == "refused":
            return Complaint(said["message"], said["remedy"])
        return Complaint(
            Text("太短或太长", "too short or too long"), Text("写 1 至 200 字", "write 1 to 200 characters")
        )
    return None


def starter(answers: Answers) -> str:
    """The text of a good region file, with comments; what is asked for is put in as YAML."""
    values = {field: _scalar(value) for field, value in answers._asdict().items()}
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(values)


def _scalar(text: str) -> str:
    """A text as a YAML scalar, quoted where it has to be."""
    plain = text.isascii() and text.replace("-", "").replace(".", "").isalnum() and not text[0].isdigit()
    return text if plain and trap(text) is None else json.dumps(text, ensure_ascii=False)
