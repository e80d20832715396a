"""How a validator of a field says what is wrong."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from medcloud.text import Text


def refuse(message: Text, remedy: Text, *, item: str = "", instead: object = None) -> PydanticCustomError:
    """The error for a validator to raise; ``instead`` is a value that would have been good."""
    context = {"message": message, "remedy": remedy, "item": item, "instead": instead}
    return PydanticCustomError("refused", "refused", context)
