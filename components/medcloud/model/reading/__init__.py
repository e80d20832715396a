"""Reading a region file: bytes, then a tree with places, then a region; whatever is wrong is said at once."""

from medcloud.model.reading.load import Draft, draft, expanded, load, outline, parse
from medcloud.model.reading.waived import Waived

__all__ = ["Draft", "Waived", "draft", "expanded", "load", "outline", "parse"]
