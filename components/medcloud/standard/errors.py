"""What goes wrong with the catalogue."""

from medcloud.text import Refusal


class CatalogueError(Refusal):
    """The catalogue cannot be used as it is, or was asked for what it does not hold; names file and id."""
