"""Reading a region file: bytes, then a tree with places, then a region; whatever is wrong is said at once."""

from medcloud.model.reading.load import Draft, draft, expanded, load, outline, parse

__all__ = ["Draft", "draft", "expanded", "load", "outline", "parse"]
